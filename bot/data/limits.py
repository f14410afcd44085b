"""How often somebody may do a thing: counted by ref, so that nobody can read from it who did what.

A window begins with the first use and lasts a day, or as long as it is told; the row goes when it is over. Whoever
needs a pause between two uses as well asks for a window of one use, under a ref of another purpose: one row that told
when the first and when the last use were would tie a named act to an anonymous one by their times (SPEC 4.2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, case, delete, exists, or_, select, update

from bot.data.schema import upsert
from bot.data.tables import day_limit
from bot.data.unit import Unit
from bot.domain.clock import from_ms
from bot.domain.ids import Ref

WINDOW = timedelta(days=1)
_MS = timedelta(milliseconds=1)

SLACK_MS = 60_000
"""Units that run at once read the wall in one order and reach the row in another; this far ahead is no moved wall."""

# also where the wall was moved back: no window begins in the future
_over = or_(day_limit.c.until_ms <= bindparam("now"), day_limit.c.until_ms > bindparam("whole_window"))
_rested = or_(
    day_limit.c.last_ms <= bindparam("now") - bindparam("apart"),
    day_limit.c.last_ms > bindparam("now") + bindparam("apart"),
)
_new = upsert(day_limit)
_USE = _new.on_conflict_do_update(
    index_elements=["who_ref"],
    set_={
        "used": case((_over, 1), else_=day_limit.c.used + 1),
        "until_ms": case((_over, _new.excluded.until_ms), else_=day_limit.c.until_ms),
        "last_ms": _new.excluded.last_ms,
    },
    where=or_(_over, and_(day_limit.c.used < bindparam("most"), _rested)),
).returning(day_limit.c.used)
_LOOK = select(day_limit.c.used, day_limit.c.last_ms, day_limit.c.until_ms).where(
    day_limit.c.who_ref == bindparam("ref")
)
_there = day_limit.alias()
_REWRITE = (
    update(day_limit)
    .where(day_limit.c.who_ref == bindparam("old"), ~exists().where(_there.c.who_ref == bindparam("new")))
    .values(who_ref=bindparam("new"))
)
_GIVE_BACK = (
    update(day_limit)
    .where(day_limit.c.who_ref == bindparam("ref"), day_limit.c.used > 0)
    .where(day_limit.c.until_ms <= bindparam("end"))
    .values(used=day_limit.c.used - 1)
)
_TAKE_AGAIN = (
    update(day_limit)
    .where(day_limit.c.who_ref == bindparam("ref"), day_limit.c.until_ms <= bindparam("end"))
    .values(used=day_limit.c.used + 1)
)
_FORGET = delete(day_limit).where(day_limit.c.who_ref.in_(bindparam("refs", expanding=True)))


@dataclass(frozen=True)
class Spent:
    """Not now. `again` is the first moment it is allowed; `day_is_full` tells a day's limit from a pause."""

    again: datetime
    day_is_full: bool


def use(
    unit: Unit,
    refs: Sequence[Ref],
    *,
    most: int,
    within: timedelta = WINDOW,
    apart: timedelta = timedelta(),
    at_ms: int | None = None,
) -> Spent | None:
    """Uses one of `most` in a window, at least `apart` from the last. None if allowed; nothing is written if not.

    `refs` are the person's refs under all living keys, the active one first; an older one is rewritten. `at_ms` is
    when the use takes place, in people's ms, if not now; until then the present's own uses begin a window of their own.
    """
    at_ms = unit.now_ms if at_ms is None else at_ms
    for old in refs[1:]:
        unit.run(_REWRITE, {"old": old, "new": refs[0]})
    pause_ms, until_ms = apart // _MS, at_ms + within // _MS
    values = {
        "who_ref": refs[0], "used": 1, "last_ms": at_ms if pause_ms else 0, "until_ms": until_ms,
        "now": at_ms, "whole_window": until_ms + SLACK_MS, "most": most, "apart": pause_ms,
    }  # fmt: skip
    if unit.run(_USE, values).scalar() is not None:
        return None
    row = unit.run(_LOOK, {"ref": refs[0]}).one()
    full = row.used >= most
    return Spent(from_ms(row.until_ms if full else row.last_ms + pause_ms), day_is_full=full)


def give_back(unit: Unit, ref: Ref, *, used_ms: int | None = None) -> None:
    """The thing did not come about; `used_ms` says when it was used, if not just now. Nothing once its day is over."""
    used_ms = unit.now_ms if used_ms is None else used_ms
    unit.run(_GIVE_BACK, {"ref": ref, "end": used_ms + WINDOW // _MS + SLACK_MS})


def take_again(unit: Unit, ref: Ref, *, used_ms: int) -> None:
    """What was given back counts again, as one of the day in which it was used. Nothing once that is over.

    Also where another was used in its place: then that day is full, and one more is given back before there is room.
    """
    unit.run(_TAKE_AGAIN, {"ref": ref, "end": used_ms + WINDOW // _MS})


def forget(unit: Unit, refs: Sequence[Ref]) -> None:
    """Takes a person's counts away."""
    unit.run(_FORGET, {"refs": list(refs)})
