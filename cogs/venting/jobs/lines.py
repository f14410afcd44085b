"""What is written under a post goes into its thread, and out of it."""

import json

from bot.data.queue import Job
from bot.data.worker import Later
from bot.domain.errors import UNKNOWN_CHANNEL, CannotReach
from bot.domain.ids import ChannelId, MessageId
from cogs.venting.cards import public
from cogs.venting.jobs.tools import JobTools

THREAD_SOON_MS = 1_000
"""A card can stand for a while before its thread does, where Discord fails between the two."""


class LineJobs:
    """Lines by others and answers of the author."""

    def __init__(self, tools: JobTools) -> None:
        self._tools = tools
        self._course = tools.vents.course
        self._sender = tools.sender

    async def say_line(self, job: Job) -> None:
        """A line by somebody else goes into the thread."""
        await self._say(job, by_author=False)

    async def say_reply(self, job: Job) -> None:
        """An answer by the author."""
        await self._say(job, by_author=True)

    async def _say(self, job: Job, *, by_author: bool) -> None:
        written = self._course.line_of(job)
        vent = await self._course.look(written.vent)
        held_back = vent is not None and await self._course.is_held_back(
            vent.guild, await self._course.writer_ref(written.id)
        )
        if vent is None or held_back:
            await self._course.line_lost(written.id, job)
            return
        if vent.thread is None:
            raise Later(THREAD_SOON_MS, "the thread is not open yet")
        to = vent.author if vent.in_circle and not by_author else None
        face = public.line(written, await self._tools.words(vent.guild), by_author=by_author, to=to)
        try:
            message = await self._sender.send(job, vent.thread, mark=f"vent:said:{written.id}:", face=face)
        except CannotReach as closed:
            if closed.permission is not None:
                raise  # it waits for the right: a line is not lost for want of one
            if closed.code == UNKNOWN_CHANNEL and vent.own_thread is not None:
                # deleted by hand while nobody listened: its number is the card's
                await self._tools.vents.losing.messages_gone([MessageId(vent.own_thread)])
            await self._course.line_lost(written.id, job)
            return
        await self._course.line_is_up(written, vent, message, job)

    async def hide_line(self, job: Job) -> None:
        """A line goes out of the thread."""
        where = json.loads(job.payload)
        if where["thread"] is None or where["message"] is None:
            return
        try:
            await self._sender.delete(ChannelId(where["thread"]), MessageId(where["message"]))
        except CannotReach as closed:
            if closed.permission is not None:
                raise
