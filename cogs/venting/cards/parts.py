"""Small pieces of cards."""

from typing import Any

import discord
from discord import ui

from bot.domain.ids import GuildId, MessageId

CALM = 0x6C8EAD
SECONDARY, PRIMARY = discord.ButtonStyle.secondary, discord.ButtonStyle.primary


def button(label: str, custom_id: str, *, style: discord.ButtonStyle = SECONDARY) -> ui.Button[Any]:
    """A button whose press comes back through the router."""
    return ui.Button(label=label, custom_id=custom_id, style=style)


def rows(*buttons: ui.Button[Any]) -> ui.View:
    """Classic rows of up to five buttons."""
    face = ui.View(timeout=None)
    for one in buttons:
        face.add_item(one)
    return face


def link(guild: GuildId, room: int, message: MessageId | int) -> str:
    """The address of a message (documentation, message formatting)."""
    return f"https://discord.com/channels/{guild}/{room}/{message}"


def relative(ms: int) -> str:
    """ "in 6 days", written by each reader's client (documentation, timestamp styles)."""
    return f"<t:{ms // 1000}:R>"
