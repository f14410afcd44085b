"""Publishing: once a week, for ever."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Rows, Unit, one_look, one_unit
from bot.domain.ids import GuildId
from cogs.health.model.cells import OPEN_WEEKS_AT_MOST, Cell, People, may_be_published
from cogs.health.model.definitions import (
    HOURS,
    NOTHING,
    STEPS_MS,
    UNANSWERED_AFTER_MS,
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


def open_cells(look: Look, guild: GuildId, last: int) -> dict[int, tuple[Cell, People]]:
    """What is not published yet, up to and with a week: one cell for each circle, with its people."""
    vents = unpublished.vents(look, guild, last)
    acts = unpublished.acts(look, guild, last)
    by_week = unpublished.people(look, guild, last)
    circles = {row.circle for row in (*vents, *acts)} | {circle for circle, _ in by_week}
    found: dict[int, tuple[Cell, People]] = {}
    for circle in circles:
        ours = [row for row in vents if row.circle == circle]
        weeks = [row.week for row in (*ours, *acts) if row.circle == circle]
        weeks += [week for one, week in by_week if one == circle]
        first = min(weeks)
        named = sum(int(row[2]) for row in acts if row.circle == circle)
        figures = sum((_of_vent(row) for row in ours), replace(NOTHING, named=max(0, named)))
        people = _together([seen for (one, _), seen in by_week.items() if one == circle], ours)
        found[circle] = Cell(circle, first, (last - first) // 7 + 1, people.at_least, figures), people
    return found


def _together(weeks: Sequence[People], vents: Sequence[object]) -> People:
    """People of several weeks may be the same: the fullest week is how many there were at least."""
    most = max((int(getattr(row, "most", 0)) for row in vents), default=0)
    return People(
        max((one.unnamed_authors for one in weeks), default=0), max((one.named for one in weeks), default=0), most
    )


def _of_vent(row: object) -> Figures:
    posted, first = int(getattr(row, "posted_ms", 0)), getattr(row, "first_ms", None)
    waits, hours = [0] * len(STEPS_MS), [0] * (WEEKDAYS * HOURS)
    wait = None if first is None else int(first) - posted
    step = None if wait is None else step_of(wait)
    if step is not None:
        waits[step] = 1
    hours[hour_of_week(posted)] = 1
    late = wait is None or wait > UNANSWERED_AFTER_MS
    return Figures(
        vents=1, unanswered=int(late), enough=int(getattr(row, "enough_ms", None) is not None),
        supports=int(getattr(row, "most", 0)), waits=tuple(waits), hours=tuple(hours),
    )  # fmt: skip
