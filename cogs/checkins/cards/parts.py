"""Small parts of every card."""

from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.domain.clock import to_ms

PRIMARY = discord.ButtonStyle.primary


def stamp(moment: datetime) -> str:
    """A date and time that everybody reads in their own zone (documentation, timestamp styles)."""
    return stamp_ms(to_ms(moment))


def stamp_ms(ms: int) -> str:
    """The same from milliseconds."""
    return f"<t:{ms // 1000}:f>"


def next_one(due: datetime | None) -> dict[str, str | int]:
    """When the next question comes, for words; None where the bot was removed from the server."""
    return {"away": int(due is None), "next": stamp(due) if due is not None else ""}


def short(name: str, most: int, placeholder: str | None, default: str) -> ui.TextInput[ui.Modal]:
    """One line that may stay empty."""
    return ui.TextInput(
        custom_id=name, max_length=most, required=False, placeholder=placeholder, default=default or None
    )


def button(
    label: str, custom_id: str, *, row: int | None = None, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> ui.Button[Any]:
    """A button of a classic message."""
    return ui.Button(label=label, custom_id=custom_id, row=row, style=style)
