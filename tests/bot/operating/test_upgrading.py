"""From the oldest schema there ever was to the newest, with everything in it."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import MetaData, Table, insert, select
from sqlalchemy.engine import Connection

from bot.app import discover
from bot.data import migrate
from bot.data.database import Database
from bot.data.inbox import Inbox, Note
from bot.data.unit import Unit
from bot.domain.clock import Wall
from bot.domain.ids import GuildId, MemberId
from tests.bot.operating.conftest import Operator
from tests.rows import NewRows

OLDEST = "81684897d5e2"
GUILD, ADA, BEN = GuildId(700), MemberId(577354978792833024), MemberId(883858444392595456)
TWO = (1, 2)
NO_MORE = {("inbox", "about_id")}
"""Beside a ref, a later migration takes this out (29b0d39000a6)."""
UNTIED = {"care_talk": ("vent_id", "room_id", "message_id"), "mute": ("room_id", "message_id")}
UNTIED["mod_log"] = UNTIED["mute"]
"""In row 1, whose post carries a name: it must not stand beside its author's key (46895079112f)."""
GONE = {("vent", "noted")}
"""Columns that later migrations drop (7d710d7aa9e0)."""

Rows = dict[str, list[dict[str, Any]]]


@asynccontextmanager
async def as_the_first_version(url: str) -> AsyncGenerator[Database]:
    """A database as the first version made it, without a row."""
    discover()
    database = Database(url, Wall())
    await database.open()
    try:
        await database.on_writer(lambda connection: migrate.build(connection, OLDEST))
        yield database
    finally:
        await database.close()


def tables_there(connection: Connection) -> list[Table]:
    """All tables but Alembic's own, those others lean on first."""
    there = MetaData()
    there.reflect(connection)
    return [table for table in there.sorted_tables if table.name != "alembic_version"]


def row_for(table: Table, number: int) -> dict[str, Any]:
    """Something in every column; of a person either the id (in row 1) or the ref. Every number is the row's own."""
    values: dict[type, Any] = {
        int: number,
        bytes: bytes([number]) * 32,
        str: f"wörds {number}",
        bool: True,
        float: float(number),
    }
    row = {column.name: values[column.type.python_type] for column in table.columns}
    for name in table.columns.keys():  # noqa: SIM118  iterating gives columns, not names
        stem, _, kind = name.rpartition("_")
        if kind == "ref" and f"{stem}_id" in row:
            row[f"{stem}_id" if number == 2 else name] = None
    return row


def fill(connection: Connection) -> Rows:
    """Two rows in every table; gives what was written."""
    written = {table.name: [row_for(table, number) for number in TWO] for table in tables_there(connection)}
    for table in tables_there(connection):
        connection.execute(insert(table), written[table.name])
    return written


def read(connection: Connection, like: Rows) -> Rows:
    """The same columns of the same tables."""
    there = {table.name: table for table in tables_there(connection)}
    found: Rows = {}
    for name, rows in like.items():
        columns = [there[name].c[column] for column in rows[0] if (name, column) not in GONE]
        result = connection.execute(select(*columns).select_from(there[name]))
        found[name] = sorted((dict(row) for row in result.mappings()), key=repr)
    return found


def as_expected(written: Rows) -> Rows:
    expected = {name: [dict(row) for row in rows] for name, rows in written.items()}
    for table, column in NO_MORE:
        for row in expected[table]:
            if row["member_ref"] is not None:
                row[column] = None
    for table, column in GONE:
        for row in expected[table]:
            del row[column]
    for table, columns in UNTIED.items():
        expected[table][0] |= dict.fromkeys(columns)
    return {name: sorted(rows, key=repr) for name, rows in expected.items()}


async def test_what_the_first_version_kept_is_whole_in_this_one(new_bare_rows: NewRows) -> None:
    async with as_the_first_version(await new_bare_rows()) as database:
        written = await database.on_writer(fill)

        before, after = await database.migrate()

        assert (before, after) == (OLDEST, migrate.head())
        assert len(written) > 30
        assert await database.read(lambda look: read(look, written)) == as_expected(written)


async def test_an_operator_goes_from_the_first_version_to_new_keys_and_the_forgotten_stay_so(
    operator: Operator, new_bare_file: NewRows
) -> None:
    here = await new_bare_file()
    async with as_the_first_version(here) as database:
        await database.change(lambda unit: chosen(unit, Inbox(database, operator.living)))

    await done(operator, here, "backup")
    await done(operator, here, "migrate")
    await done(operator, here, "forget-user", ADA, "--yes")
    await done(operator, here, "restore", operator.backups[0], "--replace", "--yes")
    await done(operator, here, "rotate-keys", "--yes")

    database = Database(here, Wall())
    await database.open()
    notes = Inbox(database, operator.living)
    assert await database.read(migrate.current) == migrate.head()
    assert [note.args["name"] for note in await notes.notes(GUILD, BEN)] == ["Grüße"]
    assert list(await notes.notes(GUILD, ADA)) == []
    await database.close()
    await done(operator, here, "forget-user", BEN, "--yes")


async def done(operator: Operator, at: str, *words: object) -> None:
    code, said = await operator.types(*words, at=at)
    assert code == 0, said


def chosen(unit: Unit, notes: Inbox) -> None:
    """Ada and Ben chose something; a note waits for each."""
    preference = next(table for table in tables_there(unit.connection) if table.name == "preference")
    for member in (ADA, BEN):
        unit.run(insert(preference).values(guild_id=GUILD, member_id=member, dm_channel_id=member + 1, locale="en-US"))
        notes.put(unit, GUILD, member, Note("inbox-head", {"name": "Grüße"}))
