"""What moderation does while nobody presses: reports reach the moderators' place."""

import logging
from dataclasses import replace
from typing import Any

from bot.data.inbox import Note
from bot.data.queue import Job
from bot.data.worker import Later
from bot.delivery.sender import Face, Sender
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId, GuildId, MessageId
from bot.screening.escape import escape
from bot.text.catalogue import Catalogue, Words
from cogs.moderation.cards import board, posts
from cogs.moderation.model import WITH_OWNER, Case, Overview, Standing
from cogs.moderation.service.desk import Desk
from cogs.moderation.service.reporting import Reporting

log = logging.getLogger(__name__)


class ModJobs:
    """Handlers of the queue's `moderation.*` work."""

    def __init__(
        self, reporting: Reporting, desk: Desk, sender: Sender, catalogue: Catalogue, operator: ChannelId | None
    ) -> None:
        self._reporting = reporting
        self._desk = desk
        self._sender = sender
        self._catalogue = catalogue
        self._operator = operator

    async def report(self, job: Job) -> None:
        """A first report: its words are kept, the moderators read of it."""
        guild, message = job.guild or GuildId(0), MessageId(int(job.payload))
        case = await self._reporting.case(guild, message)
        if case is None or case.place is not None:
            return
        await self._keep_words(case)
        place, locale = await self._reporting.place(guild)
        if place is not None:
            text, face = posts.report(
                case, self._catalogue.words(locale), ours=await self._reporting.is_ours(guild, message)
            )
            try:
                told = await self._sender.send(job, place, mark=f"mod:keep:{message}", face=face, text=text)
            except CannotReach:
                pass  # the place is closed to me: whoever owns the server is told instead
            else:
                await self._reporting.told_at(message, place, told, job)
                return
        owner = await self._sender.questions.owner_of(guild)
        await self._reporting.owner_is_told(case, owner, posts.link(guild, case.room, message), job)

    async def _keep_words(self, case: Case) -> None:
        if await self._reporting.words_are_kept(case.guild, case.message):
            return
        words = await self._reporting.hidden_words(case.guild, case.message) or ""
        try:
            parts = None if words else await self._sender.components_of(case.room, case.message)
        except CannotReach:
            return
        words = words or "\n".join(_texts(parts or []))
        if words:
            await self._reporting.keep_words(case.guild, case.message, words)

    async def refresh(self, job: Job) -> None:
        """The message in their place shows how things stand."""
        guild, message = job.guild or GuildId(0), MessageId(int(job.payload))
        case = await self._reporting.case(guild, message)
        if case is None or case.place is None or case.place == WITH_OWNER:
            return
        _, locale = await self._reporting.place(guild)
        ours = await self._reporting.is_ours(guild, message)
        text, face = posts.report(case, self._catalogue.words(locale), ours=ours)
        try:
            await self._sender.edit(*case.place, face, text)
        except CannotReach as closed:
            if closed.permission is not None:
                raise

    # --- the board --------------------------------------------------------------------------------------------------

    async def board(self, job: Job) -> None:
        """The board shows what is so: edited where it changed, posted anew each week, wherever the place is now."""
        guild = job.guild or GuildId(0)
        seen = await self._desk.overview(guild)
        place, locale, before = await self._desk.place(guild)
        after = before
        try:
            after = await self._shown(job, seen, place, self._catalogue.words(locale), before)
        except CannotReach:
            after = None  # the doctor finds the missing right; who is on duty is written to all the same
        doubled = await self._desk.stands(guild, before, after, seen.items)
        if doubled is not None:
            await self._take_down(doubled)

    async def _shown(
        self, job: Job, seen: Overview, place: ChannelId | None, words: Words, before: Standing | None
    ) -> Standing | None:
        face = board.board(seen, words)
        digest = board.digest(face)
        stays = before is not None and before.channel == place and not before.is_stale(seen.now_ms)
        if before is not None and stays and (before.digest == digest or await self._edited(before, face)):
            return replace(before, digest=digest)
        after = None
        if place is not None:
            mark = f"mod:duty:{job.id}"
            anew = board.board(seen, words, mark)
            message = await self._sender.send(job, place, mark=mark, face=anew, silent=True)
            after = Standing(place, message, digest, seen.now_ms)
        if before is not None and (after is None or after.message != before.message):
            await self._take_down(before)
        return after

    async def _edited(self, before: Standing, face: Face) -> bool:
        """False where it is gone, or is so old that Discord lets it be edited no more for now: a new one is posted."""
        try:
            return await self._sender.edit(before.channel, before.message, face)
        except Later:
            return False

    async def _take_down(self, before: Standing) -> None:
        try:
            await self._sender.delete(before.channel, before.message)
        except CannotReach:
            return

    async def ping(self, job: Job) -> None:
        """Somebody on duty is written to, if they still moderate here."""
        call = await self._desk.call(job)
        if call is None:
            return
        duty = call.duty
        if not await self._sender.questions.moderates(duty.guild, duty.member, call.roles):
            await self._desk.end(duty.guild, duty.member)
            return
        place = posts.link(duty.guild, call.board.channel, call.board.message) if call.board is not None else ""
        args: dict[str, str | int] = {"server": escape(call.server), "link": place, "board": int(bool(place))}
        words = self._catalogue.words(duty.locale)
        mark = f"mod:offduty:{duty.guild}:{job.id}"
        text_id, closed = "mod-ping", False
        if call.dm is not None:
            try:
                face = board.ping(duty.guild, str(job.id), words)
                await self._sender.send(job, call.dm, mark=mark, text=words(text_id, **args), face=face)
                return
            except CannotReach:
                closed = True
        note = Note("mod-ping", args, (("mod-off-duty", f"mod:offduty:{duty.guild}"),))
        await self._desk.into_inbox(call, note, job, closed=closed)

    async def operator(self, job: Job) -> None:
        """Something about the bot itself, for whoever runs it."""
        if self._operator is None:
            return
        mark = f"mod:operator:{job.key}"
        text, face = posts.for_operator(self._reporting.for_operator(job), mark, self._catalogue.words(None))
        try:
            await self._sender.send(job, self._operator, mark=mark, text=text, face=face)
        except CannotReach as closed:
            if closed.permission is not None:
                raise  # it goes as soon as the bot may: nobody else ever reads it
            log.error("WINGBEAT_OPERATOR__CHANNEL: I cannot write there, so a report about me was lost")


def _texts(parts: list[dict[str, Any]]) -> list[str]:
    """All words of a message's parts, in their order."""
    found: list[str] = []
    for part in parts:
        # small print is nobody's words
        if isinstance(part.get("content"), str) and not part["content"].startswith("-# "):
            found.append(part["content"])
        found += _texts(part.get("components", []))
    return found
