"""The way to the rows on either engine: SQLite in two threads of its own, PostgreSQL through asyncpg."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import make_url
from sqlalchemy.engine import URL, Connection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.data import migrate, serial, signals
from bot.data.sqlite import SqliteSeat
from bot.data.trouble import Spell, in_words, is_damaged, is_undone
from bot.data.unit import Subscriptions, Unit
from bot.domain.clock import Wall
from bot.domain.errors import DatabaseAway, StartRefused

T = TypeVar("T")
POSTGRES_POOL = 8
AGAIN_S = 1.0
AGAIN_AFTER_UNDONE = 3
CONNECT_WITHIN_S, ANSWER_WITHIN_S = 10.0, 40.0
"""Longer than a server takes to be restarted or to breathe again; shorter than a lease on a job (queue.LEASE_MS).
Without them a line that was cut without a word would be waited for as long as TCP does, which may be hours."""
_ASKED_OF_SERVER = frozenset({
    "host", "port", "user", "password", "database", "ssl", "direct_tls", "passfile", "service", "servicefile",
    "target_session_attrs", "krbsrvname", "gsslib", "statement_cache_size", "max_cached_statement_lifetime",
    "max_cacheable_statement_size", "prepared_statement_cache_size",
})  # fmt: skip
"""What may follow the `?` of an address: asyncpg's own words and one of SQLAlchemy's."""

log = logging.getLogger(__name__)


class Database:
    """Opens, runs units and looks, closes. One per process."""

    def __init__(self, url: str, wall: Wall) -> None:
        self.wall = wall
        self.url = parse_url(url)
        self.subscriptions: Subscriptions = {}
        self.on_scheduled: Callable[[], None] = lambda: None
        self._units: set[asyncio.Task[Any]] = set()
        self._writer: SqliteSeat | None = None
        self._reader: SqliteSeat | None = None
        self._engine: AsyncEngine | None = None
        self._reading, self._writing = Spell(), Spell()

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    async def open(self) -> None:
        """Raises StartRefused in words."""
        if not self.is_sqlite:
            self._engine = self._to_server(ANSWER_WITHIN_S)
            return
        path = sqlite_path(self.url)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._writer, self._reader = SqliteSeat(path, writing=True), SqliteSeat(path, writing=False)
            await self._writer.open()
            await self._reader.open()
        except (sqlite3.Error, OSError) as error:
            if self._writer is not None:
                await self._writer.close()
            raise StartRefused(_damaged(path, error) or f"I cannot open the database {path}: {error}.") from None

    def _to_server(self, answer_within_s: float | None) -> AsyncEngine:
        within = {"timeout": CONNECT_WITHIN_S, "command_timeout": answer_within_s}
        return create_async_engine(
            self.url, pool_size=POSTGRES_POOL, pool_pre_ping=True, hide_parameters=True, connect_args=within
        )

    async def migrate(self) -> tuple[str | None, str | None]:
        """Brings the schema to the newest one; gives (before, after).

        Raises StartRefused for one that is newer, DatabaseAway where a server does not answer.
        """
        try:
            if self.is_sqlite:
                return await self.on_writer(_whole_then_upgraded)
            patient = self._to_server(None)  # a great table may be rewritten
            try:
                with self._writing.watched():
                    async with patient.begin() as connection:
                        return await connection.run_sync(migrate.upgrade)
            finally:
                await patient.dispose()
        except DatabaseAway as away:
            if not self.is_sqlite:
                raise  # a server that is being started: whoever starts us anew finds it there
            raise StartRefused(f"I cannot use the database: {away}.") from None
        except (DBAPIError, sqlite3.Error) as error:
            path = sqlite_path(self.url) if self.is_sqlite else None
            raise StartRefused(_damaged(path, error) or f"I cannot use the database: {in_words(error)}.") from None

    async def close(self) -> None:
        """Readers first, then the writer: the other way round leaves a -wal file behind.

        Units that still run, though whoever asked for them has gone, end first.
        """
        await asyncio.gather(*self._units, return_exceptions=True)
        if self._reader is not None:
            await self._reader.close()
        if self._writer is not None:
            await self._writer.close()
        if self._engine is not None:
            await self._engine.dispose()

    async def change(self, work: Callable[[Unit], T]) -> T:
        """Runs `work` in one transaction; commits when it returns, undoes all of it when it raises.

        It runs to its end even when the task that asked for it is cancelled. Raises DatabaseAway.
        """
        running = asyncio.create_task(self._unit(work, serial.whose()))
        self._units.add(running)
        running.add_done_callback(self._unit_ended)
        return await asyncio.shield(running)

    async def change_surely(self, work: Callable[[Unit], None]) -> None:
        """The same for what nobody says a second time: waits for the database as long as it is away."""
        while True:
            try:
                return await self.change(work)
            except DatabaseAway:
                await asyncio.sleep(AGAIN_S)

    async def _unit(self, work: Callable[[Unit], T], whose: tuple[int, ...]) -> T:
        scheduled = False

        def unit(connection: Connection) -> T:
            nonlocal scheduled
            if not self.is_sqlite:  # which has one writer
                serial.wait_for_turn(connection, whose)
            one = Unit(connection, self.subscriptions, self.wall.now())
            result = work(one)
            scheduled = one.scheduled
            return result

        result = await self.on_writer(unit)
        if scheduled:
            self.on_scheduled()
        return result

    def _unit_ended(self, unit: "asyncio.Task[Any]") -> None:
        self._units.discard(unit)
        if not unit.cancelled():
            unit.exception()  # seen: where nobody waits for it any more, there is nobody to tell

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Runs `work` on a connection that cannot write. Raises DatabaseAway."""
        with self._reading.watched():
            if self._reader is not None:
                return await self._reader.run(work)
            async with self._server.connect() as connection:
                await connection.execution_options(postgresql_readonly=True)
                return await connection.run_sync(work)

    async def read_or_none(self, work: Callable[[Connection], T], seconds: float) -> T | None:
        """The same for those who only want to know how it is: None where the database does not answer in time."""
        try:
            async with asyncio.timeout(seconds):
                return await self.read(work)
        except (TimeoutError, DatabaseAway):
            return None

    async def hear_for_ever(self, hear: Callable[[str], None]) -> None:
        """Hears what other processes on the same database tell (`signals.tell`); SQLite has no others."""
        if self._engine is not None:
            await signals.listen_for_ever(self._engine, hear)

    async def snapshot(self, work: Callable[[Connection], T]) -> T:
        """Reads one consistent state, however long it takes and whatever is written meanwhile. Raises DatabaseAway.

        Nobody waits for it: on SQLite it has a connection of its own, since presses stand in line for the reader.
        """
        with self._reading.watched():
            if self.is_sqlite:
                seat = SqliteSeat(sqlite_path(self.url), writing=False)
                try:
                    await seat.open()
                    return await seat.run(work)
                finally:
                    await seat.close()
            async with self._server.connect() as connection:
                await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
                return await connection.run_sync(work)

    async def overwrite(self) -> bool:
        """Has what was deleted overwritten now, in the -wal file too; the .db file's pages are already.

        False where it cannot be had: another process reads an older state, or on PostgreSQL, whose own vacuum and whose
        archive of changes decide when deleted rows are gone from the disk.
        """
        return await self._writer.overwrite() if self._writer is not None else False

    async def on_writer(self, work: Callable[[Connection], T]) -> T:
        """Runs `work` in one transaction without a unit around it (migrations, the queue's own upkeep).

        Raises DatabaseAway.
        """
        with self._writing.watched():
            if self._writer is not None:
                return await self._writer.run(work)
            return await self._on_server(work)

    async def _on_server(self, work: Callable[[Connection], T]) -> T:
        """Two that wait for each other's rows: one of them is undone by the server, whole, and does it again."""
        undone = 0
        while True:
            try:
                async with self._server.begin() as connection:
                    return await connection.run_sync(work)
            except DBAPIError as error:
                undone += 1
                if undone > AGAIN_AFTER_UNDONE or not is_undone(error):
                    raise
                log.info("the server undid a transaction, and it is done again: %s", in_words(error))

    @property
    def _server(self) -> AsyncEngine:
        assert self._engine is not None, "the database is not open"  # noqa: S101
        return self._engine


def parse_url(url: str) -> URL:
    """Raises StartRefused for anything but the two engines, in a sentence that shows no password."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StartRefused(
            "WINGBEAT_DATABASE_URL is not an address I understand. "
            "Give sqlite+aiosqlite:///path/to/file.db or postgresql+asyncpg://user:password@host/name."
        ) from None
    if parsed.drivername not in {"sqlite+aiosqlite", "postgresql+asyncpg"}:
        raise StartRefused(
            f"WINGBEAT_DATABASE_URL names the engine {parsed.drivername!r}. "
            "I know sqlite+aiosqlite:///… and postgresql+asyncpg://…."
        )
    unknown = set(parsed.query) - _ASKED_OF_SERVER
    if parsed.drivername == "postgresql+asyncpg" and unknown:
        raise StartRefused(
            f"WINGBEAT_DATABASE_URL says {sorted(unknown)[0]}=…, which I do not know. "
            "What libpq calls sslmode=require is ssl=require here."
        )
    return parsed


def sqlite_path(url: URL) -> Path:
    """The file of an SQLite address. Raises StartRefused for one in memory: it would forget everything."""
    if not url.database or url.database == ":memory:":
        raise StartRefused(
            "WINGBEAT_DATABASE_URL names a database in memory. Give it a file: sqlite+aiosqlite:///name.db."
        )
    return Path(url.database)


def _whole_then_upgraded(connection: Connection) -> tuple[str | None, str | None]:
    # a damaged page may be found by chance months later, when the backups from before it are gone
    said = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
    if said != "ok":
        raise sqlite3.DatabaseError(said)
    return migrate.upgrade(connection)


def _damaged(path: Path | None, error: Exception) -> str | None:
    """What to do about a damaged file; None where it is something else."""
    if path is None or not (is_damaged(error) or type(error) is sqlite3.DatabaseError):
        return None
    return (
        f"The database {path} is damaged ({in_words(error)}). Bring the newest backup back: "
        "wingbeat restore FILE --replace --yes. It puts the damaged file aside. Nothing was changed."
    )
