"""SQLite: one writer and one reader, each a thread of aiosqlite's that runs whole functions.

A statement per await costs several thread hops each (docs/decisions/0010-whole-units-in-one-hop.md); here a unit of
work is one hop. What aiosqlite hands to its thread through its public `execute_fetchall` is our function; the
connection in that thread is a `sqlite3.Connection` that knows how to run it.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar, cast

import aiosqlite
from sqlalchemy import create_engine
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool

from bot.data.modes import OWNERS_ALONE, keep_to_owner

BUSY_TIMEOUT_MS = 5_000
WAL_LIMIT_BYTES = 64 * 1024 * 1024
_COMMON = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16384",
)
# FULL: a power cut must not take back "sent"; secure_delete: what is forgotten is overwritten in the file
_WRITER = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    f"PRAGMA journal_size_limit = {WAL_LIMIT_BYTES}",
)
_READER = ("PRAGMA query_only = ON",)

T = TypeVar("T")


class _Work(str):
    """A function dressed as a statement."""

    __slots__ = ("function",)
    function: Callable[[], Any]


class _Outcome:
    """What the function gave, dressed as a cursor."""

    def __init__(self, value: object) -> None:
        self._value = value

    def fetchall(self) -> list[object]:
        return [self._value]


class _WholeUnits(sqlite3.Connection):
    """A connection whose `execute` also runs whole functions."""

    begin = "BEGIN"

    def execute(self, sql: str, parameters: Any = (), /) -> Any:
        if isinstance(sql, _Work):
            return _Outcome(sql.function())
        return super().execute(sql, parameters)


_here = threading.local()
"""The connection of a seat, in its thread."""


def _connection_here() -> sqlite3.Connection:
    return _here.connection


# one engine for all seats, and so one cache: statements are the same few hundred at every call and in every seat
# the values of a statement name people: they stay out of every error, and so out of the logs
_ENGINE = create_engine(
    "sqlite://", creator=_connection_here, poolclass=NullPool, query_cache_size=1200, hide_parameters=True
)


class SqliteSeat:
    """One connection in one thread."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        self._writing = writing
        self._path = path
        self._thread: aiosqlite.Connection | None = None
        self._refused: sqlite3.Error | OSError | None = None
        self._kept: Connection | None = None

    async def open(self) -> None:
        """Raises sqlite3.Error, OSError."""
        self._thread = await aiosqlite.Connection(self._connect, iter_chunk_size=1)
        if self._refused is not None:
            await self.close()
            raise self._refused

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Runs `work` in one transaction in the seat's thread: commits when it returns, undoes all when it raises."""

        def whole() -> T:
            raw, connection = self._connection, self._kept or self._keep()
            # begun and ended here: SQLAlchemy's own costs as much as two statements more
            raw.execute(raw.begin)
            try:
                result = work(connection)
                raw.commit()
            except BaseException:
                raw.rollback()
                raise
            return result

        return await self._hop(whole)

    def _keep(self) -> Connection:
        """One for the seat's life, and for SQLAlchemy in one transaction all the time."""
        self._kept = _ENGINE.connect()
        self._kept.begin()
        return self._kept

    async def overwrite(self) -> bool:
        """Empties the -wal file: what was deleted is in no file any more. False while somebody reads an older state."""
        busy, *_ = await self._hop(lambda: self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())
        return not busy

    async def close(self) -> None:
        if self._thread is not None:
            await self._hop(self._let_go)
            await self._thread.close()
            self._thread = None

    async def _hop(self, function: Callable[[], T]) -> T:
        assert self._thread is not None, "the seat is not open"  # noqa: S101
        statement = _Work()
        statement.function = function
        rows = cast("Iterable[Any]", await self._thread.execute_fetchall(statement))
        return next(iter(rows))

    def _connect(self) -> sqlite3.Connection:
        # a connector that raises leaves aiosqlite's thread to end by itself, perhaps after the loop (0.22, `_connect`):
        # ours gives an empty connection then, so that the thread is closed in good order before anybody hears of it
        try:
            if not self._path.exists():
                self._path.touch(mode=OWNERS_ALONE)  # SQLite would open it to the group and others
            for ending in ("", "-wal", "-shm"):
                keep_to_owner(self._path.with_name(self._path.name + ending))
            self._connection = sqlite3.connect(self._path, factory=_WholeUnits, isolation_level=None)
            for pragma in (*_COMMON, *(_WRITER if self._writing else _READER)):
                self._connection.execute(pragma).fetchall()
        except (sqlite3.Error, OSError) as error:
            self._refused = error
            self._connection = sqlite3.connect(":memory:", factory=_WholeUnits, isolation_level=None)
        if self._writing:
            # a deferred transaction that reads and then writes fails at once with SQLITE_BUSY_SNAPSHOT
            self._connection.begin = "BEGIN IMMEDIATE"
        _here.connection = self._connection
        return self._connection

    def _let_go(self) -> None:
        if self._kept is not None:
            self._kept.close()
            self._kept = None
