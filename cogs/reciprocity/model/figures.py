"""How giving is spread in a group: the definitions of SPEC 4.8, on who gave to whom.

A person is any number that stands for one; a pair (giver, receiver) is there once, however often they gave.
"""

from collections.abc import Collection, Sequence

from bot.domain.ports import GivingFigures

Pair = tuple[int, int]


def mutual(pairs: Collection[Pair]) -> int:
    """How many directed pairs have their opposite too: two for each two people who gave to each other."""
    known = set(pairs)
    return sum((receiver, giver) in known for giver, receiver in known)


def reciprocity(pairs: int, mutual_pairs: int) -> float | None:
    """r: the share of directed pairs whose opposite is there (Wasserman and Faust 1994, 13.1). None without pairs."""
    return mutual_pairs / pairs if pairs else None


def density(pairs: int, people: int) -> float | None:
    """a: the pairs there are among all there could be, N(N − 1). None for fewer than two people."""
    return pairs / (people * (people - 1)) if people > 1 else None


def rho(pairs: int, mutual_pairs: int, people: int) -> float | None:
    """(r − a)/(1 − a): above 0 more mutual than chance at this density, below 0 less.

    Garlaschelli and Loffredo 2004, "Patterns of Link Reciprocity in Directed Networks", Phys. Rev. Lett. 93, 268701,
    equation 3. None where it is not defined: nobody gave, or everybody gave to everybody.
    """
    r, a = reciprocity(pairs, mutual_pairs), density(pairs, people)
    if r is None or a is None or a >= 1:
        return None
    return (r - a) / (1 - a)


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
