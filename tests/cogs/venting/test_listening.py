"""Who looks for somebody to write to sees the least supported first, and not what everybody else sees."""

import math
from collections import Counter
from itertools import pairwise
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.ids import VentId
from cogs.venting.model.listening import LISTEN_SHOWN, least_first
from cogs.venting.model.vent import Vent
from tests.cogs.venting.vents import a_vent

LOOKS = 2_000
BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no fault of theirs."""


def vents(*supporters: int) -> list[Vent]:
    return [a_vent(id=VentId(number), supporters=many) for number, many in enumerate(supporters)]


@BUSY
@given(st.lists(st.integers(0, 5_000), max_size=40), st.integers(0, 2**32))
def test_the_least_supported_come_first_and_none_twice(supporters: list[int], seed: int) -> None:
    there = vents(*supporters)

    shown = least_first(there, LISTEN_SHOWN, Random(seed))

    assert len(shown) == min(len(there), LISTEN_SHOWN)
    assert len({vent.id for vent in shown}) == len(shown)
    assert [vent.supporters for vent in shown] == sorted(vent.supporters for vent in shown)


@BUSY
@given(st.lists(st.integers(0, 4), min_size=LISTEN_SHOWN + 1, max_size=20), st.integers(0, 2**32))
def test_less_support_is_never_shown_more_rarely(supporters: list[int], seed: int) -> None:
    random, seen = Random(seed), Counter[VentId]()
    there = vents(*supporters)
    for _ in range(300):
        seen.update(vent.id for vent in least_first(there, LISTEN_SHOWN, random))

    share = {many: [seen[vent.id] / 300 for vent in there if vent.supporters == many] for many in set(supporters)}
    means = [sum(share[many]) / len(share[many]) for many in sorted(share)]

    # three standard deviations of a share over 300 looks
    slack = 3 * 2 * math.sqrt(0.25 / 300)
    assert all(less >= more - slack for less, more in pairwise(means))


def test_not_everybody_sees_the_same_card_first() -> None:
    random = Random(7)
    first = Counter(least_first(vents(*[0] * 12, *[2] * 12), LISTEN_SHOWN, random)[0].id for _ in range(LOOKS))

    assert set(first) == {VentId(number) for number in range(12)}, "those nobody is with, each of them"
    assert max(first.values()) < 2 * LOOKS / 12


def test_one_that_nobody_answered_is_before_most_eyes_but_not_before_all() -> None:
    random = Random(8)
    sees_it = sum(
        VentId(0) in {v.id for v in least_first(vents(0, *[1] * 14), LISTEN_SHOWN, random)} for _ in range(LOOKS)
    )

    assert 0.6 < sees_it / LOOKS < 0.95


def test_where_few_wait_all_are_shown() -> None:
    shown = least_first(vents(3, 0, 1), LISTEN_SHOWN, Random(1))

    assert [vent.supporters for vent in shown] == [0, 1, 3]
