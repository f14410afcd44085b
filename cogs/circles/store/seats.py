"""Seats, the waiting list, and shared check-ins as rows."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId
from cogs.circles.model.circle import ALUMNI_SEATS, SEATS, About, Band, Field, Seat, Stage, Waiting
from cogs.circles.model.round import SHARED_KEPT, Shared
from cogs.circles.store.tables import circle_seat, circle_share, circle_wait

WAITING_AT_MOST = 500
_KEPT_MS = SHARED_KEPT // timedelta(milliseconds=1)

_WHO = (circle_seat.c.guild_id == bindparam("guild"), circle_seat.c.member_id == bindparam("member"))
_SEAT = select(circle_seat).where(*_WHO)
_IN = select(circle_seat).where(circle_seat.c.circle_id == bindparam("circle")).order_by(circle_seat.c.chair)
_HERE = select(circle_seat).where(circle_seat.c.guild_id == bindparam("guild"))
_CHAIRS = select(circle_seat.c.chair).where(
    circle_seat.c.circle_id == bindparam("circle"), circle_seat.c.alumni == bindparam("alumni")
)
_TAKE = upsert(circle_seat).on_conflict_do_nothing().returning(circle_seat.c.chair)
_SET = update(circle_seat).where(*_WHO)
_MOVE_CHAIR = _SET.values(alumni=bindparam("apart"), chair=bindparam("free"), stage=bindparam("now_stage"))
_ABOUT = _SET.values(
    band=bindparam("new_band"), field=bindparam("new_field"), stage=bindparam("new_stage"), monday=bindparam("round")
)
_MONDAY = _SET.values(monday=bindparam("round"))
_SET_THERE = _SET.where(circle_seat.c.circle_id == bindparam("circle"))
_PLACED = _SET_THERE.values(placed=1, shut=0, looked_ms=bindparam("now"))
_SHUT = _SET_THERE.where(circle_seat.c.shut == 0).values(shut=1)
_LOOKED = _SET.values(looked_ms=bindparam("now"))
_UNPLACED = update(circle_seat).where(circle_seat.c.circle_id == bindparam("circle")).values(placed=0)
_LEAVE = delete(circle_seat).where(*_WHO, circle_seat.c.circle_id == bindparam("circle"))

_WAITER = (circle_wait.c.guild_id == bindparam("guild"), circle_wait.c.member_id == bindparam("member"))
_new = upsert(circle_wait)
_WAIT = _new.on_conflict_do_update(
    index_elements=["guild_id", "member_id"],
    set_={name: _new.excluded[name] for name in ("band", "field", "stage", "monday")},
)
_WAITS = select(circle_wait).where(*_WAITER)
_LIST = (
    select(circle_wait)
    .where(circle_wait.c.guild_id == bindparam("guild"))
    .order_by(circle_wait.c.since_ms, circle_wait.c.member_id)
    .limit(WAITING_AT_MOST)
)
_UNWAIT = delete(circle_wait).where(*_WAITER)

_shared = upsert(circle_share)
_SHARE = _shared.on_conflict_do_update(
    index_elements=["guild_id", "member_id"],
    set_={name: _shared.excluded[name] for name in ("circle_id", "at_ms")},
)
_SHARES = select(circle_share).where(
    circle_share.c.circle_id == bindparam("circle"), circle_share.c.at_ms >= bindparam("since")
)
_SAID = delete(circle_share).where(
    circle_share.c.circle_id == bindparam("circle"),
    circle_share.c.member_id == bindparam("member"),
    circle_share.c.at_ms == bindparam("at"),
)
_OLD_SHARES = delete(circle_share).where(circle_share.c.at_ms < bindparam("before"))
_UNSHARE = delete(circle_share).where(
    circle_share.c.guild_id == bindparam("guild"), circle_share.c.member_id == bindparam("member")
)


def _about(row: Row[Any]) -> About:
    return About(Band(row.band), Field(row.field), Stage(row.stage), bool(row.monday))


def _seat(row: Row[Any]) -> Seat:
    return Seat(
        row.guild_id,
        row.member_id,
        row.circle_id,
        _about(row),
        bool(row.alumni),
        bool(row.placed),
        row.looked_ms,
        bool(row.shut),
    )


def of(look: Look, guild: GuildId, member: MemberId) -> Seat | None:
    """This person's seat."""
    row = look.execute(_SEAT, {"guild": guild, "member": member}).first()
    return _seat(row) if row is not None else None


def in_circle(look: Look, number: int) -> list[Seat]:
    """Everybody in a circle, by chair: thirty at most."""
    return [_seat(row) for row in look.execute(_IN, {"circle": number})]


def by_circle(look: Look, guild: GuildId) -> dict[int, list[Seat]]:
    """Everybody who has a seat on a server, by circle."""
    found: dict[int, list[Seat]] = {}
    for row in look.execute(_HERE, {"guild": guild}):
        found.setdefault(row.circle_id, []).append(_seat(row))
    return found


def _free_chair(unit: Unit, number: int, *, alumni: bool) -> int | None:
    taken = set(unit.run(_CHAIRS, {"circle": number, "alumni": int(alumni)}).scalars())
    chairs = range(1, (ALUMNI_SEATS if alumni else SEATS) + 1)
    return next((chair for chair in chairs if chair not in taken), None)


def take(unit: Unit, guild: GuildId, member: MemberId, number: int, about: About) -> bool:
    """Gives somebody a free chair. False where there is none, or they sit somewhere already.

    Whoever is beaten to a chair in the same moment tries the next one.
    """
    alumni = about.stage.is_alumni
    for _ in range(SEATS):
        chair = _free_chair(unit, number, alumni=alumni)
        if chair is None or of(unit.connection, guild, member) is not None:
            return False
        values = {
            "guild_id": guild, "member_id": member, "circle_id": number, "alumni": int(alumni), "chair": chair,
            "band": about.band, "field": about.field, "stage": about.stage, "monday": int(about.monday),
            "looked_ms": unit.now_ms,
        }  # fmt: skip
        if unit.run(_TAKE, values).scalar() is not None:
            return True
    return False


def change_chair(unit: Unit, seat: Seat, stage: Stage) -> bool:
    """Moves somebody between the seats of those who look and the alumni's, in their circle. False: none is free."""
    chair = _free_chair(unit, seat.circle, alumni=stage.is_alumni)
    if chair is None:
        return False
    values = {"apart": int(stage.is_alumni), "free": chair, "now_stage": stage}
    unit.run(_MOVE_CHAIR, {"guild": seat.guild, "member": seat.member} | values)
    return True


def change_about(unit: Unit, guild: GuildId, member: MemberId, about: About) -> None:
    values = {
        "new_band": about.band, "new_field": about.field, "new_stage": about.stage, "round": int(about.monday),
    }  # fmt: skip
    unit.run(_ABOUT, {"guild": guild, "member": member} | values)


def change_monday(unit: Unit, guild: GuildId, member: MemberId, *, wants: bool) -> None:
    unit.run(_MONDAY, {"guild": guild, "member": member, "round": int(wants)})


def placed(unit: Unit, seat: Seat) -> bool:
    """They are in the thread. False if they gave the seat up meanwhile."""
    values = {"guild": seat.guild, "member": seat.member, "circle": seat.circle, "now": unit.now_ms}
    return unit.run(_PLACED, values).rowcount > 0


def shut(unit: Unit, seat: Seat) -> bool:
    """They cannot be let in. False if that was known, or they gave the seat up meanwhile."""
    return unit.run(_SHUT, {"guild": seat.guild, "member": seat.member, "circle": seat.circle}).rowcount > 0


def looked(unit: Unit, seat: Seat) -> None:
    """They are still there."""
    unit.run(_LOOKED, {"guild": seat.guild, "member": seat.member, "now": unit.now_ms})


def nobody_is_placed(unit: Unit, number: int) -> None:
    """A new place: everybody has to be taken in anew."""
    unit.run(_UNPLACED, {"circle": number})


def leave(unit: Unit, seat: Seat) -> bool:
    """False if they had left before."""
    return unit.run(_LEAVE, {"guild": seat.guild, "member": seat.member, "circle": seat.circle}).rowcount > 0


# --- the waiting list -------------------------------------------------------------------------------------------------


def _waiting(row: Row[Any]) -> Waiting:
    return Waiting(row.guild_id, row.member_id, _about(row), row.since_ms)


def wait(unit: Unit, guild: GuildId, member: MemberId, about: About) -> None:
    """Puts somebody on the list; whoever is on it keeps their turn."""
    values = {
        "guild_id": guild, "member_id": member, "band": about.band, "field": about.field, "stage": about.stage,
        "monday": int(about.monday), "since_ms": unit.now_ms,
    }  # fmt: skip
    unit.run(_WAIT, values)


def waits(look: Look, guild: GuildId, member: MemberId) -> Waiting | None:
    row = look.execute(_WAITS, {"guild": guild, "member": member}).first()
    return _waiting(row) if row is not None else None


def waiting(look: Look, guild: GuildId) -> Sequence[Waiting]:
    """Everybody who waits, the longest first."""
    return [_waiting(row) for row in look.execute(_LIST, {"guild": guild})]


def unwait(unit: Unit, guild: GuildId, member: MemberId) -> bool:
    """False if they were not on the list."""
    return unit.run(_UNWAIT, {"guild": guild, "member": member}).rowcount > 0


# --- shared check-ins -------------------------------------------------------------------------------------------------


def share(unit: Unit, seat: Seat) -> None:
    """Keeps that somebody checked in, the latest time."""
    values = {"guild_id": seat.guild, "member_id": seat.member, "circle_id": seat.circle, "at_ms": unit.now_ms}
    unit.run(_SHARE, values)


def shares(look: Look, number: int, now_ms: int) -> list[Shared]:
    """What is to be told, not older than SHARED_KEPT."""
    rows = look.execute(_SHARES, {"circle": number, "since": now_ms - _KEPT_MS})
    return [Shared(row.member_id, row.at_ms) for row in rows]


def shares_said(unit: Unit, number: int, said: Sequence[Shared]) -> None:
    """Those were told; what somebody shared since stays."""
    for one in said:
        unit.run(_SAID, {"circle": number, "member": one.member, "at": one.at_ms})


def expire_shares(unit: Unit) -> None:
    """What was never told in time goes."""
    unit.run(_OLD_SHARES, {"before": unit.now_ms - _KEPT_MS})


def unshare(unit: Unit, guild: GuildId, member: MemberId) -> None:
    unit.run(_UNSHARE, {"guild": guild, "member": member})
