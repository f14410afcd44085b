"""Switching it on: from the first screen to the panel; and *New here?* on that panel."""

import asyncio
from collections.abc import Callable, Container

import discord

from bot.data.guilds import Channels
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId
from bot.ui.groups import Groups
from bot.ui.moderator import manager_of
from bot.ui.press import Press
from cogs.setup.cards import start as cards
from cogs.setup.cards.start import Room
from cogs.setup.model import VENTING, Chosen, chosen_of
from cogs.setup.service.servers import Servers
from cogs.setup.views.asking import (
    WORD_RIGHTS,
    Rights,
    lacking,
    room_of,
    seen_by_all,
    server_of,
    show,
)  # fmt: skip


class StartViews:
    """Each method answers one press. Rights are asked again at every press."""

    def __init__(self, servers: Servers, rights: Rights, routed: Callable[[], Container[str]], groups: Groups) -> None:
        self._servers = servers
        self._rights = rights
        self._routed = routed
        self._groups = groups
        self._making = asyncio.Lock()

    # --- the first screen -------------------------------------------------------------------------------------------

    async def begin(self, press: Press) -> None:
        """`/setup start`, *Change these*: two places and a country, with what is known already."""
        guild = manager_of(press)
        now = await self._servers.channels(guild)
        server = press.interaction.guild
        room, moderators = (_there(server, place) for place in (now.vent_room, now.moderators))
        await self._ask(press, Chosen(room, moderators, now.country or ""))

    async def choose(self, press: Press) -> None:
        """The room and the country: the screen shows what is chosen so far."""
        manager_of(press)
        now, value = chosen_of(press.args), press.one("values")
        if _which(press) == "room":
            await self._ask(press, Chosen(int(value or 0), now.moderators, now.country))
        else:
            await self._ask(press, Chosen(now.room, now.moderators, value))

    async def moderators(self, press: Press) -> None:
        """The moderators' place comes last: with a room chosen it switches on."""
        guild = manager_of(press)
        before = chosen_of(press.args)
        now = Chosen(before.room, int(press.one("values") or 0), before.country)
        if now.room and now.moderators:
            await self._go(press, guild, now)
        else:
            await self._ask(press, now)

    async def make(self, press: Press) -> None:
        """*Make a room for it*: one by that name, or the one there is. Raises Refusal: it may not."""
        manager_of(press)
        now, server = chosen_of(press.args), server_of(press)
        name = press.server_words("setup-room-name")
        async with self._making:
            room = discord.utils.get(server.text_channels, name=name)
            if room is None:
                try:
                    room = await server.create_text_channel(name, topic=press.server_words("setup-room-topic"))
                except discord.Forbidden as error:
                    raise Refusal("setup-make-taps") from error
        await self._ask(press, Chosen(room.id, now.moderators, now.country))

    async def _ask(self, press: Press, now: Chosen) -> None:
        server = press.interaction.guild
        can_make = server is not None and server.me.guild_permissions.manage_channels
        await show(press, cards.start(now, press.words, can_make=can_make))

    # --- the second screen ------------------------------------------------------------------------------------------

    async def go(self, press: Press) -> None:
        """*Switch it on*."""
        await self._go(press, manager_of(press), chosen_of(press.args))

    async def _go(self, press: Press, guild: GuildId, now: Chosen) -> None:
        if not _there(press.interaction.guild, ChannelId(now.room)):
            raise Refusal("setup-room-gone")
        await self.switch_on(
            press, guild, vent_room=ChannelId(now.room), wins=None, country=now.country or None,
            moderators=ChannelId(now.moderators) if now.moderators else None,
        )  # fmt: skip

    async def switch_on(
        self, press: Press, guild: GuildId, *, vent_room: ChannelId | None, moderators: ChannelId | None,
        wins: ChannelId | None, country: str | None,
    ) -> None:  # fmt: skip
        """Keeps the choices and shows what is so now."""
        locale = press.interaction.guild_locale
        channels = await self._servers.choose(
            guild, vent_room=vent_room, moderators=moderators, wins=wins, country=country,
            locale=str(locale) if locale is not None else None,
        )  # fmt: skip
        await self._done(press, guild, channels)

    async def check(self, press: Press) -> None:
        """*Check again*: the way in is put up once more."""
        guild = manager_of(press)
        await self._done(press, guild, await self._servers.place_again(guild))

    async def mend(self, press: Press) -> None:
        """*Mend it*: the bot gives itself in the room what it has everywhere else."""
        guild = manager_of(press)
        channels = await self._servers.channels(guild)
        room = await self._room(press, channels, fresh=True)
        channel = server_of(press).get_channel(channels.vent_room or 0)
        if channel is not None and room.missing:
            own = channel.overwrites_for(channel.guild.me)
            own.update(**{one.permission: True for one in room.missing})
            try:
                await channel.set_permissions(channel.guild.me, overwrite=own)
            except discord.Forbidden as error:
                raise Refusal("setup-cannot-mend") from error
        await self._servers.place_again(guild)
        await self._done(press, guild, channels, fresh=True)

    async def _done(self, press: Press, guild: GuildId, channels: Channels, *, fresh: bool = False) -> None:
        room = await self._room(press, channels, fresh=fresh)
        server = press.interaction.guild
        place = server.get_channel(channels.moderators or 0) if server is not None else None
        notes = [cards.missing(one, press.words) for one in (lacking(place, WORD_RIGHTS) if place else [])]
        if server is not None and seen_by_all(server, channels.moderators):
            notes.append(press.words("setup-moderators-open", channel=str(channels.moderators)))
        await show(press, cards.done(guild, channels, room, press.words, note="\n".join(notes)))

    async def _room(self, press: Press, channels: Channels, *, fresh: bool) -> Room:
        """`fresh` asks Discord, whose word on a change just made may still be on its way."""
        server = press.interaction.guild
        if server is None or channels.vent_room is None:
            return Room()
        channel = server.get_channel(channels.vent_room)
        if fresh and channel is not None:
            found = await server.fetch_channel(channels.vent_room)
            channel = found if isinstance(found, discord.abc.GuildChannel) else channel
        if channel is None:
            return Room()
        return room_of(channel, lacking(channel, await self._needed(GuildId(server.id))))

    async def _needed(self, guild: GuildId) -> list[tuple[str, str]]:
        on = await self._servers.features(guild)
        return [right for name, rights in self._rights.items() if name in on for right in rights]

    # --- newcomers --------------------------------------------------------------------------------------------------

    async def new_here(self, press: Press) -> None:
        """*New here?* on the panel: only what there is on this server."""
        if press.guild is None:
            raise Refusal("only-in-server")
        (group, on), routed = await self._groups.with_features(press), self._routed()
        face = cards.new_here(
            press.guild, press.words, vents=VENTING in on, check_ins="checkin:begin" in routed,
            listening="relay" in on and "relay:hours" in routed,
        )  # fmt: skip
        # the form's own rule: what is said here is what it offers
        made_up = group.rules.no_name != "not-offered"
        await press.say(press.words("new-here", hidden=int(made_up)), face)


def _there(server: discord.Guild | None, place: ChannelId | None) -> int:
    """The place's number, 0 for none and for one that was deleted."""
    if not place:
        return 0
    return place if server is None or server.get_channel(place) is not None else 0


def _which(press: Press) -> str:
    """The verb of the custom id."""
    return str((press.interaction.data or {}).get("custom_id", "")).split(":")[1]
