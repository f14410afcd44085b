"""Who goes with whom."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ids import MemberId
from cogs.buddies.model.pairing import Round, groups, pairs_of, rounds_apart
from cogs.buddies.model.weeks import ROUNDS_APART, Pair, next_round, pairs_now


def people(many: int) -> list[MemberId]:
    return [MemberId(1000 + number) for number in range(many)]


def test_on_the_mondays_own_hours_before_it_nobody_is_paired() -> None:
    moments = [(29, 23, 59), (30, 0, 0), (30, 15, 59), (30, 16, 0)]

    assert [pairs_now(datetime(2026, 11, *at, tzinfo=UTC)) for at in moments] == [True, False, False, True]


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


def too_soon(weeks: Sequence[Round], many: int) -> list[tuple[int, Pair]]:
    """(rounds between, who) where two met again sooner than is promised to so many; `weeks` has the last first."""
    last: dict[Pair, int] = {}
    found: list[tuple[int, Pair]] = []
    for week, made in enumerate(reversed(weeks)):
        for pair in pairs_of(made):
            if week - last.get(pair, -99) <= rounds_apart(many):
                found.append((week - last[pair], pair))
            last[pair] = week
    return found


def arrived(everybody: Sequence[MemberId], chance: random.Random) -> list[tuple[MemberId, ...]]:
    """As people join one by one: each goes with whoever waits."""
    made: list[tuple[MemberId, ...]] = []
    waiting: list[MemberId] = []
    for one in everybody:
        waiting.append(one)
        if len(waiting) == 2:
            made += groups(waiting, [], set(), [], chance)[0]
            waiting = []
    return made + [(one,) for one in waiting]


@pytest.mark.parametrize("many", range(2, 21))
def test_nobody_meets_the_same_person_again_too_soon(many: int) -> None:
    chance = random.Random(many)
    for joined_in_order in (True, False):
        everybody = people(many)
        if not joined_in_order:
            chance.shuffle(everybody)
        weeks: list[Round] = [arrived(everybody, chance)]
        for _ in range(20):
            made, alone = groups(people(many), weeks[:ROUNDS_APART], set(), [], chance)
            assert alone == []
            weeks.insert(0, made)

        assert too_soon(weeks, many) == []


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 2**32), st.lists(st.tuples(st.integers(3, 16), st.integers(1, 4)), max_size=3), st.integers(3, 14)
)
def test_whatever_came_before_the_same_people_meet_each_other_in_turn(
    seed: int, earlier: list[tuple[int, int]], many: int
) -> None:
    chance = random.Random(seed)
    weeks: list[Round] = []
    for here, lasting in earlier:
        some = chance.sample(people(18), here)
        for _ in range(lasting):
            weeks.insert(0, groups(some, weeks[:ROUNDS_APART], set(), [], chance)[0])
    stay = chance.sample(people(18), many)
    # who leaves takes their places along, and those in rounds gone by
    weeks = [[left for group in made if (left := tuple(one for one in group if one in stay))] for made in weeks]
    before = len(weeks)
    for _ in range(12):
        weeks.insert(0, groups(stay, weeks[:ROUNDS_APART], set(), [], chance)[0])

    assert too_soon(weeks[: len(weeks) - before], many) == []


@pytest.mark.parametrize("many", [5, 6, 9, 12])
def test_two_of_whom_one_avoids_the_other_never_meet_and_the_others_do_not_suffer(many: int) -> None:
    everybody, chance = people(many), random.Random(many)
    barred = {frozenset(everybody[:2])}
    weeks: list[Round] = [groups(everybody, [], barred, [], chance)[0]]
    for _ in range(20):
        made, alone = groups(everybody, weeks[:ROUNDS_APART], barred, [], chance)
        assert alone == []
        assert sum(len(group) > 2 for group in made) == many % 2, "a three more than there need be"
        assert not pairs_of(made) & barred
        weeks.insert(0, made)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 24), st.data())
def test_everybody_is_in_one_group_of_two_or_three_and_nobody_with_whom_they_avoid(
    many: int, data: st.DataObject
) -> None:
    everybody = people(many)
    couples = st.sampled_from([frozenset(pair) for pair in combinations(everybody, 2)])
    barred: set[Pair] = data.draw(st.sets(couples, max_size=many))
    wished = data.draw(st.lists(couples, max_size=3))

    made, alone = groups(everybody, [], barred, wished, random.Random(1))

    assert sorted([*(one for group in made for one in group), *alone]) == everybody
    assert {len(group) for group in made} <= {2, 3}
    assert not pairs_of(made) & barred
    free = [frozenset(pair) for pair in combinations(alone, 2)]
    assert all(pair in barred for pair in free), "two were left over who could have met"


def test_an_odd_one_makes_a_three_and_two_who_wished_it_are_together() -> None:
    everybody = people(5)
    wish = frozenset((everybody[1], everybody[4]))

    made, alone = groups(everybody, [], set(), [wish], random.Random(2))

    assert sorted(map(len, made)) == [2, 3]
    assert alone == []
    assert tuple(sorted(wish)) in made
