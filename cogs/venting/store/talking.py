"""The rows of what people typed themselves in a vent's thread: which messages and whose, never a word of them."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, func, select

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import MemberId, MessageId, VentId
from cogs.venting.store.tables import talk

_THEIRS = (talk.c.vent_id == bindparam("vent"), talk.c.writer_id == bindparam("member"))
_HOW_MANY = select(func.count()).where(*_THEIRS)
_NOTE = upsert(talk).on_conflict_do_nothing()
_UNDER = select(talk.c.vent_id).where(talk.c.message_id.in_(bindparam("messages", expanding=True))).distinct()
_GONE = (
    delete(talk)
    .where(talk.c.vent_id == bindparam("vent"), talk.c.message_id.in_(bindparam("messages", expanding=True)))
    .returning(talk.c.writer_id)
)
_WRITERS = select(talk.c.writer_id).where(talk.c.vent_id == bindparam("vent")).distinct()


def how_many(look: Look, number: VentId, member: MemberId) -> int:
    """How many messages of this person's are known there; 0 where nothing they typed counts."""
    return int(look.execute(_HOW_MANY, {"vent": number, "member": member}).scalar_one())


def note(unit: Unit, number: VentId, member: MemberId, message: MessageId) -> None:
    unit.run(_NOTE, {"message_id": message, "vent_id": number, "writer_id": member})


def under(look: Look, messages: Sequence[MessageId]) -> list[VentId]:
    """The vents in whose threads any of these messages were typed."""
    return [VentId(number) for number in look.execute(_UNDER, {"messages": list(messages)}).scalars()]


def gone(unit: Unit, number: VentId, messages: Sequence[MessageId]) -> list[MemberId]:
    """They are known no more; gives whose they were."""
    found = unit.run(_GONE, {"vent": number, "messages": list(messages)}).scalars()
    return [MemberId(member) for member in dict.fromkeys(found)]


def writers(look: Look, number: VentId) -> list[MemberId]:
    """Whose words count there."""
    return [MemberId(member) for member in look.execute(_WRITERS, {"vent": number}).scalars()]
