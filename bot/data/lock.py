"""One process per SQLite file: two would take each other's leases."""

import fcntl
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.engine import URL

from bot.data.database import sqlite_path
from bot.domain.errors import StartRefused


@contextmanager
def only_process(url: URL) -> Generator[None]:
    """Holds the file `<database>.lock` until the end of the block or of the process. Raises StartRefused."""
    path = sqlite_path(url)
    place = path.with_name(path.name + ".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = place.open("w", encoding="utf-8")
    except OSError as error:
        raise StartRefused(f"I cannot write beside the database {path}: {error.strerror}.") from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StartRefused(
                f"Another process has the database {path} open. End it first; for several processes use PostgreSQL."
            ) from None
        yield
