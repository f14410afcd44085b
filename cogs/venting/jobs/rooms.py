"""A room's way in, and how many read there."""

import discord

from bot.data.queue import Job
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId, GuildId
from cogs.venting.cards import public
from cogs.venting.jobs.tools import JobTools


class RoomJobs:
    """What belongs to a room and to no post."""

    def __init__(self, tools: JobTools) -> None:
        self._tools = tools
        self._course = tools.vents.course
        self._sender = tools.sender

    async def panel(self, job: Job) -> None:
        """The way in becomes the room's last message again, silently; it goes from where it belongs no more."""
        room = ChannelId(int(job.key))
        guild = job.guild or GuildId(0)
        before = await self._course.panel(room)
        if not await self._course.is_room(guild, room):
            if before is not None:
                await self._tools.take_down(room, before)
            await self._course.panel_gone(room, job)
            return
        try:
            words = await self._tools.words(guild)
            message = await self._sender.send(job, room, mark=public.PANEL_MARK, face=public.panel(words), silent=True)
            if before is not None and before != message:
                await self._sender.delete(room, before)
        except CannotReach as closed:
            if closed.permission is not None:
                raise  # it goes up once the right is there
            await self._course.panel_is(guild, room, None, job)
            return
        await self._course.panel_is(guild, room, message, job)

    async def count_readers(self, job: Job) -> None:
        """The next form says truly how many can read: without the members intent Discord does not tell by itself."""
        guild = GuildId(int(job.key))
        rooms = (await self._course.channels(guild)).vent_rooms
        try:
            seen = await self._sender.questions.about_how_many(guild, rooms) if rooms else None
        except (discord.HTTPException, TimeoutError, KeyError):
            seen = None
        await self._tools.vents.counting.was_counted(guild, seen, job)
