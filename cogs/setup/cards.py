"""What setting up looks like."""

from collections.abc import Sequence

import discord
from discord import ui

from bot.data.guilds import Channels
from bot.text.catalogue import Words
from cogs.setup.model import MissingRight


def chosen(channels: Channels, missing: Sequence[MissingRight], words: Words) -> str:
    """What is so now, and what is still missing, in words."""
    if channels.vent_room is None:
        return words("setup-nothing-chosen")
    lines = [words("setup-on", room=str(channels.vent_room))]
    if channels.moderators is not None:
        lines.append(words("setup-moderators", channel=str(channels.moderators)))
    for one in missing:
        right = words(f"right-name-{one.permission}")
        lines.append(words("setup-missing", right=right, place=str(one.place), why=words(one.why)))
    return "\n".join(lines)


def start(words: Words, *, room: int, moderators: int, country: str) -> ui.LayoutView:
    """The first screen: two places and a country. What was chosen so far stands in the last button."""
    state = f"{room}:{moderators}:{country}"
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("setup-start")))
    rooms = ui.ChannelSelect[ui.LayoutView](
        custom_id=f"setup:room:{state}", placeholder=words("setup-room"), channel_types=[discord.ChannelType.text],
        default_values=_chosen(room),
    )  # fmt: skip
    places = ui.ChannelSelect[ui.LayoutView](
        custom_id=f"setup:moderators:{state}", placeholder=words("setup-place"),
        channel_types=[discord.ChannelType.text], min_values=0, default_values=_chosen(moderators),
    )  # fmt: skip
    countries = ui.Select[ui.LayoutView](custom_id=f"setup:country:{state}", placeholder=words("setup-country"))
    for code in words("setup-countries").split():
        name = words(f"country-{code}")
        countries.add_option(label=name, value=code, default=code == country)
    for select in (rooms, places, countries):
        face.add_item(ui.ActionRow(select))
    go = ui.Button[ui.LayoutView](
        label=words("setup-go"), custom_id=f"setup:go:{state}", style=discord.ButtonStyle.primary, disabled=room == 0
    )
    face.add_item(ui.ActionRow(go))
    return face


def _chosen(channel: int) -> list[discord.SelectDefaultValue]:
    return [discord.SelectDefaultValue(id=channel, type=discord.SelectDefaultValueType.channel)] if channel else []


def done(text: str) -> ui.LayoutView:
    """The second screen."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(text))
    return face


def new_here(words: Words) -> ui.View:
    """Three sentences; what one can press is one's own pace."""
    face = ui.View(timeout=None)
    face.add_item(ui.Button(label=words("new-vent"), custom_id="vent:open", style=discord.ButtonStyle.primary))
    return face
