"""What asking, answering and passing on have in common."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.data.inbox import AUTHOR, Inbox
from bot.data.keys import Keys
from bot.data.queue import NewJob
from bot.data.unit import Look, Rows, Unit
from bot.domain.errors import Refusal
from bot.domain.events import WaitingChanged
from bot.domain.ids import GuildId, MemberId, Ref, random_id
from bot.screening.escape import clean, is_blank
from cogs.care import store
from cogs.care.model import NOTES_KEPT, SHOWN_AT_ONCE, WORDS_MAX, CareNote, Conversation, News, Talk, Work

FADE_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Tools:
    """Shared by the services of this feature; each method is a step inside somebody's unit."""

    rows: Rows
    keys: Keys
    inbox: Inbox

    def refs(self, guild: GuildId, member: MemberId) -> Sequence[Ref]:
        """What somebody without a name is known by, under all living keys."""
        return self.keys.refs(AUTHOR, guild, member)

    def conversation(self, look: Look, talk: Talk) -> Conversation:
        """The last SHOWN_AT_ONCE things said."""
        rows = store.notes(look, talk.id, most=SHOWN_AT_ONCE)
        said = [
            CareNote(row.id, bool(row.by_moderator), self.keys.open(row.sealed, f"care-note|{row.id}")) for row in rows
        ]
        return Conversation(talk, tuple(said))

    def own(self, look: Look, number: int, member: MemberId) -> Talk:
        """Raises Refusal unless it is there and this person's."""
        talk = store.talk(look, number)
        if talk is None:
            raise Refusal("care-gone")
        if talk.author_ref not in self.refs(talk.guild, member):
            raise Refusal("care-not-yours")
        return talk

    def say(self, unit: Unit, talk: Talk, words: str, *, by_moderator: bool) -> CareNote:
        """Adds something said, sealed; it is passed on by the queue."""
        number = random_id()
        kept_ms = kept_until(unit)
        values = {
            "id": number, "talk_id": talk.id, "by_moderator": int(by_moderator),
            "sealed": self.keys.seal(words, f"care-note|{number}"), "said_ms": unit.now_ms, "until_ms": kept_ms,
        }  # fmt: skip
        store.add_note(unit, values)
        store.keep_until(unit, talk.id, kept_ms)
        if by_moderator:
            self.tell(unit, talk, News.ANSWERED, about=number)
        else:
            unit.schedule(NewJob(kind=Work.ASK, key=str(number), guild=talk.guild))
        unit.emit(WaitingChanged(talk.guild))
        return CareNote(number, by_moderator, words)

    def tell(self, unit: Unit, talk: Talk, news: News, *, about: int, after: timedelta = timedelta()) -> None:
        """The one who asked hears of it, in place or later; `about` is a note's number, or the talk's."""
        payload = json.dumps({"talk": talk.id, "news": news, "note": about})
        key, due = f"{news}/{about}", unit.now + after
        unit.schedule(NewJob(kind=Work.TELL, key=key, due=due, guild=talk.guild, payload=payload))


def kept_until(unit: Unit) -> int:
    """Until when something said now is kept."""
    return unit.now_ms + NOTES_KEPT // timedelta(milliseconds=1)


def fade_soon(unit: Unit) -> None:
    """There is a token: it is looked at until it works no more. Discord takes it for 15 minutes (SPEC 4.3)."""
    unit.schedule(NewJob(kind=Work.FADE, key="soon", due=unit.now + FADE_EVERY))


def screened(words: str) -> str:
    """The words, tidied. Raises Refusal: nothing in them, too many of them."""
    if is_blank(words):
        raise Refusal("care-empty")
    if len(words) > WORDS_MAX:
        raise Refusal("care-too-long", most=WORDS_MAX, given=len(words))
    return clean(words)
