"""Rules and definitions at their edges; the figures against networkx."""

from datetime import UTC, datetime
from typing import Any

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.reciprocity.model import balance, figures
from cogs.reciprocity.model.balance import Leaning

PEOPLE = st.integers(0, 11)
ACTS = st.lists(
    st.tuples(PEOPLE, PEOPLE, st.integers(1, 9)).filter(lambda act: act[0] != act[1]), min_size=1, max_size=80
)


@given(ACTS)
def test_figures_are_those_of_networkx_on_the_same_events(acts: list[tuple[int, int, int]]) -> None:
    graph: Any = networkx.DiGraph()
    for giver, receiver, times in acts:
        before = graph.get_edge_data(giver, receiver, {"weight": 0})["weight"]
        graph.add_edge(giver, receiver, weight=before + times)
    found = figures.figures(acts)
    r, a = networkx.overall_reciprocity(graph), networkx.density(graph)

    assert found.events == graph.size(weight="weight")
    assert found.pairs == graph.number_of_edges()
    people = len(found.degrees)
    assert found.mutual / found.pairs == pytest.approx(r)
    assert found.pairs / (people * (people - 1)) == pytest.approx(a)
    assert sorted(found.degrees) == sorted((graph.out_degree(one), graph.in_degree(one)) for one in graph)
    givers = sorted((count for _, count in graph.out_degree(weight="weight") if count), reverse=True)
    top = givers[: -(-len(givers) // 10)]
    assert found.share_of_top_tenth == pytest.approx(sum(top) / sum(givers))


def test_where_nobody_gave_there_is_nothing_to_say() -> None:
    found = figures.figures([])

    assert (found.events, found.pairs, found.mutual, found.share_of_top_tenth) == (0, 0, 0, 0.0)


@pytest.mark.parametrize(
    ("gave", "got", "leans"),
    [
        (0, 0, Leaning.NEW),
        (1, 0, Leaning.EVEN),
        (4, 0, Leaning.EVEN),
        (5, 0, Leaning.GAVE),
        (0, 5, Leaning.GOT),
        (13, 10, Leaning.EVEN),
        (14, 10, Leaning.EVEN),
        (15, 10, Leaning.GAVE),
        (10, 15, Leaning.GOT),
        (104, 100, Leaning.EVEN),
        (140, 100, Leaning.EVEN),
    ],
)
def test_which_way_it_leans(gave: int, got: int, leans: Leaning) -> None:
    assert balance.leaning(gave, got) is leans


def day(text: str) -> int:
    return balance.day_of(int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000))


def test_four_weeks_are_this_one_and_the_three_before() -> None:
    assert balance.weeks_until(day("2026-11-22")) == ("2026-W44", "2026-W45", "2026-W46", "2026-W47")
    assert balance.first_day(day("2026-11-22")) == day("2026-10-26")
    assert balance.first_day(day("2026-11-23")) == day("2026-11-02")
    assert balance.weeks_until(day("2027-01-01"))[-1] == "2026-W53"
    assert balance.month_of_week("2026-W53") == "2026-12"
    assert balance.oldest_month(day("2026-11-22")) == "2025-11"


def test_a_friday_comes_once_a_week() -> None:
    thursday = datetime(2026, 11, 19, 23, tzinfo=UTC)
    friday = balance.next_friday(thursday)

    assert friday == datetime(2026, 11, 20, 15, tzinfo=UTC)
    assert balance.next_friday(friday) == datetime(2026, 11, 27, 15, tzinfo=UTC)
