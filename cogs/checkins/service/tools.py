"""What the services of check-ins have in common."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.data import backlog, people
from bot.data.inbox import Inbox, Note
from bot.data.keys import Keys
from bot.data.people import Choices
from bot.data.queue import NewJob
from bot.data.unit import Look, Rows, Unit
from bot.domain.clock import from_ms
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, MemberId
from bot.screening.escape import escape
from cogs.checkins.model.plan import By, Plan, Work
from cogs.checkins.store import buckets, days, plans, threads

ONE = "all"
"""The key of work of which there is one in all."""


@dataclass(frozen=True)
class Tools:
    """Shared by the services of this feature; each method is a step inside somebody's unit."""

    rows: Rows
    keys: Keys
    inbox: Inbox

    def own(self, look: Look, number: int, member: MemberId) -> Plan:
        """The plan, if it is this person's. Raises Refusal."""
        one = plans.by_id(look, self.keys, number)
        if one is None:
            raise Refusal("checkin-gone")
        if one.member != member:
            raise Refusal("checkin-not-yours")
        return one

    def own_held(self, unit: Unit, number: int, member: MemberId) -> Plan:
        """The same as `own`, as it stands now and until the unit ends: for whoever writes it anew. Raises Refusal."""
        self.own(unit.connection, number, member)
        one = plans.held(unit, self.keys, number)
        if one is None:
            raise Refusal("checkin-gone")
        return one

    def is_closed(self, unit: Unit, one: Plan, channel: ChannelId) -> None:
        """Nothing got through there, where a plan, as it was then, asks: the inbox until they choose anew."""
        if one.by is By.THREAD:
            if plans.thread_is_gone(unit, one.id, channel):
                threads.take_away(unit, one.guild, channel)
        else:
            people.dm_is_closed(unit, one.guild, one.member, channel)

    def is_answered(self, look: Look, one: Plan, day: date) -> bool:
        """Whether that day has its answer."""
        there = days.one(look, self.keys, one.id, day)
        return there is not None and there.answer is not None

    def next_question(self, look: Look, one: Plan, after: date) -> int:
        """The first date later than `after` that has not been asked or answered about yet, as its ordinal."""
        return max([after, *days.dates_from(look, one.id, after)]).toordinal() + 1

    def into_inbox(self, unit: Unit, one: Plan, note: Note) -> None:
        """Lets a note wait, in place of the one before: a month of quiet leaves one, not thirty."""
        self.inbox.drop(unit, one.id)
        self.inbox.put(unit, one.guild, one.member, note, number=one.id)

    def wake(self, unit: Unit, kind: Work, due: datetime) -> None:
        """This work runs then, whatever was planned."""
        job = NewJob(kind=kind, key=ONE, due=due)
        if unit.schedule(job):
            return
        # it is there already, and is moved; if it was just being finished, this waits for that, and it is put anew
        backlog.hurry(unit.connection, kind, ONE, due)
        unit.schedule(job)

    def wake_for_buckets(self, unit: Unit) -> None:
        """Looks at the buckets when the next one is due."""
        due_ms = buckets.next_due_ms(unit.connection)
        if due_ms is not None:
            self.wake(unit, Work.DUE, from_ms(due_ms))

    def wake_for_recaps(self, unit: Unit) -> None:
        """Looks at the recaps when the next one is due."""
        due_ms = plans.next_recap(unit.connection)
        if due_ms is not None:
            self.wake(unit, Work.RECAPS, from_ms(due_ms))


def channel_of(plan: Plan, chosen: Choices) -> ChannelId | None:
    """Where a plan asks; None where that is the inbox."""
    return plan.thread if plan.by is By.THREAD else chosen.dm


def planned_words(one: Plan, on: date) -> dict[str, str | int]:
    """What a ping of that day says of the person's own words, safe to show."""
    fresh, step = one.words.then if one.words.then_is_new else "", one.words.step_on(on)
    return {
        "member": f"<@{one.member}>", "step": escape(step), "hasStep": int(bool(step)),
        "then": escape(fresh), "hasThen": int(bool(fresh)),
    }  # fmt: skip


def ping_note(plan: Plan, day: date) -> Note:
    """The question, waiting in the inbox."""
    answers = ("did", "part", "rest", "tough")
    buttons = tuple(
        (f"answer-{name}", f"checkin:answer:{plan.id}:{day.toordinal()}:{name}") for name in answers
    )  # fmt: skip
    return Note("checkin-waits", planned_words(plan, day), buttons)


def silence_note(plan: Plan) -> Note:
    """The one kind question, waiting in the inbox."""
    verbs = ("keep", "week", "stop")
    return Note("checkin-silent", {}, tuple((f"checkin-{verb}", f"checkin:{verb}:{plan.id}") for verb in verbs))
