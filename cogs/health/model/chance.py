"""What mutuality a group would have by chance: the same people giving to as many, but to whomever (a shuffled null).

The null keeps how many each person gave to and got from and forgets who it was (the directed configuration model:
Newman, Strogatz and Watts 2001, Phys. Rev. E 64, 026118). Givers' stubs are drawn to receivers' stubs; loops and
doubled pairs are mended by swaps (Maslov and Sneppen 2002, Science 296, 910).
"""

import random
from collections.abc import Sequence

from cogs.health.model.definitions import Chance, rho

SHUFFLES = 400
STEPS_AT_MOST = 4_000_000
"""Pairs drawn in all: above it fewer shuffles are made, forty at least."""
LEAST_SHUFFLES = 40
OUTSIDE = 0.025
_MENDING = 12


def chance(degrees: Sequence[tuple[int, int]], draw: random.Random) -> Chance | None:
    """The middle 95 of 100 of rho under the null, for people with these (gave to, got from). None without pairs.

    `draw` is seeded by the caller: the same figures have the same band.
    """
    pairs = sum(gave for gave, _ in degrees)
    people = len(degrees)
    if not pairs or people < 2:
        return None
    shuffles = max(LEAST_SHUFFLES, min(SHUFFLES, STEPS_AT_MOST // pairs))
    found = sorted(value for _ in range(shuffles) if (value := _once(degrees, people, draw)) is not None)
    if not found:
        return None
    cut = int(len(found) * OUTSIDE)
    return Chance(found[cut], found[-1 - cut])


def _once(degrees: Sequence[tuple[int, int]], people: int, draw: random.Random) -> float | None:
    givers = [one for one, (gave, _) in enumerate(degrees) for _ in range(gave)]
    receivers = [one for one, (_, got) in enumerate(degrees) for _ in range(got)]
    draw.shuffle(receivers)
    pairs = _mended(givers, receivers, draw)
    return rho(len(pairs), sum((receiver, giver) in pairs for giver, receiver in pairs), people)


def _mended(givers: list[int], receivers: list[int], draw: random.Random) -> set[tuple[int, int]]:
    """Swaps receivers until nobody gives to themselves or to the same person twice, as far as that can be."""
    for _ in range(_MENDING):
        seen: set[tuple[int, int]] = set()
        wrong: list[int] = []
        for place, pair in enumerate(zip(givers, receivers, strict=True)):
            if pair[0] == pair[1] or pair in seen:
                wrong.append(place)
            seen.add(pair)
        if not wrong:
            break
        for place in wrong:
            other = draw.randrange(len(receivers))
            receivers[place], receivers[other] = receivers[other], receivers[place]
    return {pair for pair in zip(givers, receivers, strict=True) if pair[0] != pair[1]}
