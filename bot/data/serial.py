"""On PostgreSQL the units of one server, and those of one person, run one after the other, as all do on SQLite.

So a unit may read, decide and write without holding each row that it read: nobody who acts there comes in between.
Why not each row, and why not SERIALIZABLE: docs/decisions/0089-one-server-one-unit.md.
"""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import text
from sqlalchemy.engine import Connection

IDLE_MS = 10_000
"""A process that is stopped in the middle of a unit holds the others up for so long; then the server undoes it."""
_WHOSE: ContextVar[tuple[int, ...]] = ContextVar("whose", default=())
# in one order for everybody, so that no two wait for each other
_TAKE = text(
    "SELECT set_config('idle_in_transaction_session_timeout', :idle, true), pg_advisory_xact_lock(one) "
    "FROM unnest(CAST(:whose AS bigint[])) AS one"
)


@contextmanager
def of(*whose: int | None) -> Generator[None]:
    """What is changed in here is changed for these: a server's id, a person's; None is nobody's."""
    before = _WHOSE.set(tuple(sorted({one for one in whose if one is not None})))
    try:
        yield
    finally:
        _WHOSE.reset(before)


def whose() -> tuple[int, ...]:
    """For whom something is changed just now."""
    return _WHOSE.get()


def wait_for_turn(connection: Connection, those: tuple[int, ...]) -> None:
    """Waits on PostgreSQL until no other unit of any of those runs; until this transaction ends none begins."""
    if those:
        connection.execute(_TAKE, {"whose": list(those), "idle": str(IDLE_MS)})
