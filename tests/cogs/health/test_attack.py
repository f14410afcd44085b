"""Somebody who moderates, knows what they did themselves and subtracts everything from everything (SPEC 4.8)."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest

from bot.data.database import Database
from bot.domain.clock import to_ms
from cogs.health import cards
from cogs.health.model.cells import Cell, total, window
from cogs.health.model.definitions import NOTHING, Figures, week_of
from cogs.health.service.exporting import cells_csv
from cogs.health.service.looking import Looking
from tests.cogs.health.test_freezing import TUESDAY_NOON, inside
from tests.cogs.health.town import GUILD, MONDAY, WEEK, Act, Post, Town, a_week, person

FEWEST = 5
WEEKS = 7

TOWNS = [0, 3, 9, *(pytest.param(seed, marks=pytest.mark.thorough) for seed in (1, 2, 4, 5, 6, 7, 8, 10, 11))]
"""Three on every run; the others with `make thorough`."""


@pytest.fixture
def engine() -> str:
    """What is attacked are numbers; the same on either engine."""
    return "sqlite"


async def a_sparse_town(database: Database, seed: int) -> Town:
    """Of any size from seven to forty, with circles of any size from two to twelve, and weeks of any liveliness."""
    random = Random(seed)
    town = Town(database)
    await town.opens()
    people = [person(number) for number in range(random.randrange(7, 40))]
    left = people[:]
    for circle in range(1, 4):
        size = random.randrange(2, 13)
        await town.sits(circle, left[:size])
        left = left[size:]
    for week in range(WEEKS):
        here = random.sample(people, random.randrange(2, len(people) + 1))
        monday = MONDAY + week * WEEK
        await town.lives(*a_week(random, here, monday, random.randrange(12), random.randrange(25), town.seats))
        town.to(monday + TUESDAY_NOON)
        await town.freezes()
    return town


def who_is_in(cell: Cell, town: Town) -> set[int]:
    """Everybody whose act is in this cell."""
    people: set[int] = set()
    for post in (one for one in town.posts if inside(cell, one)):
        people |= {post.author, *(who for who, _ in post.on_first_day())}
    for act in (one for one in town.acts if inside(cell, one)):
        people |= {act.giver, act.receiver}
    return people


def stands(people: set[int]) -> bool:
    """On five people at least, whoever looks: only one of them is not among the five."""
    return all(len(people - {looker}) >= FEWEST for looker in people or {0})


def everything_to_ask(cells: Sequence[Cell]) -> dict[frozenset[int], Figures]:
    """Every window of either length that could ever be looked at, of every circle and of all, and every line.

    As places in `cells`, with what is told of them.
    """
    place = {(cell.circle, cell.from_week): number for number, cell in enumerate(cells)}
    # also those in which no cell ends
    ends = range(week_of(to_ms(MONDAY)), week_of(to_ms(MONDAY + 2 * WEEKS * WEEK)), 7)
    circles = [None, *sorted({cell.circle for cell in cells})]
    asked = [window(cells, end, weeks, circle) for end in ends for weeks in (1, 4, 12) for circle in circles]
    several = [*asked, *([cell] for cell in cells)]
    return {frozenset(place[one.circle, one.from_week] for one in some): total(some) for some in several}


def flat(one: Figures) -> list[int]:
    return [one.vents, one.unanswered, one.enough, one.supports, one.named, *one.waits, *one.hours]


@pytest.mark.parametrize("seed", TOWNS)
async def test_no_figure_and_no_difference_stands_on_fewer_than_five(database: Database, seed: int) -> None:
    town = await a_sparse_town(database, seed)
    cells = await town.cells()
    people = [who_is_in(cell, town) for cell in cells]
    figures = [flat(cell.figures) for cell in cells]
    asked = everything_to_ask(cells)

    # what is told is of whole cells and of nothing else, so what is worked out from two of them is too
    for some, told in asked.items():
        assert flat(told) == [
            sum(column) for column in zip(flat(NOTHING), *(figures[one] for one in some), strict=True)
        ]
    rests = {rest for some, other in combinations(asked, 2) for rest in (some - other, other - some) if rest}
    assert all(
        stands(set().union(*(people[one] for one in rest))) for rest in {*rests, *(some for some in asked if some)}
    )
    # else a part that two have in common could be worked out
    for one in (*town.posts, *town.acts):
        assert sum(inside(cell, one) for cell in cells) <= 1
    for weeks in (4, 12):
        for circle in (None, *{cell.circle for cell in cells}):
            shown = await town.looking.shown(GUILD, weeks, circle)
            assert {shown.now, shown.before} <= {NOTHING, *asked.values()}


async def test_the_towns_are_worth_attacking(database: Database) -> None:
    """In some of them are weeks that are held back, and circles of their own."""
    told: list[Cell] = []
    town = await a_sparse_town(database, 3)
    told += await town.cells()

    assert len(told) > 3
    assert any(not any(inside(cell, one) for cell in told) for one in town.posts)
    weeks = [Cell(one.circle, week_of(to_ms(one.at)), 1, 0, NOTHING) for one in town.posts]
    assert any(not stands(who_is_in(week, town)) for week in weeks)


@pytest.mark.parametrize("seed", [1, 4])
async def test_one_act_more_changes_nothing_that_is_shown(database: Database, seed: int) -> None:
    """Somebody looks before and after another's press."""
    town = await a_sparse_town(database, seed)
    before = await everything_shown(town.looking)

    await town.lives([Post(5, person(1), named=False, circle=0, at=town.now)], [Act(person(2), person(3), 0, town.now)])

    assert await everything_shown(town.looking) == before


async def everything_shown(looking: Looking) -> list[object]:
    shown: list[object] = []
    for weeks in (4, 12):
        for circle in (None, 1, 2, 3):
            one = await looking.shown(GUILD, weeks, circle)
            shown += [one.now, one.before, list(one.cells), list(one.mutuality)]
    return [*shown, cells_csv((await looking.cells(GUILD))[0])]


@pytest.mark.parametrize("readers", [10, 20, 39])
async def test_a_copy_says_no_more_than_the_panel(database: Database, readers: int) -> None:
    town = Town(database)
    await town.opens(readers)
    await town.lives(*a_week(Random(2), [person(n) for n in range(12)], MONDAY, 30, 30, {}))
    town.to(MONDAY + TUESDAY_NOON)
    await town.freezes()

    assert await town.cells() == []


def test_counts_of_people_below_five_are_not_told_apart() -> None:
    def seen(listening: int) -> object:
        return cards.shown_people(listening)

    assert {seen(count) for count in range(5)} == {None}
    assert seen(5) == 5
