"""Fixtures that every test may use."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stage import Stage, staged

pytest_plugins = ["tests.postgres", "tests.chaos"]

MEMORY = Path("/dev/shm")
MEMORY_NEEDED = 4 << 30
"""Bytes free before the folders of tests are kept in memory: each commit waits for a disk otherwise."""

if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > MEMORY_NEEDED:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))  # pytest's own name for where its folders are


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A server of forty with the bot set up on it, on SQLite."""
    async with staged(tmp_path) as ready:
        await ready.set_up()
        yield ready
