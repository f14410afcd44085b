"""Fixtures that every test may use."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stage import Stage, staged

pytest_plugins = ["tests.postgres", "tests.chaos"]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A server of forty with the bot set up on it, on SQLite."""
    async with staged(tmp_path) as ready:
        await ready.set_up()
        yield ready
