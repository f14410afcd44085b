"""Rows for these tests, and a server on which circles are switched on."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.cogs.circles.ring import with_circles
from tests.rows import database, engine, migrated_file, new_bare_rows, new_rows
from tests.stage import Stage

__all__ = ["database", "engine", "migrated_file", "new_bare_rows", "new_rows"]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with with_circles(tmp_path) as ready:
        yield ready
