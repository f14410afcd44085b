"""What the views of check-ins have in common."""

import asyncio
from collections.abc import Awaitable
from datetime import date
from typing import TypeVar

from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.ui.press import Face, Press
from cogs.checkins.cards.parts import server_below

T = TypeVar("T")
READS_WITHIN_S = 0.8
"""Before a form: it opens without what was to be read rather than not at all."""


def guild_of(press: Press, place: int = 0) -> GuildId:
    """The server of the press, or the one its custom id names at `place`. Raises Refusal."""
    if len(press.args) > place and press.args[place].isdecimal():
        return GuildId(int(press.args[place]))
    if press.guild is not None:
        return press.guild
    raise Refusal("only-in-server")


def plan_of(press: Press) -> int:
    """The plan that the custom id names."""
    return int(press.args[0])


def day_of(press: Press) -> date:
    """The local date that the custom id names. Raises Refusal."""
    try:
        return date.fromordinal(int(press.args[1]))
    except (ValueError, OverflowError, IndexError):
        raise Refusal("checkin-too-old") from None


def in_dm(press: Press) -> bool:
    """Whether it was done in direct messages."""
    return press.guild is None


async def soon(reading: Awaitable[T]) -> T | None:
    """What is read, None where the rows do not answer in time."""
    try:
        async with asyncio.timeout(READS_WITHIN_S):
            return await reading
    except TimeoutError:
        return None


async def show(press: Press, text: str, face: Face) -> None:
    """New words for the question itself; where it was pressed in a list (the inbox), words of their own."""
    message = press.interaction.message
    if message is None or message.flags.components_v2:
        await press.say(text, face)
    else:
        await press.update(still_named(press, face), text)


def still_named(press: Press, face: Face) -> Face:
    """With the server below it that the pressed message names."""
    server = server_below(press.interaction.message)
    if server is not None:
        face.add_item(server)
    return face
