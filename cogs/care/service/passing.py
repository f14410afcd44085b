"""What is passed on while nobody presses, to moderators and back; and what is thrown away in time."""

import json
from datetime import timedelta

from bot.data import guilds
from bot.data.guilds import HelpHere
from bot.data.inbox import Note
from bot.data.people import People
from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import real_ms
from bot.domain.events import CareWaits
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId
from bot.screening.escape import escape
from cogs.care import store
from cogs.care.model import Call, CareNote, Letter, News, Talk, WayBack, Work, answer_buttons
from cogs.care.service.tools import Tools, fade_soon

SWEEP_EVERY = timedelta(hours=1)


class Passing:
    """For the jobs."""

    def __init__(self, tools: Tools, people: People) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._people = people

    @one_look
    def locale(self, look: Look, guild: GuildId) -> str | None:
        """The server's language: what moderators get is for several people."""
        return guilds.channels(look, guild).locale

    @one_look
    def help_here(self, look: Look, guild: GuildId) -> HelpHere:
        """Whose help lines people read there."""
        return guilds.help_here(look, guild)

    # --- to the moderators ------------------------------------------------------------------------------------------

    @one_look
    def call(self, look: Look, job: Job) -> Call | None:
        """What the moderators are to read and where; None where it is over already."""
        row = store.note(look, int(job.key))
        talk = store.talk(look, row.talk_id) if row is not None else None
        if row is None or talk is None or not talk.is_open:
            return None
        words = self._tools.keys.open(row.sealed, f"care-note|{row.id}")
        return Call(talk, CareNote(row.id, False, words), guilds.channels(look, talk.guild).moderators)

    @one_unit
    def is_called(self, unit: Unit, call: Call, channel: ChannelId, message: MessageId, job: Job) -> None:
        """The message is in the moderators' place."""
        store.note_is_at(unit, call.note.id, channel, message)
        unit.finish(job)

    @one_unit
    def owner_is_called(self, unit: Unit, call: Call, owner: MemberId | None, job: Job) -> None:
        """There is no place for moderators: who owns the server finds it in their inbox, or by direct message."""
        if owner is not None:
            text_id = "care-owner-written" if call.note.words else "care-owner-asked"
            buttons = (("care-answer", f"care:answer:{call.talk.id}"), ("care-close", f"care:shut:{call.talk.id}"))
            note = Note(text_id, {"words": escape(call.note.words)}, buttons)
            self._people.tell_self(unit, call.talk.guild, owner, note)
        unit.finish(job)

    # --- and back ---------------------------------------------------------------------------------------------------

    @one_look
    def letter(self, look: Look, job: Job) -> Letter | None:
        """What the one who asked is to read; None where they want no more of it, or know it already."""
        payload = json.loads(job.payload)
        talk, news = store.talk(look, payload["talk"]), News(payload["news"])
        if talk is None or (not talk.is_open and news is not News.CLOSED):
            return None
        conversation = self._tools.conversation(look, talk)
        if news is News.NOBODY_YET and conversation.answered:
            return None
        row = store.note(look, payload["note"]) if news is News.ANSWERED else None
        words = self._tools.keys.open(row.sealed, f"care-note|{row.id}") if row is not None else ""
        return Letter(conversation, news, words, self._way_back(look, talk))

    def _way_back(self, look: Look, talk: Talk) -> WayBack | None:
        box, ends_ms = store.way_back(look, talk.id)
        if box is None or real_ms() >= ends_ms:
            return None
        application, token, locale = json.loads(self._tools.keys.open(box, f"care-answer|{talk.id}"))
        return WayBack(application, token, locale)

    @one_unit
    def waits_in_inbox(self, unit: Unit, letter: Letter, job: Job) -> None:
        """They cannot be reached in place any more: it waits under their key."""
        talk = letter.conversation.talk
        self._tools.inbox.put(unit, talk.guild, talk.author_ref, inbox_note(letter))
        if talk.vent is not None:
            unit.emit(CareWaits(talk.guild, talk.vent))
        unit.finish(job)

    # --- in time ----------------------------------------------------------------------------------------------------

    def sweep(self, unit: Unit, _: Job) -> None:
        """What was said is kept for NOTES_KEPT, then it goes here and in the moderators' place."""
        over = store.notes_over(unit.connection, unit.now_ms)
        for row in over:
            if row.message_id is not None:
                where = json.dumps({"channel": row.channel_id, "message": row.message_id})
                unit.schedule(NewJob(kind=Work.WIPE, key=str(row.id), payload=where))
        store.drop_notes(unit, [row.id for row in over])
        store.sweep(unit, real_ms())
        self.plant_sweep(unit)

    def fade(self, unit: Unit, _: Job) -> None:
        """Every FADE_EVERY while there is a token anywhere: it goes within that once it works no more."""
        if store.fade(unit, real_ms()):
            fade_soon(unit)

    def plant_sweep(self, unit: Unit) -> None:
        unit.schedule(NewJob(kind=Work.SWEEP, key="hourly", due=unit.now + SWEEP_EVERY))


def inbox_note(letter: Letter) -> Note:
    """What waits in the inbox, with what can be done about it."""
    number = letter.conversation.talk.id
    if letter.news is News.CLOSED:
        return Note("care-note-closed", {})
    if letter.news is News.NOBODY_YET:
        return Note("care-note-nobody-yet", {}, (("care-withdraw", f"care:close:{number}"),))
    return Note("care-note-answer", {"words": escape(letter.words)}, answer_buttons(number))
