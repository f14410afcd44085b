"""Every figure that panel, pictures, digest and copy show, worked out once more from the list of what happened."""

import csv
from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from importlib import import_module
from io import StringIO
from random import Random
from typing import Any

import pytest

from bot.data.database import Database
from bot.domain.clock import to_ms
from bot.domain.ports import Circle, GivingFigures
from bot.text.catalogue import Words
from cogs.health import cards
from cogs.health.jobs import HealthJobs
from cogs.health.model.cells import Cell
from cogs.health.model.definitions import week_begins, week_of
from cogs.health.model.panel import Detail, Shown
from cogs.health.model.work import Work
from cogs.health.service.exporting import cells_csv, dictionary_csv, mutuality_csv
from cogs.reciprocity.model.figures import figures
from tests.cogs.health.test_freezing import STEPS_MIN, TUESDAY_NOON, check, inside
from tests.cogs.health.town import ENOUGH, GUILD, MONDAY, WEEK, Act, Post, Town, a_week, person

numpy: Any = import_module("numpy")
networkx: Any = import_module("networkx")

PEOPLE, WEEKS, DAY_MIN = 90, 10, 24 * 60
CIRCLES = (7, 8)
EAST = 2


@pytest.fixture
def engine() -> str:
    """How rows become figures is tested on both; here it is what is made of the figures."""
    return "sqlite"


class Said(Words):
    """Remembers with which numbers a sentence was asked for."""

    def __init__(self) -> None:
        super().__init__("en-US", [])
        self.args: dict[str, dict[str, str | int]] = {}

    def __call__(self, text_id: str, /, **args: str | int) -> str:
        self.args[text_id] = args
        return f"{text_id} {args}" if args else text_id


@dataclass
class Told:
    """The ledger's answer, from the town's list."""

    town: Town

    async def figures(self, _: int, from_ms: int, until_ms: int) -> GivingFigures:
        return figures([(one.giver, one.receiver, 1) for one in self.between(from_ms, until_ms)])

    def between(self, from_ms: int, until_ms: int) -> list[Act]:
        return [one for one in self.town.acts if from_ms <= to_ms(one.at) < until_ms]


async def a_lively_town(database: Database) -> Town:
    """Ten weeks of ninety people with two circles; one week in which hardly anybody comes, so a cell spans two."""
    random, town = Random(8), Town(database)
    jobs = HealthJobs(town.freezing, town.looking, None, None, lambda _: [Told(town)])  # type: ignore[arg-type,list-item]
    await town.opens(readers=200)
    people = [person(number) for number in range(PEOPLE)]
    for circle, begins in zip(CIRCLES, (0, 12), strict=True):
        await town.sits(circle, people[begins : begins + 12])
    for week in range(WEEKS):
        monday = MONDAY + week * WEEK
        few = week == WEEKS - 3
        posts, acts = a_week(
            random, people, monday, 2 if few else random.randrange(20, 60), 3 if few else 90, town.seats
        )
        await town.lives(posts, acts)
        town.to(monday + TUESDAY_NOON)
        job = await town.claim(Work.FREEZE)
        assert job is not None
        await jobs.freeze(job)
    return town


def posts_in(town: Town, cells: list[Cell], weeks: int, circle: int | None, back: int = 0) -> list[Post]:
    """Those whose cell ends in the window; `back` windows earlier."""
    last = week_of(to_ms(town.now) - 8 * 86_400_000) - 7 * weeks * back
    ended = [cell for cell in cells if last - 7 * (weeks - 1) <= cell.from_week + 7 * (cell.weeks - 1) <= last]
    ours = [cell for cell in ended if circle is None or cell.circle == circle]
    return [post for post in town.posts if any(inside(cell, post) for cell in ours)]


def waits_of(posts: list[Post]) -> Any:
    """Minutes to the first who came, infinite where nobody did."""
    firsts = [min((when - one.at for _, when in one.there), default=None) for one in posts]
    return numpy.array([numpy.inf if one is None else one / timedelta(minutes=1) for one in firsts])


def within(waits: Any, part: float) -> str:
    """As the sentence says it."""
    step = next((step for step in STEPS_MIN if (waits <= step).mean() >= part), None)
    if step is None:
        return "health-more-than-a-day"
    unit = {"count": step} if step < 60 else {"count": step // 60}
    return f"health-{'minutes' if step < 60 else 'hours'} {unit}"


def check_answers(shown: Shown, now: list[Post], before: list[Post]) -> None:
    said, waits, earlier = Said(), waits_of(now), waits_of(before)
    cards.answers(shown, said)
    there = numpy.array([len({who for who, _ in one.on_first_day()}) for one in now])

    assert said.args["health-answers"] == {
        "weeks": shown.weeks, "vents": len(now), "half": within(waits, 0.5), "most": within(waits, 0.9),
        "unanswered": int((waits > DAY_MIN).sum()), "unanswered_share": round(100 * float((waits > DAY_MIN).mean())),
        "enough": round(100 * float((there >= ENOUGH).mean())),
    }  # fmt: skip
    picture = cards.answers_picture(shown, said)
    assert picture is not None
    assert picture.now == pytest.approx([(waits <= step).mean() for step in STEPS_MIN])
    assert said.args["health-now"] == {"weeks": shown.weeks, "posts": len(now)}
    assert said.args["health-before"] == {"weeks": shown.weeks, "posts": len(before)}
    if before:
        assert said.args["health-answers-before"] == {"half": within(earlier, 0.5), "vents": len(before)}
        assert picture.before == pytest.approx([(earlier <= step).mean() for step in STEPS_MIN])


def check_hours(shown: Shown, now: list[Post]) -> None:
    said, there = Said(), [one.at + timedelta(hours=EAST) for one in now]
    cover = [hour % 9 for hour in range(24)]
    grid, *_ = numpy.histogram2d(
        [at.weekday() for at in there], [at.hour for at in there], bins=[range(8), range(25)]
    )  # fmt: skip
    picture = cards.hours_picture(replace(shown, detail=Detail.ALL), cover, EAST, said)
    by_six = cards.hours_picture(replace(shown, detail=Detail.BLOCKS), cover, EAST, said)
    few = Said()
    cards.answers(replace(shown, detail=Detail.BLOCKS), few)
    assert "health-usually" in few.args
    assert "health-answers" not in few.args
    assert cards.answers_picture(replace(shown, detail=Detail.BLOCKS), few) is None
    cards.hours(shown, cover, EAST, "Europe/Helsinki", said)

    assert picture is not None
    assert by_six is not None
    assert [list(row) for row in picture.posts] == grid.tolist()
    assert picture.cover == tuple(count >= 5 for count in cover)
    blocks = grid.reshape(7, 4, 6).sum(axis=2)
    assert [list(row) for row in by_six.posts] == blocks.tolist()
    day, block = divmod(int(blocks.argmax()), 4)
    most = said.args["health-hours-most"]
    assert (most["day"], most["at"], most["until"]) == (f"health-day-{day}", 6 * block, 6 * block + 6)
    least = min(cover[6 * block : 6 * block + 6])
    assert said.args.get("health-hours-cover", {}).get("least") == (least if least >= 5 else None)


async def test_windows_and_their_pictures_are_those_of_what_happened(database: Database) -> None:
    town = await a_lively_town(database)
    cells = await town.cells()
    assert any(cell.weeks > 1 for cell in cells)

    for weeks in (4, 12):
        for circle in (None, *CIRCLES):
            shown = await town.looking.shown(GUILD, weeks, circle)
            now, before = (posts_in(town, cells, weeks, circle, back) for back in (0, 1))
            check_answers(shown, now, before)
            check_hours(shown, now)
    await check_board(town)
    await check_digest(town, cells)
    check_circles(Said())
    await check_giving(town)
    await check_copy(town, cells)


async def check_board(town: Town) -> None:
    said, ages = Said(), [(town.now - one.at) / timedelta(hours=1) for one in town.posts if not one.there]
    bins, _ = numpy.histogram(ages, bins=[0, 1, 6, 24, numpy.inf])

    cards.board(await town.looking.shown(GUILD, 4), [], 7, said)

    told = said.args["health-waiting"]
    assert [told[name] for name in ("hour", "six", "day", "longer")] == bins.tolist()
    assert told["all"] == len(ages)
    assert said.args["health-listening"] == {"count": 7}


async def check_digest(town: Town, cells: list[Cell]) -> None:
    one_week = [cell for cell in cells if cell.weeks == 1]

    for back, told in enumerate(await town.looking.lately(GUILD)):
        posts = posts_in(town, one_week, 1, None, back)
        waits = waits_of(posts)
        assert (told.vents, told.unanswered) == (len(posts), int((waits > DAY_MIN).sum()))
        assert sum(told.waits) == int((waits <= DAY_MIN).sum())


def check_circles(said: Said) -> None:
    for people, standing in ((12, "grows"), (19, "well"), (20, "full"), (3, "small")):
        cards.circles([Circle(7, "Heron", people, 20, standing)], said)
        assert said.args["health-circle"]["state"] == standing
        assert said.args["health-circle"]["seats"] == 20
        assert said.args.get("health-people", {}).get("count", 12) >= 5


async def check_giving(town: Town) -> None:
    said, (last, *_) = Said(), reversed(list((await town.looking.shown(GUILD, 4)).mutuality))
    begins = week_begins(last.from_week)
    acts = [one for one in town.acts if begins <= one.at < begins + last.weeks * WEEK]
    graph = networkx.DiGraph([(one.giver, one.receiver) for one in acts])
    r, a = networkx.overall_reciprocity(graph), networkx.density(graph)
    gave = numpy.sort(list(Counter(one.giver for one in acts).values()))[::-1]
    tenth = int(numpy.ceil(len(gave) / 10))

    cards.mutual(await town.looking.shown(GUILD, 4), said)

    assert last.events == len(acts)
    assert last.rho == pytest.approx((r - a) / (1 - a), abs=0.0005)
    assert last.chance.low < last.chance.high
    inside_band = last.chance.low <= last.rho <= last.chance.high
    assert said.args["health-mutual"] == {"weeks": last.weeks, "verdict": "about" if inside_band else last.verdict}
    assert said.args["health-mutual-tenth"]["percent"] == round(100 * float(gave[:tenth].sum() / gave.sum()))


async def check_copy(town: Town, cells: list[Cell]) -> None:
    """The copy's lines are the cells, in words the dictionary explains."""
    mutual = (await town.looking.cells(GUILD))[1]
    lines = list(csv.DictReader(StringIO(cells_csv(cells))))
    givens = list(csv.DictReader(StringIO(mutuality_csv(mutual))))
    explained = list(csv.DictReader(StringIO(dictionary_csv(Said()))))

    assert len(lines) == len(cells)
    for line, cell in zip(lines, cells, strict=True):
        check(cell, town)
        posts = [one for one in town.posts if inside(cell, one)]
        firsts, _ = numpy.histogram(waits_of(posts), bins=[-1e-9, *(step + 1e-9 for step in STEPS_MIN)])
        assert (int(line["circle"]), int(line["weeks"])) == (cell.circle, cell.weeks)
        assert line["from"] == str(week_begins(cell.from_week).date())
        assert int(line["vents"]) == len(posts)
        assert int(line["unanswered"]) == sum(not one.on_first_day() for one in posts)
        assert int(line["enough"]) == sum(len(one.on_first_day()) >= ENOUGH for one in posts)
        assert int(line["supports"]) == sum(len(one.on_first_day()) for one in posts)
        assert int(line["named"]) == sum(inside(cell, one) for one in town.acts)
        assert [int(line[f"first_within_{step}_min"]) for step in STEPS_MIN] == firsts.tolist()
    assert [(float(one["rho"]), int(one["top_tenth"])) for one in givens] == [
        (pytest.approx(one.rho), one.top_tenth) for one in mutual
    ]
    for name, several in (("cells.csv", lines), ("mutuality.csv", givens)):
        assert [one["column"] for one in explained if one["file"] == name] == list(several[0])
