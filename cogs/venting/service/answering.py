"""What the others do: cheers and lines."""

import json
from collections.abc import Sequence
from dataclasses import replace

from bot.data import given as giving
from bot.data import limits, mutes
from bot.data.doors import Door
from bot.data.given import Given
from bot.data.queue import NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.events import LineGiven, SupportGiven, SupportHeldBack, SupportRemoved, VentSupported
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId, Ref, VentId
from cogs.venting.model.cheers import Cheered
from cogs.venting.model.gate import Sealed, Why
from cogs.venting.model.line import ANSWER_MAX, LINE_MAX, UNSIGNED_LINES_A_DAY, Kind, LineOn, WrittenLine
from cogs.venting.model.listening import LISTEN_AMONG, LISTEN_SHOWN, least_first
from cogs.venting.model.names import made_up_name
from cogs.venting.model.vent import Change, Cheer, Vent, Writer, change_of
from cogs.venting.model.work import Work
from cogs.venting.service import gate
from cogs.venting.service.tools import RANDOM, Tools, screened, when
from cogs.venting.store import answers, vents


class Answering:
    """Anybody but the author can do these."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._keys = tools.keys

    @one_unit
    def cheer(self, unit: Unit, number: VentId, member: MemberId, which: Cheer) -> Cheered:
        """Gives a cheer, moves it to another emoji, or takes the same one back. Raises Refusal: gone, one's own."""
        version = self._tools.changes(unit, number)
        vent = self._tools.another_s(unit.connection, number, member)
        change, after = self._cheer(unit, vent, member, which, version)
        return Cheered(change, after, self._tools.cheers(unit.connection, after.guild))

    @one_unit
    def react(self, unit: Unit, number: VentId, member: MemberId, emoji: str, *, added: bool) -> None:
        """A reaction with one of the server's emoji counts as the press it stands for. Raises Refusal: gone, own."""
        vent = self._tools.another_s(unit.connection, number, member)
        which = self._tools.cheers(unit.connection, vent.guild).meant_by(emoji, vent.wish)
        if which is None:
            return
        version = self._tools.changes(unit, number)
        vent = self._tools.another_s(unit.connection, number, member)
        given = answers.support_of(unit.connection, number, self._support_refs(number, member))
        has_it = given is not None and given.cheer == which
        if added == has_it:
            return
        self._cheer(unit, vent, member, which, version)
        self._tools.refresh(unit, vent)

    def _cheer(self, unit: Unit, vent: Vent, member: MemberId, which: Cheer, version: int) -> tuple[Change, Vent]:
        refs = self._support_refs(vent.id, member)
        given = answers.support_of(unit.connection, vent.id, refs)
        change = change_of(given.cheer if given is not None else None, which)
        came = 0
        if given is None:
            answers.add_support(unit, vent.id, refs[0], cheer=which, lines=0)
            came = 1
        elif change is Change.TAKEN_BACK and given.lines == 0:
            answers.drop_support(unit, given.id)
            came = -1
        else:
            answers.set_cheer(unit, given.id, None if change is Change.TAKEN_BACK else which)
        self._count_cheer(unit, vent.guild, member, change, is_new=given is None, lines=given.lines if given else 0)
        # nobody else changes it meanwhile (`Tools.changes`)
        after = replace(vent, supporters=vent.supporters + came)
        unit.emit(VentSupported(vent.guild, vent.id, refs[0], "cheer", after.supporters, version))
        if change is Change.GIVEN:
            self._tell(unit, after, "cheer")
        return change, after

    def _count_cheer(
        self, unit: Unit, guild: GuildId, member: MemberId, change: Change, *, is_new: bool, lines: int
    ) -> None:
        """For the giver's own figures: a cheer is never signed. Moving it to another emoji changes nothing."""
        by = {Change.GIVEN: 1, Change.MOVED: 0, Change.TAKEN_BACK: -1}[change]
        alone = is_new or (change is Change.TAKEN_BACK and lines == 0)
        given = Given(member, giving.week_of(unit), cheers=by, posts=by if alone else 0)
        giving.emit(unit, self._keys, guild, given)

    @one_unit
    def write_line(
        self, unit: Unit, number: VentId, line: LineId, writer: Writer, text: str, *, press: int
    ) -> WrittenLine:
        """Puts a line into the thread, under the writer's name or a made-up one; or a moderator looks first (`held`).

        Raises Refusal: gone, one's own, closed, empty, too long, a second unsigned one, a day's limit, already there.
        """
        return self.write_in(unit, number, line, writer, text, press=press)

    def write_in(
        self, unit: Unit, number: VentId, line: LineId, writer: Writer, text: str, *, press: int
    ) -> WrittenLine:
        """The same inside a unit."""
        return self._write(unit, number, line, writer, screened(text, LINE_MAX), Kind.LINE, press)

    @one_unit
    def answer(self, unit: Unit, number: VentId, line: LineId, writer: Writer, text: str, *, press: int) -> WrittenLine:
        """Answers at more length, under a made-up name or their own, where the wish asks for it. Raises Refusal."""
        vent = self._tools.another_s(unit.connection, number, writer.member)
        if vent.wish.lines_only:
            raise Refusal("answer-lines-only")
        return self._write(unit, number, line, writer, screened(text, ANSWER_MAX), Kind.ANSWER, press)

    def _write(
        self, unit: Unit, number: VentId, line: LineId, writer: Writer, said: str, kind: Kind, press: int
    ) -> WrittenLine:
        version = self._tools.changes(unit, number)
        vent = self._tools.another_s(unit.connection, number, writer.member)
        refs = self._tools.refs(vent.guild, writer.member)
        if vent.closed or answers.is_shut_out(unit.connection, vent.id, writer.member, refs):
            raise Refusal("line-closed")
        if not unit.first_time(press):
            raise Refusal("line-already-there")
        signed = writer.name is not None
        alias = None if signed else self._unsigned(unit, vent, writer.member, refs, kind)
        if not answers.add_line(unit, line, vent.id, writer.member if signed else refs[0], kind):
            raise Refusal("line-one-unsigned")
        written = WrittenLine(line, vent.id, writer.name or alias or "", writer.member if signed else None, said)
        if not signed and gate.is_looked_at(unit.connection, vent.guild, writer.arrival, said, unit.now_ms):
            gate.hold(unit, self._keys, vent.guild, vent.id, Sealed(said, giver=writer.member), Why.LOOK, line)
            return replace(written, held=True)
        self._into_thread(unit, vent, writer, written, version)
        return written

    def goes_up(self, unit: Unit, vent: Vent, line: LineOn, sealed: Sealed, giver: MemberId) -> None:
        """An unsigned line that waited goes into the thread now, and counts from now on."""
        version = self._tools.changes(unit, vent.id)
        alias = answers.mask_of(unit.connection, vent.id, self._tools.refs(vent.guild, giver)) or ""
        written = WrittenLine(line.id, vent.id, alias, None, sealed.text)
        self._into_thread(unit, vent, Writer(giver, None), written, version)

    def _into_thread(self, unit: Unit, vent: Vent, writer: Writer, written: WrittenLine, version: int) -> None:
        after = self._count_line(unit, vent, writer, version)
        self._tools.send_line(unit, vent, written, Work.SAY_LINE)
        self._tools.refresh(unit, vent)
        if written.writer is not None and vent.author is not None:
            if self._is_avoided(unit, vent.author, written.writer, vent):
                return
            self._reaches(unit, vent, vent.author, written)
        self._tell(unit, after, "line")

    def talked(self, unit: Unit, vent: Vent, writer: Writer, version: int) -> None:
        """Somebody typed in the thread, under their own name, for the first time: it counts as a line they signed."""
        after = self._count_line(unit, vent, writer, version)
        self._tools.refresh(unit, vent)
        if vent.author is not None:
            if self._is_avoided(unit, vent.author, writer.member, vent):
                return
            unit.emit(SupportGiven(vent.guild, writer.member, vent.author, "line", unit.now_ms))
        self._tell(unit, after, "line")

    def unsaid(self, unit: Unit, vent: Vent, member: MemberId) -> None:
        """Nothing of what they typed in the thread is left: what `talked` counted is taken back, on either side."""
        refs = self._support_refs(vent.id, member)
        given = answers.support_of(unit.connection, vent.id, refs)
        if given is None or given.lines == 0:
            return
        is_all = given.lines == 1 and given.cheer is None
        if is_all:
            answers.drop_support(unit, given.id)
        else:
            answers.add_line_to(unit, given.id, -1)
        stays = 0 if given.lines == 1 else 1
        if vent.author is None:
            back = Given(member, giving.week_of(unit), lines=stays - 1, posts=-1 if is_all else 0)
        elif any(line.writer == member for line in answers.signed_lines(unit.connection, vent.id)):
            back = Given(member, giving.week_of(unit))  # they are named there still
        else:
            back = Given(member, giving.week_of(unit), lines=stays, posts=0 if is_all else 1)
        giving.emit(unit, self._keys, vent.guild, back)
        if vent.author is not None and not vent.hidden:
            unit.emit(SupportRemoved(vent.guild, member, vent.author, Kind.LINE, removed=True))
        self._supported(unit, vent, refs[0], "line", self._tools.changes(unit, vent.id))
        self._tools.refresh(unit, vent)

    def has_written(self, look: Look, number: VentId, member: MemberId) -> bool:
        """Whether words of theirs count on this vent already."""
        given = answers.support_of(look, number, self._support_refs(number, member))
        return given is not None and given.lines > 0

    def _is_avoided(self, unit: Unit, author: MemberId, writer: MemberId, vent: Vent) -> bool:
        """The author silently avoids this writer: the line stands in the thread as usual, and nobody is told of it."""
        door = self._tools.doors.between(unit.connection, vent.guild, writer, author)
        if door is not Door.SHUT_SILENTLY:
            return False
        unit.emit(SupportHeldBack(vent.guild, writer, author, "line", unit.now_ms))
        return True

    def _reaches(self, unit: Unit, vent: Vent, author: MemberId, written: WrittenLine) -> None:
        """Both are named: the line is the author's to keep, and counts between the two."""
        if written.writer is None:
            return
        sealed = self._keys.seal(written.said, f"line|{written.id}")
        unit.emit(LineGiven(vent.guild, written.id, author, written.writer, sealed))
        unit.emit(SupportGiven(vent.guild, written.writer, author, "line", unit.now_ms))

    def _unsigned(self, unit: Unit, vent: Vent, member: MemberId, refs: Sequence[Ref], kind: Kind) -> str:
        """The made-up name they write under in this thread; uses one of the day's unsigned ones."""
        if kind is Kind.LINE and answers.wrote_unsigned(unit.connection, vent.id, refs):
            raise Refusal("line-one-unsigned")
        mutes.refuse_unnamed(unit, vent.guild, refs)
        spent = limits.use(unit, self._keys.refs("limit:line", vent.guild, member), most=UNSIGNED_LINES_A_DAY)
        if spent is not None:
            raise Refusal("line-day-full", when=when(spent.again))
        worn = answers.mask_of(unit.connection, vent.id, refs)
        if worn is not None:
            return worn
        alias = made_up_name(RANDOM, answers.names_in_thread(unit.connection, vent.id) | {vent.alias or ""})
        answers.put_on_mask(unit, vent.id, refs[0], alias)
        return alias

    def _count_line(self, unit: Unit, vent: Vent, writer: Writer, version: int) -> Vent:
        """A line counts under the writer's ref on this vent, signed or not: see docs/decisions/0012."""
        refs = self._support_refs(vent.id, writer.member)
        given = answers.support_of(unit.connection, vent.id, refs)
        is_first = given is None or given.lines == 0
        if is_first and writer.name is not None and vent.author is not None:
            # both are named, so it counts between the two (`_reaches`), and a cheer of before is by somebody known
            whole = Given(writer.member, giving.week_of(unit), posts=0 if given is None else -1)
        else:
            whole = Given(writer.member, giving.week_of(unit), lines=int(is_first), posts=int(given is None))
        giving.emit(unit, self._keys, vent.guild, whole)
        if given is None:
            answers.add_support(unit, vent.id, refs[0], cheer=None, lines=1)
        else:
            answers.add_line_to(unit, given.id)
        return self._supported(unit, vent, refs[0], "line", version)

    def _supported(self, unit: Unit, vent: Vent, ref: Ref, kind: str, version: int) -> Vent:
        """Tells the other features of a change of support; gives the vent as it is now."""
        after = vents.by_id(unit.connection, vent.id) or vent
        unit.emit(VentSupported(vent.guild, vent.id, ref, kind, after.supporters, version))
        return after

    def _tell(self, unit: Unit, vent: Vent, kind: str) -> None:
        """The author hears of it if they asked for that; else a note waits."""
        if vent.tells:
            payload = json.dumps({"vent": vent.id, "kind": kind})
            unit.schedule(NewJob(kind=Work.TELL, guild=vent.guild, payload=payload))
        else:
            self._tools.note(unit, vent, kind)

    @one_look
    def line_place(self, look: Look, number: LineId) -> tuple[bool, MessageId | None]:
        """(whether the line is there, its message once it is up)"""
        found = answers.line_there(look, number)
        return found is not None, found.message if found is not None else None

    @one_look
    def needing_a_line(
        self, look: Look, guild: GuildId, member: MemberId, circle: ChannelId | None = None
    ) -> list[Vent]:
        """Others' vents that have room for a few words, the least supported first; not the same for everybody.

        `circle` is the place of their own circle.
        """
        refs = self._tools.refs(guild, member)
        found = vents.least_supported(look, guild, circle, most=LISTEN_AMONG)
        return least_first([vent for vent in found if not vent.is_by(member, refs)], LISTEN_SHOWN, RANDOM)

    def _support_refs(self, number: VentId, member: MemberId) -> Sequence[Ref]:
        return self._keys.refs("support", number, member)
