"""A stage with a moderators' channel, and what is seen there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sandbox import Member
from tests.stage import CROWD, Stage, staged

SEE, SEND, HISTORY, MODERATE = 1 << 10, 1 << 11, 1 << 16, 1 << 40


@asynccontextmanager
async def moderated(folder: Path, *, people: int = CROWD, database_url: str | None = None) -> AsyncIterator[Stage]:
    """Ben moderates; he, Mia and the bot see the moderators' channel."""
    async with staged(folder, people=people, database_url=database_url) as stage:
        await stage.frequented()
        guild = stage.guild
        place = guild.channel("moderators", overwrites={guild.everyone: (0, SEE)})
        moderators = guild.role("Moderators", MODERATE)
        for role in (moderators, guild.role_of(stage.app)):
            guild.overwrite(place, role, allow=SEE | SEND | HISTORY)
        guild.give(stage.ben.person, moderators)
        await stage.mia.run("setup channels", channel=stage.room, vent_room=stage.room, moderators=place)
        await stage.discord.until(lambda: "report" in stage.ada.commands(stage.room) and stage.panel() is not None)
        await stage.discord.until(lambda: standing(stage) is not None)
        yield stage


def desk(stage: Stage) -> Any:
    """The moderators' channel."""
    return next(channel for channel in stage.guild.channels if channel.name == "moderators")


def boards(stage: Stage) -> list[Any]:
    """Every board in the moderators' channel: one, but for the moment in which it moves."""
    return [one for one in stage.ben.sees(desk(stage)) if any(b.label == "Ping me" for b in one.buttons)]


def standing(stage: Stage) -> Any:
    """The board in the moderators' channel, None while it is not there."""
    return boards(stage)[-1] if boards(stage) else None


def told(stage: Stage) -> list[Any]:
    """What else stands in the moderators' channel, oldest first."""
    known = {one.id for one in boards(stage)}
    return [one for one in stage.ben.sees(desk(stage)) if one.id not in known]


def reports(stage: Stage) -> list[Any]:
    """The reports in the moderators' channel, oldest first."""
    return [
        m for m in stage.ben.sees(desk(stage)) if any((b.custom_id or "").startswith("mod:keep") for b in m.buttons)
    ]


def member(stage: Stage, number: int) -> Member:
    return next(one for one in stage.guild.members if one.name == f"Member {number}")


async def later(stage: Stage, by: timedelta) -> None:
    """Moves the clock, and waits until the bot has seen it."""
    bot = stage.bot
    assert bot is not None
    stage.discord.clock.move(by)
    await stage.discord.until(lambda: stage.discord.clock.now() - bot.database.wall.now() < timedelta(seconds=3), 15)


async def report(stage: Stage, who: Member, message: Any, **filled: Any) -> Any:
    """Somebody reports a message by its menu."""
    opened = await who.menu("Report", message)
    return await who.submit(opened.form, **filled)


async def act(stage: Stage, message: Any, label: str, reason: str | None = None) -> Any:
    """Ben does something about a message: the menu, a reason if he likes, one button."""
    tools = await stage.ben.menu("Report", message)
    if reason is not None:
        await stage.ben.choose(tools.message, "mod:reason", [reason])
    return await stage.ben.press(tools.message, label)


async def line(stage: Stage, who: Member, card: Any, text: str, sign: str = "unsigned") -> Any:
    """Somebody writes a line; gives what they read."""
    opened = await who.press(card, "Write a line")
    return await who.submit(opened.form, line=text, sign=sign)


async def try_to_vent(stage: Stage, who: Member, text: str = "Again.", **filled: Any) -> Any:
    """Somebody fills in the form; gives what they read."""
    opened = await who.press(stage.panel(), "vent:open")
    return await who.submit(opened.form, **({"text": text, "help": "listen", "name": "hidden"} | filled))
