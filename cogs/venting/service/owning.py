"""What authors do with what they have let out."""

import json
from dataclasses import replace
from datetime import timedelta

from bot.data import backlog
from bot.data.inbox import Note
from bot.data.queue import NewJob
from bot.data.unit import Look, Unit, one_aside, one_look, one_unit
from bot.domain.clock import from_ms, to_ms
from bot.domain.errors import Refusal
from bot.domain.events import LineKept, VentClosed, VentNamed, WaitingChanged
from bot.domain.ids import GuildId, LineId, MemberId, VentId, random_id
from cogs.venting.model.line import REPLY_MAX, Kind, LineOn, WhoWasHere, WrittenLine
from cogs.venting.model.vent import (
    LIFETIMES_DAYS,
    POSTS_AT_MOST,
    Address,
    Mine,
    Vent,
    Writer,
    may_edit,
)
from cogs.venting.model.work import Work
from cogs.venting.service import gate
from cogs.venting.service.holding import release_vent
from cogs.venting.service.tools import Tools, screened
from cogs.venting.store import answers, ending, held, moderated, vents


class Owning:
    """Only the author of a vent can do these."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_aside
    def mine(self, unit: Unit, guild: GuildId, member: MemberId) -> list[Mine]:
        """One's own vents."""
        refs = self._tools.refs(guild, member)
        self._tools.follow_keys(unit, guild, member)
        mine = vents.of_author(unit.connection, guild, member, refs, most=POSTS_AT_MOST)
        return [self._with_why(unit, one) for one in mine]

    def _with_why(self, unit: Unit, mine: Mine) -> Mine:
        waiting = held.of_vent(unit.connection, mine.vent.id) if mine.vent.message is None else None
        may_change = may_edit(mine.vent.posted_ms, unit.now_ms)
        return replace(mine, held=waiting.why if waiting is not None else None, may_change=may_change)

    @one_look
    def last(self, look: Look, guild: GuildId, member: MemberId) -> Mine | None:
        """The newest of one's own, None where nothing of theirs is left."""
        mine = vents.of_author(look, guild, member, self._tools.refs(guild, member), most=POSTS_AT_MOST)
        newest = max(mine, key=lambda one: one.vent.posted_ms or one.vent.ends_ms, default=None)
        now_ms = to_ms(self.rows.wall.now())
        return newest and replace(newest, may_change=may_edit(newest.vent.posted_ms, now_ms))

    @one_look
    def guilds_with_posts(self, look: Look, member: MemberId) -> list[GuildId]:
        """The servers on which this person has something up."""
        return [g for g in vents.servers(look) if vents.of_author(look, g, member, self._tools.refs(g, member), most=1)]

    @one_look
    def own(self, look: Look, number: VentId, guild: GuildId, member: MemberId) -> Vent:
        """Raises Refusal unless it is there and one's own."""
        return self._tools.own(look, number, guild, member)

    @one_look
    def is_own(self, look: Look, number: VentId, member: MemberId) -> bool:
        """Raises Refusal if it is gone."""
        vent = vents.by_id(look, number)
        if vent is None:
            raise Refusal("vent-gone")
        return vent.is_by(member, self._tools.refs(vent.guild, member))

    @one_unit
    def use_my_name(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId) -> Vent:
        """From now on it stands under one's own name; the ref goes. What had to wait goes up.

        Raises Refusal: not one's own, gone, hidden by moderators (who would learn whose all is that they hid with it).
        """
        vent = self._tools.own(unit.connection, number, guild, member)
        if vent.author is None:
            if vent.hidden:
                raise Refusal("vent-hidden-no-name")
            self._show_author(unit, vent, member)
        waiting = held.locked_of_vent(unit, number)
        if waiting is None:
            self._tools.changes(unit, number)
            self._tools.refresh(unit, vent)
            return vent
        sealed = gate.opened(self._tools.keys, number, held.box(unit.connection, number) or b"")
        held.drop(unit, number)
        release_vent(unit, self._tools, number, sealed)
        unit.emit(WaitingChanged(guild))
        return vent

    def _show_author(self, unit: Unit, vent: Vent, member: MemberId) -> None:
        """Nothing that speaks of this vent may hold its author's ref any more: it stands beside the id now."""
        refs = self._tools.refs(vent.guild, member)
        vents.name_author(unit, vent.id, member)
        replies = answers.name_author(unit, vent.id, member, refs)
        if vent.thread is not None:
            vents.forget_past(unit, vent.thread, refs)
        self._tools.inbox.by_name_now(unit, vent.guild, member, lambda note: _speaks_of(note, vent))
        if vent.message is not None:
            messages = (vent.message, *replies)
            moderated.lose_moment(unit, messages)
            unit.emit(VentNamed(vent.guild, vent.id, member, messages))

    @one_unit
    def take_down(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId) -> str | None:
        """Ends one's own vent; gives what the closing question's buttons carry, None where nobody was there.

        Raises Refusal: not one's own, gone.
        """
        vent = self._tools.own(unit.connection, number, guild, member)
        ending.end(unit, vent)
        return self._tools.asked_now(number, member, unit.now) if vent.supporters else None

    @one_unit
    def take_all_down(self, unit: Unit, guild: GuildId, member: MemberId) -> int:
        """Ends all of one's own vents on this server; gives how many."""
        refs, ended = self._tools.refs(guild, member), 0
        while mine := vents.of_author(unit.connection, guild, member, refs, most=POSTS_AT_MOST):
            for one in mine:
                ending.end(unit, one.vent)
            ended += len(mine)
        return ended

    @one_unit
    def tell_me(self, unit: Unit, number: VentId, guild: GuildId, address: Address) -> Vent:
        """Seals who and where to tell, until the vent ends. Raises Refusal: not one's own, gone."""
        vent = self._tools.own(unit.connection, number, guild, address.member)
        box = self._tools.keys.seal(json.dumps([address.member, address.dm]), f"tell|{number}")
        vents.seal_address(unit, number, box)
        return vent

    @one_unit
    def stop_telling(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId) -> None:
        """Erases the seal. Raises Refusal: not one's own, gone."""
        self._tools.own(unit.connection, number, guild, member)
        vents.seal_address(unit, number, None)

    @one_unit
    def reply(
        self, unit: Unit, number: VentId, guild: GuildId, writer: Writer, text: str, *, press: int
    ) -> WrittenLine:
        """Answers in one's own thread as the author: under the made-up name, or one's own. Raises Refusal."""
        vent = self._tools.own(unit.connection, number, guild, writer.member)
        said = screened(text, REPLY_MAX)
        if not unit.first_time(press):
            raise Refusal("line-already-there")
        line = LineId(random_id())
        who = vent.author if vent.author is not None else self._tools.refs(guild, writer.member)[0]
        answers.add_line(unit, line, vent.id, who, Kind.REPLY)
        written = WrittenLine(line, vent.id, vent.alias or writer.name or "", vent.author, said)
        self._tools.send_line(unit, vent, written, Work.SAY_REPLY)
        return written

    # --- the thread -------------------------------------------------------------------------------------------------

    @one_unit
    def lock(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId) -> None:
        """Takes no more lines; those that are there stay. Raises Refusal: not one's own, gone."""
        vent = self._tools.own(unit.connection, number, guild, member)
        if vents.close_own(unit, number, shut=True):
            self._closed(unit, vent, locked=True)

    @one_unit
    def unlock(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId) -> None:
        """Takes lines again. Raises Refusal: not one's own, gone, or the moderators closed it."""
        vent = self._tools.own(unit.connection, number, guild, member)
        if vents.close_own(unit, number, shut=False):
            self._closed(unit, vent, locked=False)
        elif vent.closed:
            raise Refusal("vent-closed-by-moderators")

    def _closed(self, unit: Unit, vent: Vent, *, locked: bool) -> None:
        unit.emit(VentClosed(vent.guild, vent.id, closed=locked, version=self._tools.changes(unit, vent.id)))
        unit.schedule(NewJob(kind=Work.LOCK, guild=vent.guild, payload=json.dumps({"vent": vent.id})))

    @one_unit
    def gone_after(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId, days: int) -> int:
        """Ends it so many days from its posting; gives the moment in milliseconds. Raises Refusal."""
        vent = self._tools.own(unit.connection, number, guild, member)
        if days not in LIFETIMES_DAYS:
            raise Refusal("press-unknown")
        since = from_ms(vent.posted_ms) if vent.posted_ms is not None else unit.now
        ends = max(since + timedelta(days=days), unit.now)
        vents.ends_at(unit, number, to_ms(ends))
        backlog.hurry(unit.connection, Work.END, str(number), ends)
        self._tools.changes(unit, number)
        self._tools.refresh(unit, vent)
        unit.scheduled = True
        return to_ms(ends)

    @one_look
    def who_was_here(self, look: Look, number: VentId, guild: GuildId, member: MemberId) -> WhoWasHere:
        """Raises Refusal: not one's own, gone."""
        self._tools.own(look, number, guild, member)
        return answers.who_was_here(look, number)

    @one_look
    def line_under(self, look: Look, line: LineId, guild: GuildId, member: MemberId) -> tuple[Vent, LineOn]:
        """A line in one's own thread. Raises Refusal: not one's own, gone."""
        found = answers.line_there(look, line)
        if found is None:
            raise Refusal("line-gone")
        return self._tools.own(look, found.vent, guild, member), found

    @one_unit
    def hide_line(self, unit: Unit, line: LineId, guild: GuildId, member: MemberId) -> None:
        """Takes a line out of one's own thread. Raises Refusal."""
        vent, found = self._line(unit, line, guild, member)
        self._tools.hide_line(unit, vent, found)

    @one_unit
    def no_more_from(self, unit: Unit, line: LineId, guild: GuildId, member: MemberId) -> None:
        """The one who wrote this line writes no more in this thread, signed or not. Raises Refusal."""
        vent, found = self._line(unit, line, guild, member)
        answers.shut_out_writer(unit, vent.id, found)

    @one_unit
    def more_from(self, unit: Unit, line: LineId, guild: GuildId, member: MemberId) -> None:
        """They may write there again. Raises Refusal."""
        vent, found = self._line(unit, line, guild, member)
        answers.let_in_writer(unit, vent.id, found)

    @one_unit
    def this_helped(self, unit: Unit, line: LineId, guild: GuildId, member: MemberId) -> None:
        """The writer hears that it helped, once; not from whom, if the vent has no name. Raises Refusal."""
        vent, found = self._line(unit, line, guild, member)
        to = found.writer if found.writer is not None else found.writer_ref
        if to is None or not answers.thank(unit, line):
            raise Refusal("line-thanked")
        self._tools.inbox.put(unit, vent.guild, to, Note("note-helped", {}))

    @one_unit
    def keep_line(self, unit: Unit, line: LineId, guild: GuildId, member: MemberId, said: str, *, press: int) -> None:
        """Puts its words into one's own jar, without a link to the vent, once. Raises Refusal."""
        self._line(unit, line, guild, member)
        if not unit.first_time(press):
            return
        if not answers.keep(unit, line):
            raise Refusal("line-kept-before")
        number = random_id()
        sealed = self._tools.keys.seal(said, f"kept|{number}")
        # nobody's name beside the owner's: together they would name the author to whoever reads the queue
        unit.emit(LineKept(guild, number, member, None, sealed))

    def _line(self, unit: Unit, line: LineId, guild: GuildId, member: MemberId) -> tuple[Vent, LineOn]:
        found = answers.line_there(unit.connection, line)
        if found is None:
            raise Refusal("line-gone")
        return self._tools.own(unit.connection, found.vent, guild, member), found


def _speaks_of(note: Note, vent: Vent) -> bool:
    """Whether a note is about this vent: its buttons lead there, or it calls it by its made-up name."""
    leads_there = any(str(vent.id) in custom_id.split(":") for _, custom_id in note.buttons)
    return leads_there or (vent.alias is not None and note.args.get("name") == vent.alias)
