"""What happens to kind words while nobody presses: they go up and down. Each may run twice and does it once."""

import json

from bot.data.queue import Job
from bot.delivery.sender import Sender
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId, LineId, MessageId
from bot.text.catalogue import Catalogue
from cogs.cheering import cards
from cogs.cheering.service.giving import Giving


class CheerJobs:
    """Handlers of the queue's `cheering.*` work."""

    def __init__(self, giving: Giving, sender: Sender, catalogue: Catalogue) -> None:
        self._giving = giving
        self._sender = sender
        self._catalogue = catalogue

    async def say(self, job: Job) -> None:
        """A kind word goes into its channel, unless it was taken down or one of the two forgotten meanwhile."""
        word = await self._giving.word(LineId(int(job.key)))
        if word is None:
            return
        spoken = self._giving.spoken(job)
        words = self._catalogue.words((await self._giving.channels(word.guild)).locale)
        face = cards.aloud(word, spoken.emoji, spoken.said, words)
        try:
            message = await self._sender.send(job, word.channel, mark=cards.mark_of(word.id), face=face)
        except CannotReach:
            await self._giving.goes_quietly(word, spoken, job)
            return
        if not await self._giving.is_said(word.id, message, job):
            await self._remove(word.channel, message)

    async def remove(self, job: Job) -> None:
        """A kind word is taken down."""
        where = json.loads(job.payload)
        if where["message"] is not None:
            await self._remove(ChannelId(where["channel"]), MessageId(where["message"]))

    async def _remove(self, channel: ChannelId, message: MessageId) -> None:
        try:
            await self._sender.delete(channel, message)
        except CannotReach as closed:
            if closed.permission is not None:
                raise  # it goes as soon as the bot may
