"""The rows of what moderators did to posts."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import MessageId, VentId
from cogs.venting.store.tables import moderated

DAY_MS = 24 * 3_600_000

_new = upsert(moderated)
_SEE = _new.on_conflict_do_update(
    index_elements=["message_id"],
    set_={"version": _new.excluded.version, "until_ms": _new.excluded.until_ms},
    where=moderated.c.version < _new.excluded.version,
).returning(moderated.c.message_id)
_SEAL = update(moderated).where(moderated.c.message_id == bindparam("message")).values(sealed=bindparam("box"))
_LOSE_MOMENT = (
    update(moderated)
    .where(moderated.c.message_id.in_(bindparam("messages", expanding=True)))
    .values(until_ms=moderated.c.until_ms - moderated.c.until_ms % DAY_MS)
)
_WORDS = select(moderated.c.sealed).where(moderated.c.message_id == bindparam("message"))
_OVER = select(moderated.c.message_id).where(moderated.c.until_ms < bindparam("now"), moderated.c.sealed.is_not(None))


def see(unit: Unit, message: MessageId, vent: VentId, version: int, until_ms: int) -> bool:
    """False if something later was done to this post already: facts may come late."""
    values = {"message_id": message, "vent_id": vent, "version": version, "sealed": None, "until_ms": until_ms}
    return unit.run(_SEE, values).first() is not None


def seal(unit: Unit, message: MessageId, box: bytes | None) -> None:
    """Keeps the words of a hidden post, or with None lets them go."""
    unit.run(_SEAL, {"message": message, "box": box})


def lose_moment(unit: Unit, messages: Sequence[MessageId]) -> None:
    """Only the day stands beside these posts from now on: by the moment one finds what was hidden with them."""
    unit.run(_LOSE_MOMENT, {"messages": list(messages)})


def sealed_words(look: Look, message: MessageId) -> bytes | None:
    return look.execute(_WORDS, {"message": message}).scalar()


def over(look: Look, now_ms: int) -> list[MessageId]:
    """The hidden posts whose time to be shown again is over."""
    return [MessageId(number) for number in look.execute(_OVER, {"now": now_ms}).scalars()]
