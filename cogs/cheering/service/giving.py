"""Giving: a cheer or thanks from one person to another, in the channel or quietly."""

import json

from bot.data import guilds
from bot.data.doors import Door
from bot.data.guilds import Channels
from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.events import SupportGiven, SupportHeldBack, SupportRemoved
from bot.domain.ids import GuildId, LineId, MemberId, MessageId, random_id
from cogs.cheering import store
from cogs.cheering.model import Act, Entry, Given, Kind, KindWord, Source, Work, emoji_of, may_give, offered
from cogs.cheering.service.tools import Spoken, Tools, screened


class Giving:
    """What the giver does, and what becomes of it."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_unit
    def give(self, unit: Unit, act: Act) -> Given:
        """Raises Refusal: oneself, nothing said, too long, unknown emoji, a door, a day's limit, done already."""
        may_give(act.giver, act.receiver)
        emoji = emoji_of(act.emoji, _offered(unit.connection, act.guild))
        said = screened(act.said, empty_is_fine=act.kind is Kind.CHEER)
        door = self._tools.doors.between(unit.connection, act.guild, act.giver, act.receiver)
        if door in {Door.SHUT_BY_YOU, Door.SHUT_TO_ALL}:
            raise Refusal(f"cheer-{door}", other=f"<@{act.receiver}>")
        if not unit.first_time(act.press):
            raise Refusal("cheer-already-there")
        self._tools.spend(unit, act.guild, act.giver, act.receiver)
        quiet = (
            act.quietly or act.channel is None or self._tools.doors.is_hushed(unit.connection, act.guild, act.receiver)
        )
        number = LineId(random_id())
        if door is Door.SHUT_SILENTLY:
            unit.emit(SupportHeldBack(act.guild, act.giver, act.receiver, act.kind, unit.now_ms))
            return Given(number, quiet=True)
        self._pass_on(unit, number, act, Spoken(act.kind, emoji, said, act.server), quiet=quiet)
        return Given(number, quiet)

    def _pass_on(self, unit: Unit, number: LineId, act: Act, spoken: Spoken, *, quiet: bool) -> None:
        if spoken.said:
            entry = Entry(number, act.guild, act.receiver, act.giver, Source.GIVEN, spoken.said)
            store.keep(unit, self._tools.keys, entry)
        unit.emit(SupportGiven(act.guild, act.giver, act.receiver, act.kind, unit.now_ms))
        if quiet or act.channel is None:
            self._tools.tell(unit, number, act.guild, (act.giver, act.receiver), spoken)
            return
        store.say(unit, KindWord(number, act.guild, act.channel, None, act.giver, act.receiver, act.kind))
        sealed = self._tools.seal_spoken(number, spoken)
        where = json.dumps({"channel": act.channel})
        unit.schedule(NewJob(kind=Work.SAY, key=str(number), guild=act.guild, payload=where, sealed=sealed))

    # --- what stands in a channel -----------------------------------------------------------------------------------

    @one_look
    def word(self, look: Look, number: LineId) -> KindWord | None:
        """A kind word that stands in a channel or is on its way there; None once it was taken down."""
        return store.word(look, number)

    def spoken(self, job: Job) -> Spoken:
        """The words a job carries. Raises keys.BoxBroken."""
        return self._tools.open_spoken(LineId(int(job.key)), job.sealed or b"")

    @one_unit
    def is_said(self, unit: Unit, word: KindWord, message: MessageId, job: Job) -> None:
        """It stands in the channel; if it was taken down while it was being sent, it goes again."""
        unit.finish(job)
        if not store.is_said(unit, word.id, message):
            self._goes(unit, word, message)

    @one_unit
    def goes_quietly(self, unit: Unit, word: KindWord, spoken: Spoken, job: Job) -> None:
        """The bot may not write there: the receiver gets it all the same."""
        if store.unsay(unit, word.id):
            self._tools.tell(unit, word.id, word.guild, (word.giver, word.receiver), spoken)
        unit.finish(job)

    @one_unit
    def take_down(self, unit: Unit, number: LineId, member: MemberId) -> None:
        """Takes the message out of the channel; a line stays in the jar. Raises Refusal: gone, not one of the two."""
        word = _of(unit.connection, number, member)
        if store.unsay(unit, number):
            unit.emit(SupportRemoved(word.guild, word.giver, word.receiver, word.kind, removed=True))
        if word.message is not None:
            self._goes(unit, word, word.message)

    def _goes(self, unit: Unit, word: KindWord, message: MessageId) -> None:
        where = json.dumps({"channel": word.channel, "message": message})
        unit.schedule(NewJob(kind=Work.REMOVE, guild=word.guild, payload=where))

    @one_look
    def concerned(self, look: Look, number: LineId, member: MemberId) -> tuple[KindWord, bool]:
        """The word, and whether this person can still thank for it. Raises Refusal: gone, not one of the two."""
        word = _of(look, number, member)
        line = store.line_of(look, word.guild, member, number)
        return word, line is not None and line.giver_id is not None and not line.thanked

    @one_look
    def offered(self, look: Look, guild: GuildId) -> tuple[str, ...]:
        """The emoji that can be sent here, the server's own first."""
        return _offered(look, guild)

    @one_look
    def channels(self, look: Look, guild: GuildId) -> Channels:
        """The server's language, among other things."""
        return guilds.channels(look, guild)


def _offered(look: Look, guild: GuildId) -> tuple[str, ...]:
    return offered([emoji for emoji, _ in guilds.cheers(look, guild).three])


def _of(look: Look, number: LineId, member: MemberId) -> KindWord:
    word = store.word(look, number)
    if word is None:
        raise Refusal("cheer-gone")
    if not word.concerns(member):
        raise Refusal("cheer-not-yours")
    return word
