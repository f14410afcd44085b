"""The rows of weeks that are not published yet."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import BigInteger, Row, and_, bindparam, case, delete, func, or_, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.events import VentPosted, VentSupported
from bot.domain.ids import GuildId, MemberId, Ref, VentId
from cogs.health.model.cells import OPEN_WEEKS_AT_MOST, SERVER, People
from cogs.health.model.definitions import UNANSWERED_AFTER_MS, week_of
from cogs.health.store.tables import health_act, health_person, health_seat, health_state, health_vent

NEVER = 2**31 - 1
"""The week of posts that were counted already: they stay only until nobody waits for them any more."""
AT_ONCE = 1_000
"""Posts fetched in one go: a great server has twenty thousand in a week, and others want a turn in between."""
UNNAMED, NAMED = "unnamed", "named"
"""Two views of the people of a week: who posted without a name, and who acted by name."""

_new = upsert(health_vent)
# support may be heard of before the post itself: then the row waits in the week NEVER, and its own is filled in here
_POSTED = _new.on_conflict_do_update(
    index_elements=["vent_id"],
    set_={name: _new.excluded[name] for name in ("circle", "week", "posted_ms")},
)
_in_a_day = bindparam("now", type_=BigInteger) - health_vent.c.posted_ms <= UNANSWERED_AFTER_MS
_is_new = health_vent.c.version < bindparam("version_")
_SUPPORTED = (
    update(health_vent)
    .where(health_vent.c.vent_id == bindparam("vent"), _is_new)
    .values(
        total=bindparam("total_", type_=BigInteger),
        version=bindparam("version_"),
        first_ms=case(
            (
                and_(health_vent.c.first_ms.is_(None), bindparam("total_", type_=BigInteger) > 0),
                bindparam("now", type_=BigInteger),
            ),
            else_=health_vent.c.first_ms,
        ),
        most=case(
            (
                and_(_in_a_day, bindparam("total_", type_=BigInteger) > health_vent.c.most),
                bindparam("total_", type_=BigInteger),
            ),
            else_=health_vent.c.most,
        ),
        enough_ms=case(
            (
                and_(
                    health_vent.c.enough_ms.is_(None),
                    _in_a_day,
                    bindparam("total_", type_=BigInteger) >= bindparam("enough"),
                ),
                bindparam("now", type_=BigInteger),
            ),
            else_=health_vent.c.enough_ms,
        ),
    )
)
_ENDED = update(health_vent).where(health_vent.c.vent_id == bindparam("vent")).values(ended=1)
_WAITING = select(health_vent.c.posted_ms).where(
    health_vent.c.guild_id == bindparam("guild"), health_vent.c.ended == 0, health_vent.c.total == 0
)
_UNHEARD = _new.on_conflict_do_nothing()
_new_act = upsert(health_act)
_ACT = _new_act.on_conflict_do_update(
    index_elements=["guild_id", "circle", "week"], set_={"count": health_act.c.count + _new_act.excluded.count}
)
_PERSON = upsert(health_person).on_conflict_do_nothing()
_new_seat = upsert(health_seat)
_SEAT = _new_seat.on_conflict_do_update(
    index_elements=["guild_id", "member_id"],
    set_={"circle": _new_seat.excluded.circle, "version": _new_seat.excluded.version},
    where=health_seat.c.version < _new_seat.excluded.version,
)
_UNSEAT = delete(health_seat).where(
    health_seat.c.guild_id == bindparam("guild"),
    health_seat.c.member_id == bindparam("member"),
    health_seat.c.version < bindparam("version_"),
)
_CIRCLE = select(health_seat.c.circle).where(
    health_seat.c.guild_id == bindparam("guild"), health_seat.c.member_id == bindparam("member")
)
_HEARD = upsert(health_state).on_conflict_do_nothing().returning(health_state.c.guild_id)

_OPEN_WEEKS = and_(health_vent.c.guild_id == bindparam("guild"), health_vent.c.week <= bindparam("last"))
_VENTS = (
    select(
        health_vent.c.circle, health_vent.c.week, health_vent.c.posted_ms, health_vent.c.first_ms, health_vent.c.most,
        health_vent.c.enough_ms,
    )
    .where(_OPEN_WEEKS)
    .execution_options(yield_per=AT_ONCE)
)  # fmt: skip
_ACTS = select(health_act.c.circle, health_act.c.week, health_act.c.count.label("acts")).where(
    health_act.c.guild_id == bindparam("guild"), health_act.c.week <= bindparam("last")
)
_PEOPLE = (
    select(health_person.c.circle, health_person.c.week, health_person.c.view, func.count().label("people"))
    .where(health_person.c.guild_id == bindparam("guild"), health_person.c.week <= bindparam("last"))
    .group_by(health_person.c.circle, health_person.c.week, health_person.c.view)
)
_OF_CELL = tuple(
    (table.c.guild_id == bindparam("guild"), table.c.circle == bindparam("circle_"), table.c.week <= bindparam("last"))
    for table in (health_vent, health_act, health_person)
)
# a post that still stands is looked at again: as waiting on the board, never again in a cell
_COUNTED = (
    delete(health_vent).where(*_OF_CELL[0], or_(health_vent.c.ended == 1, health_vent.c.total > 0)),
    update(health_vent).where(*_OF_CELL[0]).values(week=bindparam("done")),
    delete(health_act).where(*_OF_CELL[1]),
    delete(health_person).where(*_OF_CELL[2]),
)


_MARKED = select(health_person.c.week).where(health_person.c.guild_id == bindparam("guild")).distinct()
_TOO_OLD = (
    delete(health_person).where(health_person.c.week < bindparam("before")),
    delete(health_act).where(health_act.c.week < bindparam("before")),
    delete(health_vent).where(
        or_(health_vent.c.week < bindparam("before"), and_(health_vent.c.week == NEVER, health_vent.c.ended == 1))
    ),
)


def posted(unit: Unit, fact: VentPosted, circle: int, week: int) -> None:
    """A post is up."""
    values = {"vent_id": fact.vent, "guild_id": fact.guild, "circle": circle, "week": week, "posted_ms": fact.at_ms}
    unit.run(_POSTED, values)


def supported(unit: Unit, fact: VentSupported, enough: int) -> None:
    """Somebody was there, or took it back; an older fact changes nothing."""
    waits = {"vent_id": fact.vent, "guild_id": fact.guild, "circle": SERVER, "week": NEVER, "posted_ms": unit.now_ms}
    unit.run(_UNHEARD, waits)
    values = {
        "vent": fact.vent, "total_": fact.total, "version_": fact.version, "now": unit.now_ms, "enough": enough,
    }  # fmt: skip
    unit.run(_SUPPORTED, values)


def ended(unit: Unit, vent: VentId) -> None:
    """It waits for nobody any more; it still counts in its week."""
    unit.run(_ENDED, {"vent": vent})


def waiting_since(look: Look, guild: GuildId) -> Sequence[int]:
    """When the posts went up that nobody has answered yet."""
    return [int(row.posted_ms) for row in look.execute(_WAITING, {"guild": guild}).fetchall()]


def acted(unit: Unit, guild: GuildId, circle: int, week: int, count: int) -> None:
    """Named acts; −1 for one that does not count any more."""
    unit.run(_ACT, {"guild_id": guild, "circle": circle, "week": week, "count": count})


def took_part(unit: Unit, guild: GuildId, circle: int, week: int, view: str, who: Ref) -> None:
    unit.run(_PERSON, {"guild_id": guild, "circle": circle, "week": week, "view": view, "who_ref": who})


def seated(unit: Unit, guild: GuildId, member: MemberId, circle: int, version: int) -> None:
    """Where somebody sits; an older fact changes nothing."""
    unit.run(_SEAT, {"guild_id": guild, "member_id": member, "circle": circle, "version": version})


def unseated(unit: Unit, guild: GuildId, member: MemberId, version: int) -> None:
    """They sit nowhere; an older fact changes nothing."""
    unit.run(_UNSEAT, {"guild": guild, "member": member, "version_": version})


def circle_of(look: Look, guild: GuildId, member: MemberId) -> int:
    """The number of their circle, SERVER for none."""
    return int(look.execute(_CIRCLE, {"guild": guild, "member": member}).scalar() or SERVER)


def heard_first(unit: Unit, guild: GuildId) -> bool:
    """Whether this is the first that was heard of a server."""
    values = {"guild_id": guild, "since_ms": unit.now_ms, "frozen_week": None}
    return unit.run(_HEARD, values).first() is not None


def open_weeks(look: Look, guild: GuildId) -> Sequence[int]:
    """The weeks in which anybody is marked."""
    return [int(row.week) for row in look.execute(_MARKED, {"guild": guild}).fetchall()]


def prune(unit: Unit) -> None:
    """Marks and counts of weeks that nobody published: health was switched off, or too few came."""
    oldest = {"before": week_of(unit.now_ms) - 7 * (OPEN_WEEKS_AT_MOST + 1)}
    for statement in _TOO_OLD:
        unit.run(statement, oldest)


def vents(look: Look, guild: GuildId, last: int) -> Iterator[Row[Any, Any, Any, Any, Any, Any]]:
    """Posts of unpublished weeks up to `last` (circle, week, posted_ms, first_ms, most, enough_ms)."""
    yield from look.execute(_VENTS, {"guild": guild, "last": last})


def acts(look: Look, guild: GuildId, last: int) -> Sequence[Row[Any, Any, Any]]:
    """(circle, week, acts)"""
    return look.execute(_ACTS, {"guild": guild, "last": last}).fetchall()


def people(look: Look, guild: GuildId, last: int) -> Mapping[tuple[int, int], People]:
    """By (circle, week). How many were on one post is not in it: that is the posts' own."""
    found: dict[tuple[int, int], dict[str, int]] = {}
    for row in look.execute(_PEOPLE, {"guild": guild, "last": last}).fetchall():
        found.setdefault((row.circle, row.week), {})[row.view] = row.people
    return {cell: People(views.get(UNNAMED, 0), views.get(NAMED, 0)) for cell, views in found.items()}


def drop(unit: Unit, guild: GuildId, circle: int, last: int) -> None:
    """What was published (or is too old to be) goes; a post that still waits stays for the board alone."""
    values = {"guild": guild, "circle_": circle, "last": last, "done": NEVER}
    for statement in _COUNTED:
        unit.run(statement, values)
