"""The way to the rows and the keys when something starts: the bot, or a command of the operator's."""

import logging
from contextlib import AsyncExitStack

from bot.data import keys, migrate, restoring, upkeep
from bot.data.database import Database, sqlite_path
from bot.data.keys import Keys
from bot.data.lock import only_process
from bot.data.tombstones import FILE_NAME, Tombstones
from bot.domain.clock import Wall, from_ms, real_ms
from bot.domain.errors import StartRefused
from config.settings import Settings

JUST_MADE_MS = 3_600_000
"""Keys so young may be of another process's first start, or were made for this one."""

log = logging.getLogger(__name__)


async def open_rows(settings: Settings, wall: Wall, stack: AsyncExitStack) -> Database:
    """The database, opened and at the newest schema. Raises StartRefused in words."""
    database = Database(settings.address_of_rows, wall)
    if database.is_sqlite and settings.processes > 1:
        raise StartRefused(
            "WINGBEAT_PROCESSES is more than 1, and SQLite serves one process. Use PostgreSQL, or leave it out."
        )
    if database.is_sqlite:
        stack.enter_context(only_process(database.url))
        restoring.sweep_cut_off(sqlite_path(database.url).parent)
    refuse_half_restored(database)
    await database.open()
    stack.push_async_callback(database.close)
    await database.migrate()
    return database


def refuse_half_restored(database: Database) -> None:
    """Raises StartRefused where a restore was killed between two moves: an empty database would hide the old one."""
    path = sqlite_path(database.url) if database.is_sqlite else None
    aside = restoring.put_aside(path) if path is not None and not path.exists() else []
    if aside:
        raise StartRefused(
            f"There is no database {path}, and a restore has put one aside: {aside[-1]}. It was cut off before it was "
            "done. Say it once more: wingbeat restore FILE --yes. Nothing is lost. To begin anew, move that file away."
        )


async def find_keys(settings: Settings, database: Database) -> Keys:
    """The master keys; makes them at the very first start. Raises StartRefused if they are lost."""
    if settings.keys is not None:
        found: Keys | None = keys.parse(settings.keys.get_secret_value())
    else:
        found = keys.read_file(settings.place_of_keys)
    is_new = not await database.read(upkeep.has_keyed_rows)
    if found is None:
        if not is_new:
            raise StartRefused(
                f"The key file {settings.place_of_keys} is gone, and this database holds rows written under its keys. "
                "Put it back from your copy; a new key would cut people off from their posts. Nothing was changed."
            )
        found = keys.first_keys(settings.place_of_keys)
    elif is_new:
        _ask_whether_it_is_meant(database, found)
    living = found
    await database.on_writer(lambda connection: upkeep.check_keys(connection, living))
    return living


def _ask_whether_it_is_meant(database: Database, living: Keys) -> None:
    """Whoever moves to another machine with the keys and not the data would else begin anew without a word."""
    oldest_ms = min(living.made_ms.values(), default=real_ms())
    if real_ms() - oldest_ms > JUST_MADE_MS:
        log.warning(
            "the keys are of %s, and nothing is in this database yet: %s. If you had one, end me, and put it there",
            f"{from_ms(oldest_ms):%d %B %Y}", database.url.render_as_string(hide_password=True),
        )  # fmt: skip


async def rows_beside(settings: Settings, wall: Wall, stack: AsyncExitStack) -> Database:
    """The database as it is, also while the bot runs on it: not made, not migrated. Raises StartRefused in words."""
    database = Database(settings.address_of_rows, wall)
    refuse_half_restored(database)
    if database.is_sqlite and not sqlite_path(database.url).exists():
        raise StartRefused(f"There is no database at {sqlite_path(database.url)} yet. WINGBEAT_DATA_DIR says where.")
    await database.open()
    stack.push_async_callback(database.close)
    at = await database.read(migrate.current)
    if at != migrate.head():
        raise StartRefused(
            f"The database has the schema {at or 'of nothing yet'}, and this version works with {migrate.head()}. "
            "Bring it there first: wingbeat migrate. Nothing was changed."
        )
    return database


def keys_there(settings: Settings) -> Keys:
    """The keys as they are; none are made. Raises StartRefused where there are none."""
    if settings.keys is not None:
        return keys.parse(settings.keys.get_secret_value())
    found = keys.read_file(settings.place_of_keys)
    if found is None:
        raise StartRefused(
            f"There is no key file at {settings.place_of_keys}. Put it back from your copy, or say where it is: "
            "WINGBEAT_KEYS_FILE. Nothing was changed."
        )
    return found


def tombstones(settings: Settings, living: Keys) -> Tombstones:
    """Who was forgotten: beside the keys, or in the data directory where that place cannot be written to."""
    return Tombstones(living, [settings.place_of_keys.with_name(FILE_NAME), settings.data_dir / FILE_NAME])
