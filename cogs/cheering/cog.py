"""What Discord says about kind words: commands and menus."""

import discord
from discord import app_commands

from bot.domain.ids import ChannelId, GuildId, MessageId
from bot.ui.commands import Menu, Slash
from bot.ui.filter import Filter
from bot.ui.press import Press
from bot.ui.servers import names_of, which
from bot.ui.whom import whom, whom_wrote
from cogs.cheering.model import EMOJI, LINE_MAX, Kind, emoji_like
from cogs.cheering.service.giving import Giving
from cogs.cheering.service.jar import Jar
from cogs.cheering.service.losing import Losing
from cogs.cheering.views import CheerViews, JarViews


class CheerCog:
    """Receives; the services decide."""

    def __init__(
        self, looks: Filter, words: Giving, jar: Jar, losing: Losing, giving: CheerViews, jars: JarViews
    ) -> None:
        self._filter = looks
        self._words = words
        self._jar = jar
        self._losing = losing
        self._giving = giving
        self._jars = jars

    def slashes(self) -> list[Slash]:
        return [
            Slash(("cheer",), self.cheer, completers={"emoji": self.complete_emoji}),
            Slash(("thanks",), self.thanks),
            Slash(("my", "jar"), self.jar, scope="everywhere", dm=True),
        ]

    def menus(self) -> list[Menu]:
        return [
            Menu("menu-cheer", discord.Message, self.cheer_message, opens_form=True),
            Menu("menu-cheer", discord.Member, self.cheer_member, opens_form=True),
            Menu("menu-thanks", discord.Message, self.thank_message, opens_form=True),
        ]

    async def cheer(
        self,
        press: Press,
        member: discord.User,
        emoji: str = "",
        line: app_commands.Range[str, 1, LINE_MAX] = "",
        quietly: bool = False,
    ) -> None:
        """`/cheer`: in the channel, or quietly."""
        fields = {"member": (str(member.id),), "emoji": (emoji,), "line": (line,)}
        await self._filter.given(press, "cheer:cheer", fields | ({"quietly": ("quietly",)} if quietly else {}))

    async def complete_emoji(self, of: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """What can be sent here."""
        known = await self._words.offered(GuildId(of.guild_id)) if of.guild_id is not None else EMOJI
        return [app_commands.Choice(name=emoji, value=emoji) for emoji in emoji_like(typed, known)]

    async def thanks(self, press: Press, member: discord.User, reason: app_commands.Range[str, 1, LINE_MAX]) -> None:
        """`/thanks`: always in the channel, unless the other likes it quiet."""
        await self._filter.given(press, "cheer:thanks", {"member": (str(member.id),), "line": (reason,)})

    async def cheer_message(self, press: Press, message: discord.Message) -> None:
        """*Cheer* on a message is for who wrote it."""
        await self._giving.open(press, whom_wrote(message), Kind.CHEER)

    async def cheer_member(self, press: Press, member: discord.Member | discord.User) -> None:
        """*Cheer* on a person."""
        await self._giving.open(press, whom(member), Kind.CHEER)

    async def thank_message(self, press: Press, message: discord.Message) -> None:
        """*Thank for this* on a message."""
        await self._giving.open(press, whom_wrote(message), Kind.THANKS)

    async def jar(self, press: Press) -> None:
        """`/my jar`; in a direct message it asks which server's, if there are several."""
        guild = press.guild
        if guild is None:
            servers = await self._jar.servers(press.member)
            if len(servers) > 1:
                named = await names_of(press, servers)
                await press.say(face=which(named, "cheer:jarat", press.words))
                return
            if not servers:
                await press.say(press.words("jar-empty"))
                return
            guild = servers[0]
        await self._jars.show(press, guild)

    async def on_messages_gone(self, event: discord.RawMessageDeleteEvent | discord.RawBulkMessageDeleteEvent) -> None:
        """Messages were deleted by hand. Raises DatabaseAway."""
        numbers = event.message_ids if isinstance(event, discord.RawBulkMessageDeleteEvent) else {event.message_id}
        if event.guild_id is not None:
            await self._losing.messages_gone([MessageId(number) for number in numbers])

    async def on_thread_gone(self, event: discord.RawThreadDeleteEvent) -> None:
        """A thread was, with all that stood in it. Raises DatabaseAway."""
        await self._losing.place_gone(GuildId(event.guild_id), ChannelId(event.thread_id))

    async def on_channel_gone(self, channel: discord.abc.GuildChannel) -> None:
        """The same for a channel. Raises DatabaseAway."""
        await self._losing.place_gone(GuildId(channel.guild.id), ChannelId(channel.id))
