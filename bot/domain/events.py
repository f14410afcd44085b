"""Facts between features: what has happened, in the past tense. Written in the transaction that caused them.

An anonymous vent speaks only of refs. `SupportGiven` exists only where both people are named.
"""

from dataclasses import dataclass

from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId, Ref, VentId


@dataclass(frozen=True)
class Fact:
    """Something that happened. Subclasses hold plain values only, so that a queue row can carry them."""

    guild: GuildId


@dataclass(frozen=True)
class VentPosted(Fact):
    """A vent is up. `author_ref` is there for anonymous vents only."""

    vent: VentId
    room: ChannelId
    wish: str
    at_ms: int
    author_ref: Ref | None
    at_once: bool = False
    """Whether the relay begins without its usual wait. Says nowhere why (SPEC 4.3)."""
    message: MessageId | None = None
    """The card. None where it was not said: then only the room is known."""
    author: MemberId | None = None
    """Who wrote it, for vents by name only."""
    shown: str = "hidden"
    """To whom it is shown who wrote it: "hidden", "circle" or "open"."""


@dataclass(frozen=True)
class VentSupported(Fact):
    """Somebody cheered, wrote or answered (or took the last of it back: `total` says how many people remain)."""

    vent: VentId
    supporter_ref: Ref | None
    kind: str
    total: int
    version: int


@dataclass(frozen=True)
class VentClosed(Fact):
    """A vent takes no more lines (its author or a moderator closed it, or it is hidden), or (not `closed`) does again.

    `version` counts together with VentSupported's.
    """

    vent: VentId
    closed: bool
    version: int


@dataclass(frozen=True)
class VentUnanswered(Fact):
    """A day has passed and `total` people, fewer than are enough, were there. A note waits under the author's key.

    Whoever holds an author's wish to be told may tell them that something waits.
    """

    vent: VentId
    total: int


@dataclass(frozen=True)
class VentEnded(Fact):
    """A vent is gone: taken down or run out."""

    vent: VentId


@dataclass(frozen=True)
class VentNamed(Fact):
    """The author of a vent without a name shows who they are: from now on it is one by name.

    Whoever keeps their key beside this vent or these messages lets go of one of the two: together they would say
    whose all their other posts are (SPEC 4.2).
    """

    vent: VentId
    author: MemberId
    messages: tuple[MessageId, ...]
    """Its card, and what its author answered there."""


@dataclass(frozen=True)
class SupportGiven(Fact):
    """A named person was there for a named person."""

    giver: MemberId
    receiver: MemberId
    kind: str
    at_ms: int


@dataclass(frozen=True)
class LineGiven(Fact):
    """A line reached somebody by name; the words are sealed for the receiver's jar."""

    line: LineId
    receiver: MemberId
    giver: MemberId | None
    sealed: bytes


@dataclass(frozen=True)
class SupportHeldBack(Fact):
    """Somebody meant to be there for a person who silently avoids them; it was not passed on.

    It counts in the giver's own figures, where it cannot be told from `SupportGiven`, and nowhere else.
    """

    giver: MemberId
    receiver: MemberId
    kind: str
    at_ms: int


@dataclass(frozen=True)
class RoomsChosen(Fact):
    """Somebody who manages the server chose where people vent."""

    vent_rooms: tuple[ChannelId, ...]


@dataclass(frozen=True)
class LineKept(Fact):
    """An author keeps a line from an anonymous vent: words for their jar, without a link to the vent.

    `sealed` opens for the row `kept|<line>`; `giver` is there only where the line was signed.
    """

    line: int
    owner: MemberId
    giver: MemberId | None
    sealed: bytes


@dataclass(frozen=True)
class PostHidden(Fact):
    """The words of the bot's post at `message` (a card, a line) are to be seen by nobody until a moderator shows them.

    `version` grows with each change to this message: who has seen a later one passes this over.
    """

    message: MessageId
    version: int


@dataclass(frozen=True)
class PostShown(Fact):
    """A hidden post is to be seen again, as it was. `version` as in PostHidden."""

    message: MessageId
    version: int


@dataclass(frozen=True)
class ThreadLocked(Fact):
    """Nobody but its author, through the bot, writes to the vent at `message` any more, or (not `locked`) as before.

    `version` counts together with PostHidden's.
    """

    message: MessageId
    locked: bool
    version: int


@dataclass(frozen=True)
class ReachOut(Fact):
    """A moderator wants to say something to whoever wrote the post at `message`, without knowing who that is.

    `sealed` opens for the row `reach|<number>`; `vent` is None where the post is gone or was a line.
    """

    number: int
    vent: VentId | None
    room: ChannelId
    message: MessageId
    author_ref: Ref
    sealed: bytes


@dataclass(frozen=True)
class ReachTakenBack(Fact):
    """The moderator took `ReachOut` with this number back."""

    number: int


@dataclass(frozen=True)
class CareWaits(Fact):
    """A moderator wrote to the author of this vent; the words wait under the author's key.

    Who holds the author's wish to be told may tell them that something waits, and never what it says.
    """

    vent: VentId


@dataclass(frozen=True)
class CircleJoined(Fact):
    """A member has a seat in a circle now. `version` grows with each change of this member's seat."""

    circle: int
    member: MemberId
    version: int


@dataclass(frozen=True)
class CircleLeft(Fact):
    """A member has no seat in this circle any more. `version` counts together with CircleJoined's."""

    circle: int
    member: MemberId
    version: int
    thread: ChannelId | None = None
    """The circle's place; None where it had none. What they let out there goes with them."""


@dataclass(frozen=True)
class CirclePlaceGone(Fact):
    """Somebody deleted the thread of a circle, and with it all that stood there."""

    thread: ChannelId


@dataclass(frozen=True)
class CheckInShared(Fact):
    """Somebody answered a check-in and shares that they did, with whom they chose. Never what, and never a word of it.

    `to` is "buddy" or "circle".
    """

    member: MemberId
    to: str
    at_ms: int


@dataclass(frozen=True)
class CheckInsPaused(Fact):
    """Somebody paused check-ins until a moment, or (`until_ms` None) resumed; recap and buddy rest with them.

    `version` grows with each pause and resume of this member.
    """

    member: MemberId
    until_ms: int | None
    version: int


@dataclass(frozen=True)
class GivenWithoutAName(Fact):
    """Somebody was there at a post, not both being named: the giver's side only, by ISO week; no post, no receiver.

    `bot.data.given` seals and opens it: in clear it says nothing, for its row stands beside one that names the post.
    """

    number: int
    sealed: bytes


@dataclass(frozen=True)
class SupportRemoved(Fact):
    """What was `SupportGiven` is taken down or out of sight, so it does not count; or (not `removed`) it is back."""

    giver: MemberId
    receiver: MemberId
    kind: str
    removed: bool


@dataclass(frozen=True)
class Hindered(Fact):
    """Discord refused the bot something in a channel for want of a right; written each time it happens.

    `permission` as in `bot.domain.errors.CannotReach`.
    """

    permission: str
    place: ChannelId


@dataclass(frozen=True)
class AuthorMuted(Fact):
    """Whoever has this ref cannot be without a name for a while; nobody knows who they are."""

    author_ref: Ref


@dataclass(frozen=True)
class BrakeMoved(Fact):
    """Posting without a name rests until another moment than before, or (`until_ms` None) rests no more."""

    until_ms: int | None


@dataclass(frozen=True)
class WaitingChanged(Fact):
    """Something more waits for moderators, or something less. What it is they ask those who know (`OnBoard`)."""
