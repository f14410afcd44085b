"""What moderation does while nobody presses: reports reach the moderators' place."""

from typing import Any

from bot.data.queue import Job
from bot.delivery.sender import CannotReach, Sender
from bot.domain.ids import GuildId, MessageId
from bot.text.catalogue import Catalogue
from cogs.moderation import cards
from cogs.moderation.model import WITH_OWNER, Case
from cogs.moderation.service.reporting import Reporting


class ModJobs:
    """Handlers of the queue's `moderation.*` work."""

    def __init__(self, reporting: Reporting, sender: Sender, catalogue: Catalogue) -> None:
        self._reporting = reporting
        self._sender = sender
        self._catalogue = catalogue

    async def report(self, job: Job) -> None:
        """A first report: its words are kept, the moderators read of it."""
        guild, message = job.guild or GuildId(0), MessageId(int(job.payload))
        case = await self._reporting.case(guild, message)
        if case is None or case.place is not None:
            return
        await self._keep_words(case)
        place, locale = await self._reporting.place(guild)
        if place is not None:
            text, face = cards.report(
                case, self._catalogue.words(locale), ours=await self._reporting.is_ours(guild, message)
            )
            try:
                told = await self._sender.send(job, place, mark=f"mod:keep:{message}", face=face, text=text)
            except CannotReach:
                pass  # the place is closed to me: whoever owns the server is told instead
            else:
                await self._reporting.told_at(message, place, told, job)
                return
        owner = await self._sender.owner_of(guild)
        await self._reporting.owner_is_told(case, owner, cards.link(guild, case.room, message), job)

    async def _keep_words(self, case: Case) -> None:
        if await self._reporting.words_are_kept(case.guild, case.message):
            return
        try:
            parts = await self._sender.components_of(case.room, case.message)
        except CannotReach:
            return
        words = "\n".join(_texts(parts or []))
        if words:
            await self._reporting.keep_words(case.message, words)

    async def refresh(self, job: Job) -> None:
        """The message in their place shows how things stand."""
        guild, message = job.guild or GuildId(0), MessageId(int(job.payload))
        case = await self._reporting.case(guild, message)
        if case is None or case.place is None or case.place == WITH_OWNER:
            return
        _, locale = await self._reporting.place(guild)
        ours = await self._reporting.is_ours(guild, message)
        text, face = cards.report(case, self._catalogue.words(locale), ours=ours)
        try:
            await self._sender.edit(*case.place, face, text)
        except CannotReach as closed:
            if closed.permission is not None:
                raise


def _texts(parts: list[dict[str, Any]]) -> list[str]:
    """All words of a message's parts, in their order."""
    found: list[str] = []
    for part in parts:
        if isinstance(part.get("content"), str):
            found.append(part["content"])
        found += _texts(part.get("components", []))
    return found
