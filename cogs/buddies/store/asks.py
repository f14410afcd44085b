"""Who asked whom, and who said yes."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId
from cogs.buddies.store.tables import buddy_ask

_PUT_ASK = insert(buddy_ask)
_ASK = select(buddy_ask).where(buddy_ask.c.id == bindparam("ask"))
_BETWEEN = select(buddy_ask).where(
    buddy_ask.c.guild_id == bindparam("guild"), buddy_ask.c.asker_id == bindparam("asker"),
    buddy_ask.c.asked_id == bindparam("asked"),
)  # fmt: skip
_SAID = update(buddy_ask).where(buddy_ask.c.id == bindparam("ask")).values(state=bindparam("said"))
_UNTIL = (
    update(buddy_ask)
    .where(buddy_ask.c.id == bindparam("ask"), buddy_ask.c.until_ms < bindparam("until"))
    .values(until_ms=bindparam("until"))
)
_TAKE_BACK = delete(buddy_ask).where(
    buddy_ask.c.guild_id == bindparam("guild"), buddy_ask.c.asker_id == bindparam("asker")
)
_DROP_ASK = delete(buddy_ask).where(buddy_ask.c.id == bindparam("ask"))
_WISHED = select(buddy_ask).where(buddy_ask.c.guild_id == bindparam("guild"), buddy_ask.c.state == "yes")
_RAN_OUT = delete(buddy_ask).where(buddy_ask.c.until_ms < bindparam("before"))


def prune(unit: Unit) -> None:
    """Asks that ran out; weeks go with each new round."""
    unit.run(_RAN_OUT, {"before": unit.now_ms})


def put_ask(unit: Unit, number: int, guild: GuildId, asker: MemberId, asked: MemberId, until_ms: int) -> None:
    values = {"id": number, "guild_id": guild, "asker_id": asker, "asked_id": asked, "state": "open"}
    unit.run(_PUT_ASK, values | {"until_ms": until_ms})


def ask(look: Look, number: int) -> Row[Any] | None:
    return look.execute(_ASK, {"ask": number}).first()


def is_asked(look: Look, guild: GuildId, asker: MemberId, asked: MemberId) -> bool:
    return bool(_between(look, guild, asker, asked))


def open_between(look: Look, guild: GuildId, asker: MemberId, asked: MemberId, now_ms: int) -> int | None:
    """The number of what the one has asked the other and can still be answered."""
    found = _between(look, guild, asker, asked)
    return next((row.id for row in found if row.state == "open" and row.until_ms >= now_ms), None)


def is_agreed(look: Look, guild: GuildId, one: MemberId, other: MemberId, now_ms: int) -> bool:
    """Whether one of the two said yes to the other, and pairs have not been drawn since."""
    found = [*_between(look, guild, one, other), *_between(look, guild, other, one)]
    return any(row.state == "yes" and row.until_ms >= now_ms for row in found)


def _between(look: Look, guild: GuildId, asker: MemberId, asked: MemberId) -> Sequence[Row[Any]]:
    return look.execute(_BETWEEN, {"guild": guild, "asker": asker, "asked": asked}).fetchall()


def said_yes(unit: Unit, number: int, until_ms: int) -> None:
    """They are to be buddies; that holds until then at least."""
    unit.run(_SAID, {"ask": number, "said": "yes"})
    unit.run(_UNTIL, {"ask": number, "until": until_ms})


def said_no(unit: Unit, number: int) -> None:
    """It stays until it runs out: to whoever asked once more a no would read differently from silence."""
    unit.run(_SAID, {"ask": number, "said": "no"})


def take_back(unit: Unit, guild: GuildId, asker: MemberId) -> None:
    """All that somebody asked."""
    unit.run(_TAKE_BACK, {"guild": guild, "asker": asker})


def drop_ask(unit: Unit, number: int) -> None:
    unit.run(_DROP_ASK, {"ask": number})


def wished(look: Look, guild: GuildId) -> Sequence[Row[Any]]:
    """Who said yes to whom, for the next round."""
    return look.execute(_WISHED, {"guild": guild}).fetchall()
