"""The flows of this folder once more, on PostgreSQL: every test that asks for nothing but the stage."""

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from tests.flows import test_first_vent
from tests.rows import migrated
from tests.stage import Stage, staged

FLOWS = (test_first_vent,)


@pytest.fixture
async def stage(tmp_path: Path, fresh_database: Callable[..., Awaitable[str]]) -> AsyncIterator[Stage]:
    """In place of the one on SQLite."""
    async with staged(tmp_path, database_url=await fresh_database(migrated)) as ready:
        await ready.set_up()
        yield ready


for flows in FLOWS:
    for name, test in vars(flows).items():
        if name.startswith("test_") and set(inspect.signature(test).parameters) == {"stage"}:
            globals()[name] = test


def test_the_rows_are_postgres_s_own(stage: Stage) -> None:
    assert stage.bot is not None
    assert not stage.bot.database.is_sqlite
