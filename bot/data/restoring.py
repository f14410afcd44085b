"""A backup made into the database again: refused where something would be lost, and the forgotten stay forgotten."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from sqlalchemy import MetaData, bindparam, case, create_engine, delete, func, insert, inspect, select, text, update
from sqlalchemy.engine import Connection

from bot.data import migrate
from bot.data.backups import CHUNK_ROWS, NOTE, Note, Told
from bot.data.database import Database
from bot.data.keys import Keys
from bot.data.schema import METADATA
from bot.data.tables import command_scope, job
from bot.data.tombstones import Tombstones
from bot.data.unit import Unit
from bot.domain.clock import from_ms
from bot.domain.errors import StartRefused

BEFORE, MAKING_READY = ".before-", ".restoring-"
_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND backend_type = 'client backend'"
)
_TRIED = update(job).values(
    attempts=case((job.c.attempts < 1, 1), else_=job.c.attempts),
    first_claimed_ms=func.coalesce(job.c.first_claimed_ms, bindparam("made")),
    visible_ms=0,
    lease_by=None,
)
_NOT_TOLD = delete(command_scope)


def refuse_unfit(note: Note, keys: Keys, tombstones: Tombstones, *, list_is_lost: bool) -> None:
    """Raises StartRefused for a newer schema, other keys, or where nobody knows any more who was forgotten since."""
    if not migrate.knows(note.schema):
        raise StartRefused(
            f"A newer version of the bot made this backup (its schema is {note.schema!r}, which I do not know). "
            "Restore it with that version. Nothing was changed."
        )
    if note.active is not None and note.active not in keys.masters:
        raise StartRefused(
            f"This backup was written under key {note.active}, and the key file holds {_numbers(keys)}. Without that "
            "key nobody's posts, mutes or notes in it can be found again. Put the key file from that time back first "
            "(WINGBEAT_KEYS_FILE). Nothing was changed."
        )
    since_ms, unreadable = tombstones.since_ms(), tombstones.unreadable_after(note.made_ms)
    if unreadable and not list_is_lost:
        raise StartRefused(
            f"{unreadable} of those who were forgotten since are written down under a key that is not in the key file, "
            "so this backup could bring them back. Use the newest key file that still holds the backup's key, or say "
            "--list-is-lost and have them forgotten again. Nothing was changed."
        )
    if not list_is_lost and (since_ms is None or since_ms > note.made_ms):
        since = "not at all (there is no list beside the keys)" if since_ms is None else f"only since {_day(since_ms)}"
        raise StartRefused(
            f"This backup is from {_day(note.made_ms)}. I know {since} who asked to be forgotten, so it could bring "
            "somebody back. If there is a copy of the list (forgotten.jsonl), put it beside the keys. If it is lost, "
            "say so with --list-is-lost, and have those forgotten again whom you know of. Nothing was changed."
        )


def _numbers(keys: Keys) -> str:
    return ", ".join(map(str, sorted(keys.masters)))


def _day(moment_ms: int) -> str:
    return f"{from_ms(moment_ms):%d %B %Y, %H:%M} UTC"


def working_copy(backup: Path, place: Path) -> None:
    """A database of its own made from the file, which stays as it is. Raises OSError."""
    place.unlink(missing_ok=True)
    shutil.copyfile(backup, place)
    place.chmod(0o600)
    engine = create_engine(f"sqlite:///{place}")
    with engine.begin() as rows:
        NOTE.drop(rows)
    engine.dispose()


def settle(unit: Unit, note: Note) -> None:
    """What was in the queue then may have been done since: whoever does it looks first whether it is there already.

    What Discord knows of our commands by now is not known.
    """
    unit.run(_TRIED, {"made": note.made_ms})
    unit.run(_NOT_TOLD)


# --- SQLite: one file takes another's place ---------------------------------------------------------------------------


def put_aside(target: Path) -> list[Path]:
    """The databases that restores have put aside, the oldest first."""
    found = target.parent.glob(f"{target.name}{BEFORE}*")
    return sorted(one for one in found if not one.name.endswith(("-wal", "-shm")))


def sweep_cut_off(folder: Path) -> None:
    """Removes what a killed restore had begun to make ready: people's rows of then, the forgotten among them.

    Only for whoever holds the database's lock: a restore holds it, too.
    """
    for one in folder.glob(f"{MAKING_READY}*"):
        shutil.rmtree(one, ignore_errors=True)


def put_in_place(ready: Path, target: Path, moment: datetime) -> Path | None:
    """Gives `ready` the target's name; gives where the database that was there is now. Raises OSError.

    An old -wal beside a new file would damage it: what was there goes with its own, in one move each, the file itself
    first. Killed in between there is no database, and no start makes an empty one (`opening.refuse_half_restored`); the
    next restore goes on with what is left to move.
    """
    had = target.exists()
    begun = put_aside(target)
    aside = target.with_name(f"{target.name}{BEFORE}{moment:%Y%m%d-%H%M%S}") if had or not begun else begun[-1]
    for ending in ("", "-wal", "-shm"):
        part = target.with_name(target.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    ready.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return aside if had else None


# --- PostgreSQL: one transaction -------------------------------------------------------------------------------------


async def load(database: Database, ready: Path, told: Told, *, replace: bool) -> None:
    """Fills the database from a file at the newest schema, all or nothing. Raises StartRefused."""

    def whole(rows: Connection) -> None:
        refuse_company(rows)
        _empty(rows, replace=replace)
        migrate.upgrade(rows)
        _fill(rows, ready, told)

    await database.on_writer(whole)


def refuse_company(rows: Connection) -> None:
    """Raises StartRefused where another program is connected to this PostgreSQL database: it may be the bot."""
    if rows.execute(_OTHERS).scalar_one():
        raise StartRefused("Another program is connected to this database. End the bot first. Nothing was changed.")


async def is_empty(database: Database) -> bool:
    """Whether there are no tables yet."""
    return await database.read(lambda look: not inspect(look).get_table_names())


def _empty(rows: Connection, *, replace: bool) -> None:
    there = MetaData()
    there.reflect(rows)
    if there.tables and not replace:
        raise StartRefused("There are tables in this database already. Nothing was changed.")
    there.drop_all(rows)


def _fill(rows: Connection, ready: Path, told: Told) -> None:
    engine = create_engine(f"sqlite:///{ready}")
    with engine.connect() as source:
        for table in METADATA.sorted_tables:
            done = 0
            found = source.execution_options(yield_per=CHUNK_ROWS).execute(select(table))
            for part in found.mappings().partitions():
                rows.execute(insert(table), [dict(row) for row in part])
                done += len(part)
                told(table.name, done)
    engine.dispose()
