"""The two clocks: people's times on a wall that may be moved, machines' times on the real one."""

import time
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NEAR_ENOUGH_MS = 1_000
"""So far a clock that was asked over a line may seem to be from ours; a sixtieth of a lease on work."""


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


class _Machine:
    """This process's real clock. Never moved by the sandbox."""

    def __init__(self) -> None:
        self._apart_ms = 0

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000 + self._apart_ms

    def agree_with(self, shared_ms: int) -> int:
        behind_ms = shared_ms - self.now_ms()
        if abs(behind_ms) <= NEAR_ENOUGH_MS:
            return 0
        self._apart_ms += behind_ms
        return behind_ms


_MACHINE = _Machine()


def real_ms() -> int:
    """Milliseconds since 1970 for leases, tokens, nonces: by the machine's clock or one it agreed with."""
    return _MACHINE.now_ms()


def agree_with(shared_ms: int) -> int:
    """From here on `real_ms` reads as the clock that several machines share; gives by how much it had been behind.

    A difference of up to NEAR_ENOUGH_MS is the line's, and changes nothing (0).
    """
    return _MACHINE.agree_with(shared_ms)


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970 of an aware datetime."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def from_ms(ms: int) -> datetime:
    """The aware UTC datetime of milliseconds since 1970."""
    return _EPOCH + timedelta(milliseconds=ms)
