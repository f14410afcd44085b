"""The worker runs what is due, once, and lives through whatever its handlers do."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import Connection, update

from bot.data import guilds, queue
from bot.data import worker as worker_room
from bot.data.database import Database
from bot.data.queue import FAILURES_MAX, Job, NewJob
from bot.data.tables import guild_setting, job
from bot.data.taking import Taken
from bot.data.unit import Unit
from bot.data.worker import AT_ONCE, Handlers, Later, RowHandler, Worker
from bot.domain.errors import DatabaseAway
from bot.domain.ids import GuildId
from tests.rows import count, eventually, rows

HERE = GuildId(70)
Start = Callable[..., Awaitable[Worker]]


@pytest.fixture
async def start(database: Database) -> AsyncIterator[Start]:
    """`await start(jobs={...}, rows={...})` gives a running worker."""
    started: list[Worker] = []

    async def begin(*, jobs: dict[str, object] | None = None, rows: dict[str, RowHandler] | None = None) -> Worker:
        worker = Worker(database, Handlers(rows or {}, jobs or {}), name="test")  # type: ignore[arg-type]
        started.append(worker)
        await worker.start()
        return worker

    yield begin
    for worker in started:
        await worker.drain(0)


async def put(database: Database, *new: NewJob) -> None:
    await database.change(lambda unit: [unit.schedule(one) for one in new])


async def queue_is_empty(database: Database) -> bool:
    return await count(database, job) == 0


async def visible_now(database: Database) -> None:
    """The pause after a failure goes by; what is being worked on stays with who holds it."""
    paused = update(job).where(job.c.lease_by.is_(None)).values(visible_ms=0)
    await database.on_writer(lambda connection: connection.execute(paused))


async def test_work_is_done_and_gone(database: Database, start: Start) -> None:
    done: list[str] = []

    async def work(held: Job) -> None:
        done.append(held.key)

    await start(jobs={"test.work": work})
    await put(database, *(NewJob("test.work", key=str(number)) for number in range(60)))

    await eventually(lambda: queue_is_empty(database))
    assert sorted(done) == sorted(map(str, range(60)))


async def test_rows_and_the_end_of_the_job_are_one_unit(database: Database, start: Start) -> None:
    def breaks_after_writing(unit: Unit, _: Job) -> None:
        guilds.choose(unit, HERE, "half", {})
        raise ValueError("half way")

    worker = await start(rows={"test.rows": breaks_after_writing})
    ended = worker.ending("test.rows", "k")
    await put(database, NewJob("test.rows", key="k"))

    assert isinstance(await ended, ValueError)
    assert await count(database, guild_setting) == 0
    assert await count(database, job) == 1


async def test_a_claim_that_was_granted_while_the_line_was_cut_is_not_waited_for(
    database: Database, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_room, "AGAIN_S", 0.0)
    begun, go_on = asyncio.Event(), asyncio.Event()
    tries: list[tuple[str, int]] = []

    async def work(held: Job) -> None:
        tries.append((held.key, held.attempts))
        if held.key == "slow":
            begun.set()
            await go_on.wait()

    granted = database.on_writer
    cuts = 0

    async def cut(wanted: Callable[[Connection], object]) -> object:
        nonlocal cuts
        given = await granted(wanted)
        if cuts or not isinstance(given, Taken) or "quick" not in [one.key for one in given.to_run]:
            return given
        cuts += 1
        raise DatabaseAway("cut after the commit")

    # before the worker starts: no claim may be under way that is not cut
    monkeypatch.setattr(database, "on_writer", cut)
    worker = await start(jobs={"test.work": work})
    await put(database, NewJob("test.work", key="slow"))
    await begun.wait()
    await granted(lambda connection: queue.put(connection, NewJob("test.work", key="quick"), 0))
    worker.wake()

    await eventually(lambda: came_of(tries, "quick"))
    go_on.set()
    await eventually(lambda: queue_is_empty(database))
    assert cuts == 1
    # the one it did hold was not taken from it
    assert tries == [("slow", 1), ("quick", 2)]


async def came_of(tries: list[tuple[str, int]], key: str) -> bool:
    return any(key == one for one, _ in tries)


async def test_work_that_is_done_together_with_what_fails_is_done_once_all_the_same(
    database: Database, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    await put(database, *(NewJob("test.rows", key=str(number)) for number in range(9)))

    def counts(unit: Unit, held: Job) -> None:
        times = guilds.section(unit.connection, HERE, held.key).get("times", 0)
        guilds.choose(unit, HERE, held.key, {"times": times + 1})
        if held.key == "4" and held.attempts == 1:
            raise ValueError("not this one")

    worker = await start(rows={"test.rows": counts})
    await eventually(lambda: failed_once(database, "4"))
    await eventually(lambda: left(database, 1))
    assert [one.key for one in await rows(database, job)] == ["4"]
    assert caplog.text.count("test.rows failed at try") == 1

    await visible_now(database)
    worker.wake()
    await eventually(lambda: queue_is_empty(database))
    assert await database.read(lambda look: guilds.sections(look, HERE)) == {str(one): {"times": 1} for one in range(9)}


async def test_row_work_and_what_is_due_because_of_it_is_one_transaction(
    database: Database, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not database.is_sqlite:
        pytest.skip("a group would hold its locks to the end (decision 0087)")
    run, ran = database.on_writer, 0

    async def counted(work: Callable[[Connection], object]) -> object:
        nonlocal ran
        ran += 1
        return await run(work)

    def follows(unit: Unit, held: Job) -> None:
        unit.schedule(NewJob("test.last", key=held.key))

    def last(unit: Unit, held: Job) -> None:
        guilds.choose(unit, HERE, held.key, {})
        unit.schedule(NewJob("test.tomorrow", key=held.key, due=unit.now + timedelta(days=1)))

    await put(database, *(NewJob("test.first", key=str(number)) for number in range(4)))
    monkeypatch.setattr(database, "on_writer", counted)
    await start(rows={"test.first": follows, "test.last": last})

    await eventually(lambda: only_tomorrow_s(database))
    assert await database.read(lambda look: guilds.sections(look, HERE)) == {str(one): {} for one in range(4)}
    # what an earlier life held is freed, and one look at the queue
    assert ran == 2


async def only_tomorrow_s(database: Database) -> bool:
    return [one.kind for one in await rows(database, job)] == ["test.tomorrow"] * 4


async def test_what_follows_row_work_may_fail_and_the_work_stands(database: Database, start: Start) -> None:
    def first(unit: Unit, held: Job) -> None:
        times = guilds.section(unit.connection, HERE, "first").get("times", 0)
        guilds.choose(unit, HERE, "first", {"times": times + 1})
        unit.schedule(NewJob("test.last", key=held.key))

    def fails(unit: Unit, _: Job) -> None:
        guilds.choose(unit, HERE, "half", {})
        raise ValueError("not this one")

    worker = await start(rows={"test.first": first, "test.last": fails})
    ended = worker.ending("test.last", "k")
    await put(database, NewJob("test.first", key="k"))

    assert isinstance(await ended, ValueError)
    assert await database.read(lambda look: guilds.sections(look, HERE)) == {"first": {"times": 1}}
    (row,) = await rows(database, job)
    assert (row.kind, row.error) == ("test.last", "ValueError: not this one")


async def failed_once(database: Database, key: str) -> bool:
    return [one.failures for one in await rows(database, job) if one.key == key] == [1]


async def left(database: Database, many: int) -> bool:
    return await count(database, job) == many


async def test_a_failing_handler_comes_back_with_a_pause_and_a_word_in_the_log(
    database: Database, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    tries: list[int] = []

    async def fails_once(held: Job) -> None:
        tries.append(held.attempts)
        if len(tries) == 1:
            raise ValueError("not yet")

    worker = await start(jobs={"test.work": fails_once})
    ended = worker.ending("test.work", "k")
    await put(database, NewJob("test.work", key="k"))
    assert isinstance(await ended, ValueError)

    (row,) = await rows(database, job)
    assert row.error == "ValueError: not yet"
    assert "test.work failed at try 1" in caplog.text
    await visible_now(database)
    worker.wake()
    await eventually(lambda: queue_is_empty(database))
    assert tries == [1, 2]


async def test_a_handler_that_says_later_is_asked_again_and_it_is_no_failure(
    database: Database, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    tries: list[int] = []

    async def not_now(held: Job) -> None:
        tries.append(held.attempts)
        if len(tries) <= FAILURES_MAX + 1:
            raise Later(1, "not now")

    await start(jobs={"test.work": not_now})
    await put(database, NewJob("test.work", key="k"))

    await eventually(lambda: queue_is_empty(database))
    assert len(tries) == FAILURES_MAX + 2
    assert caplog.text == ""


async def test_work_that_always_fails_is_given_up_and_the_operator_reads_it(
    database: Database, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(_: Job) -> None:
        raise ValueError("no")

    worker = await start(jobs={"test.work": fails})
    await put(database, NewJob("test.work", key="k"))

    async def given_up() -> bool:
        await visible_now(database)
        worker.wake()
        return any(row.dead for row in await rows(database, job))

    await eventually(given_up)
    (row,) = await rows(database, job)
    assert row.attempts == FAILURES_MAX
    assert f"test.work was given up after {FAILURES_MAX} tries" in caplog.text


async def test_one_failing_kind_does_not_hold_up_the_others(database: Database, start: Start) -> None:
    async def fails(_: Job) -> None:
        raise ValueError("no")

    async def works(_: Job) -> None:
        return

    await start(jobs={"test.bad": fails, "test.good": works})
    bad = [NewJob("test.bad", key=str(number)) for number in range(AT_ONCE)]
    await put(database, *bad, NewJob("test.good"))

    async def good_is_done() -> bool:
        return all(row.kind == "test.bad" for row in await rows(database, job))

    await eventually(good_is_done)


async def test_unknown_work_waits_for_a_version_that_knows_it(database: Database, start: Start) -> None:
    worker = await start()
    ended = worker.ending("test.newer", "k")
    await put(database, NewJob("test.newer", key="k"))

    assert isinstance(await ended, Later)
    (row,) = await rows(database, job)
    assert not row.dead


async def test_a_handler_may_finish_its_job_in_a_unit_of_its_own(database: Database, start: Start) -> None:
    async def finishes(held: Job) -> None:
        await database.change(lambda unit: (guilds.choose(unit, HERE, "done", {}), unit.finish(held)))

    await start(jobs={"test.work": finishes})
    await put(database, NewJob("test.work"))

    await eventually(lambda: queue_is_empty(database))
    assert await count(database, guild_setting) == 1


async def test_a_handler_whose_lease_was_taken_keeps_nothing_and_the_new_holder_s_job_stays(
    database: Database, start: Start
) -> None:
    def another_takes_it(connection: Connection) -> None:
        # in one transaction: a job that anybody could see free for a moment might be claimed by its old holder again
        connection.execute(update(job).values(visible_ms=0))
        queue.claim(connection, me="another", now_ms=queue.real_ms(), many=1)

    async def loses_it(held: Job) -> None:
        await database.on_writer(another_takes_it)
        await database.change(lambda unit: (guilds.choose(unit, HERE, "done", {}), unit.finish(held)))

    worker = await start(jobs={"test.work": loses_it})
    ended = worker.ending("test.work", "k")
    await put(database, NewJob("test.work", key="k"))

    assert isinstance(await ended, queue.LeaseLost)
    (row,) = await rows(database, job)
    assert (row.lease_by, row.error) == ("another", None)
    assert await count(database, guild_setting) == 0


async def test_work_that_is_begun_anew_after_a_machine_slept_stays_known_until_it_ends(
    database: Database, start: Start
) -> None:
    begun: list[int] = []
    over: list[int] = []
    may_end = [asyncio.Event(), asyncio.Event()]

    async def work(held: Job) -> None:
        begun.append(held.attempts)
        await may_end[held.attempts - 1].wait()
        over.append(held.attempts)

    async def so(what: list[int], many: int) -> bool:
        return len(what) == many

    worker = await start(jobs={"test.work": work})
    await put(database, NewJob("test.work"))
    await eventually(lambda: so(begun, 1))
    await database.on_writer(lambda connection: connection.execute(update(job).values(visible_ms=0)))
    worker.wake()
    await eventually(lambda: so(begun, 2))

    may_end[0].set()
    await eventually(lambda: so(over, 1))
    await database.on_writer(lambda connection: None)

    assert worker.busy == 1
    may_end[1].set()
    await eventually(lambda: queue_is_empty(database))
    assert begun == [1, 2]


async def test_draining_lets_running_work_end_and_claims_no_more(database: Database, start: Start) -> None:
    running, may_end = asyncio.Event(), asyncio.Event()

    async def work(_: Job) -> None:
        running.set()
        await may_end.wait()

    worker = await start(jobs={"test.work": work})
    await put(database, NewJob("test.work", key="first"))
    await running.wait()
    draining = asyncio.create_task(worker.drain(5))
    await asyncio.sleep(0)
    await put(database, NewJob("test.work", key="second"))
    may_end.set()
    await draining

    (left,) = await rows(database, job)
    assert (left.key, left.attempts) == ("second", 0)
    assert not worker.alive


async def test_what_did_not_end_in_time_is_done_by_the_next_life_of_the_process(
    database: Database, start: Start
) -> None:
    running = asyncio.Event()
    tries: list[bool] = []

    async def hangs_once(held: Job) -> None:
        tries.append(held.tried_before)
        running.set()
        if len(tries) == 1:
            await asyncio.Event().wait()

    worker = await start(jobs={"test.work": hangs_once})
    await put(database, NewJob("test.work"))
    await running.wait()
    await worker.drain(0.01)

    await start(jobs={"test.work": hangs_once})

    await eventually(lambda: queue_is_empty(database))
    assert tries == [False, True]


async def test_draining_takes_no_longer_than_it_is_given_whatever_hangs(
    database: Database, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = asyncio.Event()
    claiming = asyncio.Event()

    async def hangs(_: Job) -> None:
        running.set()
        await asyncio.Event().wait()

    async def claims_for_ever() -> int:
        claiming.set()
        await asyncio.Event().wait()
        return 0

    worker = await start(jobs={"test.work": hangs})
    await put(database, NewJob("test.work"))
    await running.wait()
    monkeypatch.setattr(worker, "_claim", claims_for_ever)
    worker.wake()
    await claiming.wait()

    # not once for what runs and once more for the claim
    async with asyncio.timeout(1.8):
        await worker.drain(1)


async def test_leases_of_running_work_are_renewed(
    database: Database, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_room, "RENEW_EVERY_S", 0.01)
    may_end = asyncio.Event()
    held: list[Job] = []

    async def work(one: Job) -> None:
        one.lease.until_ms = 1
        held.append(one)
        await may_end.wait()

    await start(jobs={"test.work": work})
    await put(database, NewJob("test.work"))

    async def renewed() -> bool:
        return bool(held) and held[0].lease.until_ms > queue.real_ms()

    await eventually(renewed)
    may_end.set()


async def test_a_database_that_cannot_be_reached_for_a_while_ends_nothing(
    database: Database, start: Start, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(worker_room, "RENEW_EVERY_S", 0.01)
    done, may_end, renewals = asyncio.Event(), asyncio.Event(), []

    async def work(_: Job) -> None:
        await may_end.wait()
        done.set()

    worker = await start(jobs={"test.work": work})
    real = database.on_writer

    async def away(*_: object) -> None:
        renewals.append(1)
        raise OSError("the database is away")

    await put(database, NewJob("test.work"))

    async def at_work() -> bool:
        return worker.busy == 1

    await eventually(at_work)
    monkeypatch.setattr(database, "on_writer", away)

    async def three_renewals_failed() -> bool:
        return len(renewals) >= 3

    await eventually(three_renewals_failed)
    monkeypatch.setattr(database, "on_writer", real)

    assert worker.alive
    may_end.set()
    await done.wait()
    await eventually(lambda: queue_is_empty(database))


async def test_two_processes_share_the_work_and_none_is_done_twice(database: Database) -> None:
    done: list[str] = []

    async def work(held: Job) -> None:
        done.append(held.key)
        await asyncio.sleep(0)

    if database.is_sqlite:
        pytest.skip("one process per SQLite file")
    workers = [Worker(database, Handlers({}, {"test.work": work}), name=f"shards-{number}") for number in range(2)]
    for worker in workers:
        await worker.start()
    await put(database, *(NewJob("test.work", key=str(number)) for number in range(200)))
    for worker in workers:
        worker.wake()

    await eventually(lambda: queue_is_empty(database))
    for worker in workers:
        await worker.drain(1)
    assert len(done) == len(set(done)) == 200


async def test_a_wall_that_is_moved_on_brings_tomorrow_s_work_at_once(database: Database, start: Start) -> None:
    done = asyncio.Event()

    async def work(_: Job) -> None:
        done.set()

    worker = await start(jobs={"test.work": work})
    await put(database, NewJob("test.work", due=database.wall.now().replace(year=database.wall.now().year + 1)))
    assert not done.is_set()

    database.wall.follow(database.wall.now().timestamp() + 366 * 86_400)
    worker.wake()

    async with asyncio.timeout(5):
        await done.wait()
