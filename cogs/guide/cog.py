"""What Discord says when somebody asks: commands, and the same two by mention."""

import inspect
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands as text_commands

from bot.domain.ids import GuildId
from bot.feature import Parts
from bot.text.catalogue import Catalogue, Words
from bot.ui.commands import Slash
from bot.ui.press import Press
from cogs.guide import cards
from cogs.guide.model import SUGGESTED_AT_MOST, Command, Option, in_order, offered, topic_of
from cogs.guide.service import Servers

Mentioned = text_commands.Context[Any]


class GuideCog:
    """Reads the commands from the features' parts each time, so that none can be forgotten here."""

    def __init__(
        self, servers: Servers, parts: Callable[[], Mapping[str, Parts]], catalogue: Catalogue, *, name: str,
        operator: str,
    ) -> None:  # fmt: skip
        self._servers = servers
        self._parts = parts
        self._catalogue = catalogue
        self._name = name
        self._operator = operator

    def slashes(self) -> list[Slash]:
        return [
            Slash(("help",), self.help, scope="everywhere", dm=True, completers={"topic": self._complete}),
            Slash(("about",), self.about, scope="everywhere", dm=True),
        ]

    async def help(self, press: Press, topic: str = "") -> None:
        """`/help`: what can be done here, or one topic of it."""
        staff = press.guild is not None and press.interaction.permissions.manage_guild
        here = await self._offered(press.guild, staff=staff)
        await press.say(self._told(here, topic, press.words))

    async def about(self, press: Press) -> None:
        """`/about`: what this is, what it keeps, who runs it."""
        await press.say(cards.about(self._name, self._operator, press.words))

    def mentions(self) -> Sequence[Callable[[Any], Coroutine[Any, Any, None]]]:
        """The same by mention, for whom slash commands do not work. Each person's rights are those of everybody."""

        # functions inside: discord.py takes the first of a method's parameters for `self`
        async def help(ctx: Mentioned, *, topic: str = "") -> None:  # noqa: A001  the name is what people type
            here = await self._offered(_server(ctx), staff=False)
            await ctx.send(self._told(here, topic, self._words(ctx)))

        async def about(ctx: Mentioned) -> None:
            await ctx.send(cards.about(self._name, self._operator, self._words(ctx)))

        return [help, about]

    def _told(self, here: Sequence[Command], topic: str, words: Words) -> str:
        if not topic.strip():
            return cards.overview(here, words)
        topics = in_order([one.feature for one in here])
        named = {cards.name_of(one, words).lower(): one for one in topics}
        meant = named.get(topic.strip().lower(), topic)
        return cards.topic(topic_of(meant, topics), here, words)

    async def _offered(self, guild: GuildId | None, *, staff: bool) -> list[Command]:
        on = await self._servers.features(guild) if guild is not None else None
        return offered(self._all(), on, staff=staff)

    def _all(self) -> list[Command]:
        return [_command(slash, name) for name, parts in self._parts().items() for slash in parts.slashes]

    async def _complete(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        words = self._catalogue.words(str(interaction.locale))
        guild = GuildId(interaction.guild_id) if interaction.guild_id is not None else None
        here = await self._offered(guild, staff=interaction.permissions.manage_guild)
        named = [(cards.name_of(topic, words), topic) for topic in in_order([one.feature for one in here])]
        like = [pair for pair in named if typed.lower() in pair[0].lower()] or named
        return [app_commands.Choice(name=title, value=topic) for title, topic in like[:SUGGESTED_AT_MOST]]

    def _words(self, ctx: Mentioned) -> Words:
        return self._catalogue.words(str(ctx.guild.preferred_locale) if ctx.guild is not None else None)


def _server(ctx: Mentioned) -> GuildId | None:
    return GuildId(ctx.guild.id) if ctx.guild is not None else None


def _command(slash: Slash, feature: str) -> Command:
    text_id = "cmd-" + "-".join(slash.path)
    given = list(inspect.signature(slash.handler).parameters.values())[1:]
    options = tuple(Option(one.name, f"{text_id}.{one.name}", one.default is one.empty) for one in given)
    return Command(
        " ".join(slash.path), text_id, feature, options, slash.scope == "everywhere", slash.permission is not None
    )
