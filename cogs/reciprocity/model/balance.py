"""One person's own give and take, and the rules of what counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.ids import GuildId, MemberId

PAIR_A_DAY = 3
"""So many acts from one person to another count a day, whatever their kind (SPEC 4.4 and 4.7)."""
WEEKS = 4
ACTS_KEPT = timedelta(days=90)
MONTHS_KEPT = 12
WAITING_AT_MOST = 500
"""What was given without a name is added up at the end of the week; where more than this waits, the same night."""
A_GOOD_DEAL = 1.5
"""One side is "more" from half as much again on …"""
AT_LEAST_APART = 5
"""… and at least so many acts: between two and three nobody gave a good deal more."""
NAMES_SHOWN = 10
PICTURE_FROM = 4
"""Acts on both sides together from which a picture says more than its words do."""
FRIDAY_HOUR = 15
"""UTC. Friday for everybody west of Japan, and before most people's evening."""
FRIDAY = 4
WHO = "ledger"
"""The purpose of the refs under which people stand in the ledger who keep no balance of their own."""

_EPOCH = date(1970, 1, 1)
_DAY_MS = timedelta(days=1) // timedelta(milliseconds=1)


class Kind(StrEnum):
    """What somebody gave."""

    CHEER = "cheer"
    LINE = "line"
    THANKS = "thanks"


class Side(StrEnum):
    """Which way it went, as seen by the person whose figures they are."""

    GAVE = "gave"
    GOT = "got"


class Work(StrEnum):
    """The kinds of work that this feature puts into the queue."""

    TEND = "reciprocity.tend"
    ROLL = "reciprocity.roll"
    FRIDAY = "reciprocity.friday"


class Leaning(StrEnum):
    """Which way a balance leans, and so what is offered."""

    NEW = "new"
    EVEN = "even"
    GAVE = "gave"
    GOT = "got"


@dataclass(frozen=True)
class Keeper:
    """Somebody who keeps a balance. `number` stands for them in the rows, from the day `since` (days since 1970) on."""

    number: int
    guild: GuildId
    since: int
    thanks: bool
    """Whether they want the word on Fridays."""
    frozen: tuple[str, bytes] | None
    """(the week, what had come without a name when they first looked in it, sealed)"""


@dataclass(frozen=True)
class Sum:
    """So many acts of one kind with one other person, who is a number here."""

    other: int
    kind: Kind
    acts: int


@dataclass(frozen=True)
class Counted:
    """One side of a balance."""

    people: int = 0
    acts: Mapping[Kind, int] = field(default_factory=dict[Kind, int])

    @property
    def total(self) -> int:
        return sum(self.acts.values())


@dataclass(frozen=True)
class Unnamed:
    """Support on one's own posts that no name stands with. `kinds` is by kind."""

    people: int
    kinds: Mapping[str, int]


@dataclass(frozen=True)
class Balance:
    """What its owner sees, and nobody else."""

    gave: Counted
    got: Counted
    this_week: int
    """How often they were there for somebody since Monday."""
    signed: tuple[MemberId, ...]
    """Who was there for them by name; NAMES_SHOWN at most."""
    more_signed: int
    thanks: bool
    has_months: bool
    """Whether sums of earlier months are kept."""

    @property
    def leaning(self) -> Leaning:
        return leaning(self.gave.total, self.got.total)

    @property
    def has_picture(self) -> bool:
        """Not where one side is empty: an empty bar would be a reproach."""
        return min(self.gave.total, self.got.total) > 0 and self.gave.total + self.got.total >= PICTURE_FROM


def leaning(gave: int, got: int) -> Leaning:
    """Which way it leans."""
    if not gave and not got:
        return Leaning.NEW
    if gave - got >= AT_LEAST_APART and gave >= A_GOOD_DEAL * got:
        return Leaning.GAVE
    if got - gave >= AT_LEAST_APART and got >= A_GOOD_DEAL * gave:
        return Leaning.GOT
    return Leaning.EVEN


def kind_of(said: str) -> Kind:
    """The kind a fact speaks of; whatever was written counts as a line."""
    return Kind(said) if said in set(Kind) else Kind.LINE


def day_of(ms: int) -> int:
    """Days since 1970 of a moment in milliseconds, by UTC."""
    return ms // _DAY_MS


def week_of(day: int) -> str:
    """The ISO week of a day: "2026-W47"."""
    year, week, _ = (_EPOCH + timedelta(days=day)).isocalendar()
    return f"{year}-W{week:02}"


def date_of(day: int) -> str:
    """A day as people write it down: "2026-11-22"."""
    return (_EPOCH + timedelta(days=day)).isoformat()


def month_of(day: int) -> str:
    """The month of a day: "2026-11"."""
    return (_EPOCH + timedelta(days=day)).strftime("%Y-%m")


def month_of_week(week: str) -> str:
    """The month in which most of an ISO week lies: that of its Thursday."""
    return datetime.strptime(f"{week}-4", "%G-W%V-%u").strftime("%Y-%m")  # noqa: DTZ007  a date


def monday_of(day: int) -> int:
    """The first day of the day's ISO week."""
    return day - (_EPOCH + timedelta(days=day)).weekday()


def first_day(today: int) -> int:
    """Where the last four weeks begin: this one and the three before."""
    return monday_of(today) - 7 * (WEEKS - 1)


def weeks_until(today: int) -> tuple[str, ...]:
    """Those four, the first one first."""
    return tuple(week_of(first_day(today) + 7 * number) for number in range(WEEKS))


def oldest_month(today: int) -> str:
    """Months before this one are thrown away."""
    year, month = map(int, month_of(today).split("-"))
    months = year * 12 + month - 1 - MONTHS_KEPT
    return f"{months // 12}-{months % 12 + 1:02}"


def next_friday(now: datetime) -> datetime:
    """The next Friday at FRIDAY_HOUR, later than `now`."""
    at = now.replace(hour=FRIDAY_HOUR, minute=0, second=0, microsecond=0)
    at += timedelta(days=(FRIDAY - now.weekday()) % 7)
    return at if at > now else at + timedelta(days=7)


def next_night(now: datetime) -> datetime:
    """The next midnight, by UTC."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
