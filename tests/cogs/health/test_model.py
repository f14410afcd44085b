"""What figures mean: worked out once more by other people's libraries and by plain lists."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import combinations, product
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.ports import GivingFigures
from cogs.health.jobs import changes, top_tenth
from cogs.health.model.cells import Cell, People, may_be_published, total, window
from cogs.health.model.chance import chance
from cogs.health.model.definitions import (
    DAY_MS,
    NOTHING,
    STEPS_MS,
    Figures,
    Mutuality,
    ecdf,
    hour_of_week,
    quantile_ms,
    rho,
    shifted,
    step_of,
    together,
    waiting,
    week_begins,
    week_of,
)

MOMENTS = st.integers(0, 2_000_000_000_000)
WAITS = st.lists(st.none() | st.integers(0, 3 * DAY_MS), min_size=1, max_size=60)
Pairs = set[tuple[int, int]]
networkx: Any = import_module("networkx")
# a busy machine is no fault of theirs
UNHURRIED = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def counted(waits: list[int | None]) -> tuple[int, ...]:
    steps = [step_of(wait) for wait in waits if wait is not None]
    return tuple(steps.count(step) for step in range(len(STEPS_MS)))


@UNHURRIED
@given(st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] != pair[1]), min_size=1))
def test_mutuality_is_networkx_s_reciprocity_over_its_density(pairs: Pairs) -> None:
    graph = networkx.DiGraph(list(pairs))
    a, r = networkx.density(graph), networkx.overall_reciprocity(graph)
    mutual = sum((receiver, giver) in pairs for giver, receiver in pairs)

    found = rho(len(pairs), mutual, graph.number_of_nodes())

    assert found == (None if a >= 1 else pytest.approx((r - a) / (1 - a)))


@UNHURRIED
@given(WAITS)
def test_the_curve_is_the_share_of_all_posts_that_had_somebody_by_then(waits: list[int | None]) -> None:
    for until, reached in ecdf(counted(waits), len(waits)):
        assert reached == pytest.approx(sum(wait is not None and wait <= until for wait in waits) / len(waits))


@UNHURRIED
@given(WAITS, st.sampled_from([0.5, 0.9]))
def test_within_is_the_first_step_by_which_so_many_had_somebody(waits: list[int | None], part: float) -> None:
    by = {step: sum(wait is not None and wait <= step for wait in waits) for step in STEPS_MS}

    assert quantile_ms(counted(waits), len(waits), part) == min(
        (step for step, count in by.items() if count / len(waits) >= part), default=None
    )


def test_without_posts_there_is_no_curve() -> None:
    assert ecdf(NOTHING.waits, 0) == []
    assert quantile_ms(NOTHING.waits, 0, 0.5) is None


@UNHURRIED
@given(MOMENTS, st.integers(-11, 14))
def test_hours_are_the_clock_s(at_ms: int, east: int) -> None:
    hours = [0] * 168
    hours[hour_of_week(at_ms)] = 1
    there = datetime.fromtimestamp(at_ms / 1000, UTC) + timedelta(hours=east)

    assert shifted(hours, east).index(1) == there.weekday() * 24 + there.hour


@UNHURRIED
@given(MOMENTS)
def test_weeks_begin_on_the_monday_of_the_iso_calendar(at_ms: int) -> None:
    at, begins = datetime.fromtimestamp(at_ms / 1000, UTC), week_begins(week_of(at_ms))

    assert begins.isocalendar()[:2] == at.isocalendar()[:2]
    assert begins.weekday() == 0


@UNHURRIED
@given(st.lists(st.integers(0, 3 * DAY_MS)))
def test_every_post_that_waits_is_in_one_age(ages: list[int]) -> None:
    found = waiting(ages)

    assert found.all == len(ages)
    assert found.within_hour == sum(age <= 3_600_000 for age in ages)
    assert found.within_six == sum(3_600_000 < age <= 6 * 3_600_000 for age in ages)
    assert found.within_day == sum(6 * 3_600_000 < age <= DAY_MS for age in ages)
    assert found.longer == sum(age > DAY_MS for age in ages)


@UNHURRIED
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 5), st.integers(1, 9)), max_size=12))
def test_a_window_is_the_sum_of_the_cells_that_end_in_it(given_cells: list[tuple[int, int, int]]) -> None:
    """Cells of a circle follow each other without a gap; the newest week is the longest row's last."""
    ends = dict.fromkeys(range(3), 0)
    cells: list[Cell] = []
    for circle, weeks, vents in given_cells:
        cells.append(Cell(circle, 7 * ends[circle], weeks, 6, Figures(vents=vents)))
        ends[circle] += weeks
    last = 7 * (max(ends.values()) - 1)

    whole = window(cells, last, 100)
    parts = [window(cells, last, 4), window(cells, last - 28, 96)]

    assert total(whole).vents == sum(vents for _, _, vents in given_cells)
    assert together([total(part) for part in parts]) == total(whole)


@pytest.mark.parametrize(
    ("people", "events", "may"),
    [
        (People(named=6), 10, True),
        (People(named=5), 10, False),
        (People(named=6), 9, False),
        (People(unnamed_authors=5, named=5, most_on_one=4), 99, False),
        (People(most_on_one=5), 10, True),
    ],
)
def test_six_people_and_ten_acts(people: People, events: int, may: bool) -> None:
    """One of the six may be looking; and the same five may be in all three views."""
    assert may_be_published(people, Figures(named=events)) is may


def week(vents: int, unanswered: int = 0) -> Figures:
    """Whatever was answered was answered at once."""
    return Figures(vents=vents, unanswered=unanswered, waits=(vents - unanswered, *(0,) * 9))


@pytest.mark.parametrize(
    ("last", "before", "said"),
    [
        (week(20, 1), [week(20, 1)] * 4, []),
        (week(20, 9), [week(20, 9)] * 4, []),
        (week(20, 9), [], ["unanswered", "act"]),
        (week(20, 9), [week(20, 1)] * 4, ["unanswered", "act"]),
        (week(50, 40), [week(20, 1)], ["unanswered", "slow", "act"]),
        (week(20, 1), [week(20, 9)] * 3, ["better"]),
        (week(40), [week(20), NOTHING, week(18)], ["more-posts", "act"]),
        (week(6), [week(9), week(11), week(14), week(16)], ["fewer-posts"]),
        (week(2), [week(20)] * 4, ["fewer-posts"]),
        (week(4), [week(5)] * 4, []),
        (NOTHING, [week(12)] * 4, ["few"]),
        (NOTHING, [NOTHING, week(12), week(12)], []),
        (NOTHING, [], []),
    ],
)
def test_moderators_are_told_what_changed_and_nothing_else(
    last: Figures, before: list[Figures], said: list[str]
) -> None:
    """A trouble that stays is on the panel; the same words every Tuesday are read by nobody."""
    assert [text_id.removeprefix("health-digest-") for text_id, _ in changes([last, *before])] == said


def test_the_digest_s_numbers_are_those_of_the_weeks() -> None:
    fewer, many = changes([week(6), week(13), week(14), NOTHING]), changes([week(50, 40), week(20, 1), week(20, 3)])
    better = changes([week(20, 2), week(20, 10)])

    assert fewer == [("health-digest-fewer-posts", {"now": 6, "before": 14})]
    assert many[0] == ("health-digest-unanswered", {"count": 40, "all": 50})
    assert better == [("health-digest-better", {"now": 90, "before": 50})]


@pytest.mark.parametrize(("givers", "told"), [(9, None), (50, None), (51, 40), (300, 40)])
def test_what_a_tenth_gives_is_told_where_it_is_five_people_besides_one_who_looks(
    givers: int, told: int | None
) -> None:
    degrees = [*((1, 1) for _ in range(givers)), *((0, 1) for _ in range(200))]

    assert top_tenth(GivingFigures(900, 300, 10, degrees, 0.4)) == told


# --- chance ---


def every_group(degrees: Sequence[tuple[int, int]]) -> Iterator[Pairs]:
    """All groups in which each gave to as many and got from as many, one after the other."""
    people = range(len(degrees))
    choices = [list(combinations([b for b in people if b != a], gave)) for a, (gave, _) in enumerate(degrees)]
    for chosen in product(*choices):
        pairs = {(giver, receiver) for giver, several in enumerate(chosen) for receiver in several}
        if all(sum(b == one for _, b in pairs) == got for one, (_, got) in enumerate(degrees)):
            yield pairs


@pytest.mark.parametrize(
    "degrees", [[(1, 1), (1, 1), (3, 2), (2, 1), (0, 3), (2, 1)], [(1, 1), (3, 0), (1, 2), (1, 2), (2, 2), (0, 1)]]
)
def test_chance_is_that_of_all_groups_there_could_be(degrees: list[tuple[int, int]]) -> None:
    """Small enough to draw them all."""
    found: list[float] = []
    for pairs in every_group(degrees):
        value = rho(len(pairs), sum((b, a) in pairs for a, b in pairs), len(degrees))
        assert value is not None
        found.append(value)
    found.sort()
    cut = int(len(found) * 0.025)

    band = chance(degrees, Random(2))

    assert band is not None
    assert (band.low, band.high) == (pytest.approx(found[cut]), pytest.approx(found[-1 - cut]))


def verdict(pairs: Pairs, people: int, seed: int) -> str:
    gave, got = [0] * people, [0] * people
    for giver, receiver in pairs:
        gave[giver] += 1
        got[receiver] += 1
    present = [one for one in range(people) if gave[one] or got[one]]
    band = chance([(gave[one], got[one]) for one in present], Random(seed))
    value = rho(len(pairs), sum((b, a) in pairs for a, b in pairs), len(present))
    assert band is not None
    assert value is not None
    return Mutuality(0, 4, len(pairs), value, band).verdict


def without_structure(random: Random) -> tuple[Pairs, int]:
    """Some give much and some get much, and nobody gives back more than to anybody else."""
    people, pairs = random.randrange(20, 60), set[tuple[int, int]]()
    much, dear = ([random.uniform(0.2, 1) for _ in range(people)] for _ in range(2))
    while len(pairs) < 2.5 * people:
        giver, receiver = random.choices(range(people), much)[0], random.choices(range(people), dear)[0]
        if giver != receiver:
            pairs.add((giver, receiver))
    return pairs, people


def who_give_back(random: Random) -> tuple[Pairs, int]:
    pairs, people = without_structure(random)
    return pairs | {(receiver, giver) for giver, receiver in pairs if random.random() < 0.4}, people


def verdicts(many: int, community: object, seed: int) -> list[str]:
    random = Random(seed)
    return [verdict(*community(random), number) for number in range(many)]  # type: ignore[operator]


def test_of_groups_without_structure_nearly_all_are_about_chance() -> None:
    assert verdicts(20, without_structure, 1).count("about") >= 17


def test_people_who_give_back_are_seen() -> None:
    assert verdicts(20, who_give_back, 2).count("more") >= 18


@pytest.mark.thorough
def test_of_two_hundred_groups_without_structure_nine_in_ten_are_about_chance() -> None:
    assert verdicts(200, without_structure, 3).count("about") >= 180


@pytest.mark.thorough
def test_of_two_hundred_groups_that_give_back_nine_in_ten_are_seen() -> None:
    assert verdicts(200, who_give_back, 4).count("more") >= 180


def test_the_same_people_have_the_same_band() -> None:
    degrees = [(2, 1), (1, 2), (3, 3), (0, 1), (2, 1)]

    assert chance(degrees, Random(1)) == chance(degrees, Random(1))
    assert chance([], Random(1)) is None
    assert chance([(0, 0), (0, 0)], Random(1)) is None
