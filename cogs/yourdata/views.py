"""What people press on their own page."""

from bot.data.inbox import Inbox
from bot.domain.ids import GuildId
from bot.ui.press import Press


class YourDataViews:
    """Each method answers one press."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    async def empty_inbox(self, press: Press) -> None:
        """Throws the notes away, not what they speak of."""
        await self._inbox.empty(GuildId(int(press.args[0])), press.member)
        await press.say(press.words("inbox-cleared"))
