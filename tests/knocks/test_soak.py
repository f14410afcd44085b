"""A month at high speed with Discord's faults on: nothing piles up, the queue drains, the books balance."""

import asyncio
import gc
import os
import random
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import pytest

from bot.data import upkeep
from tests.flows.test_killed import CHAOS_KILLS, chaos
from tests.knocks import table
from tests.knocks.storm import FAULTS, live_through, sentences
from tests.rows import NewRows
from tests.stage import Stage, staged

DAYS = 30 if CHAOS_KILLS >= 50 else 4
SETTLED_AFTER = 2
"""Days until everything that is made once (caches, connections, compiled statements) is there."""
MORE_TASKS, MORE_FILES = 12, 6


@pytest.fixture
async def town(tmp_path: Path, new_rows: NewRows) -> AsyncIterator[Stage]:
    async with staged(tmp_path, people=200, database_url=await new_rows()) as ready:
        await ready.set_up()
        yield ready


def open_things() -> tuple[int, int]:
    """(tasks, file descriptors) of this process: the bot's and the sandbox's."""
    gc.collect()
    return len(asyncio.all_tasks()), len(os.listdir("/proc/self/fd"))


@chaos
async def test_chaos_a_month_of_two_hundred_people(town: Stage) -> None:
    chance, texts = random.Random(), sentences()
    people = cycle(one for one in town.guild.members if one.name.startswith("Member"))
    seen: list[tuple[int, int]] = []
    for _ in range(DAYS):
        day = await live_through(town, chance.choice(sorted(FAULTS)), people, texts)
        table.note("a month with faults on", day.tried, len(day.lost), len(day.doubled))
        assert (day.lost, day.doubled) == ([], []), day
        await town.later(timedelta(days=1))
        await town.quiet()
        seen.append(open_things())

    settled, last = seen[SETTLED_AFTER - 1], seen[-1]
    assert last[0] <= settled[0] + MORE_TASKS, seen
    assert last[1] <= settled[1] + MORE_FILES, seen
    bot = town.bot
    assert bot is not None
    state = await bot.database.read(upkeep.queue_state)
    assert state.dead_count == 0, state.dead
