"""What is published: written once, read for ever."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId
from cogs.health.model.cells import Cell
from cogs.health.model.definitions import NOTHING, Chance, Figures, Mutuality
from cogs.health.store.tables import health_cell, health_mutuality, health_state

Written = Row[Any, Any, Any, Any, Any, Any, Any]
"""A row of health_cell."""

_PUBLISH = upsert(health_cell).on_conflict_do_nothing()
_CELLS = select(health_cell).where(
    health_cell.c.guild_id == bindparam("guild"), health_cell.c.from_week >= bindparam("since"),
    health_cell.c.from_week + 7 * health_cell.c.weeks > bindparam("ends"),
).order_by(health_cell.c.from_week, health_cell.c.circle)  # fmt: skip
_CELLS_OF = _CELLS.where(health_cell.c.circle == bindparam("only"))
_PUBLISH_MUTUALITY = upsert(health_mutuality).on_conflict_do_nothing()
_MUTUALITY = (
    select(health_mutuality)
    .where(health_mutuality.c.guild_id == bindparam("guild"))
    .order_by(health_mutuality.c.from_week)
)
_STATE = select(health_state).where(health_state.c.guild_id == bindparam("guild"))
_FROZEN = (
    update(health_state).where(health_state.c.guild_id == bindparam("guild")).values(frozen_week=bindparam("week"))
)


def publish(unit: Unit, guild: GuildId, cell: Cell) -> None:
    """For ever; a cell that is there is never changed."""
    values = {
        "guild_id": guild, "circle": cell.circle, "from_week": cell.from_week, "weeks": cell.weeks,
        "people": cell.people, "body": _body(cell.figures), "published_ms": unit.now_ms,
    }  # fmt: skip
    unit.run(_PUBLISH, values)


def cells(look: Look, guild: GuildId, *, since: int = 0, ends: int = 0, circle: int | None = None) -> Sequence[Written]:
    """Those that begin in the week `since` or later and have a part in the week `ends` or later, the oldest first.

    Of one circle, or (None) of all. As they are written: `opened` reads them.
    """
    found = look.execute(_CELLS if circle is None else _CELLS_OF, {
        "guild": guild, "since": since, "ends": ends, **({} if circle is None else {"only": circle}),
    })  # fmt: skip
    return found.fetchall()


def opened(written: Sequence[Written]) -> list[Cell]:
    """Cells out of rows. A great server has ten thousand in a window: not on the event loop, so not in a look."""
    return [Cell(row.circle, row.from_week, row.weeks, row.people, _figures(row.body)) for row in written]


def _body(figures: Figures) -> str:
    """Most hours of a week have no post: only the others are kept."""
    hours = {hour: count for hour, count in enumerate(figures.hours) if count}
    return json.dumps(asdict(figures) | {"hours": hours})


def _figures(body: str) -> Figures:
    given = json.loads(body)
    hours = [0] * len(NOTHING.hours)
    for hour, count in given["hours"].items():
        hours[int(hour)] = count
    return Figures(**given | {"waits": tuple(given["waits"]), "hours": tuple(hours)})


def publish_mutuality(unit: Unit, guild: GuildId, one: Mutuality) -> None:
    values = {
        "guild_id": guild, "from_week": one.from_week, "weeks": one.weeks, "events": one.events,
        "rho": round(one.rho * 1000), "low": round(one.chance.low * 1000), "high": round(one.chance.high * 1000),
        "top_tenth": one.top_tenth,
    }  # fmt: skip
    unit.run(_PUBLISH_MUTUALITY, values)


def mutualities(look: Look, guild: GuildId) -> Sequence[Mutuality]:
    """All, the oldest first."""
    return [
        Mutuality(
            row.from_week, row.weeks, row.events, row.rho / 1000, Chance(row.low / 1000, row.high / 1000), row.top_tenth
        )
        for row in look.execute(_MUTUALITY, {"guild": guild}).fetchall()
    ]


def since_ms(look: Look, guild: GuildId) -> int | None:
    """When anything was heard of this server first; None before."""
    row = look.execute(_STATE, {"guild": guild}).first()
    return None if row is None else int(row.since_ms)


def frozen_week(look: Look, guild: GuildId) -> int | None:
    """The last week that was looked at for publishing; None before the first."""
    row = look.execute(_STATE, {"guild": guild}).first()
    return None if row is None or row.frozen_week is None else int(row.frozen_week)


def is_frozen(unit: Unit, guild: GuildId, week: int) -> None:
    """That week and all before were looked at."""
    unit.run(_FROZEN, {"guild": guild, "week": week})
