"""Where things happen, what is switched on, and which roles mean what."""

from collections.abc import Sequence
from dataclasses import replace

from bot.data import community, guilds
from bot.data.guilds import Channels
from bot.data.scopes import plant_sync
from bot.data.unit import Look, Rows, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.events import RoomsChosen
from bot.domain.ids import ChannelId, GuildId, RoleId
from cogs.setup.model import FIRST_FEATURES, ROLES_MOST, ROOMS_MOST, VENTING, Named, with_room


class Servers:
    """A server's choices. Whoever calls has asked whether the person may manage the server."""

    def __init__(self, rows: Rows, switchable: Sequence[str]) -> None:
        self.rows = rows
        self.switchable = tuple(switchable)
        self._first = tuple(name for name in FIRST_FEATURES if name in switchable)

    @one_look
    def channels(self, look: Look, guild: GuildId) -> Channels:
        """Where things happen."""
        return guilds.channels(look, guild)

    @one_look
    def features(self, look: Look, guild: GuildId) -> frozenset[str]:
        """What is on."""
        return guilds.features(look, guild)

    @one_look
    def roles(self, look: Look, guild: GuildId) -> Named:
        """Which roles mean what."""
        return Named(
            guilds.moderator_roles(look, guild), guilds.not_seekers(look, guild), guilds.ping_role(look, guild)
        )

    @one_unit
    def choose(
        self, unit: Unit, guild: GuildId, *, vent_room: ChannelId | None, moderators: ChannelId | None,
        wins: ChannelId | None, country: str | None, locale: str | None,
    ) -> Channels:  # fmt: skip
        """Keeps what was chosen (None leaves a choice as it was), switches the first features on, tells everybody."""
        guilds.held(unit, guild, guilds.CHANNELS)
        before = guilds.channels(unit.connection, guild)
        chosen = replace(
            before,
            vent_rooms=with_room(before.vent_rooms, vent_room) if vent_room is not None else before.vent_rooms,
            moderators=moderators if moderators is not None else before.moderators,
            wins=wins if wins is not None else before.wins,
            country=country or before.country,
            locale=locale or before.locale,
        )
        guilds.choose_channels(unit, guild, chosen)
        if chosen.vent_rooms:
            guilds.switch_on(unit, guild, self._first)
            tell(unit, guild, chosen.vent_rooms)
        return chosen

    @one_unit
    def add_room(self, unit: Unit, guild: GuildId, room: ChannelId) -> Channels:
        """One more room. Raises Refusal: too many."""
        guilds.held(unit, guild, guilds.CHANNELS)
        before = guilds.channels(unit.connection, guild)
        if room not in before.vent_rooms and len(before.vent_rooms) >= ROOMS_MOST:
            raise Refusal("setup-rooms-full", most=ROOMS_MOST)
        return self._rooms(unit, guild, before, tuple(dict.fromkeys((*before.vent_rooms, room))))

    @one_unit
    def drop_room(self, unit: Unit, guild: GuildId, room: ChannelId) -> Channels:
        """One room less; what is posted there stays until its time. Raises Refusal for the last one."""
        guilds.held(unit, guild, guilds.CHANNELS)
        before = guilds.channels(unit.connection, guild)
        after = tuple(one for one in before.vent_rooms if one != room)
        if not after:
            raise Refusal("setup-rooms-last")
        return self._rooms(unit, guild, before, after)

    @one_unit
    def place(self, unit: Unit, guild: GuildId, name: str, channel: ChannelId | None) -> Channels:
        """`name` is "moderators" or "wins"; None: nowhere."""
        guilds.held(unit, guild, guilds.CHANNELS)
        before = guilds.channels(unit.connection, guild)
        chosen = replace(before, moderators=channel) if name == "moderators" else replace(before, wins=channel)
        guilds.choose_channels(unit, guild, chosen)
        return chosen

    @one_unit
    def country(self, unit: Unit, guild: GuildId, code: str) -> Channels:
        """Whose help lines are shown."""
        guilds.held(unit, guild, guilds.CHANNELS)
        chosen = replace(guilds.channels(unit.connection, guild), country=code)
        guilds.choose_channels(unit, guild, chosen)
        return chosen

    @one_look
    def names_anyway(self, look: Look, guild: GuildId) -> bool:
        """Whether a made-up name is offered however few can read."""
        return community.names_anyway(look, guild)

    @one_unit
    def offer_names(self, unit: Unit, guild: GuildId, *, anyway: bool) -> None:
        """Offers a made-up name also to very few (SPEC 4.12), or no more."""
        community.choose_names(unit, guild, anyway=anyway)

    @one_unit
    def place_again(self, unit: Unit, guild: GuildId) -> Channels:
        """The way in is put up once more, now that a right may have been given."""
        chosen = guilds.channels(unit.connection, guild)
        tell(unit, guild, chosen.vent_rooms)
        return chosen

    @one_unit
    def switch(self, unit: Unit, guild: GuildId, feature: str, *, on: bool) -> frozenset[str]:
        """Switches one feature; its commands come or go. Gives what is on. Raises Refusal: not known here."""
        if feature not in self.switchable:
            raise Refusal("setup-feature-unknown")
        change = guilds.switch_on if on else guilds.switch_off
        if change(unit, guild, [feature]):
            if feature == VENTING:
                tell(unit, guild, guilds.channels(unit.connection, guild).vent_rooms)
            else:
                plant_sync(unit, guild)
        return guilds.features(unit.connection, guild)

    @one_unit
    def name_roles(self, unit: Unit, guild: GuildId, which: str, roles: Sequence[RoleId]) -> None:
        """`which` is "moderators", "seekers" (who is none) or "ping". Raises Refusal: everybody, too many."""
        if GuildId(guild) in {GuildId(role) for role in roles}:
            raise Refusal("setup-roles-everyone")
        if len(roles) > ROLES_MOST:
            raise Refusal("setup-roles-many", most=ROLES_MOST)
        if which == "moderators":
            guilds.choose_moderator_roles(unit, guild, roles)
        elif which == "seekers":
            guilds.choose_not_seekers(unit, guild, roles)
        else:
            guilds.choose_ping_role(unit, guild, roles[0] if roles else None)

    def _rooms(self, unit: Unit, guild: GuildId, before: Channels, rooms: tuple[ChannelId, ...]) -> Channels:
        chosen = replace(before, vent_rooms=rooms)
        guilds.choose_channels(unit, guild, chosen)
        tell(unit, guild, rooms)
        return chosen


def tell(unit: Unit, guild: GuildId, rooms: tuple[ChannelId, ...]) -> None:
    """Discord learns which commands there are now, everybody else in which rooms people let things out."""
    plant_sync(unit, guild)
    unit.emit(RoomsChosen(guild, rooms if VENTING in guilds.features(unit.connection, guild) else ()))
