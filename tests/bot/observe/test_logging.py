"""Logs: ids only, and in anonymous flows not even these."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from bot.data.database import Database
from bot.data.tables import inbox
from bot.domain.clock import Wall
from bot.observe import logging as logs
from tests.rows import migrated

SOMEBODY = 577354978792833024


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    root, before = logging.getLogger(), logging.getLogger().handlers[:]
    levels = {name: logging.getLogger(name).level for name in ("", *logs.QUIET)}
    yield
    root.handlers[:] = before
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
def test_no_library_may_write_its_payloads(level: str) -> None:
    logs.set_up(level)

    for name in ("discord.gateway", "discord.http", "discord.webhook.async_", "aiohttp.client", "aiosqlite", "asyncio"):
        assert not logging.getLogger(name).isEnabledFor(logging.DEBUG), name
    for name in ("sqlalchemy.engine", "sqlalchemy.engine.Engine", "sqlalchemy.pool", "alembic.runtime.migration"):
        assert not logging.getLogger(name).isEnabledFor(logging.INFO), name
    assert logging.getLogger("bot.app").isEnabledFor(logging.getLevelNamesMapping()[level])


def test_a_quieter_level_quiets_all() -> None:
    logs.set_up("ERROR")

    for name in ("discord", "sqlalchemy", "bot"):
        assert not logging.getLogger(name).isEnabledFor(logging.WARNING), name


async def test_an_error_of_the_database_names_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/rows.db"
    await migrated(url)
    database = Database(url, Wall())
    await database.open()
    values = {
        "id": 1,
        "guild_id": 70,
        "member_id": SOMEBODY,
        "member_ref": b"r" * 32,
        "text_id": "x",
        "sealed": b"",
        "told": 0,
        "until_ms": 0,
    }

    with pytest.raises(DBAPIError) as refused:
        await database.change(lambda unit: unit.run(insert(inbox), values))
    logging.getLogger("bot").error("defect", exc_info=refused.value)
    await database.close()

    assert "CHECK constraint" in caplog.text
    assert str(SOMEBODY) not in caplog.text + str(refused.value)
