"""What Discord says about buddies: commands and a menu."""

import discord

from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.ui.commands import Menu, Slash
from bot.ui.press import Press
from bot.ui.whom import whom
from cogs.buddies.views import BuddyViews


class BuddyCog:
    """Receives; the views answer."""

    def __init__(self, views: BuddyViews) -> None:
        self._views = views

    def slashes(self) -> list[Slash]:
        return [
            Slash(("buddy", "on"), self.on),
            Slash(("buddy", "off"), self.off),
            Slash(("buddy", "avoid"), self.avoid),
            Slash(("buddy", "met"), self.met),
        ]

    def menus(self) -> list[Menu]:
        return [Menu("menu-buddy", discord.Member, self.ask)]

    async def on(self, press: Press) -> None:
        """`/buddy on`: takes part."""
        await self._views.join(press, _guild(press))

    async def off(self, press: Press) -> None:
        """`/buddy off`: takes part no more."""
        await self._views.leave(press, _guild(press))

    async def avoid(self, press: Press, member: discord.User) -> None:
        """`/buddy avoid`: never with this person; once more opens it again."""
        await self._views.avoid(press, _guild(press), whom(member))

    async def met(self, press: Press, talked: bool) -> None:
        """`/buddy met`: whether the two talked."""
        await self._views.met(press, _guild(press), talked=talked)

    async def ask(self, press: Press, member: discord.Member | discord.User) -> None:
        """*Ask to be buddies*: private, and a no stays private too."""
        await self._views.ask(press, _guild(press), whom(member))


def _guild(press: Press) -> GuildId:
    if press.guild is None:
        raise Refusal("only-in-server")
    return press.guild
