"""Prints what looking at a group's health costs after a million events: `python -m bench.health`.

A year of published weeks of a large server, then `/mod health`'s figures for both windows beside one scan of a million
rows, in rounds that take turns, on SQLite and PostgreSQL; and what happens once a week, for so many events: publishing
the last of them, counting who gave to whom, and chance. Beside each stands the longest time for which the event loop
could do nothing else. Pictures are not part of it; they are drawn in a process of their own.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import func, insert, select

from bot.data import guilds
from bot.data.database import Database
from bot.data.unit import Unit
from bot.domain.clock import Wall, to_ms
from cogs.health.model.cells import Cell
from cogs.health.model.chance import chance
from cogs.health.model.definitions import HOURS, STEPS_MS, WEEKDAYS, Figures, week_of
from cogs.health.service.freezing import open_cells
from cogs.health.service.looking import Looking
from cogs.health.store import published, unpublished
from cogs.health.store.tables import health_vent
from cogs.reciprocity.model.figures import figures as ledger
from tests.cogs.health.town import GUILD, MONDAY
from tests.postgres import NoPostgresError, Postgres

AT_ONCE = 20_000
WEEKS = 52
COUNTED = unpublished.NEVER - WEEKS
"""The first week of rows that are there for the scan only."""
TICK_S = 0.002


async def fill(database: Database, events: int, circles: int, random: Random) -> None:
    """So many events as rows of posts, and a year of cells with as many in them."""
    left = events
    while left > 0:
        many = min(left, AT_ONCE)
        rows = [
            {
                "vent_id": random.getrandbits(60), "guild_id": GUILD, "circle": random.randrange(circles + 1),
                "week": COUNTED + random.randrange(WEEKS),
                "posted_ms": to_ms(MONDAY) + random.randrange(10**9),
                "first_ms": None, "most": random.randrange(5), "enough_ms": None, "total": 3, "version": 3, "ended": 1,
            }
            for _ in range(many)
        ]  # fmt: skip
        await database.change(lambda unit, rows=rows: unit.run(insert(health_vent), rows))
        left -= many
    await database.change(lambda unit: _publish(unit, events // (WEEKS * (circles + 1)), circles, random))


def _publish(unit: Unit, events: int, circles: int, random: Random) -> None:
    guilds.switch_on(unit, GUILD, ("health",))
    unpublished.heard_first(unit, GUILD)
    first = week_of(to_ms(MONDAY))
    for week in range(WEEKS):
        for circle in range(circles + 1):
            published.publish(unit, GUILD, Cell(circle, first + 7 * week, 1, 9, _figures(events, random)))
    published.is_frozen(unit, GUILD, first + 7 * (WEEKS - 1))


def _figures(events: int, random: Random) -> Figures:
    """A third posts, two thirds support."""
    posts = max(4, events // 3)
    waits, hours = [0] * len(STEPS_MS), [0] * (WEEKDAYS * HOURS)
    for _ in range(min(posts, 500)):
        waits[random.randrange(len(waits))] += 1
        hours[random.randrange(len(hours))] += 1
    return Figures(posts, posts // 10, posts // 2, posts, posts, tuple(waits), tuple(hours))


@dataclass(frozen=True)
class Cost:
    """Of one act, in milliseconds: how long it took, and the longest stall of the event loop in that time.

    `own` is how much of it this process worked: the rest is for others on the same machine.
    """

    took: float
    stall: float
    own: float


async def cost(act: Callable[[], Awaitable[Any]]) -> Cost:
    """Something else wants a turn every TICK_S."""
    stalls: list[tuple[float, float]] = [(0.0, 0.0)]

    async def tick() -> None:
        while True:
            start, worked = time.perf_counter(), time.process_time()
            await asyncio.sleep(TICK_S)
            waited = time.perf_counter() - start - TICK_S
            stalls.append((waited, min(waited, time.process_time() - worked)))

    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    start = time.perf_counter()
    await act()
    took = time.perf_counter() - start
    await asyncio.sleep(2 * TICK_S)
    ticking.cancel()
    return Cost(took * 1000, max(waited for waited, _ in stalls) * 1000, max(own for _, own in stalls) * 1000)


async def memory(act: Callable[[], Awaitable[Any]]) -> float:
    """Megabytes of Python's own at the peak of it."""
    tracemalloc.start()
    await act()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def given(events: int, random: Random) -> list[tuple[int, int, int]]:
    """Four weeks of them, as the ledger reads them: everybody gives six times."""
    people = range(max(50, events // 13 // 6))
    return [(*random.sample(people, 2), 1) for _ in range(events // 13)]


async def weekly(
    database: Database, events: int, circles: int, random: Random
) -> dict[str, Callable[[], Awaitable[Any]]]:
    """What comes once a week (chance: every four), for a fifty-second of the events."""
    acts = given(events, random)
    degrees = ledger(acts).degrees
    last = week_of(to_ms(MONDAY)) + 7 * (WEEKS + 1)
    open_posts = [
        {
            "vent_id": random.getrandbits(60), "guild_id": GUILD, "circle": random.randrange(circles + 1),
            "week": last - 7, "posted_ms": to_ms(MONDAY) + random.randrange(10**9), "first_ms": None, "most": 6,
            "enough_ms": None, "total": 3, "version": 3, "ended": 1,
        }
        for _ in range(events // WEEKS)
    ]  # fmt: skip
    await database.change(lambda unit: unit.run(insert(health_vent), open_posts))
    return {
        f"a week of {len(open_posts):,} posts": lambda: database.read(lambda look: open_cells(look, GUILD, last)),
        f"who gave to whom, {len(acts):,} acts": lambda: asyncio.to_thread(ledger, acts),
        f"chance, {len(acts):,} acts": lambda: asyncio.to_thread(chance, degrees, Random(1)),
    }


async def measure(url: str, events: int, circles: int, rounds: int) -> None:
    """Fills, measures, prints."""
    database, random = Database(url, Wall()), Random(5)
    await database.open()
    await database.migrate()
    database.wall.follow((MONDAY + timedelta(weeks=WEEKS, days=2)).timestamp(), 0.0)
    await fill(database, events, circles, random)
    looking = Looking(database, database.wall)
    acts: dict[str, Callable[[], Awaitable[Any]]] = {
        "nothing": lambda: asyncio.sleep(0.5),
        "one scan": lambda: database.read(_scan),
        "panel, 4 weeks": lambda: looking.shown(GUILD, 4),
        "panel, 12 weeks": lambda: looking.shown(GUILD, 12),
        "one circle, 12 weeks": lambda: looking.shown(GUILD, 12, 1),
        **await weekly(database, events, circles, random),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in acts}
    for _ in range(rounds):
        for name, act in acts.items():
            costs[name].append(await cost(act))
    peaks = {name: await memory(act) for name, act in list(acts.items())[:5]}
    await database.close()
    print(f"{url.partition('+')[0]}: {events:,} events, {circles:,} circles, {WEEKS} weeks")
    print(f"{'':<32}{'ms':>9}{'to a scan':>11}{'memory':>11}{'longest stall ms':>18}{'of it ours':>12}")
    for name, several in costs.items():
        ratio = statistics.median(a.took / b.took for a, b in zip(several, costs["one scan"], strict=True))
        peak = f"{peaks[name]:.1f} MB" if name in peaks else ""
        took, stall = (statistics.median(getattr(one, part) for one in several) for part in ("took", "stall"))
        own = max(one.own for one in several)
        print(f"{name:<32}{took:>9.0f}{ratio:>9.2f} ×{peak:>11}{stall:>18.0f}{own:>12.0f}")


def _scan(look: Any) -> Sequence[Any]:
    """What a panel without published cells would have to do at the least."""
    columns = (health_vent.c.week, func.count(), func.sum(health_vent.c.most))
    scan = select(*columns).where(health_vent.c.guild_id == GUILD).group_by(health_vent.c.week)
    return look.execute(scan).fetchall()


def main() -> None:
    """Reads the options."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=1_000_000)
    options.add_argument("--circles", type=int, nargs="*", default=[20, 400])
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    for circles in chosen.circles:
        with tempfile.TemporaryDirectory() as folder:
            rows = f"sqlite+aiosqlite:///{Path(folder) / 'rows.db'}"
            asyncio.run(measure(rows, chosen.events, circles, chosen.rounds))
        try:
            asyncio.run(_on_postgres(chosen.events, circles, chosen.rounds))
        except NoPostgresError as none:
            print(f"no PostgreSQL here: {none}")


async def _on_postgres(events: int, circles: int, rounds: int) -> None:
    server = Postgres.start()
    try:
        await measure(await server.fresh_database(), events, circles, rounds)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
