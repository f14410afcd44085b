"""Everything else a server can choose: features, places, roles."""

from collections.abc import Callable, Container

import discord

from bot.data.guilds import Channels
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, RoleId
from bot.ui.moderator import manager_of
from bot.ui.press import Press
from cogs.setup.cards import more as cards
from cogs.setup.cards.start import missing
from cogs.setup.model import FIRST_FEATURES, Named, Switch
from cogs.setup.service.servers import Servers
from cogs.setup.views.asking import WORD_RIGHTS, Rights, lacking, seen_by_all, show

DOCTOR = "doctor:open"
"""The press that looks what is wrong; another feature answers it."""


class MoreViews:
    """Each method answers one command or press."""

    def __init__(self, servers: Servers, rights: Rights, routed: Callable[[], Container[str]]) -> None:
        self._servers = servers
        self._rights = rights
        self._routed = routed

    async def more(self, press: Press) -> None:
        """*More*, and the way back from everywhere."""
        manager_of(press)
        doctor = DOCTOR if DOCTOR in self._routed() else None
        await show(press, cards.more(press.words, doctor=doctor))

    # --- a very small group -------------------------------------------------------------------------------------------

    async def small(self, press: Press) -> None:
        """*A very small group*, and what is chosen there."""
        guild, chosen = manager_of(press), press.args[0] if press.args else ""
        if chosen in {"on", "off"}:
            await self._servers.offer_names(guild, anyway=chosen == "on")
        note = press.words("setup-kept") if chosen else ""
        await show(press, cards.small(press.words, anyway=await self._servers.names_anyway(guild), note=note))

    # --- features ---------------------------------------------------------------------------------------------------

    async def features(self, press: Press) -> None:
        """`/setup features`."""
        guild = manager_of(press)
        await self._show_features(press, await self._servers.features(guild))

    async def on(self, press: Press) -> None:
        """*Switch on*."""
        await self._switch(press, on=True)

    async def off(self, press: Press) -> None:
        """*Switch off*."""
        await self._switch(press, on=False)

    async def _switch(self, press: Press, *, on: bool) -> None:
        guild = manager_of(press)
        name = press.args[0] if press.args else ""
        now = await self._servers.switch(guild, name, on=on)
        title = cards.name_of(name, press.words)
        note = press.words("setup-now-on" if on else "setup-now-off", name=title)
        if on and not (await self._servers.channels(guild)).vent_rooms:
            note += "\n" + press.words("setup-no-room-yet")
        await self._show_features(press, now, note)

    async def _show_features(self, press: Press, now: frozenset[str], note: str = "") -> None:
        guild = manager_of(press)
        server, room = press.interaction.guild, (await self._servers.channels(guild)).vent_room
        channel = server.get_channel(room) if server is not None and room is not None else None

        def lacks(name: str) -> tuple[str, ...]:
            found = lacking(channel, self._rights.get(name, ())) if channel is not None else []
            return tuple(one.permission for one in found)

        known = self._servers.switchable
        names = [*(one for one in FIRST_FEATURES if one in known), *sorted(set(known) - set(FIRST_FEATURES))]
        switches = [Switch(name, name in now, lacks(name)) for name in names]
        await show(press, cards.features(switches, press.words, note=note))

    # --- places -----------------------------------------------------------------------------------------------------

    async def places(self, press: Press) -> None:
        """Rooms, the moderators' place, good news, the country."""
        guild = manager_of(press)
        await self._show_places(press, await self._servers.channels(guild))

    async def add_room(self, press: Press) -> None:
        """One more room."""
        guild, room = manager_of(press), _channel(press)
        if room is None:
            raise Refusal("setup-room-gone")
        channels = await self._servers.add_room(guild, room)
        channel = press.interaction.guild.get_channel(room) if press.interaction.guild is not None else None
        rights = [right for rights in self._rights.values() for right in rights]
        lines = [missing(one, press.words) for one in (lacking(channel, rights) if channel is not None else [])]
        await self._show_places(press, channels, "\n".join([press.words("setup-room-added", room=str(room)), *lines]))

    async def drop_room(self, press: Press) -> None:
        """One room less."""
        guild, room = manager_of(press), _channel(press)
        channels = await self._servers.drop_room(guild, room or ChannelId(0))
        await self._show_places(press, channels, press.words("setup-room-dropped"))

    async def place(self, press: Press) -> None:
        """The moderators' place, or the one for good news."""
        guild, channel = manager_of(press), _channel(press)
        channels = await self._servers.place(guild, "wins" if press.args[:1] == ("wins",) else "moderators", channel)
        server, notes = press.interaction.guild, [press.words("setup-kept")]
        found = server.get_channel(channel) if server is not None and channel is not None else None
        notes += [missing(one, press.words) for one in (lacking(found, WORD_RIGHTS) if found is not None else [])]
        if server is not None and channel == channels.moderators and seen_by_all(server, channel):
            notes.append(press.words("setup-moderators-open", channel=str(channel)))
        await self._show_places(press, channels, "\n".join(notes))

    async def country(self, press: Press) -> None:
        """Whose help lines are shown."""
        guild, code = manager_of(press), press.one("values")
        if code not in f"{press.words('setup-countries')} {press.words('setup-countries-more')}".split():
            raise Refusal("press-unknown")
        await self._show_places(press, await self._servers.country(guild, code), press.words("setup-kept"))

    async def _show_places(self, press: Press, channels: Channels, note: str = "") -> None:
        server = press.interaction.guild
        named = [(channel.id, f"#{channel.name}") for channel in server.text_channels] if server is not None else []
        there = {number for number, _ in named}
        chosen = [*channels.vent_rooms, channels.moderators, channels.wins]
        gone = [one for one in chosen if one is not None and server is not None and one not in there]
        await show(press, cards.places(channels, named, press.words, gone=gone, note=note))

    # --- roles ------------------------------------------------------------------------------------------------------

    async def roles(self, press: Press) -> None:
        """`/setup roles`."""
        await self._show_roles(press, manager_of(press))

    async def role(self, press: Press) -> None:
        """One of the three selects."""
        guild = manager_of(press)
        chosen = [RoleId(int(one)) for one in press.fields.get("values", ()) if one.isdecimal()]
        await self._servers.name_roles(guild, press.args[0] if press.args else "ping", chosen)
        await self._show_roles(press, guild, press.words("setup-kept"))

    async def _show_roles(self, press: Press, guild: GuildId, note: str = "") -> None:
        named, server = await self._servers.roles(guild), press.interaction.guild
        if server is None:
            await show(press, cards.roles(named, press.words, note=note))
            return
        there = {role.id for role in server.roles}
        every = {*named.moderators, *named.not_seekers, *([named.ping] if named.ping is not None else [])}
        kept = Named(
            frozenset(role for role in named.moderators if role in there),
            frozenset(role for role in named.not_seekers if role in there),
            named.ping if named.ping in there else None,
        )
        gone, unheard = len(every - there), not _may_ping(server, kept.ping)
        await show(press, cards.roles(kept, press.words, gone=gone, unheard=unheard, note=note))


def _may_ping(server: discord.Guild, role: RoleId | None) -> bool:
    found = server.get_role(role) if role is not None else None
    return found is None or found.mentionable or server.me.guild_permissions.mention_everyone


def _channel(press: Press) -> ChannelId | None:
    value = press.one("values")
    return ChannelId(int(value)) if value.isdecimal() else None
