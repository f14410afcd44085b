"""A process in which people do nothing but join circles, all at once."""

import asyncio
import sys
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path

from bot.data import keys
from bot.data.database import Database
from bot.domain.clock import Wall
from tests.cogs.circles.town import town_on


@dataclass(frozen=True)
class Life:
    """What a process needs to know; `people` are those who join in it."""

    database_url: str
    keys_file: Path
    seed: int
    people: tuple[int, ...]


def live(life: Life, start: Barrier) -> None:
    """Joins them together with the other process; exits with 0 once everybody was answered."""
    sys.stderr = (life.keys_file.parent / "lean.txt").open("a", encoding="utf-8")
    asyncio.run(_live(life, start))


async def _live(life: Life, start: Barrier) -> None:
    living = keys.read_file(life.keys_file)
    assert living is not None
    database = Database(life.database_url, Wall())
    await database.open()
    town = town_on(database, living, seed=life.seed)
    start.wait(30)
    try:
        await asyncio.gather(*(town.join(one) for one in life.people))
    finally:
        await database.close()
