"""What a rotation does to rows: boxes are sealed anew under the new key, and refs made anew whose owner a box tells.

Refs of anonymous authors cannot be made anew without their owners: look-ups try all living keys, and what can be
rewritten is when its owner next acts (SPEC 4.2). So a key goes only when no such ref holds any more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, and_, delete, func, select, update
from sqlalchemy.engine import Connection

from bot.data.keys import BoxBroken, Keys
from bot.data.schema import BOUND_TO, MADE_OF, METADATA, person_of
from bot.data.tables import key_mark
from bot.data.unit import Look, Unit
from bot.domain.clock import real_ms

REFS_HOLD = timedelta(days=366)
"""The longest that a row stays known by ref alone: somebody who does not want to be written to, a year (care)."""


@dataclass(frozen=True)
class Sealed:
    """How many boxes of which column, and how many of them this version cannot seal anew under a key that goes."""

    anew: dict[str, int]
    lost: dict[str, int]


def look(rows: Look, gone: list[int]) -> Sealed:
    """What a rotation would seal anew, and what would be lost with these keys."""
    anew: dict[str, int] = {}
    lost: dict[str, int] = {}
    for table, box in _boxes():
        if BOUND_TO in box.info:
            anew[str(table.name)] = _count(rows, table, box)
        else:
            lost[str(table.name)] = sum(_count(rows, table, box, kid) for kid in gone)
    return Sealed(_some(anew), _some(lost))


def holds_until_ms(living: Keys) -> int | None:
    """Until when something could hold under a key that would go now, real time; None where nothing can.

    Where nobody knows since when that key is not written under any more: from now on, to be safe.
    """
    ends = [living.in_use_until_ms(kid) or real_ms() for kid in living.to_go()]
    holds = max(ends, default=0) + REFS_HOLD // timedelta(milliseconds=1)
    return holds if ends and holds > real_ms() else None


def seal_anew(unit: Unit, keys: Keys) -> int:
    """Seals every box under the active key that is not, and makes refs anew by what boxes hold. Gives how many."""
    done = 0
    for table, box in _boxes():
        if BOUND_TO in box.info:
            done += _one_column(unit, keys, table, box)
    for table in METADATA.sorted_tables:
        for column in table.c:
            if MADE_OF in column.info:
                _refs_anew(unit, keys, table, column)
    return done


def forget_marks(connection: Connection, gone: list[int]) -> None:
    """The database need not know these keys any more."""
    connection.execute(delete(key_mark).where(key_mark.c.key_id.in_(gone)))


def _one_column(unit: Unit, keys: Keys, table: Table, box: Column[Any]) -> int:
    done = 0
    for row in unit.run(select(table).where(box.is_not(None))).mappings().fetchall():
        sealed, bound = bytes(row[box.name]), str(box.info[BOUND_TO]).format(**row)
        if sealed[0] == keys.active:
            continue
        try:
            plain = keys.open(sealed, bound)
        except BoxBroken:
            continue  # it could not be read before either
        mine = and_(*(column == row[column.name] for column in table.primary_key))
        unit.run(update(table).where(mine).values({box.name: keys.seal(plain, bound)}))
        done += 1
    return done


def _refs_anew(unit: Unit, keys: Keys, table: Table, ref: Column[Any]) -> None:
    """Where the sealed id is gone, because its owner was forgotten, the older ref must do."""
    name, purpose = ref.info[MADE_OF]
    [box] = [column for column in table.c if column.name == name]
    for row in unit.run(select(table).where(box.is_not(None))).mappings().fetchall():
        try:
            owner = int(keys.open(bytes(row[name]), str(box.info[BOUND_TO]).format(**row)))
        except BoxBroken:
            continue
        new = keys.ref(purpose, row["guild_id"], owner)
        if new != bytes(row[ref.name]):
            mine = and_(*(column == row[column.name] for column in table.primary_key))
            unit.run(update(table).where(mine).values({ref.name: new}))


def _boxes() -> Iterator[tuple[Table, Column[Any]]]:
    for table in METADATA.sorted_tables:
        for column in table.c:
            if person_of(column) == "box" and isinstance(column.type, LargeBinary):
                yield table, column


def _count(rows: Look, table: Table, box: Column[Any], kid: int | None = None) -> int:
    """A box begins with its key's number."""
    where = [box.is_not(None)] if kid is None else [func.substr(box, 1, 1) == bytes([kid])]
    return int(rows.execute(select(func.count()).select_from(table).where(*where)).scalar_one())


def _some(counted: dict[str, int]) -> dict[str, int]:
    return {name: many for name, many in counted.items() if many}
