"""Discord is told our commands when they have changed: once, whoever starts, and again where it had trouble."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.data import queue, scopes
from bot.data.database import Database
from bot.data.queue import Job
from bot.data.scopes import GLOBAL_SCOPE, SYNC
from bot.data.tables import job
from bot.data.worker import Handlers, Worker
from bot.domain.clock import Wall
from bot.text.catalogue import Catalogue
from bot.ui.sync import CommandSync
from tests.rows import NewRows, eventually, rows


class Discord:
    """Where commands are sent; the first `troubles` times it has trouble."""

    def __init__(self, troubles: int = 0) -> None:
        self.told = 0
        self._troubles = troubles

    async def bulk_upsert_global_commands(self, application_id: int, payload: list[Any]) -> None:
        await asyncio.sleep(0.05)  # on its way; the others begin meanwhile
        if self._troubles:
            self._troubles -= 1
            raise ConnectionResetError
        self.told += 1

    async def bulk_upsert_guild_commands(self, application_id: int, guild_id: int, payload: list[Any]) -> None:
        raise AssertionError


class Process:
    """One of those that start: its own rows, its own worker."""

    def __init__(self, database: Database, there: Discord, tree: app_commands.CommandTree[Any], name: str) -> None:
        self._tree = tree
        self._sync = CommandSync(database, Catalogue([]), [], lambda _: [])
        self._there = there
        self.worker = Worker(database, Handlers({}, {SYNC: self._tell}), name=name)

    async def _tell(self, held: Job) -> None:
        await self._sync.sync(self._tree, self._there, 1, held)

    async def begin(self) -> None:
        if not self.worker.alive:
            await self.worker.start()
        await self._sync.begin(self._tree, self.worker)


@pytest.fixture
async def tree() -> AsyncIterator[app_commands.CommandTree[Any]]:
    async with discord.Client(intents=discord.Intents.none()) as client:
        yield app_commands.CommandTree(client)


async def test_processes_that_start_together_tell_discord_once(
    new_rows: NewRows, engine: str, tree: app_commands.CommandTree[Any]
) -> None:
    url, there = await new_rows(), Discord()
    async with AsyncExitStack() as ending:
        processes: list[Process] = []
        for number in range(3 if engine == "postgresql" else 1):
            database = Database(url, Wall())
            await database.open()
            ending.push_async_callback(database.close)
            processes.append(Process(database, there, tree, f"process-{number}"))
            ending.push_async_callback(processes[-1].worker.drain, 0)

        await asyncio.gather(*(one.begin() for one in processes))
        assert there.told == 1
        await asyncio.gather(*(one.begin() for one in processes))  # as after a restart
        assert there.told == 1


async def test_trouble_of_discord_s_does_not_end_a_start_and_commands_come_all_the_same(
    database: Database, tree: app_commands.CommandTree[Any]
) -> None:
    there = Discord(troubles=1)
    process = Process(database, there, tree, "here")
    try:
        await process.begin()

        assert there.told == 0
        await database.change(lambda unit: queue_again(unit.connection))
        process.worker.wake()
        await eventually(lambda: known(database))
        assert there.told == 1
    finally:
        await process.worker.drain(0)


async def test_commands_that_were_given_up_are_tried_anew_at_the_next_start(
    database: Database, tree: app_commands.CommandTree[Any]
) -> None:
    there = Discord(troubles=queue.FAILURES_MAX)
    process = Process(database, there, tree, "here")
    try:
        await process.begin()
        while not [one for one in await rows(database, job) if one.dead]:
            await database.change(lambda unit: queue_again(unit.connection))
            process.worker.wake()
            await asyncio.sleep(0)
        await process.begin()

        assert there.told == 1
    finally:
        await process.worker.drain(0)


def queue_again(connection: Any) -> None:
    """What failed and waits may be tried at once."""
    connection.execute(job.update().where(job.c.lease_by.is_(None)).values(visible_ms=0))


async def known(database: Database) -> bool:
    return GLOBAL_SCOPE in await database.read(scopes.scopes)
