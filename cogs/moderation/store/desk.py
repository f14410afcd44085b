"""The rows of the standing board, and of moderators who are on duty."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.data.queue import NewJob
from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.clock import to_ms
from bot.domain.hours import Hours
from bot.domain.ids import ChannelId, GuildId, MemberId, random_id
from cogs.moderation.model import Duty, Standing, Work
from cogs.moderation.store.tables import board, on_duty

_BOARD = select(board).where(board.c.guild_id == bindparam("guild"))
_new = upsert(board)
_STANDS = _new.on_conflict_do_update(
    index_elements=["guild_id"],
    set_={name: _new.excluded[name] for name in ("channel_id", "message_id", "digest", "posted_ms")},
)
_NO_BOARD = delete(board).where(board.c.guild_id == bindparam("guild"))

_WHO = (on_duty.c.guild_id == bindparam("guild"), on_duty.c.member_id == bindparam("member"))
_came = upsert(on_duty)
_BEGIN = _came.on_conflict_do_update(
    index_elements=["guild_id", "member_id"],
    set_={name: _came.excluded[name] for name in ("dm_channel_id", "zone", "opens", "closes", "locale")},
)
_ONE = select(on_duty).where(*_WHO)
_BY_ID = select(on_duty).where(on_duty.c.id == bindparam("number"))
_ALL = select(on_duty).where(on_duty.c.guild_id == bindparam("guild")).limit(100)
_PINGED = update(on_duty).where(on_duty.c.id == bindparam("number")).values(pinged_ms=bindparam("now"))
_NO_DMS = update(on_duty).where(on_duty.c.id == bindparam("number")).values(dm_channel_id=None)
_END = delete(on_duty).where(*_WHO)


def look(unit: Unit, guild: GuildId, due: datetime) -> None:
    """The board is looked at then. A look of its own for each moment: what comes while one runs is not lost."""
    unit.schedule(NewJob(kind=Work.BOARD, key=f"{guild}/{to_ms(due)}", due=due, guild=guild))


def board_of(look: Look, guild: GuildId) -> Standing | None:
    row = look.execute(_BOARD, {"guild": guild}).first()
    return Standing(row.channel_id, row.message_id, row.digest, row.posted_ms) if row is not None else None


def board_stands(unit: Unit, guild: GuildId, stands: Standing) -> None:
    values = {
        "guild_id": guild, "channel_id": stands.channel, "message_id": stands.message, "digest": stands.digest,
        "posted_ms": stands.posted_ms,
    }  # fmt: skip
    unit.run(_STANDS, values)


def no_board(unit: Unit, guild: GuildId) -> None:
    unit.run(_NO_BOARD, {"guild": guild})


def begin_duty(
    unit: Unit, guild: GuildId, member: MemberId, hours: Hours, *, dm: ChannelId | None, locale: str | None
) -> None:
    """From now on; what waits already is no news."""
    values = {
        "id": random_id(), "guild_id": guild, "member_id": member, "dm_channel_id": dm, "zone": hours.zone,
        "opens": hours.opens, "closes": hours.closes, "locale": locale, "pinged_ms": 0,
    }  # fmt: skip
    unit.run(_BEGIN, values)


def duty_of(look: Look, guild: GuildId, member: MemberId) -> Duty | None:
    row = look.execute(_ONE, {"guild": guild, "member": member}).first()
    return _duty(row) if row is not None else None


def duty(look: Look, number: int) -> Duty | None:
    row = look.execute(_BY_ID, {"number": number}).first()
    return _duty(row) if row is not None else None


def everybody_on_duty(look: Look, guild: GuildId) -> Sequence[Duty]:
    return [_duty(row) for row in look.execute(_ALL, {"guild": guild})]


def pinged(unit: Unit, number: int) -> None:
    unit.run(_PINGED, {"number": number, "now": unit.now_ms})


def dms_are_closed(unit: Unit, number: int) -> None:
    unit.run(_NO_DMS, {"number": number})


def end_duty(unit: Unit, guild: GuildId, member: MemberId) -> bool:
    """False if they were not on duty."""
    return unit.run(_END, {"guild": guild, "member": member}).rowcount > 0


def _duty(row: Row[Any]) -> Duty:
    return Duty(
        id=row.id, guild=row.guild_id, member=row.member_id, hours=Hours(row.zone, row.opens, row.closes),
        dm=row.dm_channel_id, locale=row.locale, pinged_ms=row.pinged_ms,
    )  # fmt: skip
