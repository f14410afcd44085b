"""Who takes part."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.data import guilds, leaving
from bot.data.people import choices
from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId
from cogs.buddies.model.weeks import takes_part_now
from cogs.buddies.store.tables import buddy

FEATURE = "buddies"

_WHO = (buddy.c.guild_id == bindparam("guild"), buddy.c.member_id == bindparam("member"))
_new = upsert(buddy)
_JOIN = _new.on_conflict_do_update(
    index_elements=["guild_id", "member_id"], set_={"silent": 0, "asked": 0, "paused_until_ms": None}
)
_STAY = _new.on_conflict_do_nothing()
_STILL_PAUSED = update(buddy).where(*_WHO).values(paused_until_ms=bindparam("until"))
_LEAVE = delete(buddy).where(*_WHO)
_ONE = select(buddy).where(*_WHO)
_WAITS_FOR = select(buddy.c.member_id, buddy.c.silent, buddy.c.asked, buddy.c.paused_until_ms).where(
    buddy.c.guild_id == bindparam("guild")
).order_by(buddy.c.member_id)  # fmt: skip
_HEARD = update(buddy).where(*_WHO).values(silent=0, asked=0)
_SILENT = update(buddy).where(*_WHO).values(silent=buddy.c.silent + 1)
_ASKED = update(buddy).where(*_WHO).values(asked=1)
_PAUSE = (
    update(buddy)
    .where(*_WHO, buddy.c.pause_version < bindparam("version"))
    .values(paused_until_ms=bindparam("until"), pause_version=bindparam("version"))
)
_SERVERS = select(buddy.c.guild_id).distinct()


def is_on(look: Look, guild: GuildId) -> bool:
    """Whether the server has buddies switched on, and the bot: nobody hears of them where it has not."""
    return FEATURE in guilds.features(look, guild) and not leaving.is_away(look, guild)


def join(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """Takes somebody in; whoever was in already counts as heard of."""
    unit.run(_JOIN, {"guild_id": guild, "member_id": member, "since_ms": unit.now_ms})


def stay(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """Takes somebody in who did not say so just now; what holds for whoever was in goes on."""
    unit.run(_STAY, {"guild_id": guild, "member_id": member, "since_ms": unit.now_ms})
    paused = choices(unit.connection, guild, member).paused_until_ms
    if paused > unit.now_ms:
        unit.run(_STILL_PAUSED, {"guild": guild, "member": member, "until": paused})


def leave(unit: Unit, guild: GuildId, member: MemberId) -> bool:
    """False if they did not take part."""
    return unit.run(_LEAVE, {"guild": guild, "member": member}).rowcount > 0


def is_in(look: Look, guild: GuildId, member: MemberId) -> bool:
    return look.execute(_ONE, {"guild": guild, "member": member}).first() is not None


def takes_part(look: Look, guild: GuildId, member: MemberId, now_ms: int) -> bool:
    """Whether they are in, do not pause, and no question to them is open."""
    row = look.execute(_ONE, {"guild": guild, "member": member}).first()
    return row is not None and takes_part_now(row.asked, row.paused_until_ms, now_ms)


def everybody(look: Look, guild: GuildId) -> Sequence[Row[Any, Any, Any, Any]]:
    """All who take part (member_id, silent, asked, paused_until_ms), in one order."""
    return look.execute(_WAITS_FOR, {"guild": guild}).fetchall()


def heard(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """They answered something: it suits them."""
    unit.run(_HEARD, {"guild": guild, "member": member})


def silent(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """One more round without a word."""
    unit.run(_SILENT, {"guild": guild, "member": member})


def was_asked(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """They were asked whether it still suits them."""
    unit.run(_ASKED, {"guild": guild, "member": member})


def pause(unit: Unit, guild: GuildId, member: MemberId, until_ms: int | None, version: int) -> None:
    """As their check-ins; an older fact changes nothing."""
    unit.run(_PAUSE, {"guild": guild, "member": member, "until": until_ms, "version": version})
