"""Whose post came to carry a name at the moment in which a moderator acted on all that its author has up."""

from bot.data.queue import Job
from bot.data.unit import Unit, one_unit
from bot.domain.ids import GuildId, MessageId
from cogs.moderation.service.tools import Tools
from cogs.moderation.store import named, reports


class LettingGo:
    """Posts are looked up before a unit and acted on in it; what happened in between is found by looking again."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    async def look_again(self, job: Job) -> None:
        """The job's key is the act, its payload the post that the moderator acted on."""
        guild, act = job.guild or GuildId(0), int(job.key)
        touched = await self.rows.read(lambda look: reports.touched_by(look, guild, act))
        found = [await self._tools.find(guild, one) for one in {MessageId(int(job.payload)), *touched}]
        signed = [one.message for one in found if one is not None and one.author is not None]
        if signed:
            await self._let_go(guild, signed)

    @one_unit
    def _let_go(self, unit: Unit, guild: GuildId, messages: list[MessageId]) -> None:
        named.let_go(unit, guild, messages)
