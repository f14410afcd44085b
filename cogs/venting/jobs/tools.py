"""What every job of venting needs."""

from dataclasses import dataclass

from discord import ui

from bot.data.worker import Worker
from bot.delivery.sender import Sender
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId, GuildId, MessageId
from bot.text.catalogue import Catalogue, Words
from cogs.venting.cards import public
from cogs.venting.model.vent import Vent
from cogs.venting.service.vents import Vents

TIMES, AGAIN_MS = 4, 1_000
"""What changed while it was done is done again so often, and then after a while (`service.faces`)."""


@dataclass(frozen=True)
class JobTools:
    """What can be done, who speaks to Discord, and the words."""

    vents: Vents
    worker: Worker
    sender: Sender
    catalogue: Catalogue

    async def words(self, guild: GuildId) -> Words:
        """The server's language: what these jobs say is public."""
        return self.catalogue.words((await self.vents.course.channels(guild)).locale)

    async def card(self, vent: Vent, text: str) -> ui.LayoutView:
        """As everybody sees it now."""
        words, cheers = await self.words(vent.guild), await self.vents.course.cheers(vent.guild)
        return public.card(vent, text, words, cheers)

    async def take_down(self, room: ChannelId, message: MessageId) -> None:
        """A message of ours goes, where it can be reached."""
        try:
            await self.sender.delete(room, message)
        except CannotReach:
            return
