"""When a circle is spoken to: Monday mornings, and once a day who checked in."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.ids import MemberId
from cogs.circles.model.circle import Band

ROUND_OPENS, ROUND_CLOSES = 9, 12
"""Monday, by the clock of the circle's part of the world; after a longer downtime a round is passed over."""
ROUND_FROM = 3
"""A round of two reads worse than none."""
SHARED_AFTER = timedelta(hours=2)
"""So long shared check-ins are gathered."""
SHARED_EVERY = timedelta(hours=20)
"""No more than one message a day tells of them."""
SHARED_KEPT = timedelta(hours=36)
NAMED_AT_MOST = 20


@dataclass(frozen=True)
class Shared:
    """Somebody checked in and shares that they did."""

    member: MemberId
    at_ms: int


def week_of(day: date) -> int:
    """The week's Monday, in days since 1970-01-01."""
    return (day - date(1970, 1, 1)).days - day.weekday()


def round_due(band: Band, done_week: int, now: datetime) -> int | None:
    """The week whose round is to be called now; None where it is not the time, or was called."""
    local = now.astimezone(ZoneInfo(band.zone))
    week = week_of(local.date())
    is_time = local.weekday() == 0 and ROUND_OPENS <= local.hour < ROUND_CLOSES
    return week if is_time and week > done_week else None
