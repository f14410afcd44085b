"""What Discord says to the ledger: `/my balance`."""

from bot.ui.commands import Slash
from bot.ui.press import Press
from bot.ui.servers import names_of, which
from cogs.reciprocity.service.balances import Balances
from cogs.reciprocity.views import BalanceViews


class BalanceCog:
    """Receives; the service decides."""

    def __init__(self, balances: Balances, views: BalanceViews) -> None:
        self._balances = balances
        self._views = views

    def slashes(self) -> list[Slash]:
        return [Slash(("my", "balance"), self.balance, scope="everywhere", dm=True)]

    async def balance(self, press: Press) -> None:
        """`/my balance`; in a direct message, of one of the servers where they keep one."""
        if press.guild is not None:
            await self._views.show(press, press.guild)
            return
        guilds = await self._balances.servers(press.member)
        if not guilds:
            await press.say(press.words("balance-none-in-dm"))
        elif len(guilds) == 1:
            await self._views.show(press, guilds[0])
        else:
            named = await names_of(press, guilds)
            await press.say(face=which(named, "balance:at", press.words))
