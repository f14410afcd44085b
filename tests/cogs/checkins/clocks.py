"""When a check-in is due, worked out in another way: only by asking each zone what its clock shows at an instant.

`model.times` goes from the wall to the instant, by PEP 495; this goes from the instant to the wall, by finding every
change of the offset and looking which instants show the wanted time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
STEP = timedelta(days=1)
"""No zone changed its clocks twice within this time since 2010: the closest are weeks apart (Morocco's Ramadan)."""


@dataclass(frozen=True)
class Stretch:
    """From `begins` until `ends` the clocks there show `offset` more than UTC."""

    begins: datetime
    ends: datetime
    offset: timedelta


def offset_at(zone: ZoneInfo, instant: datetime) -> timedelta:
    shown = instant.astimezone(zone).replace(tzinfo=None)
    return shown - instant.replace(tzinfo=None)


@lru_cache(maxsize=1024)
def stretches(name: str, first_year: int, last_year: int) -> tuple[Stretch, ...]:
    """Every stretch of one offset in these years, a few days more on either side."""
    zone = ZoneInfo(name)
    begin = datetime(first_year, 1, 1, tzinfo=UTC) - timedelta(days=4)
    end = datetime(last_year + 1, 1, 1, tzinfo=UTC) + timedelta(days=4)
    changes = list(_changes(zone, begin, end))
    marks = [begin, *changes, end]
    return tuple(
        Stretch(one, other, offset_at(zone, one)) for one, other in pairwise(marks)
    )  # fmt: skip


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    at, offset = begin, offset_at(zone, begin)
    while at < end:
        after = at + STEP
        if offset_at(zone, after) != offset:
            low, high = at, after
            while high - low > MINUTE / 60:
                middle = low + (high - low) / 2
                middle = middle.replace(microsecond=0)
                if middle in (low, high):
                    break
                low, high = (middle, high) if offset_at(zone, middle) == offset else (low, middle)
            yield high
            offset = offset_at(zone, after)
        at = after


def due(name: str, minute: int, day: date, years: tuple[int, int]) -> datetime | None:
    """The one instant of this date's check-in: the first that shows the time; in a gap, as much later as it is long."""
    wall = datetime(day.year, day.month, day.day, *divmod(minute, 60), tzinfo=UTC)
    known = stretches(name, *years)
    for one in known:
        if one.begins <= wall - one.offset < one.ends:
            return wall - one.offset
    if not any(exists(one, day) for one in known):
        return None
    for before, after in pairwise(known):
        skipped_from, skipped_to = before.ends + before.offset, before.ends + after.offset
        if skipped_from <= wall < skipped_to:
            return wall - before.offset
    raise AssertionError(f"{name} {day} {minute} is nowhere")


def exists(one: Stretch, day: date) -> bool:
    """Whether any instant of the stretch shows this date."""
    first = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return one.begins + one.offset < first + timedelta(days=1) and one.ends + one.offset > first
