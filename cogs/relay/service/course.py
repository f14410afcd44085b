"""What happens to a vent that waits: looked at when something may be due, and everything decided from the rows."""

import json
from datetime import timedelta

from bot.data import guilds
from bot.data.community import group
from bot.data.inbox import Note
from bot.data.queue import Job, NewJob
from bot.data.unit import Unit
from bot.domain.clock import from_ms
from bot.domain.events import VentUnanswered
from bot.domain.groups import GroupRules
from bot.domain.hours import Hours
from bot.domain.ids import MemberId, VentId
from cogs.relay.model.draw import drawn, may_be_left_out
from cogs.relay.model.waiting import (
    ASK_STANDS,
    ASKED_AGAIN_AFTER,
    LOOK_LATER_EVERY,
    Clock,
    Step,
    Work,
    asks_left,
    may_ping_role,
    next_look,
    steps_due,
)
from cogs.relay.service.tools import Standing, Tools
from cogs.relay.store import clocks, listeners, pings
from cogs.relay.store.pings import Ask, Stage

SWEEP_EVERY = timedelta(hours=1)
_AGAIN_MS = ASKED_AGAIN_AFTER // timedelta(milliseconds=1)
_STANDS_MS = ASK_STANDS // timedelta(milliseconds=1)
_OPEN = frozenset({Stage.PLANNED, Stage.COUNTED, Stage.SENT})


class Course:
    """Row work: each look is one unit, and looking twice does nothing twice."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def look(self, unit: Unit, job: Job) -> None:
        """The queue's `relay.look`: does for this vent what is due, and says when to look again."""
        vent = VentId(int(job.key))
        clock = clocks.held(unit, vent)
        if clocks.is_over(unit, vent):
            self._end(unit, vent, clock)
            return
        if clock is None:
            return
        if clock.answered:
            self._settle(unit, clock, "relay-ping-answered", "relay-role-answered")
            clocks.answered(unit, vent, is_so=False)
        if not clock.may_want:
            return
        if not self._tools.is_on(unit.connection, clock.guild):
            self._tools.look(unit, clock.guild, vent, unit.now + LOOK_LATER_EVERY)
            return
        rules = group(unit.connection, clock.guild, unit.now).rules
        steps = steps_due(clock, unit.now_ms, rules)
        for step in steps:
            self._do(unit, step, clock, rules)
        again = next_look(clock, unit.now_ms, rules)
        if again is not None and Step.WORD not in steps:
            self._tools.look(unit, clock.guild, vent, from_ms(again))

    def _do(self, unit: Unit, step: Step, clock: Clock, rules: GroupRules) -> None:
        if step is Step.ASK:
            self._ask(unit, clock, rules)
        elif step is Step.WIDEN:
            self._widen(unit, clock, rules)
        elif step is Step.LIFT:
            self._lift(unit, clock)
        else:
            self._word(unit, clock)

    # --- asking -----------------------------------------------------------------------------------------------------

    def _ask(self, unit: Unit, clock: Clock, rules: GroupRules) -> None:
        asks, kept_out = self._asked(unit, clock)
        waiting = sum(ask.stage in _OPEN and unit.now_ms - ask.at_ms < _STANDS_MS for ask in asks)
        many = asks_left(rules, asked=len(asks), open_asks=waiting, total=clock.total)
        if many == 0:
            return
        if clock.shown == "circle":
            self._ask_circle(unit, clock, many)
            return
        listening = [one for one in listeners.awake(unit, clock.guild) if one.listener.hours.holds_at(unit.now)]
        keep_out = self._kept_out(unit, clock) | kept_out
        leaves_out = clock.author is not None or may_be_left_out(rules, len(listening))
        free = [
            one
            for one in listening
            if one.has_room and one.member not in keep_out and not (leaves_out and self._tools.is_by(clock, one.member))
        ]
        chosen = drawn(
            free, many, now_ms=unit.now_ms, is_author=lambda member: self._tools.is_by(clock, member),
            random=self._tools.random,
        )  # fmt: skip
        for one in chosen:
            self.plan(unit, clock, one.member)

    def _ask_circle(self, unit: Unit, clock: Clock, many: int) -> None:
        """Only the author's circle can see the post, so that only they are asked; the queue finds out who they are."""
        payload = json.dumps({"many": many})
        unit.schedule(NewJob(kind=Work.CIRCLE, key=f"{clock.vent}/few", guild=clock.guild, payload=payload))

    def plan(self, unit: Unit, clock: Clock, member: MemberId) -> None:
        """Puts an ask on its way; nothing for somebody who was asked in this wait for the vent."""
        before_ms = min(clock.started_ms - 1, unit.now_ms - _AGAIN_MS)
        number = pings.plan(unit, clock.vent, member, before_ms=before_ms)
        if number is not None:
            unit.schedule(NewJob(kind=Work.PING, key=str(number), guild=clock.guild))

    def _asked(self, unit: Unit, clock: Clock) -> tuple[list[Ask], frozenset[MemberId]]:
        """(the asks of this wait, who is not to be asked); *Not now* holds for good."""
        asks = pings.of(unit.connection, clock.vent)
        mine = [ask for ask in asks if ask.at_ms >= min(clock.started_ms, unit.now_ms - _AGAIN_MS + 1)]
        passed = {ask.member for ask in asks if ask.stage is Stage.PASSED}
        return mine, frozenset({ask.member for ask in mine} | passed)

    def ask_among(self, unit: Unit, clock: Clock, people: frozenset[MemberId], many: int | None) -> None:
        """Asks those of `people` who listen now: `many` drawn by lot, or (None) all of them."""
        keep_out = self._kept_out(unit, clock)
        free = [
            one
            for one in listeners.awake(unit, clock.guild)
            if one.member in people - keep_out and one.has_room and one.listener.hours.holds_at(unit.now)
        ]
        asked = self._asked(unit, clock)[1]
        free = [one for one in free if one.member not in asked and one.member != clock.author]
        chosen = drawn(
            free, len(free) if many is None else many, now_ms=unit.now_ms, is_author=lambda _: False,
            random=self._tools.random,
        )  # fmt: skip
        for one in chosen:
            self.plan(unit, clock, one.member)

    def _kept_out(self, unit: Unit, clock: Clock) -> frozenset[MemberId]:
        """Whoever must not be brought together with an author who is known (`/my avoid`)."""
        if clock.author is None:
            return frozenset()
        return self._tools.doors.strangers(unit.connection, clock.guild, clock.author)

    # --- widening, lifting, the word ----------------------------------------------------------------------------------

    def _widen(self, unit: Unit, clock: Clock, rules: GroupRules) -> None:
        if clock.shown == "circle" and clock.author is not None:
            unit.schedule(NewJob(kind=Work.CIRCLE, key=str(clock.vent), guild=clock.guild))
        elif guilds.ping_role(unit.connection, clock.guild) is not None:
            day = guilds.hours(unit.connection, clock.guild)
            day = day or Hours(listeners.usual_zone(unit.connection, clock.guild))
            if not may_ping_role(rules, day=day, now=unit.now):
                return  # by day
            unit.schedule(NewJob(kind=Work.ROLE, key=str(clock.vent), guild=clock.guild))
        clocks.widened(unit, clock.vent)

    def _lift(self, unit: Unit, clock: Clock) -> None:
        unit.schedule(NewJob(kind=Work.LIFT, key=str(clock.vent), guild=clock.guild))
        clocks.lifted(unit, clock.vent)
        # what is for a circle's eyes is not shown to moderators unless its author asks for them
        if clock.shown != "circle":
            self._tools.ask_moderators(unit, clock, "waited")

    def _word(self, unit: Unit, clock: Clock) -> None:
        clocks.worded(unit, clock.vent, said=True)
        args: dict[str, str | int] = {"total": clock.total, "link": clock.place}
        can_ask = self._tools.has_moderators(unit.connection, clock.guild)
        note = Note("relay-word", args, _choices(clock, moderators=can_ask))
        if clock.author_ref is not None:
            self._tools.inbox.put(unit, clock.guild, clock.author_ref, note)
        elif clock.author is not None:
            self._tools.people.tell_self(unit, clock.guild, clock.author, note)
        unit.emit(VentUnanswered(clock.guild, clock.vent, clock.total))

    # --- the end ------------------------------------------------------------------------------------------------------

    def _end(self, unit: Unit, vent: VentId, clock: Clock | None) -> None:
        if clock is not None:
            self._settle(unit, clock, "relay-ping-over", "relay-role-over")
        clocks.remove(unit, vent)

    def _settle(self, unit: Unit, clock: Clock, asked: str, role: str) -> None:
        """Nothing is left to do for those who were asked; that says of nobody whether they answered."""
        asks = pings.of(unit.connection, clock.vent)
        for ask in asks:
            self._reword(unit, clock, ask, asked)
        if asks:
            pings.settled(unit, clock.vent)
        if clock.role_message is not None:
            locale = guilds.channels(unit.connection, clock.guild).locale
            self._tools.reword(unit, clock.guild, Standing(clock.room, clock.role_message, role, locale))
            clocks.role_message_is(unit, clock.vent, None)
        self._tools.lower(unit, clock)

    def _reword(self, unit: Unit, clock: Clock, ask: Ask, text_id: str) -> None:
        if ask.stage in {Stage.SETTLED, Stage.PASSED}:
            return
        if ask.dm is None or ask.message is None:
            self._tools.inbox.drop(unit, ask.id)  # where the ask waits, it has the ask's number
            return
        listener = listeners.one(unit.connection, clock.guild, ask.member)
        locale = listener.locale if listener is not None else None
        self._tools.reword(unit, clock.guild, Standing(ask.dm, ask.message, text_id, locale))

    # --- upkeep -------------------------------------------------------------------------------------------------------

    def sweep(self, unit: Unit, _: Job) -> None:
        """The queue's `relay.sweep`: what has run out goes."""
        listeners.expire(unit)
        clocks.expire(unit)
        self.plant_sweep(unit)

    def plant_sweep(self, unit: Unit) -> None:
        unit.schedule(NewJob(kind=Work.SWEEP, key="hourly", due=unit.now + SWEEP_EVERY))


def _choices(clock: Clock, *, moderators: bool) -> tuple[tuple[str, str], ...]:
    """What an author may do now. *Use my name* and *Take it down* are venting's."""
    whose = f"{clock.vent}:{clock.guild}"
    offered = (
        ("relay-again", f"relay:again:{whose}", True),
        ("relay-moderator", f"relay:moderator:{whose}", moderators),
        ("relay-use-name", f"vent:name:{whose}", clock.author_ref is not None),
        ("relay-take-down", f"vent:down:{whose}", True),
    )
    return tuple((label, custom_id) for label, custom_id, here in offered if here)
