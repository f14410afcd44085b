"""Two processes on one PostgreSQL, each with its shard: the same bot to people, and one goes on when the other ends."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.chaos import chaos
from tests.process import StageApart, staged_apart
from tests.rows import migrated

NewDatabase = Callable[..., Awaitable[str]]


@dataclass
class Pair:
    """Both processes on one stage; `first` has the first shard."""

    first: StageApart
    second: StageApart

    def shards(self) -> list[int]:
        """Those that are connected."""
        sessions = self.first.discord.hub.of(self.first.app.state)
        return sorted(session.shard[0] for session in sessions if session.connection)

    async def both_connected(self, seconds: float = 40.0) -> None:
        await self.first.discord.until(lambda: self.shards() == [0, 1], timeout=seconds)

    async def begin_second(self) -> None:
        beginning = asyncio.create_task(self.second.start())
        await self.both_connected()
        await beginning


@asynccontextmanager
async def two(folder: Path, database_url: str) -> AsyncIterator[Pair]:
    (folder / "second").mkdir()
    variables = {"shard_count": "2", "processes": "2", "keys_file": str(folder / "keys.json")}
    async with staged_apart(folder, database_url=database_url, **variables) as first:
        pair = Pair(first, replace(first, folder=folder / "second", process=None))
        await pair.begin_second()
        try:
            yield pair
        finally:
            if pair.second.process is not None:
                await put_down(pair.second.process)


async def put_down(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.kill()
    await process.wait()


@pytest.fixture
async def pair(tmp_path: Path, fresh_database: NewDatabase) -> AsyncIterator[Pair]:
    async with two(tmp_path, await fresh_database(migrated)) as ready:
        yield ready


@pytest.mark.long
async def test_vents_go_up_once_and_are_confirmed_whichever_process_posts_them(pair: Pair) -> None:
    stage = pair.first
    authors = [stage.ada, stage.ben, stage.mia]

    for author in authors:
        _, answer = await stage.vent(author, "They said no.")
        assert "It is up" in answer.text

    assert len(stage.cards()) == len(authors)
    threads = [card.thread for card in stage.cards()]
    assert len(set(threads)) == len(authors)


@pytest.mark.long
async def test_one_ends_in_good_order_and_its_shard_is_taken_at_once_by_one_that_waits(pair: Pair) -> None:
    waits = replace(pair.first, folder=pair.second.folder, process=None)
    assert pair.first.process is not None
    spare = asyncio.create_task(waits.start())
    await spare
    assert waits.process is not None
    try:
        ending = pair.second.process
        assert ending is not None
        ending.terminate()
        assert await asyncio.wait_for(ending.wait(), 15) == 0
        await pair.both_connected()
        card, _ = await pair.first.vent(pair.first.ada)
        await pair.first.ben.press(card, "vent:cheer")
        assert "1 person is with you" in card.text
    finally:
        await put_down(waits.process)


@chaos
async def test_a_killed_process_s_shard_is_served_again_within_thirty_seconds(pair: Pair) -> None:
    assert pair.second.process is not None
    await put_down(pair.second.process)
    await pair.first.discord.until(lambda: len(pair.shards()) == 1)

    again = replace(pair.second, process=None)
    pair.second = again
    beginning = asyncio.create_task(again.start())
    await pair.both_connected(30.0)
    await beginning
