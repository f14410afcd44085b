"""The weekly recap, for those who asked for one."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.data import leaving, people
from bot.data.inbox import Note
from bot.data.queue import Job
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import from_ms, real_ms, to_ms
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId
from cogs.checkins.model.plan import By, Kept, Plan, State
from cogs.checkins.model.recap import SKIPPED_AFTER, Past, after_question, monday_of, recap_due
from cogs.checkins.model.times import local_day
from cogs.checkins.service.answering import Answering
from cogs.checkins.service.tools import Tools
from cogs.checkins.store import plans

AT_ONCE = 5
_NOTE = 1 << 40
"""Changed in a plan's number, it gives that of the recap's note: the question's note has the plan's own."""


@dataclass(frozen=True)
class Recap:
    """One week of one person, on its way. `begun_before`: an earlier try may have got through.

    `names_server` as in `sending.Ping`.
    """

    plan: Plan
    monday: date
    past: Past
    kept: Kept
    channel: ChannelId
    begun_before: bool
    first_ms: int
    names_server: bool


class Recaps:
    """What comes on Sunday evening."""

    def __init__(self, tools: Tools, answering: Answering) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._answering = answering

    @one_unit
    def next_ones(self, unit: Unit) -> list[Recap]:
        """The next AT_ONCE that are wanted, noted as tried; the others are put off to next week."""
        found: list[Recap] = []
        away = leaving.away(unit.connection)
        for one, before in plans.recaps(unit.connection, self._tools.keys, unit.now_ms, AT_ONCE):
            channel = self._where(unit.connection, one)
            late = unit.now_ms - (one.recap_ms or 0) > SKIPPED_AFTER // timedelta(milliseconds=1)
            _, past, kept = self._answering.weeks(unit.connection, one, 1, from_ms(one.recap_ms or 0))
            silent = one.state is not State.ON or one.is_paused(unit.now_ms) or one.guild in away
            later = after_question(one, from_ms(one.recap_ms or 0))
            if later > unit.now:
                # also for whoever was asked today whether it still suits them: they may say so until then
                plans.recap_at(unit, one.id, to_ms(later))
            elif silent or late or not past.days:
                self._next_week(unit, one)
            elif channel is None:
                self._into_inbox(unit, one, past, kept)
            else:
                first = plans.recap_tried(unit, one.id, real_ms())
                monday = monday_of(local_day(one.zone, from_ms(one.recap_ms or 0)))
                names = one.by is By.DM and bool(plans.with_several(unit.connection, [one.member]))
                found.append(Recap(one, monday, past, kept, channel, before is not None, first, names))
        return found

    def _where(self, look: Look, one: Plan) -> ChannelId | None:
        chosen = people.choices(look, one.guild, one.member)
        if chosen.quiet:
            return None
        return one.thread if one.by is By.THREAD else chosen.dm

    def _into_inbox(self, unit: Unit, one: Plan, past: Past, kept: Kept) -> None:
        number = one.id ^ _NOTE
        self._tools.inbox.drop(unit, number)
        note = Note("recap-waits", {"days": past.days, "kept": kept.kept, "of": kept.of})
        self._tools.inbox.put(unit, one.guild, one.member, note, number=number)
        self._next_week(unit, one)

    def _next_week(self, unit: Unit, one: Plan) -> None:
        plans.recap_at(unit, one.id, to_ms(recap_due(one.id, one.zone, unit.now)))

    @one_look
    def still_wanted(self, look: Look, recap: Recap) -> bool:
        """Asked right before it goes out: nothing reaches a paused person."""
        now = plans.by_id(look, self._tools.keys, recap.plan.id)
        if now is None or now.recap_ms != recap.plan.recap_ms or now.state is not State.ON:
            return False
        if leaving.is_away(look, now.guild):
            return False
        return not now.is_paused(to_ms(self.rows.wall.now())) and self._where(look, now) == recap.channel

    @one_unit
    def done(self, unit: Unit, recap: Recap) -> None:
        """It is there, or is not wanted any more: the next comes in a week."""
        now = plans.by_id(unit.connection, self._tools.keys, recap.plan.id)
        if now is not None and now.recap_ms == recap.plan.recap_ms:
            self._next_week(unit, now)

    @one_unit
    def unreached(self, unit: Unit, recap: Recap, closed: CannotReach) -> None:
        """The door is closed, unless another was opened meanwhile. It stays due: the next go finds where it goes.

        Where a right is missing, which may come back, this one waits in the inbox.
        """
        if closed.permission is None:
            self._tools.is_closed(unit, recap.plan, recap.channel)
        else:
            self._into_inbox(unit, recap.plan, recap.past, recap.kept)

    @one_unit
    def go_on(self, unit: Unit, job: Job) -> None:
        """Looks again when the next one is due."""
        unit.finish(job)
        self._tools.wake_for_recaps(unit)
