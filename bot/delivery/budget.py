"""How fast we may speak: a bucket of requests that fills evenly, alone or together with other processes."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.observe import metrics


class Pace(Protocol):
    """Whoever says when the next request may go out."""

    async def take(self) -> None:
        """Waits for the next free request."""
        ...


class SharedBudget:
    """The same bucket for several processes: `reserve(many)` gives the seconds until the first of so many turns.

    Turns are fetched a few at a time, as many as are waited for, so that the shared row is asked seldom.
    """

    MOST_AT_ONCE = 10

    def __init__(self, per_second: float, reserve: Callable[[int], Awaitable[float]]) -> None:
        self._every_s = 1 / per_second
        self._reserve = reserve
        self._turns: deque[float] = deque()
        self._waiting = 0
        self._turn = asyncio.Lock()

    async def take(self) -> None:
        """Waits for the next free request."""
        self._waiting += 1
        try:
            with metrics.budget_wait_seconds.time():
                await self._wait()
        finally:
            self._waiting -= 1

    async def _wait(self) -> None:
        async with self._turn:
            at = await self._next()
            await asyncio.sleep(max(0.0, at - time.monotonic()))

    async def _next(self) -> float:
        if not self._turns:
            many = min(self._waiting, self.MOST_AT_ONCE)
            first = time.monotonic() + await self._reserve(many)
            self._turns.extend(first + number * self._every_s for number in range(many))
        return self._turns.popleft()


class Budget:
    """At most `per_second` requests a second, `burst` at once. Waiters are served in order.

    discord.py reacts to 429 but never keeps to 50 a second by itself (PLATFORM 2; http.py, `HTTPClient.request`).
    """

    def __init__(self, per_second: float, burst: int = 5) -> None:
        self._per_second = per_second
        self._burst = burst
        self._left = float(burst)
        self._at = time.monotonic()
        self._turn = asyncio.Lock()

    async def take(self) -> None:
        """Waits for the next free request."""
        with metrics.budget_wait_seconds.time():
            await self._wait()

    async def _wait(self) -> None:
        async with self._turn:
            self._fill()
            if self._left < 1:
                await asyncio.sleep((1 - self._left) / self._per_second)
                self._fill()
            self._left -= 1

    def _fill(self) -> None:
        now = time.monotonic()
        self._left = min(self._burst, self._left + (now - self._at) * self._per_second)
        self._at = now
