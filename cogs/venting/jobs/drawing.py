"""Cards and lines show what the rows say, whoever wrote them last."""

import json

from discord import ui

from bot.data.queue import Job
from bot.data.worker import Later
from bot.domain.clock import real_ms
from bot.domain.ids import ChannelId, MessageId, VentId
from bot.screening.escape import escape
from cogs.venting.cards import public
from cogs.venting.jobs.tools import AGAIN_MS, TIMES, JobTools
from cogs.venting.service.faces import Drawn
from cogs.venting.service.moderated import message_of

AT_MOST_MS = 60_000


class DrawingJobs:
    """Each draws what the rows say, and again until they say the same after it as before it (`service.faces`)."""

    def __init__(self, tools: JobTools) -> None:
        self._tools = tools
        self._faces = tools.vents.faces
        self._sender = tools.sender

    async def refresh(self, job: Job) -> None:
        """The card shows how many are there now."""
        await self._card(VentId(int(job.key)), job)

    async def edit(self, job: Job) -> None:
        """The author mended the words."""
        number = VentId(json.loads(job.payload)["vent"])
        vent = await self._tools.vents.course.look(number)
        if vent is not None and vent.message is None:
            waited_ms = real_ms() - job.first_claimed_ms
            raise Later(min(max(waited_ms, AGAIN_MS), AT_MOST_MS), "it is going up just now, with the words of before")
        await self._card(number, job, escape(self._tools.vents.course.text_of(job, f"edit|{number}")))

    async def moderated(self, job: Job) -> None:
        """A card or a line goes out of sight or is to be seen again: as the rows have it by now."""
        message = message_of(job)
        found = await self._faces.at(message)
        if found is not None and found.line is None:
            await self._card(found.vent.id, job)
        elif found is not None:
            await self._line(message, job)

    async def _card(self, number: VentId, job: Job, mended: str | None = None) -> None:
        for _ in range(TIMES):
            drawn = await self._faces.card(number)
            if drawn is None or drawn.vent.message is None:
                return
            message = drawn.vent.message
            words = drawn.words or mended or drawn.sealed
            parts = await self._sender.components_of(drawn.vent.room, message) if words is None else []
            words = words or public.text_on(parts or [])
            if parts is None or not await self._draw(drawn, drawn.vent.room, message, words):
                # deleted by hand while nobody listened
                await self._tools.vents.losing.messages_gone([message])
            if await self._faces.stands(drawn, message, job):
                return
        raise Later(AGAIN_MS, "it changes faster than it is drawn")

    async def _line(self, message: MessageId, job: Job) -> None:
        for _ in range(TIMES):
            drawn = await self._faces.at(message)
            if drawn is None or drawn.vent.thread is None:
                return
            words = drawn.sealed
            if words is None:
                words = public.said_as_shown(await self._sender.components_of(drawn.vent.thread, message) or [])
            await self._draw(drawn, drawn.vent.thread, message, words)
            if await self._faces.stands(drawn, message, job):
                return
        raise Later(AGAIN_MS, "it changes faster than it is drawn")

    async def _draw(self, drawn: Drawn, place: ChannelId, message: MessageId, words: str | None) -> bool:
        """What goes out of sight is sealed first, since nobody else has its words. False where the message is gone."""
        if drawn.hidden and words is not None:
            await self._tools.vents.moderated.keep_words(message, words)
        if drawn.hidden or words is not None:
            return await self._sender.edit(place, message, await self._face(drawn, words or ""))
        return True

    async def _face(self, drawn: Drawn, words: str) -> ui.LayoutView:
        if not drawn.hidden and drawn.line is None:
            return await self._tools.card(drawn.vent, words)
        server = await self._tools.words(drawn.vent.guild)
        if drawn.line is None:
            return public.hidden(drawn.vent, server)
        return public.hidden_line(drawn.line, server) if drawn.hidden else public.line_again(drawn.line, words, server)
