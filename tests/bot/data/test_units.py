"""Units are all or nothing, whoever stops waiting for them."""

import asyncio
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from bot.data import guilds, limits, upkeep
from bot.data.database import Database
from bot.data.queue import NewJob
from bot.data.tables import draft, guild_setting, job, seen_press
from bot.data.unit import PRESS_MEMORY_MS, Unit
from bot.domain.clock import from_ms, real_ms
from bot.domain.errors import DatabaseAway, Refusal
from bot.domain.events import VentEnded
from bot.domain.ids import GuildId, Ref, VentId
from tests.rows import count, rows

HERE, THERE = GuildId(70), GuildId(71)
SOMEBODY = Ref(b"s" * 32)


def everything_at_once(unit: Unit) -> None:
    guilds.choose(unit, HERE, "features", {"on": ["venting"]})
    unit.emit(VentEnded(HERE, VentId(5)))
    unit.schedule(NewJob(kind="test.work", key="one"))


@pytest.fixture(autouse=True)
def _heard(database: Database) -> None:
    database.subscriptions = {VentEnded: ("relay.forget", "health.count")}


async def test_rows_facts_and_jobs_of_a_unit_are_there_after_it(database: Database) -> None:
    await database.change(everything_at_once)

    kinds = sorted(row.kind for row in await rows(database, job))
    assert kinds == ["fact:health.count", "fact:relay.forget", "test.work"]
    assert await count(database, guild_setting) == 1


async def test_a_refused_unit_leaves_neither_rows_nor_facts_nor_jobs(database: Database) -> None:
    woken: list[bool] = []
    database.on_scheduled = lambda: woken.append(True)

    def refused(unit: Unit) -> None:
        everything_at_once(unit)
        raise Refusal("vent-no-room")

    with pytest.raises(Refusal):
        await database.change(refused)

    assert await count(database, guild_setting) == 0
    assert await count(database, job) == 0
    assert woken == []


async def test_a_statement_that_breaks_a_rule_undoes_what_came_before_it(database: Database) -> None:
    def twice_the_same(unit: Unit) -> None:
        everything_at_once(unit)
        for _ in range(2):
            unit.run(insert(draft), {"id": 1, "sealed": b"", "until_ms": 0})

    with pytest.raises(DBAPIError):
        await database.change(twice_the_same)

    assert await count(database, job) == 0
    await database.change(everything_at_once)
    assert await count(database, guild_setting) == 1


async def test_what_was_put_far_away_by_a_clock_that_was_ahead_comes_in_time_after_a_start(database: Database) -> None:
    def swept(unit: Unit) -> None:
        unit.no_later = True
        upkeep.sweep(unit)

    def put_back_by_then(unit: Unit) -> None:
        unit.now += timedelta(days=365)
        upkeep.sweep(unit)
        unit.schedule(NewJob("test.work", key="one"))
        far = real_ms() + timedelta(days=365) // timedelta(milliseconds=1)
        unit.run(update(job).where(job.c.kind == "test.work").values(visible_ms=far))

    await database.change(put_back_by_then)
    await database.change(swept)

    waiting = {row.kind: row for row in await rows(database, job)}
    assert from_ms(waiting[upkeep.SWEEP].due_ms) - database.wall.now() <= upkeep.SWEEP_EVERY
    assert waiting["test.work"].visible_ms == 0


async def test_two_units_that_wait_for_each_other_are_both_done(database: Database) -> None:
    """PostgreSQL undoes one of them, which is then done again; SQLite has one writer."""
    for guild in (HERE, THERE):
        await database.change(lambda unit, guild=guild: guilds.choose(unit, guild, "features", {"on": []}))
    tries: list[GuildId] = []

    def in_order(first: GuildId, second: GuildId) -> Callable[[Unit], None]:
        def change(unit: Unit) -> None:
            tries.append(first)
            guilds.choose(unit, first, "features", {"on": [str(first)]})
            if not database.is_sqlite:
                unit.run(text("SELECT pg_sleep(0.3)"))
            guilds.choose(unit, second, "features", {"on": [str(first)]})

        return change

    await asyncio.gather(database.change(in_order(HERE, THERE)), database.change(in_order(THERE, HERE)))

    assert len(tries) == (2 if database.is_sqlite else 3)


async def test_a_unit_ends_even_if_the_one_who_asked_goes_away_and_the_queue_hears_of_it(database: Database) -> None:
    woken = asyncio.Event()
    database.on_scheduled = woken.set
    asking = asyncio.create_task(database.change(everything_at_once))
    await asyncio.sleep(0)

    asking.cancel()

    with pytest.raises(asyncio.CancelledError):
        await asking
    async with asyncio.timeout(5):
        await woken.wait()
    assert await count(database, guild_setting) == 1


async def test_the_next_unit_is_not_touched_by_one_whose_asker_went_away(database: Database) -> None:
    def refused(unit: Unit) -> None:
        everything_at_once(unit)
        raise Refusal("vent-no-room")

    asking = [asyncio.create_task(database.change(refused)) for _ in range(5)]
    await asyncio.sleep(0)
    for one in asking:
        one.cancel()
    await database.change(lambda unit: guilds.choose(unit, HERE, "channels", {"vent_rooms": [1]}))
    await asyncio.gather(*asking, return_exceptions=True)

    assert [row.section for row in await rows(database, guild_setting)] == ["channels"]


async def test_closing_waits_for_a_unit_whose_asker_went_away(database: Database) -> None:
    asking = asyncio.create_task(database.change(everything_at_once))
    await asyncio.sleep(0)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)

    await database.close()

    again = Database(database.url.render_as_string(hide_password=False), database.wall)
    await again.open()
    assert await count(again, guild_setting) == 1
    await again.close()
    await database.open()


async def test_fifty_units_at_once_are_fifty_units(database: Database) -> None:
    def one_more(number: int) -> Callable[[Unit], None]:
        def work(unit: Unit) -> None:
            assert limits.use(unit, [SOMEBODY], most=50) is None
            unit.schedule(NewJob(kind="test.work", key=str(number)))

        return work

    await asyncio.gather(*(database.change(one_more(number)) for number in range(50)))

    spent = await database.change(lambda unit: limits.use(unit, [SOMEBODY], most=50))
    assert spent is not None
    assert await count(database, job) == 50


async def test_a_look_cannot_write(database: Database) -> None:
    with pytest.raises(DatabaseAway, match=r"(?i)read.?only"):
        await database.read(lambda look: look.execute(insert(draft), {"id": 1, "sealed": b"", "until_ms": 0}))

    assert await count(database, draft) == 0
    await database.change(lambda unit: unit.run(insert(draft), {"id": 1, "sealed": b"", "until_ms": 0}))


async def test_a_look_that_failed_leaves_the_next_one_whole(database: Database) -> None:
    def broken(_: object) -> None:
        raise Refusal("vent-gone")

    with pytest.raises(Refusal):
        await database.read(broken)

    assert await count(database, draft) == 0


async def test_the_same_press_is_known_a_second_time(database: Database) -> None:
    first = await database.change(lambda unit: unit.first_time(99))
    second = await database.change(lambda unit: unit.first_time(99))
    other = await database.change(lambda unit: unit.first_time(100))

    assert (first, second, other) == (True, False, True)


async def test_what_is_remembered_of_presses_goes_after_a_quarter_of_an_hour(database: Database) -> None:
    old = real_ms() - PRESS_MEMORY_MS - 1
    await database.change(lambda unit: unit.run(insert(seen_press), {"interaction_id": 7, "seen_ms": old}))

    assert await database.change(lambda unit: unit.first_time(8))

    assert [row.interaction_id for row in await rows(database, seen_press)] == [8]


async def test_what_is_remembered_of_presses_goes_where_nobody_presses_any_more(database: Database) -> None:
    old, young = real_ms() - PRESS_MEMORY_MS - 1, real_ms()
    seen = [{"interaction_id": 7, "seen_ms": old}, {"interaction_id": 8, "seen_ms": young}]
    await database.change(lambda unit: unit.run(insert(seen_press), seen))

    await database.change(upkeep.sweep)

    assert [row.interaction_id for row in await rows(database, seen_press)] == [8]
    assert timedelta(minutes=10) >= upkeep.SWEEP_EVERY


async def test_moving_the_wall_does_not_let_a_press_in_twice(database: Database) -> None:
    assert await database.change(lambda unit: unit.first_time(99))

    database.wall.follow(database.wall.now().timestamp() + timedelta(days=365).total_seconds())

    assert not await database.change(lambda unit: unit.first_time(99))


async def test_a_database_that_does_not_answer_is_no_answer_to_who_only_looks(database: Database) -> None:
    def gone(_: object) -> int:
        raise OSError("the line is dead")

    assert await database.read_or_none(lambda look: look.execute(text("SELECT 1")).scalar(), 5) == 1
    assert await database.read_or_none(gone, 5) is None


async def test_nobody_waits_for_a_copy_that_takes_long_and_it_shows_one_moment(database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("PostgreSQL gives every reader a connection of their own")
    begun, go_on = threading.Event(), threading.Event()

    def copy(look: Connection) -> list[int]:
        seen = [how_many(look)]
        begun.set()
        assert go_on.wait(10)
        return [*seen, how_many(look)]

    copying = asyncio.create_task(database.snapshot(copy))
    await asyncio.to_thread(begun.wait, 10)
    await database.change(everything_at_once)
    meanwhile = await database.read(how_many)
    go_on.set()

    assert meanwhile == 1
    assert await copying == [0, 0]


def how_many(look: Connection) -> int:
    return int(look.execute(select(func.count()).select_from(guild_setting)).scalar_one())
