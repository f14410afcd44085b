"""Acts between two people who are both named, by day."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Executable, Row, Select, bindparam, case, delete, func, or_, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId
from cogs.reciprocity.model.balance import Kind, Sum
from cogs.reciprocity.store.tables import ledger_act, ledger_person

_act = ledger_act.c
_COUNTS = func.sum(_act.acts - _act.removed)
_TODAY = select(func.sum(_act.acts)).where(
    _act.giver_no == bindparam("giver"), _act.day == bindparam("today"), _act.receiver_no == bindparam("receiver")
)
_new = upsert(ledger_act)
_ADD = _new.on_conflict_do_update(
    index_elements=["giver_no", "day", "receiver_no", "kind", "held"], set_={"acts": _act.acts + _new.excluded.acts}
)


def _side(mine: Any, other: Any) -> Select[Any, Any, Any]:
    return (
        select(other.label("other"), _act.kind, _COUNTS.label("acts"))
        .where(mine == bindparam("mine"), _act.day >= bindparam("since"), _act.acts > _act.removed)
        .group_by(other, _act.kind)
    )


_GAVE = _side(_act.giver_no, _act.receiver_no)
_GOT = _side(_act.receiver_no, _act.giver_no).where(_act.held == 0)
_SIGNED = (
    select(ledger_person)
    .where(
        ledger_person.c.number.in_(
            select(_act.giver_no).where(
                _act.receiver_no == bindparam("mine"), _act.day >= bindparam("since"), _act.held == 0,
                _act.acts > _act.removed,
            )
        )
    )
    .order_by(ledger_person.c.number)
    .limit(bindparam("most"))
)  # fmt: skip
_THEIRS = (
    _act.giver_no == bindparam("giver"), _act.receiver_no == bindparam("receiver"), _act.kind == bindparam("of_kind")
)  # fmt: skip
_NEWEST = select(_act.day, _act.held).where(*_THEIRS).order_by(_act.day.desc()).limit(1)
_LAST_COUNTED = _NEWEST.where(_act.acts > _act.removed)
_LAST_REMOVED = _NEWEST.where(_act.removed > 0)
_CHANGE = (
    update(ledger_act)
    .where(*_THEIRS, _act.day == bindparam("on_day"), _act.held == bindparam("is_held"))
    .values(removed=_act.removed + bindparam("by"))
)
_ON_DAY = (
    select(_act.giver_no, _act.receiver_no, _COUNTS.label("acts"))
    .where(
        _act.guild_id == bindparam("guild"), _act.day == bindparam("of_day"), _act.held == 0, _act.acts > _act.removed
    )
    .group_by(_act.giver_no, _act.receiver_no)
)  # fmt: skip
_ALL_OF = select(ledger_act).where(or_(_act.giver_no == bindparam("mine"), _act.receiver_no == bindparam("mine")))
_HOW_MANY = select(func.coalesce(_COUNTS, 0)).where(
    or_(_act.giver_no == bindparam("mine"), case((_act.held == 0, _act.receiver_no), else_=None) == bindparam("mine"))
)
_KEEPERS = select(ledger_person.c.number).where(ledger_person.c.member_id.is_not(None))
_OF_NOBODY = delete(ledger_act).where(
    or_(_act.giver_no == bindparam("mine"), _act.receiver_no == bindparam("mine")),
    _act.giver_no.not_in(_KEEPERS),
    or_(_act.receiver_no.not_in(_KEEPERS), _act.held == 1),
)
_OLD = select(ledger_act).where(_act.day < bindparam("before"))
_OLD_GONE = delete(ledger_act).where(_act.day < bindparam("before"))


def counted_today(look: Look, giver: int, receiver: int, day: int) -> int:
    """How much from one to the other counts on that day already, whatever its kind."""
    return int(look.execute(_TODAY, {"giver": giver, "receiver": receiver, "today": day}).scalar() or 0)


def add(unit: Unit, guild: GuildId, pair: tuple[int, int], kind: Kind, day: int, *, held: bool) -> None:
    """One more from `pair[0]` to `pair[1]`."""
    giver, receiver = pair
    unit.run(_ADD, {
        "giver_no": giver, "day": day, "receiver_no": receiver, "kind": kind, "held": int(held), "guild_id": guild,
        "acts": 1, "removed": 0,
    })  # fmt: skip


def remove(unit: Unit, pair: tuple[int, int], kind: Kind) -> None:
    """The last of these that counts does not count any more; nothing if there is none."""
    _change(unit, _LAST_COUNTED, pair, kind, by=1)


def bring_back(unit: Unit, pair: tuple[int, int], kind: Kind) -> None:
    """One that was removed counts again; nothing if there is none."""
    _change(unit, _LAST_REMOVED, pair, kind, by=-1)


def _change(unit: Unit, which: Executable, pair: tuple[int, int], kind: Kind, *, by: int) -> None:
    theirs = {"giver": pair[0], "receiver": pair[1], "of_kind": kind}
    row = unit.run(which, theirs).first()
    if row is not None:
        unit.run(_CHANGE, theirs | {"on_day": row.day, "is_held": row.held, "by": by})


def gave(look: Look, number: int, since: int) -> list[Sum]:
    """What this person gave from this day on, by receiver and kind."""
    return [Sum(row.other, Kind(row.kind), int(row.acts)) for row in look.execute(_GAVE, _from(number, since))]


def got(look: Look, number: int, since: int) -> list[Sum]:
    """What this person got from this day on, by giver and kind; without what was held back."""
    return [Sum(row.other, Kind(row.kind), int(row.acts)) for row in look.execute(_GOT, _from(number, since))]


def _from(number: int, since: int) -> dict[str, int]:
    return {"mine": number, "since": since}


def signed(look: Look, number: int, since: int, most: int) -> Sequence[Row[Any]]:
    """Those who were there by name and can still be named, as rows that `people.name_of` reads."""
    return look.execute(_SIGNED, {"mine": number, "since": since, "most": most}).fetchall()


def on_day(look: Look, guild: GuildId, day: int) -> Sequence[tuple[int, int, int]]:
    """(giver, receiver, how often)"""
    found = look.execute(_ON_DAY, {"guild": guild, "of_day": day})
    return [(row.giver_no, row.receiver_no, int(row.acts)) for row in found]


def of(look: Look, number: int) -> Sequence[Row[Any]]:
    """Every row that this number is in, held or not."""
    return look.execute(_ALL_OF, {"mine": number}).fetchall()


def how_many(look: Look, number: int) -> int:
    """How many acts this number is in, as far as its person may know."""
    return int(look.execute(_HOW_MANY, {"mine": number}).scalar_one())


def drop_of_nobody(unit: Unit, number: int) -> None:
    """Throws away what this number is in and nobody who keeps a balance: call it after `people.unlink`."""
    unit.run(_OF_NOBODY, {"mine": number})


def take_old(unit: Unit, before: int) -> Sequence[Row[Any]]:
    """The rows of earlier days; they are thrown away."""
    rows = unit.run(_OLD, {"before": before}).fetchall()
    unit.run(_OLD_GONE, {"before": before})
    return rows
