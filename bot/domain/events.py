"""Facts between features: what has happened, in the past tense. Written in the transaction that caused them.

An anonymous vent speaks only of refs. `SupportGiven` exists only where both people are named.
"""

from dataclasses import dataclass

from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, Ref, VentId


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


@dataclass(frozen=True)
class VentSupported(Fact):
    """Somebody cheered, wrote or answered (or took the last of it back: `total` says how many people remain)."""

    vent: VentId
    supporter_ref: Ref | None
    kind: str
    total: int
    version: int


@dataclass(frozen=True)
class VentEnded(Fact):
    """A vent is gone: taken down or run out."""

    vent: VentId


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
class RoomsChosen(Fact):
    """Somebody who manages the server chose where people vent."""

    vent_rooms: tuple[ChannelId, ...]
