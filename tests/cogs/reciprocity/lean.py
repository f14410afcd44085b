"""A process that does nothing but count: rows, worker, and the ledger's subscribers. Started to be killed."""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.data import keys
from bot.data.database import Database
from bot.data.worker import Handlers, Worker, hearing
from bot.domain.clock import Wall
from cogs.reciprocity.subscribers import LedgerSubscribers


@dataclass(frozen=True)
class Life:
    """What a life of the process needs to know."""

    database_url: str
    keys_file: Path
    name: str


def live(life: Life) -> None:
    """Counts what the queue says, until it is killed."""
    # what it says about being cut off is no concern of the tests' own output
    sys.stderr = (life.keys_file.parent / "lean.txt").open("a", encoding="utf-8")
    asyncio.run(_live(life))


async def _live(life: Life) -> None:
    living = keys.read_file(life.keys_file)
    assert living is not None
    database = Database(life.database_url, Wall())
    await database.open()
    heard = LedgerSubscribers(living)
    all_of_them = (heard.count_given, heard.count_held_back, heard.count_removed, heard.keep_unnamed)
    rows = {f"fact:reciprocity.{one.__name__}": hearing(one) for one in all_of_them}
    await Worker(database, Handlers(rows, {}), name=life.name).start()
    await asyncio.Event().wait()
