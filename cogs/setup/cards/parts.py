"""Small pieces of the screens."""

from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord import ui

from bot.text.catalogue import Words

TEXT_MAX = 3_400
"""Of a message's 4,000 characters (PLATFORM 1.1): the rest is for labels and a note."""
PRIMARY, SECONDARY, DANGER = discord.ButtonStyle.primary, discord.ButtonStyle.secondary, discord.ButtonStyle.danger
CHANNEL, ROLE = discord.SelectDefaultValueType.channel, discord.SelectDefaultValueType.role
TEXT_CHANNELS = [discord.ChannelType.text]

Row = ui.ActionRow[ui.LayoutView]


def button(
    label: str, custom_id: str, *, style: discord.ButtonStyle = SECONDARY, disabled: bool = False
) -> ui.Button[Any]:
    """A button whose press comes back through the router."""
    return ui.Button(label=label, custom_id=custom_id, style=style, disabled=disabled)


def screen(text: str, *rows: ui.Item[Any], note: str = "") -> ui.LayoutView:
    """One screen: what just happened, if anything did; what is so; what can be done."""
    face = ui.LayoutView(timeout=None)
    if note:
        face.add_item(ui.TextDisplay(note))
    face.add_item(ui.TextDisplay(text))
    for row in rows:
        face.add_item(row)
    return face


def defaults(ids: Iterable[int], kind: discord.SelectDefaultValueType) -> list[discord.SelectDefaultValue]:
    """What a select shows as chosen; 0 is nothing."""
    return [discord.SelectDefaultValue(id=one, type=kind) for one in ids if one]


def back(words: Words) -> Row:
    """The way to everything else."""
    return Row(button(words("setup-back"), "setup:more"))


def whole_lines(lines: Sequence[str], most: int = TEXT_MAX) -> tuple[list[str], int]:
    """(as many lines as fit, how many do not)."""
    kept: list[str] = []
    size = 0
    for line in lines:
        if size + len(line) + 1 > most:
            break
        kept.append(line)
        size += len(line) + 1
    return kept, len(lines) - len(kept)
