"""The queue: which posts without a name wait until a moderator has looked (SPEC 4.9, 4.12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median

from bot.domain.groups import Group
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId, VentId

HELD_AT_MOST = timedelta(hours=72)
"""So long a text waits sealed (SPEC 5)."""
NEW_ACCOUNT = timedelta(days=7)
NEW_HERE = timedelta(days=1)
"""An account younger than the one, or here for less than the other, is new: docs/decisions/0029."""
LARGE = 100
"""From so many readers there is a queue of itself, in the last column of SPEC 4.12."""
FROM_COLUMN = 2
"""From this column on there is one where anybody may walk in."""
GETTING_STARTED = timedelta(days=30)
REMEMBERED = 15
"""Of so many decisions it is known how long they took, to the minute and of nobody in particular."""
HOUR, DAY = 60, 1_440
"""Minutes."""


class Gate(StrEnum):
    """Who waits for a moderator. Each takes in those before it."""

    OFF = "off"
    NEW = "new"
    FLAGGED = "flagged"
    ALL = "all"


class Why(StrEnum):
    """What a text that is not up waits for."""

    LOOK = "look"
    BRAKE = "brake"
    DECLINED = "declined"


@dataclass(frozen=True)
class Arrival:
    """How somebody came here. `open_invite`: anybody may walk in on this server."""

    is_new: bool = False
    open_invite: bool = False


ALREADY_KNOWN = Arrival()


@dataclass(frozen=True)
class Held:
    """A vent, or an unsigned line on one, that is not up. `act` is the log's entry that declined it."""

    id: int
    guild: GuildId
    vent: VentId
    line: LineId | None
    why: Why
    act: int | None
    since_ms: int
    until_ms: int


@dataclass(frozen=True)
class Sealed:
    """What is kept of it until it is up: words, and what goes along with them."""

    text: str
    at_once: bool = False
    then_look: bool = False
    """Whether a moderator looks once the brake is off."""
    giver: MemberId | None = None
    """Who wrote a line: without that it could not count once it is up. Sealed, and gone with it."""
    day: str = ""
    """Under which ref (hex) a post was counted for the day. A post tells nobody's id, not even here."""
    given_back: bool = False
    """Whether it counts for the day no more."""


@dataclass(frozen=True)
class ForLook:
    """What a moderator is shown of it: never who. `under` is the card that a line is for."""

    held: Held
    text: str
    room: ChannelId
    under: MessageId | None


def by_size(group: Group, *, open_invite: bool, here_for: timedelta) -> Gate:
    """What holds where nobody chose. Nobody knows how many read: nobody waits."""
    if group.readers is None or group.column < FROM_COLUMN:
        return Gate.OFF
    if group.readers < LARGE and here_for < GETTING_STARTED:
        return Gate.OFF
    return Gate.NEW if open_invite or (group.readers >= LARGE and group.column > FROM_COLUMN) else Gate.OFF


def must_wait(gate: Gate, *, is_new: bool, is_flagged: bool) -> bool:
    """Whether a moderator looks first."""
    if gate is Gate.ALL:
        return True
    if gate is Gate.OFF:
        return False
    return is_new or (is_flagged and gate is Gate.FLAGGED)


def is_new(account_made: datetime, joined: datetime | None, now: datetime) -> bool:
    """Whether an account, or a member, is too young to be known."""
    return now - account_made < NEW_ACCOUNT or (joined is not None and now - joined < NEW_HERE)


def usually(took_minutes: Sequence[int]) -> str:
    """How long it takes, as people say it: "unknown", "hour", "day", "longer"."""
    if not took_minutes:
        return "unknown"
    middle = median(took_minutes)
    return "hour" if middle <= HOUR else "day" if middle <= DAY else "longer"
