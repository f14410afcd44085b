"""The rows of who was asked for which vent."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, VentId, random_id
from cogs.relay.store.tables import listening_ask, vent_clock


class Stage(StrEnum):
    """Where an ask is on its way. Whether it was answered is not kept: that would say who wrote an unsigned line."""

    PLANNED = "planned"
    COUNTED = "counted"
    SENT = "sent"
    SETTLED = "settled"
    PASSED = "passed"


@dataclass(frozen=True)
class Ask:
    """Somebody who is asked for a vent. `dm` and `message` are there once it stands in their direct messages."""

    id: int
    vent: VentId
    member: MemberId
    stage: Stage
    at_ms: int
    dm: ChannelId | None
    message: MessageId | None


_OF = listening_ask.c.vent_id == bindparam("vent")
_plan = upsert(listening_ask)
_PLAN = _plan.on_conflict_do_update(
    index_elements=["vent_id", "member_id"], set_={"stage": _plan.excluded.stage, "at_ms": _plan.excluded.at_ms},
    where=(listening_ask.c.at_ms <= bindparam("before")) & (listening_ask.c.stage != Stage.PASSED),
).returning(listening_ask.c.id)  # fmt: skip
_ASK = select(listening_ask).where(listening_ask.c.id == bindparam("ask"))
_ASKS = select(listening_ask).where(_OF).limit(500)
_WAS_ASKED = select(listening_ask.c.id).where(_OF, listening_ask.c.member_id == bindparam("member"))
_STAGE = update(listening_ask).where(listening_ask.c.id == bindparam("ask"))
_TO_STAGE = _STAGE.values(stage=bindparam("to"), at_ms=bindparam("now"))
_SENT = _STAGE.values(dm_channel_id=bindparam("dm"), message_id=bindparam("message"), stage=Stage.SENT)
_DROP = delete(listening_ask).where(listening_ask.c.id == bindparam("ask"))
_PASS = update(listening_ask).where(_OF, listening_ask.c.member_id == bindparam("member")).values(stage=Stage.PASSED)
_SETTLED = update(listening_ask).where(_OF, listening_ask.c.stage != Stage.PASSED).values(stage=Stage.SETTLED)
_THEIRS = (
    select(listening_ask.c.vent_id)
    .join(vent_clock, vent_clock.c.vent_id == listening_ask.c.vent_id)
    .where(vent_clock.c.guild_id == bindparam("guild"), listening_ask.c.member_id == bindparam("member"))
    .limit(500)
)
_LEAVE = delete(listening_ask).where(
    listening_ask.c.member_id == bindparam("member"), listening_ask.c.vent_id == bindparam("vent")
)


def _ask(row: Row[Any]) -> Ask:
    return Ask(
        id=row.id, vent=row.vent_id, member=row.member_id, stage=Stage(row.stage), at_ms=row.at_ms,
        dm=row.dm_channel_id, message=row.message_id,
    )  # fmt: skip


def plan(unit: Unit, vent: VentId, member: MemberId, *, before_ms: int = 0) -> int | None:
    """The number of the ask; None if this person was asked for this vent after `before_ms`, or said *Not now*."""
    values = {
        "id": random_id(), "vent_id": vent, "member_id": member, "stage": Stage.PLANNED, "at_ms": unit.now_ms,
        "dm_channel_id": None, "message_id": None,
    }  # fmt: skip
    return unit.run(_PLAN, values | {"before": before_ms}).scalar()


def one(look: Look, number: int) -> Ask | None:
    row = look.execute(_ASK, {"ask": number}).first()
    return _ask(row) if row is not None else None


def of(look: Look, vent: VentId) -> Sequence[Ask]:
    """Everybody who was asked for a vent."""
    return [_ask(row) for row in look.execute(_ASKS, {"vent": vent})]


def was_asked(look: Look, vent: VentId, member: MemberId) -> bool:
    return look.execute(_WAS_ASKED, {"vent": vent, "member": member}).first() is not None


def counted(unit: Unit, number: int) -> None:
    unit.run(_TO_STAGE, {"ask": number, "to": Stage.COUNTED, "now": unit.now_ms})


def sent(unit: Unit, number: int, dm: ChannelId | None, message: MessageId | None) -> None:
    """It stands in their direct messages, or (None) waits in their inbox."""
    unit.run(_SENT, {"ask": number, "dm": dm, "message": message})


def drop(unit: Unit, number: int) -> None:
    unit.run(_DROP, {"ask": number})


def passed(unit: Unit, vent: VentId, member: MemberId) -> bool:
    """False if they were not asked, or it is over."""
    return unit.run(_PASS, {"vent": vent, "member": member}).rowcount > 0


def settled(unit: Unit, vent: VentId) -> None:
    """Nothing is left to do for anybody who was asked."""
    unit.run(_SETTLED, {"vent": vent})


def of_member(look: Look, guild: GuildId, member: MemberId) -> list[VentId]:
    """The vents this person is or was asked for."""
    return [VentId(vent) for vent in look.execute(_THEIRS, {"guild": guild, "member": member}).scalars()]


def leave(unit: Unit, vent: VentId, member: MemberId) -> None:
    """Forgets that they were asked."""
    unit.run(_LEAVE, {"member": member, "vent": vent})
