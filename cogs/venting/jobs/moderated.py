"""Moderators take something out of sight, or show it again."""

from bot.data.queue import Job
from cogs.venting.cards import public
from cogs.venting.jobs.tools import JobTools
from cogs.venting.model.line import LineOn
from cogs.venting.model.vent import Vent
from cogs.venting.service.moderated import message_of


class ModeratedJobs:
    """Cards and lines that are hidden; their words are sealed meanwhile."""

    def __init__(self, tools: JobTools) -> None:
        self._tools = tools
        self._moderated = tools.vents.moderated
        self._sender = tools.sender

    async def hide_post(self, job: Job) -> None:
        """A card or a line goes out of sight; its words are sealed first, since nobody else has them."""
        message = message_of(job)
        found = await self._moderated.on_message(message)
        if found is None:
            return
        vent, line = found
        place = vent.room if line is None else vent.thread
        if place is None or not _is_hidden(vent, line):
            return  # a try that Discord refused may come again after it was shown
        parts = await self._sender.components_of(place, message) or []
        words = public.text_on(parts) if line is None else public.said_as_shown(parts)
        if words is not None:
            await self._moderated.keep_words(message, words)
        server = await self._tools.words(vent.guild)
        face = public.hidden(vent, server) if line is None else public.hidden_line(line, server)
        await self._sender.edit(place, message, face)

    async def show_post(self, job: Job) -> None:
        """It is to be seen again, as it was."""
        message = message_of(job)
        found = await self._moderated.on_message(message)
        words = await self._moderated.words_of(message)
        if found is None or words is None:
            return
        vent, line = found
        place = vent.room if line is None else vent.thread
        if place is None or _is_hidden(vent, line):
            return
        server = await self._tools.words(vent.guild)
        face = await self._tools.card(vent, words) if line is None else public.line_again(line, words, server)
        await self._sender.edit(place, message, face)
        await self._moderated.in_sight(message, job)


def _is_hidden(vent: Vent, line: LineOn | None) -> bool:
    return vent.hidden if line is None else line.hidden
