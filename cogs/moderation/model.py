"""What moderators can do and what reports lead to: values and pure rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.hours import Hours
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId
from bot.domain.ports import BoardItem

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
LOG_SHOWN, MUTES_SHOWN = 8, 8
"""On a page: so many lines, with a link and a mention each, always fit into a message. Two rows of four buttons."""
QUOTED_MAX = 120
"""So much of a reported post is shown on the board; the rest behind *Look at it*."""
BOARD_AFTER, BOARD_OLD_AFTER = timedelta(seconds=5), timedelta(minutes=1)
BOARD_OLD = timedelta(hours=1)
"""Messages are edited at most so often, older ones more rarely (SPEC 7; error 30046)."""
BOARD_ANEW = timedelta(days=7)
"""So often the board goes to the end of its channel."""
LOOKED_AT_EVERY = timedelta(minutes=10)
"""Hours pass without anybody doing anything: who listens, how long something has waited."""
PING_EVERY = timedelta(hours=1)
ABOUT_BOT_A_DAY = 3
ABOUT_BOT_MAX = 500
YOUNG, MIDDLE = timedelta(hours=1), timedelta(hours=6)

_MS = timedelta(milliseconds=1)

_LINK = re.compile(r"https://(?:\w+\.)?discord(?:app)?\.com/channels/(\d{1,20})/(\d{1,20})(?:/(\d{1,20}))?/?")


class Work(StrEnum):
    """The kinds of work that moderation puts into the queue."""

    REPORT = "moderation.report"
    REFRESH = "moderation.refresh"
    SWEEP = "moderation.sweep"
    BOARD = "moderation.board"
    WATCH = "moderation.watch"
    PING = "moderation.ping"
    OPERATOR = "moderation.operator"
    NAMED = "moderation.named"


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
    BRAKE_OFF = "brake-off"
    UNDO = "undo"
    KEEP = "keep"
    HIDDEN_BY_REPORTS = "reports"


OF_THE_AUTHOR = (Act.HIDE_ALL, Act.MUTE)
"""Acts that reach all that an author has up."""


@dataclass(frozen=True)
class Operator:
    """Whoever runs this bot: an address, empty where they said none, and a channel for reports about it."""

    contact: str
    channel: ChannelId | None


@dataclass(frozen=True)
class Order:
    """A moderator wants something done about a post."""

    guild: GuildId
    moderator: MemberId
    message: MessageId
    reason: Reason


HIDING = ("view_channel", "read_message_history")
"""Words that go out of sight are read first, since nobody else has them."""
LOCKING = ("view_channel", "manage_threads")
SHOWING = ("view_channel",)


@dataclass(frozen=True)
class Outcome:
    """What was done. `act` is the log's number by which it can be undone.

    Discord follows in `places`, for which the bot needs the rights `needs` there, by discord.py's names.
    """

    act: int
    hidden: int
    until_ms: int | None = None
    places: frozenset[ChannelId] = frozenset()
    needs: tuple[str, ...] = ()
    braked_ms: int | None = None
    """Until when the brake holds that taking something back brought again."""


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
    """None for what is no link to a message or thread (documentation, message formatting); `<link>` is one too."""
    found = _LINK.fullmatch(link.strip().removeprefix("<").removesuffix(">"))
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


@dataclass(frozen=True)
class Looked:
    """A post as a moderator looks at it: what it said, who said what about it; never whose it is."""

    message: MessageId
    case: Case | None
    post: str | None
    reports: tuple[str, ...]
    hidden: bool = False
    lock: int | None = None
    """The act that keeps its thread locked."""


@dataclass(frozen=True)
class Overview:
    """What the board shows. `waiting` is when each vent went up that nobody has answered yet."""

    items: Sequence[BoardItem]
    more: bool
    waiting: Sequence[int]
    listening: int
    roster: bool
    """Whether anybody listens in the next 24 hours."""
    braked_until: datetime | None
    now_ms: int

    def by_age(self) -> tuple[int, int, int]:
        """How many wait for less than YOUNG, for less than MIDDLE, and longer."""
        ages = [self.now_ms - since for since in self.waiting]
        young = sum(age < YOUNG // _MS for age in ages)
        middle = sum(age < MIDDLE // _MS for age in ages) - young
        return young, middle, len(ages) - young - middle


@dataclass(frozen=True)
class Standing:
    """Where the board is, and what it shows."""

    channel: ChannelId
    message: MessageId
    digest: str
    posted_ms: int

    def is_stale(self, now_ms: int) -> bool:
        """Whether it is time to post it anew."""
        return now_ms - self.posted_ms >= BOARD_ANEW // _MS


@dataclass(frozen=True)
class Duty:
    """A moderator who wants to be written to when something waits. `dm` is None where only the inbox is left."""

    id: int
    guild: GuildId
    member: MemberId
    hours: Hours
    dm: ChannelId | None
    locale: str | None
    pinged_ms: int

    def is_pinged(self, items: Sequence[BoardItem], now: datetime, now_ms: int) -> bool:
        """Something came since the last time, that was an hour ago, and these are their hours."""
        rested = now_ms - self.pinged_ms >= PING_EVERY // _MS
        return rested and self.hours.holds_at(now) and any(item.since_ms > self.pinged_ms for item in items)
