"""The two clocks: people's times on a wall that may be moved, machines' times on the real one."""

import time
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Wall:
    """People's clock: due times, expiry, hours.

    It runs with the system's until `follow` sets it to another one (a sandbox's, a test's).
    """

    def __init__(self) -> None:
        self._origin: float | None = None
        self._speed = 1.0
        self._set_at = 0.0

    def now(self) -> datetime:
        """Gives the wall's time, aware, in UTC."""
        if self._origin is None:
            return datetime.now(UTC)
        elapsed = time.monotonic() - self._set_at
        return _EPOCH + timedelta(seconds=self._origin + elapsed * self._speed)

    def follow(self, unix_s: float, speed: float = 1.0) -> None:
        """From here on the wall reads `unix_s` seconds and runs `speed` times as fast as real time."""
        self._origin, self._speed, self._set_at = unix_s, speed, time.monotonic()

    @property
    def speed(self) -> float:
        return self._speed


def real_ms() -> int:
    """Milliseconds since 1970 by the machine's clock: leases, tokens, nonces. Never moved."""
    return time.time_ns() // 1_000_000


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970 of an aware datetime."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def from_ms(ms: int) -> datetime:
    """The aware UTC datetime of milliseconds since 1970."""
    return _EPOCH + timedelta(milliseconds=ms)
