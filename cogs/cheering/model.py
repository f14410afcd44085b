"""What a kind word is and what is allowed: values and pure rules. No clock, no Discord, no SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId

# the limits of SPEC 4.4
LINE_MAX = 280
A_DAY_PER_PAIR = 3
A_DAY = 30
OWN_LINES_A_DAY = 30
"""Lines of one's own for a bad day: plenty, and a bound."""
JAR_PAGE = 5

EMOJI = ("🫂", "☕", "💪", "🌱", "🎉", "💛", "🙌", "🍀", "🌈", "👏")
"""What can be sent. A list, because a free emoji is a way to be unkind to somebody in public."""
OFFERED_IN_FORM = 6


class Work(StrEnum):
    """The kinds of work that cheering puts into the queue."""

    SAY = "cheering.say"
    REMOVE = "cheering.remove"


class Kind(StrEnum):
    """What somebody gives."""

    CHEER = "cheer"
    THANKS = "thanks"


class Source(StrEnum):
    """How a line came into a jar."""

    GIVEN = "given"
    KEPT = "kept"
    OWN = "own"


@dataclass(frozen=True)
class Act:
    """What somebody wants to give, as they typed it. `press` tells a repeated event from a second act."""

    guild: GuildId
    giver: MemberId
    receiver: MemberId
    kind: Kind
    emoji: str
    said: str
    channel: ChannelId | None
    server: str
    quietly: bool
    press: int


@dataclass(frozen=True)
class Given:
    """What came of it, for the giver's eyes: the same whether or not it was passed on."""

    word: LineId
    quiet: bool


@dataclass(frozen=True)
class KindWord:
    """A kind word for a channel. `message` is there once it stands."""

    id: LineId
    guild: GuildId
    channel: ChannelId
    message: MessageId | None
    giver: MemberId
    receiver: MemberId
    kind: Kind

    def concerns(self, member: MemberId) -> bool:
        """Whether this person gave or got it, and so may take it down."""
        return member in {self.giver, self.receiver}


@dataclass(frozen=True)
class Entry:
    """A line on its way into somebody's jar."""

    id: LineId
    guild: GuildId
    owner: MemberId
    giver: MemberId | None
    source: Source
    said: str


@dataclass(frozen=True)
class JarLine:
    """One kept line. `giver` is None for one's own and kept lines, and once they were forgotten."""

    id: LineId
    giver: MemberId | None
    source: Source
    said: str
    place: int
    total: int
    thanked: bool

    @property
    def may_thank(self) -> bool:
        return self.giver is not None and not self.thanked


@dataclass(frozen=True)
class Jarred:
    """A line as the list shows it."""

    id: LineId
    said: str


def may_give(giver: MemberId, receiver: MemberId) -> None:
    """Raises Refusal for a kind word to oneself."""
    if giver == receiver:
        raise Refusal("cheer-self")


def offered(own: Sequence[str]) -> tuple[str, ...]:
    """What can be sent: the server's own cheers first, then the usual ones."""
    return tuple(dict.fromkeys(_bare(emoji) for emoji in (*own, *EMOJI)))


def emoji_of(given: str, known: Sequence[str] = EMOJI) -> str:
    """The emoji that was meant; the first where none was. Raises Refusal for one that is not offered."""
    bare = _bare(given)
    if not bare:
        return known[0]
    if bare not in known:
        raise Refusal("cheer-emoji", known=" ".join(known))
    return bare


def emoji_like(typed: str, known: Sequence[str] = EMOJI) -> list[str]:
    """What to suggest while somebody types: what they pasted if it is offered, else all."""
    found = [emoji for emoji in known if emoji in typed.replace("\ufe0f", "")]
    return found or list(known)


def _bare(emoji: str) -> str:
    return emoji.strip().replace("\ufe0f", "")
