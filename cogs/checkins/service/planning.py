"""What people do with their plan: make, change, pause, resume, stop."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.data import drafts, guilds, leaving, people
from bot.data.unit import Look, Unit, one_aside, one_look, one_unit
from bot.domain.clock import from_ms, to_ms
from bot.domain.errors import Refusal
from bot.domain.events import CheckInsPaused
from bot.domain.ids import ChannelId, GuildId, MemberId, random_id
from bot.screening.escape import clean
from cogs.checkins.model.asked import Asked, asked_from
from cogs.checkins.model.plan import FOR_EVER_MS, SHARED_BY, By, OwnWords, Plan, Share, State, Wished
from cogs.checkins.model.recap import recap_due, recap_moved
from cogs.checkins.model.times import DAY, WEEK, days_on, due_after, holds_on, local_day, next_due
from cogs.checkins.service.tools import Tools, channel_of
from cogs.checkins.store import buckets, days, plans, threads

_MOMENT = timedelta(milliseconds=1)


class Planning:
    """A person's own plan on one server."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    def now(self) -> datetime:
        """People's time."""
        return self.rows.wall.now()

    @one_look
    def of(self, look: Look, guild: GuildId, member: MemberId) -> Plan | None:
        """None for whoever has none here."""
        return plans.of(look, self._tools.keys, guild, member)

    @one_look
    def own(self, look: Look, number: int, member: MemberId) -> Plan:
        """Raises Refusal."""
        return self._tools.own(look, number, member)

    @one_look
    def servers(self, look: Look, member: MemberId) -> list[GuildId]:
        """Where this person has a plan or a pause, or is known at all; those with a plan first."""
        return list(dict.fromkeys([*plans.servers(look, member), *people.servers(look, member)]))

    @one_look
    def dm_of(self, look: Look, guild: GuildId, member: MemberId) -> ChannelId | None:
        """Their direct messages, where they have switched them on before."""
        return people.choices(look, guild, member).dm

    @one_aside
    def keep_draft(self, unit: Unit, asked: Asked) -> int:
        """Keeps what was typed for half an hour; gives its number."""
        number = random_id()
        drafts.keep(unit, self._tools.keys, number, asked.as_text())
        return number

    @one_look
    def draft(self, look: Look, number: int) -> Asked | None:
        """None where it is gone."""
        text = drafts.read(look, self._tools.keys, number, to_ms(self.now()))
        return asked_from(text) if text is not None else None

    @one_look
    def reaches(self, look: Look, one: Plan) -> bool:
        """Whether a plan's questions come where they were wanted; else they wait in the inbox."""
        return channel_of(one, people.choices(look, one.guild, one.member)) is not None

    @one_unit
    def keep(
        self, unit: Unit, guild: GuildId, member: MemberId, wished: Wished, room: ChannelId | None
    ) -> tuple[Plan, datetime | None]:
        """Makes or changes the plan; `room` is the direct message channel or the thread, None for the inbox.

        Gives the plan and when it asks next, None where the bot was removed from the server. A pause goes on.
        """
        before = plans.held_of(unit, self._tools.keys, guild, member)
        one = _changed(before, guild, member, wished)
        if before is not None and one.words.step != before.words.step:
            begins = self._tools.next_question(unit.connection, one, local_day(one.zone, unit.now) - DAY)
            one = replace(one, words=replace(one.words, step_from=begins))
        if one.by is By.THREAD and room is not None:
            one = _into(unit, one, room)
        if one.by is By.DM and room is not None:
            _dms_on(unit, one, room, wished.locale)
        plans.keep(unit, self._tools.keys, one, unit.now_ms)
        if before is None:
            one = replace(one, paused_until_ms=plans.paused_until(unit.connection, guild, member))
        elif before.state is State.QUIET:
            self._tools.inbox.drop(unit, one.id)  # the question whether it still suits them is answered
        if before is not None and before.zone != one.zone:
            self._recap_moves(unit, one)
        due, day = next_due(one.zone, one.minute, unit.now)
        buckets.ensure(unit, one.zone, one.minute, day, to_ms(due))
        self._tools.wake_for_buckets(unit)
        return one, _asks_next(unit, one)

    def _recap_moves(self, unit: Unit, one: Plan) -> None:
        if one.recap_ms is not None:
            moved = recap_moved(one.id, one.zone, from_ms(one.recap_ms), unit.now)
            plans.recap_at(unit, one.id, to_ms(moved))
            self._tools.wake_for_recaps(unit)

    @one_look
    def who_hears(self, look: Look, guild: GuildId, to: Share) -> str:
        """`to`; "<to>-off" where that is switched off on the server."""
        feature = SHARED_BY.get(to)
        return to if feature is None or feature in guilds.features(look, guild) else f"{to}-off"

    @one_unit
    def share(self, unit: Unit, number: int, member: MemberId, to: Share) -> Plan:
        """Who hears of answers. Raises Refusal."""
        one = self._tools.own(unit.connection, number, member)
        plans.share_is(unit, one.id, to)
        return replace(one, share=to)

    @one_unit
    def into_thread(self, unit: Unit, number: int, member: MemberId, thread: ChannelId) -> Plan:
        """In a private thread from now on. Raises Refusal."""
        one = replace(_into(unit, self._tools.own_held(unit, number, member), thread), by=By.THREAD)
        plans.keep(unit, self._tools.keys, one, unit.now_ms)
        return one

    @one_unit
    def into_dm(self, unit: Unit, number: int, member: MemberId, dm: ChannelId, locale: str) -> None:
        """By direct message from now on. Raises Refusal."""
        one = replace(self._tools.own_held(unit, number, member), by=By.DM)
        plans.keep(unit, self._tools.keys, one, unit.now_ms)
        _dms_on(unit, one, dm, locale)

    @one_unit
    def recap(self, unit: Unit, number: int, member: MemberId, *, on: bool) -> Plan:
        """The weekly picture, or none any more. Raises Refusal, also where none would come."""
        one = self._tools.own(unit.connection, number, member)
        if on and one.state is State.STOPPED:
            raise Refusal("checkin-picture-stopped")
        due = recap_due(one.id, one.zone, unit.now) if on else None
        plans.recap_at(unit, one.id, to_ms(due) if due is not None else None)
        self._tools.wake_for_recaps(unit)
        return replace(one, recap_ms=to_ms(due) if due is not None else None)

    @one_unit
    def pause(self, unit: Unit, guild: GuildId, member: MemberId, until: datetime | None) -> int:
        """Until a moment, or until they say so; gives it in people's ms. Also for those without a plan."""
        until_ms = FOR_EVER_MS if until is None else to_ms(until)
        version = plans.pause_until(unit, guild, member, until_ms)
        one = plans.of(unit.connection, self._tools.keys, guild, member)
        if one is not None:
            _lets_go(unit, one)
            plans.heard(unit, one.id)
        _silent(unit, CheckInsPaused(guild, member, until_ms, version))
        return until_ms

    @one_unit
    def resume(self, unit: Unit, guild: GuildId, member: MemberId) -> tuple[Plan | None, datetime | None]:
        """A pause, a silence or a stop is over; gives the plan, where there is one, and when it asks next as `keep`."""
        self._unpause(unit, guild, member)
        one = plans.of(unit.connection, self._tools.keys, guild, member)
        if one is None:
            return None, None
        return one, self._goes_on(unit, one)

    def _unpause(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        if plans.paused_until(unit.connection, guild, member) > unit.now_ms:
            _silent(unit, CheckInsPaused(guild, member, None, plans.pause_until(unit, guild, member, 0)))

    def _goes_on(self, unit: Unit, one: Plan) -> datetime | None:
        plans.on_again(unit, one.id)
        self._tools.inbox.drop(unit, one.id)
        due, day = next_due(one.zone, one.minute, unit.now)
        buckets.ensure(unit, one.zone, one.minute, day, to_ms(due))
        self._tools.wake_for_buckets(unit)
        return _asks_next(unit, replace(one, paused_until_ms=0))

    @one_unit
    def keep_coming(self, unit: Unit, number: int, member: MemberId) -> tuple[Plan, datetime | None]:
        """After three silent days. Raises Refusal."""
        one = self._tools.own(unit.connection, number, member)
        self._unpause(unit, one.guild, member)
        return one, self._goes_on(unit, one)

    @one_unit
    def rest(self, unit: Unit, guild: GuildId, member: MemberId, length: int) -> int:
        """Pauses for so many days, by the calendar there; gives until when, in people's ms."""
        one = plans.of(unit.connection, self._tools.keys, guild, member)
        until_ms = to_ms(days_on(one.zone if one is not None else "UTC", unit.now, length))
        version = plans.pause_until(unit, guild, member, until_ms)
        _silent(unit, CheckInsPaused(guild, member, until_ms, version))
        return until_ms

    @one_unit
    def in_a_week(self, unit: Unit, number: int, member: MemberId) -> Plan:
        """After three silent days: a pause, then it goes on. Raises Refusal."""
        one = self._tools.own(unit.connection, number, member)
        until = days_on(one.zone, unit.now, WEEK)
        version = plans.pause_until(unit, one.guild, member, to_ms(until))
        # this one question rests, not all else that may come
        unit.emit(CheckInsPaused(one.guild, member, to_ms(until), version))
        self._goes_on(unit, one)
        return one

    @one_unit
    def stop(self, unit: Unit, guild: GuildId, member: MemberId) -> Plan:
        """Nothing comes any more, no recap either; what was answered stays. Raises Refusal: no plan."""
        one = plans.of(unit.connection, self._tools.keys, guild, member)
        if one is None:
            raise Refusal("checkin-none")
        _lets_go(unit, one)
        plans.state_is(unit, one.id, State.STOPPED)
        plans.recap_at(unit, one.id, None)
        self._tools.inbox.drop(unit, one.id)
        return one


def _changed(before: Plan | None, guild: GuildId, member: MemberId, wished: Wished) -> Plan:
    """The plan as it is to be; what was not said stays as it was."""
    own, step = clean(wished.own), clean(wished.step)
    if before is None:
        return Plan(
            random_id(), guild, member, wished.zone, wished.minute, wished.days, wished.acts, wished.by or By.DM, None,
            wished.share or Share.NOBODY, State.ON, 0, None, wished.locale, OwnWords(own=own, step=step), 0,
        )  # fmt: skip
    return replace(
        before, zone=wished.zone, minute=wished.minute, days=wished.days, acts=wished.acts,
        by=wished.by or before.by, share=wished.share or before.share, state=State.ON, silent=0,
        locale=wished.locale, words=replace(before.words, own=own, step=step),
    )  # fmt: skip


def _asks_next(unit: Unit, one: Plan) -> datetime | None:
    """When the next question comes: on a day that was chosen, not in a pause, and not on a date that had its own.

    None where the bot was removed from the server.
    """
    if leaving.is_away(unit.connection, one.guild):
        return None
    paused = one.is_paused(unit.now_ms) and one.paused_until_ms < FOR_EVER_MS
    after = from_ms(one.paused_until_ms) - _MOMENT if paused else unit.now
    due, day = next_due(one.zone, one.minute, after)
    had = days.dates_from(unit.connection, one.id, day)
    while day in had or not holds_on(one.days, day):
        due, day = due_after(one.zone, one.minute, day)
    return due


def _dms_on(unit: Unit, one: Plan, dm: ChannelId, locale: str) -> None:
    """For this, whatever else they chose."""
    chosen = people.held(unit, one.guild, one.member)
    people.choose(unit, one.guild, one.member, people.asked_by_dm(chosen, dm, locale))


def _into(unit: Unit, one: Plan, thread: ChannelId) -> Plan:
    """In this thread from now on; the one before goes."""
    if one.thread != thread:
        threads.take_away(unit, one.guild, one.thread)
    return replace(one, thread=thread)


def _lets_go(unit: Unit, one: Plan) -> None:
    """The question that is open counts no more: whoever rests from today on has not been silent."""
    days.excuse(unit, one.id, unit.now_ms - DAY // timedelta(milliseconds=1))


def _silent(unit: Unit, fact: CheckInsPaused) -> None:
    """All that would come by itself rests with a pause, at once; others hear of it."""
    people.pause(unit, fact.guild, fact.member, fact.until_ms)
    unit.emit(fact)
