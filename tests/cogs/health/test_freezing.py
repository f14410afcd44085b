"""What is published is what happened, once and for ever; on both engines."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from bot.data import guilds
from bot.data.database import Database
from bot.domain.clock import to_ms
from bot.domain.events import VentPosted, VentSupported
from bot.domain.ids import ChannelId, MemberId, VentId
from cogs.health.model.cells import Cell
from cogs.health.model.definitions import Chance, Mutuality, week_begins
from cogs.health.model.work import Work, next_freeze
from cogs.health.store import published
from cogs.health.store.tables import health_person, health_vent
from tests.cogs.health.town import ENOUGH, GUILD, MONDAY, WEEK, Act, Post, Town, a_week, person
from tests.rows import count

TUESDAY_NOON = timedelta(days=8, hours=12, seconds=1)
STEPS_MIN = (5, 10, 20, 40, 60, 120, 180, 360, 720, 1440)


async def a_town(database: Database, seed: int, weeks: int = 3) -> Town:
    """Thirty people, two circles of eight, some weeks."""
    random = Random(seed)
    town = Town(database)
    await town.opens()
    people = [person(number) for number in range(30)]
    await town.sits(7, people[:8])
    await town.sits(8, people[8:16])
    for week in range(weeks):
        monday = MONDAY + week * WEEK
        await town.lives(*a_week(random, people, monday, random.randrange(10, 40), random.randrange(40), town.seats))
        town.to(monday + TUESDAY_NOON)
        await town.freezes()
    return town


def inside(cell: Cell, one: Post | Act) -> bool:
    begins = week_begins(cell.from_week)
    return one.circle == cell.circle and begins <= one.at < begins + cell.weeks * WEEK


def check(cell: Cell, town: Town) -> None:
    """Every figure once more, from the list of what happened."""
    posts = [one for one in town.posts if inside(cell, one)]
    firsts = [min((when - one.at for _, when in one.there), default=None) for one in posts]
    buckets: Counter[int] = Counter()
    for wait in firsts:
        if wait is not None and wait <= timedelta(days=1):
            buckets[sum(wait > timedelta(minutes=step) for step in STEPS_MIN)] += 1
    hours = Counter((one.at.weekday(), one.at.hour) for one in posts)
    there = [len({who for who, _ in one.on_first_day()}) for one in posts]

    assert cell.figures.vents == len(posts)
    assert cell.figures.unanswered == sum(not one.on_first_day() for one in posts)
    assert cell.figures.enough == sum(people >= ENOUGH for people in there)
    assert cell.figures.supports == sum(there)
    assert cell.figures.named == sum(inside(cell, act) for act in town.acts)
    assert list(cell.figures.waits) == [buckets[step] for step in range(len(STEPS_MIN))]
    assert list(cell.figures.hours) == [hours[day, hour] for day in range(7) for hour in range(24)]


@pytest.mark.parametrize("seed", range(2))
async def test_published_figures_are_those_of_what_happened(database: Database, seed: int) -> None:
    town = await a_town(database, seed)

    cells = await town.cells()

    assert {cell.circle for cell in cells} >= {0}
    for cell in cells:
        check(cell, town)


async def test_what_is_published_stays_as_it_is(database: Database) -> None:
    town = await a_town(database, 5, weeks=1)
    before = await town.cells()

    await town.lives([], [Act(person(1), person(2), 0, MONDAY + timedelta(days=3))])
    await town.lives(*a_week(Random(1), [person(n) for n in range(30)], MONDAY + WEEK, 20, 20, {}))
    town.to(MONDAY + WEEK + TUESDAY_NOON)
    await town.freezes()

    after = await town.cells()
    assert before
    assert after[: len(before)] == before


async def test_what_is_heard_too_late_for_its_week_counts_in_the_next(database: Database) -> None:
    """The bot was down over Tuesday: nothing of the week that follows may get lost for it."""
    town = await a_town(database, 5, weeks=1)
    late = Act(person(20), person(21), 0, MONDAY + timedelta(days=3))
    posts, acts = a_week(Random(1), [person(n) for n in range(16, 30)], MONDAY + WEEK, 20, 20, {})

    await town.lives(posts, [*acts, late])
    town.to(MONDAY + WEEK + TUESDAY_NOON)
    await town.freezes()

    last = (await town.cells())[-1]
    assert (last.figures.vents, last.figures.named) == (20, 21)


async def test_a_week_of_few_waits_for_the_next(database: Database) -> None:
    town = Town(database)
    await town.opens()
    five, more = [person(n) for n in range(5)], [person(n) for n in range(20)]
    await town.lives(*a_week(Random(3), five, MONDAY, 10, 10, {}))
    town.to(MONDAY + TUESDAY_NOON)
    await town.freezes()
    alone = await town.cells()
    await town.lives(*a_week(Random(4), more, MONDAY + WEEK, 10, 10, {}))
    town.to(MONDAY + WEEK + TUESDAY_NOON)
    await town.freezes()

    (both,) = await town.cells()

    assert alone == []
    assert both.weeks == 2
    check(both, town)


async def test_marks_of_people_go_when_their_week_is_published(database: Database) -> None:
    town = await a_town(database, 6, weeks=1)
    unpublished = {0, 7, 8} - {cell.circle for cell in await town.cells()}

    left = await database.read(lambda look: {row.circle for row in look.execute(health_person.select())})

    assert left == unpublished


async def test_support_that_is_heard_of_before_its_post_counts(database: Database) -> None:
    town = Town(database)
    await town.opens()
    post = VentPosted(GUILD, VentId(9), ChannelId(2), "listen", to_ms(MONDAY), None, author=MemberId(1), shown="open")
    support = VentSupported(GUILD, VentId(9), None, "cheer", 2, 2)

    await database.change(lambda unit: town.heard.note_support(unit, support))
    await database.change(lambda unit: town.heard.note_post(unit, post))

    shown = await town.looking.shown(GUILD, 4)
    assert shown.waiting.all == 0
    assert (await database.read(lambda look: look.execute(health_vent.select()).one())).most == 2


async def test_switched_off_and_on_again_publishing_goes_on(database: Database) -> None:
    town = await a_town(database, 6, weeks=1)
    await database.change(lambda unit: guilds.switch_off(unit, GUILD, ("health",)))
    town.to(MONDAY + WEEK + TUESDAY_NOON)
    job = await town.claim(Work.FREEZE)
    assert job is not None
    await town.freezing.wait(GUILD, job)
    await town.opens()
    people = [person(number) for number in range(30)]
    await town.lives(*a_week(Random(7), people, MONDAY + 2 * WEEK, 20, 20, {}))
    town.to(MONDAY + 2 * WEEK + TUESDAY_NOON)
    before = len(await town.cells())

    await town.freezes()

    assert len(await town.cells()) == before + 1


async def test_nothing_is_counted_where_it_is_switched_off(database: Database) -> None:
    town = Town(database)

    await town.lives(*a_week(Random(7), [person(n) for n in range(30)], MONDAY, 20, 20, {}))

    assert await count(database, health_vent) == await count(database, health_person) == 0


async def test_mutuality_is_of_weeks_that_do_not_overlap(database: Database) -> None:
    town = await a_town(database, 8, weeks=1)
    six_weeks_on = to_ms(MONDAY + 5 * WEEK + TUESDAY_NOON)
    first = await town.freezing.next_block(GUILD, six_weeks_on)
    assert first is not None
    figure = Mutuality(first.from_week, first.weeks, 60, 0.1, Chance(-0.1, 0.1))
    await database.change(lambda unit: published.publish_mutuality(unit, GUILD, figure))

    soon = await town.freezing.next_block(GUILD, six_weeks_on + 3 * 7 * 86_400_000)
    later = await town.freezing.next_block(GUILD, six_weeks_on + 4 * 7 * 86_400_000)

    assert soon is None
    assert later is not None
    assert later.from_week == first.until_week


async def test_mutuality_reaches_no_further_back_than_acts_are_kept(database: Database) -> None:
    town = await a_town(database, 8, weeks=1)

    block = await town.freezing.next_block(GUILD, to_ms(MONDAY + 40 * WEEK))

    assert block is not None
    assert block.weeks == 12


async def test_the_next_tuesday_noon_is_at_most_a_week_away() -> None:
    for hours in range(0, 24 * 15, 5):
        now = MONDAY + timedelta(hours=hours)
        due = next_freeze(now)
        assert now < due <= now + WEEK
        assert (due.weekday(), due.hour) == (1, 12)


async def test_nothing_is_published_twice(database: Database) -> None:
    """A job that runs again after its rows were written."""
    town = await a_town(database, 9, weeks=1)
    (before, *_) = await town.cells()

    await database.change(lambda unit: published.publish(unit, GUILD, Cell(0, before.from_week, 1, 99, before.figures)))

    assert (await town.cells())[0] == before
