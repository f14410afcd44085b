"""Fixtures that every test may use."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stage import Stage, staged

pytest_plugins = ["tests.postgres"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes is run by `make chaos` only."""
    if not int(os.environ.get("CHAOS_KILLS", "0")):
        for item in items:
            if item.get_closest_marker("chaos"):
                item.add_marker(pytest.mark.skip(reason="CHAOS_KILLS is not set"))


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A server of forty with the bot set up on it, on SQLite."""
    async with staged(tmp_path) as ready:
        await ready.set_up()
        yield ready
