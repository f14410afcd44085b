"""What happens to vents while nobody presses: going up, being told of, ending, and the panel's walk."""

import json
from dataclasses import replace
from datetime import timedelta

from bot.data import guilds, limits, mutes, people
from bot.data.guilds import Channels
from bot.data.inbox import Note
from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import from_ms, to_ms
from bot.domain.events import VentPosted
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId, Ref, VentId
from cogs.venting.model.cheers import CheerSet
from cogs.venting.model.line import Kind, WrittenLine
from cogs.venting.model.vent import FEATURE, TOLD_A_DAY, Address, How, Vent
from cogs.venting.model.work import Work
from cogs.venting.service.holding import Holding
from cogs.venting.service.moderated import Moderated
from cogs.venting.service.tools import Tools
from cogs.venting.store import answers, ending, rooms, vents

SWEEP_EVERY = timedelta(hours=1)
_DAY_MS = timedelta(days=1) // timedelta(milliseconds=1)


class Course:
    """For the jobs, and for whoever must know how a vent stands."""

    def __init__(self, tools: Tools, holding: Holding) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._holding = holding

    @one_look
    def look(self, look: Look, number: VentId) -> Vent | None:
        """The vent, None once it is gone."""
        return vents.by_id(look, number)

    @one_look
    def at_message(self, look: Look, message: MessageId) -> Vent | None:
        """The vent whose card this message is."""
        return vents.by_message(look, message)

    @one_look
    def channels(self, look: Look, guild: GuildId) -> Channels:
        """Where things happen on this server, and its language."""
        return guilds.channels(look, guild)

    @one_look
    def cheers(self, look: Look, guild: GuildId) -> CheerSet:
        """What can be pressed below a post on this server."""
        return self._tools.cheers(look, guild)

    def text_of(self, job: Job, row: str) -> str:
        """The words a job carries. Raises keys.BoxBroken."""
        return self._tools.keys.open(job.sealed or b"", row)

    def post_of(self, job: Job) -> tuple[str, bool]:
        """(the words, whether the relay begins at once) of a vent to be posted. Raises keys.BoxBroken."""
        text, at_once = json.loads(self.text_of(job, f"vent|{job.key}"))
        return text, at_once

    def line_of(self, job: Job) -> WrittenLine:
        """The line a job carries. Raises keys.BoxBroken."""
        name, writer, said = json.loads(self._tools.keys.open(job.sealed or b"", f"line|{job.key}"))
        return WrittenLine(LineId(int(job.key)), VentId(json.loads(job.payload)["vent"]), name, writer, said)

    # --- going up ---------------------------------------------------------------------------------------------------

    @one_look
    def is_held_back(self, look: Look, guild: GuildId, ref: Ref | None) -> bool:
        """Whether what was written without a name must not go up any more: muted, or resting, since it was sent."""
        return self._is_held_back(look, guild, ref)

    def _is_held_back(self, look: Look, guild: GuildId, ref: Ref | None) -> bool:
        if ref is None:
            return False
        now_ms = to_ms(self.rows.wall.now())
        muted = mutes.is_muted(look, guild, [ref], now_ms)
        return muted is not None or mutes.braked_until(look, guild, now_ms) is not None

    @one_look
    def why_not_up(self, look: Look, guild: GuildId, ref: Ref | None) -> str | None:
        """The note for an author whose post must not go up any more: all is off since, or what has no name."""
        if FEATURE not in guilds.features(look, guild):
            return "note-off"
        return "note-held-back" if self._is_held_back(look, guild, ref) else None

    @one_look
    def writer_ref(self, look: Look, number: LineId) -> Ref | None:
        """Whose key an unsigned line was written under."""
        found = answers.line_there(look, number)
        return found.writer_ref if found is not None and found.kind is not Kind.REPLY else None

    @one_unit
    def is_up(self, unit: Unit, vent: Vent, message: MessageId, job: Job) -> bool:
        """The card is in the room as `vent` was; drawn again if that changed meanwhile.

        False, and it goes again, if its author took it down.
        """
        changed = vents.held_version(unit, vent.id) != vent.version
        if vents.is_up(unit, vent.id, message):
            if changed:
                self._tools.refresh(unit, vent)
            self._tools.keep_words_still(unit, vent, self.post_of(job)[0])
            return True
        ending.take_back(unit, replace(vent, message=message), None)
        unit.finish(job)
        return False

    @one_unit
    def has_thread(self, unit: Unit, before: Vent, thread: ChannelId, job: Job, *, at_once: bool) -> None:
        """Card and thread are there: the vent is up, the others hear of it, its end is planned.

        `before` is the vent with its card. Both go again if its author took it down meanwhile.
        """
        unit.finish(job)
        vents.has_thread(unit, before.id, thread)
        vent = vents.by_id(unit.connection, before.id)
        if vent is None:
            ending.take_back(unit, before, thread)
            return
        fact = VentPosted(
            vent.guild, vent.id, vent.room, vent.wish, unit.now_ms, vent.author_ref, at_once, vent.message, vent.author,
            vent.shown,
        )  # fmt: skip
        unit.emit(fact)
        unit.schedule(NewJob(kind=Work.END, key=str(vent.id), due=from_ms(vent.ends_ms), guild=vent.guild))
        rooms.count_readers(unit, vent.guild, unit.now)
        if not vent.in_circle:
            self._tools.move_panel(unit, vent.guild, vent.room)

    @one_unit
    def could_not_be_posted(
        self, unit: Unit, vent: Vent, text: str, job: Job, *, told: bool, note: str = "note-not-posted"
    ) -> None:
        """The room cannot be written in, or it must not go up any more (`why_not_up`): the vent is undone.

        What was filled in is kept. Unless the author is waiting for the answer (`told`), a note waits for them.
        """
        self._tools.keep_words(unit, vent, text)
        to = vent.author_ref if vent.author_ref is not None else vent.author
        if not told and to is not None:
            self._tools.inbox.put(unit, vent.guild, to, Note(note, {"room": str(vent.room)}))
        vents.remove(unit, vent.id)
        unit.finish(job)

    @one_unit
    def line_is_up(self, unit: Unit, line: WrittenLine, vent: Vent, message: MessageId, job: Job) -> None:
        """The line is in the thread; it goes again if it was taken back meanwhile."""
        unit.finish(job)
        if not answers.line_is_up(unit, line.id, message) and vent.thread is not None:
            ending.take_line_back(unit, vent.guild, vent.thread, message)

    @one_unit
    def line_lost(self, unit: Unit, number: LineId, job: Job) -> None:
        """The thread is gone: the line with it."""
        answers.drop_line(unit, number)
        unit.finish(job)

    # --- being told -------------------------------------------------------------------------------------------------

    @one_unit
    def whom_to_tell(self, unit: Unit, number: VentId, kind: str, job: Job) -> Address | None:
        """Where to write now; after TOLD_A_DAY tellings a note waits instead. None: nobody is to be written to.

        A job that is tried again has its place among them already.
        """
        vent = vents.by_id(unit.connection, number)
        if vent is None:
            return None
        if self._is_silent(unit, number):
            self._tools.note(unit, vent, kind)
            return None
        box, last_day, told = vents.tell_state(unit.connection, number)
        today = unit.now_ms // _DAY_MS
        count = told if last_day == today else 0
        place = [self._tools.keys.ref("tell", number, job.id)]
        is_first_try = limits.use(unit, place, most=1) is None
        if box is None or (is_first_try and count >= TOLD_A_DAY):
            limits.forget(unit, place)
            self._tools.note(unit, vent, kind)
            return None
        if is_first_try:
            vents.count_telling(unit, number, today, count + 1)
        member, dm = json.loads(self._tools.keys.open(box, f"tell|{number}"))
        return Address(MemberId(member), ChannelId(dm))

    def _is_silent(self, unit: Unit, number: VentId) -> bool:
        """Whether its author wants nothing to come by itself just now; asked right before it would."""
        vent, box = vents.by_id(unit.connection, number), vents.tell_state(unit.connection, number)[0]
        if vent is None or box is None:
            return False
        member, _ = json.loads(self._tools.keys.open(box, f"tell|{number}"))
        return people.choices(unit.connection, vent.guild, MemberId(member)).is_silent(unit.now_ms)

    @one_unit
    def could_not_be_told(self, unit: Unit, number: VentId, kind: str) -> None:
        """Their direct messages are closed by now: the seal goes, a note waits."""
        vent = vents.by_id(unit.connection, number)
        if vent is not None:
            vents.seal_address(unit, number, None)
            self._tools.note(unit, vent, kind)

    # --- ending -----------------------------------------------------------------------------------------------------

    @one_unit
    def end_now(self, unit: Unit, number: VentId, job: Job) -> None:
        """Its time has run out."""
        vent = vents.by_id(unit.connection, number)
        if vent is not None:
            self._ask_how_it_is(unit, vent)
            ending.end(unit, vent)
        unit.finish(job)

    def _ask_how_it_is(self, unit: Unit, vent: Vent) -> None:
        """One question at the end, if somebody was there and the author can be reached."""
        if not vent.supporters:
            return
        if vent.author is not None:
            asked = self._tools.asked_now(vent.id, vent.author, unit.now)
            buttons = tuple((f"how-{how}", f"vent:how:{vent.guild}:{how}:{asked}") for how in How)
            self._tools.people.tell_self(unit, vent.guild, vent.author, Note("note-how", {}, buttons))
            return
        box, _, _ = vents.tell_state(unit.connection, vent.id)
        if box is not None:
            address = self._tools.keys.open(box, f"tell|{vent.id}")
            sealed = self._tools.keys.seal(address, f"ask|{vent.id}")
            unit.schedule(NewJob(kind=Work.ASK, key=str(vent.id), guild=vent.guild, sealed=sealed))

    @one_look
    def whom_to_ask(self, look: Look, job: Job) -> tuple[ChannelId, str] | None:
        """(where the closing question goes, what its buttons carry); None where nothing may come by itself.

        Raises keys.BoxBroken.
        """
        member, dm = json.loads(self._tools.keys.open(job.sealed or b"", f"ask|{job.key}"))
        chosen = people.choices(look, job.guild or GuildId(0), MemberId(member))
        now = self.rows.wall.now()
        if chosen.is_silent(to_ms(now)):
            return None
        return ChannelId(dm), self._tools.asked_now(VentId(int(job.key)), MemberId(member), now)

    def sweep(self, unit: Unit, _: Job) -> None:
        """What was remembered of ended vents goes, and what was hidden for too long."""
        vents.expire_past(unit)
        for one in vents.overdue(unit.connection, unit.now_ms - _DAY_MS):
            ending.end(unit, one)
        Moderated(self._tools).give_up_hidden(unit)
        self._holding.give_up(unit)
        self.plant_sweep(unit)

    def plant_sweep(self, unit: Unit) -> None:
        unit.schedule(NewJob(kind=Work.SWEEP, key="hourly", due=unit.now + SWEEP_EVERY))

    # --- the card and the panel -------------------------------------------------------------------------------------

    @one_look
    def panel(self, look: Look, room: ChannelId) -> MessageId | None:
        """The room's panel, None where there is none."""
        found = rooms.panel_of(look, room)
        return found.message if found is not None else None

    @one_unit
    def something_was_written(self, unit: Unit, guild: GuildId, room: ChannelId, message: MessageId) -> None:
        """Somebody wrote in a vent room: the panel is not last any more."""
        found = rooms.panel_of(unit.connection, room)
        if found is not None and found.message != message:
            self._tools.move_panel(unit, guild, room)

    @one_look
    def is_room(self, look: Look, guild: GuildId, room: ChannelId) -> bool:
        """Whether the way in belongs there: a room that was chosen, on a server where this is switched on."""
        return self._is_room(look, guild, room)

    def _is_room(self, look: Look, guild: GuildId, room: ChannelId) -> bool:
        return room in guilds.channels(look, guild).vent_rooms and FEATURE in guilds.features(look, guild)

    @one_unit
    def panel_gone(self, unit: Unit, room: ChannelId, job: Job) -> None:
        """The way in was taken down there."""
        rooms.forget_panel(unit, room)
        unit.finish(job)

    @one_unit
    def panel_is(self, unit: Unit, guild: GuildId, room: ChannelId, message: MessageId | None, job: Job) -> None:
        """The panel went up there, or (None) could not."""
        rooms.panel_is(unit, guild, room, message)
        unit.finish(job)
        if not self._is_room(unit.connection, guild, room):
            # chosen away while it went up: down again
            unit.schedule(NewJob(kind=Work.PANEL, key=str(room), guild=guild))
