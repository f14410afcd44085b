"""Who goes with whom."""

import random
from collections import defaultdict
from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ids import MemberId
from cogs.buddies.model import Pair, groups, next_round, pairs_of, rounds_apart


def people(many: int) -> list[MemberId]:
    return [MemberId(1000 + number) for number in range(many)]


@pytest.mark.parametrize(
    ("after", "due"),
    [
        (datetime(2026, 11, 22, 23, 0, tzinfo=UTC), datetime(2026, 11, 23, 16, 0, tzinfo=UTC)),
        (datetime(2026, 11, 23, 15, 59, tzinfo=UTC), datetime(2026, 11, 23, 16, 0, tzinfo=UTC)),
        (datetime(2026, 11, 23, 16, 0, tzinfo=UTC), datetime(2026, 11, 30, 16, 0, tzinfo=UTC)),
        (datetime(2028, 2, 29, 12, 0, tzinfo=UTC), datetime(2028, 3, 6, 16, 0, tzinfo=UTC)),
    ],
)
def test_a_round_begins_on_the_next_monday(after: datetime, due: datetime) -> None:
    assert next_round(after) == due


@pytest.mark.parametrize("many", [2, 4, 6, 8, 10, 12, 20, 41])
def test_nobody_meets_the_same_person_again_too_soon(many: int) -> None:
    everybody, chance = people(many), random.Random(many)
    last: dict[Pair, int] = {}
    too_soon: dict[Pair, int] = defaultdict(int)
    for week in range(1, 25):
        met = {pair: week - when for pair, when in last.items()}
        made, alone = groups(everybody, met, set(), [], chance)
        assert alone == []
        for pair in pairs_of(made):
            if pair in last and week - last[pair] <= rounds_apart(many):
                too_soon[pair] += 1
            last[pair] = week

    assert too_soon == {}


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 24), st.data())
def test_everybody_is_in_one_group_of_two_or_three_and_nobody_with_whom_they_avoid(
    many: int, data: st.DataObject
) -> None:
    everybody = people(many)
    couples = st.sampled_from([frozenset(pair) for pair in combinations(everybody, 2)])
    barred: set[Pair] = data.draw(st.sets(couples, max_size=many))
    wished = data.draw(st.lists(couples, max_size=3))

    made, alone = groups(everybody, {}, barred, wished, random.Random(1))

    assert sorted([*(one for group in made for one in group), *alone]) == everybody
    assert {len(group) for group in made} <= {2, 3}
    assert not pairs_of(made) & barred
    free = [frozenset(pair) for pair in combinations(alone, 2)]
    assert all(pair in barred for pair in free), "two were left over who could have met"


def test_an_odd_one_makes_a_three_and_two_who_wished_it_are_together() -> None:
    everybody = people(5)
    wish = frozenset((everybody[1], everybody[4]))

    made, alone = groups(everybody, {}, set(), [wish], random.Random(2))

    assert sorted(map(len, made)) == [2, 3]
    assert alone == []
    assert tuple(sorted(wish)) in made
