"""What check-ins say while nobody presses. Each may run twice and does it once; all is looked at again before."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from discord import ui

from bot.data.queue import Job
from bot.data.worker import Later
from bot.delivery.sender import CannotReach, Sender
from bot.domain.ids import ChannelId, GuildId
from bot.pictures.pool import Picture, Pictures
from bot.text.catalogue import Catalogue, Words
from bot.ui.press import Face
from cogs.checkins.cards import questions, weeks
from cogs.checkins.cards.parts import of_server
from cogs.checkins.model.plan import By, Plan
from cogs.checkins.pictures import picture_of
from cogs.checkins.service.checkins import Checkins
from cogs.checkins.service.recaps import Recap
from cogs.checkins.service.sending import Ended, Ping
from cogs.checkins.service.tools import planned_words

AT_ONCE = 12
"""On their way at the same time: at 40 a second a request may take 0.3 s, and few stand before anybody else's."""
AGAIN_MS = 5_000
SERVERS_SOON_MS = 200

log = logging.getLogger(__name__)


class CheckinJobs:
    """Handlers of the queue's `checkins.*` work that speak to Discord."""

    def __init__(self, ours: Checkins, sender: Sender, catalogue: Catalogue, pictures: Pictures) -> None:
        self._sending = ours.sending
        self._recaps = ours.recaps
        self._putting_off = ours.putting_off
        self._sender = sender
        self._catalogue = catalogue
        self._pictures = pictures

    async def send(self, job: Job) -> None:
        """One go of questions, side by side; the next follows by itself where something is left.

        There is one such job in all, so one process sends at a time. Whatever breaks, it must not be given up.
        """
        if await self._sending.any_waits():
            self._servers_are_known()
        try:
            pings = await self._sending.next_pings()
            few = asyncio.Semaphore(AT_ONCE)
            ends = await asyncio.gather(*(self._one(job, ping, few) for ping in pings))
            await self._sending.ended(job, list(zip(pings, ends, strict=True)))
        except Exception as error:
            log.exception("check-ins could not be sent; trying again")
            raise Later(AGAIN_MS, str(error)) from error

    def _servers_are_known(self) -> None:
        """Raises Later right after a start: the bot may have been removed from somebody's server while it was down."""
        if not self._sender.knows_servers:
            raise Later(SERVERS_SOON_MS, "Discord has not yet said on which servers I am")

    async def _one(self, job: Job, ping: Ping, few: asyncio.Semaphore) -> Ended:
        async with few:
            try:
                await self._sender.into_dms.take()
                if not await self._sending.still_wanted(ping):
                    return Ended.UNSENT
                if await self._has_left(ping.plan):
                    return Ended.LEFT
                await self._say(_work(job, ping), ping)
            except CannotReach as closed:
                return Ended.UNREACHED if closed.permission is None else Ended.HINDERED
            except Exception as error:
                log.warning("a check-in will be tried again: %s", type(error).__name__)
                return Ended.FAILED
            return Ended.SENT

    async def _has_left(self, plan: Plan) -> bool:
        """Looked up once in each silence, as nobody tells us of it (decision 0077); who answers is there."""
        return plan.silent == 1 and await self._sender.questions.has_left(plan.guild, plan.member)

    async def _say(self, work: Job, ping: Ping) -> None:
        plan, day = ping.plan, ping.day
        words = self._catalogue.words(plan.locale)
        if ping.asks_on:
            face, mark = questions.silence(plan.id, day, words), f"checkin:keep:{plan.id}:{day.toordinal()}"
            text = words("checkin-silent")
        else:
            face, mark = questions.question(plan.id, day, words), questions.mark_of(plan.id, day)
            text = words("checkin-ping", **planned_words(plan, day))
        if ping.names_server:
            await self._name_server(plan.guild, face)
        # in a thread only a mention wakes the phone; a direct message does by itself
        pinging = [plan.member] if plan.by is By.THREAD else None
        await self._sender.send(work, ping.channel, mark=mark, text=text, face=face, pinging=pinging)

    async def _name_server(self, guild: GuildId, face: ui.View) -> None:
        name = await self._sender.server_name(guild)
        if name is not None:
            face.add_item(of_server(guild, name))

    async def later(self, job: Job) -> None:
        """Somebody had put it off."""
        self._servers_are_known()
        ping = await self._putting_off.asked_later(job)
        if ping is None:
            return
        try:
            await self._say(job, ping)
        except CannotReach as closed:
            await self._putting_off.unreached(ping, closed)

    async def clear(self, job: Job) -> None:
        """A thread goes that no plan needs any more; if need be once the bot may delete it."""
        try:
            await self._sender.delete_thread(ChannelId(int(job.key)), guild=job.guild)
        except CannotReach as closed:
            if closed.permission is not None:
                raise

    async def recaps(self, job: Job) -> None:
        """A few pictures; the next go follows by itself. One that fails waits for the next go and stops no other."""
        self._servers_are_known()
        failed: Exception | None = None
        try:
            for recap in await self._recaps.next_ones():
                failed = await self._tried(job, recap) or failed
            if failed is None:
                await self._recaps.go_on(job)
        except Exception as error:
            failed = error
        if failed is not None:
            log.error("recaps could not be sent; trying again", exc_info=failed)
            raise Later(AGAIN_MS, str(failed)) from failed

    async def _tried(self, job: Job, recap: Recap) -> Exception | None:
        try:
            await self._recap(job, recap)
        except Exception as error:
            return error
        return None

    async def _recap(self, job: Job, recap: Recap) -> None:
        plan, week = recap.plan, recap.monday.toordinal()
        words = self._catalogue.words(plan.locale)
        said = weeks.twin(plan, recap.past, recap.kept, words)
        data = weeks.drawn(plan, recap.past, recap.kept, words, title=words("recap-title"))
        picture = await picture_of(self._pictures, data, said)
        text = weeks.recap_said(plan, recap.past, recap.kept, words)
        work = _like(job, "checkins.recap", plan.id << 20 | week, recap.begun_before, recap.first_ms)
        mark = weeks.recap_mark(plan.id, week)
        try:
            if await self._recaps.still_wanted(recap):
                face = partial(self._recap_face, recap, week, words)
                await self._show(work, recap.channel, mark, text, face, picture)
        except CannotReach as closed:
            await self._recaps.unreached(recap, closed)
            return
        await self._recaps.done(recap)

    async def _recap_face(self, recap: Recap, week: int, words: Words) -> Face:
        face = weeks.recap(recap.plan.id, week, words)
        if recap.names_server:
            await self._name_server(recap.plan.guild, face)
        return face

    async def _show(
        self, work: Job, channel: ChannelId, mark: str, text: str, face: Callable[[], Awaitable[Face]],
        picture: Picture | None,
    ) -> None:  # fmt: skip
        """The picture with its words; the words alone where the bot may attach nothing."""
        try:
            await self._sender.send(work, channel, mark=mark, text=text, face=await face(), picture=picture)
        except CannotReach as closed:
            if closed.permission != "attach_files":
                raise
            await self._sender.send(work, channel, mark=mark, text=text, face=await face())


def _work(job: Job, ping: Ping) -> Job:
    """The question as work of its own: its number, and so its nonce, is the same at every try."""
    kind = "checkins.silence" if ping.asks_on else "checkins.ask"
    return _like(job, kind, ping.plan.id << 20 | ping.day.toordinal(), ping.begun_before, ping.first_ms)


def _like(job: Job, kind: str, number: int, begun_before: bool, first_ms: int) -> Job:
    return Job(
        id=number, kind=kind, key=str(number), payload="{}", sealed=None, guild=None, attempts=1 + begun_before,
        first_claimed_ms=first_ms, lease=job.lease, lease_by=job.lease_by,
    )  # fmt: skip
