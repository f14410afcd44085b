"""How fast we may speak: a bucket of requests that fills evenly."""

import asyncio
import time


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
