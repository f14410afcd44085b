"""Ids as Discord makes them: time in the upper bits (documentation, API Reference, Snowflakes)."""

import random
import time
from datetime import UTC, datetime

EPOCH_MS = 1420070400000


class Snowflakes:
    """Makes ids that grow, and ids of older things by the seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._last = 0
        self._used: set[int] = set()

    def make(self) -> int:
        """An id of now, greater than all before."""
        now = (int(time.time() * 1000) - EPOCH_MS) << 22
        self._last = max(now, self._last + 1)
        return self._last

    def of(self, moment: datetime) -> int:
        """An id of that moment, for something that happened earlier."""
        bare = (int(moment.timestamp() * 1000) - EPOCH_MS) << 22
        return self._unused(bare)

    def old(self) -> int:
        """An id of something made years ago; the same in the same order for the same seed."""
        moment = datetime(2019, 1, 1, tzinfo=UTC).timestamp() + self._random.random() * 5 * 365 * 86400
        return self._unused((int(moment * 1000) - EPOCH_MS) << 22)

    def _unused(self, flake: int) -> int:
        while flake in self._used:
            flake += 1
        self._used.add(flake)
        return flake


def moment_of(flake: int) -> datetime:
    """When the thing with this id was made."""
    return datetime.fromtimestamp(((flake >> 22) + EPOCH_MS) / 1000, UTC)


def age_of(flake: int) -> float:
    """Real seconds since the thing with this id was made."""
    return time.time() - ((flake >> 22) + EPOCH_MS) / 1000


def iso(moment: datetime) -> str:
    """A moment as Discord writes it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
