"""Migrated databases for tests, on either engine: made once from the migrations, copied for each test."""

import asyncio
import itertools
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, create_engine, func, select

from bot.data import migrate
from bot.data.database import Database
from bot.domain.clock import Wall

ENGINES = ("sqlite", "postgresql")
PATIENCE_S = 10.0
LOOK_AGAIN_S = 0.01

NewRows = Callable[[], Awaitable[str]]
"""Gives the address of a new migrated database."""


async def migrated(url: str) -> None:
    """Brings the database behind `url` to the newest schema."""
    database = Database(url, Wall())
    await database.open()
    try:
        await database.migrate()
    finally:
        await database.close()


async def eventually(so: Callable[[], Awaitable[object]], seconds: float = PATIENCE_S) -> None:
    """Waits until something is so in the rows. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not await so():  # noqa: ASYNC110  rows tell nobody when they change
            await asyncio.sleep(LOOK_AGAIN_S)


async def count(database: Database, table: Table) -> int:
    """How many rows there are."""
    return await database.read(lambda look: int(look.execute(select(func.count()).select_from(table)).scalar_one()))


async def rows(database: Database, table: Table) -> list[Any]:
    """All rows, in no order."""
    return await database.read(lambda look: list(look.execute(select(table)).fetchall()))


@cache
def newest_schema() -> bytes:
    """What an SQLite file at the newest schema holds; migrated once in this process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.db"
        engine = create_engine(f"sqlite:///{path}")
        with engine.begin() as connection:
            migrate.upgrade(connection)
        engine.dispose()
        return path.read_bytes()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file at the newest schema, to be copied."""
    path = tmp_path_factory.mktemp("template") / "rows.db"
    path.write_bytes(newest_schema())
    return path


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Every test that asks for it runs once on each engine."""
    return str(request.param)


@pytest.fixture
def new_rows(engine: str, tmp_path: Path, migrated_file: Path, request: pytest.FixtureRequest) -> NewRows:
    """`await new_rows()` as often as the test likes."""
    if engine == "postgresql":
        fresh = request.getfixturevalue("fresh_database")
        return lambda: fresh(migrated)

    numbers = itertools.count()

    async def copy() -> str:
        path = tmp_path / f"rows-{next(numbers)}.db"
        shutil.copyfile(migrated_file, path)
        return f"sqlite+aiosqlite:///{path}"

    return copy


@pytest.fixture
def new_bare_rows(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> NewRows:
    """The same without any table."""
    if engine == "postgresql":
        return request.getfixturevalue("fresh_database")

    async def nothing_yet() -> str:
        return f"sqlite+aiosqlite:///{tmp_path / 'bare.db'}"

    return nothing_yet


@pytest.fixture
async def database(new_rows: NewRows) -> AsyncIterator[Database]:
    """An open database at the newest schema."""
    opened = Database(await new_rows(), Wall())
    await opened.open()
    try:
        yield opened
    finally:
        await opened.close()
