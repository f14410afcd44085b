"""Several processes on one PostgreSQL: no shard has two, none is left without, and all keep to one pace."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import text, update
from sqlalchemy.engine import Connection

from bot.data import queue, shards
from bot.data.database import Database
from bot.data.queue import Job, NewJob
from bot.data.shards import ShardRange, blocks
from bot.data.tables import shard_lease
from bot.data.worker import Handlers, Worker
from bot.delivery.budget import SharedBudget
from bot.domain.clock import Wall, agree_with
from bot.domain.errors import StartRefused
from tests.rows import eventually, migrated

BOTH = [(0, 1), (2, 3)]


@pytest.fixture
async def database(fresh_database: Callable[..., Awaitable[str]]) -> AsyncIterator[Database]:
    """Only PostgreSQL has several processes."""
    opened = Database(await fresh_database(migrated), Wall())
    await opened.open()
    try:
        yield opened
    finally:
        await opened.close()


@pytest.mark.parametrize(("many", "processes"), [(1, 1), (1, 4), (2, 2), (16, 3), (5, 5), (7, 1)])
def test_every_shard_is_in_one_range_and_ranges_are_as_even_as_they_can_be(many: int, processes: int) -> None:
    cut = blocks(many, processes)

    assert [shard for block in cut for shard in block] == list(range(many))
    assert max(map(len, cut)) - min(map(len, cut)) <= 1


async def test_ten_that_start_at_once_never_hold_the_same_shard(database: Database) -> None:
    wanted = blocks(16, 10)
    several = [ShardRange(database) for _ in range(10)]

    taken = await asyncio.gather(*(one.take(16, wanted) for one in several))

    assert sorted(shard for block in taken for shard in block) == list(range(16))


async def test_a_process_that_finds_all_held_waits_until_one_lets_go(database: Database) -> None:
    first, second, third = (ShardRange(database) for _ in range(3))
    await first.take(4, BOTH)
    await second.take(4, BOTH)
    waiting = asyncio.create_task(third.take(4, BOTH))
    await asyncio.sleep(0)
    assert not waiting.done()

    await second.let_go()

    assert await asyncio.wait_for(waiting, 10) == (2, 3)


async def test_a_killed_process_s_shards_are_free_once_its_lease_is_over_and_it_learns_of_it(
    database: Database,
) -> None:
    killed, next_one = ShardRange(database), ShardRange(database)
    held = await killed.take(4, [(0, 1, 2, 3)])
    assert await database.on_writer(lambda rows: shards.take(rows, "other", 4, [(0, 1)])) is None

    await database.on_writer(lambda rows: rows.execute(update(shard_lease).values(until_ms=1)))

    assert await next_one.take(4, [(0, 1, 2, 3)]) == held
    assert not await database.on_writer(lambda rows: shards.renew(rows, killed._me, held))
    assert await database.on_writer(lambda rows: shards.renew(rows, next_one._me, held))


async def test_who_overslept_frees_none_of_its_successor_s_work_and_the_successor_goes_on_with_all_of_its(
    database: Database,
) -> None:
    def claimed(by: ShardRange) -> Callable[[Connection], list[Job]]:
        return lambda rows: queue.claim(rows, me=by.work_name, now_ms=1, many=1)

    sleeper, successor = ShardRange(database), ShardRange(database)
    await database.on_writer(lambda rows: queue.put(rows, NewJob("test.work", key="one"), 0))
    await sleeper.take(2, [(0,)])
    assert await database.on_writer(claimed(sleeper))
    await database.on_writer(lambda rows: rows.execute(update(shard_lease).values(until_ms=0)))

    await successor.take(2, [(0,)])
    [begun] = await database.on_writer(claimed(successor))
    await database.on_writer(lambda rows: queue.free(rows, sleeper.work_name))

    await database.on_writer(lambda rows: queue.finish(rows, begun))


async def test_a_machine_whose_clock_is_two_minutes_ahead_does_not_take_what_another_is_at(database: Database) -> None:
    def claimed(by: ShardRange) -> Callable[[Connection], list[Job]]:
        return lambda rows: queue.claim(rows, me=by.work_name, now_ms=1, many=1)

    here, there = ShardRange(database), ShardRange(database)
    await database.on_writer(lambda rows: queue.put(rows, NewJob("test.work", key="one"), 0))
    await here.take(4, BOTH)
    [begun] = await database.on_writer(claimed(here))
    try:
        with time_machine.travel(timedelta(minutes=2)):
            assert await there.take(4, BOTH) == (2, 3)
            assert await database.on_writer(claimed(there)) == []
        # its clock is set right while it runs
        await there.take(4, BOTH)
        assert await database.on_writer(claimed(there)) == []
    finally:
        agree_with(time.time_ns() // 1_000_000)

    await database.on_writer(lambda rows: queue.finish(rows, begun))


async def test_processes_that_count_shards_otherwise_are_refused_in_words(database: Database) -> None:
    await ShardRange(database).take(4, BOTH)

    with pytest.raises(StartRefused, match="4 shards in all, and I was to run with 8"):
        await ShardRange(database).take(8, blocks(8, 2))


async def test_turns_are_handed_out_one_after_another_whoever_asks(database: Database) -> None:
    several = [ShardRange(database) for _ in range(8)]

    waits = await asyncio.gather(*(one.turn("identify/0", 1, 5.0) for one in several))

    between = [later - sooner for sooner, later in zip(sorted(waits), sorted(waits)[1:], strict=False)]
    assert sorted(waits)[0] < 1
    assert all(4.0 < pause < 5.1 for pause in between), between


async def test_other_rate_keys_do_not_wait_for_each_other(database: Database) -> None:
    one = ShardRange(database)
    assert await one.turn("identify/0", 1, 5.0) == 0
    assert await one.turn("identify/1", 1, 5.0) == 0


async def test_two_processes_together_keep_to_one_budget_and_both_get_their_share(database: Database) -> None:
    """A hundred requests each at 200 a second: both together may not be faster than the budget."""
    loop = asyncio.get_running_loop()
    spoken: list[tuple[float, int]] = []

    async def speak(number: int) -> None:
        seat = ShardRange(database)
        budget = SharedBudget(200, lambda many: seat.turn("requests", many, 1 / 200, burst=5))

        async def once() -> None:
            await budget.take()
            spoken.append((loop.time(), number))

        await asyncio.gather(*(once() for _ in range(100)))

    await asyncio.gather(speak(0), speak(1))

    times = sorted(at for at, _ in spoken)
    assert times[-1] - times[0] >= (200 - 5 - 10) / 200
    half = [number for _, number in sorted(spoken)[:100]]
    assert 20 < sum(half) < 80


async def test_who_waits_here_for_work_that_another_process_does_hears_how_it_ended(database: Database) -> None:
    waits = Worker(database, Handlers(rows={}, jobs={}), name="waits")
    hearing = asyncio.create_task(database.hear_for_ever(waits.hear))
    done, failed = waits.ending("test.work", "fine"), waits.ending("test.work", "broken")

    async def work(held: Job) -> None:
        if held.key == "broken":
            raise RuntimeError("no such place")

    does = Worker(database, Handlers(rows={}, jobs={"test.work": work}), name="does")
    await eventually(lambda: database.read(_somebody_listens))
    await database.change(
        lambda unit: (unit.schedule(NewJob("test.work", key="fine")), unit.schedule(NewJob("test.work", key="broken")))
    )
    await does.start()
    try:
        assert await asyncio.wait_for(done, 10) is None
        assert "no such place" in str(await asyncio.wait_for(failed, 10))
    finally:
        await does.drain(1)
        hearing.cancel()


def _somebody_listens(look: Connection) -> bool:
    found = look.execute(
        text("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()")
    )
    return int(found.scalar_one()) > 0
