"""A server's rows as a document that can be read: without people, their stand-ins, and what is sealed."""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table, select

from bot.data.leaving import GUILD, tables_of_servers
from bot.data.schema import person_of
from bot.data.tables import guild_setting, job, mod_log
from bot.data.unit import Look
from bot.domain.clock import from_ms
from bot.domain.errors import StartRefused
from bot.domain.ids import GuildId

ABOUT = (
    "What is kept of one server. Ids are texts, moments are UTC. Nobody is named but moderators in their log, and "
    "nothing that is sealed is in it (drafts, notes, lines in jars): everybody has their own with /my export. "
    "The queue is left out."
)
LEFT_OUT = frozenset({job.name})
_MOMENT, _ID = "_ms", "id"


def as_text(look: Look, guild: GuildId, at: datetime) -> str:
    """The whole document; every table is in it, with an empty list where there is nothing."""
    tables = {
        table.name: _rows(look, table, guild) for table in reversed(tables_of_servers()) if table.name not in LEFT_OUT
    }
    head = {"about": ABOUT, "server": str(guild), "written": at.isoformat(timespec="seconds")}
    return json.dumps(head | {"tables": tables}, indent=2, ensure_ascii=False) + "\n"


def written(place: Path, text: str) -> None:
    """Writes a new file, readable by its owner only. Raises StartRefused."""
    try:
        descriptor = os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise StartRefused(f"I cannot write {place}: {error.strerror}.") from None


def _rows(look: Look, table: Table, guild: GuildId) -> list[dict[str, Any]]:
    shown = [column for column in table.c if column.name != GUILD and _may_be_read(column)]
    found = look.execute(select(*shown).where(table.c[GUILD] == guild)) if shown else ()
    rows = [{column.name: _plain(column, value) for column, value in zip(shown, row, strict=True)} for row in found]
    if table is guild_setting:
        return [row | {"body": json.loads(row["body"])} for row in rows]
    # in no order of theirs: the one in which they were written could tell who wrote
    return sorted(({_said(name): value for name, value in row.items()} for row in rows), key=repr)


def _may_be_read(column: Column[Any]) -> bool:
    return person_of(column) is None or column is mod_log.c.moderator_id


def _plain(column: Column[Any], value: Any) -> Any:
    if isinstance(value, int) and column.name.endswith(_MOMENT):
        return from_ms(value).isoformat(timespec="seconds")
    return str(value) if isinstance(value, int) and column.name.endswith(_ID) else value


def _said(name: str) -> str:
    return name.removesuffix(_MOMENT)
