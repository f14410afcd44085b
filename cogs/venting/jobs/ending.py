"""A post closes, and goes."""

import json

from bot.data.queue import Job
from bot.data.worker import Later
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId, MessageId, VentId
from cogs.venting.jobs.tools import AGAIN_MS, TIMES, JobTools


class EndingJobs:
    """Its lock, its end, and what stood on Discord."""

    def __init__(self, tools: JobTools) -> None:
        self._tools = tools
        self._course = tools.vents.course
        self._sender = tools.sender

    async def end(self, job: Job) -> None:
        """Its time is over."""
        await self._course.end_now(VentId(int(job.key)), job)

    async def remove(self, job: Job) -> None:
        """Thread and card go, if need be once the bot may delete them again."""
        where = json.loads(job.payload)
        waiting: CannotReach | None = None
        for delete, place in ((self._sender.delete_thread, where["thread"]), (self._delete_card, where)):
            try:
                if place is not None:
                    await delete(place)
            except CannotReach as closed:
                waiting = closed if closed.permission is not None else waiting
        if waiting is not None:
            raise waiting

    async def _delete_card(self, where: dict[str, int | None]) -> bool:
        if where["message"] is None:
            return False
        return await self._sender.delete(ChannelId(where["room"] or 0), MessageId(where["message"]))

    async def lock(self, job: Job) -> None:
        """No more lines, or lines again: people's own writing follows, as the rows have it by now.

        Where a right was missing several of these wait, and begin anew in no order.
        """
        number = VentId(json.loads(job.payload)["vent"])
        for _ in range(TIMES):
            vent = await self._course.look(number)
            if vent is None or vent.own_thread is None:
                return
            try:
                if not await self._sender.change_thread(vent.own_thread, locked=vent.closed or vent.wish.lines_only):
                    # deleted by hand while nobody listened
                    await self._tools.vents.losing.messages_gone([MessageId(vent.own_thread)])
            except CannotReach as closed:
                if closed.permission is not None:
                    raise  # the bot itself takes no more lines meanwhile
            if await self._tools.vents.faces.is_still(vent, job):
                return
        raise Later(AGAIN_MS, "it changes faster than it is locked")
