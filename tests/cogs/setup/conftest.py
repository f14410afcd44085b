"""Rows, keys and the services of this feature on them."""

import pytest

from bot.data import keys
from bot.data.database import Database
from cogs.setup.service.copies import Copies
from cogs.setup.service.lists import Lists
from cogs.setup.service.servers import Servers
from cogs.setup.settings import SECTIONS
from tests.rows import database, engine, migrated_file, new_rows

__all__ = ["database", "engine", "migrated_file", "new_rows"]


@pytest.fixture
def lists(database: Database) -> Lists:
    return Lists(database, keys.new_keys())


@pytest.fixture
def copies(database: Database) -> Copies:
    return Copies(database, keys.new_keys(), SECTIONS)


@pytest.fixture
def servers(database: Database) -> Servers:
    return Servers(database, ["venting", "relay", "buddies"])
