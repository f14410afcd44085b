"""What a morning costs: buckets against one row of the queue for each person, and presses while everybody is asked.

1. `--plans` people (a million) in 40 zones at quarters of an hour: expanding, claiming and recording those who fall due
   at one instant, and the same people as one queue row each that is claimed, finished and put anew. Both engines.
2. The same with `--peers` plans (100,000) beside APScheduler with its persistent job store, on SQLite, and the longest
   that the event loop stood meanwhile: so long does a press wait at least.
3. The real bot in a sandbox: `--people` due at one instant, how much of the budget is used, and how soon presses are
   answered meanwhile.
"""

import argparse
import asyncio
import json
import random
import resource
import statistics
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from sqlalchemy import Table, delete, insert, update

from bench import _apscheduler
from bench._scene import table
from bot.data import keys, queue
from bot.data.database import Database
from bot.data.inbox import Inbox
from bot.data.queue import Job, Lease, NewJob
from bot.data.tables import job, preference
from bot.data.unit import Unit
from bot.domain.clock import Wall, real_ms, to_ms
from bot.domain.ids import random_id
from bot.places.finder import zones
from cogs.checkins.model.times import next_due
from cogs.checkins.service.checkins import checkins
from cogs.checkins.service.sending import Ended, Ping, Sending
from cogs.checkins.service.tools import Tools
from cogs.checkins.store import buckets as store
from cogs.checkins.store.tables import checkin_bucket, checkin_plan
from sandbox.deeds.dms import between
from tests.postgres import NoPostgresError, Postgres
from tests.stage import Stage, staged

T = TypeVar("T")
BEFORE = datetime(2026, 11, 23, 7, 59, tzinfo=UTC)
AFTER = BEFORE + timedelta(minutes=2)


def people(many: int, busy: int) -> list[tuple[str, int]]:
    """(zone, minute) for each; `busy` of them share Berlin at nine."""
    chance = random.Random(6)
    some = chance.sample(sorted(zones().values()), 40)
    times = [(zone, minute) for zone in some for minute in range(6 * 60, 23 * 60, 15)]
    return [("Europe/Berlin", 540)] * busy + chance.choices(times, k=many - busy)


async def fill_buckets(database: Database, who: list[tuple[str, int]]) -> None:
    due = {one: next_due(*one, BEFORE) for one in set(who)}
    plans = [plan_row(number + 1, number % 500, zone, minute) for number, (zone, minute) in enumerate(who)]
    dms = [
        {"guild_id": one["guild_id"], "member_id": one["member_id"], "dm_channel_id": one["id"]}
        for one in plans
        if is_due((one["zone"], one["minute"]))
    ]
    put = [{"zone": z, "minute": m, "day": d.toordinal(), "due_ms": to_ms(at)} for (z, m), (at, d) in due.items()]
    for target, rows in ((checkin_plan, plans), (preference, dms), (checkin_bucket, put)):
        await put_all(database, target, rows)


async def fill_queue(database: Database, who: list[tuple[str, int]]) -> None:
    due = {one: to_ms(next_due(*one, BEFORE)[0]) for one in set(who)}
    rows = [
        {"id": random_id(), "kind": "bench.ask", "key": str(number), "payload": json.dumps(one), "visible_ms": 0,
         "due_ms": due[one]}
        for number, one in enumerate(who)
    ]  # fmt: skip
    await put_all(database, job, rows)


async def analysed(database: Database) -> None:
    """What a database learns of itself overnight; without it the plans of statements are guesses."""
    await database.on_writer(lambda look: look.exec_driver_sql("ANALYZE"))


async def put_all(database: Database, target: Table, rows: list[dict[str, Any]]) -> None:
    for at in range(0, len(rows), 20_000):
        chunk = rows[at : at + 20_000]
        await database.on_writer(lambda look, chunk=chunk: look.execute(insert(target), chunk))


def plan_row(number: int, guild: int, zone: str, minute: int, member: int | None = None) -> dict[str, Any]:
    return {
        "id": number, "guild_id": guild, "member_id": member or number, "zone": zone, "minute": minute, "days": 127,
        "by": "dm", "share": "nobody", "state": 0, "since_ms": 0, "locale": "en-US",
    }  # fmt: skip


@cache
def is_due(one: tuple[str, int]) -> bool:
    """Whether it falls due at the one instant that is looked at."""
    return next_due(*one, BEFORE)[0] <= AFTER


async def buckets(database: Database, due: int) -> tuple[float, float]:
    """Seconds of expanding, and of claiming and recording everybody who is due; nothing is sent."""
    living = keys.new_keys()
    ours = checkins(Tools(database, living, Inbox(database, living))).sending
    held = Job(1, "checkins.send", "all", "{}", None, None, 1, real_ms(), Lease(0), "bench")

    def expand(unit: Unit) -> bool:
        unit.run(delete(job))
        ours.due(unit, held)
        return (store.next_due_ms(unit.connection) or 0) <= unit.now_ms

    def record(unit: Unit, pings: list[Ping]) -> None:
        unit.run(update(job).where(job.c.kind == held.kind).values(id=1, lease_by="bench", attempts=1))
        Sending.ended.__wrapped__(ours, unit, held, [(one, Ended.SENT) for one in pings])  # type: ignore[attr-defined]

    start, asked = time.perf_counter(), 0
    while await database.change(expand):
        pass
    expanded = time.perf_counter()
    while pings := await ours.next_pings():
        await database.change(lambda unit, pings=pings: record(unit, pings))
        asked += len(pings)
    if asked != due:
        raise RuntimeError(f"{asked} were asked instead of {due}")
    return expanded - start, time.perf_counter() - expanded


async def timers(database: Database, due: int) -> float:
    """Seconds of claiming, finishing and putting anew as many rows, forty at a time, as the worker would."""
    start, done = time.perf_counter(), 0
    now_ms = to_ms(database.wall.now())
    while done < due:
        claimed = await database.on_writer(partial(queue.claim, me="bench", now_ms=now_ms, many=40))
        for one in claimed:
            await database.change(lambda unit, one=one: again(unit, one))
        done += len(claimed)
    return time.perf_counter() - start


def again(unit: Unit, one: Job) -> None:
    zone, minute = json.loads(one.payload)
    unit.finish(one)
    unit.schedule(NewJob(kind=one.kind, key=one.key, payload=one.payload, due=next_due(zone, minute, unit.now)[0]))


@asynccontextmanager
async def rows_on(engine: str) -> AsyncIterator[Database]:
    wall = Wall()
    wall.follow(AFTER.timestamp(), 0.001)
    server = Postgres.start() if engine == "postgresql" else None
    with TemporaryDirectory() as folder:
        url = await server.fresh_database() if server else f"sqlite+aiosqlite:///{Path(folder) / 'rows.db'}"
        database = Database(url, wall)
        await database.open()
        await database.migrate()
        try:
            yield database
        finally:
            await database.close()
            if server:
                server.stop()


async def peer_part(many: int, busy: int) -> None:
    """Ours, a queue row each and APScheduler side by side."""
    who = people(many, busy)
    due = sum(is_due(one) for one in who)
    lines = [("on SQLite", "seconds", "rows/s", "times ours", "loop stood, ms")]
    async with rows_on("sqlite") as database:
        await fill_buckets(database, who)
        await analysed(database)
        parts, stood = await with_stalls(buckets(database, due))
    ours = sum(parts)
    lines.append(peer("buckets", ours, stood, due, ours))
    async with rows_on("sqlite") as database:
        await fill_queue(database, who)
        await analysed(database)
        lines.append(peer("a queue row each", *await with_stalls(timers(database, due)), due, ours))
    with TemporaryDirectory() as folder:
        theirs = await _apscheduler.morning(Path(folder), [(*one, is_due(one)) for one in who])
        lines.append(peer("APScheduler", *theirs, due, ours))
    print(f"\n{many} plans, {due} of them due")
    table(*lines)


def peer(name: str, took: float, stood: float, due: int, ours: float) -> tuple[str, ...]:
    return (name, f"{took:.1f}", f"{due / took:.0f}", f"{took / ours:.2f}", f"{stood * 1000:.0f}")


async def with_stalls(work: Coroutine[Any, Any, T]) -> tuple[T, float]:
    """The work's result, and the longest in seconds that the event loop stood meanwhile."""
    stalls = asyncio.create_task(_apscheduler.longest_stall())
    await asyncio.sleep(0.1)
    done = await work
    stalls.cancel()
    return done, await stalls


async def rows_part(many: int, busy: int) -> None:
    who = people(many, busy)
    due = sum(is_due(one) for one in who)
    lines = [("on, with so many plans", "expand us/row", "ask us/row", "rows/s", "times ours")]
    for engine in ("sqlite", "postgresql"):
        try:
            async with rows_on(engine) as database:
                await fill_buckets(database, who)
                await analysed(database)
                expand, ask = await buckets(database, due)
            async with rows_on(engine) as database:
                await fill_queue(database, who)
                await analysed(database)
                apart = await timers(database, due)
        except NoPostgresError as none:
            print(f"no PostgreSQL here: {none}")
            continue
        whole = expand + ask
        lines.append((f"{engine}, buckets", us(expand, due), us(ask, due), f"{due / whole:.0f}", "1.00"))
        lines.append((f"{engine}, a row each", "-", us(apart, due), f"{due / apart:.0f}", f"{apart / whole:.2f}"))
    print(f"{many} plans, {due} of them due; memory of this process {peak_mb():.0f} MB at most")
    table(*lines)


def us(seconds: float, many: int) -> str:
    return f"{seconds / many * 1e6:.0f}"


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def sandbox_part(many: int) -> None:
    """The real bot: everybody at nine, and somebody who presses all the while."""
    with TemporaryDirectory() as folder:
        async with staged(Path(folder), people=many + 3) as stage:
            await stage.set_up()
            stage.discord.clock.set(BEFORE)
            await stage.later(timedelta())
            await everybody_plans(stage)
            card, _ = await stage.vent(stage.ada, "They said no.")
            before = len(sent(stage))
            await stage.later(AFTER - BEFORE)
            start, waits = time.perf_counter(), []
            while len(sent(stage)) - before < many:
                at = time.perf_counter()
                await stage.ben.press(card, "vent:cheer")
                waits.append(time.perf_counter() - at)
                await asyncio.sleep(0.05)
            rate = many / (time.perf_counter() - start)
    waits.sort()
    p50, p99 = statistics.median(waits), waits[int(len(waits) * 0.99)]
    print(f"\n{many} people at nine in one zone: {rate:.1f} asked a second, {rate / 40:.0%} of 40")
    print(f"{len(waits)} cheers pressed meanwhile: p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms")


async def everybody_plans(stage: Stage) -> None:
    assert stage.bot is not None
    members = [one for one in stage.guild.members if one.name.startswith("Member")]
    dms = {one.id: between(stage.discord.world, stage.app.state, one.id).id for one in members}
    plans = [plan_row(n, stage.guild.id, "Europe/Berlin", 540, member) for n, member in enumerate(dms, 1)]
    chosen = [{"guild_id": stage.guild.id, "member_id": one, "dm_channel_id": dm} for one, dm in dms.items()]
    due, day = next_due("Europe/Berlin", 540, BEFORE)
    bucket = {"zone": "Europe/Berlin", "minute": 540, "day": day.toordinal(), "due_ms": to_ms(due)}
    for target, rows in ((checkin_plan, plans), (preference, chosen), (checkin_bucket, [bucket])):
        await put_all(stage.bot.database, target, rows)
    work = NewJob(kind="checkins.due", key="all", due=due)
    await stage.bot.database.change(lambda unit: unit.schedule(work))


def sent(stage: Stage) -> list[Any]:
    """What the bot wrote so far."""
    return [one for one in stage.discord.requests if one.method == "POST" and one.route.endswith("/messages")]


async def main(plans: int, peers: int, busy: int, crowd: int) -> None:
    await rows_part(plans, busy)
    await peer_part(peers, busy)
    await sandbox_part(crowd)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--plans", type=int, default=1_000_000)
    options.add_argument("--peers", type=int, default=100_000)
    options.add_argument("--busy", type=int, default=10_000)
    options.add_argument("--people", type=int, default=1_000)
    given = options.parse_args()
    asyncio.run(main(given.plans, given.peers, given.busy, given.people))
