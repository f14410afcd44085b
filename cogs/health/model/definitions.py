"""What each figure means (SPEC 4.8). Pure: numbers in, numbers out; every source is named."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS

STEPS_MS = (
    5 * MINUTE_MS, 10 * MINUTE_MS, 20 * MINUTE_MS, 40 * MINUTE_MS, 1 * HOUR_MS, 2 * HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS,
    12 * HOUR_MS, 24 * HOUR_MS,
)  # fmt: skip
"""Upper ends of the steps in which waiting times are counted; whatever waited longer counts as unanswered at 24 h."""
UNANSWERED_AFTER_MS = STEPS_MS[-1]
WEEKDAYS, HOURS = 7, 24


@dataclass(frozen=True)
class Figures:
    """Counts of one released cell, or the sum of several: they add up, so that windows are sums of cells.

    `waits[i]` vents got their first support within STEPS_MS[i] and not before; `hours[weekday * 24 + hour]` vents were
    posted in that hour of the week, UTC, Monday first.
    """

    vents: int = 0
    unanswered: int = 0
    """Without a first support within 24 hours of going up; what came and was taken back did come."""
    enough: int = 0
    """With enough support within 24 hours, by the rules of the group's size (SPEC 4.12)."""
    supports: int = 0
    """The most different people there were on each within 24 hours, added up."""
    named: int = 0
    """Named acts between members, vents aside."""
    waits: tuple[int, ...] = (0,) * len(STEPS_MS)
    hours: tuple[int, ...] = (0,) * (WEEKDAYS * HOURS)

    @property
    def events(self) -> int:
        """What a cell must hold ten of: vents, supports, named acts."""
        return self.vents + self.supports + self.named


NOTHING = Figures()
_AT_ONCE = 200
"""Added in one call, during which no other thread has a turn."""


def together(several: Sequence[Figures]) -> Figures:
    """Their sum. A server of four hundred circles has ten thousand of them in two windows."""
    waits, hours = NOTHING.waits, NOTHING.hours
    for begins in range(0, len(several), _AT_ONCE):
        some = several[begins : begins + _AT_ONCE]
        waits = tuple(map(sum, zip(waits, *(one.waits for one in some), strict=True)))
        hours = tuple(map(sum, zip(hours, *(one.hours for one in some), strict=True)))
    return Figures(
        sum(one.vents for one in several), sum(one.unanswered for one in several), sum(one.enough for one in several),
        sum(one.supports for one in several), sum(one.named for one in several), waits, hours,
    )  # fmt: skip


def ecdf(waits: Sequence[int], vents: int) -> list[tuple[int, float]]:
    """(milliseconds, share of all vents with a first support by then): the empirical distribution function.

    Vents without support stay in the denominator (they are censored, not left out), so that it ends below 1. Empty
    without vents.
    """
    if not vents:
        return []
    reached = 0
    steps: list[tuple[int, float]] = []
    for upper, count in zip(STEPS_MS, waits, strict=True):
        reached += count
        steps.append((upper, reached / vents))
    return steps


def quantile_ms(waits: Sequence[int], vents: int, share: float) -> int | None:
    """The upper end of the step within which `share` of all vents had support: "within two hours".

    None where that share was never reached.
    """
    return next((upper for upper, reached in ecdf(waits, vents) if reached >= share), None)


def step_of(wait_ms: int) -> int | None:
    """Which of STEPS_MS a wait falls into, None for longer than the last."""
    return next((number for number, upper in enumerate(STEPS_MS) if wait_ms <= upper), None)


def hour_of_week(at_ms: int) -> int:
    """0 for Monday 00:00–00:59 UTC to 167."""
    at = datetime.fromtimestamp(at_ms / 1000, UTC)
    return at.weekday() * HOURS + at.hour


def shifted(hours: Sequence[int], by: int) -> tuple[int, ...]:
    """Hours of the week as they are `by` whole hours east of UTC."""
    return tuple(hours[(number - by) % len(hours)] for number in range(len(hours)))


def week_of(at_ms: int) -> int:
    """The ISO week as its Monday, in days since 1970 (UTC): weeks can be counted with it."""
    day = at_ms // DAY_MS
    # 1 January 1970 was a Thursday
    return day - (day + 3) % 7


def week_begins(week: int) -> datetime:
    """Its Monday, 00:00 UTC."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=week)


def reciprocity(pairs: int, mutual: int) -> float | None:
    """r = mutual / all directed pairs (Wasserman and Faust 1994, 13.1); None without pairs."""
    return mutual / pairs if pairs else None


def density(pairs: int, people: int) -> float | None:
    """a = pairs / N(N − 1); None for fewer than two people."""
    return pairs / (people * (people - 1)) if people > 1 else None


def rho(pairs: int, mutual: int, people: int) -> float | None:
    """(r − a) / (1 − a), Garlaschelli and Loffredo 2004, Phys. Rev. Lett. 93, 268701, equation 3.

    None where it is not defined: no pairs, or everybody gave to everybody.
    """
    r, a = reciprocity(pairs, mutual), density(pairs, people)
    if r is None or a is None or a >= 1:
        return None
    return (r - a) / (1 - a)


@dataclass(frozen=True)
class Waiting:
    """Vents that have no support yet, by age."""

    within_hour: int = 0
    within_six: int = 0
    within_day: int = 0
    longer: int = 0

    @property
    def all(self) -> int:
        return self.within_hour + self.within_six + self.within_day + self.longer


def waiting(ages_ms: Sequence[int]) -> Waiting:
    """Sorts the ages of unanswered vents."""
    bounds = (HOUR_MS, 6 * HOUR_MS, DAY_MS)
    counts = [0] * (len(bounds) + 1)
    for age in ages_ms:
        counts[sum(age > bound for bound in bounds)] += 1
    return Waiting(*counts)


@dataclass(frozen=True)
class Chance:
    """Between which values of rho a group without any structure would be, 95 of 100 times."""

    low: float
    high: float


@dataclass(frozen=True)
class Mutuality:
    """One released figure: named acts of whole weeks."""

    from_week: int
    weeks: int
    events: int
    rho: float
    chance: Chance = field(default=Chance(0.0, 0.0))
    top_tenth: int | None = None
    """The share of acts, in percent, by the tenth of givers who gave most; None where that would be single people."""

    @property
    def verdict(self) -> str:
        """ "more", "about" or "less" mutual than chance."""
        if self.rho > self.chance.high:
            return "more"
        return "less" if self.rho < self.chance.low else "about"
