"""Circles as rows."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, MessageId
from cogs.circles.model.circle import Band, Ring
from cogs.circles.store.tables import circle, circle_seat, circle_server

AT_MOST = 400
"""So many circles of a server are looked at: 5,000 people make 330 (PLATFORM, resources)."""
HOUR_MS = timedelta(hours=1) // timedelta(milliseconds=1)

_new = upsert(circle_server)
_VERSION = _new.on_conflict_do_update(
    index_elements=["guild_id"], set_={"version": circle_server.c.version + 1}
).returning(circle_server.c.version)
_OF = select(circle).where(circle.c.guild_id == bindparam("guild")).order_by(circle.c.opened_ms, circle.c.id)
_SOME = _OF.limit(AT_MOST)
_ALL_IDS = select(circle.c.id, circle.c.guild_id).order_by(circle.c.id).limit(bindparam("most"))
_AFTER = _ALL_IDS.where(circle.c.id > bindparam("after"))
_ONE = select(circle).where(circle.c.id == bindparam("circle"))
_HELD = _ONE.with_for_update()
_AT = select(circle).where(circle.c.thread_id == bindparam("thread"))
_NAMES = select(circle.c.name).where(circle.c.guild_id == bindparam("guild"))
_ADD = insert(circle)
_SET = update(circle).where(circle.c.id == bindparam("circle"))
_THREAD = _SET.values(thread_id=bindparam("thread"), cannot=0, waits=0)
_GONE = _SET.values(
    thread_id=None, gone_ms=bindparam("now"), waits=bindparam("wait"), shares_message_id=None, round_message_id=None
)
_CANNOT = _SET.values(cannot=1)
_REOPEN = _SET.values(waits=0, gone_ms=0)
_WROTE = (
    update(circle)
    .where(circle.c.thread_id == bindparam("thread"), circle.c.last_ms < bindparam("before"))
    .values(last_ms=bindparam("now"))
)
_WEEK = _SET.values(round_week=bindparam("week"))
_ROUND = _SET.values(round_message_id=bindparam("message"))
_SHARES = _SET.values(shares_message_id=bindparam("message"), shares_ms=bindparam("now"))
_CLEARED = _SET.values(shares_message_id=None, round_message_id=None)
_REMOVE = delete(circle).where(circle.c.id == bindparam("circle"))
_EMPTY = select(func.count()).where(circle_seat.c.circle_id == bindparam("circle"))


def _ring(row: Row[Any]) -> Ring:
    return Ring(
        id=row.id, guild=row.guild_id, name=row.name, band=Band(row.band), thread=row.thread_id,
        opened_ms=row.opened_ms, last_ms=row.last_ms, gone_ms=row.gone_ms, waits=bool(row.waits),
        cannot=bool(row.cannot), round_week=row.round_week, shares_ms=row.shares_ms,
        shares_message=row.shares_message_id, round_message=row.round_message_id,
    )  # fmt: skip


def next_version(unit: Unit, guild: GuildId) -> int:
    """Counts a change of seats here. Who else changes seats on this server waits until this unit ends."""
    return int(unit.run(_VERSION, {"guild_id": guild, "version": 1}).scalar_one())


def of(look: Look, guild: GuildId) -> list[Ring]:
    """Every circle of a server, the oldest first."""
    return [_ring(row) for row in look.execute(_SOME, {"guild": guild})]


def all_after(look: Look, after: int, *, most: int) -> Sequence[tuple[int, GuildId]]:
    """(circle, server) of every server, by number."""
    return [(row.id, row.guild_id) for row in look.execute(_AFTER, {"after": after, "most": most})]


def one(look: Look, number: int) -> Ring | None:
    row = look.execute(_ONE, {"circle": number}).first()
    return _ring(row) if row is not None else None


def held(unit: Unit, number: int) -> Ring | None:
    """The same; nobody else changes it until this unit ends."""
    row = unit.run(_HELD, {"circle": number}).first()
    return _ring(row) if row is not None else None


def at(look: Look, thread: ChannelId) -> Ring | None:
    """The circle whose place this is."""
    row = look.execute(_AT, {"thread": thread}).first()
    return _ring(row) if row is not None else None


def names(look: Look, guild: GuildId) -> frozenset[str]:
    return frozenset(look.execute(_NAMES, {"guild": guild}).scalars())


def is_empty(look: Look, number: int) -> bool:
    return look.execute(_EMPTY, {"circle": number}).scalar_one() == 0


def add(unit: Unit, number: int, guild: GuildId, name: str, band: Band) -> None:
    values = {
        "id": number, "guild_id": guild, "name": name, "band": band, "thread_id": None, "opened_ms": unit.now_ms,
        "last_ms": unit.now_ms, "gone_ms": 0, "shares_ms": 0, "shares_message_id": None, "round_message_id": None,
    }  # fmt: skip
    unit.run(_ADD, values)


def thread_is(unit: Unit, number: int, thread: ChannelId) -> None:
    unit.run(_THREAD, {"circle": number, "thread": thread})


def gone(unit: Unit, number: int, *, waits: bool) -> None:
    """Its place is not there any more."""
    unit.run(_GONE, {"circle": number, "now": unit.now_ms, "wait": int(waits)})


def cannot(unit: Unit, number: int) -> None:
    """The bot may not open it a place."""
    unit.run(_CANNOT, {"circle": number})


def reopen(unit: Unit, number: int) -> None:
    """A moderator wants it to have a place again."""
    unit.run(_REOPEN, {"circle": number})


def somebody_wrote(unit: Unit, thread: ChannelId) -> None:
    """Notes the hour, once an hour at most."""
    unit.run(_WROTE, {"thread": thread, "now": unit.now_ms, "before": unit.now_ms - HOUR_MS})


def round_called(unit: Unit, number: int, week: int) -> None:
    unit.run(_WEEK, {"circle": number, "week": week})


def round_message_is(unit: Unit, number: int, message: MessageId | None) -> None:
    unit.run(_ROUND, {"circle": number, "message": message})


def shares_message_is(unit: Unit, number: int, message: MessageId | None) -> None:
    unit.run(_SHARES, {"circle": number, "message": message, "now": unit.now_ms})


def cleared(unit: Unit, number: int) -> None:
    """Nothing of ours with names in it stands there any more."""
    unit.run(_CLEARED, {"circle": number})


def remove(unit: Unit, number: int) -> None:
    """With what hangs on it."""
    unit.run(_REMOVE, {"circle": number})
