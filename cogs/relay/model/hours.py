"""Listening hours: when somebody agreed to be asked, how often, and when they rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.clock import to_ms
from bot.domain.hours import Hours
from bot.domain.ids import GuildId, MemberId

MOST_A_DAY = 3
DAY = timedelta(days=1)
"""A day's limit holds for any 24 hours, so that no change of zone makes room for more."""
FOR_EVER_MS = 1 << 52
"""A pause until its owner ends it."""
LINES_AN_HOUR = 5
LINES_A_WEEK = 15
"""After so many lines or answers a rest is offered (SPEC 4.3)."""
LOAD = "listening:load"
"""The purpose of the refs under which that is counted."""


@dataclass(frozen=True)
class Listener:
    """Somebody who agreed to be asked. `most` is how often in any 24 hours."""

    guild: GuildId
    member: MemberId
    hours: Hours
    most: int
    by_dm: bool
    locale: str | None
    paused_until_ms: int = 0
    rests_until_ms: int = 0

    def listens_at(self, now: datetime) -> bool:
        """Whether they may be asked now, but for the day's limit."""
        now_ms = to_ms(now)
        return now_ms >= self.paused_until_ms and now_ms >= self.rests_until_ms and self.hours.holds_at(now)


def tomorrow(zone: str, now: datetime) -> datetime:
    """The next midnight there, in UTC."""
    day = now.astimezone(ZoneInfo(zone)).date() + DAY
    return datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)


def next_monday(zone: str, now: datetime) -> datetime:
    """The next Monday's first moment there, in UTC."""
    today = now.astimezone(ZoneInfo(zone)).date()
    day = today + DAY * (7 - today.weekday())
    return datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)


def cover(listeners: Iterable[Listener], now: datetime) -> list[int]:
    """How many listen in each of the next 24 hours, this one first."""
    start = now.replace(minute=0, second=0, microsecond=0)
    moments = [now, *(start + timedelta(hours=hour) for hour in range(1, 24))]
    known = list(listeners)
    return [sum(one.listens_at(moment) for one in known) for moment in moments]


def is_rest_offered(in_hour: int, hour_before: int, in_week: int) -> bool:
    """Offered at the fifth in an hour and at the fifteenth in a week, once each: an offer repeated is a push.

    Hours are the clock's, as no row tells a moment (0020): those of the hour before count too, since four lines before
    the full hour and four after it are as tiring. So the five may be almost two hours apart: an offer too many costs
    nothing.
    """
    so_far = in_hour if hour_before >= LINES_AN_HOUR else in_hour + hour_before
    return so_far == LINES_AN_HOUR or in_week == LINES_A_WEEK
