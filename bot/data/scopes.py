"""Which commands Discord was last given, by server, and the wish to tell it anew."""

from sqlalchemy import bindparam, delete, select

from bot.data import backlog
from bot.data.queue import NewJob
from bot.data.schema import upsert
from bot.data.tables import command_scope
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId

SYNC = "bot.sync"
GLOBAL_SCOPE = GuildId(0)

_SCOPES = select(command_scope.c.guild_id, command_scope.c.payload_hash)
_new = upsert(command_scope)
_REMEMBER = _new.on_conflict_do_update(index_elements=["guild_id"], set_={"payload_hash": _new.excluded.payload_hash})
_FORGET = delete(command_scope).where(command_scope.c.guild_id == bindparam("guild"))


def scopes(look: Look) -> dict[GuildId, str]:
    """The hash of the commands Discord was last given, by server; GLOBAL_SCOPE for all servers."""
    return {GuildId(row.guild_id): row.payload_hash for row in look.execute(_SCOPES)}


def remember_scope(unit: Unit, guild: GuildId, payload_hash: str) -> None:
    """Discord has these commands now."""
    unit.run(_REMEMBER, {"guild_id": guild, "payload_hash": payload_hash})


def forget_scope(unit: Unit, guild: GuildId) -> None:
    """What Discord has for this server is not known any more (the bot was removed and added again)."""
    unit.run(_FORGET, {"guild": guild})


def plant_sync(unit: Unit, guild: GuildId) -> None:
    """The server's set of features changed: Discord is told soon."""
    unit.schedule(NewJob(kind=SYNC, key=f"{guild}/{unit.now_ms}", guild=guild))


def key_everywhere(payload_hash: str) -> str:
    """The key of the work that tells Discord the commands of all servers: one, however many processes start with it."""
    return f"{GLOBAL_SCOPE}/{payload_hash}"


def plant_sync_everywhere(unit: Unit, payload_hash: str) -> None:
    """The commands of all servers changed: Discord is told soon."""
    key = key_everywhere(payload_hash)
    backlog.drop_waiting(unit.connection, SYNC, key)  # what was given up is tried anew
    unit.schedule(NewJob(kind=SYNC, key=key))
