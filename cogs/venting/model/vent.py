"""Vents, what belongs to them, and the rules that one could explain to a member."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from random import Random

from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, Ref, VentId
from cogs.venting.model.gate import ALREADY_KNOWN, Arrival, Why

FEATURE = "venting"
"""What servers switch on and off."""

# the limits of SPEC 4.1
TEXT_MAX = 2_000
VENTS_A_DAY = 3
BETWEEN_VENTS = timedelta(minutes=5)
EDIT_WITHIN = timedelta(minutes=10)
LATER_MINUTES = (5, 60)
LIFETIME = timedelta(days=7)
PAST_KEPT = timedelta(days=7)
HIDDEN_KEPT = timedelta(days=7)
TOLD_A_DAY = 2
LIFETIMES_DAYS = (1, 7, 30)
POSTS_AT_MOST = 1_000
"""More than one person can have: three a day for thirty days, and what waits."""
COUNTED_COLUMN = 2
"""Answers to "How is it now?" are counted from this column of the small groups' table on: 25 readers (SPEC 4.12)."""


@dataclass(frozen=True)
class Address:
    """Where an author wants to be told; sealed until then."""

    member: MemberId
    dm: ChannelId


@dataclass(frozen=True)
class Writer:
    """Who writes. `name` is how the server knows them, None to stay unnamed."""

    member: MemberId
    name: str | None
    arrival: Arrival = ALREADY_KNOWN


@dataclass(frozen=True)
class Placed:
    """A vent on its way. `due_ms` is people's time at which it goes up; `held` says what it waits for instead."""

    vent: VentId
    alias: str | None
    due_ms: int
    room: ChannelId
    held: Why | None = None


class Wish(StrEnum):
    """What the author wants back. The word itself is never shown."""

    LISTEN = "listen"
    CHEER = "cheer"
    STORIES = "stories"
    ADVICE = "advice"

    @property
    def lines_only(self) -> bool:
        """Whether the thread is locked to people: kind lines through the bot, no talk, no advice."""
        return self in {Wish.LISTEN, Wish.CHEER}


class Shown(StrEnum):
    """Who can see whose vent it is."""

    HIDDEN = "hidden"
    CIRCLE = "circle"
    OPEN = "open"


class Stage(StrEnum):
    """Where a vent is on its way."""

    WAITING = "waiting"
    UP = "up"


class Cheer(StrEnum):
    """The cheers, by the number in their buttons. What they look like, a server may choose (`model.cheers`)."""

    WITH_YOU = "0"
    SITTING = "1"
    ROOTING = "2"
    LAUGH = "3"


class Change(StrEnum):
    """What a cheer did."""

    GIVEN = "given"
    MOVED = "moved"
    TAKEN_BACK = "taken-back"


def change_of(now: str | None, which: Cheer) -> Change:
    """What pressing `which` does to somebody whose cheer is `now`."""
    if now is None:
        return Change.GIVEN
    return Change.TAKEN_BACK if now == which else Change.MOVED


@dataclass(frozen=True)
class Vent:
    """A vent as its card needs it: everything but the text, which only Discord has."""

    id: VentId
    guild: GuildId
    room: ChannelId
    message: MessageId | None
    thread: ChannelId | None
    wish: Wish
    shown: Shown
    alias: str | None
    """The made-up name; None for a vent by name."""
    author: MemberId | None
    """None for an anonymous one."""
    author_ref: Ref | None
    """None for a vent by name."""
    warning: bool
    stage: Stage
    posted_ms: int | None
    ends_ms: int
    closed: bool
    """Whether its author, or the moderators, take no more lines."""
    hidden: bool
    """Whether the moderators have taken it out of sight."""
    tells: bool
    """Whether the author wants to be told of answers."""
    supporters: int
    version: int
    closed_by_author: bool = False
    """Then they can open it again."""

    @property
    def in_circle(self) -> bool:
        """Whether it stands in its author's circle, by name, and nowhere else."""
        return self.shown is Shown.CIRCLE

    @property
    def own_thread(self) -> ChannelId | None:
        """The thread that is locked and goes with it; None in a circle's place, which belongs to all who are there."""
        return None if self.thread == self.room else self.thread

    def is_by(self, member: MemberId, refs: Sequence[Ref]) -> bool:
        """Whether this person wrote it; `refs` are theirs under all living keys."""
        return self.author == member if self.author_ref is None else self.author_ref in refs


@dataclass(frozen=True)
class Card:
    """Where a vent's card stands."""

    vent: VentId
    room: ChannelId
    message: MessageId


@dataclass(frozen=True)
class Draft:
    """What somebody filled into the form. `room` is where they opened it."""

    text: str
    wish: Wish
    shown: Shown
    warning: bool
    later: bool
    room: ChannelId | None
    at_once: bool = False
    """Whether its author said *I'm safe, post it*: whatever it still has to pass, then nobody waits (SPEC 4.3)."""


@dataclass(frozen=True)
class Standing:
    """How often this person may post here. `slow_mode` is the room's own pause."""

    slow_mode: timedelta = timedelta()
    arrival: Arrival = ALREADY_KNOWN

    @property
    def apart(self) -> timedelta:
        """Between two posts: five minutes or the channel's slow mode, whichever is longer."""
        return max(BETWEEN_VENTS, self.slow_mode)


@dataclass(frozen=True)
class Panel:
    """Where a room's way in is; None where it could not be placed."""

    message: MessageId | None
    moved_ms: int


class How(StrEnum):
    """The answer to the one closing question."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True)
class Mine:
    """One of a person's own vents, as their list shows it."""

    vent: Vent
    lines: int
    held: Why | None = None
    """What it waits for where it is not up."""
    may_change: bool = False
    """Whether its words can still be mended."""


def week_of(moment: datetime) -> int:
    """The week's Monday (UTC), in days since 1970-01-01."""
    day = (moment.date() - date(1970, 1, 1)).days
    return day - moment.weekday()


def may_edit(posted_ms: int | None, now_ms: int) -> bool:
    """An author may mend the text for EDIT_WITHIN after it went up, and while it waits."""
    return posted_ms is None or now_ms - posted_ms <= EDIT_WITHIN // timedelta(milliseconds=1)


def later_by(random: Random) -> timedelta:
    """A random number of minutes in LATER_MINUTES, so that the time gives nothing away."""
    return timedelta(minutes=random.randint(*LATER_MINUTES))
