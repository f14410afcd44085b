"""What happens to vents while nobody presses: posting, ending, telling. Each may run twice and does it once."""

import json
from collections.abc import Callable, Sequence

import discord
from discord import ui

from bot.data.queue import Job
from bot.data.worker import Later, Worker
from bot.delivery.sender import Sender
from bot.domain.clock import real_ms
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId, GuildId, MessageId, VentId
from bot.domain.ports import CircleDirectory
from bot.screening.escape import escape
from bot.text.catalogue import Catalogue, Words
from cogs.venting.cards import own, public
from cogs.venting.cards.parts import link
from cogs.venting.model.needs import LINE_NEEDS, ROOM_NEEDS
from cogs.venting.model.vent import Vent
from cogs.venting.service.moderated import message_of
from cogs.venting.service.vents import Vents

ARCHIVE_MINUTES = 10_080
"""A week, the longest Discord has (documentation, channel: auto_archive_duration)."""
THREAD_NAME_MAX = 100
Circles = Callable[[], Sequence[CircleDirectory]]
THREAD_SOON_MS = 1_000
"""A card can stand for a while before its thread does, where Discord fails between the two."""
DELAYED_WAITS_MS = 72 * 3_600_000
"""How long a post whose author is not there to be told waits for a right (SPEC 5: delayed words are kept 72 h)."""


class VentJobs:
    """Handlers of the queue's `venting.*` work."""

    def __init__(self, vents: Vents, worker: Worker, sender: Sender, catalogue: Catalogue, circles: Circles) -> None:
        self._course = vents.course
        self._moderated = vents.moderated
        self._worker = worker
        self._sender = sender
        self._catalogue = catalogue
        self._circles = circles

    async def publish(self, job: Job) -> None:
        """Card, thread, lock; then the vent is up."""
        vent = await self._course.look(VentId(int(job.key)))
        if vent is None:
            return
        text, at_once = self._course.post_of(job)
        words = await self._words(vent.guild)
        message = vent.message
        held_back = await self._course.is_held_back(vent.guild, vent.author_ref)
        if message is None and (held_back or not await self._may_go_up(vent)):
            told = self._worker.is_awaited(job)
            await self._course.could_not_be_posted(vent, text, job, told=told, held_back=held_back)
            return
        try:
            if message is None:
                await self._sender.reaching.ask_first(
                    vent.room, "post", *(LINE_NEEDS if vent.in_circle else ROOM_NEEDS)
                )
                face = public.card(vent, escape(text), words, await self._course.cheers(vent.guild))
                message = await self._sender.send(job, vent.room, mark=f"vent:cheer:{vent.id}:", face=face)
                await self._course.is_up(vent.id, message)
            thread = vent.room if vent.in_circle else await self._open_thread(vent, message, words)
        except CannotReach as closed:
            if message is not None:
                await self._take_back(vent.room, message)
            elif self._waits(job, closed):
                raise
            await self._course.could_not_be_posted(vent, text, job, told=self._worker.is_awaited(job))
            return
        await self._course.has_thread(vent, thread, job, at_once=at_once)

    async def _may_go_up(self, vent: Vent) -> bool:
        """Not without a name for whoever must not now, and not in a circle that its author has left."""
        if vent.in_circle and vent.author is not None:
            return vent.room in [await one.thread_of(vent.guild, vent.author) for one in self._circles()]
        return not await self._course.is_held_back(vent.guild, vent.author_ref)

    def _waits(self, job: Job, closed: CannotReach) -> bool:
        """Nobody is there to be told, so it goes up when the right is there: it was to go up later anyway."""
        if closed.permission is None or self._worker.is_awaited(job):
            return False
        return real_ms() - job.first_claimed_ms < DELAYED_WAITS_MS

    async def _take_back(self, room: ChannelId, message: MessageId) -> None:
        try:
            await self._sender.delete(room, message)
        except CannotReach:
            return

    async def count_readers(self, job: Job) -> None:
        """The next form says truly how many can read: without the members intent Discord does not tell by itself."""
        guild = GuildId(int(job.key))
        try:
            rooms = (await self._course.channels(guild)).vent_rooms
            name, readers = await self._sender.questions.about_how_many(guild, rooms)
        except (discord.HTTPException, TimeoutError, KeyError):
            return
        await self._course.was_seen(guild, name, readers)

    async def _open_thread(self, vent: Vent, message: MessageId, words: Words) -> ChannelId:
        name = words("vent-thread-name", name=vent.alias or words("posts-by-name"))[:THREAD_NAME_MAX]
        thread = await self._sender.open_thread(vent.room, message, name, archive_minutes=ARCHIVE_MINUTES)
        if vent.wish.lines_only:
            await self._sender.change_thread(thread, locked=True)
        return thread

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
        face = public.line(written, await self._words(vent.guild), by_author=by_author, to=to)
        try:
            message = await self._sender.send(job, vent.thread, mark=f"vent:said:{written.id}:", face=face)
        except CannotReach as closed:
            if closed.permission is not None:
                raise  # it waits for the right: a line is not lost for want of one
            await self._course.line_lost(written.id, job)
            return
        await self._course.line_is_up(written.id, message, job)

    async def edit(self, job: Job) -> None:
        """The author mended the words."""
        vent = await self._course.look(VentId(json.loads(job.payload)["vent"]))
        if vent is None or vent.message is None:
            return
        text = self._course.text_of(job, f"edit|{vent.id}")
        if vent.hidden:
            await self._moderated.keep_words(vent.message, escape(text))
            return
        face = await self._card(vent, escape(text))
        await self._sender.edit(vent.room, vent.message, face)

    async def refresh(self, job: Job) -> None:
        """The card shows how many are there now."""
        vent = await self._course.look(VentId(int(job.key)))
        if vent is None or vent.message is None or vent.hidden:
            return
        parts = await self._sender.components_of(vent.room, vent.message)
        text = public.text_on(parts or [])
        if text is not None:
            await self._sender.edit(vent.room, vent.message, await self._card(vent, text))

    async def tell(self, job: Job) -> None:
        """The author hears that somebody answered, if they asked for it; else a note waits."""
        told = json.loads(job.payload)
        number, kind = VentId(told["vent"]), str(told["kind"])
        address = await self._course.whom_to_tell(number, kind, job)
        vent = await self._course.look(number)
        if address is None or vent is None or vent.message is None:
            return
        words = await self._words(vent.guild)
        mark = f"vent:untell:{number}:{vent.guild}:{job.id}"
        text = words(f"tell-{kind}", link=link(vent.guild, vent.room, vent.message))
        try:
            await self._sender.send(job, address.dm, mark=mark, text=text, face=own.told(mark, words))
        except CannotReach:
            await self._course.could_not_be_told(number, kind)

    async def end(self, job: Job) -> None:
        """Its time is over."""
        await self._course.end_now(VentId(int(job.key)), job)

    async def ask(self, job: Job) -> None:
        """The one closing question, where the author wanted to be told."""
        guild = job.guild or GuildId(0)
        words = await self._words(guild)
        # a mark of this one question: the answers' custom ids are the same for every vent
        face = own.how_is_it(guild, words, f":{job.key}")
        mark = f"vent:how:{guild}:better:{job.key}"
        try:
            await self._sender.send(job, self._course.whom_to_ask(job).dm, mark=mark, text=words("note-how"), face=face)
        except CannotReach:
            return  # it was a kindness, not a message: nothing waits for an answer

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
        """No more lines, or lines again: people's own writing follows."""
        where = json.loads(job.payload)
        if where["thread"] is None:
            return
        try:
            await self._sender.change_thread(ChannelId(where["thread"]), locked=where.get("locked", True))
        except CannotReach as closed:
            if closed.permission is not None:
                raise  # the bot itself takes no more lines meanwhile

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

    async def hide_post(self, job: Job) -> None:
        """A card or a line goes out of sight; its words are sealed first, since nobody else has them."""
        message = message_of(job)
        found = await self._moderated.on_message(message)
        if found is None:
            return
        vent, line = found
        place = vent.room if line is None else vent.thread
        if place is None:
            return
        parts = await self._sender.components_of(place, message) or []
        words = public.text_on(parts) if line is None else public.said_as_shown(parts)
        if words is not None:
            await self._moderated.keep_words(message, words)
        server = await self._words(vent.guild)
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
        if place is None:
            return
        server = await self._words(vent.guild)
        face = await self._card(vent, words) if line is None else public.line_again(line, words, server)
        await self._sender.edit(place, message, face)
        await self._moderated.in_sight(message, job)

    async def panel(self, job: Job) -> None:
        """The way in becomes the room's last message again, silently; it goes from where it belongs no more."""
        room = ChannelId(int(job.key))
        guild = job.guild or GuildId(0)
        before = await self._course.panel(room)
        if not await self._course.is_room(guild, room):
            await self._take_down(room, before)
            await self._course.panel_gone(room, job)
            return
        try:
            words = await self._words(guild)
            message = await self._sender.send(job, room, mark="vent:open", face=public.panel(words), silent=True)
            if before is not None and before != message:
                await self._sender.delete(room, before)
        except CannotReach as closed:
            if closed.permission is not None:
                raise  # it goes up once the right is there
            await self._course.panel_is(guild, room, None, job)
            return
        await self._course.panel_is(guild, room, message, job)

    async def _take_down(self, room: ChannelId, panel: MessageId | None) -> None:
        if panel is None:
            return
        try:
            await self._sender.delete(room, panel)
        except CannotReach:
            return

    async def _card(self, vent: Vent, text: str) -> ui.LayoutView:
        words, cheers = await self._words(vent.guild), await self._course.cheers(vent.guild)
        return public.card(vent, text, words, cheers)

    async def _words(self, guild: GuildId) -> Words:
        """The server's language: what these jobs say is public."""
        return self._catalogue.words((await self._course.channels(guild)).locale)
