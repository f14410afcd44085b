"""What the care line passes on while nobody presses. Each may run twice and does it once."""

import json

from bot.data.queue import Job
from bot.delivery.sender import Answer, CannotReach, Sender
from bot.domain.ids import ChannelId, MessageId
from bot.screening.helplines import Helplines
from bot.text.catalogue import Catalogue
from cogs.care import cards
from cogs.care.model import Letter
from cogs.care.service.passing import Passing


class CareJobs:
    """Handlers of the queue's `care.*` work."""

    def __init__(self, passing: Passing, sender: Sender, catalogue: Catalogue, helplines: Helplines) -> None:
        self._passing = passing
        self._sender = sender
        self._catalogue = catalogue
        self._helplines = helplines

    async def ask(self, job: Job) -> None:
        """Moderators read that somebody wants to talk, or what they say."""
        call = await self._passing.call(job)
        if call is None:
            return
        words = self._catalogue.words(await self._passing.locale(call.talk.guild))
        text, face = cards.call(call, words)
        if call.place is not None:
            mark = f"care:answer:{call.talk.id}:{call.note.id}"
            try:
                message = await self._sender.send(job, call.place, mark=mark, face=face, text=text)
            except CannotReach:
                pass  # the place is closed to me: whoever owns the server is asked instead
            else:
                await self._passing.is_called(call, call.place, message, job)
                return
        owner = await self._sender.questions.owner_of(call.talk.guild)
        await self._passing.owner_is_called(call, owner, job)

    async def tell(self, job: Job) -> None:
        """The one who asked reads it where they asked, or else finds it in their inbox."""
        letter = await self._passing.letter(job)
        if letter is None or await self._in_place(letter):
            return
        await self._passing.waits_in_inbox(letter, job)

    async def _in_place(self, letter: Letter) -> bool:
        back = letter.back
        if back is None:
            return False
        words = self._catalogue.words(back.locale)
        here = await self._passing.help_here(letter.conversation.talk.guild)
        text, face = cards.told(letter, cards.first_line(self._helplines, here, words), words)
        return await self._sender.edit_answer(Answer(back.application, back.token), text, face)

    async def wipe(self, job: Job) -> None:
        """What was said has been kept long enough: it goes from the moderators' place too."""
        where = json.loads(job.payload)
        try:
            await self._sender.delete(ChannelId(where["channel"]), MessageId(where["message"]))
        except CannotReach as closed:
            if closed.permission is not None:
                raise  # it goes as soon as the bot may
