"""What the care line is and what is allowed on it: values and pure rules."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.ids import ChannelId, GuildId, MessageId, Ref, VentId

WORDS_MAX = 800
"""Escaped, with what stands around it, it must fit into a message of 2,000 characters."""
ASKS_A_DAY = 5
NOTES_A_DAY = 30
WAIT_BEFORE_TELLING = timedelta(minutes=10)
NOTES_KEPT = timedelta(days=30)
BLOCKS_KEPT = timedelta(days=365)
ANSWERABLE_MS = 14 * 60_000
"""Discord takes edits of an answer for 15 minutes after the press; a minute is left for slow networks."""
SHOWN_AT_ONCE = 3
TALKS_SHOWN = 3


class Work(StrEnum):
    """The kinds of work that care puts into the queue."""

    ASK = "care.ask"
    TELL = "care.tell"
    WIPE = "care.wipe"
    SWEEP = "care.sweep"
    FADE = "care.fade"


class News(StrEnum):
    """What the one who asked is told."""

    ANSWERED = "answered"
    CLOSED = "closed"
    NOBODY_YET = "nobody-yet"


@dataclass(frozen=True)
class Talk:
    """A talk between moderators and somebody whom they do not know."""

    id: int
    guild: GuildId
    author_ref: Ref
    vent: VentId | None
    """The vent it is about, where a moderator began it."""
    room: ChannelId | None
    message: MessageId | None
    is_open: bool


@dataclass(frozen=True)
class CareNote:
    """One thing said. The first one of somebody who only asked for a moderator has no words."""

    id: int
    by_moderator: bool
    words: str


@dataclass(frozen=True)
class WayBack:
    """How to reach the one who asked in place: what their last press left, while it lasts."""

    application: int
    token: str
    locale: str


@dataclass(frozen=True)
class Conversation:
    """A talk with the last things said in it, the oldest first."""

    talk: Talk
    notes: tuple[CareNote, ...]

    @property
    def answered(self) -> bool:
        """Whether a moderator has said anything."""
        return any(note.by_moderator for note in self.notes)


@dataclass(frozen=True)
class Asked:
    """What asking led to. `with_owner`: there is no moderators' place, so the owner of the server was asked."""

    conversation: Conversation
    again: bool
    with_owner: bool


@dataclass(frozen=True)
class Letter:
    """Something for the one who asked. `back` is None once only their inbox is left."""

    conversation: Conversation
    news: News
    words: str
    """What a moderator said, where that is the news."""
    back: WayBack | None


@dataclass(frozen=True)
class Call:
    """Something for the moderators."""

    talk: Talk
    note: CareNote
    place: ChannelId | None


def answers_until(pressed_real_ms: int) -> int:
    """Real milliseconds until which the answer to a press can still be changed."""
    return pressed_real_ms + ANSWERABLE_MS


def answer_buttons(talk: int) -> tuple[tuple[str, str], ...]:
    """What the one who asked can do with a moderator's words: (text id of the label, custom id)."""
    return (
        ("care-reply", f"care:reply:{talk}"), ("care-close", f"care:close:{talk}"),
        ("care-block", f"care:block:{talk}"),
    )  # fmt: skip
