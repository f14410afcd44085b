"""Authors who asked for it hear of answers, and are asked once how it is."""

import json

from bot.data.queue import Job
from bot.domain.errors import CannotReach
from bot.domain.ids import GuildId, VentId
from cogs.venting.cards import own
from cogs.venting.cards.parts import link
from cogs.venting.jobs.tools import JobTools


class TellingJobs:
    """Direct messages to authors."""

    def __init__(self, tools: JobTools) -> None:
        self._tools = tools
        self._course = tools.vents.course
        self._sender = tools.sender

    async def tell(self, job: Job) -> None:
        """The author hears that somebody answered, if they asked for it; else a note waits."""
        told = json.loads(job.payload)
        number, kind = VentId(told["vent"]), str(told["kind"])
        address = await self._course.whom_to_tell(number, kind, job)
        vent = await self._course.look(number)
        if address is None or vent is None or vent.message is None:
            return
        words = await self._tools.words(vent.guild)
        mark = f"vent:untell:{number}:{vent.guild}:{job.id}"
        text = words(f"tell-{kind}", link=link(vent.guild, vent.room, vent.message))
        try:
            await self._sender.send(job, address.dm, mark=mark, text=text, face=own.told(mark, words))
        except CannotReach:
            await self._course.could_not_be_told(number, kind)

    async def ask(self, job: Job) -> None:
        """The one closing question, where the author wanted to be told."""
        guild, to = job.guild or GuildId(0), await self._course.whom_to_ask(job)
        if to is None:
            return
        dm, asked = to
        words = await self._tools.words(guild)
        face = own.how_is_it(guild, words, asked)
        mark = f"vent:how:{guild}:better:{job.key}"
        try:
            await self._sender.send(job, dm, mark=mark, text=words("note-how"), face=face)
        except CannotReach:
            return  # it was a kindness, not a message: nothing waits for an answer
