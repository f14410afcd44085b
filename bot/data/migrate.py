"""The schema's one line of history, run by the bot itself at start (Alembic)."""

from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.engine import Connection

import migrations
from bot.data.schema import METADATA
from bot.domain.errors import StartRefused

_LOCK = 0x57494E47
"""PostgreSQL advisory lock: two processes that start together migrate one after the other."""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["connection"] = connection
    return config


def head() -> str | None:
    """The newest revision this code knows."""
    return _history().get_current_head()


@cache
def _history() -> ScriptDirectory:
    """Read once: each look would run all files again."""
    return ScriptDirectory.from_config(_config())


def current(connection: Connection) -> str | None:
    """The revision the database is at, None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def upgrade(connection: Connection) -> tuple[str | None, str | None]:
    """Brings the database to `head` inside the caller's transaction; gives (before, after).

    Raises StartRefused for a database that a newer version of the bot has written.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    before = current(connection)
    if not knows(before):
        raise StartRefused(
            f"This database was written by a newer version of the bot (its schema is {before!r}, which I do not know). "
            "Start that version, or restore a backup from before its upgrade. Nothing was changed."
        )
    if before != head():
        command.upgrade(_config(connection), "head")
    return before, head()


def knows(revision: str | None) -> bool:
    """Whether this code can bring a database from there to `head`; None is an empty one."""
    known = {script.revision for script in _history().walk_revisions()}
    return revision is None or revision in known


def build(connection: Connection, revision: str) -> None:
    """Makes the tables of an empty database as they were at this revision."""
    command.upgrade(_config(connection), revision)


def drift(connection: Connection) -> list[str]:
    """What the declared schema has that the migrations do not, and the other way round; empty when they agree."""
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": False})
    differences: list[Any] = compare_metadata(context, METADATA)
    return [str(difference) for difference in differences]


def write_revision(connection: Connection, message: str) -> None:
    """Writes the next migration from the difference; a person reads it line by line before it is committed."""
    command.revision(_config(connection), message, autogenerate=True)
    _history.cache_clear()
