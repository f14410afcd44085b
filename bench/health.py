"""Prints what looking at a group's health costs after a million events: `python -m bench.health`.

A year of published weeks of a large server, made by the weekly job from a million posts, supports and acts, then
`/mod health`'s figures for both windows beside one scan of a million rows, in rounds that take turns. Pictures are not
part of it.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Awaitable, Callable, Sequence
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
from cogs.health.model.definitions import HOURS, STEPS_MS, WEEKDAYS, Figures, week_of
from cogs.health.service.looking import Looking
from cogs.health.store import published, unpublished
from cogs.health.store.tables import health_vent
from tests.cogs.health.town import GUILD, MONDAY

AT_ONCE = 20_000
WEEKS = 52


async def fill(database: Database, events: int, circles: int, random: Random) -> None:
    """So many events as rows of posts, and a year of cells with as many in them."""
    left = events
    while left > 0:
        many = min(left, AT_ONCE)
        rows = [
            {
                "vent_id": random.getrandbits(60), "guild_id": GUILD, "circle": random.randrange(circles + 1),
                "week": week_of(to_ms(MONDAY)) + 7 * random.randrange(WEEKS),
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


async def took(act: Callable[[], Awaitable[Any]]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    await act()
    return (time.perf_counter() - start) * 1000


async def memory(act: Callable[[], Awaitable[Any]]) -> float:
    """Megabytes of Python's own at the peak of it."""
    tracemalloc.start()
    await act()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


async def measure(events: int, circles: int, rounds: int) -> None:
    """Fills, measures, prints."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'rows.db'}", Wall())
        await database.open()
        await database.migrate()
        database.wall.follow((MONDAY + timedelta(weeks=WEEKS, days=2)).timestamp(), 0.0)
        await fill(database, events, circles, Random(5))
        looking = Looking(database, database.wall)
        acts: dict[str, Callable[[], Awaitable[Any]]] = {
            "one scan": lambda: database.read(_scan),
            "panel, 4 weeks": lambda: looking.shown(GUILD, 4),
            "panel, 12 weeks": lambda: looking.shown(GUILD, 12),
            "one circle, 12 weeks": lambda: looking.shown(GUILD, 12, 1),
        }
        times: dict[str, list[float]] = {name: [] for name in acts}
        for _ in range(rounds):
            for name, act in acts.items():
                times[name].append(await took(act))
        peaks = {name: await memory(act) for name, act in acts.items()}
        await database.close()
    print(f"{events:,} events, {circles:,} circles, {WEEKS} weeks")
    for name, several in times.items():
        ratio = statistics.median(a / b for a, b in zip(several, times["one scan"], strict=True))
        print(f"{name:<24}{statistics.median(several):>9.1f} ms{ratio:>9.2f} ×{peaks[name]:>9.1f} MB")


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
    given = options.parse_args()
    for circles in given.circles:
        asyncio.run(measure(given.events, circles, given.rounds))


if __name__ == "__main__":
    main()
