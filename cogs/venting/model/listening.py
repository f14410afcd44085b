"""Which vents somebody is shown who would listen: the least supported first, and not the same ones for everybody."""

import math
from collections.abc import Sequence
from random import Random

from cogs.venting.model.vent import Vent

LISTEN_SHOWN = 5
LISTEN_AMONG = 40
"""Shown are LISTEN_SHOWN, drawn among so many of the least supported."""
FADES_BY = 4
"""Each person who is there already makes a vent so many times less likely to be drawn."""
SO_MANY_ARE_ALIKE = 20


def least_first(vents: Sequence[Vent], most: int, random: Random) -> list[Vent]:
    """`most` of them, drawn without replacement with weights that fall with support, the least supported first.

    Where all fit, all are shown. Vents with equally much support come in random order: else everybody who looks at once
    would go to the same card. Only what stands on the card counts, never how much its author got before: an order that
    knew would tell who wrote without a name (docs/decisions/0054). The draw is Efraimidis and Spirakis 2006, "Weighted
    random sampling with a reservoir", Information Processing Letters 97 (5): the largest u^(1/w), by its logarithm.
    """
    drawn = sorted(vents, key=lambda vent: _key(vent, random), reverse=True)[:most]
    random.shuffle(drawn)
    return sorted(drawn, key=lambda vent: vent.supporters)


def _key(vent: Vent, random: Random) -> float:
    return math.log(1.0 - random.random()) * FADES_BY ** min(vent.supporters, SO_MANY_ARE_ALIKE)
