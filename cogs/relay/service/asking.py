"""An ask on its way: looked at again at sending, counted once, and what those who were asked do with it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.data import guilds, limits, people
from bot.data.community import community, group
from bot.data.guilds import Channels
from bot.data.inbox import Note
from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import from_ms
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, RoleId, VentId
from cogs.relay.model.hours import Listener
from cogs.relay.model.waiting import CLAIM, Clock, Step, Work, steps_due
from cogs.relay.service.course import Course
from cogs.relay.service.tools import Standing, Tools
from cogs.relay.store import clocks, listeners, pings
from cogs.relay.store.pings import Ask, Stage

_CLAIM_MS = CLAIM // timedelta(milliseconds=1)


@dataclass(frozen=True)
class Ping:
    """A message that may be sent now, with the variables of its text."""

    ask: int
    vent: VentId
    guild: GuildId
    dm: ChannelId
    locale: str | None
    args: dict[str, str | int]


class Taken(StrEnum):
    """What *I'll write a line* led to, as its text is called."""

    FIRST = "relay-taken"
    TOO = "relay-taken-too"
    """Somebody is at it already."""
    AGAIN = "relay-taken-again"


class Asking:
    """For the jobs that ask, and for those who were asked."""

    def __init__(self, tools: Tools, course: Course) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._course = course

    @one_unit
    def before_sending(self, unit: Unit, job: Job) -> Ping | None:
        """Whether to send this ask now, by what is so now. None: it was dropped, put off, or left in their inbox."""
        ask = pings.one(unit.connection, int(job.key))
        clock = clocks.held(unit, ask.vent) if ask is not None else None
        if ask is None or clock is None:
            unit.finish(job)
            return None
        if clock.total == 0 and unit.now_ms < clock.claimed_until_ms:
            unit.finish(job)
            due = from_ms(clock.claimed_until_ms)
            unit.schedule(NewJob(kind=Work.PING, key=job.key, due=due, guild=clock.guild))
            return None
        turn = self._take_turn(unit, ask, clock)
        if turn is None:
            self._give_up(unit, ask)
            unit.finish(job)
            self._tools.look(unit, clock.guild, clock.vent, unit.now)
            return None
        return self._address(unit, job, ask, clock, *turn)

    def _give_up(self, unit: Unit, ask: Ask) -> None:
        """They are not asked now. What stands with them from an earlier wait stays known, so that it is put right."""
        if ask.message is not None:
            pings.sent(unit, ask.id, ask.dm, ask.message)
            return
        self._tools.inbox.drop(unit, ask.id)
        pings.drop(unit, ask.id)

    def _take_turn(self, unit: Unit, ask: Ask, clock: Clock) -> tuple[Listener, int] | None:
        """(who, the how manieth in 24 hours); None where they are not to be asked now."""
        rules = group(unit.connection, clock.guild, unit.now).rules
        one = listeners.held(unit, clock.guild, ask.member)
        chosen = people.choices(unit.connection, clock.guild, ask.member)
        if chosen.paused_until_ms > unit.now_ms or not self._tools.is_on(unit.connection, clock.guild):
            return None
        may = one is not None and one.listens_at(unit.now) and Step.ASK in steps_due(clock, unit.now_ms, rules)
        if one is None or not may or ask.stage not in {Stage.PLANNED, Stage.COUNTED}:
            return None
        turns = listeners.turns_today(unit, clock.guild, ask.member)
        if ask.stage is Stage.COUNTED:
            return one, turns
        if turns >= one.most:
            return None
        listeners.add_turn(unit, clock.guild, ask.member)
        pings.counted(unit, ask.id)
        return one, turns + 1

    def _address(self, unit: Unit, job: Job, ask: Ask, clock: Clock, one: Listener, turn: int) -> Ping | None:
        name = community(unit.connection, clock.guild).name
        args: dict[str, str | int] = {
            "known": int(bool(name)), "server": name, "wish": clock.wish, "link": clock.place, "nth": turn,
            "most": one.most,
        }  # fmt: skip
        chosen = people.choices(unit.connection, clock.guild, ask.member)
        if chosen.dm is None or chosen.is_silent(unit.now_ms) or not one.by_dm:
            self._into_inbox(unit, job, ask, clock, args)
            return None
        return Ping(ask.id, clock.vent, clock.guild, chosen.dm, one.locale or chosen.locale, args)

    def _into_inbox(self, unit: Unit, job: Job, ask: Ask, clock: Clock, args: dict[str, str | int]) -> None:
        buttons = (("relay-take", f"relay:take:{clock.vent}"), ("relay-pass", f"relay:pass:{clock.vent}"))
        at = f"<t:{unit.now_ms // 1000}:t>"
        note = Note("relay-ping-waits", args | {"at": at}, buttons)
        self._asked_anew(unit, clock.guild, ask, None)
        # by the ask's number it is found again: it goes once the vent is answered, or gone
        self._tools.inbox.put(unit, clock.guild, ask.member, note, number=ask.id)
        pings.sent(unit, ask.id, None, None)
        unit.finish(job)

    @one_unit
    def was_sent(self, unit: Unit, ping: Ping, message: MessageId, job: Job) -> None:
        """It stands there. If somebody else was quicker meanwhile, it is put right at once."""
        ask = pings.one(unit.connection, ping.ask)
        if ask is None or ask.stage is Stage.SETTLED:
            text_id = "relay-ping-over" if ask is None else "relay-ping-answered"
            self._tools.reword(unit, ping.guild, Standing(ping.dm, message, text_id, ping.locale))
        else:
            self._asked_anew(unit, ping.guild, ask, message)
            pings.sent(unit, ping.ask, ping.dm, message)
        unit.finish(job)

    def _asked_anew(self, unit: Unit, guild: GuildId, ask: Ask, message: MessageId | None) -> None:
        """What they were asked in an earlier wait is put right: it is asked anew."""
        self._tools.inbox.drop(unit, ask.id)
        if ask.dm is not None and ask.message is not None and ask.message != message:
            listener = listeners.one(unit.connection, guild, ask.member)
            locale = listener.locale if listener is not None else None
            self._tools.reword(unit, guild, Standing(ask.dm, ask.message, "relay-ping-anew", locale))

    @one_unit
    def could_not_reach(self, unit: Unit, ping: Ping, job: Job) -> None:
        """Their direct messages are closed by now: it waits in their inbox, as all later ones do.

        Where they said yes to others meanwhile, it goes there.
        """
        ask, clock = pings.one(unit.connection, ping.ask), clocks.held(unit, ping.vent)
        if ask is None or clock is None:
            unit.finish(job)
            return
        if people.choices(unit.connection, ping.guild, ask.member).dm not in {ping.dm, None}:
            unit.finish(job)
            unit.schedule(NewJob(kind=Work.PING, key=job.key, guild=ping.guild))
            return
        listeners.no_dms(unit, ping.guild, ask.member)
        self._into_inbox(unit, job, ask, clock, ping.args)

    # --- those who were asked ---------------------------------------------------------------------------------------

    @one_unit
    def take(self, unit: Unit, vent: VentId, member: MemberId) -> tuple[Clock, Taken]:
        """*I'll write a line*: holds the others for CLAIM, once a day for each who was asked; gives where to write.

        Who it was is remembered by key only: it says who may have written. Raises Refusal: gone, answered, one's own,
        not asked.
        """
        clock = clocks.held(unit, vent)
        if clock is None or clocks.is_over(unit, vent):
            raise Refusal("relay-over")
        if self._tools.is_by(clock, member):
            raise Refusal("relay-own")
        if not pings.was_asked(unit.connection, vent, member):
            raise Refusal("relay-not-asked")
        rules = group(unit.connection, clock.guild, unit.now).rules
        if clock.total >= rules.enough_support:
            raise Refusal("relay-answered", link=clock.place)
        if limits.use(unit, self._tools.keys.refs("claim", vent, member), most=1) is not None:
            return clock, Taken.AGAIN
        if unit.now_ms < clock.claimed_until_ms:
            return clock, Taken.TOO
        clocks.claim(unit, vent, unit.now_ms + _CLAIM_MS)
        return clock, Taken.FIRST

    @one_unit
    def pass_on(self, unit: Unit, vent: VentId, member: MemberId) -> None:
        """*Not now*: somebody else may be asked."""
        clock = clocks.held(unit, vent)
        if clock is not None and pings.passed(unit, vent, member):
            self._tools.forget_ask(unit, vent, member)
            self._tools.look(unit, clock.guild, vent, unit.now)

    # --- the others -------------------------------------------------------------------------------------------------

    @one_look
    def waits(self, look: Look, vent: VentId, total: int = 0) -> Clock | None:
        """The vent if nobody but these `total` was there yet, for what was to be said of it.

        None if that is over, or the server wants nothing of it any more.
        """
        clock = clocks.clock(look, vent)
        if clock is None or clock.total > total or clock.closed:
            return None
        return clock if self._tools.is_on(look, clock.guild) else None

    @one_look
    def still_up(self, look: Look, vent: VentId) -> Clock | None:
        """The vent, whoever was there; None where it is gone or takes no lines."""
        clock = clocks.clock(look, vent)
        return clock if clock is not None and not clock.closed else None

    @one_look
    def channels(self, look: Look, guild: GuildId) -> Channels:
        """Where things happen on this server, and its language."""
        return guilds.channels(look, guild)

    @one_look
    def role(self, look: Look, guild: GuildId) -> RoleId | None:
        """Whose members asked to be pinged."""
        return guilds.ping_role(look, guild)

    @one_unit
    def ask_circle(
        self, unit: Unit, vent: VentId, companions: Sequence[MemberId], job: Job, many: int | None = None
    ) -> None:
        """Those of the author's circle who listen now are asked: `many` of them by lot, or (None) all."""
        clock = clocks.held(unit, vent)
        unit.finish(job)
        if clock is None or clock.closed or not self._tools.is_on(unit.connection, clock.guild):
            return
        if clock.total == 0 or many is not None:
            self._course.ask_among(unit, clock, frozenset(companions), many)

    @one_unit
    def stands(self, unit: Unit, vent: VentId, kind: Work, message: MessageId, job: Job, total: int = 0) -> None:
        """What was said in the room is there. If more than `total` came meanwhile, it is put right at the next look."""
        if kind is Work.ROLE:
            clocks.role_message_is(unit, vent, message)
        else:
            clocks.lift_message_is(unit, vent, message)
        clock = clocks.clock(unit.connection, vent)
        unit.finish(job)
        if clock is not None and clock.total > total:
            clocks.answered(unit, vent, is_so=True)
            self._tools.look(unit, clock.guild, vent, unit.now)

    def standing(self, job: Job) -> Standing:
        """The message a job carries. Raises keys.BoxBroken."""
        channel, message, text_id, locale = json.loads(self._tools.keys.open(job.sealed or b"", f"settle|{job.key}"))
        return Standing(channel, message, text_id, locale)
