"""How giving is spread in a group, counted on who gave to whom; what the counts mean is with community health.

A person is any number that stands for one; a pair (giver, receiver) is there once, however often they gave.
"""

from collections.abc import Collection, Sequence

from bot.domain.ports import GivingFigures

Pair = tuple[int, int]


def mutual(pairs: Collection[Pair]) -> int:
    """How many directed pairs have their opposite too: two for each two people who gave to each other."""
    known = set(pairs)
    return sum((receiver, giver) in known for giver, receiver in known)


def share_of_top_tenth(acts: Collection[int]) -> float:
    """The share of acts by the tenth of givers who gave most, 0 to 1; of fewer than ten givers by the first one.

    `acts` is how often each giver gave. A part of a giver counts as one: 11 givers have two in their top tenth.
    """
    most = sorted(acts, reverse=True)
    total = sum(most)
    return sum(most[: -(-len(most) // 10)]) / total if total else 0.0


def degrees(pairs: Collection[Pair]) -> dict[int, tuple[int, int]]:
    """person → (gave to so many, got from so many)."""
    gave: dict[int, int] = {}
    got: dict[int, int] = {}
    for giver, receiver in set(pairs):
        gave[giver] = gave.get(giver, 0) + 1
        got[receiver] = got.get(receiver, 0) + 1
    return {one: (gave.get(one, 0), got.get(one, 0)) for one in gave.keys() | got.keys()}


def figures(acts: Sequence[tuple[int, int, int]]) -> GivingFigures:
    """Of (giver, receiver, how often). The degrees are sorted: their order says nothing of who it is."""
    by_pair: dict[Pair, int] = {}
    by_giver: dict[int, int] = {}
    for giver, receiver, often in acts:
        by_pair[giver, receiver] = by_pair.get((giver, receiver), 0) + often
        by_giver[giver] = by_giver.get(giver, 0) + often
    return GivingFigures(
        events=sum(by_pair.values()), pairs=len(by_pair), mutual=mutual(by_pair),
        degrees=sorted(degrees(by_pair).values()), share_of_top_tenth=share_of_top_tenth(by_giver.values()),
    )  # fmt: skip
