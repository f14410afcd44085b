"""The rows of those who listen: their hours, their turns, and how much somebody wrote lately."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, bindparam, case, delete, exists, func, insert, select, update

from bot.data.schema import upsert
from bot.data.tables import preference
from bot.data.unit import Look, Unit
from bot.domain.hours import Hours
from bot.domain.ids import GuildId, MemberId, Ref, random_id
from cogs.relay.model.draw import RESTED_AFTER, Candidate
from cogs.relay.model.hours import DAY, Listener
from cogs.relay.store.tables import listener, listening_load, listening_turn

AT_MOST = 2_000
"""So many of a server's listeners are looked at, those first who were not asked for longest."""
_MS = timedelta(milliseconds=1)
_DAY_MS, _WEEK_MS, _HOUR_MS = DAY // _MS, RESTED_AFTER // _MS, timedelta(hours=1) // _MS

_WHO = (listener.c.guild_id == bindparam("guild"), listener.c.member_id == bindparam("member"))
_new = upsert(listener)
_KEEP = _new.on_conflict_do_update(
    index_elements=["guild_id", "member_id"],
    set_={
        name: _new.excluded[name]
        for name in ("zone", "opens", "closes", "most", "by_dm", "locale", "paused_until_ms", "rests_until_ms")
    },
)
_ONE = select(listener).where(*_WHO)
_SERVERS = select(listener.c.guild_id).where(listener.c.member_id == bindparam("member")).limit(100)
_PAUSE = update(listener).where(*_WHO).values(paused_until_ms=bindparam("until"))
_REST = update(listener).where(*_WHO).values(rests_until_ms=bindparam("until"))
_HELD = _ONE.with_for_update()
_ASKED = update(listener).where(*_WHO).values(last_ms=bindparam("now"))
_NO_DMS = update(listener).where(*_WHO).values(by_dm=0)
_STOP = delete(listener).where(*_WHO)
_ALL = select(listener).where(listener.c.guild_id == bindparam("guild")).limit(AT_MOST)


def _turns_since(moment: str) -> Any:
    of_theirs = (
        listening_turn.c.guild_id == listener.c.guild_id,
        listening_turn.c.member_id == listener.c.member_id,
        listening_turn.c.at_ms > bindparam(moment),
    )
    return select(func.count()).where(*of_theirs).correlate(listener).scalar_subquery()


_PAUSES = exists().where(
    preference.c.guild_id == listener.c.guild_id,
    preference.c.member_id == listener.c.member_id,
    preference.c.paused_until_ms > bindparam("now"),
)
_AWAKE = (
    select(listener, _turns_since("day").label("today"), _turns_since("week").label("in_week"))
    .where(
        listener.c.guild_id == bindparam("guild"),
        listener.c.paused_until_ms <= bindparam("now"),
        listener.c.rests_until_ms <= bindparam("now"),
        ~_PAUSES,
    )
    .order_by(listener.c.last_ms)
    .limit(AT_MOST)
)
_ZONE = (
    select(listener.c.zone)
    .where(listener.c.guild_id == bindparam("guild"))
    .group_by(listener.c.zone)
    .order_by(func.count().desc(), listener.c.zone)
    .limit(1)
)
_TURN = insert(listening_turn)
_TURNS = select(func.count()).where(
    listening_turn.c.guild_id == bindparam("guild"),
    listening_turn.c.member_id == bindparam("member"),
    listening_turn.c.at_ms > bindparam("day"),
)
_OLD_TURNS = delete(listening_turn).where(listening_turn.c.at_ms <= bindparam("before"))

_load = upsert(listening_load)
_hour_over = listening_load.c.hour_ms <= _load.excluded.hour_ms - _HOUR_MS
_next_hour = listening_load.c.hour_ms == _load.excluded.hour_ms - _HOUR_MS
_week_over = listening_load.c.week_ms <= _load.excluded.week_ms - _WEEK_MS
_COUNT = _load.on_conflict_do_update(
    index_elements=["who_ref"],
    set_={
        "hour_ms": case((_hour_over, _load.excluded.hour_ms), else_=listening_load.c.hour_ms),
        "in_hour": case((_hour_over, 1), else_=listening_load.c.in_hour + 1),
        "in_hour_before": case(
            (_next_hour, listening_load.c.in_hour), (_hour_over, 0), else_=listening_load.c.in_hour_before
        ),
        "week_ms": case((_week_over, _load.excluded.week_ms), else_=listening_load.c.week_ms),
        "in_week": case((_week_over, 1), else_=listening_load.c.in_week + 1),
    },
).returning(listening_load.c.in_hour, listening_load.c.in_hour_before, listening_load.c.in_week)
_there = listening_load.alias()
_REWRITE = (
    update(listening_load)
    .where(listening_load.c.who_ref == bindparam("old"), ~exists().where(_there.c.who_ref == bindparam("new")))
    .values(who_ref=bindparam("new"))
)
_OLD_LOADS = delete(listening_load).where(listening_load.c.week_ms <= bindparam("before"))


def _listener(row: Row[Any]) -> Listener:
    return Listener(
        guild=row.guild_id, member=row.member_id, hours=Hours(row.zone, row.opens, row.closes), most=row.most,
        by_dm=bool(row.by_dm), locale=row.locale, paused_until_ms=row.paused_until_ms,
        rests_until_ms=row.rests_until_ms,
    )  # fmt: skip


def keep(unit: Unit, one: Listener) -> None:
    """Somebody listens from now on, or changed their hours."""
    values = {
        "guild_id": one.guild, "member_id": one.member, "zone": one.hours.zone, "opens": one.hours.opens,
        "closes": one.hours.closes, "most": one.most, "by_dm": int(one.by_dm), "locale": one.locale,
        "paused_until_ms": one.paused_until_ms, "rests_until_ms": one.rests_until_ms, "last_ms": 0,
    }  # fmt: skip
    unit.run(_KEEP, values)


def one(look: Look, guild: GuildId, member: MemberId) -> Listener | None:
    row = look.execute(_ONE, {"guild": guild, "member": member}).first()
    return _listener(row) if row is not None else None


def servers(look: Look, member: MemberId) -> list[GuildId]:
    """Where this person listens; 100 at most."""
    return [GuildId(row.guild_id) for row in look.execute(_SERVERS, {"member": member})]


def pause(unit: Unit, guild: GuildId, member: MemberId, until_ms: int) -> bool:
    """False if they do not listen here."""
    return unit.run(_PAUSE, {"guild": guild, "member": member, "until": until_ms}).rowcount > 0


def rest(unit: Unit, guild: GuildId, member: MemberId, until_ms: int) -> bool:
    """False if they do not listen here."""
    return unit.run(_REST, {"guild": guild, "member": member, "until": until_ms}).rowcount > 0


def no_dms(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """From now on into their inbox."""
    unit.run(_NO_DMS, {"guild": guild, "member": member})


def stop(unit: Unit, guild: GuildId, member: MemberId) -> bool:
    """False if they did not listen here."""
    return unit.run(_STOP, {"guild": guild, "member": member}).rowcount > 0


def everybody(look: Look, guild: GuildId) -> list[Listener]:
    """All listeners of a server, AT_MOST."""
    return [_listener(row) for row in look.execute(_ALL, {"guild": guild})]


def awake(unit: Unit, guild: GuildId) -> list[Candidate]:
    """Those who neither pause nor rest, with their turns; the least lately asked first."""
    values = {"guild": guild, "now": unit.now_ms, "day": unit.now_ms - _DAY_MS, "week": unit.now_ms - _WEEK_MS}
    rows = unit.run(_AWAKE, values).fetchall()
    return [Candidate(_listener(row), row.last_ms, row.today, row.in_week) for row in rows]


def usual_zone(look: Look, guild: GuildId) -> str:
    """The zone that most listeners of a server live in; UTC where nobody listens."""
    return look.execute(_ZONE, {"guild": guild}).scalar() or "UTC"


def held(unit: Unit, guild: GuildId, member: MemberId) -> Listener | None:
    """The same as `one`; two units that ask the same person wait for each other."""
    row = unit.run(_HELD, {"guild": guild, "member": member}).first()
    return _listener(row) if row is not None else None


def add_turn(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """They are asked now."""
    unit.run(_TURN, {"id": random_id(), "guild_id": guild, "member_id": member, "at_ms": unit.now_ms})
    unit.run(_ASKED, {"guild": guild, "member": member, "now": unit.now_ms})


def turns_today(unit: Unit, guild: GuildId, member: MemberId) -> int:
    """How often they were asked in the last 24 hours."""
    values = {"guild": guild, "member": member, "day": unit.now_ms - _DAY_MS}
    return int(unit.run(_TURNS, values).scalar_one())


def rewrite_load(unit: Unit, refs: Sequence[Ref]) -> None:
    """What was counted under an older key goes on under the active one, the first of `refs`."""
    for old in refs[1:]:
        unit.run(_REWRITE, {"old": old, "new": refs[0]})


def count_load(unit: Unit, ref: Ref) -> tuple[int, int, int]:
    """One more line; gives how many in this hour of the clock, in the one before, and in seven days from the first."""
    # rounded, so that no row tells the moment in which somebody wrote
    hour, day = unit.now_ms - unit.now_ms % _HOUR_MS, unit.now_ms - unit.now_ms % _DAY_MS
    values = {"who_ref": ref, "hour_ms": hour, "in_hour": 1, "week_ms": day, "in_week": 1}
    row = unit.run(_COUNT, values).one()
    return row.in_hour, row.in_hour_before, row.in_week


def expire(unit: Unit) -> None:
    """What was remembered of turns and loads goes after a week."""
    for statement in (_OLD_TURNS, _OLD_LOADS):
        unit.run(statement, {"before": unit.now_ms - _WEEK_MS})
