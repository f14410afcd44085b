"""How many different people come: by key and week, never who or when."""

from datetime import UTC, datetime, timedelta

from bot.data import community, upkeep, visits
from bot.data.database import Database
from bot.data.keys import Keys, new_keys
from bot.data.persons import ROWS, Person
from bot.data.tables import visit
from bot.data.visits import Visits
from bot.domain.groups import Group, column_of, rules_for
from bot.domain.ids import GuildId, MemberId
from tests.rows import count, rows

HERE, THERE = GuildId(70), GuildId(71)
MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)
KEYS = new_keys()


async def come(database: Database, people: int, *, guild: GuildId = HERE, keys: Keys = KEYS) -> None:
    noting = Visits(database, keys)
    for number in range(people):
        await noting.note(guild, MemberId(900_000_000_000_000_000 + number))


async def group(database: Database, guild: GuildId = HERE) -> Group:
    return await database.read(lambda look: community.group(look, guild, database.wall.now()))


def at(database: Database, moment: datetime) -> None:
    database.wall.follow(moment.timestamp(), 0)


async def test_each_person_counts_once_however_often_and_wherever_they_come(database: Database) -> None:
    at(database, MONDAY)
    await come(database, 3)
    await come(database, 3)
    await come(database, 5, guild=THERE)
    at(database, MONDAY + timedelta(days=8))
    await come(database, 2)

    assert (await group(database)).people == 3
    assert (await group(database, THERE)).people == 5


async def test_who_has_not_come_for_four_weeks_counts_no_more_and_is_thrown_away(database: Database) -> None:
    at(database, MONDAY + timedelta(days=6))
    await come(database, 4)

    at(database, MONDAY + timedelta(days=27))
    within = (await group(database)).people
    at(database, MONDAY + timedelta(days=28))
    after = (await group(database)).people
    await database.change(upkeep.sweep)

    assert (within, after) == (4, 0)
    assert await count(database, visit) == 0


async def test_a_rotation_makes_nobody_count_twice(database: Database) -> None:
    at(database, MONDAY)
    await come(database, 2)
    await come(database, 2, keys=KEYS.rotated())

    assert (await group(database)).people == 2


async def test_a_row_says_neither_who_nor_when_and_its_key_is_used_for_nothing_else(database: Database) -> None:
    at(database, MONDAY + timedelta(days=3, hours=5, seconds=7))
    await come(database, 1)

    (row,) = await rows(database, visit)

    assert row.week == visits.week_of(MONDAY)
    assert visits.monday(row.week) == MONDAY.date()
    ada = MemberId(900_000_000_000_000_000)
    assert row.who_ref not in {KEYS.ref(purpose, HERE, ada) for purpose in ("author", "limit:vent", "support")}


async def test_who_wants_to_be_forgotten_is_shown_the_week_and_then_gone(database: Database) -> None:
    at(database, MONDAY)
    await come(database, 2)
    who = Person(HERE, MemberId(900_000_000_000_000_001), KEYS)
    (kept,) = [one for one in ROWS if one.name == "visit"]

    shown = await database.read(lambda look: (kept.count(look, who), kept.export(look, who)))
    await database.change(lambda unit: kept.erase(unit, who))

    assert shown == (1, [{"here_last_in_week_of": "2026-11-16"}])
    assert await count(database, visit) == 1


def test_with_fewer_than_twelve_people_the_next_stricter_rules_hold() -> None:
    assert [column_of(readers, 11) for readers in (8, 12, 25, 40, None)] == [0, 0, 1, 2, 2]
    assert [column_of(readers, 12) for readers in (8, 12, 25, 40, None)] == [0, 1, 2, 3, 3]
    assert rules_for(24, 3).no_name == "not-offered"
    assert rules_for(24).no_name == "second"
