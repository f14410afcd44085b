"""Doors between two people, on both engines."""

import pytest

from bot.data import keys, people
from bot.data.database import Database
from bot.data.doors import Door, Doors
from bot.data.people import Choices
from bot.data.tables import door
from bot.domain.ids import GuildId, MemberId
from tests.rows import rows

HERE, ELSEWHERE = GuildId(1), GuildId(2)
ADA, BEN, CLEO = MemberId(11), MemberId(12), MemberId(13)


@pytest.fixture
def doors() -> Doors:
    return Doors(keys.new_keys())


async def test_between_two_who_chose_nothing_it_is_open(database: Database, doors: Doors) -> None:
    stands = await database.read(lambda look: doors.between(look, HERE, ADA, BEN))

    assert stands is Door.OPEN


async def test_each_of_the_two_gets_their_own_answer(database: Database, doors: Doors) -> None:
    await database.change(lambda unit: doors.shut(unit, HERE, BEN, ADA))

    by_ada = await database.read(lambda look: doors.between(look, HERE, ADA, BEN))
    by_ben = await database.read(lambda look: doors.between(look, HERE, BEN, ADA))

    assert (by_ada, by_ben) == (Door.SHUT_SILENTLY, Door.SHUT_BY_YOU)


async def test_on_another_server_it_is_open(database: Database, doors: Doors) -> None:
    await database.change(lambda unit: doors.shut(unit, HERE, BEN, ADA))

    assert await database.read(lambda look: doors.between(look, ELSEWHERE, ADA, BEN)) is Door.OPEN


async def test_who_shut_it_to_all_gives_the_one_avoided_the_same_answer(database: Database, doors: Doors) -> None:
    await database.change(lambda unit: doors.shut(unit, HERE, BEN, ADA))
    await database.change(lambda unit: people.choose(unit, HERE, BEN, Choices(closed=True)))

    told = {await database.read(lambda look, who=who: doors.between(look, HERE, who, BEN)) for who in (ADA, CLEO)}

    assert told == {Door.SHUT_TO_ALL}


async def test_shutting_twice_and_opening_twice_does_each_once(database: Database, doors: Doors) -> None:
    did = [
        await database.change(lambda unit: doors.shut(unit, HERE, BEN, ADA)),
        await database.change(lambda unit: doors.shut(unit, HERE, BEN, ADA)),
        await database.change(lambda unit: doors.reopen(unit, HERE, BEN, ADA)),
        await database.change(lambda unit: doors.reopen(unit, HERE, BEN, ADA)),
    ]

    assert did == [True, False, True, False]


async def test_strangers_are_those_of_either_side(database: Database, doors: Doors) -> None:
    await database.change(lambda unit: doors.shut(unit, HERE, BEN, ADA))
    await database.change(lambda unit: doors.shut(unit, HERE, ADA, CLEO))

    assert await database.read(lambda look: doors.strangers(look, HERE, ADA)) == {BEN, CLEO}


async def test_a_door_holds_after_the_keys_were_rotated(database: Database, doors: Doors) -> None:
    await database.change(lambda unit: doors.shut(unit, HERE, BEN, ADA))
    rotated = Doors(doors.keys.rotated())

    assert await database.read(lambda look: rotated.between(look, HERE, ADA, BEN)) is Door.SHUT_SILENTLY
    assert await database.read(lambda look: rotated.avoided(look, HERE, BEN)) == [ADA]
    assert await database.change(lambda unit: rotated.reopen(unit, HERE, BEN, ADA))


async def test_being_forgotten_opens_no_door_and_leaves_no_name(database: Database, doors: Doors) -> None:
    await database.change(lambda unit: doors.shut(unit, HERE, BEN, ADA))

    await database.change(lambda unit: doors.forget(unit, HERE, ADA))

    (kept,) = await rows(database, door)
    assert kept.other_box is None
    assert await database.read(lambda look: doors.between(look, HERE, ADA, BEN)) is Door.SHUT_SILENTLY
    assert await database.read(lambda look: doors.avoided(look, HERE, BEN)) == []
    assert await database.read(lambda look: doors.count(look, HERE, BEN)) == 1


async def test_forgetting_oneself_takes_ones_own_doors_along(database: Database, doors: Doors) -> None:
    await database.change(lambda unit: doors.shut(unit, HERE, BEN, ADA))

    await database.change(lambda unit: doors.forget(unit, HERE, BEN))

    assert await rows(database, door) == []


async def test_who_avoids_anybody_or_chose_it_is_hushed(database: Database, doors: Doors) -> None:
    await database.change(lambda unit: doors.shut(unit, HERE, BEN, ADA))
    await database.change(lambda unit: people.choose(unit, HERE, CLEO, Choices(hushed=True)))

    hushed = [await database.read(lambda look, who=who: doors.is_hushed(look, HERE, who)) for who in (ADA, BEN, CLEO)]

    assert hushed == [False, True, True]
