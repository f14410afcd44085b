"""Small parts of every card."""

from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.domain.clock import to_ms
from bot.domain.ids import GuildId
from bot.screening.escape import clean

LABEL_SEEN = 34
"""So much of a button's label a phone shows."""
_SERVERS = "https://discord.com/channels/"
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


def of_server(guild: GuildId, name: str) -> ui.Button[Any]:
    """Which server a message is from, for who gets such messages of several; a push notification shows no buttons."""
    label = clean(name)
    label = label if len(label) <= LABEL_SEEN else f"{label[: LABEL_SEEN - 1].rstrip()}…"
    return ui.Button(label=label or str(guild), url=f"{_SERVERS}{guild}", row=1)


def server_below(message: discord.Message | None) -> ui.Button[Any] | None:
    """The button of `of_server` that a message carries."""
    rows = [row for row in message.components if isinstance(row, discord.ActionRow)] if message is not None else []
    for one in (one for row in rows for one in row.children if isinstance(one, discord.Button)):
        if one.url is not None and one.url.removeprefix(_SERVERS).isdecimal():
            return ui.Button(label=one.label, url=one.url, row=1)
    return None
