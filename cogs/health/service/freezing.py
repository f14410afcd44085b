"""Publishing: once a week, for ever."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Rows, Unit, one_look, one_unit
from bot.domain.ids import GuildId
from cogs.health.model.cells import OPEN_WEEKS_AT_MOST, Cell, People, may_be_published
from cogs.health.model.definitions import (
    HOURS,
    STEPS_MS,
    WEEKDAYS,
    Figures,
    Mutuality,
    hour_of_week,
    step_of,
)
from cogs.health.model.work import BLOCK_WEEKS, Work, last_ripe_week, next_freeze
from cogs.health.store import published, unpublished


@dataclass(frozen=True)
class Block:
    """Weeks whose mutuality is to be published next: from one Monday until before another (days since 1970)."""

    from_week: int
    weeks: int

    @property
    def until_week(self) -> int:
        return self.from_week + 7 * self.weeks


class Freezing:
    """What the weekly job does."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    @one_look
    def next_block(self, look: Look, guild: GuildId, now_ms: int) -> Block | None:
        """The whole weeks since the last published ones; None while there are fewer than BLOCK_WEEKS."""
        before = published.mutualities(look, guild)
        since_ms = published.since_ms(look, guild)
        if since_ms is None:
            return None
        first = before[-1].from_week + 7 * before[-1].weeks if before else last_ripe_week(since_ms) + 14
        until = last_ripe_week(now_ms) + 7
        # older acts are not kept (SPEC 5)
        first = max(first, until - 7 * OPEN_WEEKS_AT_MOST)
        weeks = (until - first) // 7
        return Block(first, weeks) if weeks >= BLOCK_WEEKS else None

    @one_unit
    def wait(self, unit: Unit, guild: GuildId, job: Job) -> None:
        """Health is switched off: nothing is published, and it is asked again in a week."""
        unit.finish(job)
        unit.schedule(NewJob(kind=Work.FREEZE, key=str(guild), due=next_freeze(unit.now), guild=guild))

    @one_unit
    def freeze(self, unit: Unit, guild: GuildId, mutuality: Mutuality | None, job: Job) -> None:
        """Publishes every cell that may be, keeps the others open, throws away what is too old, plants the next."""
        last = last_ripe_week(unit.now_ms)
        opened = open_cells(unit.connection, guild, last)
        for circle, (cell, people) in opened.items():
            if may_be_published(people, cell.figures):
                published.publish(unit, guild, replace(cell, people=people.at_least - 1))
                unpublished.drop(unit, guild, circle, last)
            elif cell.weeks > OPEN_WEEKS_AT_MOST:
                unpublished.drop(unit, guild, circle, cell.from_week + 7 * (cell.weeks - OPEN_WEEKS_AT_MOST - 1))
        if mutuality is not None:
            published.publish_mutuality(unit, guild, mutuality)
        published.is_frozen(unit, guild, last)
        unit.finish(job)
        unit.schedule(NewJob(kind=Work.DIGEST, key=f"{guild}/{last}", guild=guild))
        unit.schedule(NewJob(kind=Work.FREEZE, key=str(guild), due=next_freeze(unit.now), guild=guild))


@dataclass
class _Opened:
    """What is added up of one circle."""

    weeks: list[int] = field(default_factory=list[int])
    people: People = field(default_factory=People)
    named: int = 0
    vents: int = 0
    unanswered: int = 0
    enough: int = 0
    supports: int = 0
    waits: list[int] = field(default_factory=lambda: [0] * len(STEPS_MS))
    hours: list[int] = field(default_factory=lambda: [0] * (WEEKDAYS * HOURS))

    def seen(self, week: int, people: People) -> None:
        """People of several weeks may be the same: the fullest week is how many there were at least."""
        self.weeks.append(week)
        self.people = People(
            max(self.people.unnamed_authors, people.unnamed_authors), max(self.people.named, people.named),
            max(self.people.most_on_one, people.most_on_one),
        )  # fmt: skip

    def post(self, row: Any) -> None:
        step = None if row.first_ms is None else step_of(row.first_ms - row.posted_ms)
        if step is None:
            self.unanswered += 1
        else:
            self.waits[step] += 1
        self.vents += 1
        self.enough += row.enough_ms is not None
        self.supports += row.most
        self.hours[hour_of_week(row.posted_ms)] += 1
        self.seen(row.week, People(most_on_one=row.most))

    def cell(self, circle: int, last: int) -> Cell:
        """Up to and with the week `last`."""
        figures = Figures(
            self.vents, self.unanswered, self.enough, self.supports, max(0, self.named), tuple(self.waits),
            tuple(self.hours),
        )  # fmt: skip
        first = min(self.weeks)
        return Cell(circle, first, (last - first) // 7 + 1, self.people.at_least, figures)


def open_cells(look: Look, guild: GuildId, last: int) -> dict[int, tuple[Cell, People]]:
    """What is not published yet, up to and with a week: one cell for each circle, with its people."""
    found: defaultdict[int, _Opened] = defaultdict(_Opened)
    for row in unpublished.vents(look, guild, last):
        found[row.circle].post(row)
    for row in unpublished.acts(look, guild, last):
        found[row.circle].named += row.acts
        found[row.circle].weeks.append(row.week)
    for (circle, week), people in unpublished.people(look, guild, last).items():
        found[circle].seen(week, people)
    return {circle: (one.cell(circle, last), one.people) for circle, one in found.items()}
