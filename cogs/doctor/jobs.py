"""What the doctor says while nobody asks: which right is missing where. May run twice and does it once."""

from bot.data.inbox import Note
from bot.data.queue import Job
from bot.delivery.sender import Sender
from bot.domain.errors import CannotReach
from bot.domain.ids import GuildId
from bot.text.catalogue import Catalogue
from cogs.doctor import cards
from cogs.doctor.model import cause_of
from cogs.doctor.service import CheckUps


class DoctorJobs:
    """Handlers of the queue's `doctor.*` work."""

    def __init__(self, check_ups: CheckUps, sender: Sender, catalogue: Catalogue) -> None:
        self._check_ups = check_ups
        self._sender = sender
        self._catalogue = catalogue

    async def tell(self, job: Job) -> None:
        """To the moderators' place, or where that is not to be reached to whoever owns the server."""
        cause = cause_of(job.payload)
        if cause is None:
            return
        permission, place = cause
        guild = job.guild or GuildId(0)
        channel, locale = await self._check_ups.moderators(guild)
        text_id, args = cards.hindered(permission, place)
        if channel is not None and channel != place:
            words = self._catalogue.words(locale)
            mark = f"doctor:open:{job.id}"
            text, face = cards.told(text_id, args, mark, words)
            try:
                await self._sender.send(job, channel, mark=mark, text=text, face=face)
            except CannotReach:
                pass  # that place is closed to me too: the owner is told instead
            else:
                return
        owner = await self._sender.questions.owner_of(guild)
        if owner is not None:
            # in a direct message nobody's rights are known: it leads to the place, and the words to the doctor
            there = f"https://discord.com/channels/{guild}/{place}"
            await self._check_ups.owner_is_told(job, owner, Note(text_id, args, (("doctor-there", there),)))
