"""What people do with vents. One method, one thing a person does, one unit."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import SystemRandom

from sqlalchemy.engine import Connection

from bot.data import drafts, guilds, limits
from bot.data.guilds import Channels
from bot.data.inbox import AUTHOR, Inbox, Note
from bot.data.keys import Keys
from bot.data.queue import Job, NewJob
from bot.data.unit import Rows, Unit, one_look, one_unit
from bot.domain.clock import from_ms, to_ms
from bot.domain.errors import Refusal
from bot.domain.events import LineGiven, SupportGiven, VentEnded, VentPosted, VentSupported
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId, Ref, VentId, random_id
from bot.screening.escape import clean, is_blank
from cogs.venting import store
from cogs.venting.model import (
    BETWEEN_VENTS, LIFETIME, LINE_MAX, PAST_KEPT, REPLY_MAX, TEXT_MAX, TOLD_A_DAY, UNSIGNED_LINES_A_DAY, VENTS_A_DAY,
    Change, Cheer, Cheered, Draft, Mine, Shown, Stage, Vent, WrittenLine, later_by, made_up_name, may_edit,
)  # fmt: skip

POSTS_SHOWN = 50
PUBLISH, SAY_LINE, SAY_REPLY, EDIT, REFRESH = (
    "venting.publish", "venting.say-line", "venting.say-reply", "venting.edit", "venting.refresh",
)  # fmt: skip
TELL, END, REMOVE, PANEL = "venting.tell", "venting.end", "venting.remove", "venting.panel"
SWEEP = "venting.sweep"
SWEEP_EVERY = timedelta(hours=1)
REFRESH_AFTER = timedelta(seconds=5)
REFRESH_OLD_AFTER = timedelta(minutes=1)
PANEL_AT_MOST_EVERY = timedelta(minutes=1)
_DAY_MS = timedelta(days=1) // timedelta(milliseconds=1)
_RANDOM = SystemRandom()


@dataclass(frozen=True)
class Address:
    """Where an author wants to be told; sealed until then."""

    member: MemberId
    dm: ChannelId


@dataclass(frozen=True)
class Writer:
    """Who writes a line. `name` is how the server knows them, None to stay unnamed."""

    member: MemberId
    name: str | None


@dataclass(frozen=True)
class Placed:
    """A vent on its way. `due_ms` is people's time at which it goes up."""

    vent: VentId
    alias: str | None
    due_ms: int
    room: ChannelId


class Vents:
    """Everything that can be done with vents, for `cog`, `views` and `jobs`."""

    def __init__(self, rows: Rows, keys: Keys, inbox: Inbox) -> None:
        self.rows = rows
        self._keys = keys
        self._inbox = inbox

    # --- the author -------------------------------------------------------------------------------------------------

    @one_unit
    def share(
        self, unit: Unit, number: VentId, guild: GuildId, member: MemberId, room: ChannelId | None, draft: Draft, *,
        press: int,
    ) -> Placed:  # fmt: skip
        """Takes a vent in under `number` and puts its posting into the queue.

        `room` is where it was asked for; if that is no vent room, the server's first one is used. Raises Refusal: no
        room, empty, too long, a day's limit, too soon.
        """
        where = _room(unit.connection, guild, room)
        text = _screened(draft.text, TEXT_MAX)
        if not unit.first_time(press):
            raise Refusal("vent-already-there")
        self._spend(unit, guild, member)
        hidden = draft.shown is Shown.HIDDEN
        alias = made_up_name(_RANDOM, store.names_on_server(unit.connection, guild)) if hidden else None
        due = unit.now + (later_by(_RANDOM) if draft.later else timedelta())
        values = {
            "id": number, "guild_id": guild, "room_id": where, "wish": draft.wish, "shown": draft.shown, "alias": alias,
            "author_ref": self._keys.ref(AUTHOR, guild, member) if hidden else None,
            "author_id": None if hidden else member, "key_id": self._keys.active, "warning": int(draft.warning),
            "stage": Stage.WAITING, "ends_ms": to_ms(due + LIFETIME),
        }  # fmt: skip
        store.add(unit, values)
        drafts.keep(unit, self._keys, number, text)
        sealed = self._keys.seal(text, f"vent|{number}")
        unit.schedule(NewJob(kind=PUBLISH, key=str(number), due=due, guild=guild, sealed=sealed))
        return Placed(number, alias, to_ms(due), where)

    @one_unit
    def keep_draft(self, unit: Unit, text: str) -> int:
        """Seals a text that could not be taken, so that nothing is lost; gives its number."""
        number = random_id()
        drafts.keep(unit, self._keys, number, text)
        return number

    @one_unit
    def drop_draft(self, unit: Unit, number: int) -> None:
        drafts.drop(unit, number)

    @one_look
    def draft(self, connection: Connection, number: int) -> str | None:
        """A text kept for half an hour, None when it is gone."""
        return drafts.read(connection, self._keys, number, to_ms(self.rows.wall.now()))

    @one_unit
    def change_text(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId, text: str) -> Vent:
        """Mends the words of one's own vent. Raises Refusal: not one's own, gone, too late, empty."""
        vent = self._own(unit.connection, number, guild, member)
        mended = _screened(text, TEXT_MAX)
        if not may_edit(store.posted_ms(unit.connection, number), unit.now_ms):
            raise Refusal("vent-edit-too-late")
        drafts.keep(unit, self._keys, number, mended)
        row = f"edit|{number}"
        unit.schedule(NewJob(kind=EDIT, guild=guild, payload=json.dumps({"vent": number}), sealed=self._keys.seal(mended, row)))
        return vent

    @one_unit
    def take_down(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId) -> Vent:
        """Ends one's own vent. Raises Refusal: not one's own, gone."""
        vent = self._own(unit.connection, number, guild, member)
        self.end(unit, vent)
        return vent

    @one_unit
    def take_all_down(self, unit: Unit, guild: GuildId, member: MemberId) -> int:
        """Ends all of one's own vents on this server; gives how many."""
        mine = store.of_author(unit.connection, guild, member, self._refs(guild, member), most=POSTS_SHOWN)
        for one in mine:
            self.end(unit, one.vent)
        return len(mine)

    @one_unit
    def mine(self, unit: Unit, guild: GuildId, member: MemberId) -> list[Mine]:
        """One's own vents; looking at them means their notes are read."""
        refs = self._refs(guild, member)
        store.notes_read(unit, guild, member, refs)
        return store.of_author(unit.connection, guild, member, refs, most=POSTS_SHOWN)

    @one_look
    def own(self, connection: Connection, number: VentId, guild: GuildId, member: MemberId) -> Vent:
        """Raises Refusal unless it is there and one's own."""
        return self._own(connection, number, guild, member)

    @one_look
    def is_own(self, connection: Connection, number: VentId, guild: GuildId, member: MemberId) -> bool:
        return store.is_author(connection, number, member, self._refs(guild, member))

    @one_unit
    def tell_me(self, unit: Unit, number: VentId, guild: GuildId, address: Address) -> Vent:
        """Seals who and where to tell, until the vent ends. Raises Refusal: not one's own, gone."""
        vent = self._own(unit.connection, number, guild, address.member)
        box = self._keys.seal(json.dumps([address.member, address.dm]), f"tell|{number}")
        store.seal_address(unit, number, box)
        return vent

    @one_unit
    def stop_telling(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId) -> None:
        """Erases the seal. Raises Refusal: not one's own, gone."""
        self._own(unit.connection, number, guild, member)
        store.seal_address(unit, number, None)

    @one_unit
    def reply(self, unit: Unit, number: VentId, guild: GuildId, writer: Writer, text: str, *, press: int) -> WrittenLine:
        """Answers in one's own thread as the author: under the made-up name, or one's own. Raises Refusal."""
        vent = self._own(unit.connection, number, guild, writer.member)
        said = _screened(text, REPLY_MAX)
        if not unit.first_time(press):
            raise Refusal("line-already-there")
        written = WrittenLine(LineId(random_id()), vent.id, vent.alias or writer.name or "", vent.author, said)
        self._send_line(unit, vent, written, SAY_REPLY)
        return written

    # --- the others -------------------------------------------------------------------------------------------------

    @one_look
    def look(self, connection: Connection, number: VentId) -> Vent | None:
        return store.by_id(connection, number)

    @one_look
    def at_message(self, connection: Connection, message: MessageId) -> Vent | None:
        return store.by_message(connection, message)

    @one_unit
    def cheer(self, unit: Unit, number: VentId, member: MemberId, which: Cheer) -> Cheered:
        """Gives a cheer, moves it to another emoji, or takes the same one back. Raises Refusal: gone, one's own."""
        vent = self._open(unit, number, member)
        refs = self._support_refs(number, member)
        given = store.support_of(unit, number, member, refs)
        if given is None or given.cheer is None:
            change = Change.GIVEN
        else:
            change = Change.TAKEN_BACK if given.cheer == which else Change.MOVED
        if given is None:
            store.add_support(unit, number, refs[0], cheer=which, lines=0)
        elif change is Change.TAKEN_BACK and given.lines == 0:
            store.drop_support(unit, given.id)
        else:
            store.set_cheer(unit, given.id, None if change is Change.TAKEN_BACK else which)
        return Cheered(change, self._supported(unit, vent, refs[0], "cheer", is_new=change is Change.GIVEN))

    @one_unit
    def react(self, unit: Unit, number: VentId, member: MemberId, which: Cheer, *, added: bool) -> None:
        """A reaction counts as the press it stands for; one's own does not count. Raises Refusal: gone, one's own."""
        vent = self._open(unit, number, member)
        refs = self._support_refs(number, member)
        given = store.support_of(unit, number, member, refs)
        now = given.cheer if given is not None else None
        if (added and now == which) or (not added and now != which):
            return
        if given is None:
            store.add_support(unit, number, refs[0], cheer=which, lines=0)
        elif not added and given.lines == 0:
            store.drop_support(unit, given.id)
        else:
            store.set_cheer(unit, given.id, which if added else None)
        self._supported(unit, vent, refs[0], "cheer", is_new=added and now is None)
        self.refresh(unit, vent)

    @one_unit
    def write_line(
        self, unit: Unit, number: VentId, line: LineId, writer: Writer, text: str, *, press: int
    ) -> WrittenLine:
        """Puts a line into the thread, under the writer's name or a made-up one.

        Raises Refusal: gone, one's own, empty, too long, a second unsigned one, a day's limit.
        """
        vent = self._open(unit, number, writer.member)
        said = _screened(text, LINE_MAX)
        if not unit.first_time(press):
            raise Refusal("line-already-there")
        signed = writer.name is not None
        alias = self._sign(unit, vent, line, writer.member) if signed else self._write_unsigned(unit, vent, line, writer.member)
        self._count_line(unit, vent, writer.member, signed=signed)
        written = WrittenLine(line, vent.id, writer.name or alias or "", writer.member if signed else None, said)
        self._send_line(unit, vent, written, SAY_LINE)
        if signed and vent.author is not None:
            sealed = self._keys.seal(said, f"line|{line}")
            unit.emit(LineGiven(vent.guild, line, vent.author, writer.member, sealed))
            unit.emit(SupportGiven(vent.guild, writer.member, vent.author, "line", unit.now_ms))
        return written

    def _sign(self, unit: Unit, vent: Vent, line: LineId, member: MemberId) -> None:
        store.add_line(unit, line, vent.id, member, None)

    def _write_unsigned(self, unit: Unit, vent: Vent, line: LineId, member: MemberId) -> str:
        refs = self._refs(vent.guild, member)
        if store.wrote_unsigned(unit, vent.id, refs):
            raise Refusal("line-one-unsigned")
        spent = limits.use(unit, self._keys.refs("limit:line", vent.guild, member), most=UNSIGNED_LINES_A_DAY)
        if spent is not None:
            raise Refusal("line-day-full", when=_when(spent.again))
        taken = store.names_in_thread(unit.connection, vent.id) | {vent.alias or ""}
        alias = made_up_name(_RANDOM, taken)
        if not store.add_line(unit, line, vent.id, refs[0], alias):
            raise Refusal("line-one-unsigned")
        return alias

    def _count_line(self, unit: Unit, vent: Vent, member: MemberId, *, signed: bool) -> None:
        refs = self._support_refs(vent.id, member)
        given = store.support_of(unit, vent.id, member, refs)
        if given is None:
            store.add_support(unit, vent.id, member if signed else refs[0], cheer=None, lines=1)
        else:
            store.add_line_to(unit, given.id)
            if signed and given.supporter_id is None:
                store.sign_support(unit, given.id, member)
        self._supported(unit, vent, refs[0], "line", is_new=True)

    def _send_line(self, unit: Unit, vent: Vent, written: WrittenLine, kind: str) -> None:
        # who signed is sealed too: in the queue nobody stands in clear
        sealed = self._keys.seal(json.dumps([written.name, written.writer, written.said]), f"line|{written.id}")
        payload = json.dumps({"vent": vent.id})
        unit.schedule(NewJob(kind=kind, key=str(written.id), guild=vent.guild, payload=payload, sealed=sealed))

    def line_of(self, job: Job) -> WrittenLine:
        """The line a job carries. Raises keys.BoxBroken."""
        name, writer, said = json.loads(self._keys.open(job.sealed or b"", f"line|{job.key}"))
        return WrittenLine(LineId(int(job.key)), VentId(json.loads(job.payload)["vent"]), name, writer, said)

    def _supported(self, unit: Unit, vent: Vent, ref: Ref, kind: str, *, is_new: bool) -> Vent:
        """After any change of support: counts it, tells the others, and the author if they want to know."""
        version = store.bump(unit, vent.id)
        total = store.supporters(unit.connection, vent.id)
        unit.emit(VentSupported(vent.guild, vent.id, ref, kind, total, version))
        if kind == "line":
            self.refresh(unit, vent)
        if is_new:
            unit.schedule(NewJob(kind=TELL, guild=vent.guild, payload=json.dumps({"vent": vent.id, "kind": kind})))
        found = store.by_id(unit.connection, vent.id)
        return found if found is not None else vent

    @one_look
    def line_place(self, connection: Connection, number: LineId) -> tuple[bool, MessageId | None]:
        """(whether the line is there, its message once it is up)"""
        row = store.line_there(connection, number)
        return row is not None, row.message_id if row is not None else None

    # --- what happens while nobody presses ------------------------------------------------------------------------------

    @one_unit
    def is_up(self, unit: Unit, number: VentId, message: MessageId) -> None:
        """The card is in the room."""
        store.is_up(unit, number, message)

    @one_unit
    def has_thread(self, unit: Unit, vent: Vent, thread: ChannelId | None, job: Job) -> None:
        """Card and thread are there: the vent is up, the others hear of it, its end is planned."""
        store.has_thread(unit, vent.id, thread)
        ref = store.author_ref(unit.connection, vent.id)
        unit.emit(VentPosted(vent.guild, vent.id, vent.room, vent.wish, unit.now_ms, ref))
        unit.schedule(NewJob(kind=END, key=str(vent.id), due=from_ms(vent.ends_ms), guild=vent.guild))
        self.move_panel(unit, vent.guild, vent.room)
        unit.finish(job)

    @one_unit
    def could_not_be_posted(self, unit: Unit, vent: Vent, text: str, job: Job, *, told: bool) -> None:
        """The room cannot be written in: the vent is undone, its text kept, the try given back.

        Unless the author is waiting for the answer (`told`), a note waits for them.
        """
        refs = store.author_ref(unit.connection, vent.id)
        drafts.keep(unit, self._keys, vent.id, text)
        if not told:
            to = refs if refs is not None else vent.author
            if to is not None:
                self._inbox.put(unit, vent.guild, to, Note("note-not-posted", {"room": str(vent.room)}))
        store.remove(unit, vent.id)
        unit.finish(job)

    @one_unit
    def end_now(self, unit: Unit, number: VentId, job: Job) -> None:
        """Its time has run out."""
        vent = store.by_id(unit.connection, number)
        if vent is not None:
            self.end(unit, vent)
        unit.finish(job)

    def end(self, unit: Unit, vent: Vent) -> None:
        """Rows go at once, card and thread by the queue."""
        ref = store.author_ref(unit.connection, vent.id)
        if ref is not None and vent.message is not None:
            until = unit.now + PAST_KEPT
            store.remember_past(unit, vent.guild, vent.message, ref, to_ms(until))
        store.remove(unit, vent.id)
        drafts.drop(unit, vent.id)
        where = {"room": vent.room, "message": vent.message, "thread": vent.thread}
        unit.schedule(NewJob(kind=REMOVE, key=str(vent.id), guild=vent.guild, payload=json.dumps(where)))
        unit.emit(VentEnded(vent.guild, vent.id))

    def refresh(self, unit: Unit, vent: Vent) -> None:
        """The card shows the new count soon; several changes are one edit."""
        old = unit.now_ms - (store.posted_ms(unit.connection, vent.id) or unit.now_ms) > 3_600_000
        due = unit.now + (REFRESH_OLD_AFTER if old else REFRESH_AFTER)
        unit.schedule(NewJob(kind=REFRESH, key=str(vent.id), due=due, guild=vent.guild))

    @one_unit
    def refresh_soon(self, unit: Unit, vent: Vent) -> None:
        self.refresh(unit, vent)

    @one_unit
    def line_is_up(self, unit: Unit, number: LineId, message: MessageId, job: Job) -> None:
        store.line_is_up(unit, number, message)
        unit.finish(job)

    @one_unit
    def line_lost(self, unit: Unit, number: LineId, job: Job) -> None:
        """The thread is gone: the line with it."""
        store.drop_line(unit, number)
        unit.finish(job)

    @one_unit
    def whom_to_tell(self, unit: Unit, number: VentId, kind: str) -> Address | None:
        """Who wants to hear of this support now; everybody else finds a note. None where nobody is to be written to."""
        state = store.tell_state(unit.connection, number)
        vent = store.by_id(unit.connection, number)
        if state is None or vent is None:
            return None
        box, day_then, told = state
        today = unit.now_ms // _DAY_MS
        count = told if day_then == today else 0
        if box is not None and count < TOLD_A_DAY:
            member, dm = json.loads(self._keys.open(box, f"tell|{number}"))
            store.count_telling(unit, number, today, count + 1)
            return Address(MemberId(member), ChannelId(dm))
        self._note(unit, vent, kind)
        return None

    @one_unit
    def could_not_be_told(self, unit: Unit, number: VentId, kind: str) -> None:
        """Their direct messages are closed by now: the seal goes, a note waits."""
        vent = store.by_id(unit.connection, number)
        if vent is not None:
            store.seal_address(unit, number, None)
            self._note(unit, vent, kind)

    def _note(self, unit: Unit, vent: Vent, kind: str) -> None:
        ref = store.author_ref(unit.connection, vent.id)
        to = ref if ref is not None else vent.author
        if to is not None and store.note_once(unit, vent.id):
            text_id = "note-line-waits" if kind == "line" else "note-cheer-waits"
            self._inbox.put(unit, vent.guild, to, Note(text_id, {"name": vent.alias or "", "named": int(vent.alias is None)}))

    # --- the panel --------------------------------------------------------------------------------------------------

    def move_panel(self, unit: Unit, guild: GuildId, room: ChannelId) -> None:
        """The panel goes to the end of the room, at most once in PANEL_AT_MOST_EVERY."""
        row = store.panel_of(unit.connection, room)
        due = unit.now
        if row is not None and row.message_id is not None:
            due = max(due, from_ms(row.moved_ms) + PANEL_AT_MOST_EVERY)
        unit.schedule(NewJob(kind=PANEL, key=str(room), due=due, guild=guild))

    @one_unit
    def something_was_written(self, unit: Unit, guild: GuildId, room: ChannelId, message: MessageId) -> None:
        """Somebody wrote in a vent room: the panel is not last any more."""
        row = store.panel_of(unit.connection, room)
        if row is not None and row.message_id != message:
            self.move_panel(unit, guild, room)

    @one_look
    def panel(self, connection: Connection, room: ChannelId) -> MessageId | None:
        row = store.panel_of(connection, room)
        return row.message_id if row is not None else None

    @one_unit
    def panel_is(self, unit: Unit, guild: GuildId, room: ChannelId, message: MessageId | None, job: Job) -> None:
        store.panel_is(unit, guild, room, message)
        unit.finish(job)

    @one_look
    def channels(self, connection: Connection, guild: GuildId) -> Channels:
        return guilds.channels(connection, guild)

    @one_look
    def guilds_with_posts(self, connection: Connection, member: MemberId) -> list[GuildId]:
        """The servers on which this person has something up."""
        known = guilds.guilds_with_features(connection)
        return [g for g in known if store.of_author(connection, g, member, self._refs(g, member), most=1)]

    def sweep(self, unit: Unit, _: Job) -> None:
        """What was remembered of ended vents goes after PAST_KEPT."""
        store.expire_past(unit)
        self.plant_sweep(unit)

    def plant_sweep(self, unit: Unit) -> None:
        unit.schedule(NewJob(kind=SWEEP, key="hourly", due=unit.now + SWEEP_EVERY))

    def text_of(self, job: Job, row: str) -> str:
        """The words a job carries. Raises keys.BoxBroken."""
        return self._keys.open(job.sealed or b"", row)

    # --- parts ------------------------------------------------------------------------------------------------------

    def _refs(self, guild: GuildId, member: MemberId) -> Sequence[Ref]:
        return self._keys.refs(AUTHOR, guild, member)

    def _support_refs(self, number: VentId, member: MemberId) -> Sequence[Ref]:
        return self._keys.refs("support", number, member)

    def _own(self, connection: Connection, number: VentId, guild: GuildId, member: MemberId) -> Vent:
        vent = store.by_id(connection, number)
        if vent is None:
            raise Refusal("vent-gone")
        if not store.is_author(connection, number, member, self._refs(guild, member)):
            raise Refusal("vent-not-yours")
        return vent

    def _open(self, unit: Unit, number: VentId, member: MemberId) -> Vent:
        """A vent that somebody else may answer."""
        vent = store.by_id(unit.connection, number)
        if vent is None:
            raise Refusal("vent-gone")
        if store.is_author(unit.connection, number, member, self._refs(vent.guild, member)):
            raise Refusal("vent-own")
        return vent

    def _spend(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        refs = self._keys.refs("limit:vent", guild, member)
        spent = limits.use(unit, refs, most=VENTS_A_DAY, apart=BETWEEN_VENTS)
        if spent is not None:
            raise Refusal("vent-day-full" if spent.day_is_full else "vent-too-soon", when=_when(spent.again))


def _room(connection: Connection, guild: GuildId, asked_in: ChannelId | None) -> ChannelId:
    rooms = guilds.channels(connection, guild).vent_rooms
    if not rooms:
        raise Refusal("vent-no-room")
    return asked_in if asked_in in rooms else rooms[0]


def _screened(text: str, most: int) -> str:
    if is_blank(text):
        raise Refusal("text-empty")
    if len(text) > most:
        raise Refusal("text-too-long", most=most, given=len(text))
    return clean(text)


def _when(moment: datetime) -> str:
    """A time that everybody reads in their own zone (documentation, timestamp styles)."""
    return f"<t:{to_ms(moment) // 1000}:f>"
