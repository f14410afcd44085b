"""What Discord says to the relay: `/my hours`, and how large a server is."""

import discord

from bot.domain.ids import GuildId
from bot.ui.commands import Slash
from bot.ui.press import Press
from bot.ui.servers import names_of, which
from cogs.relay.service.relay import Relay
from cogs.relay.views import RelayViews


class RelayCog:
    """Receives; the service decides."""

    def __init__(self, relay: Relay, views: RelayViews) -> None:
        self._relay = relay
        self._views = views

    def slashes(self) -> list[Slash]:
        return [Slash(("my", "hours"), self.hours, scope="everywhere", dm=True)]

    async def hours(self, press: Press) -> None:
        """`/my hours`; in a direct message, of one of the servers where they listen."""
        if press.guild is not None:
            await self._views.show(press, press.guild)
            return
        guilds = await self._relay.listening.servers(press.member)
        if not guilds:
            await press.say(press.words("hours-none-in-dm"))
        elif len(guilds) == 1:
            await self._views.show(press, guilds[0])
        else:
            named = await names_of(press, guilds)
            await press.say(press.words("which-server-ask"), which(named, "relay:server", press.words))

    async def on_message(self, message: discord.Message) -> None:
        """Whenever a bot has spoken, it looks about how many can read there. Nothing that others say is looked at."""
        guild = message.guild
        if guild is None or not message.author.bot or not guild.member_count:
            return
        # other bots cannot be told from people without a privileged intent, so "about"
        await self._relay.listening.server_is(GuildId(guild.id), guild.name, guild.member_count - 1)
