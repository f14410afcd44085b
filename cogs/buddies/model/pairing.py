"""Who goes with whom: weekly pairs, nobody twice in a row, nobody with somebody they avoid (SPEC 4.5)."""

import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from bot.domain.ids import MemberId
from cogs.buddies.model.weeks import ROUNDS_APART, Pair

_SEATED_AT_MOST, _TRIES = 40, 40  # among more people drawing finds somebody whom one did not meet of late
_NEVER = 999
_NO_COST = (0, 0, 0, 0)


def rounds_apart(people: int) -> int:
    """For how many rounds the same two do not meet again, while the same people take part and nobody is barred.

    An even number: min(8, n − 2) (SPEC 4.5). For an odd number that cannot be: the three of each round use up a pair
    more, so that by counting alone it is at most n(n − 1)/(n + 3) − 1, and for five people nothing. What is held is
    (n − 5)/2, at most 8: the one left over goes with a pair whom they meet in neither so many rounds.
    """
    return max(0, min(ROUNDS_APART, people - 2 if people % 2 == 0 else (people - 5) // 2))


Round = Sequence[tuple[MemberId, ...]]
Way = tuple[list[tuple[MemberId, ...]], list[MemberId]]
Partners = Mapping[MemberId | None, MemberId | None]


@dataclass(frozen=True)
class Seating:
    """The circle method of round-robin tournaments: in `len(ring)` rounds everybody meets everybody once.

    One sits still (nobody, where the number is odd: whoever faces them is left over), the others in a ring of an odd
    number of seats. In turn t the still one meets seat t, and seat t + i meets seat t − i.
    """

    still: MemberId | None
    ring: tuple[MemberId, ...]
    turn: int

    def round(self, later: int, barred: Set[Pair]) -> Way:
        """The pairs of the turn so many rounds later, and who is left over: facing nobody, or somebody barred."""
        many, at = len(self.ring), self.turn + later
        facing = [(self.still, self.ring[at % many])]
        facing += [(self.ring[(at + i) % many], self.ring[(at - i) % many]) for i in range(1, many // 2 + 1)]
        pairs = [(one, other) for one, other in facing if one is not None and frozenset((one, other)) not in barred]
        paired = {member for pair in pairs for member in pair}
        return [*pairs], [one for two in facing for one in two if one is not None and one not in paired]

    def until(self, pair: Pair, later: int) -> int:
        """How many turns after that one the two face each other."""
        seats = [self._seat[member] for member in pair if member != self.still]
        # 2t = the sum of their seats, and the inverse of 2 among an odd number of seats is half of one more
        turn = seats[0] if len(seats) == 1 else sum(seats) * (len(self.ring) + 1) // 2
        return (turn - self.turn - later) % len(self.ring)

    @cached_property
    def _seat(self) -> Mapping[MemberId, int]:
        return {member: seat for seat, member in enumerate(self.ring)}


def drawn_seating(people: Sequence[MemberId], last: Round, chance: random.Random) -> Seating:
    """Any in which the round before, if any, was turn 0; turn 1 is next, or without a round before turn 0."""
    pairs: list[Sequence[MemberId | None]] = [chance.sample(group, 2) for group in last if len(group) > 1]
    rest: list[MemberId | None] = list(set(people) - {member for pair in pairs for member in pair})
    chance.shuffle(rest)
    if len(rest) % 2:
        rest.append(None)
    pairs += [rest[i : i + 2] for i in range(0, len(rest), 2)]
    chance.shuffle(pairs)
    # nobody sits still where there is nobody to face
    pairs.sort(key=lambda pair: None in pair)
    one, still = pairs.pop()
    ring = [one, *(one for one, _ in pairs), *(other for _, other in reversed(pairs))]
    return Seating(still, tuple(member for member in ring if member is not None), turn=1 if last else 0)


def partners(made: Round) -> Iterator[Partners]:
    """Who faced whom, None for nobody; a three may have come about in three ways."""
    odd = [group for group in made if len(group) != 2]
    facing: Partners = {one: other for group in made if len(group) == 2 for one, other in (group, group[::-1])}
    if not odd:
        yield facing
    for one in odd[0] if len(odd) == 1 else ():
        pair = [member for member in odd[0] if member != one]
        yield {**facing, **dict(zip(pair, reversed(pair), strict=True)), one: None, None: one}


def walked(still: MemberId | None, last: Partners, before: Partners) -> Seating | None:
    """The seating in which these were turns 0 and −1: read off by going from partner to partner.

    None where there is none: the way must lead through everybody.
    """
    ring: dict[int, MemberId] = {}
    one, many = last.get(still), len(last) - 1
    for step in range(many):
        if one is None or one == still:
            return None
        # turn 0 brings seat s together with −s, turn −1 with −2 − s: 0, −2, 2, −4, 4 …
        ring[(step if step % 2 == 0 else -1 - step) % many] = one
        one = (last if step % 2 else before).get(one)
    return Seating(still, tuple(ring[seat] for seat in range(many)), turn=1)


def groups(
    people: Sequence[MemberId],
    before: Sequence[Round],
    barred: Set[Pair],
    wished: Sequence[Pair],
    chance: random.Random,
) -> tuple[list[tuple[MemberId, ...]], list[MemberId]]:
    """(pairs and perhaps threes, who is left over).

    `before` are the rounds before this one, the last first; `barred` pairs are never made, not in a three either;
    `wished` pairs are made first. Where nobody else is left two may meet sooner than they should: being paired again
    is better than being alone.
    """
    rest = list(people)
    chosen: list[tuple[MemberId, ...]] = []
    for pair in wished:
        if pair <= set(rest) and pair not in barred:
            chosen.append(tuple(sorted(pair)))
            rest = [one for one in rest if one not in pair]
    best: Way = _best_way(rest, before, barred, chance, rounds_apart(len(people))) if rest else ([], [])
    return [*chosen, *best[0]], best[1]


def _best_way(
    people: Sequence[MemberId], before: Sequence[Round], barred: Set[Pair], chance: random.Random, apart: int
) -> Way:
    met: dict[Pair, int] = {}
    for age, made in enumerate(before, 1):
        for pair in pairs_of(made):
            met.setdefault(pair, age)
    steady = _steady(people, before)
    ways: list[tuple[tuple[int, ...], Way]] = []
    if len(people) <= _SEATED_AT_MOST:
        for seating in _seatings(people, before[:steady], chance):
            ways.append(_looked_ahead(seating, met, barred, apart, steady))
            if ways[-1][0] == _NO_COST:
                break
    for _ in range(_TRIES if not ways or min(ways)[0] > _NO_COST else 0):
        way = _with_threes(*_drawn(people, met, barred, chance), lambda pair: met.get(pair, _NEVER), barred)
        cost = _cost(way, met, apart)
        ways.append(((*cost[:2], int(steady > 0), cost[2]), way))
    return min(ways, key=lambda found: found[0])[1]


def _steady(people: Sequence[MemberId], before: Sequence[Round]) -> int:
    """For how many rounds exactly these people were together."""
    same = set(people)
    return next(
        (age for age, made in enumerate(before) if {one for group in made for one in group} != same), len(before)
    )


def _looked_ahead(
    seating: Seating, met: Mapping[Pair, int], barred: Set[Pair], apart: int, steady: int
) -> tuple[tuple[int, ...], Way]:
    """What this round costs, and the rounds that follow from it: too soon since the people are the same, or at all."""
    last = {pair: -age for pair, age in met.items()}
    found: list[tuple[tuple[int, int, int], Way]] = []
    within = 0
    for now in range(apart + 1):
        ages = {pair: now - when for pair, when in last.items()}
        pairs, left = seating.round(now, barred)

        def apart_by(pair: Pair, ages: Mapping[Pair, int] = ages, now: int = now) -> int:
            return min(ages.get(pair, _NEVER), seating.until(pair, now))

        way = _with_threes(pairs, left, apart_by, barred)
        within += sum(ages.get(pair, _NEVER) <= min(apart, now + steady) for pair in pairs_of(way[0]))
        found.append((_cost(way, ages, apart), way))
        last |= dict.fromkeys(pairs_of(way[0]), now)
    (alone, threes, _), way = found[0]
    return (alone, threes, within, sum(cost[2] for cost, _ in found)), way


def _seatings(people: Sequence[MemberId], steady: Sequence[Round], chance: random.Random) -> Iterator[Seating]:
    """Of which the rounds before, since the people are the same, were turns; with none before, any."""
    if len(steady) > 1:
        for last in partners(steady[0]):
            for one in partners(steady[1]):
                fixed = people if len(people) % 2 == 0 else [None]
                yield from filter(None, (walked(who, last, one) for who in fixed))
    for _ in range(_TRIES):
        yield drawn_seating(people, steady[0] if steady else (), chance)


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
        other = min(may, key=lambda who: (-met.get(frozenset((one, who)), _NEVER), chance.random()))
        waiting.remove(other)
        pairs.append((one, other))
    return pairs, left


def _with_threes(
    pairs: Sequence[tuple[MemberId, ...]], left: Sequence[MemberId], apart_by: Callable[[Pair], int], barred: Set[Pair]
) -> Way:
    """Whoever is left over goes with a pair, where nobody in it is barred from them; each pair takes one at most.

    They go where the next meeting before or after is furthest: `apart_by` says how many rounds off it is.
    """
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
        place = max(may, key=lambda at: min(apart_by(frozenset((one, other))) for other in made[at]))
        made[place] = (*made[place], one)
    return made, alone


def _cost(way: Way, ages: Mapping[Pair, int], apart: int) -> tuple[int, int, int]:
    """The fewest alone; the fewest threes; then the fewest who meet too soon, and by the fewest rounds."""
    made, alone = way
    met = (ages.get(pair, _NEVER) for pair in pairs_of(made))
    threes = sum(len(group) > 2 for group in made) - sum(map(len, [*made, alone])) % 2
    return len(alone), max(0, threes), sum(apart + 1 - age for age in met if age <= apart)


def pairs_of(made: Collection[tuple[MemberId, ...]]) -> set[Pair]:
    """Every two who meet."""
    return {frozenset(pair) for group in made for pair in combinations(group, 2)}
