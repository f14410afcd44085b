"""Mutes by key and the brake: who cannot be without a name for a while, though nobody knows who they are.

A mute holds a 32-byte ref, so it survives renames, leaving and coming back, restarts and rotation, and hits nobody else
(SPEC 4.2, 4.9). It rests on vents and lines without a name; who writes by name is known to the moderators anyway.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select, update

from bot.data.schema import upsert
from bot.data.tables import brake, mute
from bot.data.unit import Look, Unit
from bot.domain.clock import from_ms, to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MessageId, Ref, random_id

_new = upsert(mute)
_MUTE = _new.on_conflict_do_update(
    index_elements=["guild_id", "author_ref"],
    set_={name: _new.excluded[name] for name in ("until_ms", "reason", "room_id", "message_id")},
).returning(mute)
_HOLDING = (mute.c.guild_id == bindparam("guild"), mute.c.until_ms > bindparam("now"))
_WHOSE = mute.c.author_ref.in_(bindparam("refs", expanding=True))
_FIND = select(mute).where(*_HOLDING, _WHOSE).order_by(mute.c.until_ms.desc()).limit(1)
_LIST = (
    select(mute)
    .where(*_HOLDING)
    .order_by(mute.c.until_ms, mute.c.id)
    .limit(bindparam("most"))
    .offset(bindparam("after"))
)
_MANY = select(func.count()).select_from(mute).where(*_HOLDING)
_OLD = select(mute).where(mute.c.guild_id == bindparam("guild"), _WHOSE)
_REWRITE = update(mute).where(mute.c.id == bindparam("row")).values(author_ref=bindparam("ref"))
_DROP = delete(mute).where(mute.c.id == bindparam("row"))
_LOSE_POST = (
    update(mute)
    .where(mute.c.guild_id == bindparam("guild"), mute.c.message_id.in_(bindparam("messages", expanding=True)))
    .values(room_id=None, message_id=None)
)
_LIFT = (
    delete(mute)
    .where(mute.c.guild_id == bindparam("guild"), mute.c.act_id == bindparam("act"))
    .returning(mute.c.author_ref)
)

_new_brake = upsert(brake)
_BRAKE = _new_brake.on_conflict_do_update(
    index_elements=["guild_id"],
    set_={"until_ms": _new_brake.excluded.until_ms, "act_id": _new_brake.excluded.act_id},
)
_BRAKED = select(brake.c.until_ms).where(brake.c.guild_id == bindparam("guild"), brake.c.until_ms > bindparam("now"))
_HELD = select(brake.c.until_ms, brake.c.act_id).where(
    brake.c.guild_id == bindparam("guild"), brake.c.until_ms > bindparam("now")
)
_RELEASE = delete(brake).where(brake.c.guild_id == bindparam("guild"))
_RELEASE_ACT = _RELEASE.where(brake.c.act_id == bindparam("act"))


@dataclass(frozen=True)
class Brake:
    """Posting without a name rests until then, by that entry in the log."""

    until_ms: int
    act: int


@dataclass(frozen=True)
class Mute:
    """Somebody cannot be without a name until then. `act` is its first entry in the log, `message` a post of theirs.

    Both places are None once that post carries its author's name.
    """

    guild: GuildId
    until: datetime
    reason: str
    act: int
    room: ChannelId | None
    message: MessageId | None


def mute_author(unit: Unit, ref: Ref, wanted: Mute) -> Mute:
    """Mutes whoever has this ref. A mute that holds already gets the new end and reason and keeps its `act`."""
    values = {
        "id": random_id(), "guild_id": wanted.guild, "author_ref": ref, "reason": wanted.reason, "act_id": wanted.act,
        "room_id": wanted.room, "message_id": wanted.message, "until_ms": to_ms(wanted.until),
    }  # fmt: skip
    return _mute(unit.run(_MUTE, values).one())


def is_muted(look: Look, guild: GuildId, refs: Sequence[Ref], now_ms: int) -> Mute | None:
    """The mute that holds for a person, asked by their refs under all living keys; None where none does."""
    row = look.execute(_FIND, {"guild": guild, "refs": list(refs), "now": now_ms}).first()
    return _mute(row) if row is not None else None


def mutes(look: Look, guild: GuildId, now_ms: int, *, most: int = 100, after: int = 0) -> list[Mute]:
    """What holds on a server, the soonest to end first, without the first `after`."""
    values = {"guild": guild, "now": now_ms, "most": most, "after": after}
    return [_mute(row) for row in look.execute(_LIST, values)]


def how_many(look: Look, guild: GuildId, now_ms: int) -> int:
    """How many mutes hold on a server."""
    return int(look.execute(_MANY, {"guild": guild, "now": now_ms}).scalar_one())


def lift(unit: Unit, guild: GuildId, act: int) -> Ref | None:
    """Ends the mute of that act; gives whose it was, None if none holds any more."""
    return unit.run(_LIFT, {"guild": guild, "act": act}).scalar()


def lose_post(unit: Unit, guild: GuildId, messages: Sequence[MessageId]) -> None:
    """These carry a name now: no mute says any more that it was about one of them."""
    unit.run(_LOSE_POST, {"guild": guild, "messages": list(messages)})


def rewrite(unit: Unit, guild: GuildId, refs: Sequence[Ref]) -> None:
    """The owner acts: what was written under older keys goes under the active one, which is first in `refs`."""
    held = unit.run(_OLD, {"guild": guild, "refs": list(refs)}).fetchall()
    if all(row.author_ref == refs[0] for row in held):
        return
    longest = max(held, key=lambda row: row.until_ms)
    for row in held:
        if row.id != longest.id:
            unit.run(_DROP, {"row": row.id})
    unit.run(_REWRITE, {"row": longest.id, "ref": refs[0]})


def brake_held(look: Look, guild: GuildId, now_ms: int) -> Brake | None:
    """The brake that is on; None where none is."""
    row = look.execute(_HELD, {"guild": guild, "now": now_ms}).first()
    return Brake(row.until_ms, row.act_id) if row is not None else None


def brake_on(unit: Unit, guild: GuildId, until: datetime, act: int) -> None:
    """Posting without a name rests on this server until then."""
    unit.run(_BRAKE, {"guild_id": guild, "act_id": act, "until_ms": to_ms(until)})


def brake_off(unit: Unit, guild: GuildId, act: int | None = None) -> bool:
    """Ends the brake, or only the one of that act; False if there was none."""
    if act is None:
        return unit.run(_RELEASE, {"guild": guild}).rowcount > 0
    return unit.run(_RELEASE_ACT, {"guild": guild, "act": act}).rowcount > 0


def braked_until(look: Look, guild: GuildId, now_ms: int) -> datetime | None:
    """Until when posting without a name rests; None where it does not."""
    until_ms = look.execute(_BRAKED, {"guild": guild, "now": now_ms}).scalar()
    return from_ms(until_ms) if until_ms is not None else None


def refuse_unnamed(unit: Unit, guild: GuildId, refs: Sequence[Ref]) -> None:
    """Asked before anything is posted or written without a name. Raises Refusal while a mute or the brake holds."""
    refuse_muted(unit, guild, refs)
    until = braked_until(unit.connection, guild, unit.now_ms)
    if until is not None:
        raise Refusal("unnamed-resting", when=_when(until))


def refuse_muted(unit: Unit, guild: GuildId, refs: Sequence[Ref]) -> None:
    """The same for what may wait until the brake is off. Raises Refusal while a mute holds."""
    rewrite(unit, guild, refs)
    held = is_muted(unit.connection, guild, refs, unit.now_ms)
    if held is not None:
        raise Refusal("unnamed-muted", when=_when(held.until), reason=held.reason)


def _mute(row: Row[Any]) -> Mute:
    return Mute(
        guild=GuildId(row.guild_id), until=from_ms(row.until_ms), reason=row.reason, act=row.act_id,
        room=row.room_id, message=row.message_id,
    )  # fmt: skip


def _when(moment: datetime) -> str:
    """A time that everybody reads in their own zone (documentation, timestamp styles)."""
    return f"<t:{to_ms(moment) // 1000}:f>"
