"""What Discord says to circles: commands, that somebody wrote in a circle's place, and what becomes of the places."""

import discord

from bot.domain.ids import ChannelId
from bot.ui.commands import Slash
from cogs.circles.service.keeping import Keeping
from cogs.circles.views import CircleViews

MODERATORS = discord.Permissions(moderate_members=True)


class CircleCog:
    """Receives; the services decide."""

    def __init__(self, keeping: Keeping, views: CircleViews) -> None:
        self._keeping = keeping
        self._views = views

    def slashes(self) -> list[Slash]:
        return [
            Slash(("circle", "join"), self._views.ask, opens_form=True),
            Slash(("circle", "leave"), self._views.leave),
            Slash(("circle", "about"), self._views.about),
            Slash(("circle", "charter"), self._views.charter),
            Slash(("mod", "circles"), self._views.overview, permission=MODERATORS),
        ]

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote in a private thread: if it is a circle's, it lives. Who and what is not looked at."""
        place = message.channel
        if not message.author.bot and isinstance(place, discord.Thread) and place.is_private():
            await self._keeping.somebody_wrote(ChannelId(place.id))

    async def on_thread_gone(self, event: discord.RawThreadDeleteEvent) -> None:
        """A moderator deleted a private thread."""
        if event.thread_type is discord.ChannelType.private_thread:
            await self._keeping.place_is_gone(ChannelId(event.thread_id))

    async def on_thread_changed(self, event: discord.RawThreadUpdateEvent) -> None:
        """A private thread was archived, by time or by hand. A locked one stays as it is."""
        about = event.data["thread_metadata"]
        sleeps = about["archived"] and not about.get("locked")
        if event.thread_type is discord.ChannelType.private_thread and sleeps:
            await self._keeping.place_sleeps(ChannelId(event.thread_id))
