"""Several processes on one PostgreSQL share the shards, the starts and the requests (decision 0060)."""

import asyncio
import logging
from collections.abc import Sequence

from bot.data.database import Database
from bot.data.shards import ShardRange, blocks
from bot.data.worker import Worker
from bot.delivery.budget import SharedBudget
from bot.delivery.sender import Sender
from config.settings import DeliverySettings

BURST = 5

log = logging.getLogger(__name__)


class Processes:
    """This process among the others. On SQLite there are none, and nothing here does anything."""

    def __init__(self, database: Database, worker: Worker, sender: Sender) -> None:
        self._database = database
        self._worker = worker
        self._sender = sender
        self._range = ShardRange(database)
        self._identify_every_s = 0.0
        self._held = asyncio.Event()

    async def join(
        self, shard_count: int, *, given: Sequence[int] | None, processes: int, pace: DeliverySettings
    ) -> list[int] | None:
        """Waits for a free range of shards (the `given` ones, or one of as many as there are `processes`); gives it.

        None on SQLite. Raises StartRefused where living processes count shards otherwise.
        """
        if self._database.is_sqlite:
            return None
        shards = await self._range.take(shard_count, [given] if given else blocks(shard_count, processes))
        self._worker.name = self._range.work_name
        self._identify_every_s = pace.identify_every_s
        self._sender.share(
            self._budget("requests", pace.per_second, BURST), self._budget("dm-opens", pace.dm_opens_per_second, 0)
        )
        log.info("this process has the shards %s of %d", ", ".join(map(str, shards)), shard_count)
        self._held.set()
        return list(shards)

    def _budget(self, what: str, per_second: float, burst: int) -> SharedBudget:
        return SharedBudget(per_second, lambda many: self._range.turn(what, many, 1 / per_second, burst=burst))

    async def hold(self) -> None:
        """Hears the others and keeps the shards; returns once another process has taken over."""
        if self._database.is_sqlite:
            await asyncio.Event().wait()
        hearing = asyncio.create_task(self._database.hear_for_ever(self._worker.hear))
        try:
            await self._held.wait()
            await self._range.hold()
        finally:
            hearing.cancel()

    async def leave(self) -> None:
        """Gives the shards to whoever waits for them."""
        if not self._database.is_sqlite:
            await self._range.let_go()

    async def wait_to_identify(self, rate_key: int) -> None:
        """Waits for the turn of a rate key among all processes."""
        await asyncio.sleep(await self._range.turn(f"identify/{rate_key}", 1, self._identify_every_s))
