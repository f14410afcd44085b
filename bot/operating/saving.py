"""`wingbeat backup` and `wingbeat restore`."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.app import App, discover
from bot.data import backups, restoring, upkeep
from bot.data.backups import Note
from bot.data.database import Database, sqlite_path
from bot.data.keys import Keys
from bot.data.lock import only_process
from bot.data.opening import keys_there, tombstones
from bot.domain.clock import from_ms
from bot.domain.errors import StartRefused
from bot.operating.beside import wall_of
from bot.operating.speaking import NOT_DONE, REFUSED, Progress, finish, leave, many, say, settings_given, yes
from config.settings import Settings

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(short_help="Save the database to one file.")
@click.argument("place", required=False, type=click.Path(path_type=Path))
@click.option("--keep", metavar="DAYS", type=click.IntRange(min=1), help="Then delete backups there that are older.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
def backup(place: Path | None, keep: int | None, dry_run: bool) -> None:
    """Save the database to one file, also while the bot runs.

    PLACE is a file, or a folder for files named by date; `backups` in the data directory if you do not say. The file
    holds no key: keep a copy of the key file elsewhere, and beside it the list of who was forgotten (forgotten.jsonl).

    \b
    Every night, by cron:  0 3 * * *  wingbeat backup --keep 30
    """
    settings = settings_given()
    file = _named(settings, place)
    if file.exists():
        leave(REFUSED, f"{file} is there already. Name another file; I do not write over a backup.")
    finish(_backup(settings, file, keep, dry_run=dry_run))


def _named(settings: Settings, place: Path | None) -> Path:
    folder = settings.data_dir / "backups" if place is None else place
    is_folder = place is None or place.is_dir() or not place.suffix
    return folder / backups.name_for(datetime.now(UTC)) if is_folder else folder


async def _backup(settings: Settings, place: Path, keep: int | None, *, dry_run: bool) -> int:
    discover()
    database = Database(settings.address_of_rows, await wall_of(settings))
    _must_be_there(database)
    if dry_run:
        say(f"I would save {_shown(database)} to {place}." + (f" {_old_ones(place, keep)}" if keep else ""))
        return 0
    async with AsyncExitStack() as stack:
        await database.open()
        stack.push_async_callback(database.close)
        living, progress = _keys(settings), Progress()
        if living is not None:
            # before the very first `run` nobody has: whoever is forgotten after this backup is written down
            tombstones(settings, living).begin()
        note = await backups.make(database, living, place, progress)
        # `/setup doctor` says how old the newest one is
        await database.change(upkeep.backup_noted)
        needs_keys = living is None and await database.read(upkeep.has_keyed_rows)
    progress.done()
    if needs_keys:
        say(f"The key file {settings.place_of_keys} is gone. What is sealed opens with it alone: put it back from")
        say("your copy, or nobody can use this backup.")
    say(f"Saved to {place} ({_size(place)}, schema {note.schema}{_under(note)}).")
    if keep:
        _tidy(settings, place.parent, keep, living)
    return 0


def _must_be_there(database: Database) -> None:
    if database.is_sqlite and not sqlite_path(database.url).exists():
        raise StartRefused(f"There is no database at {sqlite_path(database.url)}, so there is nothing to save.")


def _keys(settings: Settings) -> Keys | None:
    """None before the very first start: then nothing was written under a key."""
    return keys_there(settings) if settings.keys is not None or settings.place_of_keys.exists() else None


def _under(note: Note) -> str:
    return f", written under key {note.active}: keep that key file" if note.active is not None else ""


def _old_ones(place: Path, keep: int) -> str:
    return f"Then I would delete those in {place.parent} that are older than {many(keep, 'day')}, never the newest."


def _tidy(settings: Settings, folder: Path, keep: int, living: Keys | None) -> None:
    gone = backups.drop_older(folder, timedelta(days=keep))
    if gone:
        say(f"Deleted {many(len(gone), 'older backup')}.")
    oldest_ms = backups.oldest_ms(folder)
    if living is not None and oldest_ms is not None:
        tombstones(settings, living).drop_before(oldest_ms)


def _size(place: Path) -> str:
    return f"{place.stat().st_size / 1_000_000:.1f} MB"


def _shown(database: Database) -> str:
    return str(sqlite_path(database.url)) if database.is_sqlite else database.url.render_as_string(hide_password=True)


# --- the other way ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Told:
    """What somebody said on the command line."""

    replace: bool
    list_is_lost: bool
    yes: bool


@click.command(short_help="Make the database again from such a file.")
@click.argument("file", type=_FILE)
@click.option("--replace", is_flag=True, help="There is a database already: put it aside (SQLite) or empty it.")
@click.option(
    "--list-is-lost", is_flag=True, help="Nobody knows any more who was forgotten since. Restore all the same."
)
@yes
def restore(file: Path, replace: bool, list_is_lost: bool, yes: bool) -> None:
    """Make the database again from a backup. The bot must be stopped, and its key file be there.

    Whoever was forgotten since the backup is forgotten again. A backup from SQLite can be restored into PostgreSQL and
    the other way round: WINGBEAT_DATABASE_URL says where it goes.
    """
    finish(_restore(settings_given(), file, _Told(replace, list_is_lost, yes)))


async def _restore(settings: Settings, file: Path, told: _Told) -> int:
    discover()
    note, living = backups.read(file), keys_there(settings)
    restoring.refuse_unfit(note, living, tombstones(settings, living), list_is_lost=told.list_is_lost)
    async with AsyncExitStack() as stack:
        target = Database(settings.address_of_rows, await wall_of(settings))
        had = await _had(target, stack)
        again = len(tombstones(settings, living).after(note.made_ms))
        say(f"The backup is from {from_ms(note.made_ms):%d %B %Y, %H:%M} UTC (schema {note.schema}).")
        say(f"It goes to {_shown(target)}.")
        if again:
            say(f"{many(again, 'forgetting')} since then will be done again.")
        if had and not told.replace:
            raise StartRefused("There is a database already. To put this one in its place: --replace.")
        if had:
            say(_what_becomes(target))
        if not told.yes:
            say(NOT_DONE)
            return 0
        await _do_restore(settings, file, note, target)
    return 0


async def _had(target: Database, stack: AsyncExitStack) -> bool:
    """Whether there is a database. Raises StartRefused where the bot runs on it."""
    if target.is_sqlite:
        stack.enter_context(only_process(target.url))
        restoring.sweep_cut_off(sqlite_path(target.url).parent)
        return sqlite_path(target.url).exists()
    await target.open()
    stack.push_async_callback(target.close)
    return not await restoring.is_empty(target)


def _what_becomes(target: Database) -> str:
    if target.is_sqlite:
        return "The database that is there now is kept beside it, named .before-…; delete it when all is well."
    return "Everything that is in that database now goes. If you may want it back, stop here: wingbeat backup."


async def _do_restore(settings: Settings, file: Path, note: Note, target: Database) -> None:
    beside = sqlite_path(target.url).parent if target.is_sqlite else None
    with TemporaryDirectory(prefix=restoring.MAKING_READY, dir=beside) as folder:
        ready = Path(folder) / "rows.db"
        try:
            restoring.working_copy(file, ready)
            await _made_ready(settings, ready, note)
            if not target.is_sqlite:
                progress = Progress()
                await restoring.load(target, ready, progress, replace=True)
                progress.done()
            else:
                aside = restoring.put_in_place(ready, sqlite_path(target.url), datetime.now(UTC))
                if aside is not None:
                    say(f"What was there is now {aside}.")
        except OSError as error:
            raise StartRefused(f"I cannot write the database: {error.strerror}. Nothing was changed.") from None
    say("Restored. Start the bot: wingbeat run.")


async def _made_ready(settings: Settings, ready: Path, note: Note) -> None:
    """At the newest schema, under the keys that are there, and without those who were forgotten."""
    rows = Database(f"sqlite+aiosqlite:///{ready}", await wall_of(settings))
    living = keys_there(settings)
    async with AsyncExitStack() as stack:
        await rows.open()
        stack.push_async_callback(rows.close)
        await rows.migrate()
        await rows.on_writer(lambda connection: upkeep.check_keys(connection, living))
        # put together for what it knows of features: nothing is started
        app = App(settings, discover(), rows, living)
        await rows.change(lambda unit: restoring.settle(unit, note))
        await app.forgetting.again(tombstones(settings, living).after(note.made_ms))
        await rows.overwrite()
