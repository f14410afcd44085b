"""The weekly recap and the history: what stands in them and when they come."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cogs.checkins.model.plan import WEEK_DAYS, Answer, Day, DayState, Plan
from cogs.checkins.model.times import DAY, due_on, holds_on, local_day

SUNDAY = 6
FROM_MINUTE, SPREAD_MINUTES = 17 * 60, 120
"""On Sunday from five to seven in the evening there: everybody at the same minute of their own, so not all at once."""
AFTER_QUESTION = timedelta(hours=1)
SKIPPED_AFTER = timedelta(hours=24)
WEEK_SKIPPED = timedelta(days=3)
"""Two Sunday evenings of one week are a good day apart at most, those of two weeks some five days at least."""
HISTORY_WEEKS = 8
KINDLY = {Answer.DID: "did", Answer.PART: "part", Answer.REST: "rest"}


def recap_due(number: int, zone: str, after: datetime) -> datetime:
    """The next Sunday evening there, in UTC."""
    minute = FROM_MINUTE + number % SPREAD_MINUTES
    day = local_day(zone, after)
    while True:
        due = due_on(zone, minute, day) if day.weekday() == SUNDAY else None
        if due is not None and due > after:
            return due
        day += DAY


def recap_moved(number: int, zone: str, planned: datetime, now: datetime) -> datetime:
    """When the recap that was planned for `planned` comes after a change of zone, in UTC.

    On Sunday evening there: once a week, and none is lost. Where it is over there and has not come yet, now.
    """
    there = recap_due(number, zone, now)
    if planned <= now:
        return planned
    if planned - there > WEEK_SKIPPED:
        return recap_due(number, zone, there)
    return now if there - planned > WEEK_SKIPPED else there


def after_question(plan: Plan, due: datetime) -> datetime:
    """When a recap that is due on Sunday comes, in UTC: AFTER_QUESTION after that day's question, where it is later.

    Else the answer of that day would stand in no week. Still on that day: whoever is asked at midnight does without.
    """
    day = local_day(plan.zone, due)
    asks = due_on(plan.zone, plan.minute, day) if holds_on(plan.days, day) else None
    later = asks + AFTER_QUESTION if asks is not None else due
    return later if later > due and local_day(plan.zone, later) == day else due


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class Past:
    """Some weeks of one plan: for each week, Monday first, how each day was; and how often each kind of act.

    A cell is "did", "part", "rest", "asked" (no answer), "missed" (by us) or "" (nothing was asked).
    """

    weeks: tuple[tuple[date, tuple[str, ...]], ...]
    acts: tuple[tuple[str, int], ...]

    @property
    def days(self) -> int:
        """How many days were answered."""
        return self.how_many("did", "part", "rest")

    def how_many(self, *cells: str) -> int:
        """How many days were so."""
        return sum(cell in cells for _, week in self.weeks for cell in week)


@dataclass(frozen=True)
class Drawn:
    """All that stands in the picture, in words already.

    `weeks` are (label, seven cells as in Past), `acts` (label, how often), `legend` (cell, label).
    """

    title: str
    subtitle: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[str, tuple[str, ...]], ...]
    acts: tuple[tuple[str, int], ...]
    legend: tuple[tuple[str, str], ...]
    unnamed: str
    """Stands for a kind whose own name the font cannot write."""


def past(plan: Plan, days: list[Day], today: date, weeks: int) -> Past:
    """The last `weeks` weeks up to today; weeks before the first row are left out."""
    known = {one.day: one for one in days}
    first = monday_of(today) - timedelta(weeks=weeks - 1)
    begins = monday_of(min([one.day for one in days if one.day >= first], default=today))
    rows: list[tuple[date, tuple[str, ...]]] = []
    monday = max(first, begins)
    while monday <= today:
        rows.append((monday, tuple(_cell(known.get(monday + timedelta(days=n)), today) for n in range(WEEK_DAYS))))
        monday += timedelta(days=WEEK_DAYS)
    counted = [one.counts for one in days if one.day >= first]
    kinds = dict.fromkeys([*plan.counted, *(kind for counts in counted for kind in counts)])
    return Past(tuple(rows), tuple((kind, sum(counts.get(kind, 0) for counts in counted)) for kind in kinds))


def _cell(day: Day | None, today: date) -> str:
    if day is None:
        return ""
    if day.answer is not None:
        return KINDLY[day.answer]
    if day.state is DayState.SENT and day.day < today:
        return "asked"
    return "missed" if day.state is DayState.MISSED else ""
