"""What mutuality a group would have by chance: the same people giving to as many, but to whomever (a shuffled null).

The null keeps how many each person gave to and got from and forgets who it was (the directed configuration model:
Newman, Strogatz and Watts 2001, Phys. Rev. E 64, 026118). Givers' stubs are drawn to receivers' stubs; loops and
doubled pairs are mended by swaps (Maslov and Sneppen 2002, Science 296, 910).
"""

import random
from collections.abc import Sequence
from operator import add

from cogs.health.model.definitions import Chance, rho

SHUFFLES = 400
STEPS_AT_MOST = 4_000_000
"""Pairs drawn in all: above it fewer shuffles are made, forty at least."""
LEAST_SHUFFLES = 40
OUTSIDE = 0.025
_AT_ONCE = 2_000
"""Pairs made in one call, during which no other thread has a turn."""
_TRIES = 40
"""Swaps that are tried for a pair before it is left out: where somebody gave to nearly everybody there may be none."""


def chance(degrees: Sequence[tuple[int, int]], draw: random.Random) -> Chance | None:
    """The middle 95 of 100 of rho under the null, for people with these (gave to, got from). None without pairs.

    `draw` is seeded by the caller: the same figures have the same band.
    """
    people = len(degrees)
    # a pair is one number, giver × people + receiver
    givers = [one * people for one, (gave, _) in enumerate(degrees) for _ in range(gave)]
    receivers = [one for one, (_, got) in enumerate(degrees) for _ in range(got)]
    if not givers or people < 2:
        return None
    shuffles = max(LEAST_SHUFFLES, min(SHUFFLES, STEPS_AT_MOST // len(givers)))
    found = sorted(value for _ in range(shuffles) if (value := _once(givers, receivers, people, draw)) is not None)
    if not found:
        return None
    cut = int(len(found) * OUTSIDE)
    return Chance(found[cut], found[-1 - cut])


def _once(givers: list[int], receivers: list[int], people: int, draw: random.Random) -> float | None:
    drawn = _shuffled(receivers, draw)
    loops = range(0, people * people, people + 1)
    pairs: set[int] = set()
    for begins in range(0, len(drawn), _AT_ONCE):
        pairs.update(map(add, givers[begins : begins + _AT_ONCE], drawn[begins : begins + _AT_ONCE]))
    if len(pairs) < len(drawn) or any(loop in pairs for loop in loops):
        pairs = _mended(givers, drawn, people, draw)
    return rho(len(pairs), sum(pair % people * people + pair // people in pairs for pair in pairs), people)


def _shuffled(several: list[int], draw: random.Random) -> list[int]:
    """As random.shuffle does it (Durstenfeld 1964, Comm. ACM 7, 420), in short calls: others want a turn between."""
    drawn = several[:]
    for place in range(len(drawn) - 1, 0, -1):
        other = int(draw.random() * (place + 1))
        drawn[place], drawn[other] = drawn[other], drawn[place]
    return drawn


def _mended(givers: list[int], receivers: list[int], people: int, draw: random.Random) -> set[int]:
    """Swaps the receivers of loops and doubled pairs with those of others, as far as that can be."""
    good: set[int] = set()
    wrong: list[int] = []
    for place, pair in enumerate(map(add, givers, receivers)):
        if pair % (people + 1) and pair not in good:
            good.add(pair)
        else:
            wrong.append(place)
    unmended = set(wrong)
    for place in wrong:
        for _ in range(_TRIES):
            other = int(draw.random() * len(receivers))
            mine, theirs = givers[place] + receivers[other], givers[other] + receivers[place]
            fits = mine % (people + 1) and theirs % (people + 1) and mine != theirs and good.isdisjoint((mine, theirs))
            if fits and other not in unmended:
                good.discard(givers[other] + receivers[other])
                good.update((mine, theirs))
                receivers[place], receivers[other] = receivers[other], receivers[place]
                unmended.discard(place)
                break
    return good
