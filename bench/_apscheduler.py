"""The same mornings kept by APScheduler: one row for each person in its persistent job store, on SQLite.

Used as its documentation shows it: AsyncIOScheduler, SQLAlchemyJobStore, a cron trigger in each person's zone. Its
store speaks to databases synchronously, so there is none for asyncpg, and PostgreSQL is left out.
"""

import asyncio
import pickle
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import Engine, create_engine, event, insert

CHUNK = 20_000


@dataclass
class Asked:
    """Those who were, and when all were."""

    due: int = 0
    who: set[int] = field(default_factory=set[int])
    all: asyncio.Event = field(default_factory=asyncio.Event)


asked = Asked()


async def ask(number: int) -> None:
    """What a job does: nothing is sent here either."""
    asked.who.add(number)
    if len(asked.who) == asked.due:
        asked.all.set()


async def morning(folder: Path, who: Iterable[tuple[str, int, bool]]) -> tuple[float, float]:
    """Seconds from waking up until everybody who is due was asked and has a next time; longest that the loop stood.

    `who` has zone, minute of the day, and whether they are due now.
    """
    asked.who.clear()
    asked.all.clear()
    store: Any = SQLAlchemyJobStore(engine=engine_in(folder))
    scheduler: Any = AsyncIOScheduler(
        jobstores={"default": store}, timezone=UTC, job_defaults={"misfire_grace_time": None}
    )
    scheduler.start(paused=True)
    asked.due = fill(scheduler, store, who)
    try:
        stalls = asyncio.create_task(longest_stall())
        await asyncio.sleep(0.1)
        start = time.perf_counter()
        scheduler.resume()
        await asked.all.wait()
        took = time.perf_counter() - start
        await asyncio.sleep(0.1)
        stalls.cancel()
        return took, await stalls
    finally:
        scheduler.shutdown(wait=False)


def engine_in(folder: Path) -> Engine:
    """As durable as ours, so that the disk is waited for as often."""
    engine = create_engine(f"sqlite:///{folder / 'apscheduler.db'}")

    @event.listens_for(engine, "connect")
    def opened(connection: Any, _: object) -> None:  # pyright: ignore[reportUnusedFunction]
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def fill(scheduler: Any, store: Any, who: Iterable[tuple[str, int, bool]]) -> int:
    """Rows as its own `add_job` writes them, many at once. Gives how many are due."""
    now = datetime.now(UTC)
    triggers: dict[tuple[str, int], Any] = {}
    rows: list[dict[str, Any]] = []
    for number, (zone, minute, is_due) in enumerate(who):
        trigger = triggers.get((zone, minute)) or CronTrigger(hour=minute // 60, minute=minute % 60, timezone=zone)
        triggers[zone, minute] = trigger
        then = now - timedelta(seconds=1) if is_due else now + timedelta(hours=1)
        one: Any = Job(
            scheduler, id=str(number), func=ask, args=(number,), kwargs={}, trigger=trigger, executor="default",
            name="ask", misfire_grace_time=None, coalesce=True, max_instances=1, next_run_time=then,
        )  # fmt: skip
        state = pickle.dumps(one.__getstate__(), store.pickle_protocol)
        rows.append({"id": str(number), "next_run_time": then.timestamp(), "job_state": state})
    with store.engine.begin() as connection:
        for at in range(0, len(rows), CHUNK):
            connection.execute(insert(store.jobs_t), rows[at : at + CHUNK])
    return sum(row["next_run_time"] < now.timestamp() for row in rows)


async def longest_stall() -> float:
    """Until it is cancelled: the longest, in seconds, in which nothing else could run."""
    longest = 0.0
    try:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - before - 0.001)
    except asyncio.CancelledError:
        return longest
