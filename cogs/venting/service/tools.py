"""What posting, owning and answering have in common."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from random import SystemRandom

from bot.data import drafts, guilds
from bot.data.doors import Doors
from bot.data.inbox import AUTHOR, Inbox, Note
from bot.data.keys import Keys
from bot.data.people import People
from bot.data.queue import NewJob
from bot.data.unit import Look, Rows, Unit
from bot.domain.clock import from_ms, to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MemberId, Ref, VentId
from bot.screening.escape import clean, is_blank
from cogs.venting.model.afterwards import PROOF_BYTES
from cogs.venting.model.cheers import CheerSet, cheer_set
from cogs.venting.model.line import LineOn, WrittenLine
from cogs.venting.model.vent import Draft, Vent
from cogs.venting.model.work import OLD, PANEL_AT_MOST_EVERY, REFRESH_AFTER, REFRESH_OLD_AFTER, Work
from cogs.venting.store import answers, ending, rooms, vents

RANDOM = SystemRandom()
DAY_MS = 86_400_000
NOTED = {"line": "note-line-waits", "cheer": "note-cheer-waits"}
"""What came, and the note that says so."""


@dataclass(frozen=True)
class Tools:
    """Shared by the services of this feature; each method is a step inside somebody's unit."""

    rows: Rows
    keys: Keys
    inbox: Inbox
    doors: Doors
    people: People

    def refs(self, guild: GuildId, member: MemberId) -> Sequence[Ref]:
        """What an anonymous author is known by, under all living keys."""
        return self.keys.refs(AUTHOR, guild, member)

    def own(self, look: Look, number: VentId, guild: GuildId, member: MemberId) -> Vent:
        """Raises Refusal unless the vent is there and this person's own."""
        vent = vents.by_id(look, number)
        if vent is None:
            raise Refusal("vent-gone")
        if not vent.is_by(member, self.refs(guild, member)):
            raise Refusal("vent-not-yours")
        return vent

    def another_s(self, look: Look, number: VentId, member: MemberId) -> Vent:
        """A vent that this person may answer. Raises Refusal: gone, one's own."""
        vent = vents.by_id(look, number)
        if vent is None or vent.hidden:
            raise Refusal("vent-gone")
        if vent.is_by(member, self.refs(vent.guild, member)):
            raise Refusal("vent-own")
        return vent

    def changes(self, unit: Unit, number: VentId) -> int:
        """Keeps whoever changes this vent too waiting until we are done; gives its new version.

        Comes before what is read and then written. Raises Refusal: gone.
        """
        version = vents.bump(unit, number)
        if version is None:
            raise Refusal("vent-gone")
        return version

    def cheers(self, look: Look, guild: GuildId) -> CheerSet:
        """What can be pressed below a post here."""
        own = guilds.cheers(look, guild)
        return cheer_set(own.three, own.laugh)

    def follow_keys(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        """The person acts: refs of theirs under an older key are rewritten under the active one (SPEC 4.2)."""
        newest, *older = self.refs(guild, member)
        for old in older:
            for vent in vents.of_ref(unit.connection, guild, old):
                vents.rewrite(unit, vent.id, newest, self.keys.active)

    def asked_now(self, number: VentId, member: MemberId, now: datetime) -> str:
        """What the buttons of "How is it now?" carry: the post, the day, and that this person was asked by the bot."""
        day = self.day(now)
        return f"{number}:{day}:{self.keys.ref('how', number, member, day)[:PROOF_BYTES].hex()}"

    def day(self, moment: datetime) -> int:
        """Days since 1970-01-01, by UTC."""
        return to_ms(moment) // DAY_MS

    def refresh(self, unit: Unit, vent: Vent) -> None:
        """The card shows the new count soon; several changes are one edit."""
        is_old = vent.posted_ms is not None and unit.now - from_ms(vent.posted_ms) > OLD
        due = unit.now + (REFRESH_OLD_AFTER if is_old else REFRESH_AFTER)
        unit.schedule(NewJob(kind=Work.REFRESH, key=str(vent.id), due=due, guild=vent.guild))

    def keep_words(self, unit: Unit, vent: Vent, text: str) -> None:
        """Seals a post's words as a draft, for *Add or change*."""
        draft = Draft(text, vent.wish, vent.shown, vent.warning, later=False, room=vent.room)
        drafts.keep(unit, self.keys, vent.id, json.dumps(asdict(draft)))

    def keep_words_still(self, unit: Unit, vent: Vent, text: str) -> None:
        """The same where it waited for longer than its draft is kept: it can be changed for EDIT_WITHIN yet."""
        if drafts.read(unit.connection, self.keys, vent.id, unit.now_ms) is None:
            self.keep_words(unit, vent, text)

    def note(self, unit: Unit, vent: Vent, kind: str) -> None:
        """Leaves word for the author that a "line" or a "cheer" came; one note a vent until they were told of it.

        What else they may be told of has a note of its own already.
        """
        to = vent.author_ref if vent.author_ref is not None else vent.author
        if to is None or kind not in NOTED:
            return
        note = Note(NOTED[kind], {"name": vent.alias or "", "named": int(vent.alias is None)})
        self.inbox.put_anew(unit, vent.guild, to, note, tuple(NOTED.values()))

    def send_line(self, unit: Unit, vent: Vent, written: WrittenLine, kind: Work) -> None:
        """Puts a line on its way into the thread. Who signed is sealed too: in the queue nobody stands in clear."""
        sealed = self.keys.seal(json.dumps([written.name, written.writer, written.said]), f"line|{written.id}")
        payload = json.dumps({"vent": vent.id})
        unit.schedule(NewJob(kind=kind, key=str(written.id), guild=vent.guild, payload=payload, sealed=sealed))

    def hide_line(self, unit: Unit, vent: Vent, line: LineOn) -> None:
        """The line goes, rows at once, its message by the queue; the support it was stays counted."""
        ending.remember_line(unit, vent, line)
        answers.drop_line(unit, line.id)
        where = json.dumps({"thread": vent.thread, "message": line.message})
        unit.schedule(NewJob(kind=Work.HIDE_LINE, key=str(line.id), guild=vent.guild, payload=where))

    def move_panel(self, unit: Unit, guild: GuildId, room: ChannelId) -> None:
        """The panel goes to the end of the room, at most once in PANEL_AT_MOST_EVERY."""
        panel = rooms.panel_of(unit.connection, room)
        due = unit.now
        if panel is not None and panel.message is not None:
            due = max(due, from_ms(panel.moved_ms) + PANEL_AT_MOST_EVERY)
        unit.schedule(NewJob(kind=Work.PANEL, key=str(room), due=due, guild=guild))


def screened(text: str, most: int) -> str:
    """The words, tidied. Raises Refusal: nothing in them, too many of them."""
    if is_blank(text):
        raise Refusal("text-empty")
    if len(text) > most:
        raise Refusal("text-too-long", most=most, given=len(text))
    return clean(text)


def when(moment: datetime) -> str:
    """A time that everybody reads in their own zone (documentation, timestamp styles)."""
    return f"<t:{to_ms(moment) // 1000}:f>"
