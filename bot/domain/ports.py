"""Questions one feature asks and others answer now. Named in manifests, wired at start.

At the ninth, look for a missing fact. (At the eighth, `AfterwardFigures`, a fact would have made two features count the
same answers.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, Ref, VentId


@dataclass(frozen=True)
class Post:
    """Something the bot posted for somebody. Exactly one of `author_ref` (without a name) and `author` is there."""

    guild: GuildId
    room: ChannelId
    """The channel or thread in which the message is."""
    message: MessageId
    vent: VentId | None
    """The vent whose card it is; None for a line, and for a vent that is gone."""
    author_ref: Ref | None
    author: MemberId | None
    up: bool
    """False once it ended or was taken down: its author can still be muted for a while (SPEC 4.2)."""


class AuthoredPosts(Protocol):
    """Who knows for whom the bot posted what."""

    async def post_at(self, guild: GuildId, message: MessageId) -> Post | None:
        """The card, the line or the author's reply at a message, also for a while after it ended; None: not ours.

        A thread made from a card has the card's number.
        """
        ...

    async def posts_of(self, guild: GuildId, author_ref: Ref) -> Sequence[Post]:
        """What stands there now without a name from whoever has this ref: cards and unsigned lines."""
        ...

    async def hidden_words(self, guild: GuildId, message: MessageId) -> str | None:
        """What a post that is out of sight said, safe already; None where it is in sight, or too long ago."""
        ...


@dataclass(frozen=True)
class BoardItem:
    """One thing that waits for a moderator. The texts are Fluent ids; `custom_id` is what its button sends."""

    text_id: str
    args: dict[str, str | int]
    since_ms: int
    button_text_id: str
    custom_id: str
    message: MessageId | None = None
    """The bot's post that it is about: then moderators get what they have behind ⋯ as well."""
    quoted: str = ""
    """What is shown of its words, safe already."""


class OnBoard(Protocol):
    """Who has something that waits for moderators."""

    async def board(self, guild: GuildId) -> Sequence[BoardItem]:
        """The longest waiting first, four at most: the board shows three, and says where there is more."""
        ...


@dataclass(frozen=True)
class Circle:
    """A circle as moderators know it: a number, a name, how many of its seats are taken.

    `standing` is "well", "grows", "small", "quiet" or "full": the same wherever it is said.
    """

    number: int
    name: str
    people: int
    seats: int
    standing: str


class CircleDirectory(Protocol):
    """Who knows who is in which circle."""

    async def companions(self, guild: GuildId, member: MemberId) -> Sequence[MemberId]:
        """The others in this person's circle; nobody where they are in none."""
        ...

    async def thread_of(self, guild: GuildId, member: MemberId) -> ChannelId | None:
        """The private thread of this person's circle; None where they are in none."""
        ...

    async def circles(self, guild: GuildId) -> Sequence["Circle"]:
        """Every circle that is open, the oldest first."""
        ...


class ListeningCover(Protocol):
    """Who knows how many listen, and never says who."""

    async def now(self, guild: GuildId) -> int:
        """How many may be asked for a line at this moment."""
        ...

    async def by_hour(self, guild: GuildId) -> Sequence[int]:
        """How many in each of the next 24 hours, this one first."""
        ...

    async def waiting(self, guild: GuildId) -> Sequence[int]:
        """When each vent that nobody has answered yet went up, in milliseconds, the longest waiting first."""
        ...


class RestOffers(Protocol):
    """Who counts what somebody gives, by key, so that a rest can be offered."""

    async def wrote_once_more(self, guild: GuildId, member: MemberId) -> bool:
        """Counts one line or answer; whether to offer this person a rest now. Ask once for each line."""
        ...


@dataclass(frozen=True)
class GivingFigures:
    """Who gave to whom in a span of time, by name, as numbers without people (definitions: SPEC 4.8)."""

    events: int
    """Named acts of support."""
    pairs: int
    """Directed pairs: giver and receiver at least once."""
    mutual: int
    """Those of them whose opposite is there too; r = mutual / pairs."""
    degrees: Sequence[tuple[int, int]]
    """(gave to so many, got from so many) for each person with either, in random order."""
    share_of_top_tenth: float
    """The share of acts by the tenth of givers who gave most, 0 to 1."""


@dataclass(frozen=True)
class Afterwards:
    """How often people said that they were better, the same or worse when their post had ended."""

    better: int
    same: int
    worse: int


class AfterwardFigures(Protocol):
    """Who counts that, and never who said it."""

    async def afterwards(self, guild: GuildId, weeks: int) -> Afterwards | None:
        """Of the last whole weeks; None where it would be of fewer than ten answers."""
        ...


class LedgerFigures(Protocol):
    """Who can tell how giving is spread, and never who gave."""

    async def figures(self, guild: GuildId, from_ms: int, until_ms: int) -> GivingFigures:
        """The named acts from a moment until before another."""
        ...


@dataclass(frozen=True)
class Received:
    """What came to somebody on their living posts where not both are named (SPEC 4.7).

    `kind` is "cheer", "line" or "post": of the last, `people` counts everybody who was at a post, once for each post.
    """

    kind: str
    people: int
    acts: int


class OwnPosts(Protocol):
    """Who knows the posts of somebody who looks at their own page."""

    async def received(self, guild: GuildId, member: MemberId) -> Sequence[Received]:
        """Support on this person's own living posts, by kind; asked only when they look themselves."""
        ...
