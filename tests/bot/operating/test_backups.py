"""Backups: one consistent state, whoever writes meanwhile, and back again on either engine."""

import asyncio
import os
import resource
import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.data import backups, drafts, people, restoring, upkeep
from bot.data.database import Database
from bot.data.inbox import Inbox, Note
from bot.data.keys import new_keys, write_file
from bot.data.people import Choices
from bot.data.queue import NewJob
from bot.data.tables import draft, job, preference
from bot.data.unit import Unit
from bot.domain.clock import Wall
from bot.domain.ids import ChannelId, GuildId, MemberId, random_id
from tests.bot.operating.conftest import Operator
from tests.rows import NewRows, count, migrated, rows

GUILD, ADA, BEN = GuildId(700), MemberId(577354978792833024), MemberId(883858444392595456)
TIMES = [12, pytest.param(50, marks=pytest.mark.thorough)]
"""Fifty with `make thorough`."""


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    database = Database(url, Wall())
    await database.open()
    try:
        yield database
    finally:
        await database.close()


async def filled(operator: Operator, url: str) -> None:
    """Ada and Ben chose something; a note waits for each."""
    async with opened(url) as database:
        notes = Inbox(database, operator.living)

        def fill(unit: Unit) -> None:
            for member in (ADA, BEN):
                people.choose(unit, GUILD, member, Choices(dm=ChannelId(member + 1), locale="en-US"))
                notes.put(unit, GUILD, member, Note("inbox-head", {"name": "Grüße"}))

        await database.change(fill)
        await database.on_writer(lambda connection: upkeep.check_keys(connection, operator.living))


def as_if(file: Path, name: str, value: str) -> None:
    """As a version before digests would have made it."""
    with closing(sqlite3.connect(file)) as changed:
        changed.execute("UPDATE wingbeat_backup SET value = ? WHERE name = ?", (value, name))
        changed.execute("DELETE FROM wingbeat_backup WHERE name = 'digest'")
        changed.commit()


async def notes_at(operator: Operator, url: str, member: MemberId) -> list[Note]:
    async with opened(url) as database:
        return list(await Inbox(database, operator.living).notes(GUILD, member))


async def test_what_was_saved_is_there_again_on_either_engine(
    operator: Operator, new_rows: NewRows, new_bare_rows: NewRows
) -> None:
    here, there = await new_rows(), await new_bare_rows()
    await filled(operator, here)
    # the bot has not run yet, which begins the list of who was forgotten
    operator.place_of_keys.with_name("forgotten.jsonl").unlink()

    code, said = await operator.types("backup", at=here)
    assert code == 0, said
    code, said = await operator.types("restore", operator.backups[0], "--yes", at=there)

    assert code == 0, said
    assert [note.args["name"] for note in await notes_at(operator, there, ADA)] == ["Grüße"]


async def test_from_one_engine_to_the_other(operator: Operator, tmp_path: Path, fresh_database: Any) -> None:
    here = await fresh_database(migrated)
    await filled(operator, here)
    await operator.types("backup", at=here)

    code, said = await operator.types(
        "restore", operator.backups[0], "--yes", at=f"sqlite+aiosqlite:///{tmp_path}/x.db"
    )

    assert code == 0, said
    assert len(await notes_at(operator, f"sqlite+aiosqlite:///{tmp_path}/x.db", BEN)) == 1


async def test_a_backup_is_its_owner_s_alone_and_holds_no_key(operator: Operator, new_file: NewRows) -> None:
    here = await new_file()
    await filled(operator, here)

    await operator.types("backup", at=here)

    file = operator.backups[0]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert operator.living.masters[1] not in file.read_bytes()
    assert backups.read(file).active == 1


async def test_a_backup_made_while_the_key_file_is_gone_says_so(operator: Operator, new_file: NewRows) -> None:
    here = await new_file()
    await filled(operator, here)
    operator.place_of_keys.unlink()

    code, said = await operator.types("backup", at=here)

    assert (code, "key file" in said, "is gone" in said) == (0, True, True)
    assert len(operator.backups) == 1


async def test_a_dry_run_writes_nothing(operator: Operator, new_file: NewRows) -> None:
    here = await new_file()

    code, said = await operator.types("backup", "--dry-run", at=here)

    assert (code, operator.backups) == (0, [])
    assert "I would save" in said


async def test_a_backup_that_cannot_be_written_leaves_no_part_of_it(operator: Operator, new_file: NewRows) -> None:
    here = await new_file()
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limit[1]))  # as on a full disk
        code, said = await operator.types("backup", at=here)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)

    assert (code, "cannot write the backup" in said) == (3, True)
    assert os.listdir(operator.folder / "backups") == []
    code, said = await operator.types("backup", "/dev/null/here", at=here)
    assert (code, "Not a directory" in said) == (3, True)


async def test_what_restores_nothing_does_not_outlive_its_days(operator: Operator, new_file: NewRows) -> None:
    folder = operator.folder / "backups"
    folder.mkdir()
    for name in ("wingbeat-20200101-000000.backup", "wingbeat-20200102-000000.backup.part"):
        (folder / name).write_bytes(b"Ada was here")
        os.utime(folder / name, (0, 0))

    code, said = await operator.types("backup", "--keep", "30", at=await new_file())

    assert (code, "Deleted 2 older backups" in said) == (0, True)
    assert len(os.listdir(folder)) == 1


async def test_older_backups_go_when_asked_and_the_newest_never(operator: Operator, new_file: NewRows) -> None:
    here = await new_file()
    await filled(operator, here)
    await operator.types("backup", operator.folder / "backups" / "wingbeat-20200101-000000.backup", at=here)
    operator.tombstones.add(GUILD, ADA)
    as_if(operator.backups[0], "made_ms", "1577836800000")

    code, said = await operator.types("backup", "--keep", "30", at=here)

    assert code == 0
    assert "Deleted 1 older backup" in said
    assert len(operator.backups) == 1
    assert backups.drop_older(operator.folder / "backups", timedelta(days=0)) == []


# --- what is refused ---


async def test_a_database_that_is_there_is_not_replaced_unless_told(
    operator: Operator, new_rows: NewRows, engine: str
) -> None:
    here = await new_rows()
    await filled(operator, here)
    await operator.types("backup", at=here)

    code, said = await operator.types("restore", operator.backups[0], "--yes", at=here)
    assert (code, "--replace" in said) == (3, True)
    code, said = await operator.types("restore", operator.backups[0], "--replace", at=here)
    assert (code, "Nothing was done yet" in said) == (0, True)
    code, said = await operator.types("restore", operator.backups[0], "--replace", "--yes", at=here)

    assert code == 0, said
    assert len(await notes_at(operator, here, ADA)) == 1
    if engine == "sqlite":
        assert len(list(operator.folder.glob("rows-0.db.before-*"))) == 1


async def test_other_keys_a_newer_schema_and_damage_are_refused_in_words(
    operator: Operator, new_file: NewRows, tmp_path: Path
) -> None:
    here = await new_file()
    await filled(operator, here)
    await operator.types("backup", at=here)
    file, there = operator.backups[0], f"sqlite+aiosqlite:///{tmp_path}/new.db"
    stranger = Operator(tmp_path / "other")
    stranger.place_of_keys.parent.mkdir(parents=True)

    code, said = await stranger.types("restore", file, "--yes")
    assert (code, "no key file" in said) == (3, True)

    write_file(stranger.place_of_keys, new_keys())
    stranger.place_of_keys.with_name("forgotten.jsonl").write_text('{"since_ms": 1}\n', encoding="utf-8")
    code, said = await stranger.types("restore", file, "--yes")
    assert (code, "does not hold key 1" in said) == (3, True)

    newer = tmp_path / "newer.backup"
    newer.write_bytes(file.read_bytes())
    as_if(newer, "schema", "ffffffffffff")
    code, said = await operator.types("restore", newer, "--yes", at=there)
    assert (code, "newer version" in said) == (3, True)

    one_bit = tmp_path / "one-bit.backup"
    whole, at = file.read_bytes(), file.read_bytes().index(b"en-US")
    one_bit.write_bytes(whole[:at] + b"eo-US" + whole[at + 5 :])
    code, said = await operator.types("restore", one_bit, "--yes", at=there)
    assert (code, "no more what was saved" in said) == (3, True)

    broken = tmp_path / "broken.backup"
    broken.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    code, said = await operator.types("restore", broken, "--yes", at=there)
    assert (code, "damaged" in said) == (3, True)
    assert not (tmp_path / "new.db").exists()
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".restoring")]


async def test_where_nobody_knows_who_was_forgotten_since_it_is_refused_until_said(
    operator: Operator, new_file: NewRows, new_bare_file: NewRows
) -> None:
    here, there = await new_file(), await new_bare_file()
    await filled(operator, here)
    await operator.types("backup", at=here)
    operator.place_of_keys.with_name("forgotten.jsonl").unlink()

    code, said = await operator.types("restore", operator.backups[0], "--yes", at=there)
    assert (code, "who asked to be forgotten" in said) == (3, True)
    code, said = await operator.types("restore", operator.backups[0], "--yes", "--list-is-lost", at=there)

    assert code == 0, said


async def test_a_running_bot_is_not_pulled_out_from_under(operator: Operator, new_rows: NewRows, engine: str) -> None:
    here = await new_rows()
    await filled(operator, here)
    await operator.types("backup", at=here)

    async with opened(here) as running:
        if engine == "sqlite":
            from bot.data.lock import only_process

            with only_process(running.url):
                code, said = await operator.types("restore", operator.backups[0], "--replace", "--yes", at=here)
        else:
            await count(running, preference)
            code, said = await operator.types("restore", operator.backups[0], "--replace", "--yes", at=here)

    assert code == 3
    assert "Another p" in said
    assert len(await notes_at(operator, here, ADA)) == 1


# --- the forgotten stay forgotten ---


async def test_whoever_was_forgotten_since_the_backup_is_forgotten_again(
    operator: Operator, new_file: NewRows, new_bare_file: NewRows
) -> None:
    here, there = await new_file(), await new_bare_file()
    await filled(operator, here)
    await operator.types("backup", at=here)
    code, said = await operator.types("forget-user", ADA, "--yes", at=here)
    assert code == 0, said

    code, said = await operator.types("restore", operator.backups[0], "--yes", at=there)

    assert "1 forgetting since then" in said
    assert await notes_at(operator, there, ADA) == []
    assert len(await notes_at(operator, there, BEN)) == 1


async def test_who_was_forgotten_before_the_backup_and_came_back_is_kept(
    operator: Operator, new_file: NewRows, new_bare_file: NewRows
) -> None:
    here, there = await new_file(), await new_bare_file()
    await filled(operator, here)
    list_of = operator.place_of_keys.with_name("forgotten.jsonl")
    operator.tombstones.add(GUILD, ADA)
    long_ago = list_of.read_text(encoding="utf-8").replace('"at_ms": 1', '"at_ms": ')
    list_of.write_text(long_ago, encoding="utf-8")

    await operator.types("backup", at=here)
    await operator.types("restore", operator.backups[0], "--yes", at=there)

    assert len(await notes_at(operator, there, ADA)) == 1


async def test_a_purged_server_stays_purged(operator: Operator, new_file: NewRows, new_bare_file: NewRows) -> None:
    here, there = await new_file(), await new_bare_file()
    await filled(operator, here)
    await operator.types("backup", at=here)
    await operator.types("purge-guild", GUILD, "--yes", at=here)

    await operator.types("restore", operator.backups[0], "--yes", at=there)

    assert await notes_at(operator, there, BEN) == []


async def test_what_waited_in_the_queue_then_is_looked_for_before_it_is_said_again(
    operator: Operator, new_file: NewRows, new_bare_file: NewRows
) -> None:

    here, there = await new_file(), await new_bare_file()
    await filled(operator, here)
    async with opened(here) as database:
        await database.change(lambda unit: unit.schedule(NewJob(kind="venting.publish", key="5")))
    await operator.types("backup", at=here)

    await operator.types("restore", operator.backups[0], "--yes", at=there)

    async with opened(there) as database:
        (waiting,) = [row for row in await rows(database, job) if row.kind == "venting.publish"]
    assert waiting.attempts == 1
    assert waiting.first_claimed_ms == backups.read(operator.backups[0]).made_ms


# --- while somebody writes ---


async def write_pairs(database: Database, operator: Operator) -> None:
    """For ever: two drafts at once, or two gone at once. A state with an odd number of them never was."""

    def both(unit: Unit) -> None:
        for _ in range(2):
            drafts.keep(unit, operator.living, random_id(), "words " * 50)

    while True:
        await database.change(both)
        await asyncio.sleep(0)


@pytest.mark.parametrize("many", TIMES)
async def test_backups_under_write_load_are_each_one_state(
    operator: Operator, new_rows: NewRows, tmp_path: Path, engine: str, many: int
) -> None:
    times = many if engine == "sqlite" else max(many // 4, 3)
    async with opened(await new_rows()) as database:
        writing = asyncio.create_task(write_pairs(database, operator))
        found: list[int] = []
        for number in range(times):
            place = tmp_path / f"{number}.backup"
            await backups.make(database, operator.living, place, lambda *_: None)
            restoring.working_copy(place, ready := tmp_path / f"{number}.db")
            async with opened(f"sqlite+aiosqlite:///{ready}") as restored:
                assert backups.read(place).active == 1
                found.append(await count(restored, draft))
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing

    assert [many for many in found if many % 2] == []
    assert len(set(found)) > times // 2, "nobody wrote meanwhile"
