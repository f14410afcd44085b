"""Days of plans: waiting to be asked, asked, answered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, select, update

from bot.data.keys import Keys
from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from cogs.checkins.model.plan import Answer, Day, DayState, Plan
from cogs.checkins.store import plans
from cogs.checkins.store.tables import IS_WAITING
from cogs.checkins.store.tables import checkin_day as day
from cogs.checkins.store.tables import checkin_pause as pause
from cogs.checkins.store.tables import checkin_plan as plan

_THIS = (day.c.plan_id == bindparam("of"), day.c.day == bindparam("on"))
_ready = (
    select(day.c.plan_id, day.c.day)
    .where(IS_WAITING, day.c.visible_ms <= bindparam("real"))
    .order_by(day.c.turn, day.c.due_ms)
    .limit(bindparam("many"))
    .subquery()
)
_READY = (
    select(
        plan, func.coalesce(pause.c.until_ms, 0).label("paused_until_ms"), day.c.day, day.c.due_ms, day.c.tries,
        day.c.first_ms, day.c.turn,
    )
    .select_from(
        _ready.join(day, and_(day.c.plan_id == _ready.c.plan_id, day.c.day == _ready.c.day))
        .join(plan, plan.c.id == day.c.plan_id)
        .outerjoin(pause, and_(pause.c.guild_id == plan.c.guild_id, pause.c.member_id == plan.c.member_id))
    )
    .order_by(day.c.turn, day.c.due_ms)
)  # fmt: skip
_BEGUN = update(day).where(*_THIS).values(first_ms=func.coalesce(day.c.first_ms, bindparam("real")))
_STATE = update(day).where(*_THIS, day.c.state == int(DayState.WAITING)).values(state=bindparam("now"))
_FAILED = update(day).where(*_THIS).values(visible_ms=bindparam("visible"), tries=day.c.tries + 1)
_LEFT = select(func.min(day.c.visible_ms)).where(IS_WAITING)
_new = upsert(day)
_OPEN = _new.on_conflict_do_nothing()
# held: of two presses at once one is the day's first
_BEFORE = select(day.c.answer).where(*_THIS).with_for_update()
_ANSWER = update(day).where(*_THIS).values(answer=bindparam("said"), answered_ms=bindparam("now"))
_ANSWERED = (
    update(day).where(*_THIS, day.c.state == int(DayState.WAITING)).values(state=int(DayState.OPEN))
)  # fmt: skip
_EXCUSE = (
    update(day)
    .where(day.c.plan_id == bindparam("of"), day.c.due_ms > bindparam("since"), day.c.answer.is_(None))
    .where(day.c.state == int(DayState.SENT))
    .values(state=int(DayState.EXCUSED))
)
_NOTE = update(day).where(*_THIS).values(counts=bindparam("counted"), sealed=bindparam("box"))
_ONE = select(day).where(*_THIS)
_SINCE = select(day).where(day.c.plan_id == bindparam("of"), day.c.day >= bindparam("first")).order_by(day.c.day)
_LAST = (
    select(day)
    .where(day.c.plan_id == bindparam("of"), day.c.planned == 1, day.c.day <= bindparam("until"))
    .where(
        day.c.state.in_((int(DayState.SENT), int(DayState.OPEN))) | day.c.answer.is_not(None),
    )
    .order_by(day.c.day.desc())
    .limit(bindparam("many"))
)
_FROM = select(day.c.day).where(day.c.plan_id == bindparam("of"), day.c.day >= bindparam("first"))
_OLD = delete(day).where(day.c.day < bindparam("before"))
_COUNT = select(func.count()).select_from(day).where(day.c.plan_id == bindparam("of"))


@dataclass(frozen=True)
class Waiting:
    """A day that is to be asked. `due_ms` is people's time, `first_ms` the real time of the first try.

    A process that dies in between leaves `first_ms` and adds no failure: nothing is wrong with the question.
    """

    plan: Plan
    day: date
    due_ms: int
    failures: int
    first_ms: int | None


def ready(look: Look, keys: Keys, real_ms: int, many: int) -> list[Waiting]:
    """What is to be asked next, fair between servers: everybody's first, then everybody's second."""
    rows = look.execute(_READY, {"real": real_ms, "many": many}).fetchall()
    return [
        Waiting(plans.opened(keys, row), date.fromordinal(row.day), row.due_ms, row.tries, row.first_ms) for row in rows
    ]


def begin(unit: Unit, some: Sequence[Waiting], real_ms: int) -> None:
    """These are about to be sent: whoever finds them again looks whether they got through."""
    if some:
        unit.run(_BEGUN, [{"of": one.plan.id, "on": one.day.toordinal(), "real": real_ms} for one in some])


def become(unit: Unit, some: Sequence[tuple[int, date]], state: DayState) -> None:
    """What waited waits no more. Days that were answered meanwhile stay as they are."""
    if some:
        unit.run(_STATE, [{"of": of, "on": on.toordinal(), "now": int(state)} for of, on in some])


def failed(unit: Unit, some: Sequence[tuple[int, date, int]]) -> None:
    """(plan, day, real ms): refused once more, and not to be tried before."""
    if some:
        unit.run(_FAILED, [{"of": of, "on": on.toordinal(), "visible": visible} for of, on, visible in some])


def left(look: Look) -> int | None:
    """The real ms from which on the next waiting day may be tried; None where none waits."""
    return look.execute(_LEFT).scalar()


def dates_from(look: Look, number: int, first: date) -> frozenset[date]:
    """The dates from one on that have a row: nobody is asked about them anew (SPEC 4.5)."""
    rows = look.execute(_FROM, {"of": number, "first": first.toordinal()})
    return frozenset(date.fromordinal(row.day) for row in rows)


def open_day(unit: Unit, number: int, on: date, *, planned: bool) -> None:
    """There is a row for the day, whether or not it was asked."""
    values = {"plan_id": number, "day": on.toordinal(), "state": int(DayState.OPEN), "planned": int(planned)}
    unit.run(_OPEN, values)


def answer(unit: Unit, number: int, on: date, said: Answer) -> bool:
    """Keeps an answer in place of an earlier one; whether it is the day's first."""
    this = {"of": number, "on": on.toordinal()}
    before = unit.run(_BEFORE, this).scalar()
    unit.run(_ANSWER, this | {"said": said, "now": unit.now_ms})
    unit.run(_ANSWERED, this)
    return before is None


def excuse(unit: Unit, number: int, since_ms: int) -> None:
    """What was asked since then and is not answered counts no more."""
    unit.run(_EXCUSE, {"of": number, "since": since_ms})


def note(unit: Unit, keys: Keys, number: int, on: date, counts: Mapping[str, int], learned: str) -> None:
    """Keeps counts and what was learned, in place of what was there."""
    box = keys.seal(learned, f"day|{number}|{on.toordinal()}") if learned else None
    unit.run(_NOTE, {"of": number, "on": on.toordinal(), "counted": json.dumps(dict(counts)), "box": box})


def one(look: Look, keys: Keys, number: int, on: date) -> Day | None:
    """The day, None where it was neither asked nor answered."""
    row = look.execute(_ONE, {"of": number, "on": on.toordinal()}).first()
    return _day(keys, row) if row is not None else None


def since(look: Look, keys: Keys, number: int, first: date) -> list[Day]:
    """From a date on, in order."""
    rows = look.execute(_SINCE, {"of": number, "first": first.toordinal()}).fetchall()
    return [_day(keys, row) for row in rows]


def all_of(look: Look, keys: Keys, number: int) -> list[Day]:
    """Every day of a plan that is kept, in order."""
    return since(look, keys, number, date.min)


def last_that_count(look: Look, keys: Keys, number: int, until: date, many: int) -> list[Day]:
    """The newest planned days that were asked or answered."""
    rows = look.execute(_LAST, {"of": number, "until": until.toordinal(), "many": many}).fetchall()
    return [_day(keys, row) for row in rows]


def forget_before(unit: Unit, before: date) -> None:
    """Throws older days away."""
    unit.run(_OLD, {"before": before.toordinal()})


def count(look: Look, number: int) -> int:
    """How many days of a plan are kept."""
    return int(look.execute(_COUNT, {"of": number}).scalar_one())


def _day(keys: Keys, row: Any) -> Day:
    learned = keys.open(row.sealed, f"day|{row.plan_id}|{row.day}") if row.sealed is not None else ""
    return Day(
        date.fromordinal(row.day), DayState(row.state), bool(row.planned),
        Answer(row.answer) if row.answer is not None else None, json.loads(row.counts or "{}"), learned,
    )  # fmt: skip
