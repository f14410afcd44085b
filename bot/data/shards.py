"""Several processes on one PostgreSQL: who holds which shards, and whose turn it is.

Leases are by the database's clock, so that the machines' own clocks need not agree; whoever takes or renews one tells
`real_ms` of it, by which leases on work go. SQLite has one process and needs none of this. Why rows and not session
locks: docs/decisions/0060-several-processes.md.
"""

import asyncio
import contextlib
import logging
import os
import socket
from collections.abc import Sequence

from sqlalchemy import BigInteger, bindparam, cast, delete, extract, func, select, text, update
from sqlalchemy.engine import Connection

from bot.data.database import Database
from bot.data.schema import upsert
from bot.data.tables import job, shard_lease, turn
from bot.domain.clock import NEAR_ENOUGH_MS, agree_with, real_ms
from bot.domain.errors import DatabaseAway, StartRefused
from bot.domain.ids import random_id

LEASE_MS = 15_000
RENEW_EVERY_S = 4.0
"""A killed process's shards are free LEASE_MS after its last renewal: within 30 s, with room for the next to look."""
LOOK_EVERY_S = 2.0
LONGEST_QUEUE_US = 600_000_000
"""A turn further away than this was written before the database's clock was set back."""
_LOCK = 0x57494E48

log = logging.getLogger(__name__)

# one that ends later than a lease lasts was written before the database's clock was set back: nobody renews it
_LIVING = select(shard_lease.c.shard_id, shard_lease.c.shard_count, shard_lease.c.owner).where(
    shard_lease.c.until_ms > bindparam("now"), shard_lease.c.until_ms <= bindparam("now") + LEASE_MS
)
_new = upsert(shard_lease)
_TAKE = _new.on_conflict_do_update(
    index_elements=["shard_id"],
    set_={"shard_count": _new.excluded.shard_count, "owner": _new.excluded.owner, "until_ms": _new.excluded.until_ms},
)
_OURS = select(func.count()).where(shard_lease.c.owner == bindparam("me"))
_RENEW = update(shard_lease).where(shard_lease.c.owner == bindparam("me")).values(until_ms=bindparam("until"))
_GIVE_BACK = delete(shard_lease).where(shard_lease.c.owner == bindparam("me"))
_FREE_LIVES = update(job).where(job.c.lease_by.startswith(bindparam("range"))).values(visible_ms=0, lease_by=None)
_now_us = extract("epoch", func.clock_timestamp()) * 1_000_000
_NOW = select(cast(_now_us, BigInteger))
_NEXT = select(turn.c.next_us).where(turn.c.name == bindparam("what")).with_for_update()
_turn = upsert(turn)
_BEGIN_TURNS = _turn.on_conflict_do_nothing()
_MOVE_TURN = update(turn).where(turn.c.name == bindparam("what")).values(next_us=bindparam("next"))


def blocks(shards: int, processes: int) -> list[tuple[int, ...]]:
    """The shards cut into as many contiguous ranges as there are processes, the longer ones first."""
    each, more = divmod(shards, min(processes, shards))
    cut: list[tuple[int, ...]] = []
    first = 0
    for number in range(min(processes, shards)):
        many = each + (number < more)
        cut.append(tuple(range(first, first + many)))
        first += many
    return cut


def take(connection: Connection, me: str, shard_count: int, wanted: Sequence[Sequence[int]]) -> tuple[int, ...] | None:
    """Leases the first of the `wanted` ranges that is free to `me`; None where all are held.

    Raises StartRefused where living processes count shards otherwise: Discord would give servers to two of them.
    """
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    now_ms = _agreed_ms(connection)
    living = connection.execute(_LIVING, {"now": now_ms}).fetchall()
    others = {row.shard_count for row in living if row.owner != me} - {shard_count}
    if others:
        raise StartRefused(
            f"Other processes run with {others.pop()} shards in all, and I was to run with {shard_count}. "
            "End them first, or give me the same WINGBEAT_SHARD_COUNT."
        )
    held = {row.shard_id for row in living if row.owner != me}
    free = next((tuple(shards) for shards in wanted if not held & set(shards)), None)
    for shard in free or ():
        lease = {"shard_id": shard, "shard_count": shard_count, "owner": me, "until_ms": now_ms + LEASE_MS}
        connection.execute(_TAKE, lease)
    return free


def renew(connection: Connection, me: str, shards: Sequence[int]) -> bool:
    """Moves our leases on; False if another process has taken one of them meanwhile."""
    connection.execute(_RENEW, {"me": me, "until": _agreed_ms(connection) + LEASE_MS})
    return int(connection.execute(_OURS, {"me": me}).scalar_one()) == len(shards)


def give_back(connection: Connection, me: str) -> None:
    """Whoever waits for these shards need not wait for the leases to end."""
    connection.execute(_GIVE_BACK, {"me": me})


def reserve(connection: Connection, what: str, many: int, every_us: int, burst: int = 0) -> int:
    """Takes `many` turns of something that may happen once in `every_us`; gives the microseconds until the first.

    Up to `burst` turns that nobody took before are still to be had at once. All processes together keep to the pace:
    the turns are handed out by one row.
    """
    now = _now(connection)
    connection.execute(_BEGIN_TURNS, {"name": what, "next_us": now - burst * every_us})
    # waits here until the turn of another process is written
    free = int(connection.execute(_NEXT, {"what": what}).scalar_one())
    first = max(free if free <= now + LONGEST_QUEUE_US else now, now - burst * every_us)
    connection.execute(_MOVE_TURN, {"what": what, "next": first + many * every_us})
    return max(0, first - now)


def _now(connection: Connection) -> int:
    return int(connection.execute(_NOW).scalar_one())


def _agreed_ms(connection: Connection) -> int:
    asked_ms = real_ms()
    now_ms = _now(connection) // 1000
    # who slept in between would take the time it slept for a difference of the clocks, and its leases for its own
    is_fresh = real_ms() - asked_ms <= NEAR_ENOUGH_MS
    ahead_s = -agree_with(now_ms) / 1000 if is_fresh else 0
    if ahead_s:
        log.warning("this machine's clock is %+.0f s from the database's; leases go by the database's", ahead_s)
    return now_ms


def _range(shards: Sequence[int]) -> str:
    return f"shards-{'-'.join(map(str, shards))}/"


class ShardRange:
    """The shards of this process: taken at start, held while it lives, given back at its end."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._me = f"{socket.gethostname()}/{os.getpid()}/{random_id():x}"
        self.shards: tuple[int, ...] = ()
        self.work_name = ""
        """In it stand our leases on work. No other life of a process has it: one that overslept frees its own alone."""

    async def take(self, shard_count: int, wanted: Sequence[Sequence[int]]) -> tuple[int, ...]:
        """Waits until one of the `wanted` ranges is free. Raises StartRefused, see `take`."""
        told, life = False, f"{random_id():x}"

        def taken(rows: Connection) -> tuple[int, ...] | None:
            shards = take(rows, self._me, shard_count, wanted)
            if shards is not None:
                self.work_name = f"{_range(shards)}{life}"
                rows.execute(_FREE_LIVES, {"range": _range(shards)})  # what an earlier holder had begun
            return shards

        while True:
            try:
                found = await self._database.on_writer(taken)
            except DatabaseAway:
                await asyncio.sleep(LOOK_EVERY_S)
                continue
            if found is not None:
                self.shards = found
                return found
            if not told:
                log.info("other processes hold all %d shards; I wait until some are free", shard_count)
                told = True
            await asyncio.sleep(LOOK_EVERY_S)

    async def hold(self) -> None:
        """Renews the leases; returns once another process has taken over."""
        while True:
            await asyncio.sleep(RENEW_EVERY_S)
            try:
                if not await self._database.on_writer(lambda connection: renew(connection, self._me, self.shards)):
                    log.error("another process has taken my shards: I was not heard of for too long")
                    return
            except DatabaseAway as away:
                # nobody else can take them either; who was cut off alone hears of it once the line is back
                log.warning("the shards' leases could not be renewed: %s", away)

    async def let_go(self) -> None:
        """Raises nothing: without it the leases run out by themselves."""
        with contextlib.suppress(DatabaseAway):
            await self._database.on_writer(lambda connection: give_back(connection, self._me))

    async def turn(self, what: str, many: int, every_s: float, burst: int = 0) -> float:
        """Takes `many` turns (see `reserve`); gives the seconds until the first."""
        every_us = int(every_s * 1_000_000)
        wait_us = await self._database.on_writer(lambda rows: reserve(rows, what, many, every_us, burst))
        return wait_us / 1_000_000
