"""The schema's one line of history."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, inspect, text, update

from bot.app import discover
from bot.data import migrate
from bot.data.database import Database
from bot.data.schema import METADATA
from bot.domain.clock import Wall
from bot.domain.errors import DatabaseAway, StartRefused
from tests.rows import NewRows, count, migrated

ALEMBIC = Table("alembic_version", MetaData(), Column("version_num", Integer))


@pytest.fixture
async def empty(new_bare_rows: NewRows) -> AsyncIterator[Database]:
    """An open database without any table."""
    database = Database(await new_bare_rows(), Wall())
    await database.open()
    yield database
    await database.close()


async def test_from_nothing_every_declared_table_comes_into_being(empty: Database) -> None:
    discover()

    before, after = await empty.migrate()

    assert (before, after) == (None, migrate.head())
    tables = await empty.read(lambda look: set(inspect(look).get_table_names()))
    assert tables - {"alembic_version"} == set(METADATA.tables)


async def test_a_second_time_changes_nothing(empty: Database) -> None:
    await empty.migrate()

    assert await empty.migrate() == (migrate.head(), migrate.head())
    assert await empty.read(migrate.current) == migrate.head()


async def test_the_migrations_and_the_declared_schema_agree(empty: Database) -> None:
    discover()
    await empty.migrate()

    assert await empty.on_writer(migrate.drift) == []


async def test_a_column_that_no_migration_makes_is_seen(empty: Database) -> None:
    discover()
    await empty.migrate()
    await empty.on_writer(lambda connection: connection.execute(text("ALTER TABLE draft ADD COLUMN mood TEXT")))

    assert ["mood" in one for one in await empty.on_writer(migrate.drift)] == [True]


async def test_a_newer_schema_is_refused_in_words_and_nothing_is_changed(empty: Database) -> None:
    await empty.migrate()
    version = "9" * 12
    await empty.on_writer(
        lambda connection: connection.execute(update(ALEMBIC).values(version_num=text(f"'{version}'")))
    )

    with pytest.raises(StartRefused, match="newer version of the bot") as refused:
        await empty.migrate()

    assert version in str(refused.value)
    assert await empty.read(migrate.current) == version


async def test_two_processes_that_start_together_migrate_once(engine: str, empty: Database) -> None:
    if engine == "sqlite":
        pytest.skip("one process per SQLite file")
    url = empty.url.render_as_string(hide_password=False)

    await asyncio.gather(*(migrated(url) for _ in range(3)))

    assert await count(empty, ALEMBIC) == 1


async def test_a_migration_that_breaks_leaves_the_schema_as_it_was(empty: Database) -> None:
    def breaks(connection: object) -> None:
        migrate.upgrade(connection)  # type: ignore[arg-type]
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        await empty.on_writer(breaks)

    assert await empty.read(lambda look: inspect(look).get_table_names()) == []
    await empty.migrate()


async def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "wingbeat.db"
    path.write_bytes(b"not a database at all" * 100)
    database = Database(f"sqlite+aiosqlite:///{path}", Wall())

    with pytest.raises(StartRefused, match="not a database"):
        await database.open()
    await database.close()


async def test_a_folder_that_cannot_be_written_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/file/wingbeat.db", Wall())

    with pytest.raises(StartRefused, match="cannot open the database"):
        await database.open()
    await database.close()


async def test_a_server_that_is_not_there_is_away_and_no_refusal_and_no_password_is_shown(
    tmp_path: Path,
) -> None:
    database = Database(f"postgresql+asyncpg://ada:a-secret@/none?host={tmp_path}", Wall())
    await database.open()

    with pytest.raises(DatabaseAway) as refused:
        await database.migrate()

    assert "a-secret" not in str(refused.value)
    await database.close()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("rubbish", "not an address I understand"),
        ("mysql://ada:a-secret@host/name", "names the engine 'mysql'"),
        ("postgresql://ada:a-secret@host/name", "names the engine 'postgresql'"),
        ("sqlite:///wingbeat.db", "names the engine 'sqlite'"),
    ],
)
def test_an_address_of_another_kind_is_refused_in_words_without_the_password(url: str, says: str) -> None:
    with pytest.raises(StartRefused, match=says) as refused:
        Database(url, Wall())

    assert "a-secret" not in str(refused.value)


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:"])
async def test_a_database_in_memory_would_forget_everything_and_is_refused(url: str) -> None:
    with pytest.raises(StartRefused, match="in memory"):
        await Database(url, Wall()).open()
