"""What happens to circles while nobody presses: their places, who is let in, what is told. Each is fit to run again."""

import json

from bot.data.queue import Job
from bot.delivery.private_threads import Let, PlaceError
from bot.delivery.sender import Sender
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId, GuildId, MessageId
from bot.text.catalogue import Catalogue, Words
from bot.ui.press import Face
from cogs.circles import cards
from cogs.circles.model.circle import ARCHIVE_MINUTES, Ring
from cogs.circles.service.circles import Circles
from cogs.circles.service.keeping import Keeping

THREAD_NAME_MAX = 100


class CircleJobs:
    """Handlers of the queue's `circles.*` work."""

    def __init__(self, circles: Circles, sender: Sender, catalogue: Catalogue) -> None:
        self._keeping: Keeping = circles.keeping
        self._proposing = circles.proposing
        self._sender = sender
        self._threads = sender.private_threads
        self._catalogue = catalogue

    # --- places -----------------------------------------------------------------------------------------------------

    async def open(self, job: Job) -> None:
        """A circle gets its private thread."""
        ring = await self._keeping.ring(int(job.key))
        if ring is None or ring.thread is not None:
            return
        parent = await self._keeping.parent(ring.guild)
        words = await self._words(ring.guild)
        name = words("circle-thread-name", name=ring.name)[:THREAD_NAME_MAX]
        try:
            if parent is None:
                raise PlaceError(0, "no room was chosen")
            thread = await self._threads.open_private(job, ring.guild, parent, name, archive_minutes=ARCHIVE_MINUTES)
        except PlaceError:
            await self._keeping.could_not_open(ring.id, job)
            return
        await self._keeping.has_place(ring.id, thread, job)

    async def charter(self, job: Job) -> None:
        """The first words in a new place."""
        ring = await self._keeping.ring(int(json.loads(job.payload)))
        if ring is None or ring.thread != int(job.key):
            return
        words = await self._words(ring.guild)
        mark, text = f"circle:about:{ring.id}", words("circle-welcome", name=ring.name)
        await self._say(job, ring, text, mark, cards.welcome(ring.id, words), waits=True)

    async def wake(self, job: Job) -> None:
        """A thread that was archived is in the list again."""
        thread = ChannelId(int(job.key))
        if await self._keeping.is_place(thread):
            await self._threads.wake(thread)

    async def shut(self, job: Job) -> None:
        """Nobody is left in it."""
        await self._threads.shut(ChannelId(int(job.key)))

    # --- people -----------------------------------------------------------------------------------------------------

    async def seat(self, job: Job) -> None:
        """Whoever is not in the thread yet is let in."""
        ring = await self._keeping.ring(int(job.key.partition("/")[0]))
        if ring is None or ring.thread is None:
            return
        for seat in await self._keeping.to_place(ring.id):
            let = await self._threads.let_in(ring.thread, seat.member)
            if let is Let.NO_PLACE:
                await self._keeping.place_is_gone(ring.thread)
                return
            if let is Let.NOT_HERE:
                await self._keeping.has_gone(seat, is_here=False)
            elif let is Let.CANNOT_SEE:
                await self._keeping.is_shut_out(seat)
            else:
                await self._keeping.is_placed(seat, ring.thread)

    async def out(self, job: Job) -> None:
        """The thread is closed to somebody who gave up their seat."""
        thread, member = self._keeping.to_take_out(job)
        if not await self._keeping.sits_at(job.guild or GuildId(0), member, thread):
            await self._threads.let_out(thread, member)

    async def check(self, job: Job) -> None:
        """Once a day: is the place still there, and does everybody still want to be?"""
        ring = await self._keeping.ring(int(job.key))
        if ring is None or ring.thread is None:
            return
        state = await self._threads.state(ring.thread)
        if state is None:
            await self._keeping.place_is_gone(ring.thread)
            return
        if state.archived:
            await self._threads.wake(ring.thread)
        await self.seat(job)
        for seat in await self._keeping.to_look_at(ring.id):
            if await self._threads.is_in(ring.thread, seat.member):
                await self._keeping.is_still_there(seat)
            else:
                left = await self._sender.questions.has_left(ring.guild, seat.member)
                await self._keeping.has_gone(seat, is_here=not left)

    # --- what is told -----------------------------------------------------------------------------------------------

    async def round(self, job: Job) -> None:
        """Monday: one win, one worry, one plan, for those who wanted to be asked."""
        number = int(job.key.partition("/")[0])
        ring, found = await self._keeping.ring(number), await self._keeping.round(number)
        if ring is None or found is None:
            return
        words = await self._words(ring.guild)
        text = words("circle-round", people=" ".join(f"<@{member}>" for member in found.members))
        mark = f"circle:monday:{ring.id}:{job.id}"
        face = cards.round_call(mark, words)
        if ring.thread is None:
            return
        try:
            message = await self._sender.send(
                job, ring.thread, mark=mark, text=text, face=face, pinging=list(found.members)
            )
        except CannotReach:
            return
        await self._keeping.round_stands(found, message, job)

    async def shares(self, job: Job) -> None:
        """Who checked in and wants their circle to know, in one message."""
        found = await self._keeping.shares(int(job.key))
        if found is None or await self._keeping.ring(found[0].id) is None:
            return
        ring, said = found
        words = await self._words(ring.guild)
        mark = f"circle:about:{ring.id}:{job.id}"
        text = cards.shared(said, words)
        message = await self._say(job, ring, text, mark, cards.quiet_way(mark, words), silent=True)
        if message is not None:
            await self._keeping.shares_stand(ring, said, message, job)

    async def offer(self, job: Job) -> None:
        """The people of a small circle are asked whether they would like to move."""
        start, to = json.loads(job.payload)
        found = await self._proposing.offered(start, to)
        if found is None or await self._keeping.ring(start) is None:
            return
        ring, other, people = found
        words = await self._words(ring.guild)
        mark = f"circle:move:{start}:{to}:{job.id}"
        text = words("circle-offer", other=other.name, people=people)
        await self._say(job, ring, text, mark, cards.offer(mark, words), waits=True)

    async def clear(self, job: Job) -> None:
        """Messages of ours that carry names go."""
        thread, messages = json.loads(job.payload)
        for message in messages:
            try:
                await self._sender.delete(ChannelId(thread), MessageId(message))
            except CannotReach as closed:
                if closed.permission is not None:
                    raise  # they go as soon as the bot may

    async def _say(
        self, job: Job, ring: Ring, text: str, mark: str, face: Face, *, silent: bool = False, waits: bool = False
    ) -> MessageId | None:
        if ring.thread is None:
            return None
        try:
            return await self._sender.send(job, ring.thread, mark=mark, text=text, face=face, silent=silent)
        except CannotReach as closed:
            if waits and closed.permission is not None:
                raise  # it is said once the right is there
            # what was to be said is said again when there is a place
            return None

    async def _words(self, guild: GuildId) -> Words:
        """The server's language: what these jobs say is for all who are there."""
        return self._catalogue.words((await self._keeping.channels(guild)).locale)
