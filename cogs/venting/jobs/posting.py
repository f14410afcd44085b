"""A post goes up."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.data.queue import Job
from bot.domain.clock import real_ms
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId, MessageId, VentId
from bot.domain.ports import CircleDirectory
from bot.screening.escape import escape
from cogs.venting.jobs.tools import JobTools
from cogs.venting.model.needs import LINE_NEEDS, ROOM_NEEDS
from cogs.venting.model.vent import Vent

ARCHIVE_MINUTES = 10_080
"""A week, the longest Discord has (documentation, channel: auto_archive_duration)."""
THREAD_NAME_MAX = 100
DELAYED_WAITS_MS = 72 * 3_600_000
"""How long a post whose author is not there to be told waits for a right (SPEC 5: delayed words are kept 72 h)."""

NOT_POSTED = "note-not-posted"
Circles = Callable[[], Sequence[CircleDirectory]]


class PostingJobs:
    """The card and its thread."""

    def __init__(self, tools: JobTools, circles: Circles) -> None:
        self._tools = tools
        self._course = tools.vents.course
        self._sender = tools.sender
        self._circles = circles

    async def publish(self, job: Job) -> None:
        """Card, thread, lock; then the vent is up."""
        vent = await self._course.look(VentId(int(job.key)))
        if vent is None:
            return
        text, at_once = self._course.post_of(job)
        message = vent.message
        why_not = await self._course.why_not_up(vent.guild, vent.author_ref)
        if message is None and (why_not is not None or not await self._has_its_place(vent)):
            await self._is_not_posted(vent, text, job, why_not or NOT_POSTED)
            return
        try:
            message = message or await self._put_up(vent, text, job)
            if message is None:
                return
            thread = vent.room if vent.in_circle else await self._open_thread(vent, message)
        except CannotReach as closed:
            if message is not None:
                await self._tools.take_down(vent.room, message)
            elif self._waits(job, closed):
                raise
            await self._is_not_posted(vent, text, job)
            return
        await self._course.has_thread(replace(vent, message=message), thread, job, at_once=at_once)

    async def _is_not_posted(self, vent: Vent, text: str, job: Job, note: str = NOT_POSTED) -> None:
        # who waits for the answer of another process is told twice rather than, if that has died, not at all
        told = self._tools.worker.is_awaited(job)
        await self._course.could_not_be_posted(vent, text, job, told=told, note=note)

    def _waits(self, job: Job, closed: CannotReach) -> bool:
        """Nobody is there to be told, so it goes up when the right is there: it was to go up later anyway.

        Its author may wait for the answer of another process, which cannot be asked: so the job says how long.
        """
        if closed.permission is None or real_ms() < json.loads(job.payload).get("awaited_until_ms", 0):
            return False
        return real_ms() - job.first_claimed_ms < DELAYED_WAITS_MS

    async def _has_its_place(self, vent: Vent) -> bool:
        """Not where its author has left the circle it was for."""
        if vent.in_circle and vent.author is not None:
            return vent.room in [await one.thread_of(vent.guild, vent.author) for one in self._circles()]
        return True

    async def _put_up(self, vent: Vent, text: str, job: Job) -> MessageId | None:
        """Its card, None if it was taken down while that was sent."""
        await self._sender.reaching.ask_first(vent.room, "post", *(LINE_NEEDS if vent.in_circle else ROOM_NEEDS))
        face = await self._tools.card(vent, escape(text))
        message = await self._sender.send(job, vent.room, mark=f"vent:cheer:{vent.id}:", face=face)
        return message if await self._course.is_up(vent, message, job) else None

    async def _open_thread(self, vent: Vent, message: MessageId) -> ChannelId:
        words = await self._tools.words(vent.guild)
        # a mention is not written out in a thread's name, and the card above says whose it is
        name = words("vent-thread-name", name=vent.alias) if vent.alias else words("vent-thread-by-name")
        name = name[:THREAD_NAME_MAX]
        thread = await self._sender.open_thread(vent.room, message, name, archive_minutes=ARCHIVE_MINUTES)
        if vent.wish.lines_only:
            await self._sender.change_thread(thread, locked=True)
        return thread
