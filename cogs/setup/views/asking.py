"""Who asks, on which server, and how they are answered."""

from collections.abc import Iterable, Mapping, Sequence

import discord
from discord import ui

from bot.data.choices import Here
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId
from bot.ui.press import Press
from cogs.setup.cards.start import Room
from cogs.setup.model import MissingRight

Rights = Mapping[str, Sequence[tuple[str, str]]]
"""By feature: the permissions it needs in a vent room, each with the text that says what for."""
WORD_RIGHTS = (("view_channel", "right-word"), ("send_messages", "right-word"))
"""What the moderators' place must allow."""


def server_of(press: Press) -> discord.Guild:
    """What Discord told of the server. Raises Refusal while it has told nothing."""
    server = press.interaction.guild
    if server is None:
        raise Refusal("setup-not-seen")
    return server


def here_of(press: Press, features: Iterable[str]) -> Here:
    """What there is on this server. Raises Refusal while Discord has not told."""
    server = server_of(press)
    roles = {role.id for role in server.roles if not role.is_default()}
    return Here({channel.id for channel in server.text_channels}, roles, set(features))


async def show(press: Press, face: ui.LayoutView) -> None:
    """Turns the pressed screen into this one; a command gets a new one."""
    if press.message is None:
        await press.say(face=face)
    else:
        await press.update(face)


def lacking(channel: discord.abc.GuildChannel, rights: Iterable[tuple[str, str]]) -> list[MissingRight]:
    """The rights that the bot does not have there."""
    allowed = channel.permissions_for(channel.guild.me)
    return [
        MissingRight(name, why, ChannelId(channel.id))
        for name, why in dict(rights).items()
        if not getattr(allowed, name)
    ]


def room_of(channel: discord.abc.GuildChannel, missing: Sequence[MissingRight]) -> Room:
    """How a vent room stands."""
    own, guild = channel.permissions_for(channel.guild.me), channel.guild
    everywhere = guild.me.guild_permissions
    # the bot may give itself only what it has on the whole server (documentation, edit channel permissions)
    mendable = own.manage_roles and all(getattr(everywhere, one.permission) for one in missing)
    everyone = channel.permissions_for(guild.default_role)
    return Room(missing, mendable, read_only=everyone.view_channel and not everyone.send_messages)


def seen_by_all(server: discord.Guild, channel: ChannelId | None) -> bool:
    """Whether everyone on the server can read there."""
    found = server.get_channel(channel) if channel is not None else None
    return found is not None and found.permissions_for(server.default_role).view_channel
