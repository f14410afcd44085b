"""Who goes with whom: weekly pairs, nobody twice in a row, nobody with somebody they avoid (SPEC 4.5)."""

import random
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import combinations
from typing import NewType

from bot.domain.ids import GuildId, MemberId

ROUNDS_APART = 8
"""So many rounds nobody meets the same person again, where there are enough people (SPEC 4.5)."""
SILENT_ROUNDS = 3
"""After so many without an answer somebody is asked whether it still suits them (issue 5.6)."""
AVOID_AT_MOST = 100
ASKS_A_DAY = 3
ASK_KEPT = timedelta(days=7)
ROUND_HOUR_UTC = 16
"""Monday at a waking hour from California to India: whoever sleeps then finds it in the morning."""
TALKED_AFTER = timedelta(days=5)
ANSWER_KEPT_ROUNDS = 10
_CIRCLE_AT_MOST, _TRIES = 120, 40

AVOID = "buddy-avoid"
"""The purpose of the refs by which somebody is avoided."""

Pair = frozenset[MemberId]
PairId = NewType("PairId", int)


class Work(StrEnum):
    """This feature's jobs."""

    ROUND = "buddies.round"
    TALKED = "buddies.talked"


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


def rounds_apart(people: int) -> int:
    """How many rounds must lie between two meetings of the same two: min(8, n − 2) (SPEC 4.5)."""
    return max(0, min(ROUNDS_APART, people - 2))


def groups(
    people: Sequence[MemberId],
    met: Mapping[Pair, int],
    barred: Set[Pair],
    wished: Sequence[Pair],
    chance: random.Random,
) -> tuple[list[tuple[MemberId, ...]], list[MemberId]]:
    """(pairs and perhaps threes, who is left over).

    `met` says how many rounds ago two met last (1: the last round); `barred` pairs are never made, not in a three
    either; `wished` pairs are made first. Where nobody else is left two may meet sooner than they should: being paired
    again is better than being alone.
    """
    rest = list(people)
    chosen: list[tuple[MemberId, ...]] = []
    for pair in wished:
        if pair <= set(rest) and pair not in barred:
            chosen.append(tuple(sorted(pair)))
            rest = [one for one in rest if one not in pair]
    best = min(_ways(rest, met, barred, chance), key=lambda way: _cost(way, met, rounds_apart(len(people))))
    return [*chosen, *best[0]], best[1]


Way = tuple[list[tuple[MemberId, ...]], list[MemberId]]


def _ways(people: Sequence[MemberId], met: Mapping[Pair, int], barred: Set[Pair], chance: random.Random) -> list[Way]:
    ways: list[Way] = []
    if len(people) <= _CIRCLE_AT_MOST:
        ways += [_with_threes(pairs, left, met, barred) for pairs, left in _circle(sorted(people), barred)]
    ways += [_with_threes(*_drawn(people, met, barred, chance), met, barred) for _ in range(_TRIES)]
    return ways


def _circle(people: Sequence[MemberId], barred: Set[Pair]) -> list[Way]:
    """The circle method of round-robin tournaments: n − 1 rounds in which everybody meets everybody once.

    Used as long as the same people take part, it keeps two apart for n − 2 rounds, which drawing at random cannot
    promise for a handful of people.
    """
    seats: list[MemberId | None] = [*people] if len(people) % 2 == 0 else [*people, None]
    fixed, turning = seats[:1], seats[1:]
    ways: list[Way] = []
    for turn in range(max(1, len(turning))):
        ring = fixed + turning[turn:] + turning[:turn]
        pairs: list[tuple[MemberId, ...]] = []
        left: list[MemberId] = []
        for one, other in zip(ring[: len(ring) // 2], reversed(ring[len(ring) // 2 :]), strict=True):
            alone = [member for member in (one, other) if member is not None]
            if len(alone) == 2 and frozenset(alone) not in barred:
                pairs.append(tuple(alone))
            else:
                left += alone
        ways.append((pairs, left))
    return ways


def _drawn(people: Sequence[MemberId], met: Mapping[Pair, int], barred: Set[Pair], chance: random.Random) -> Way:
    """Those with the fewest possible partners choose first, each whom they met longest ago."""
    bars = {one: sum(one in pair for pair in barred) for one in people}
    waiting = sorted(people, key=lambda one: (-bars[one], chance.random()))
    pairs: list[tuple[MemberId, ...]] = []
    left: list[MemberId] = []
    while waiting:
        one = waiting.pop(0)
        may = [other for other in waiting if frozenset((one, other)) not in barred]
        if not may:
            left.append(one)
            continue
        other = min(may, key=lambda who: (-met.get(frozenset((one, who)), 999), chance.random()))
        waiting.remove(other)
        pairs.append((one, other))
    return pairs, left


def _with_threes(
    pairs: Sequence[tuple[MemberId, ...]], left: Sequence[MemberId], met: Mapping[Pair, int], barred: Set[Pair]
) -> Way:
    """Whoever is left over goes with a pair, where nobody in it is barred from them; each pair takes one at most."""
    made = list(pairs)
    alone: list[MemberId] = []
    for one in left:
        may = [
            place for place, group in enumerate(made)
            if len(group) == 2 and not any(frozenset((one, other)) in barred for other in group)
        ]  # fmt: skip
        if not may:
            alone.append(one)
            continue
        place = max(may, key=lambda at: min(met.get(frozenset((one, other)), 999) for other in made[at]))
        made[place] = (*made[place], one)
    return made, alone


def _cost(way: Way, met: Mapping[Pair, int], apart: int) -> tuple[int, int, int]:
    """The fewest alone; then the fewest who meet too soon; then those who met longest ago."""
    made, alone = way
    ages = [met.get(frozenset(pair), 999) for group in made for pair in combinations(group, 2)]
    return len(alone), sum(apart + 1 - age for age in ages if age <= apart), -min(ages, default=0)


def pairs_of(made: Collection[tuple[MemberId, ...]]) -> set[Pair]:
    """Every two who meet."""
    return {frozenset(pair) for group in made for pair in combinations(group, 2)}


def takes_part_now(asked: int, paused_until_ms: int | None, now_ms: int) -> bool:
    """Whether somebody is paired: not while they pause, nor while a question to them is open."""
    return not asked and (paused_until_ms is None or paused_until_ms <= now_ms)
