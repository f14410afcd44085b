"""A vent that waits: what is due at which minute."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.groups import ENOUGH_ANYWHERE, GroupRules
from bot.domain.hours import Hours
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, Ref, VentId

FEATURE = "relay"
# the minutes and hours of SPEC 4.3
ASK_AFTER = timedelta(minutes=20)
WIDEN_AFTER = timedelta(hours=1)
LIFT_AFTER = timedelta(hours=6)
WORD_AFTER = timedelta(hours=24)
CLAIM = timedelta(minutes=10)
# ours: docs/decisions/0020-relay.md
ASK_MORE_AFTER = timedelta(hours=3)
"""Somebody came, though fewer than are enough: then more are asked, and later."""
LOOK_EVERY = timedelta(minutes=30)
LOOK_LATER_EVERY = timedelta(hours=1)
"""Once somebody was there."""
ASK_STANDS = timedelta(hours=3)
"""An ask without an answer holds its place so long."""
ASKED_AGAIN_AFTER = timedelta(hours=12)
"""Whoever was asked in an earlier wait for this vent may be asked again so much later."""
ASKED_AT_MOST = 3
"""So many times the number asked at a time, in one wait for a vent."""
_MS = timedelta(milliseconds=1)


class Work(StrEnum):
    """The kinds of work that the relay puts into the queue."""

    LOOK = "relay.look"
    PING = "relay.ping"
    SETTLE = "relay.settle"
    CIRCLE = "relay.circle"
    ROLE = "relay.role"
    MODERATORS = "relay.moderators"
    LIFT = "relay.lift"
    LOWER = "relay.lower"
    SWEEP = "relay.sweep"


class Step(StrEnum):
    """What is due for a vent."""

    ASK = "ask"
    WIDEN = "widen"
    LIFT = "lift"
    WORD = "word"


@dataclass(frozen=True)
class Clock:
    """How a vent stands. Exactly one of `author` (by name) and `author_ref` (without) is there, or neither is known."""

    vent: VentId
    guild: GuildId
    room: ChannelId
    message: MessageId | None
    wish: str
    shown: str
    author: MemberId | None
    author_ref: Ref | None
    at_once: bool
    started_ms: int
    total: int
    closed: bool
    """Whether it takes no more lines for now."""
    claimed_until_ms: int
    widened: bool
    lifted: bool
    worded: bool
    answered: bool
    """Whether somebody more was there since it was last looked at."""
    moderators_asked: bool
    role_message: MessageId | None
    lift_message: MessageId | None
    asked_ms: int = 0
    """Since when a moderator is waited for whom its author asked for; 0 for nobody."""

    @property
    def place(self) -> str:
        """Where it is, as an address (documentation, message formatting); the room where the card is not known."""
        room = f"https://discord.com/channels/{self.guild}/{self.room}"
        return room if self.message is None else f"{room}/{self.message}"

    @property
    def may_want(self) -> bool:
        """Whether anything may still be to be done for it, in a group of whatever size."""
        return self.total < ENOUGH_ANYWHERE and not self.worded and not self.closed

    def wants(self, rules: GroupRules) -> bool:
        """Whether anything is still to be done for it."""
        return self.may_want and self.total < rules.enough_support

    @property
    def ask_after(self) -> timedelta:
        """Some vents begin without the usual wait; nothing says why."""
        return timedelta() if self.at_once else ASK_AFTER


def steps_due(clock: Clock, now_ms: int, rules: GroupRules) -> tuple[Step, ...]:
    """What is to be done for this vent now."""
    if not clock.wants(rules):
        return ()
    waited = timedelta(milliseconds=now_ms - clock.started_ms)
    if waited >= WORD_AFTER:
        return (Step.WORD,)
    if clock.total > 0:
        return (Step.ASK,) if waited >= ASK_MORE_AFTER else ()
    if now_ms < clock.claimed_until_ms:
        return ()
    due = (
        (Step.ASK, waited >= clock.ask_after),
        (Step.WIDEN, waited >= WIDEN_AFTER and not clock.widened),
        (Step.LIFT, waited >= LIFT_AFTER and not clock.lifted),
    )
    return tuple(step for step, is_due in due if is_due)


def next_look(clock: Clock, now_ms: int, rules: GroupRules) -> int | None:
    """When to look at this vent again, people's time in ms; None when there is nothing more to be done."""
    if not clock.wants(rules):
        return None
    waits = (clock.ask_after, WIDEN_AFTER, ASK_MORE_AFTER, LIFT_AFTER, WORD_AFTER)
    moments = [clock.started_ms + wait // _MS for wait in waits]
    pause = LOOK_EVERY if clock.total == 0 else LOOK_LATER_EVERY
    begins = clock.ask_after if clock.total == 0 else ASK_MORE_AFTER
    if now_ms >= clock.started_ms + begins // _MS:
        moments.append(now_ms + pause // _MS)
    if clock.claimed_until_ms:
        moments.append(clock.claimed_until_ms)
    return min((moment for moment in moments if moment > now_ms), default=now_ms + pause // _MS)


def may_ping_role(rules: GroupRules, *, day: Hours, now: datetime) -> bool:
    """Never in small groups, by day in middling ones (SPEC 4.12); `day` as the server chose it."""
    if rules.role_ping == "never":
        return False
    return rules.role_ping == "always" or day.holds_at(now)


def asks_left(rules: GroupRules, *, asked: int, open_asks: int, total: int) -> int:
    """How many more may be asked now: as many as may be open at once and as are missing, within the whole."""
    at_once = min(rules.listeners, max(rules.enough_support - total, 1)) if total else rules.listeners
    return max(min(at_once - open_asks, rules.listeners * ASKED_AT_MOST - asked), 0)
