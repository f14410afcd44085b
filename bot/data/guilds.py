"""What a server has chosen, one JSON text per section; the channels and the switched-on features belong to all."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.engine import Connection

from bot.data.schema import upsert
from bot.data.tables import guild_setting
from bot.data.unit import Unit
from bot.domain.hours import Hours
from bot.domain.ids import ChannelId, GuildId, RoleId

_GET = select(guild_setting.c.body).where(
    guild_setting.c.guild_id == bindparam("guild"), guild_setting.c.section == bindparam("name")
)
_new = upsert(guild_setting)
_SET = _new.on_conflict_do_update(index_elements=["guild_id", "section"], set_={"body": _new.excluded.body})
_ALL_WITH = select(guild_setting.c.guild_id).where(guild_setting.c.section == bindparam("name"))
_HOLD = _new.on_conflict_do_update(
    index_elements=["guild_id", "section"], set_={"body": guild_setting.c.body}
).returning(guild_setting.c.body)
_SECTIONS = select(guild_setting.c.section, guild_setting.c.body).where(guild_setting.c.guild_id == bindparam("guild"))
_SOME = _SECTIONS.where(guild_setting.c.section.in_(bindparam("names", expanding=True)))
_FORGET = delete(guild_setting).where(guild_setting.c.guild_id == bindparam("guild"))
_FORGET_ONE = delete(guild_setting).where(
    guild_setting.c.guild_id == bindparam("guild"), guild_setting.c.section == bindparam("name")
)

CHANNELS = "channels"
FEATURES = "features"
ROLES = "roles"
WORDS = "words"
RESOURCES = "resources"
CHEERS = "cheers"
HOURS = "hours"
CHEERS_MANY = 3


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


@dataclass(frozen=True)
class Resource:
    """A line where a person answers, as a server wrote it down; `hours` and `url` may be empty."""

    name: str
    reach: str
    """A number or whatever else one does to reach it."""
    hours: str = ""
    url: str = ""


@dataclass(frozen=True)
class HelpHere:
    """Whose help lines people read: the server's own first, then those of its country (empty: nobody chose one)."""

    country: str = ""
    own: tuple[Resource, ...] = ()


@dataclass(frozen=True)
class OwnCheers:
    """What a server chose to press below a post, (emoji, label) each: three or none, and perhaps a laugh."""

    three: tuple[tuple[str, str], ...] = ()
    laugh: tuple[str, str] | None = None


def section(connection: Connection, guild: GuildId, name: str) -> dict[str, Any]:
    """A section as it was chosen; empty where nothing was."""
    body = connection.execute(_GET, {"guild": guild, "name": name}).scalar()
    return json.loads(body) if body else {}


def some_sections(connection: Connection, guild: GuildId, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """These sections by one statement; empty where nothing was chosen."""
    chosen = {row.section: json.loads(row.body) for row in connection.execute(_SOME, {"guild": guild, "names": names})}
    return {name: chosen.get(name, {}) for name in names}


def choose(unit: Unit, guild: GuildId, name: str, body: dict[str, Any]) -> None:
    """Writes a section whole."""
    unit.run(_SET, {"guild_id": guild, "section": name, "body": json.dumps(body)})


def held(unit: Unit, guild: GuildId, name: str) -> dict[str, Any]:
    """A section that nobody else can change until this unit ends: for whoever changes a part of it."""
    return json.loads(unit.run(_HOLD, {"guild_id": guild, "section": name, "body": "{}"}).scalar_one())


def sections(connection: Connection, guild: GuildId) -> dict[str, dict[str, Any]]:
    """All that was chosen on a server, by section."""
    return {row.section: json.loads(row.body) for row in connection.execute(_SECTIONS, {"guild": guild})}


def channels(connection: Connection, guild: GuildId) -> Channels:
    """Where things happen on this server."""
    return channels_in(section(connection, guild, CHANNELS))


def channels_in(body: Mapping[str, Any]) -> Channels:
    """The same, of the section CHANNELS."""
    return replace(Channels(**body), vent_rooms=tuple(body.get("vent_rooms", ())))


def choose_channels(unit: Unit, guild: GuildId, chosen: Channels) -> None:
    """Keeps where things happen."""
    choose(unit, guild, CHANNELS, asdict(chosen))


def moderator_roles(connection: Connection, guild: GuildId) -> frozenset[RoleId]:
    """The roles whose holders moderate here, beside everybody with Discord's own right to."""
    return frozenset(RoleId(role) for role in section(connection, guild, ROLES).get("moderators", ()))


def choose_moderator_roles(unit: Unit, guild: GuildId, roles: Sequence[RoleId]) -> None:
    """Keeps which roles moderate."""
    choose(unit, guild, ROLES, held(unit, guild, ROLES) | {"moderators": list(roles)})


def not_seekers(connection: Connection, guild: GuildId) -> frozenset[RoleId]:
    """The roles whose holders look for nothing here: recruiters, hosts, partners."""
    return not_seekers_in(section(connection, guild, ROLES))


def not_seekers_in(body: Mapping[str, Any]) -> frozenset[RoleId]:
    """The same, of the section ROLES."""
    return frozenset(RoleId(role) for role in body.get("not_seekers", ()))


def choose_not_seekers(unit: Unit, guild: GuildId, roles: Sequence[RoleId]) -> None:
    """Keeps which roles those are."""
    choose(unit, guild, ROLES, held(unit, guild, ROLES) | {"not_seekers": list(roles)})


def ping_role(connection: Connection, guild: GuildId) -> RoleId | None:
    """The role whose members asked to be pinged when a vent could use a line; None where nobody chose one."""
    role = section(connection, guild, ROLES).get("ping")
    return RoleId(role) if role else None


def choose_ping_role(unit: Unit, guild: GuildId, role: RoleId | None) -> None:
    """Keeps which role that is."""
    choose(unit, guild, ROLES, held(unit, guild, ROLES) | {"ping": role})


def words(connection: Connection, guild: GuildId) -> tuple[str, ...]:
    """The server's own word list; no post or line goes up with one of these in it."""
    return tuple(section(connection, guild, WORDS).get("list", ()))


def resources(connection: Connection, guild: GuildId) -> tuple[Resource, ...]:
    """The lines that this server wrote down; they come before those of its country."""
    return tuple(Resource(**one) for one in section(connection, guild, RESOURCES).get("list", ()))


def hours(connection: Connection, guild: GuildId) -> Hours | None:
    """When it is day for this server; None where nobody chose it."""
    body = section(connection, guild, HOURS)
    return Hours(body["zone"], body["opens"], body["closes"]) if body else None


def help_here(connection: Connection, guild: GuildId) -> HelpHere:
    """Whose help lines people read on this server."""
    return HelpHere(channels(connection, guild).country or "", resources(connection, guild))


def choose_resources(unit: Unit, guild: GuildId, chosen: Sequence[Resource]) -> None:
    """Keeps them, in this order."""
    choose(unit, guild, RESOURCES, {"list": [asdict(one) for one in chosen]})


def cheers(connection: Connection, guild: GuildId) -> OwnCheers:
    """The cheers that this server chose."""
    body = section(connection, guild, CHEERS)
    three = tuple((str(emoji), str(label)) for emoji, label in body.get("list", ()))
    laugh = body.get("laugh")
    return OwnCheers(three if len(three) == CHEERS_MANY else (), (str(laugh[0]), str(laugh[1])) if laugh else None)


def features(connection: Connection, guild: GuildId) -> frozenset[str]:
    """The features that are switched on, by name."""
    return features_in(section(connection, guild, FEATURES))


def features_in(body: Mapping[str, Any]) -> frozenset[str]:
    """The same, of the section FEATURES."""
    return frozenset(body.get("on", ()))


def switch_on(unit: Unit, guild: GuildId, names: Sequence[str]) -> bool:
    """Switches features on; False if all of them were on already."""
    return _switch(unit, guild, lambda on: on | set(names))


def switch_off(unit: Unit, guild: GuildId, names: Sequence[str]) -> bool:
    """Switches features off; False if none of them was on."""
    return _switch(unit, guild, lambda on: on - set(names))


def _switch(unit: Unit, guild: GuildId, change: Callable[[frozenset[str]], frozenset[str]]) -> bool:
    before = frozenset(held(unit, guild, FEATURES).get("on", ()))
    after = change(before)
    choose(unit, guild, FEATURES, {"on": sorted(after)})
    return after != before


def guilds_with_features(connection: Connection) -> list[GuildId]:
    """The servers on which anything was switched on."""
    return [GuildId(row.guild_id) for row in connection.execute(_ALL_WITH, {"name": FEATURES})]


def forget(unit: Unit, guild: GuildId) -> None:
    """Throws all choices of a server away."""
    unit.run(_FORGET, {"guild": guild})


def forget_section(unit: Unit, guild: GuildId, name: str) -> None:
    """Throws one section away."""
    unit.run(_FORGET_ONE, {"guild": guild, "name": name})
