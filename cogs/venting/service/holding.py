"""What moderators decide about texts that wait, and what becomes of these in time. Whose they are nobody is told."""

import json
from collections.abc import Sequence
from dataclasses import replace

from bot.data import limits, modlog, mutes
from bot.data.inbox import Note
from bot.data.modlog import Done
from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.events import WaitingChanged
from bot.domain.ids import GuildId, LineId, MemberId, MessageId, Ref, VentId
from bot.domain.ports import BoardItem
from cogs.venting.model.gate import ForLook, Gate, Held, Sealed, Why
from cogs.venting.model.line import WrittenLine
from cogs.venting.model.vent import LIFETIME, Vent, Writer
from cogs.venting.model.work import Work
from cogs.venting.service.answering import Answering
from cogs.venting.service.gate import how_long, opened, seal
from cogs.venting.service.tools import Tools
from cogs.venting.store import answers, ending, gate, held, vents

BOARD_AT_MOST = 4
"""One more than the board shows: then it says that there is more."""
OPENED_AT_ONCE = 500


class Holding:
    """For moderators (whether somebody is one was asked before), for authors whose text waits, and for time."""

    def __init__(self, tools: Tools, answering: Answering) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._answering = answering

    # --- moderators -------------------------------------------------------------------------------------------------

    async def board(self, guild: GuildId) -> Sequence[BoardItem]:
        """What a moderator is to look at (`bot.domain.ports.OnBoard`)."""
        waiting = await self.rows.read(lambda look: held.waiting(look, guild, Why.LOOK, most=BOARD_AT_MOST))
        return [
            BoardItem(
                "held-on-board", {"since": f"<t:{one.since_ms // 1000}:R>", "line": int(one.line is not None)},
                one.since_ms, "mod-look", f"vent:look:{one.id}",
            )
            for one in waiting
        ]  # fmt: skip

    @one_look
    def waits(self, look: Look, guild: GuildId) -> int:
        """How many wait for a moderator."""
        return held.count(look, guild)

    @one_look
    def look(self, look: Look, number: int, guild: GuildId) -> ForLook:
        """The words, and where they would stand. Raises Refusal: dealt with already, gone."""
        one = _waiting(held.one(look, number), guild)
        vent = self._vent(look, one)
        return ForLook(one, self._opened(look, one).text, vent.room, vent.message)

    @one_unit
    def let_through(self, unit: Unit, number: int, guild: GuildId, moderator: MemberId) -> int:
        """It goes up now, or once the brake is off. Raises Refusal: dealt with already, its author is muted."""
        one = _waiting(held.locked(unit, number), guild)
        ref = self._ref(unit.connection, one)
        if ref is not None and mutes.is_muted(unit.connection, guild, [ref], unit.now_ms) is not None:
            raise Refusal("held-muted")
        act = self._decided(unit, one, moderator, "let-through", None)
        if mutes.braked_until(unit.connection, guild, unit.now_ms) is not None:
            looked_at = replace(self._opened(unit.connection, one), then_look=False)
            held.seal(unit, one.id, seal(self._tools.keys, one.id, looked_at))
            held.waits_for(unit, one.id, Why.BRAKE)
            gate.open_when_off(unit, guild)
        else:
            self._release(unit, one)
        return act

    @one_look
    def is_up_at(self, look: Look, number: int) -> MessageId | None:
        """Where it stands by now; None while it is on its way, or gone."""
        vent, line = vents.by_id(look, VentId(number)), answers.line_there(look, LineId(number))
        return vent.message if vent is not None else line.message if line is not None else None

    @one_unit
    def decline(self, unit: Unit, number: int, guild: GuildId, moderator: MemberId, reason: str) -> None:
        """It does not go up; its author reads why, and can still use their name. Raises Refusal: dealt with already."""
        one = _waiting(held.locked(unit, number), guild)
        self._decline(unit, one, self._decided(unit, one, moderator, "decline", reason), reason)

    @one_unit
    def decline_all(self, unit: Unit, number: int, guild: GuildId, moderator: MemberId, reason: str) -> int:
        """The same for all that waits by whoever wrote this; gives how many. Raises Refusal: dealt with already."""
        ref = self._ref(unit.connection, _waiting(held.locked(unit, number), guild))
        theirs = held.of_ref(unit.connection, guild, ref or Ref(b""))
        locked = [held.locked(unit, one.id) for one in theirs]
        waiting = [one for one in locked if one is not None and one.why is Why.LOOK]
        for one in waiting:
            self._decline(unit, one, self._decided(unit, one, moderator, "decline", reason), reason)
        return len(waiting)

    @one_unit
    def undecline(self, unit: Unit, number: int, guild: GuildId, moderator: MemberId) -> None:
        """*Undo*: it waits again. Raises Refusal: nothing is left of it."""
        one = held.locked(unit, number)
        if one is None or one.guild != guild or one.why is not Why.DECLINED or one.act is None:
            raise Refusal("held-gone")
        modlog.is_undone(unit, one.act)
        modlog.note(unit, Done(guild, moderator, "undo", reason="decline"))
        self._take_day_again(unit, one)
        held.waits_for(unit, number, Why.LOOK)
        self._tell(unit, one, "note-held-again", {})
        unit.emit(WaitingChanged(guild))

    def _decided(self, unit: Unit, one: Held, moderator: MemberId, act: str, reason: str | None) -> int:
        gate.took(unit, one)
        unit.emit(WaitingChanged(one.guild))
        return modlog.note(unit, Done(one.guild, moderator, act, reason=reason))

    def _decline(self, unit: Unit, one: Held, act: int, reason: str) -> None:
        self._give_day_back(unit, one)
        held.waits_for(unit, one.id, Why.DECLINED, act)
        self._tell(unit, one, "note-held-declined", {"reason": reason})

    def _give_day_back(self, unit: Unit, one: Held) -> None:
        """What does not go up is none of the few a day."""
        sealed = self._opened(unit.connection, one)
        ref = self._day_of(one, sealed)
        if ref is not None and not sealed.given_back:
            limits.give_back(unit, ref, used_ms=one.since_ms)
            held.seal(unit, one.id, seal(self._tools.keys, one.id, replace(sealed, given_back=True)))

    def _take_day_again(self, unit: Unit, one: Held) -> None:
        """What may go up after all is one of them again."""
        sealed = self._opened(unit.connection, one)
        ref = self._day_of(one, sealed)
        if ref is not None and sealed.given_back:
            limits.take_again(unit, ref, used_ms=one.since_ms)
            held.seal(unit, one.id, seal(self._tools.keys, one.id, replace(sealed, given_back=False)))

    def _day_of(self, one: Held, sealed: Sealed) -> Ref | None:
        if sealed.giver is not None:
            return self._tools.keys.ref("limit:line", one.guild, sealed.giver)
        return Ref(bytes.fromhex(sealed.day)) if sealed.day else None

    @one_look
    def gate(self, look: Look, guild: GuildId) -> Gate | None:
        """Who waits, as moderators chose it; None: as suits the group."""
        return gate.chosen(look, guild)

    @one_look
    def how_long(self, look: Look, guild: GuildId) -> str:
        """How long it usually takes until a moderator has looked."""
        return how_long(look, guild)

    @one_unit
    def choose_gate(self, unit: Unit, guild: GuildId, moderator: MemberId, chosen: Gate | None) -> None:
        gate.choose(unit, guild, chosen)
        modlog.note(unit, Done(guild, moderator, "queue", reason=chosen or "size"))
        unit.emit(WaitingChanged(guild))

    # --- authors ----------------------------------------------------------------------------------------------------

    @one_unit
    def sign_line(self, unit: Unit, number: LineId, guild: GuildId, writer: Writer, *, press: int) -> WrittenLine:
        """A line that waits goes up under its writer's name instead. Raises Refusal: gone, not theirs."""
        one = self._own_line(unit, number, guild, writer.member)
        said = self._opened(unit.connection, one).text
        self._drop(unit, one, number, writer.member)
        return self._answering.write_in(unit, one.vent, number, writer, said, press=press)

    @one_unit
    def take_line_back(self, unit: Unit, number: LineId, guild: GuildId, member: MemberId) -> None:
        """Raises Refusal: gone, not theirs."""
        self._drop(unit, self._own_line(unit, number, guild, member), number, member)

    def _drop(self, unit: Unit, one: Held, number: LineId, member: MemberId) -> None:
        answers.drop_line(unit, number)
        answers.take_off_mask(unit, one.vent, self._tools.refs(one.guild, member))
        unit.emit(WaitingChanged(one.guild))

    def _own_line(self, unit: Unit, number: LineId, guild: GuildId, member: MemberId) -> Held:
        one, line = held.locked(unit, number), answers.line_there(unit.connection, number)
        if one is None or line is None or one.guild != guild:
            raise Refusal("line-gone")
        if line.writer_ref not in self._tools.refs(guild, member):
            raise Refusal("vent-not-yours")
        return one

    # --- in time ----------------------------------------------------------------------------------------------------

    def open(self, unit: Unit, job: Job) -> None:
        """The brake may be off: what waited for that goes up, or to a moderator."""
        guild = job.guild or GuildId(0)
        if mutes.braked_until(unit.connection, guild, unit.now_ms) is not None:
            gate.open_when_off(unit, guild)
            return
        for one in held.waiting(unit.connection, guild, Why.BRAKE, most=OPENED_AT_ONCE):
            if self._opened(unit.connection, one).then_look:
                held.waits_for(unit, one.id, Why.LOOK)
                unit.emit(WaitingChanged(guild))
            else:
                self._release(unit, one)

    def give_up(self, unit: Unit) -> None:
        """Nobody looked in time, or the brake stayed on: it goes, and its author is told."""
        for one in held.over(unit.connection, unit.now_ms):
            if one.why is not Why.DECLINED:
                self._tell(unit, one, f"note-held-over-{one.why}", {})
                unit.emit(WaitingChanged(one.guild))
            ending.give_up(unit, one)

    def _release(self, unit: Unit, one: Held) -> None:
        sealed = self._opened(unit.connection, one)
        held.drop(unit, one.id)
        if one.line is None:
            release_vent(unit, self._tools, one.vent, sealed)
            return
        line, vent = answers.line_there(unit.connection, one.line), self._vent(unit.connection, one)
        if line is None or sealed.giver is None or vent.closed or vent.hidden:
            self._tell(unit, one, "note-held-late", {})
            answers.drop_line(unit, one.line)
            return
        self._answering.goes_up(unit, vent, line, sealed, sealed.giver)

    def _tell(self, unit: Unit, one: Held, text_id: str, args: dict[str, str | int]) -> None:
        ref = self._ref(unit.connection, one)
        if ref is None:
            return
        vent = self._vent(unit.connection, one)
        args = {"name": vent.alias or "", "line": int(one.line is not None), **args}
        self._tools.inbox.put(unit, one.guild, ref, Note(text_id, args, _buttons(one) if "over" not in text_id else ()))

    def _ref(self, look: Look, one: Held) -> Ref | None:
        if one.line is None:
            return self._vent(look, one).author_ref
        line = answers.line_there(look, one.line)
        return line.writer_ref if line is not None else None

    def _vent(self, look: Look, one: Held) -> Vent:
        vent = vents.by_id(look, one.vent)
        if vent is None:
            raise Refusal("held-gone")
        return vent

    def _opened(self, look: Look, one: Held) -> Sealed:
        return opened(self._tools.keys, one.id, held.box(look, one.id) or b"")


def release_vent(unit: Unit, tools: Tools, number: VentId, sealed: Sealed) -> None:
    """It goes up now; its time begins now."""
    vents.ends_at(unit, number, to_ms(unit.now + LIFETIME))
    box = tools.keys.seal(json.dumps([sealed.text, sealed.at_once]), f"vent|{number}")
    vent = vents.by_id(unit.connection, number)
    unit.schedule(NewJob(kind=Work.PUBLISH, key=str(number), guild=vent.guild if vent else None, sealed=box))


def _waiting(one: Held | None, guild: GuildId) -> Held:
    if one is None or one.guild != guild or one.why is not Why.LOOK:
        raise Refusal("held-gone")
    return one


def _buttons(one: Held) -> tuple[tuple[str, str], ...]:
    """What its author can do about it: (text id of the label, custom id)."""
    name, back = ("name", "down") if one.line is None else ("signline", "unline")
    where = f"{one.id}:{one.guild}"
    return (("draft-name", f"vent:{name}:{where}"), ("held-back", f"vent:{back}:{where}"))
