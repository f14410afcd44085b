"""What Discord says about setting up: commands."""

from collections.abc import Awaitable, Callable

import discord

from bot.domain.ids import ChannelId
from bot.ui.commands import Slash
from bot.ui.moderator import manager_of
from bot.ui.press import Press
from cogs.setup.views.copies import CopyViews
from cogs.setup.views.lists import ListViews
from cogs.setup.views.more import MoreViews
from cogs.setup.views.start import StartViews

MANAGERS = discord.Permissions(manage_guild=True)


class SetupCog:
    """Receives; the views answer."""

    def __init__(self, start: StartViews, more: MoreViews, lists: ListViews, copies: CopyViews) -> None:
        self._start = start
        self._more = more
        self._lists = lists
        self._copies = copies

    def slashes(self) -> list[Slash]:
        handlers: dict[str, Callable[..., Awaitable[None]]] = {
            "start": self._start.begin,
            "channels": self.channels,
            "features": self._more.features,
            "roles": self._more.roles,
            "resources": self._lists.resources,
            "words": self._lists.words,
            "export": self._copies.export,
            "reset": self._copies.reset,
        }
        return [
            Slash(("setup", name), handler, scope="everywhere", permission=MANAGERS)
            for name, handler in handlers.items()
        ]

    async def channels(
        self,
        press: Press,
        vent_room: discord.TextChannel | None = None,
        moderators: discord.TextChannel | None = None,
        wins: discord.TextChannel | None = None,
    ) -> None:
        """`/setup channels`: the same as `/setup start` for people who know what they want."""
        await self._start.switch_on(
            press, manager_of(press), vent_room=_id(vent_room), moderators=_id(moderators), wins=_id(wins),
            country=None,
        )  # fmt: skip


def _id(channel: discord.TextChannel | None) -> ChannelId | None:
    return ChannelId(channel.id) if channel is not None else None
