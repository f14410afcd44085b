"""What was given without a name, by week, and what is left of everything after 90 days, by month."""

from collections.abc import Mapping, Sequence
from random import SystemRandom
from typing import Any

from sqlalchemy import Row, bindparam, delete, select

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId
from cogs.reciprocity.store.tables import ledger_month, ledger_person, ledger_waiting, ledger_week

POST = "post"
"""Beside the kinds of acts: posts at which they were, so that people can be counted."""
_RANDOM = SystemRandom()

_WAIT = upsert(ledger_waiting).on_conflict_do_nothing()
_WAITING = select(ledger_waiting.c.id, ledger_waiting.c.sealed).where(ledger_waiting.c.guild_id == bindparam("guild"))
_WHERE_WAITING = select(ledger_waiting.c.guild_id).distinct()
_DONE = delete(ledger_waiting).where(ledger_waiting.c.id == bindparam("number"))
_week = upsert(ledger_week)
_ADD_WEEK = _week.on_conflict_do_update(
    index_elements=["number", "week", "kind"], set_={"acts": ledger_week.c.acts + _week.excluded.acts}
)
_month = upsert(ledger_month)
_ADD_MONTH = _month.on_conflict_do_update(
    index_elements=["number", "month", "side", "kind"], set_={"acts": ledger_month.c.acts + _month.excluded.acts}
)
_WEEKS = select(ledger_week).where(ledger_week.c.number == bindparam("mine"))
_MONTHS = select(ledger_month).where(ledger_month.c.number == bindparam("mine")).order_by(ledger_month.c.month)
_NO_WEEKS = delete(ledger_week).where(ledger_week.c.number == bindparam("mine"))
_NO_MONTHS = delete(ledger_month).where(ledger_month.c.number == bindparam("mine"))
_OLD_WEEKS = select(ledger_week).where(ledger_week.c.week < bindparam("before"))
_OLD_WEEKS_GONE = delete(ledger_week).where(ledger_week.c.week < bindparam("before"))
_OLD_MONTHS_GONE = delete(ledger_month).where(ledger_month.c.month < bindparam("before"))
_KEEPERS = select(ledger_person.c.number).where(
    ledger_person.c.member_id.is_not(None), ledger_person.c.number.in_(bindparam("numbers", expanding=True))
)
AT_ONCE = 500
"""Bound values of one statement; SQLite takes 32,766 (its documentation, limits)."""


def wait(unit: Unit, guild: GuildId, number: int, sealed: bytes) -> None:
    """Keeps it closed until the week is over; nothing if it is there already."""
    unit.run(_WAIT, {"id": number, "guild_id": guild, "sealed": sealed})


def waiting(look: Look, guild: GuildId) -> list[tuple[int, bytes]]:
    """(id, sealed) of all that wait on this server."""
    return [(row.id, bytes(row.sealed)) for row in look.execute(_WAITING, {"guild": guild})]


def where_waiting(look: Look) -> list[GuildId]:
    """The servers on which anything waits."""
    return [GuildId(guild) for guild in look.execute(_WHERE_WAITING).scalars()]


def no_longer_wait(unit: Unit, numbers: Sequence[int]) -> None:
    if numbers:
        unit.run(_DONE, [{"number": number} for number in numbers])


def add_weeks(unit: Unit, sums: Mapping[tuple[int, str, str], int]) -> None:
    """Adds up by (number, week, kind), in random order."""
    rows = [
        {"number": number, "week": week, "kind": kind, "acts": acts}
        for (number, week, kind), acts in sums.items()
        if acts
    ]
    _RANDOM.shuffle(rows)
    if rows:
        unit.run(_ADD_WEEK, rows)


def add_months(unit: Unit, sums: Mapping[tuple[int, str, str, str], int]) -> None:
    """Adds up by (number, month, side, kind), for those who keep a balance."""
    numbers = sorted({number for number, *_ in sums})
    keep: set[int] = set()
    for first in range(0, len(numbers), AT_ONCE):
        keep |= set(unit.run(_KEEPERS, {"numbers": numbers[first : first + AT_ONCE]}).scalars())
    rows = [
        {"number": number, "month": month, "side": side, "kind": kind, "acts": acts}
        for (number, month, side, kind), acts in sums.items()
        if acts and number in keep
    ]
    if rows:
        unit.run(_ADD_MONTH, rows)


def weeks(look: Look, number: int) -> Sequence[Row[Any]]:
    """(week, kind, acts); 13 weeks at most."""
    return look.execute(_WEEKS, {"mine": number}).fetchall()


def months(look: Look, number: int) -> Sequence[Row[Any]]:
    """(month, side, kind, acts), the oldest first."""
    return look.execute(_MONTHS, {"mine": number}).fetchall()


def drop_of(unit: Unit, number: int) -> None:
    """Throws away what was added up for this number."""
    unit.run(_NO_WEEKS, {"mine": number})
    unit.run(_NO_MONTHS, {"mine": number})


def take_old_weeks(unit: Unit, before: str) -> Sequence[Row[Any]]:
    """The rows of earlier weeks; they are thrown away."""
    rows = unit.run(_OLD_WEEKS, {"before": before}).fetchall()
    unit.run(_OLD_WEEKS_GONE, {"before": before})
    return rows


def drop_old_months(unit: Unit, before: str) -> None:
    unit.run(_OLD_MONTHS_GONE, {"before": before})
