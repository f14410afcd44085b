"""What people press while setting up, and newcomers on the panel."""

from collections.abc import Sequence

import discord

from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId
from bot.ui.press import Press
from cogs.setup import cards
from cogs.setup.model import MissingRight
from cogs.setup.service import Servers


class SetupViews:
    """Each method answers one press. Rights are asked again at every press."""

    def __init__(self, servers: Servers, rights: Sequence[tuple[str, str]]) -> None:
        self._servers = servers
        self._rights = rights

    async def choose(self, press: Press) -> None:
        """One of the three selects: the screen shows what is chosen so far."""
        manager_of(press)
        room, moderators, country = _state(press)
        value = press.one("values")
        which = str((press.interaction.data or {}).get("custom_id", "")).split(":")[1]
        if which == "room":
            room = int(value or 0)
        elif which == "moderators":
            moderators = int(value or 0)
        else:
            country = value
        await press.update(cards.start(press.words, room=room, moderators=moderators, country=country))

    async def go(self, press: Press) -> None:
        """*Switch it on*."""
        guild = manager_of(press)
        room, moderators, country = _state(press)
        text = await self.switch_on(
            press, guild, vent_room=ChannelId(room) if room else None,
            moderators=ChannelId(moderators) if moderators else None, wins=None, country=country or None,
        )  # fmt: skip
        await press.update(cards.done(text))

    async def switch_on(
        self, press: Press, guild: GuildId, *, vent_room: ChannelId | None, moderators: ChannelId | None,
        wins: ChannelId | None, country: str | None,
    ) -> str:  # fmt: skip
        """Keeps the choices; gives what is so now in words."""
        locale = press.interaction.guild_locale
        channels = await self._servers.choose(
            guild, vent_room=vent_room, moderators=moderators, wins=wins, country=country,
            locale=str(locale) if locale is not None else None,
        )  # fmt: skip
        missing = self._missing(press.interaction.guild, channels.vent_room)
        return cards.chosen(channels, missing, press.words)

    def _missing(self, guild: discord.Guild | None, room: ChannelId | None) -> list[MissingRight]:
        channel = guild.get_channel(room) if guild is not None and room is not None else None
        if guild is None or room is None or channel is None:
            return []
        allowed = channel.permissions_for(guild.me)
        return [MissingRight(name, why, room) for name, why in self._rights if not getattr(allowed, name)]

    async def new_here(self, press: Press) -> None:
        """*New here?* on the panel."""
        await press.say(press.words("new-here"), cards.new_here(press.words))


def manager_of(press: Press) -> GuildId:
    """The server, if this person may manage it. Raises Refusal."""
    if press.guild is None:
        raise Refusal("only-in-server")
    if not press.interaction.permissions.manage_guild:
        raise Refusal("needs-manage-server")
    return press.guild


def _state(press: Press) -> tuple[int, int, str]:
    room, moderators, *country = press.args
    return int(room), int(moderators), country[0] if country else ""
