"""How long rows stay: every table that says who somebody is has a line for it, and the lines are true (SPEC 5)."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.app import discover
from bot.data import drafts, leaving, retention
from bot.data.queue import NewJob
from bot.data.schema import MADE_OF, METADATA, person_of
from bot.data.tables import job
from bot.domain.ids import random_id
from tests.cogs.moderation.desk import moderated
from tests.contract.test_forgotten import everything, muted
from tests.rows import count, eventually
from tests.stage import Stage

LINES = [*retention.SHARED, *(line for feature in discover() for line in feature.retention)]
NO_SERVER = {
    "job": "has the server's number where there is one",
    "draft": "nobody's, half an hour",
    "day_limit": "by key alone, a day or a week",
    "listening_load": "by key alone, a week",
    "listening_ask": "goes with its clock",
    "report": "goes with its case",
    "care_note": "goes with its talk",
    "support": "goes with its post",
    "line": "goes with its post",
    "talk": "goes with its post",
    "mask": "goes with its post",
    "shut_out": "goes with its post",
    "moderated": "goes with its post",
}
"""Tables about people without a server's number: purging a server must reach them in another way, or need not."""


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty with a moderators' channel."""
    async with moderated(tmp_path) as ready:
        yield ready


def about_people() -> set[str]:
    tables = {table for feature in discover() for table in feature.tables} | {
        table for line in retention.SHARED for table in line.tables
    }
    return {table.name for table in tables if any(person_of(column) for column in table.c)}


def test_every_table_about_people_has_one_line_that_says_how_long() -> None:
    told = Counter(table.name for line in LINES for table in line.tables)

    assert about_people() - set(told) == set(), "say it in the feature's privacy.RETENTION"
    assert [name for name, times in told.items() if times > 1] == []
    assert all(line.kept for line in LINES)


def test_every_table_about_people_goes_with_its_server() -> None:
    numbered = {table.name for table in leaving.tables_of_servers()}
    hangs = {
        table.name
        for table in METADATA.tables.values()
        if any(key.ondelete == "CASCADE" and key.column.table.name in numbered for key in table.foreign_keys)
    }

    assert about_people() - numbered - hangs - set(NO_SERVER) == set(), "give it a guild_id, or say why not"


async def left(stage: Stage) -> dict[str, int]:
    assert stage.bot is not None
    bot = stage.bot

    def counted(look: Any) -> dict[str, int]:
        return {table.name: len(look.execute(select(table)).fetchall()) for table in METADATA.sorted_tables}

    return {name: rows for name, rows in (await bot.database.read(counted)).items() if rows}


async def test_after_a_year_all_is_gone_but_what_says_that_it_stays(stage: Stage) -> None:
    await everything(stage)
    await muted(stage)
    before = set(await left(stage)) & about_people()
    stays = {table.name for line in LINES if line.stays for table in line.tables}

    for _ in range(2):  # what ends on the way leaves traces for a week
        await stage.later(timedelta(days=200))
        await stage.quiet()

    after = set(await left(stage)) & about_people()
    assert len(before) > 15
    assert after - stays - {"job"} == set()


async def test_what_somebody_is_writing_is_gone_after_half_an_hour(stage: Stage) -> None:
    assert stage.bot is not None
    keys = stage.bot.forgetting._keys
    await stage.bot.database.change(lambda unit: drafts.keep(unit, keys, random_id(), "Not sent."))
    assert (await left(stage)).get("draft") == 1

    await stage.later(timedelta(minutes=41))
    await stage.quiet()

    assert (await left(stage)).get("draft") is None


@pytest.mark.parametrize(("hours", "there"), [(71, 1), (73, 0)])
async def test_a_sealed_text_waits_three_days_in_the_queue_at_most(stage: Stage, hours: int, there: int) -> None:
    bot = stage.bot
    assert bot is not None
    nobody_does = NewJob(kind="test.nobody", key="1", sealed=b"sealed")
    await bot.database.change(lambda unit: unit.schedule(nobody_does))

    await stage.later(timedelta(hours=hours))

    async def swept() -> bool:
        # while the worker has it in its hands, to find that nobody here can do it, the sweep leaves it alone
        await bot.database.change(bot._sweep)
        kinds = await bot.database.read(lambda look: list(look.execute(select(job.c.kind)).scalars()))
        return kinds.count("test.nobody") == there

    await eventually(swept)
    assert await count(bot.database, job) > 0


def test_a_ref_that_stays_is_made_anew_when_keys_rotate() -> None:
    """Else what hangs on it is lost with its key, a year and a day after that was last written under."""
    staying = [table for line in LINES if line.stays for table in line.tables]
    refs = [column for table in staying for column in table.c if person_of(column) == "ref"]

    assert [str(column) for column in refs if MADE_OF not in column.info] == []
    assert {column.table.name for column in refs} == {"door", "buddy_avoid", "ledger_person"}
