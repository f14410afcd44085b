"""Texts somebody is still working on."""

from datetime import timedelta

import pytest

from bot.data import drafts, upkeep
from bot.data.database import Database
from bot.data.drafts import KEPT
from bot.data.keys import BoxBroken, new_keys
from bot.data.tables import draft
from bot.domain.clock import to_ms
from tests.rows import count, rows

KEYS = new_keys()


async def keep(database: Database, number: int, text: str) -> None:
    await database.change(lambda unit: drafts.keep(unit, KEYS, number, text))


async def read(database: Database, number: int) -> str | None:
    now_ms = to_ms(database.wall.now())
    return await database.read(lambda look: drafts.read(look, KEYS, number, now_ms))


async def test_a_text_is_there_until_it_is_dropped(database: Database) -> None:
    await keep(database, 1, "They said no. 🫂")
    assert await read(database, 1) == "They said no. 🫂"

    await database.change(lambda unit: drafts.drop(unit, 1))

    assert await read(database, 1) is None


async def test_a_newer_text_takes_the_older_one_s_place(database: Database) -> None:
    await keep(database, 1, "first")
    await keep(database, 1, "second")

    assert await read(database, 1) == "second"
    assert await count(database, draft) == 1


async def test_after_half_an_hour_it_is_gone_and_the_sweep_takes_the_row(database: Database) -> None:
    await keep(database, 1, "words")

    database.wall.follow((database.wall.now() + KEPT + timedelta(seconds=1)).timestamp())

    assert await read(database, 1) is None
    await database.change(upkeep.sweep)
    assert await count(database, draft) == 0


async def test_the_row_holds_no_word_of_it_and_opens_nowhere_else(database: Database) -> None:
    await keep(database, 1, "They said no.")

    (row,) = await rows(database, draft)

    assert b"said" not in row.sealed
    with pytest.raises(BoxBroken):
        KEYS.open(row.sealed, "draft|2")
