"""The flows of this folder once more, on PostgreSQL: every test that asks for nothing but the stage."""

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.flows import test_first_vent, test_hostile_input
from tests.rows import migrated
from tests.stage import Stage, staged

FLOWS = (test_first_vent, test_hostile_input)


@pytest.fixture
async def stage(tmp_path: Path, fresh_database: Callable[..., Awaitable[str]]) -> AsyncIterator[Stage]:
    """In place of the one on SQLite."""
    async with staged(tmp_path, database_url=await fresh_database(migrated)) as ready:
        await ready.set_up()
        yield ready


def _on_the_stage(flows: ModuleType) -> dict[str, Callable[..., object]]:
    tests = {name: one for name, one in vars(flows).items() if name.startswith("test_")}
    return {name: one for name, one in tests.items() if set(inspect.signature(one).parameters) == {"stage"}}


for _flows in FLOWS:
    globals().update(_on_the_stage(_flows))


def test_the_rows_are_postgres_s_own(stage: Stage) -> None:
    assert stage.bot is not None
    assert not stage.bot.database.is_sqlite
