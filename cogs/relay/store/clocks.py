"""The rows of vents that wait, and of who was asked for which."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, VentId, random_id
from cogs.relay.model.waiting import Clock
from cogs.relay.store.tables import listening_ask, vent_clock, vent_over

OVER_KEPT = timedelta(days=1)
LONGEST_VENT = timedelta(days=35)
"""No vent lives longer (30 days at most, SPEC 4.1): a clock that old was forgotten by somebody."""
_MS = timedelta(milliseconds=1)


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


_ID = vent_clock.c.vent_id == bindparam("vent")
_SET = update(vent_clock).where(_ID)
_UP = (vent_clock.c.room_id.is_not(None),)
_LOOK = select(vent_clock).where(_ID, *_UP)
_HELD = _LOOK.with_for_update()
_TOTAL = select(vent_clock.c.total).where(_ID).with_for_update()
_MADE = select(vent_clock.c.made_ms).where(_ID)
_START = _SET.values(started_ms=bindparam("now"))
_CLAIM = _SET.values(claimed_until_ms=bindparam("until"))
_WIDENED, _LIFTED = _SET.values(widened=1), _SET.values(lifted=1)
_ANSWERED = _SET.values(answered=bindparam("is_so"))
_MODERATORS_ASKED = _SET.values(moderators_asked=1)
_WORDED = _SET.values(worded=bindparam("said"))
_ROLE_MESSAGE = _SET.values(role_message_id=bindparam("message"))
_LIFT_MESSAGE = _SET.values(lift_message_id=bindparam("message"))
_REMOVE = delete(vent_clock).where(_ID)
_OLD = delete(vent_clock).where(vent_clock.c.made_ms <= bindparam("before"))
_OVER = upsert(vent_over).on_conflict_do_nothing()
_IS_OVER = select(vent_over.c.vent_id).where(vent_over.c.vent_id == bindparam("vent"))
_OVER_OLD = delete(vent_over).where(vent_over.c.until_ms <= bindparam("now"))

_OF = listening_ask.c.vent_id == bindparam("vent")
_PLAN = upsert(listening_ask).on_conflict_do_nothing(index_elements=["vent_id", "member_id"]).returning(
    listening_ask.c.id
)  # fmt: skip
_ASK = select(listening_ask).where(listening_ask.c.id == bindparam("ask"))
_ASKS = select(listening_ask).where(_OF).limit(500)
_STAGE = update(listening_ask).where(listening_ask.c.id == bindparam("ask"))
_TO_STAGE = _STAGE.values(stage=bindparam("to"), at_ms=bindparam("now"))
_SENT = _STAGE.values(dm_channel_id=bindparam("dm"), message_id=bindparam("message"), stage=Stage.SENT)
_DROP = delete(listening_ask).where(listening_ask.c.id == bindparam("ask"))
_PASS = update(listening_ask).where(_OF, listening_ask.c.member_id == bindparam("member")).values(stage=Stage.PASSED)
_SETTLED = update(listening_ask).where(_OF, listening_ask.c.stage != Stage.PASSED).values(stage=Stage.SETTLED)
_UNANSWERED = (
    select(vent_clock.c.started_ms)
    .where(vent_clock.c.guild_id == bindparam("guild"), vent_clock.c.total == 0, vent_clock.c.closed == 0, *_UP)
    .order_by(vent_clock.c.started_ms)
    .limit(500)
)
_SERVER = vent_clock.c.guild_id == bindparam("guild")
_THEIRS = (
    select(listening_ask.c.vent_id)
    .join(vent_clock, vent_clock.c.vent_id == listening_ask.c.vent_id)
    .where(_SERVER, listening_ask.c.member_id == bindparam("member"))
    .limit(500)
)
_LEAVE = delete(listening_ask).where(
    listening_ask.c.member_id == bindparam("member"), listening_ask.c.vent_id == bindparam("vent")
)


def _clock(row: Row[Any]) -> Clock:
    return Clock(
        vent=row.vent_id, guild=row.guild_id, room=row.room_id, message=row.message_id, wish=row.wish, shown=row.shown,
        author=row.author_id, author_ref=row.author_ref, at_once=bool(row.at_once), started_ms=row.started_ms,
        total=row.total, closed=bool(row.closed), claimed_until_ms=row.claimed_until_ms, widened=bool(row.widened),
        lifted=bool(row.lifted), worded=bool(row.worded), role_message=row.role_message_id,
        lift_message=row.lift_message_id, answered=bool(row.answered), moderators_asked=bool(row.moderators_asked),
    )  # fmt: skip


def _ask(row: Row[Any]) -> Ask:
    return Ask(
        id=row.id, vent=row.vent_id, member=row.member_id, stage=Stage(row.stage), at_ms=row.at_ms,
        dm=row.dm_channel_id, message=row.message_id,
    )  # fmt: skip


def clock(look: Look, vent: VentId) -> Clock | None:
    """None where the vent is not up, or gone."""
    row = look.execute(_LOOK, {"vent": vent}).first()
    return _clock(row) if row is not None else None


def held(unit: Unit, vent: VentId) -> Clock | None:
    """The same; nobody else changes it until this unit ends."""
    row = unit.run(_HELD, {"vent": vent}).first()
    return _clock(row) if row is not None else None


def age_ms(unit: Unit, vent: VentId) -> int:
    """How long a vent has been up; 0 for one nobody was heard of."""
    made = unit.run(_MADE, {"vent": vent}).scalar()
    return max(0, unit.now_ms - int(made)) if made is not None else 0


def total(unit: Unit, vent: VentId) -> int:
    """How many were there so far; 0 for one nobody was heard of."""
    return int(unit.run(_TOTAL, {"vent": vent}).scalar() or 0)


def unanswered(look: Look, guild: GuildId) -> list[int]:
    """When the vents went up that nobody has answered yet, the longest waiting first."""
    return list(look.execute(_UNANSWERED, {"guild": guild}).scalars())


def start(unit: Unit, vent: VentId) -> None:
    """The wait begins anew."""
    unit.run(_START, {"vent": vent, "now": unit.now_ms})


def claim(unit: Unit, vent: VentId, until_ms: int) -> None:
    unit.run(_CLAIM, {"vent": vent, "until": until_ms})


def widened(unit: Unit, vent: VentId) -> None:
    unit.run(_WIDENED, {"vent": vent})


def lifted(unit: Unit, vent: VentId) -> None:
    unit.run(_LIFTED, {"vent": vent})


def answered(unit: Unit, vent: VentId, *, is_so: bool) -> None:
    """Whether somebody more was there since it was last looked at."""
    unit.run(_ANSWERED, {"vent": vent, "is_so": int(is_so)})


def moderators_asked(unit: Unit, vent: VentId) -> None:
    unit.run(_MODERATORS_ASKED, {"vent": vent})


def worded(unit: Unit, vent: VentId, *, said: bool) -> None:
    """Whether its author was told that a day has passed."""
    unit.run(_WORDED, {"vent": vent, "said": int(said)})


def role_message_is(unit: Unit, vent: VentId, message: MessageId | None) -> None:
    unit.run(_ROLE_MESSAGE, {"vent": vent, "message": message})


def lift_message_is(unit: Unit, vent: VentId, message: MessageId | None) -> None:
    unit.run(_LIFT_MESSAGE, {"vent": vent, "message": message})


def remove(unit: Unit, vent: VentId) -> None:
    """With all asks."""
    unit.run(_REMOVE, {"vent": vent})


def over(unit: Unit, vent: VentId) -> None:
    """It is gone; that is known for OVER_KEPT."""
    unit.run(_OVER, {"vent_id": vent, "until_ms": unit.now_ms + OVER_KEPT // _MS})


def is_over(unit: Unit, vent: VentId) -> bool:
    return unit.run(_IS_OVER, {"vent": vent}).first() is not None


def expire(unit: Unit) -> None:
    """What was remembered of ended vents goes."""
    unit.run(_OVER_OLD, {"now": unit.now_ms})
    unit.run(_OLD, {"before": unit.now_ms - LONGEST_VENT // _MS})


def plan(unit: Unit, vent: VentId, member: MemberId) -> int | None:
    """The number of a new ask; None if this person was asked for this vent before."""
    values = {
        "id": random_id(), "vent_id": vent, "member_id": member, "stage": Stage.PLANNED, "at_ms": unit.now_ms,
        "dm_channel_id": None, "message_id": None,
    }  # fmt: skip
    return unit.run(_PLAN, values).scalar()


def ask(look: Look, number: int) -> Ask | None:
    row = look.execute(_ASK, {"ask": number}).first()
    return _ask(row) if row is not None else None


def asks(look: Look, vent: VentId) -> Sequence[Ask]:
    """Everybody who was asked for a vent."""
    return [_ask(row) for row in look.execute(_ASKS, {"vent": vent})]


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


def asked_for(look: Look, guild: GuildId, member: MemberId) -> list[VentId]:
    """The vents this person is or was asked for."""
    return [VentId(vent) for vent in look.execute(_THEIRS, {"guild": guild, "member": member}).scalars()]


def leave(unit: Unit, vent: VentId, member: MemberId) -> None:
    """Forgets that they were asked."""
    unit.run(_LEAVE, {"member": member, "vent": vent})
