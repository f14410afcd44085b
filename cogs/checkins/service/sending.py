"""What is due: buckets become days, days become questions. All is looked at again before anything is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfoNotFoundError

from bot.data import leaving, people
from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import real_ms, to_ms
from bot.domain.ids import ChannelId
from bot.observe import metrics
from cogs.checkins.model.plan import (
    KEPT_DAYS,
    LATE_AT_MOST,
    LOOKS_BACK,
    SILENT_DAYS,
    By,
    DayState,
    Plan,
    State,
    Work,
)  # fmt: skip
from cogs.checkins.model.times import DAY, due_after, due_on, next_due
from cogs.checkins.service.tools import ONE, Tools, channel_of, ping_note, silence_note
from cogs.checkins.store import buckets, days, plans, threads
from cogs.checkins.store.buckets import Bucket
from cogs.checkins.store.days import Waiting

AT_ONCE = 40
"""Questions in one go: a second's worth of what Discord takes (SPEC 7)."""
CHUNK = 2_000
BUCKETS_AT_ONCE = 200
"""Plans and buckets in one unit: some 10 ms, so that no press waits long for the writer."""
SWEEP_EVERY = timedelta(hours=6)
BACKOFF_MS = (1_000, 3_000, 10_000, 30_000, 60_000)
_MS = timedelta(milliseconds=1)


class Ended(StrEnum):
    """How sending ended."""

    SENT = "sent"
    UNREACHED = "unreached"
    HINDERED = "hindered"
    """A right is missing where they are asked; it may come back."""
    FAILED = "failed"
    UNSENT = "unsent"
    """They want it no more, since a moment ago."""
    LEFT = "left"
    """They are on the server no more."""


@dataclass(frozen=True)
class Ping:
    """A question on its way. `asks_on` is the one after three silent days.

    `names_server`: they get those of other servers there, too (decision 0088).
    `begun_before`: an earlier go began with it and may have got through. `failures`: how often one came back refused.
    """

    plan: Plan
    day: date
    channel: ChannelId
    failures: int
    first_ms: int
    asks_on: bool
    begun_before: bool
    names_server: bool = False


class Sending:
    """What happens while nobody presses."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    # --- what falls due -----------------------------------------------------------------------------------------------

    def plant(self, unit: Unit) -> None:
        """At the start: what waits goes on, and zones may have changed meanwhile."""
        self._tools.wake(unit, Work.ZONES, unit.now)
        self._tools.wake(unit, Work.SEND, unit.now)
        self._tools.wake(unit, Work.SWEEP, unit.now)
        self._tools.wake_for_recaps(unit)

    def zones(self, unit: Unit, _: Job) -> None:
        """Counts every bucket's next instant anew: zones change with the time zone data of this machine."""
        for one in buckets.every(unit.connection):
            due = _of_day(one)
            if due is not None and to_ms(due) != one.due_ms:
                buckets.move(unit, one, one.day, to_ms(due), one.cursor)
        self._tools.wake_for_buckets(unit)

    def due(self, unit: Unit, _job: Job) -> None:
        """Some of what is due now becomes days that wait to be asked; then looks again when the next is due."""
        room, woken = CHUNK, False
        for _ in range(BUCKETS_AT_ONCE):
            one = buckets.first_due(unit.connection, unit.now_ms)
            if one is None or room <= 0:
                break
            found = self._expand(unit, one, room)
            room, woken = room - found, woken or found > 0
        if woken:
            self._tools.wake(unit, Work.SEND, unit.now)
        self._tools.wake_for_buckets(unit)

    def _expand(self, unit: Unit, one: Bucket, room: int) -> int:
        late = timedelta(milliseconds=unit.now_ms - one.due_ms)
        if late > LOOKS_BACK:
            buckets.move(unit, one, *_following(one, unit.now - LOOKS_BACK))
            return 0
        missed = late > LATE_AT_MOST
        found, last = buckets.expand(unit, one, DayState.MISSED if missed else DayState.WAITING, room)
        if missed:
            metrics.checkins_missed.inc(found)
        if last is not None:
            buckets.move(unit, one, one.day, one.due_ms, last)
        elif found or one.cursor or plans.is_used(unit.connection, one.zone, one.minute):
            buckets.move(unit, one, *_following(one))
        else:
            buckets.drop(unit, one)
        return found

    @one_look
    def any_waits(self, look: Look) -> bool:
        """Whether anybody is to be asked, now or soon."""
        return days.left(look) is not None

    # --- what is asked ------------------------------------------------------------------------------------------------

    @one_unit
    def next_pings(self, unit: Unit) -> list[Ping]:
        """The next AT_ONCE, noted as begun; those to be asked no more, or in the inbox, are dealt with here."""
        some = days.ready(unit.connection, self._tools.keys, real_ms(), AT_ONCE)
        pings: list[Ping] = []
        going: list[Waiting] = []
        away = leaving.away(unit.connection)
        several = plans.with_several(unit.connection, [one.plan.member for one in some])
        over: dict[DayState, list[tuple[int, date]]] = {state: [] for state in DayState}
        for one in some:
            state = DayState.EXCUSED if one.plan.guild in away else self._fate(unit, one)
            if state is not DayState.WAITING:
                over[state].append((one.plan.id, one.day))
                continue
            going.append(one)
            channel = self._channel(unit.connection, one.plan)
            first, asks_on = one.first_ms or real_ms(), one.plan.silent >= SILENT_DAYS
            begun = one.first_ms is not None
            names = one.plan.by is By.DM and one.plan.member in several
            pings.append(Ping(one.plan, one.day, channel, one.failures, first, asks_on, begun, names))
        days.begin(unit, going, real_ms())
        for state, which in over.items():
            days.become(unit, which, state)
        plans.silent(unit, [number for number, _ in over[DayState.SENT]])
        metrics.checkins_missed.inc(len(over[DayState.MISSED]))
        return pings

    def _fate(self, unit: Unit, one: Waiting) -> DayState:
        """What becomes of a day that is due; WAITING if it is to be sent now."""
        plan = one.plan
        if plan.state is not State.ON or plan.is_paused(unit.now_ms):
            return DayState.EXCUSED
        if unit.now_ms - one.due_ms > LATE_AT_MOST // _MS:
            return DayState.MISSED
        chosen = people.choices(unit.connection, plan.guild, plan.member)
        if chosen.quiet or channel_of(plan, chosen) is None:
            return self._into_inbox(unit, plan, one.day, quiet=chosen.quiet)
        return DayState.WAITING

    def _into_inbox(self, unit: Unit, plan: Plan, day: date, *, quiet: bool) -> DayState:
        asks_on = plan.silent >= SILENT_DAYS
        if quiet and plan.words.then_is_new:
            plan = replace(plan, words=replace(plan.words, then_is_new=False))
        self._tools.into_inbox(unit, plan, silence_note(plan) if asks_on else ping_note(plan, day))
        if asks_on:
            plans.state_is(unit, plan.id, State.QUIET)
        return DayState.EXCUSED if quiet or asks_on else DayState.SENT

    def _channel(self, look: Look, plan: Plan) -> ChannelId:
        channel = channel_of(plan, people.choices(look, plan.guild, plan.member))
        assert channel is not None  # noqa: S101  asked in the same unit
        return channel

    @one_look
    def still_wanted(self, look: Look, ping: Ping) -> bool:
        """Asked right before it goes out: nothing reaches a paused person."""
        return self._wants(look, ping.plan, ping.channel)

    def _wants(self, look: Look, plan: Plan, channel: ChannelId) -> bool:
        now = plans.by_id(look, self._tools.keys, plan.id)
        if now is None or now.state is not State.ON or now.is_paused(to_ms(self.rows.wall.now())):
            return False
        if leaving.is_away(look, now.guild):
            return False
        chosen = people.choices(look, now.guild, now.member)
        return not chosen.quiet and channel_of(now, chosen) == channel

    @one_unit
    def ended(self, unit: Unit, job: Job, ends: Sequence[tuple[Ping, Ended]]) -> None:
        """Keeps how each went, and plants the next go where something is left."""
        unit.finish(job)
        sent = [ping for ping, how in ends if how is Ended.SENT]
        asked = [ping for ping in sent if not ping.asks_on]
        days.become(unit, [(ping.plan.id, ping.day) for ping in asked], DayState.SENT)
        days.become(unit, [(one.plan.id, one.day) for one in sent if one.asks_on], DayState.EXCUSED)
        unanswered = [one for one in asked if not self._tools.is_answered(unit.connection, one.plan, one.day)]
        plans.silent(unit, [one.plan.id for one in unanswered])
        for ping in sent:
            self._was_sent(unit, ping)
        for ping in [one for one, how in ends if how is Ended.UNREACHED]:
            # closed, unless another way was opened meanwhile: the next go finds the day by what is so then
            self._tools.is_closed(unit, ping.plan, ping.channel)
        self._hindered(unit, [one for one, how in ends if how is Ended.HINDERED])
        for ping in [one for one, how in ends if how is Ended.LEFT]:
            # the next go excuses the day; the weekly walk forgets them, and whoever comes back says so by a press
            plans.state_is(unit, ping.plan.id, State.QUIET)
        failed = [ping for ping, how in ends if how is Ended.FAILED]
        days.failed(unit, [(ping.plan.id, ping.day, real_ms() + _pause(ping.failures)) for ping in failed])
        self._go_on(unit)

    def _hindered(self, unit: Unit, pings: Sequence[Ping]) -> None:
        """The moderators hear of the right that is missing; until it is back these wait in the inbox, day by day."""
        for ping in pings:
            now = plans.by_id(unit.connection, self._tools.keys, ping.plan.id)
            if now is None or not self._wants(unit.connection, now, ping.channel):
                continue  # something else holds by now: the next go finds it
            if self._tools.is_answered(unit.connection, now, ping.day):
                continue
            state = self._into_inbox(unit, now, ping.day, quiet=False)
            days.become(unit, [(now.id, ping.day)], state)
            if state is DayState.SENT:
                plans.silent(unit, [now.id])

    def _go_on(self, unit: Unit) -> None:
        visible = days.left(unit.connection)
        if visible is not None:
            wait = timedelta(milliseconds=max(visible - real_ms(), 0))
            unit.schedule(NewJob(kind=Work.SEND, key=ONE, due=unit.now + wait))

    def _was_sent(self, unit: Unit, ping: Ping) -> None:
        if not ping.asks_on and not ping.plan.words.then_is_new:
            return
        # as it stands now: who was asked may have answered, or written, while others were still being asked
        now = plans.held(unit, self._tools.keys, ping.plan.id)
        if now is None:
            return
        if ping.asks_on:
            if now.state is State.ON and now.silent >= SILENT_DAYS:
                plans.state_is(unit, now.id, State.QUIET)
        elif now.words.then_is_new and now.words.then == ping.plan.words.then:
            plans.words_are(unit, self._tools.keys, replace(now, words=replace(now.words, then_is_new=False)))

    def sweep(self, unit: Unit, _: Job) -> None:
        """Answers are kept KEPT_DAYS; then they go, and plans that were stopped before that."""
        before = unit.now - timedelta(days=KEPT_DAYS)
        days.forget_before(unit, before.date())
        for guild, thread in plans.forget_stopped(unit, to_ms(before)):
            threads.take_away(unit, guild, thread)
        self._tools.wake(unit, Work.SWEEP, unit.now + SWEEP_EVERY)


def _of_day(one: Bucket) -> datetime | None:
    try:
        return due_on(one.zone, one.minute, one.day)
    except ZoneInfoNotFoundError:
        return None


def _following(one: Bucket, after: datetime | None = None) -> tuple[date, int]:
    """The bucket's next date and instant; a day later where this machine does not know the zone any more."""
    try:
        due, day = next_due(one.zone, one.minute, after) if after else due_after(one.zone, one.minute, one.day)
    except ZoneInfoNotFoundError:
        return one.day + DAY, one.due_ms + DAY // _MS
    return day, to_ms(due)


def _pause(failures: int) -> int:
    """Milliseconds until the next try after one more failure; it is given up when it would come too late."""
    return BACKOFF_MS[min(failures, len(BACKOFF_MS) - 1)]
