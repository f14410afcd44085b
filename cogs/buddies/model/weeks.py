"""What a week with a buddy is: who takes part, when pairs are drawn, what is asked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.ids import GuildId, MemberId

ROUNDS_APART = 8
"""So many rounds nobody meets the same person again, where there are enough people (SPEC 4.5)."""
SILENT_ROUNDS = 3
"""After so many without an answer somebody is asked whether it still suits them (issue 5.6)."""
AVOID_AT_MOST = 100
ASKS_A_DAY = 3
ASK_KEPT = timedelta(days=7)
YES_KEPT = timedelta(days=1)
"""So long beyond the round for which two said yes: it may come late where the bot was down."""
ROUND_HOUR_UTC = 16
"""Monday at a waking hour from California to India: whoever sleeps then finds it in the morning."""
HELD_BACK = timedelta(hours=16)
"""So long before pairs are drawn nobody is paired: they would have somebody for hours and then somebody else."""
TALKED_AFTER = timedelta(days=5)
ANSWER_KEPT_ROUNDS = 10

AVOID = "buddy-avoid"
"""The purpose of the refs by which somebody is avoided."""

HAVE, GONE, ALONE = "note-buddy", "note-buddy-gone", "note-buddy-alone"
TALKED, QUIET = "note-buddy-talked", "note-buddy-quiet"
ASKS, SAID_YES, CHECKED_IN = "note-buddy-asks", "note-buddy-yes", "note-buddy-checkin"
OF_THE_WEEK = (HAVE, GONE, ALONE, SAID_YES)
"""Notes that are true until pairs are drawn anew."""
OF_TAKING_PART = (*OF_THE_WEEK, TALKED, QUIET, CHECKED_IN)

Pair = frozenset[MemberId]
PairId = NewType("PairId", int)


class Work(StrEnum):
    """This feature's jobs."""

    ROUND = "buddies.round"
    TALKED = "buddies.talked"
    LEFT_ALONE = "buddies.left-alone"


@dataclass(frozen=True)
class Group:
    """People who are buddies in a round: two, or three where one would be left over."""

    id: PairId
    guild: GuildId
    round: int
    members: tuple[MemberId, ...]

    def others(self, member: MemberId) -> tuple[MemberId, ...]:
        """Whom this member has."""
        return tuple(one for one in self.members if one != member)


def box_row(guild: GuildId, closer: MemberId) -> str:
    """What a sealed id of somebody avoided belongs to."""
    return f"buddy-avoid|{guild}|{closer}"


def next_round(after: datetime) -> datetime:
    """The next Monday at ROUND_HOUR_UTC, later than `after` (aware, any zone)."""
    day = after.replace(hour=ROUND_HOUR_UTC, minute=0, second=0, microsecond=0)
    day += timedelta(days=-day.weekday() % 7)
    return day if day > after else day + timedelta(days=7)


def pairs_now(now: datetime) -> bool:
    """Whether who comes now meets somebody at once; on the day of the round (UTC) they wait for it."""
    return next_round(now) - now > HELD_BACK


def takes_part_now(asked: int, paused_until_ms: int | None, now_ms: int) -> bool:
    """Whether somebody is paired: not while they pause, nor while a question to them is open."""
    return not asked and (paused_until_ms is None or paused_until_ms <= now_ms)
