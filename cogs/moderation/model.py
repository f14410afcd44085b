"""What moderators can do and what reports lead to: values and pure rules."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId

HIDDEN_KEPT = timedelta(days=7)
"""So long the words of a hidden post are there to be shown again (SPEC 5)."""
STATES_KEPT = timedelta(days=60)
"""Longer than any post lives: how often it was changed must not begin anew."""
REPORT_KEPT = timedelta(days=14)
REPORTS_A_DAY = 10
REPORT_WORDS_MAX = 300
REACH_WORDS_MAX = 800
BRAKE_BY_PRESS = timedelta(minutes=60)
BRAKE_LONGEST = timedelta(days=7)
BOARD_SHOWN = 3
REFRESH_AFTER = timedelta(seconds=2)
WITH_OWNER = (ChannelId(0), MessageId(0))
"""Where moderators were told, when that was the owner's inbox."""
LOG_SHOWN = 15

_LINK = re.compile(r"https://(?:\w+\.)?discord(?:app)?\.com/channels/(\d{1,20})/(\d{1,20})(?:/(\d{1,20}))?/?")


class Work(StrEnum):
    """The kinds of work that moderation puts into the queue."""

    REPORT = "moderation.report"
    REFRESH = "moderation.refresh"
    SWEEP = "moderation.sweep"


class Reason(StrEnum):
    """Why; the author reads it blind. The first holds when a moderator chooses none."""

    RULES = "rules"
    ATTACK = "attack"
    REVEALS = "reveals"
    SPAM = "spam"
    THREAT = "threat"


def reason_of(value: str) -> Reason:
    """What is not known becomes the plainest one."""
    return Reason(value) if value in set(Reason) else Reason.RULES


class Act(StrEnum):
    """What the log speaks of."""

    HIDE = "hide"
    HIDE_ALL = "hide-all"
    MUTE = "mute"
    LOCK = "lock"
    REACH = "reach"
    BRAKE = "brake"
    UNDO = "undo"
    KEEP = "keep"
    HIDDEN_BY_REPORTS = "reports"


@dataclass(frozen=True)
class Order:
    """A moderator wants something done about a post."""

    guild: GuildId
    moderator: MemberId
    message: MessageId
    reason: Reason


@dataclass(frozen=True)
class Outcome:
    """What was done. `act` is the log's number by which it can be undone."""

    act: int
    hidden: int
    until_ms: int | None = None


@dataclass(frozen=True)
class Reported:
    """What a report led to."""

    new: bool
    hidden: bool


@dataclass(frozen=True)
class Case:
    """A reported post, as moderators read of it."""

    guild: GuildId
    room: ChannelId
    message: MessageId
    reasons: dict[Reason, int]
    since_ms: int
    hidden: bool
    reviewed: bool
    place: tuple[ChannelId, MessageId] | None
    """Where moderators were told."""

    @property
    def reports(self) -> int:
        return sum(self.reasons.values())


@dataclass(frozen=True)
class Place:
    """A message, by its link. The number of a thread made from a message is that message's."""

    guild: GuildId
    room: ChannelId
    message: MessageId


def place_of(link: str) -> Place | None:
    """None for what is no link to a message or thread (documentation, message formatting)."""
    found = _LINK.fullmatch(link.strip())
    if found is None:
        return None
    guild, channel, message = found.groups()
    return Place(GuildId(int(guild)), ChannelId(int(channel)), MessageId(int(message or channel)))


def hides(reports: int, needed: int, *, reviewed: bool) -> bool:
    """Whether so many people's reports hide a post. What a moderator has looked at stays as they left it."""
    return reports >= needed and not reviewed


def brake_of(minutes: int) -> timedelta | None:
    """How long posting without a name rests, None to end it. Raises ValueError: below zero, longer than a week."""
    if not 0 <= minutes <= BRAKE_LONGEST // timedelta(minutes=1):
        raise ValueError(minutes)
    return timedelta(minutes=minutes) if minutes else None
