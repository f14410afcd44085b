"""A month at high speed with Discord's faults on: nothing piles up, the queue drains, the books balance."""

import asyncio
import gc
import os
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from bot.data import upkeep
from bot.data.schema import METADATA
from bot.data.tables import job
from sandbox import Member, Seen
from tests.chaos import KILLS, chaos, note, tell
from tests.knocks.storm import FAULTS, insists, live_through, sentences, soon
from tests.rows import NewRows
from tests.stage import Stage, staged

DAYS = 30 if KILLS >= 50 else 4
CROWD = 6
"""People who cheer for the day's post, beside whoever lives through the day's fault."""
SETTLED_AFTER = 3
"""Days until everything that is made once (caches, connections, compiled statements) is there."""
MORE_TASKS, MORE_FILES, MORE_MB = 12, 6, 40
"""What the last day may hold beyond the settled one; the sandbox, in the same process, keeps every message."""


@dataclass(frozen=True)
class Held:
    """What this process holds: the bot and the sandbox."""

    tasks: int
    files: int
    resident_mb: int


@pytest.fixture
async def town(tmp_path: Path, new_rows: NewRows) -> AsyncIterator[Stage]:
    async with staged(tmp_path, people=200, database_url=await new_rows()) as ready:
        await ready.set_up()
        yield ready


def held() -> Held:
    """Resident memory from proc(5), status, VmRSS."""
    gc.collect()
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    resident = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
    return Held(len(asyncio.all_tasks()), len(os.listdir("/proc/self/fd")), resident // 1024)


@chaos
async def test_chaos_a_month_of_two_hundred_people(town: Stage) -> None:
    chance, texts, url = random.Random(), sentences(), town.database_url or ""
    people = cycle(one for one in town.guild.members if one.name.startswith("Member"))
    seen: list[Held] = []
    for number in range(DAYS):
        day = await live_through(town, chance.choice(sorted(FAULTS)), people, texts)
        note("a month with faults on", url, day.tried, len(day.lost), len(day.doubled))
        assert (day.lost, day.doubled) == ([], []), day
        cheered = await all_cheer(town, town.cards()[-1], list(islice(people, CROWD)))
        note("a month's cheers, counted on cards", url, CROWD, CROWD - cheered)
        assert cheered == CROWD, number
        await town.later(timedelta(days=1))
        await town.quiet()
        seen.append(held())

    settled, middle, last = seen[SETTLED_AFTER - 1], seen[DAYS // 2], seen[-1]
    tell(f"a month: day {SETTLED_AFTER} {settled}, day {DAYS // 2 + 1} {middle}, day {DAYS} {last}")
    assert last.tasks <= settled.tasks + MORE_TASKS, seen
    assert last.files <= settled.files + MORE_FILES, seen
    assert last.resident_mb <= settled.resident_mb + MORE_MB, seen
    await books_balance(town)


async def all_cheer(town: Stage, card: Seen, crowd: list[Member]) -> int:
    """How many more the card counts, beside the one who cheered before."""
    await asyncio.gather(*(insists(one, lambda: card, "vent:cheer") for one in crowd))
    return CROWD if await soon(town, lambda: f"{CROWD + 1} people are with you" in card.text) else 0


async def books_balance(town: Stage) -> None:
    """No fact waits to be heard, nothing was given up, and no post that is over has left a row behind."""
    bot = town.bot
    assert bot is not None
    state = await bot.database.read(upkeep.queue_state)
    assert state.dead_count == 0, state.dead
    assert await bot.database.read(unheard) == 0
    cards = {card.id for card in town.cards()}
    vent = METADATA.tables["vent"]
    kept = await bot.database.read(lambda look: set(look.execute(select(vent.c.message_id)).scalars()))
    assert kept == {int(one) for one in cards}


def unheard(look: Connection) -> int:
    return int(look.execute(select(func.count()).where(job.c.kind.startswith("fact:"))).scalar_one())
