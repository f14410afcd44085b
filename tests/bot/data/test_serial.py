"""What a unit has read stands until it has written, on either engine, however many act at once."""

import asyncio
from collections.abc import Callable

import pytest

from bot.data import guilds, serial
from bot.data.database import Database
from bot.data.unit import Unit
from bot.domain.clock import Wall
from bot.domain.ids import GuildId, MemberId
from tests.stage import Stage

HERE, THERE = GuildId(70), GuildId(71)
ADA = MemberId(1001)
MANY = 24


def one_more(unit: Unit) -> None:
    """Reads, decides, writes; holds nothing."""
    there = guilds.section(unit.connection, HERE, "cheers").get("list", [])
    guilds.choose(unit, HERE, "cheers", {"list": [*there, len(there)]})


async def done(database: Database, work: Callable[[Unit], None], *whose: int | None) -> None:
    with serial.of(*whose):
        await database.change(work)


def how_many(database: Database) -> "asyncio.Task[int]":
    return asyncio.create_task(database.read(lambda look: len(guilds.section(look, HERE, "cheers").get("list", []))))


async def test_units_of_one_server_do_not_come_between_each_other(database: Database) -> None:
    await asyncio.gather(*(done(database, one_more, HERE, MemberId(number)) for number in range(MANY)))

    assert await how_many(database) == MANY


async def test_units_of_two_processes_do_not_come_between_each_other(database: Database) -> None:
    if database.is_sqlite:
        pytest.skip("one process per SQLite file")
    other = Database(database.url.render_as_string(hide_password=False), Wall())
    await other.open()
    try:
        both = [done(one, one_more, HERE) for one in (database, other) for _ in range(MANY)]
        await asyncio.gather(*both)
    finally:
        await other.close()

    assert await how_many(database) == 2 * MANY


async def test_a_person_s_acts_in_a_direct_message_and_on_a_server_do_not_come_between_each_other(
    database: Database,
) -> None:
    await asyncio.gather(*(done(database, one_more, (HERE, None)[number % 2], ADA) for number in range(MANY)))

    assert await how_many(database) == MANY


async def test_two_who_act_on_each_other_s_servers_do_not_wait_for_each_other_for_ever(database: Database) -> None:
    pairs = [(HERE, THERE), (THERE, HERE)] * MANY

    async with asyncio.timeout(10):
        await asyncio.gather(*(done(database, one_more, *pair) for pair in pairs))

    assert await how_many(database) == 2 * MANY


async def test_a_press_is_a_unit_of_its_server_and_person_and_what_follows_one_of_the_server(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stage.bot is not None
    rows, seen = stage.bot.database, set[tuple[int, ...]]()
    change = rows.change

    async def noted(work: Callable[[Unit], object]) -> object:
        seen.add(serial.whose())
        return await change(work)

    monkeypatch.setattr(rows, "change", noted)
    await stage.vent(stage.ada)

    assert tuple(sorted((stage.guild.id, stage.ada.user.id))) in seen
    assert (stage.guild.id,) in seen


async def test_nothing_of_it_is_left_behind() -> None:
    with serial.of(HERE):
        with serial.of(THERE, None):
            assert serial.whose() == (THERE,)
        assert serial.whose() == (HERE,)

    assert serial.whose() == ()
