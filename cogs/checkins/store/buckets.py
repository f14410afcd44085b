"""Buckets: what falls due together, turned into days that wait to be asked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, and_, bindparam, delete, exists, func, literal, select, update

from bot.data import leaving
from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from cogs.checkins.model.plan import DayState
from cogs.checkins.store.tables import IS_ON
from cogs.checkins.store.tables import checkin_bucket as bucket
from cogs.checkins.store.tables import checkin_day as day
from cogs.checkins.store.tables import checkin_pause as pause
from cogs.checkins.store.tables import checkin_plan as plan

_THIS = (bucket.c.zone == bindparam("in_zone"), bucket.c.minute == bindparam("at_minute"))
_PUT = upsert(bucket).on_conflict_do_nothing()
_FIRST = (
    select(bucket).where(bucket.c.due_ms <= bindparam("now")).order_by(bucket.c.due_ms, bucket.c.zone).limit(1)
)  # fmt: skip
_NEXT = select(func.min(bucket.c.due_ms))
_MOVE = (
    update(bucket).where(*_THIS).values(day=bindparam("to_day"), due_ms=bindparam("to_ms"), cursor=bindparam("after"))
)
_DROP = delete(bucket).where(*_THIS)
_ALL = select(bucket)
_PAUSED = exists().where(
    pause.c.guild_id == plan.c.guild_id, pause.c.member_id == plan.c.member_id, pause.c.until_ms > bindparam("due")
)
_DUE = and_(
    IS_ON,
    plan.c.zone == bindparam("in_zone"),
    plan.c.minute == bindparam("at_minute"),
    plan.c.id > bindparam("after"),
    plan.c.days.bitwise_and(bindparam("bit")) != 0,
    plan.c.since_ms <= bindparam("due"),
    plan.c.guild_id.not_in(leaving.AWAY),
    ~_PAUSED,
)
_chunk = select(plan.c.id).where(_DUE).order_by(plan.c.id).limit(bindparam("many")).subquery()
_LAST = select(func.max(_chunk.c.id).label("last"), func.count().label("plans"))
# the turn is counted anew in each chunk: a server waits for its neighbours in as many chunks as are unsent, not in all
_rows = select(
    plan.c.id,
    bindparam("day_no", type_=day.c.day.type),
    bindparam("state_no", type_=day.c.state.type),
    literal(1),
    bindparam("due", type_=BigInteger),
    func.row_number().over(partition_by=plan.c.guild_id, order_by=plan.c.id),
).where(_DUE, plan.c.id <= bindparam("last"))
_EXPAND = (
    upsert(day).from_select(["plan_id", "day", "state", "planned", "due_ms", "turn"], _rows).on_conflict_do_nothing()
)


@dataclass(frozen=True)
class Bucket:
    """The next date of all plans of one zone and minute; those up to `cursor` are dealt with."""

    zone: str
    minute: int
    day: date
    due_ms: int
    cursor: int


def ensure(unit: Unit, zone: str, minute: int, on: date, due_ms: int) -> None:
    """There is a bucket for this time; one that is there stays as it is."""
    unit.run(_PUT, {"zone": zone, "minute": minute, "day": on.toordinal(), "due_ms": due_ms, "cursor": 0})


def first_due(look: Look, now_ms: int) -> Bucket | None:
    """The bucket that has been due the longest."""
    row = look.execute(_FIRST, {"now": now_ms}).first()
    return _bucket(row) if row is not None else None


def next_due_ms(look: Look) -> int | None:
    """When the next one is due; None where there is none."""
    return look.execute(_NEXT).scalar()


def every(look: Look) -> list[Bucket]:
    """All of them: a few thousand, whatever the number of people."""
    return [_bucket(row) for row in look.execute(_ALL).fetchall()]


def move(unit: Unit, one: Bucket, to: date, due_ms: int, cursor: int = 0) -> None:
    """To another date, or (same date) on to the plans after `cursor`."""
    values = {"in_zone": one.zone, "at_minute": one.minute, "to_day": to.toordinal(), "to_ms": due_ms, "after": cursor}
    unit.run(_MOVE, values)


def drop(unit: Unit, one: Bucket) -> None:
    """Nobody has a plan of this time any more."""
    unit.run(_DROP, {"in_zone": one.zone, "at_minute": one.minute})


def expand(unit: Unit, one: Bucket, state: DayState, many: int) -> tuple[int, int | None]:
    """Turns the next `many` plans into days of this date; a day that is there already stays as it is.

    Gives (how many plans were looked at, the last one's number or None at the end).
    """
    values = {
        "in_zone": one.zone, "at_minute": one.minute, "after": one.cursor, "bit": 1 << one.day.weekday(),
        "due": one.due_ms,
    }  # fmt: skip
    row = unit.run(_LAST, values | {"many": many}).one()
    found = int(row.plans)
    if found:
        unit.run(_EXPAND, values | {"last": row.last, "day_no": one.day.toordinal(), "state_no": int(state)})
    return found, int(row.last) if found == many else None


def _bucket(row: Any) -> Bucket:
    return Bucket(row.zone, row.minute, date.fromordinal(row.day), row.due_ms, row.cursor)
