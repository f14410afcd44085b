"""The queue: nothing is lost, nothing is done by two, whatever the clocks do."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.data import backlog, queue
from bot.data.database import Database
from bot.data.queue import BACKOFF_MS, FAILURES_MAX, LEASE_MS, Job, LeaseLost, NewJob
from bot.data.tables import job
from bot.domain.clock import real_ms, to_ms
from tests.rows import count, rows

A_YEAR = timedelta(days=365)


async def put(database: Database, *new: NewJob) -> list[bool]:
    return await database.change(lambda unit: [unit.schedule(one) for one in new])


async def claim(database: Database, me: str = "one", many: int = 10) -> list[Job]:
    now_ms = to_ms(database.wall.now())
    return await database.on_writer(lambda connection: queue.claim(connection, me=me, now_ms=now_ms, many=many))


async def claim_one(database: Database, me: str = "one") -> Job:
    (only,) = await claim(database, me)
    return only


async def leases_run_out(database: Database) -> None:
    """A minute of real time goes by."""
    await database.on_writer(lambda connection: connection.execute(update(job).values(visible_ms=0)))


async def put_back(database: Database, failed: Job, why: str = "", *, after_ms: int | None = None) -> bool:
    return await database.on_writer(lambda connection: queue.put_back(connection, failed, why, after_ms=after_ms))


async def finish(database: Database, done: Job) -> None:
    await database.on_writer(lambda connection: queue.finish(connection, done))


def move_wall(database: Database, by: timedelta) -> None:
    database.wall.follow((database.wall.now() + by).timestamp())


async def test_work_is_claimed_with_all_it_was_given_and_gone_when_finished(database: Database) -> None:
    await put(database, NewJob(kind="test.work", key="k", payload='{"a":1}', sealed=b"box"))

    held = await claim_one(database)
    await finish(database, held)

    assert (held.kind, held.key, held.payload, held.sealed, held.attempts) == ("test.work", "k", '{"a":1}', b"box", 1)
    assert not held.tried_before
    assert await count(database, job) == 0


async def test_the_same_work_is_there_once_and_work_without_a_key_as_often_as_it_is_put(database: Database) -> None:
    assert await put(database, NewJob("test.work", key="k"), NewJob("test.work", key="k")) == [True, False]
    assert await put(database, NewJob("test.other", key="k")) == [True]
    assert await put(database, NewJob("test.work"), NewJob("test.work")) == [True, True]

    assert len(await claim(database)) == 4


async def test_the_longest_due_comes_first(database: Database) -> None:
    now = database.wall.now()
    await put(database, *(NewJob("test.work", key=str(age), due=now - timedelta(hours=age)) for age in (1, 3, 2)))

    assert [one.key for one in await claim(database, many=2)] == ["3", "2"]


async def test_claimed_work_is_nobody_else_s_until_its_lease_runs_out(database: Database) -> None:
    await put(database, NewJob("test.work", key="k"))
    first = await claim_one(database)

    assert await claim(database, "two") == []
    await leases_run_out(database)
    second = await claim_one(database, "two")

    assert second.tried_before
    assert second.delivery_key == first.delivery_key
    assert second.first_claimed_ms == first.first_claimed_ms


async def test_however_many_died_over_it_its_first_failure_is_its_first(database: Database) -> None:
    await put(database, NewJob("test.work"))
    for _ in range(2 * FAILURES_MAX):
        await claim_one(database)
        await leases_run_out(database)

    held = await claim_one(database)
    dead = await put_back(database, held, "no")

    (row,) = await rows(database, job)
    assert held.tried_before
    assert not dead
    assert row.visible_ms - real_ms() <= BACKOFF_MS[0]


async def test_a_late_worker_s_finish_put_back_and_renewal_change_nothing(database: Database) -> None:
    await put(database, NewJob("test.work", key="k"))
    late = await claim_one(database, "one")
    await leases_run_out(database)
    holder = await claim_one(database, "two")

    with pytest.raises(LeaseLost):
        await finish(database, late)
    await database.on_writer(lambda connection: queue.finish_if_mine(connection, late))
    await put_back(database, late, "too late")
    await database.on_writer(lambda connection: queue.renew(connection, late))

    (row,) = await rows(database, job)
    assert (row.lease_by, row.attempts, row.error) == ("two", 2, None)
    assert late.lease.until_ms == 0
    await finish(database, holder)


async def test_the_same_worker_s_earlier_claim_is_late_too(database: Database) -> None:
    await put(database, NewJob("test.work", key="k"))
    late = await claim_one(database, "one")
    await leases_run_out(database)
    await claim_one(database, "one")

    with pytest.raises(LeaseLost):
        await finish(database, late)


async def test_a_claim_stays_late_when_others_gave_the_work_back_uncounted(database: Database) -> None:
    await put(database, NewJob("test.work", key="k"))
    late = await claim_one(database, "one")
    for _ in range(3):
        await leases_run_out(database)
        await put_back(database, await claim_one(database, "one"), after_ms=0)

    with pytest.raises(LeaseLost):
        await finish(database, late)


async def test_what_was_done_with_a_lost_lease_is_undone(database: Database) -> None:
    await put(database, NewJob("test.work", key="k"))
    late = await claim_one(database)
    await leases_run_out(database)
    await claim_one(database, "two")

    with pytest.raises(LeaseLost):
        await database.change(lambda unit: (unit.schedule(NewJob("test.more")), unit.finish(late)))

    assert [row.kind for row in await rows(database, job)] == ["test.work"]


async def test_two_workers_claim_disjoint_sets_and_miss_nothing(database: Database) -> None:
    await put(database, *(NewJob("test.work", key=str(number)) for number in range(60)))

    claimed = await asyncio.gather(*(claim(database, f"worker {number % 2}", many=20) for number in range(6)))

    keys = [one.key for several in claimed for one in several]
    assert len(keys) == len(set(keys)) == 60


async def test_a_renewed_lease_lasts_on(database: Database) -> None:
    await put(database, NewJob("test.work", key="k"))
    held = await claim_one(database)
    await leases_run_out(database)

    await database.on_writer(lambda connection: queue.renew(connection, held))

    assert held.lease.until_ms > real_ms() + LEASE_MS - 5_000
    assert await claim(database, "two") == []


async def test_failed_work_comes_back_after_a_pause_and_says_why(database: Database) -> None:
    await put(database, NewJob("test.work", key="k"))
    before = real_ms()

    dead = await put_back(database, await claim_one(database), "ValueError: no" + "o" * 500)

    (row,) = await rows(database, job)
    assert not dead
    assert before + BACKOFF_MS[0] <= row.visible_ms <= real_ms() + BACKOFF_MS[0]
    assert row.error.startswith("ValueError: no")
    assert len(row.error) <= 200
    assert await claim(database) == []


async def test_work_that_fails_for_ever_is_given_up_and_never_claimed_again(database: Database) -> None:
    await put(database, NewJob("test.work", key="k"))

    for attempt in range(1, FAILURES_MAX + 1):
        await leases_run_out(database)
        dead = await put_back(database, await claim_one(database), "no")
        assert dead == (attempt == FAILURES_MAX)

    await leases_run_out(database)
    assert await claim(database) == []
    assert await count(database, job) == 1


async def test_trying_again_later_does_not_count_as_a_try_but_is_remembered(database: Database) -> None:
    await put(database, NewJob("test.work", key="k"))
    for _ in range(2 * FAILURES_MAX):
        await leases_run_out(database)
        held = await claim_one(database)
        assert not await put_back(database, held, "not now", after_ms=1_000)

    await leases_run_out(database)
    held = await claim_one(database)

    assert held.tried_before
    assert not await put_back(database, held, "no")


async def test_freeing_gives_back_what_an_earlier_life_of_one_process_held(database: Database) -> None:
    await put(database, NewJob("test.work", key="a"), NewJob("test.work", key="b"))
    await claim(database, "one", many=1)
    await claim(database, "two", many=1)

    await database.on_writer(lambda connection: queue.free(connection, "one"))
    assert len(await claim(database, "one")) == 1

    await database.on_writer(lambda connection: queue.free(connection, None))
    assert len(await claim(database, "three")) == 2


async def test_due_times_are_people_s_and_a_wall_moved_on_brings_them(database: Database) -> None:
    await put(database, NewJob("test.work", key="k", due=database.wall.now() + A_YEAR))
    assert await claim(database) == []

    move_wall(database, A_YEAR)

    assert (await claim_one(database)).key == "k"


async def test_a_wall_moved_back_makes_work_wait_and_loses_none(database: Database) -> None:
    await put(database, NewJob("test.work", key="k"))

    move_wall(database, -A_YEAR)
    assert await claim(database) == []
    move_wall(database, A_YEAR)

    assert (await claim_one(database)).key == "k"


@pytest.mark.parametrize("by", [A_YEAR, -A_YEAR])
async def test_leases_are_real_time_whatever_the_wall_does(database: Database, by: timedelta) -> None:
    await put(database, NewJob("test.work", key="k", due=database.wall.now() - 2 * A_YEAR))
    held = await claim_one(database)

    move_wall(database, by)

    assert await claim(database, "two") == []
    await finish(database, held)
    assert await count(database, job) == 0


async def test_the_worker_knows_when_to_look_again(database: Database) -> None:
    soon = database.wall.now() + timedelta(hours=1)
    await put(database, NewJob("test.work", key="later", due=soon), NewJob("test.work", key="held"))
    before = real_ms()
    await claim_one(database)

    now_ms = to_ms(database.wall.now())
    due, visible = await database.read(lambda look: queue.next_times(look, now_ms))

    assert due == to_ms(soon)
    assert visible is not None
    assert before + LEASE_MS <= visible <= real_ms() + LEASE_MS


async def test_work_can_be_dropped_and_hurried_by_its_name(database: Database) -> None:
    later = database.wall.now() + timedelta(hours=1)
    await put(database, NewJob("test.work", key="drop"), NewJob("test.work", key="hurry", due=later))

    await database.on_writer(lambda connection: backlog.drop(connection, "test.work", "drop"))
    await database.on_writer(lambda connection: backlog.hurry(connection, "test.work", "hurry", database.wall.now()))

    assert [one.key for one in await claim(database)] == ["hurry"]


async def test_a_claim_never_takes_more_than_it_was_allowed(database: Database) -> None:
    await put(database, *(NewJob("test.work", key=str(number)) for number in range(30)))

    assert len(await claim(database, many=7)) == 7
