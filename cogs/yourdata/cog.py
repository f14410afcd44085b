"""What Discord says about one's own page: commands."""

from collections.abc import Awaitable, Callable

import discord

from bot.data.inbox import Inbox
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.ui.commands import Slash
from bot.ui.press import Press
from bot.ui.servers import names_of, which
from bot.ui.whom import whom
from cogs.yourdata.model import Page
from cogs.yourdata.service.account import Accounts
from cogs.yourdata.service.choosing import Choosing
from cogs.yourdata.views import YourDataViews, distinct


class YourDataCog:
    """Receives; the services decide."""

    def __init__(self, inbox: Inbox, choosing: Choosing, accounts: Accounts, views: YourDataViews) -> None:
        self._inbox = inbox
        self._choosing = choosing
        self._accounts = accounts
        self._views = views

    def slashes(self) -> list[Slash]:
        pages = [Slash(("my", page), self._opens(page), scope="everywhere", dm=True) for page in Page]
        return [*pages, Slash(("my", "avoid"), self.avoid, scope="everywhere")]

    def _opens(self, page: Page) -> Callable[[Press], Awaitable[None]]:
        async def opened(press: Press) -> None:
            await self._open(press, page)

        return opened

    async def _open(self, press: Press, page: Page) -> None:
        """`/my inbox` and the like; in a direct message it asks which server's, if there are several."""
        if press.guild is not None:
            await self._views.show(press, press.guild, page)
            return
        servers = await self._servers(press)
        if not servers:
            await press.say(press.words("nowhere-known"))
        elif len(servers) == 1:
            await self._views.show(press, servers[0], page)
        else:
            named = await names_of(press, servers)
            await press.say(face=which(named, f"my:at:{page}", press.words))

    async def avoid(self, press: Press, member: discord.User) -> None:
        """`/my avoid`: shuts the door to one, or opens it again. Nobody but this person learns of it."""
        if press.guild is None:
            raise Refusal("only-in-server")
        other = whom(member)
        if other.is_bot:
            raise Refusal("avoid-bot")
        shut = await self._choosing.avoid(press.guild, press.member, other.member)
        await press.say(press.words("avoid-shut" if shut else "avoid-opened", other=other.mention))

    async def _servers(self, press: Press) -> list[GuildId]:
        return distinct(await self._inbox.servers(press.member), await self._accounts.servers(press.member))
