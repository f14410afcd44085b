"""How many jobs a second are claimed and finished with a million rows waiting, against the bare driver doing the same.

Both on SQLite (WAL, synchronous FULL) and on a PostgreSQL started for it. Each job is finished in a transaction of its
own, as the worker does.
"""

import argparse
import asyncio
import sqlite3
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg

from bench._scene import table
from bot.data import queue
from bot.data.database import Database
from bot.data.sqlite import _COMMON, _WRITER
from bot.data.worker import AT_ONCE
from bot.domain.clock import Wall, real_ms, to_ms
from tests.postgres import NoPostgresError, Postgres

COLUMNS = "id, kind, key, payload, due_ms, visible_ms, attempts, dead"
READY = "SELECT id FROM job WHERE dead = 0 AND due_ms <= {0} AND visible_ms <= {1} ORDER BY due_ms LIMIT {2}"
SET = (
    "UPDATE job SET visible_ms = {3}, attempts = attempts + 1, lease_by = 'raw', "
    "first_claimed_ms = coalesce(first_claimed_ms, {1})"
)
BACK = "RETURNING id, kind, key, payload, sealed, guild_id, attempts, first_claimed_ms, due_ms"
DONE = "DELETE FROM job WHERE id = {0} AND lease_by = 'raw' AND attempts = {1}"
ON_SQLITE, ON_POSTGRES = ("?1", "?2", "?3", "?4"), ("$1", "$2", "$3", "$4")

Round = Callable[[], Awaitable[int]]
"""Claims a batch and finishes it; gives how many."""


def filled(many: int) -> list[tuple[int, str, str, str, int, int, int, int]]:
    now = real_ms()
    return [(n + 1, "bench.work", str(n), "{}", now - many + n, 0, 0, 0) for n in range(many)]


async def ours(database: Database) -> int:
    now_ms = to_ms(database.wall.now())
    claimed = await database.on_writer(partial(queue.claim, me="ours", now_ms=now_ms, many=AT_ONCE))
    for one in claimed:
        await database.on_writer(partial(queue.finish_if_mine, done=one))
    return len(claimed)


async def raw_sqlite(rows: sqlite3.Connection) -> int:
    now = real_ms()
    claim = f"{SET} WHERE id IN ({READY}) {BACK}".format(*ON_SQLITE)
    rows.execute("BEGIN IMMEDIATE")
    claimed = rows.execute(claim, (now, now, AT_ONCE, now + 60_000)).fetchall()
    rows.execute("COMMIT")
    for one in claimed:
        rows.execute("BEGIN IMMEDIATE")
        rows.execute(DONE.format(*ON_SQLITE), (one[0], one[6]))
        rows.execute("COMMIT")
    return len(claimed)


async def raw_postgres(rows: asyncpg.Connection) -> int:
    now = real_ms()
    claim = f"{SET} WHERE id = ANY(ARRAY({READY} FOR UPDATE SKIP LOCKED)) {BACK}".format(*ON_POSTGRES)
    async with rows.transaction():
        claimed = await rows.fetch(claim, now, now, AT_ONCE, now + 60_000)
    for one in claimed:
        async with rows.transaction():
            await rows.execute(DONE.format(*ON_POSTGRES), one["id"], one["attempts"])
    return len(claimed)


@asynccontextmanager
async def on_sqlite(many: int) -> AsyncIterator[dict[str, Round]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.db"
        database = Database(f"sqlite+aiosqlite:///{path}", Wall())
        await database.open()
        await database.migrate()
        rows = sqlite3.connect(path, isolation_level=None)
        for pragma in (*_COMMON, *_WRITER):
            rows.execute(pragma).fetchall()
        rows.execute("BEGIN")
        rows.executemany(f"INSERT INTO job ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", filled(many))
        rows.execute("COMMIT")
        yield {"sqlite, bare driver": partial(raw_sqlite, rows), "sqlite, ours": partial(ours, database)}
        rows.close()
        await database.close()


@asynccontextmanager
async def on_postgres(many: int) -> AsyncIterator[dict[str, Round]]:
    server = Postgres.start()
    try:
        url = await server.fresh_database()
        database = Database(url, Wall())
        await database.open()
        await database.migrate()
        name = url.partition("@/")[2].partition("?")[0]
        rows = await asyncpg.connect(host=str(server.directory), user="wingbeat", database=name)
        await rows.copy_records_to_table("job", records=filled(many), columns=COLUMNS.split(", "))
        await rows.execute("ANALYZE job")
        yield {"postgresql, bare driver": partial(raw_postgres, rows), "postgresql, ours": partial(ours, database)}
        await rows.close()
        await database.close()
    finally:
        server.stop()


async def main(many: int, rounds: int, batches: int) -> None:
    print(f"{many} rows waiting, batches of {AT_ONCE}, finished one by one")
    lines = [("on", "jobs/s", "ratio of times")]
    for place in (on_sqlite, on_postgres):
        try:
            async with place(many) as subjects:
                lines += await measured(subjects, rounds, batches)
        except NoPostgresError as none:
            print(f"no PostgreSQL here: {none}")
    table(*lines)


async def measured(subjects: dict[str, Round], rounds: int, batches: int) -> list[tuple[str, str, str]]:
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for number in range(rounds + 1):
        for name, one in subjects.items():
            start, done = time.perf_counter(), 0
            for _ in range(batches):
                done += await one()
            if number:
                times[name].append((time.perf_counter() - start) / done)
    floor = next(iter(times.values()))
    return [
        (
            name,
            f"{1 / statistics.median(of):.0f}",
            f"{statistics.median(a / b for a, b in zip(of, floor, strict=True)):.2f}",
        )
        for name, of in times.items()
    ]


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--batches", type=int, default=20, help="in a round")
    given = options.parse_args()
    asyncio.run(main(given.rows, given.rounds, given.batches))
