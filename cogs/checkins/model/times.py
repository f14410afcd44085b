"""When a check-in is due: the same time on the wall all year, in every zone, once for each local date (SPEC 4.5)."""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
MINUTES_A_DAY = 1440
WEEK = 7
EVERY_DAY = (1 << WEEK) - 1
WEEKDAYS = 0b0011111
"""Bit 0 is Monday, as in `date.weekday`."""
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(
    r"(?:(?:at|um|@)\s*)?(?P<hour>\d{1,2})(?:\s*(?:[:.,h]|uhr\s)\s*(?P<minute>\d{2}))?\s*(?P<half>[ap]\.?\s?m\.?)?"
    r"\s*(?:h|uhr|o['’]?clock)?",
    re.I,
)
_NOON, _MIDNIGHT = (
    re.compile(r"(?:at\s+|12\s*)?noon|(?:um\s+)?mittags?", re.I),
    re.compile(r"(?:at\s+|um\s+)?(?:midnight|mitternacht)", re.I),
)
_FOUR = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})")


def minute_of(typed: str) -> int | None:
    """The minute of the day that somebody means by "9", "9:30", "9am", "21:05"; None for anything else."""
    text = typed.strip()
    if _NOON.fullmatch(text) or _MIDNIGHT.fullmatch(text):
        return MINUTES_A_DAY // 2 if _NOON.fullmatch(text) else 0
    found = _TIME.fullmatch(text) or _FOUR.fullmatch(text)
    if found is None:
        return None
    parts = found.groupdict()
    hour, minute, half = int(parts["hour"]), int(parts["minute"] or 0), (parts.get("half") or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def days_of(names: tuple[str, ...]) -> int:
    """The days as bits; names that are none are passed over."""
    return sum(1 << NAMES.index(name) for name in set(names) if name in NAMES)


def holds_on(days: int, day: date) -> bool:
    """Whether this weekday is one of the days."""
    return bool(days >> day.weekday() & 1)


def how_many(days: int) -> int:
    """How many days of the week these are."""
    return days.bit_count()


@lru_cache(maxsize=65_536)
def due_on(zone: str, minute: int, day: date) -> datetime | None:
    """The instant (UTC) of this local date's check-in; None where the date does not exist there (Samoa, 2011-12-30).

    In a gap it fires later by the gap's length, in an overlap the first time only (PEP 495, fold 0).
    Raises zoneinfo.ZoneInfoNotFoundError.
    """
    place = ZoneInfo(zone)
    # no gap is as long as half a day, but the one that takes a whole date away
    noon = datetime.combine(day, time(12), tzinfo=place)
    if noon.astimezone(UTC).astimezone(place).date() != day:
        return None
    return datetime.combine(day, time(*divmod(minute, 60)), tzinfo=place).astimezone(UTC)


def due_after(zone: str, minute: int, after: date) -> tuple[datetime, date]:
    """The next due instant (UTC) and its local date, for dates after one."""
    day = after + DAY
    while (due := due_on(zone, minute, day)) is None:
        day += DAY
    return due, day


def next_due(zone: str, minute: int, after: datetime) -> tuple[datetime, date]:
    """The first due instant (UTC) later than `after`, and its local date."""
    # a check-in late in the evening may fall past midnight by a gap, so yesterday's can still come
    due, day = due_after(zone, minute, local_day(zone, after) - 2 * DAY)
    while due <= after:
        due, day = due_after(zone, minute, day)
    return due, day


def days_on(zone: str, now: datetime, days: int) -> datetime:
    """The first minute (UTC) of the local date so many days on: what is asked that day is asked again."""
    day = local_day(zone, now) + days * DAY
    return datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local_day(zone: str, now: datetime) -> date:
    """The date there."""
    return now.astimezone(ZoneInfo(zone)).date()
