"""People who left: once a week one look-up for each id that is kept, and who is gone is forgotten (SPEC 4.10).

One piece of work at a time walks over servers and people, so that a large server keeps nobody waiting.
"""

import json
from datetime import timedelta

from bot.data import leaving
from bot.data.forgetting import OVERWRITE, Forgetting
from bot.data.queue import Job, NewJob
from bot.data.tombstones import KEPT_AT_MOST
from bot.data.unit import Look, Rows, Unit, one_look, one_unit
from bot.data.worker import Handlers
from bot.delivery.budget import Budget
from bot.delivery.sender import Sender
from bot.domain.ids import GuildId, MemberId

EVERY = timedelta(days=7)
WEEKLY, WALK, GOODBYE = "bot.leavers", "bot.leavers-of", leaving.GOODBYE
AT_ONCE = 50
LOOKUPS_PER_SECOND = 2.0
"""Apart from everything else the bot asks of Discord: 1.2 million people in a week."""


class Leavers:
    """Handlers of the queue's work about people and servers that are gone."""

    def __init__(self, rows: Rows, forgetting: Forgetting, sender: Sender) -> None:
        self.rows = rows
        self._forgetting = forgetting
        self._sender = sender
        self._pace = Budget(LOOKUPS_PER_SECOND, burst=AT_ONCE)

    def wire(self, handlers: Handlers) -> None:
        """Says who deals with which work."""
        handlers.rows[WEEKLY] = self.weekly
        handlers.jobs.update({WALK: self.walk, GOODBYE: self.goodbye, OVERWRITE: self._forgetting.overwrite})

    def plant(self, unit: Unit) -> None:
        unit.schedule(NewJob(kind=WEEKLY, key="weekly", due=unit.now + EVERY))

    def weekly(self, unit: Unit, _: Job) -> None:
        """Begins a walk, and plants the next week's."""
        self._go_on(unit, GuildId(0), 0)
        self.plant(unit)

    async def walk(self, job: Job) -> None:
        """Looks up a handful of people of one server; who left is forgotten."""
        where = json.loads(job.payload)
        guild, part, parts = GuildId(where["guild"]), int(where["part"]), int(where["parts"])
        if part == 0:
            await self._forgetting.tidy(KEPT_AT_MOST)
        for member in await self._some(guild, part, parts):
            await self._pace.take()
            if await self._sender.questions.has_left(guild, member):
                await self._forgetting.person(guild, member)
        await self._walked(job, guild, part, parts)

    @one_look
    def _some(self, look: Look, guild: GuildId, part: int, parts: int) -> list[MemberId]:
        # by the part of an id that counts milliseconds: as good as drawn, and the same when others go meanwhile
        return [one for one in leaving.members(look, guild) if (one >> 22) % parts == part]

    @one_unit
    def _walked(self, unit: Unit, job: Job, guild: GuildId, part: int, parts: int) -> None:
        unit.finish(job)
        if part + 1 < parts:
            self._put(unit, guild, part + 1, parts)
        else:
            self._go_on(unit, guild, 0)

    def _go_on(self, unit: Unit, after: GuildId, part: int) -> None:
        """The next server, in the order of their numbers."""
        later = [guild for guild in leaving.servers(unit.connection) if guild > after]
        if later:
            many = len(leaving.members(unit.connection, later[0]))
            self._put(unit, later[0], part, -(-many // AT_ONCE) or 1)

    def _put(self, unit: Unit, guild: GuildId, part: int, parts: int) -> None:
        where = json.dumps({"guild": guild, "part": part, "parts": parts})
        unit.schedule(NewJob(kind=WALK, key=f"{guild}/{part}", guild=guild, payload=where))

    async def goodbye(self, job: Job) -> None:
        """The bot was removed from this server 14 days ago."""
        if job.guild is not None and await self._sender.questions.is_gone(job.guild):
            await self._forgetting.server(job.guild)
