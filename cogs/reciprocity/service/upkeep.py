"""What happens to the ledger by itself: weeks are added up, old acts become months, old months go."""

from collections import Counter

from bot.data import given
from bot.data.keys import Keys
from bot.data.queue import Job, NewJob
from bot.data.unit import Rows, Unit
from bot.domain.ids import GuildId, MemberId
from cogs.reciprocity.model.balance import (  # fmt: skip
    ACTS_KEPT,
    WAITING_AT_MOST,
    Side,
    Work,
    day_of,
    month_of,
    month_of_week,
    next_night,
    oldest_month,
    week_of,
)
from cogs.reciprocity.store import acts, own, people, sums


class Upkeep:
    """Handlers of `reciprocity.tend` and `reciprocity.roll`: rows only."""

    def __init__(self, rows: Rows, keys: Keys) -> None:
        self.rows = rows
        self._keys = keys

    def plant(self, unit: Unit) -> None:
        """Puts tonight's work into the queue, if it is not there."""
        unit.schedule(NewJob(kind=Work.TEND, key="nightly", due=next_night(unit.now)))

    def tend(self, unit: Unit, _: Job) -> None:
        """Every night."""
        today = day_of(unit.now_ms)
        oldest = today - ACTS_KEPT.days
        self._acts_into_months(unit, oldest)
        self._weeks_into_months(unit, oldest)
        sums.drop_old_months(unit, oldest_month(today))
        people.drop_unneeded(unit)
        for guild in sums.where_waiting(unit.connection):
            unit.schedule(NewJob(kind=Work.ROLL, key=str(guild), guild=guild))
        self.plant(unit)

    def roll(self, unit: Unit, job: Job) -> None:
        """Adds up what waits on one server, all at once and in no order, when the week is over or very much waits."""
        self.add_up(unit, GuildId(int(job.key)))

    def add_up(self, unit: Unit, guild: GuildId, *, at_most: int = WAITING_AT_MOST) -> None:
        """Adds up earlier weeks; this one too where more than `at_most` wait."""
        this_week = week_of(day_of(unit.now_ms))
        found = sums.waiting(unit.connection, guild)
        waiting = [(number, given.opened(self._keys, number, sealed)) for number, sealed in found]
        ripe = waiting if len(waiting) > at_most else [one for one in waiting if one[1].week < this_week]
        by_giver: dict[MemberId, list[given.Given]] = {}
        for _, one in ripe:
            by_giver.setdefault(one.giver, []).append(one)
        total: dict[tuple[int, str, str], int] = {}
        for giver, several in by_giver.items():
            keeper = people.keeper(unit.connection, guild, giver)
            if keeper is not None:
                total |= {(keeper.number, week, kind): count for (week, kind), count in own.by_kind(several).items()}
        sums.add_weeks(unit, total)
        sums.no_longer_wait(unit, [number for number, _ in ripe])

    def _acts_into_months(self, unit: Unit, oldest: int) -> None:
        months = Counter[tuple[int, str, str, str]]()
        for row in acts.take_old(unit, oldest):
            count, month = row.acts - row.removed, month_of(row.day)
            months[row.giver_no, month, Side.GAVE, row.kind] += count
            if not row.held:
                months[row.receiver_no, month, Side.GOT, row.kind] += count
        sums.add_months(unit, months)

    def _weeks_into_months(self, unit: Unit, oldest: int) -> None:
        months = Counter[tuple[int, str, str, str]]()
        for row in sums.take_old_weeks(unit, week_of(oldest)):
            if row.kind != sums.POST:
                months[row.number, month_of_week(row.week), Side.GAVE, row.kind] += row.acts
        sums.add_months(unit, months)
