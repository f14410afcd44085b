"""What a server has chosen, one JSON text per section; the channels and the switched-on features belong to all."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.engine import Connection

from bot.data.schema import upsert
from bot.data.tables import guild_setting
from bot.data.unit import Unit
from bot.domain.ids import ChannelId, GuildId, RoleId

_GET = select(guild_setting.c.body).where(
    guild_setting.c.guild_id == bindparam("guild"), guild_setting.c.section == bindparam("name")
)
_new = upsert(guild_setting)
_SET = _new.on_conflict_do_update(index_elements=["guild_id", "section"], set_={"body": _new.excluded.body})
_ALL_WITH = select(guild_setting.c.guild_id).where(guild_setting.c.section == bindparam("name"))
_FORGET = delete(guild_setting).where(guild_setting.c.guild_id == bindparam("guild"))

CHANNELS = "channels"
FEATURES = "features"
ROLES = "roles"


@dataclass(frozen=True)
class Channels:
    """Where things happen on a server."""

    vent_rooms: tuple[ChannelId, ...] = ()
    moderators: ChannelId | None = None
    wins: ChannelId | None = None
    country: str | None = None
    locale: str | None = None
    """The server's language, as Discord said it when somebody set things up."""

    @property
    def vent_room(self) -> ChannelId | None:
        """The first room; most servers have one."""
        return self.vent_rooms[0] if self.vent_rooms else None


def section(connection: Connection, guild: GuildId, name: str) -> dict[str, Any]:
    """A section as it was chosen; empty where nothing was."""
    body = connection.execute(_GET, {"guild": guild, "name": name}).scalar()
    return json.loads(body) if body else {}


def choose(unit: Unit, guild: GuildId, name: str, body: dict[str, Any]) -> None:
    """Writes a section whole."""
    unit.run(_SET, {"guild_id": guild, "section": name, "body": json.dumps(body)})


def channels(connection: Connection, guild: GuildId) -> Channels:
    """Where things happen on this server."""
    body = section(connection, guild, CHANNELS)
    return replace(Channels(**body), vent_rooms=tuple(body.get("vent_rooms", ())))


def choose_channels(unit: Unit, guild: GuildId, chosen: Channels) -> None:
    """Keeps where things happen."""
    choose(unit, guild, CHANNELS, asdict(chosen))


def moderator_roles(connection: Connection, guild: GuildId) -> frozenset[RoleId]:
    """The roles whose holders moderate here, beside everybody with Discord's own right to."""
    return frozenset(RoleId(role) for role in section(connection, guild, ROLES).get("moderators", ()))


def choose_moderator_roles(unit: Unit, guild: GuildId, roles: Sequence[RoleId]) -> None:
    """Keeps which roles moderate."""
    chosen = section(unit.connection, guild, ROLES)
    choose(unit, guild, ROLES, chosen | {"moderators": list(roles)})


def ping_role(connection: Connection, guild: GuildId) -> RoleId | None:
    """The role whose members asked to be pinged when a vent could use a line; None where nobody chose one."""
    role = section(connection, guild, ROLES).get("ping")
    return RoleId(role) if role else None


def choose_ping_role(unit: Unit, guild: GuildId, role: RoleId | None) -> None:
    """Keeps which role that is."""
    chosen = section(unit.connection, guild, ROLES)
    choose(unit, guild, ROLES, chosen | {"ping": role})


def features(connection: Connection, guild: GuildId) -> frozenset[str]:
    """The features that are switched on, by name."""
    return frozenset(section(connection, guild, FEATURES).get("on", ()))


def switch_on(unit: Unit, guild: GuildId, names: Sequence[str]) -> bool:
    """Switches features on; False if all of them were on already."""
    before = features(unit.connection, guild)
    after = before | set(names)
    choose(unit, guild, FEATURES, {"on": sorted(after)})
    return after != before


def guilds_with_features(connection: Connection) -> list[GuildId]:
    """The servers on which anything was switched on."""
    return [GuildId(row.guild_id) for row in connection.execute(_ALL_WITH, {"name": FEATURES})]


def forget(unit: Unit, guild: GuildId) -> None:
    """Throws all choices of a server away."""
    unit.run(_FORGET, {"guild": guild})
