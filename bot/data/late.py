"""What Discord told while the database was away: kept in memory, and heard once it is back.

Nobody says it a second time: Discord takes a reaction that nobody counted for told. It is lost where the process ends
meanwhile, and as much as comes beyond KEPT_MOST.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TypeVar

from bot.data import serial
from bot.domain.errors import DatabaseAway

AGAIN_S, KEPT_S, KEPT_MOST = 1.0, 600.0, 10_000
"""It is tried so often, for so long, so much of it at most."""

T = TypeVar("T")

log = logging.getLogger(__name__)


class Late:
    """Passes on what comes, in the order in which it came."""

    def __init__(self) -> None:
        self.waiting = 0
        """How much of it the database was away for."""
        self._in_turn = asyncio.Lock()

    async def tell(self, listeners: Iterable[Callable[[T], Awaitable[None]]], event: T, guild: int | None) -> None:
        """Tells each of them, now or within KEPT_S, for the server it is about."""
        with serial.of(guild):
            for listener in listeners:
                await self._surely(partial(listener, event))

    async def _surely(self, hear: Callable[[], Awaitable[None]]) -> None:
        until = time.monotonic() + KEPT_S
        if not self.waiting and await _heard(hear):
            return
        if self.waiting >= KEPT_MOST:
            log.warning("the database is away, and what Discord tells is more than I keep")
            return
        self.waiting += 1
        try:
            async with self._in_turn:
                # the database tells nobody when it is back
                while not await _heard(hear) and time.monotonic() < until:  # noqa: ASYNC110
                    await asyncio.sleep(AGAIN_S)
        finally:
            self.waiting -= 1


async def _heard(hear: Callable[[], Awaitable[None]]) -> bool:
    """False where the database is away."""
    try:
        await hear()
    except DatabaseAway:
        return False
    return True
