"""Tells a database that does not answer from a defect of ours.

The one is over in a while and is said in words; the other is told to the operator.
"""

import logging
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, DisconnectionError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.domain.errors import DatabaseAway

_OF_THE_FILE = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOTADB,
})  # fmt: skip
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_OF_THE_SERVER = ("08", "53", "57", "58", "40", "25006")
"""Beginnings of PostgreSQL's SQLSTATE: connection, resources, operator, system, deadlock and serialization, read only
(documentation, appendix A)."""
_UNDONE = frozenset({"40001", "40P01"})
_FIRST_BYTE = 0xFF
"""SQLite's extended result codes carry the plain one in their lowest byte (documentation, result codes)."""

log = logging.getLogger(__name__)


class Spell:
    """A time without the database: said once when it begins and once when it is over, not for every statement."""

    def __init__(self) -> None:
        self.lasts = False

    @contextmanager
    def watched(self) -> Generator[None]:
        """Raises DatabaseAway where the block failed because the database does not answer."""
        try:
            yield
        except (OSError, SQLAlchemyError, sqlite3.Error) as error:
            if not is_away(error):
                raise
            if not self.lasts:
                log.error("the database does not answer: %s", in_words(error))
            self.lasts = True
            raise DatabaseAway(in_words(error)) from None
        if self.lasts:
            log.warning("the database answers again")
            self.lasts = False


def is_away(error: BaseException) -> bool:
    """Whether the database is the cause, not what was asked of it."""
    if isinstance(error, OSError | DisconnectionError | PoolTimeoutError):
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _code(cause) in _OF_THE_FILE
    if not isinstance(error, DBAPIError):
        return False
    return error.connection_invalidated or str(getattr(cause, "sqlstate", "") or "").startswith(_OF_THE_SERVER)


def is_damaged(error: BaseException) -> bool:
    """Whether an SQLite file is broken, or no database at all."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return isinstance(cause, sqlite3.Error) and _code(cause) in _DAMAGED


def is_undone(error: DBAPIError) -> bool:
    """Whether PostgreSQL undid a transaction that stood in another one's way: deadlock, serialization."""
    return getattr(error.orig, "sqlstate", None) in _UNDONE


def in_words(error: BaseException) -> str:
    """What the engine said, without statement, parameters or password."""
    said = str(getattr(error, "orig", error)).splitlines()
    return said[0] if said else type(error).__name__


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _FIRST_BYTE
