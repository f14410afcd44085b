"""What Discord says about one's own page: commands."""

from bot.data.inbox import Inbox
from bot.domain.errors import Refusal
from bot.ui.commands import Slash
from bot.ui.press import Press
from cogs.yourdata import cards


class YourDataCog:
    """Receives; the inbox knows."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    def slashes(self) -> list[Slash]:
        return [Slash(("my", "inbox"), self.inbox, scope="everywhere", dm=True)]

    async def inbox(self, press: Press) -> None:
        """`/my inbox`: what waits here, by name and by key."""
        if press.guild is None:
            raise Refusal("only-in-server")
        notes = await self._inbox.notes(press.guild, press.member)
        await self._inbox.announce(press.guild, press.member)
        if not notes:
            await press.say(press.words("inbox-empty"))
        else:
            await press.say(face=cards.notes(notes, press.guild, press.words))
