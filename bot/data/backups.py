"""Backups: one file, an SQLite database, whichever engine the bot runs on (docs/decisions/0032-backups.md).

It carries a note: when it was made, at which schema, under which keys (their numbers, never a key). Making one does not
stop the bot, and what it holds is one state, as between two transactions.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    ColumnClause,
    MetaData,
    Table,
    Text,
    column,
    create_engine,
    insert,
    inspect,
    select,
    table,
)
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from bot.data import digest, migrate
from bot.data.database import Database, sqlite_path
from bot.data.keys import Keys
from bot.data.trouble import in_words
from bot.domain.clock import from_ms, real_ms
from bot.domain.errors import DatabaseAway, StartRefused

PREFIX, SUFFIX, PART = "wingbeat-", ".backup", ".part"
LEFT_BEHIND = timedelta(hours=6)
"""A part so old is of one that was killed."""
NOTE = Table(
    "wingbeat_backup", MetaData(), Column("name", Text, primary_key=True), Column("value", Text, nullable=False)
)
"""In a metadata of its own: it is in the file only."""
FORMAT = "1"
CHUNK_ROWS = 1_000
_ALEMBIC = "alembic_version"

Told = Callable[[str, int], None]
"""Hears how far it is: the table, and how many of its rows are done."""


@dataclass(frozen=True)
class Note:
    """What a backup says of itself. `made_ms` is real time, `active` the key that was written under."""

    made_ms: int
    schema: str
    active: int | None
    key_ids: tuple[int, ...]

    @property
    def made(self) -> datetime:
        return from_ms(self.made_ms)


def name_for(moment: datetime) -> str:
    """A file's name for a backup made then; names sort by time."""
    return f"{PREFIX}{moment.astimezone(UTC):%Y%m%d-%H%M%S}{SUFFIX}"


async def make(database: Database, keys: Keys | None, place: Path, told: Told) -> Note:
    """Writes a backup to `place`, whole or not at all, readable by its owner only. Raises StartRefused in words."""
    made_ms = real_ms()
    schema = await database.read(migrate.current)
    if schema is None:
        raise StartRefused("There is nothing to save: the database has no tables yet.")
    note = Note(made_ms, schema, keys.active if keys else None, tuple(sorted(keys.masters)) if keys else ())
    fresh = place.with_name(place.name + PART)
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        if database.is_sqlite:
            await database.snapshot(lambda _: _copy(sqlite_path(database.url), fresh))
        else:
            await database.snapshot(lambda rows: _write_out(rows, schema, fresh, told))
        _sign(fresh, note)
        _sync(fresh)
        fresh.replace(place)
    except (OSError, sqlite3.Error, DBAPIError, DatabaseAway) as error:
        raise StartRefused(f"I cannot write the backup {place}: {_why(error)}.") from None
    finally:  # also where Ctrl-C ended it: a part of a backup is of no use, and holds people's rows
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return note


def _copy(source: Path, fresh: Path) -> None:
    """All pages in one step: copying in several begins anew at every write of the bot's (SQLite, backup API)."""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(fresh)) as copy:
        live.execute("PRAGMA query_only = ON")
        live.execute("PRAGMA busy_timeout = 10000")
        live.backup(copy, pages=-1)


def _write_out(rows: Connection, schema: str, fresh: Path, told: Told) -> None:
    """Every table as it stands there, also where this version would have another schema by now."""
    engine = create_engine(f"sqlite:///{fresh}")
    names = [name for name in inspect(rows).get_table_names() if name != _ALEMBIC]
    with engine.begin() as into:
        migrate.build(into, schema)
        for name in sorted(names):
            columns: list[ColumnClause[Any]] = [column(one["name"]) for one in inspect(rows).get_columns(name)]
            there = table(name, *columns)
            done = 0
            found = rows.execution_options(yield_per=CHUNK_ROWS).execute(select(*columns).select_from(there))
            for part in found.mappings().partitions():
                into.execute(insert(there), [dict(row) for row in part])
                done += len(part)
                told(name, done)
    engine.dispose()


def _sign(fresh: Path, note: Note) -> None:
    """Makes one plain file of it (no -wal beside it), writes the note, looks whether it is sound, and stamps it."""
    engine, seed = create_engine(f"sqlite:///{fresh}"), digest.new_seed()
    values = {
        "format": FORMAT, "made_ms": str(note.made_ms), "schema": note.schema, "active_key": str(note.active or ""),
        "keys": " ".join(map(str, note.key_ids)), "seed": seed, "digest": digest.empty(seed),
    }  # fmt: skip
    with engine.connect() as copy:
        copy.exec_driver_sql("PRAGMA journal_mode = DELETE")
        copy.commit()
        NOTE.metadata.create_all(copy)
        copy.execute(insert(NOTE), [{"name": name, "value": value} for name, value in values.items()])
        copy.commit()
        sound = copy.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    engine.dispose()
    if sound != "ok":
        raise sqlite3.DatabaseError(f"the copy is not sound: {sound}")
    digest.stamp(fresh, seed)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read(path: Path) -> Note:
    """What a file says of itself, once it was looked through. Raises StartRefused for anything but a sound backup."""
    if not path.is_file():
        raise StartRefused(f"There is no file {path}.")
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as rows:
        try:
            values: dict[str, Any] = dict(rows.execute("SELECT name, value FROM wingbeat_backup").fetchall())
            sound = rows.execute("PRAGMA integrity_check(1)").fetchone()[0]
            active = int(values["active_key"]) if values["active_key"] else None
            keys = tuple(map(int, values["keys"].split()))
            note = Note(int(values["made_ms"]), values["schema"], active, keys)
        except (sqlite3.DatabaseError, KeyError, ValueError) as error:
            raise StartRefused(f"{path} is not a backup that I made, or it is damaged: {error}.") from None
    # those from before digests have none
    if sound == "ok" and "digest" in values and not digest.holds(path, values.get("seed", ""), values["digest"]):
        sound = "it is no more what was saved"
    if sound != "ok":
        raise StartRefused(f"The backup {path} is damaged: {sound}. Take an older one. Nothing was changed.")
    return note


def kept_in(folder: Path) -> list[Path]:
    """The backups in a folder that have the names this program gives, the oldest first."""
    return sorted(folder.glob(f"{PREFIX}*{SUFFIX}"))


def drop_older(folder: Path, than: timedelta) -> list[Path]:
    """Deletes the backups of a folder that are older, but never the newest, and parts left behind; gives which."""
    millisecond = timedelta(milliseconds=1)
    before_ms = real_ms() - than // millisecond
    sound = {path: made for path in kept_in(folder) if (made := _made_ms(path)) is not None}
    old = [path for path in list(sound)[:-1] if sound[path] < before_ms]
    # one that cannot be read restores nothing, and still holds people's rows
    old += [path for path in kept_in(folder) if path not in sound and _written_ms(path) < before_ms]
    parts = folder.glob(f"{PREFIX}*{SUFFIX}{PART}")
    old += [path for path in parts if _written_ms(path) < real_ms() - LEFT_BEHIND // millisecond]
    for path in old:
        path.unlink()
    return old


def oldest_ms(folder: Path) -> int | None:
    """When the oldest in a folder was made, or for one that cannot be read written, real time; None without any."""
    return min((_made_ms(path) or _written_ms(path) for path in kept_in(folder)), default=None)


def _made_ms(path: Path) -> int | None:
    try:
        return read(path).made_ms
    except StartRefused:
        return None


def _written_ms(path: Path) -> int:
    return int(path.stat().st_mtime * 1000)


def _why(error: Exception) -> str:
    if isinstance(error, DBAPIError):
        return in_words(error)
    return (isinstance(error, OSError) and error.strerror) or str(error)
