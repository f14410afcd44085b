"""What Discord says about setting up: commands."""

import discord

from bot.domain.ids import ChannelId
from bot.ui.commands import Slash
from bot.ui.press import Press
from cogs.setup import cards
from cogs.setup.service import Servers
from cogs.setup.views import SetupViews, manager_of

MANAGERS = discord.Permissions(manage_guild=True)


class SetupCog:
    """Receives; the service decides."""

    def __init__(self, servers: Servers, views: SetupViews) -> None:
        self._servers = servers
        self._views = views

    def slashes(self) -> list[Slash]:
        return [
            Slash(("setup", "start"), self.start, scope="everywhere", permission=MANAGERS),
            Slash(("setup", "channels"), self.channels, scope="everywhere", permission=MANAGERS),
        ]

    async def start(self, press: Press) -> None:
        """`/setup start`: two places and a country, then it is on."""
        guild = manager_of(press)
        now = await self._servers.channels(guild)
        face = cards.start(
            press.words, room=now.vent_room or 0, moderators=now.moderators or 0, country=now.country or ""
        )
        await press.say(face=face)

    async def channels(
        self,
        press: Press,
        vent_room: discord.TextChannel | None = None,
        moderators: discord.TextChannel | None = None,
        wins: discord.TextChannel | None = None,
    ) -> None:
        """`/setup channels`: the same for people who know what they want."""
        guild = manager_of(press)
        text = await self._views.switch_on(
            press, guild, vent_room=_id(vent_room), moderators=_id(moderators), wins=_id(wins), country=None
        )
        await press.say(text)


def _id(channel: discord.TextChannel | None) -> ChannelId | None:
    return ChannelId(channel.id) if channel is not None else None
