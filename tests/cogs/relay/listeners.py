"""People who listen, for these tests."""

from datetime import timedelta
from typing import Any

from sandbox import Answer, Member, Seen
from tests.stage import Stage

WAIT = timedelta(minutes=20, seconds=5)


async def listens(stage: Stage, one: Member, **filled: Any) -> Answer:
    """Somebody begins to listen; all day long unless it is said otherwise."""
    screen = await one.run("my hours", channel=stage.room)
    opened = await one.press(screen.message, "relay:set")
    values = {"zone": "Berlin", "opens": ["0"], "closes": ["24"], "most": "3", "where": "dm"} | filled
    return await one.submit(opened.form, **values)


def pings(stage: Stage, one: Member) -> list[Seen]:
    """The asks in somebody's direct messages."""
    return [message for message in one.sees_dm(stage.app) if "could use a line" in message.text]


async def after(stage: Stage, by: timedelta) -> None:
    """Lets people's time pass, and all that it brings happen."""
    await stage.later(by)
    await stage.quiet()
