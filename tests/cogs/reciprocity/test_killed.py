"""SIGKILL at any instant, two processes on PostgreSQL: every fact counts once."""

import asyncio
import random
from pathlib import Path

from bot.data import given, keys
from bot.data.database import Database
from bot.data.given import Given
from bot.data.tables import job
from bot.data.unit import Unit
from bot.domain.clock import Wall
from bot.domain.events import SupportGiven
from cogs.reciprocity.store.tables import ledger_act, ledger_waiting
from tests.chaos import chaos, note, share
from tests.cogs.reciprocity.books import ADA, GUILD, SUBSCRIPTIONS, Books, person
from tests.cogs.reciprocity.lean import Life, live
from tests.lives import end, start
from tests.rows import NewRows, count, eventually, rows

KILLS = 8
AT_ONCE = 24


async def test_every_fact_counts_once_however_often_the_counter_is_killed(tmp_path: Path, new_rows: NewRows) -> None:
    await killed(tmp_path, await new_rows(), KILLS, random.Random(3))


@chaos
async def test_chaos_in_the_ledger(tmp_path: Path, new_rows: NewRows) -> None:
    await killed(tmp_path, await new_rows(), share(30), random.Random())


async def killed(folder: Path, url: str, kills: int, chance: random.Random) -> None:
    """In every life as many are named as not; each pair is there once, so that no cap hides what was counted twice."""
    keys.write_file(folder / "keys.json", keys.new_keys())
    living = keys.read_file(folder / "keys.json")
    assert living is not None
    database = Database(url, Wall())
    await database.open()
    try:
        await Books(database, living).keeps(ADA)
        database.wall, database.subscriptions = Wall(), SUBSCRIPTIONS
        names = ["one"] if database.is_sqlite else ["one", "two"]
        alive = [start(live, Life(url, folder / "keys.json", name)) for name in names]
        for number in range(kills):
            await database.change(lambda unit, first=number * AT_ONCE: emit(unit, living, first))
            await asyncio.sleep(chance.uniform(0.0, 0.08))
            which = number % len(alive)
            assert await end(alive[which]) == -9
            alive[which] = start(live, Life(url, folder / "keys.json", names[which]))
        await eventually(lambda: nothing_left(database), seconds=30 + 2 * kills)
        for process in alive:
            await end(process)
        acts = [row.acts for row in await rows(database, ledger_act)]
        waiting, every = await count(database, ledger_waiting), kills * AT_ONCE
        lost = max(every - len(acts), 0) + max(every - waiting, 0)
        note(
            "kill -9 of who counts", url, 2 * every, lost, sum(acts) - len(acts) + max(waiting - every, 0), kills=kills
        )
        assert acts == [1] * (kills * AT_ONCE)
        assert waiting == every
    finally:
        await database.close()


def emit(unit: Unit, living: keys.Keys, first: int) -> None:
    for number in range(first, first + AT_ONCE):
        unit.emit(SupportGiven(GUILD, ADA, person(number + 10), "cheer", unit.now_ms))
        given.emit(unit, living, GUILD, Given(ADA, given.week_of(unit), cheers=1, posts=1))


async def nothing_left(database: Database) -> bool:
    return await count(database, job) == 0
