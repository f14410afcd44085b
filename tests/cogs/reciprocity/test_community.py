"""Twelve weeks of two hundred people: who is seen, what traders win, and whether the figures are true."""

import itertools
from collections import Counter
from pathlib import Path
from typing import Any

import networkx
import pytest

from bot.domain.clock import to_ms
from cogs.reciprocity.model.balance import PAIR_A_DAY, day_of, first_day
from tests.cogs.reciprocity.books import GUILD
from tests.cogs.reciprocity.community import QUIET_SHARE, TRADING_DAYS, WEEKS, Community, lived


@pytest.mark.long
async def test_the_least_supported_are_seen_traders_win_nothing_and_the_figures_are_true(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shares: dict[bool, float] = {}
    for least_first in (False, True):
        town = await lived(tmp_path, least_first=least_first)
        try:
            shares[least_first] = town.share_of_quiet()
            if least_first:
                await the_figures_are_true(town)
                await everybody_sees_what_they_did(town)
                traders_win_nothing(town)
        finally:
            await town.database.close()
    with capsys.disabled():
        told = "{:.0%} of people write what few stop at: they get {:.0%} of the support, least supported first {:.0%}"
        print("\n" + told.format(QUIET_SHARE, shares[False], shares[True]))  # noqa: T201
    assert shares[True] > 2 * shares[False]


async def the_figures_are_true(town: Community) -> None:
    graph: Any = networkx.DiGraph()
    for (_, giver, receiver), many in town.counted().items():
        before = graph.get_edge_data(giver, receiver, {"weight": 0})["weight"]
        graph.add_edge(giver, receiver, weight=before + many)

    found = await town.ledger.figures(GUILD, 0, to_ms(town.now) + 86_400_000)

    assert found.events == graph.size(weight="weight") > 300
    assert found.pairs == graph.number_of_edges()
    assert found.mutual / found.pairs == pytest.approx(networkx.overall_reciprocity(graph))
    assert Counter(found.degrees) == Counter((graph.out_degree(one), graph.in_degree(one)) for one in graph)


async def everybody_sees_what_they_did(town: Community) -> None:
    today = day_of(to_ms(town.now))
    gave, got = Counter[int](), Counter[int]()
    for (day, giver, receiver), many in town.counted().items():
        if day >= first_day(today):
            gave[giver] += many
            got[receiver] += many
    unnamed = Counter[tuple[int, str]]()
    for day, giver, kind, by in town.gave_unnamed:
        unnamed[giver, kind] += by if day >= first_day(today) else 0
    for (giver, _), many in unnamed.items():
        gave[giver] += max(many, 0)  # what is taken back may have been given before these weeks
    for one in sorted(town.keepers):
        balance = await town.look(one)
        assert balance.gave.total == gave[one]
        assert balance.got.total == got[one]
    for one in set(town.people) - town.keepers:
        assert await town.balances.mine(GUILD, one) is None


def traders_win_nothing(town: Community) -> None:
    """However much they trade, it counts no more than three a day for each two."""
    done, counted = Counter(town.named), town.counted()
    theirs = [act for act in done if act[1] in town.traders]

    assert max(done[act] for act in theirs) > PAIR_A_DAY
    assert max(counted[act] for act in theirs) == PAIR_A_DAY
    for one, other in itertools.permutations(town.traders, 2):
        total = sum(many for (_, giver, receiver), many in counted.items() if (giver, receiver) == (one, other))
        assert total <= PAIR_A_DAY * TRADING_DAYS * WEEKS
