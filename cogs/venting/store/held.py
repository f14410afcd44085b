"""The rows of what is not up: texts that wait for a moderator, or for the brake's end."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, case, delete, func, insert, select, update

from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, Ref, VentId
from cogs.venting.model.gate import Held, Why
from cogs.venting.store.tables import held, line, vent

_ADD = insert(held)
_ID = held.c.id == bindparam("number")
_ONE = select(held).where(_ID)
_LOCKED = _ONE.with_for_update()
_BOX = select(held.c.sealed).where(_ID)
_WAITING = (
    select(held)
    .where(held.c.guild_id == bindparam("guild"), held.c.why == bindparam("kind"))
    .order_by(held.c.since_ms)
    .limit(bindparam("most"))
)
_COUNT = select(func.count()).where(held.c.guild_id == bindparam("guild"), held.c.why == Why.LOOK.value)
_OF_VENT = select(held).where(held.c.vent_id == bindparam("vent"), held.c.line_id.is_(None))
_LOCKED_OF_VENT = _OF_VENT.with_for_update()
_OF_REF = (
    select(held)
    .join(vent, vent.c.id == held.c.vent_id)
    .outerjoin(line, line.c.id == held.c.line_id)
    .where(held.c.guild_id == bindparam("guild"))
    .where(case((held.c.line_id.is_(None), vent.c.author_ref), else_=line.c.writer_ref) == bindparam("ref"))
    .limit(500)
)
_SET = update(held).where(_ID).values(why=bindparam("kind"), act_id=bindparam("act"))
_SEAL = update(held).where(_ID).values(sealed=bindparam("box"))
_DROP = delete(held).where(_ID)
_OVER = select(held).where(held.c.until_ms <= bindparam("now")).limit(500)


def add(unit: Unit, one: Held, box: bytes) -> None:
    values = {
        "id": one.id, "guild_id": one.guild, "vent_id": one.vent, "line_id": one.line, "why": one.why,
        "act_id": one.act, "sealed": box, "since_ms": one.since_ms, "until_ms": one.until_ms,
    }  # fmt: skip
    unit.run(_ADD, values)


def one(look: Look, number: int) -> Held | None:
    row = look.execute(_ONE, {"number": number}).first()
    return _held(row) if row is not None else None


def locked(unit: Unit, number: int) -> Held | None:
    """The same; nobody else decides on it until the unit ends."""
    row = unit.run(_LOCKED, {"number": number}).first()
    return _held(row) if row is not None else None


def box(look: Look, number: int) -> bytes | None:
    """The sealed words."""
    return look.execute(_BOX, {"number": number}).scalar()


def waiting(look: Look, guild: GuildId, why: Why, *, most: int) -> Sequence[Held]:
    """The longest waiting first."""
    return [_held(row) for row in look.execute(_WAITING, {"guild": guild, "kind": why, "most": most})]


def count(look: Look, guild: GuildId) -> int:
    """How many a moderator is to look at."""
    return int(look.execute(_COUNT, {"guild": guild}).scalar_one())


def of_vent(look: Look, number: VentId) -> Held | None:
    """The vent itself, not lines on it."""
    row = look.execute(_OF_VENT, {"vent": number}).first()
    return _held(row) if row is not None else None


def locked_of_vent(unit: Unit, number: VentId) -> Held | None:
    """The same; nobody else decides on it until the unit ends."""
    row = unit.run(_LOCKED_OF_VENT, {"vent": number}).first()
    return _held(row) if row is not None else None


def of_ref(look: Look, guild: GuildId, ref: Ref) -> Sequence[Held]:
    """All that is not up of whoever has this ref."""
    return [_held(row) for row in look.execute(_OF_REF, {"guild": guild, "ref": ref})]


def waits_for(unit: Unit, number: int, why: Why, act: int | None = None) -> None:
    unit.run(_SET, {"number": number, "kind": why, "act": act})


def seal(unit: Unit, number: int, sealed: bytes) -> None:
    """Its author changed the words."""
    unit.run(_SEAL, {"number": number, "box": sealed})


def drop(unit: Unit, number: int) -> None:
    unit.run(_DROP, {"number": number})


def over(look: Look, now_ms: int) -> Sequence[Held]:
    """What has waited long enough."""
    return [_held(row) for row in look.execute(_OVER, {"now": now_ms})]


def _held(row: Row[Any]) -> Held:
    return Held(
        id=row.id, guild=row.guild_id, vent=row.vent_id, line=row.line_id, why=Why(row.why), act=row.act_id,
        since_ms=row.since_ms, until_ms=row.until_ms,
    )  # fmt: skip
