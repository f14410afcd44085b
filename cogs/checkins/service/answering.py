"""Answers: one press is a whole one; a note and a plan for the next no can follow."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.data import backlog, guilds, leaving
from bot.data.queue import NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.events import CheckInShared
from bot.domain.ids import GuildId, MemberId
from bot.screening.escape import clean
from cogs.checkins.model.counting import Counted
from cogs.checkins.model.plan import KEPT_DAYS, LATER, Answer, Day, Kept, Plan, Share, State, Work, consistency
from cogs.checkins.model.recap import HISTORY_WEEKS, Past, monday_of, past
from cogs.checkins.model.times import holds_on, how_many, local_day
from cogs.checkins.service.tools import Tools
from cogs.checkins.store import days, plans

YESTERDAY = timedelta(days=1)
"""A question of the evening may be put off past midnight."""
AHEAD = timedelta(days=1)
"""A question asked just before a change of zone may be of tomorrow there."""


@dataclass(frozen=True)
class Noted:
    """An answer is kept."""

    plan: Plan
    kept: Kept
    today: bool
    """Whether it was about today, or a day before."""
    room: str | None
    """The way to where people let things out, if this server has such a place."""


@dataclass(frozen=True)
class Written:
    """A note is kept. `step` is the next one as it was filled in now, `then_before` what was planned for a no."""

    plan: Plan
    step: str
    then_before: str


class Answering:
    """A person's answers to their own check-ins."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_look
    def today(self, look: Look, guild: GuildId, member: MemberId) -> tuple[Plan, date]:
        """The plan and its date there now, to check in without being asked. Raises Refusal: no plan."""
        one = plans.of(look, self._tools.keys, guild, member)
        if one is None:
            raise Refusal("checkin-none")
        return one, local_day(one.zone, self.rows.wall.now())

    @one_unit
    def answer(self, unit: Unit, number: int, on: date, member: MemberId, said: Answer) -> Noted:
        """Raises Refusal: not theirs, gone, too long ago."""
        one = self._tools.own(unit.connection, number, member)
        self._within(one, on, unit.now)
        days.open_day(unit, one.id, on, planned=holds_on(one.days, on))
        first = days.answer(unit, one.id, on, said)
        plans.heard(unit, one.id)
        if said is Answer.DID and one.words.step_on(on):
            self._step_is_done(unit, one)
        if first and one.share is not Share.NOBODY and not leaving.is_away(unit.connection, one.guild):
            unit.emit(CheckInShared(one.guild, member, one.share, unit.now_ms))
        self._tools.inbox.drop(unit, one.id)
        room = guilds.channels(unit.connection, one.guild).vent_room
        way = f"https://discord.com/channels/{one.guild}/{room}" if room is not None else None
        today = on >= local_day(one.zone, unit.now)
        return Noted(one, self._kept(unit.connection, one, unit.now), today, way)

    def _step_is_done(self, unit: Unit, one: Plan) -> None:
        now = self._tools.own_held(unit, one.id, one.member)
        if now.words.step == one.words.step:
            plans.words_are(unit, self._tools.keys, replace(now, words=replace(now.words, step="")))

    def _kept(self, look: Look, one: Plan, now: datetime) -> Kept:
        today, a_week = local_day(one.zone, now), how_many(one.days)
        # one more: today's may be asked and open, and does not count yet
        some = days.last_that_count(look, self._tools.keys, one.id, today + AHEAD, a_week + 2)
        return consistency(some, a_week, today)

    def _within(self, one: Plan, on: date, now: datetime) -> None:
        today = local_day(one.zone, now)
        if not today - timedelta(days=KEPT_DAYS) <= on <= today + AHEAD:
            raise Refusal("checkin-too-old")

    @one_look
    def note_of(self, look: Look, number: int, on: date, member: MemberId) -> tuple[Plan, Day | None]:
        """What there is already, for the form. Raises Refusal."""
        one = self._tools.own(look, number, member)
        return one, days.one(look, self._tools.keys, number, on)

    @one_unit
    def write(
        self, unit: Unit, number: int, on: date, member: MemberId, counted: Counted, learned: str, step: str
    ) -> Written:
        """Keeps a note. A step left empty leaves the one that is there. Raises Refusal."""
        one = self._tools.own(unit.connection, number, member)
        self._within(one, on, unit.now)
        days.open_day(unit, one.id, on, planned=holds_on(one.days, on))
        there = days.one(unit.connection, self._tools.keys, one.id, on)
        counts = counted.instead_of(there.counts if there is not None else {})
        days.note(unit, self._tools.keys, one.id, on, counts, clean(learned))
        plans.heard(unit, one.id)
        if clean(step):
            one = self._tools.own_held(unit, number, member)
            one = self._next_step(unit, one, clean(step), after=on)
        return Written(one, clean(step), one.words.then)

    @one_look
    def is_asked(self, look: Look, guild: GuildId, member: MemberId) -> bool:
        """Whether this person has a plan here that is not stopped."""
        one = plans.of(look, self._tools.keys, guild, member)
        return one is not None and one.state is not State.STOPPED

    @one_unit
    def keep_step(self, unit: Unit, guild: GuildId, member: MemberId, step: str) -> str:
        """Brings it along with the next question; gives it as it is kept. Raises Refusal where none will come."""
        one = plans.held_of(unit, self._tools.keys, guild, member)
        if one is None or one.state is State.STOPPED:
            raise Refusal("checkin-step-no-plan")
        yesterday = local_day(one.zone, unit.now) - YESTERDAY
        return self._next_step(unit, one, clean(step), after=yesterday).words.step

    def _next_step(self, unit: Unit, one: Plan, step: str, *, after: date) -> Plan:
        """For the question that is asked next, later than `after`: an answer to those before leaves it."""
        words = replace(one.words, step=step, step_from=self._tools.next_question(unit.connection, one, after))
        one = replace(one, words=words)
        plans.words_are(unit, self._tools.keys, one)
        return one

    @one_unit
    def plan_for_no(self, unit: Unit, number: int, member: MemberId, then: str) -> Plan:
        """What they do when the next no comes; empty takes it away. Raises Refusal."""
        one = self._tools.own_held(unit, number, member)
        text = clean(then)
        one = replace(one, words=replace(one.words, then=text, then_is_new=bool(text)))
        plans.words_are(unit, self._tools.keys, one)
        return one

    @one_unit
    def later(self, unit: Unit, number: int, on: date, member: MemberId) -> datetime:
        """Asks once more after LATER; gives when. Raises Refusal, also where nothing would come then."""
        one = self._tools.own(unit.connection, number, member)
        if on < local_day(one.zone, unit.now) - YESTERDAY:
            raise Refusal("checkin-later-over")
        if one.state is not State.ON:
            raise Refusal("checkin-later-stopped")
        if one.is_paused(unit.now_ms):
            raise Refusal("checkin-later-paused")
        if leaving.is_away(unit.connection, one.guild):
            raise Refusal("checkin-later-away")
        if self._tools.is_answered(unit.connection, one, on):
            raise Refusal("checkin-later-answered")
        plans.heard(unit, one.id)
        key, due = f"{one.id}/{on.toordinal()}", unit.now + LATER
        if not unit.schedule(NewJob(kind=Work.LATER, key=key, due=due, guild=one.guild)):
            backlog.hurry(unit.connection, Work.LATER, key, due)  # put off once more: what was just said holds
        return due

    @one_look
    def history(self, look: Look, guild: GuildId, member: MemberId) -> tuple[Plan, Past, Kept]:
        """The last weeks. Raises Refusal: no plan."""
        one = plans.of(look, self._tools.keys, guild, member)
        if one is None:
            raise Refusal("checkin-none")
        return self.weeks(look, one, HISTORY_WEEKS, self.rows.wall.now())

    def weeks(self, look: Look, one: Plan, many: int, now: datetime) -> tuple[Plan, Past, Kept]:
        """The last `many` weeks of a plan, as they were at a moment."""
        today = local_day(one.zone, now)
        some = days.since(look, self._tools.keys, one.id, monday_of(today) - timedelta(weeks=many - 1))
        known = [day for day in some if day.day <= today]
        return one, past(one, known, today, many), self._kept(look, one, now)
