"""What Discord says about community health: two commands for moderators."""

import asyncio
import io
from typing import Literal

import discord
from discord import app_commands

from bot.domain.ids import GuildId
from bot.ui.commands import Slash
from bot.ui.moderator import moderator_of
from bot.ui.press import Press
from cogs.health.model.panel import Page
from cogs.health.model.work import WINDOWS
from cogs.health.service.exporting import cells_csv, dictionary_csv, mutuality_csv
from cogs.health.service.looking import Looking
from cogs.health.views import HealthViews, circle_of, complete_circle

MODERATORS = discord.Permissions(moderate_members=True)


class HealthCog:
    """Receives; the views answer."""

    def __init__(self, looking: Looking, views: HealthViews) -> None:
        self._looking = looking
        self._views = views

    def slashes(self) -> list[Slash]:
        return [
            Slash(("mod", "health"), self.health, permission=MODERATORS, completers={"circle": self._complete}),
            Slash(("mod", "export"), self.export, permission=MODERATORS),
        ]

    async def health(self, press: Press, weeks: Literal[4, 12] = 4, circle: str | None = None) -> None:
        """`/mod health`: the board first."""
        guild = await moderator_of(press, self._looking.rows)
        number = circle_of(await self._views.circles(guild), circle) if circle else None
        page = Page.ANSWERS if number is not None else Page.BOARD
        await self._views.show(press, guild, page, weeks if weeks in WINDOWS else WINDOWS[0], number)

    async def export(self, press: Press) -> None:
        """`/mod export`: what is published, with what it means."""
        guild = await moderator_of(press, self._looking.rows)
        cells, mutualities = await self._looking.cells(guild)
        # years of a great server are tens of thousands of lines
        lines = await asyncio.to_thread(cells_csv, cells)
        files = [
            _file("cells.csv", lines),
            _file("mutuality.csv", mutuality_csv(mutualities)),
            _file("data-dictionary.csv", dictionary_csv(press.words)),
        ]
        await press.say(press.words("health-export", count=len(cells)), files=files)

    async def _complete(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Only for moderators: what circles there are is theirs to know here."""
        if interaction.guild_id is None or not isinstance(interaction.user, discord.Member):
            return []
        guild = GuildId(interaction.guild_id)
        theirs = [role.id for role in interaction.user.roles]
        if not interaction.permissions.moderate_members and not await self._looking.is_moderator_role(guild, theirs):
            return []
        return complete_circle(await self._views.circles(guild), typed)


def _file(name: str, text: str) -> discord.File:
    # the mark tells spreadsheets that it is UTF-8
    return discord.File(io.BytesIO(("\ufeff" + text).encode()), filename=name)
