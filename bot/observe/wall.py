"""Following somebody else's wall clock: `GET` gives {"now": unix seconds, "speed": times real time}."""

import asyncio
import logging
from collections.abc import Callable

import aiohttp

from bot.domain.clock import Wall

POLL_EVERY_S = 1.0
JUMP_S = 2.0
"""A difference that is a jump and no drift."""

log = logging.getLogger(__name__)


async def follow_for_ever(wall: Wall, url: str, on_jump: Callable[[], None]) -> None:
    """Polls until cancelled; a clock that cannot be read leaves the wall as it runs."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        while True:
            await read_once(session, wall, url, on_jump)
            await asyncio.sleep(POLL_EVERY_S)


async def read_once(session: aiohttp.ClientSession, wall: Wall, url: str, on_jump: Callable[[], None]) -> None:
    """Sets the wall; calls `on_jump` where people's time was moved."""
    try:
        async with session.get(url) as answer:
            told = await answer.json(content_type=None)
            now, speed = float(told["now"]), float(told.get("speed", 1.0))
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
        log.warning("the wall clock could not be read: %s", type(error).__name__)
        return
    before, speed_before = wall.now().timestamp(), wall.speed
    wall.follow(now, speed)
    if abs(now - before) > JUMP_S or speed != speed_before:
        on_jump()


async def read_first(wall: Wall, url: str) -> None:
    """Sets the wall before anything looks at it."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        await read_once(session, wall, url, lambda: None)
