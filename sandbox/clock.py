"""The clock of people: it can be moved and quickened. Tokens, nonces and limits keep to real time."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """Begins at the machine's time at speed 1."""

    def __init__(self) -> None:
        self._base = time.time()
        self._since = time.monotonic()
        self._speed = 1.0
        self.moved: list[Callable[[], None]] = []

    def unix(self) -> float:
        """Seconds since 1970 by this clock."""
        return self._base + (time.monotonic() - self._since) * self._speed

    def now(self) -> datetime:
        """This clock's time, in UTC."""
        return datetime.fromtimestamp(self.unix(), UTC)

    @property
    def speed(self) -> float:
        """Seconds of this clock in one real second."""
        return self._speed

    @speed.setter
    def speed(self, value: float) -> None:
        if value <= 0:
            raise ValueError(f"the speed of the clock must be above 0, not {value}")
        self._restart(self.unix())
        self._speed = float(value)

    def move(self, by: timedelta) -> None:
        """Moves the clock on (or back)."""
        self._restart(self.unix() + by.total_seconds())
        self._tell()

    def set(self, to: datetime) -> None:
        """Sets the clock; a time without zone is UTC."""
        aware = to if to.tzinfo else to.replace(tzinfo=UTC)
        self._restart(aware.timestamp())
        self._tell()

    def _restart(self, unix: float) -> None:
        self._base, self._since = unix, time.monotonic()

    def _tell(self) -> None:
        for listener in self.moved:
            listener()
