"""What the one who wants to talk does."""

import json
from collections.abc import Sequence
from datetime import timedelta

from bot.data import guilds, limits
from bot.data.guilds import HelpHere
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import real_ms
from bot.domain.errors import Refusal
from bot.domain.events import WaitingChanged
from bot.domain.ids import GuildId, MemberId, Ref, random_id
from cogs.care import store
from cogs.care.model import (
    ASKS_A_DAY,
    BLOCKS_KEPT,
    NOTES_A_DAY,
    TALKS_SHOWN,
    WAIT_BEFORE_TELLING,
    Asked,
    Conversation,
    News,
    Talk,
    WayBack,
    answers_until,
)  # fmt: skip
from cogs.care.service.tools import Tools, fade_soon, kept_until, screened


class Asking:
    """Only the person themself can do these; nobody learns who they are."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_look
    def help_here(self, look: Look, guild: GuildId) -> HelpHere:
        """Whose help lines people read here."""
        return guilds.help_here(look, guild)

    @one_unit
    def ask(self, unit: Unit, guild: GuildId, member: MemberId, back: WayBack, *, owns_server: bool) -> Asked:
        """Somebody wants to talk to a moderator. Asking again keeps the talk there is, with a new way back.

        Raises Refusal: they are the only one who could answer, a day's limit.
        """
        refs = self._tools.refs(guild, member)
        with_owner = guilds.channels(unit.connection, guild).moderators is None
        if with_owner and owns_server:
            raise Refusal("care-only-you")
        store.unblock(unit, guild, refs)
        mine = self._open_talk(unit, guild, refs)
        if mine is None:
            # whoever presses twice in one moment waits here for the first press
            self._spend(unit, "limit:care", guild, member, ASKS_A_DAY)
            mine = self._open_talk(unit, guild, refs)
            if mine is not None:
                limits.give_back(unit, self._tools.keys.ref("limit:care", guild, member))
        talk = mine or self._begun(unit, guild, refs[0])
        self._pressed(unit, talk, member, back)
        return Asked(self._tools.conversation(unit.connection, talk), again=mine is not None, with_owner=with_owner)

    def _open_talk(self, unit: Unit, guild: GuildId, refs: Sequence[Ref]) -> Talk | None:
        """The one that is not about a post of theirs."""
        found = store.open_talks_of(unit.connection, guild, refs, most=TALKS_SHOWN)
        return next((one for one in found if not one.message), None)

    def _begun(self, unit: Unit, guild: GuildId, ref: Ref) -> Talk:
        talk = Talk(random_id(), guild, ref, None, None, None, is_open=True)
        store.begin(unit, talk, kept_ms=kept_until(unit))
        self._tools.say(unit, talk, "", by_moderator=False)
        self._tools.tell(unit, talk, News.NOBODY_YET, about=talk.id, after=WAIT_BEFORE_TELLING)
        return talk

    @one_unit
    def write(
        self, unit: Unit, number: int, member: MemberId, words: str, back: WayBack, *, press: int
    ) -> Conversation:
        """Says something to the moderators. Raises Refusal: gone, not theirs, closed, empty, too long, too many."""
        talk = self._tools.own(unit.connection, number, member)
        if not talk.is_open:
            raise Refusal("care-closed")
        said = screened(words)
        if not unit.first_time(press):
            raise Refusal("care-already-there")
        self._spend(unit, "limit:care-note", talk.guild, member, NOTES_A_DAY)
        self._tools.say(unit, talk, said, by_moderator=False)
        self._pressed(unit, talk, member, back)
        return self._tools.conversation(unit.connection, talk)

    @one_look
    def talks(self, look: Look, guild: GuildId, member: MemberId) -> list[Conversation]:
        """A person's open talks with something in them."""
        found = store.open_talks_of(look, guild, self._tools.refs(guild, member), most=TALKS_SHOWN)
        return [self._tools.conversation(look, talk) for talk in found]

    @one_unit
    def close(self, unit: Unit, number: int, member: MemberId) -> bool:
        """Ends one's talk; False if it was over. Raises Refusal: gone, not theirs."""
        talk = self._tools.own(unit.connection, number, member)
        unit.emit(WaitingChanged(talk.guild))
        return store.close(unit, talk.id)

    @one_unit
    def block(self, unit: Unit, number: int, member: MemberId) -> None:
        """Ends it, and no moderator reaches this person any more until they ask. Raises Refusal: gone, not theirs."""
        talk = self._tools.own(unit.connection, number, member)
        store.close(unit, talk.id)
        unit.emit(WaitingChanged(talk.guild))
        until_ms = unit.now_ms + BLOCKS_KEPT // timedelta(milliseconds=1)
        for ref in self._tools.refs(talk.guild, member):
            # under every living key: who reaches out knows the ref of an old post only
            store.block(unit, talk.guild, ref, until_ms)

    def _pressed(self, unit: Unit, talk: Talk, member: MemberId, back: WayBack) -> None:
        sealed = self._tools.keys.seal(
            json.dumps([back.application, back.token, back.locale]), f"care-answer|{talk.id}"
        )
        ref = self._tools.refs(talk.guild, member)[0]
        store.seal_way_back(unit, talk.id, ref, sealed, ends_ms=answers_until(real_ms()), kept_ms=kept_until(unit))
        fade_soon(unit)

    def _spend(self, unit: Unit, purpose: str, guild: GuildId, member: MemberId, most: int) -> None:
        spent = limits.use(unit, self._tools.keys.refs(purpose, guild, member), most=most)
        if spent is not None:
            raise Refusal("care-day-full", when=f"<t:{int(spent.again.timestamp())}:R>")
