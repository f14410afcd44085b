"""What happens to kind words while nobody presses: they go up and down. Each may run twice and does it once."""

import json
from collections.abc import Generator
from contextlib import contextmanager

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
            await self._unsay(job)
            return
        spoken = self._giving.spoken(job)
        words = self._catalogue.words((await self._giving.channels(word.guild)).locale)
        face = cards.aloud(word, spoken.emoji, spoken.said, words)
        try:
            message = await self._sender.send(job, word.channel, mark=cards.mark_of(word.id), face=face)
        except CannotReach:
            await self._giving.goes_quietly(word, spoken, job)
            return
        await self._giving.is_said(word, message, job)

    async def _unsay(self, job: Job) -> None:
        """An earlier try may have put it there all the same, without living to see it."""
        channel = json.loads(job.payload).get("channel")  # none in the work of an earlier version
        if channel is not None:
            with _as_soon_as_it_may():
                message = await self._sender.sent_before(job, ChannelId(channel), cards.mark_of(LineId(int(job.key))))
                if message is not None:
                    await self._sender.delete(ChannelId(channel), message)

    async def remove(self, job: Job) -> None:
        """A kind word is taken down."""
        where = json.loads(job.payload)
        if where["message"] is not None:  # none in the work of an earlier version
            with _as_soon_as_it_may():
                await self._sender.delete(ChannelId(where["channel"]), MessageId(where["message"]))


@contextmanager
def _as_soon_as_it_may() -> Generator[None]:
    """Where its place is gone, so is the message; where the bot lacks a right, it goes as soon as it has it."""
    try:
        yield
    except CannotReach as closed:
        if closed.permission is not None:
            raise
