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
    """Tests of the stage alone; those that look into the SQLite file itself stay there."""
    tests = {name: one for name, one in vars(flows).items() if name.startswith("test_")}
    alone = {name: one for name, one in tests.items() if set(inspect.signature(one).parameters) == {"stage"}}
    return {name: _marked(name, one) for name, one in alone.items() if "sqlite3" not in inspect.getsource(one)}


def _marked(name: str, test: Callable[..., object]) -> Callable[..., object]:
    """A copy: marks on the test itself would be there on SQLite too."""

    async def on_postgres(stage: Stage) -> None:
        await test(stage)  # type: ignore[misc]

    on_postgres.__name__ = on_postgres.__qualname__ = name
    return on_postgres


for _flows in FLOWS:
    globals().update(_on_the_stage(_flows))


def test_the_rows_are_postgres_s_own(stage: Stage) -> None:
    assert stage.bot is not None
    assert not stage.bot.database.is_sqlite
