"""People with check-ins, for these tests."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sandbox import Member, Seen
from tests.stage import Stage

MONDAY_EIGHT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
"""In Berlin; an hour before check-ins are due."""
HOUR, DAY = timedelta(hours=1, minutes=1), timedelta(days=1)
EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


async def begin(stage: Stage, at: datetime = MONDAY_EIGHT) -> None:
    """Sets people's clock."""
    stage.discord.clock.set(at)
    await stage.later(timedelta())


async def plan(stage: Stage, one: Member, **given: Any) -> Any:
    """Somebody makes a plan: Berlin, nine, every day unless it is said otherwise."""
    options = {"zone": "Europe/Berlin", "time": "9", "where": "dm", "share": "nobody"}
    options |= {name: given.pop(name) for name in list(given) if name in options}
    opened = await one.run("checkin plan", channel=stage.room, **options)
    assert opened.form is not None, opened.text
    return await one.submit(opened.form, **({"days": EVERY_DAY, "acts": ["applications"]} | given))


async def cities(stage: Stage) -> None:
    """Waits until the bot knows them: a second at its first look, longer on a busy machine."""
    for _ in range(30):
        if await stage.ada.complete("checkin plan", "zone", "Munich", channel=stage.room):
            return


async def pass_(stage: Stage, by: timedelta) -> None:
    """Lets people's time pass, and all that it brings happen."""
    await stage.later(by)
    await stage.quiet()


def asked(stage: Stage, one: Member) -> list[Seen]:
    """The questions in somebody's direct messages that stand unanswered, oldest first."""
    there = [m for m in one.sees_dm(stage.app) if not m.ephemeral]
    return [m for m in there if any("checkin:answer" in (b.custom_id or "") for b in m.buttons)]


async def answer(stage: Stage, one: Member, what: str, message: Seen | None = None) -> Any:
    """Presses an answer on the newest question."""
    message = message or asked(stage, one)[-1]
    button = next(b for b in message.buttons if (b.custom_id or "").endswith(f":{what}"))
    return await one.person.press(message, button.custom_id)
