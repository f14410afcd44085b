"""What Discord says about care: a command."""

from bot.ui.commands import Slash
from bot.ui.press import Press
from cogs.care.views import CareViews


class CareCog:
    """Receives; the views answer."""

    def __init__(self, views: CareViews) -> None:
        self._views = views

    def slashes(self) -> list[Slash]:
        return [Slash(("care",), self.care)]

    async def care(self, press: Press) -> None:
        """`/care`: who answers, what this is not, and a moderator without a name."""
        await self._views.care(press)
