"""Which server is meant, where somebody asks in a direct message.

Names are asked of Discord, not of a cache: a direct message may reach a process that does not know the server.
"""

import asyncio
from collections.abc import Sequence
from typing import Any, cast

import aiohttp
import discord
from discord import ui

from bot.domain.ids import GuildId
from bot.text.catalogue import Words
from bot.ui.press import Press

OFFERED_AT_MOST = 25
"""A select's options (documentation, string select)."""
LABEL_MAX = 100
NAMES_WITHIN_S = 2.0
SHOWN_OF_NUMBER = 4


async def names_of(press: Press, guilds: Sequence[GuildId]) -> list[tuple[GuildId, str]]:
    """The servers' names; for one that Discord does not tell, as the bot is there no more, the end of its number."""
    http = press.interaction.client.http

    async def name(guild: GuildId) -> tuple[GuildId, str]:
        known = press.interaction.client.get_guild(guild)
        if known is not None:
            return guild, known.name
        try:
            async with asyncio.timeout(NAMES_WITHIN_S):
                found = cast("dict[str, Any]", await http.get_guild(guild, with_counts=False))
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError):
            return guild, press.words("server-nameless", end=str(guild)[-SHOWN_OF_NUMBER:])
        return guild, str(found["name"])

    return list(await asyncio.gather(*(name(guild) for guild in guilds[:OFFERED_AT_MOST])))


def which(named: Sequence[tuple[GuildId, str]], custom_id: str, words: Words) -> ui.LayoutView:
    """The question, and a select of servers whose value is the server's number."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("which-server-ask")))
    choice = ui.Select[ui.LayoutView](custom_id=custom_id, placeholder=words("which-server"))
    for guild, name in named:
        choice.add_option(label=name[:LABEL_MAX], value=str(guild))
    face.add_item(ui.ActionRow(choice))
    return face


def chosen_server(press: Press) -> GuildId | None:
    """The server a select of `which` names, None for anything else."""
    value = press.one("values")
    return GuildId(int(value)) if value.isdecimal() else None
