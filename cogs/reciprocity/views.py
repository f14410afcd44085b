"""What people press on their balance. None reads a cache: all of them work in direct messages too."""

import io

import discord

from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.pictures.pool import PictureFailed, Pictures
from bot.text.catalogue import Words
from bot.ui.press import Press
from bot.ui.servers import chosen_server
from cogs.reciprocity import cards, pictures
from cogs.reciprocity.model.balance import Balance, Kind
from cogs.reciprocity.service.balances import Balances

PICTURE = "balance.png"
ALT_MAX = 1_024
"""An attachment's description (documentation, message create: attachments)."""


class BalanceViews:
    """Each method answers one press."""

    def __init__(self, balances: Balances, drawn: Pictures) -> None:
        self._balances = balances
        self._pictures = drawn

    async def show(self, press: Press, guild: GuildId) -> None:
        """One's own balance; before a yes, what it would be."""
        balance = await self._balances.mine(guild, press.member)
        if balance is None:
            text, face = cards.about(guild, press.words)
            await press.say(text, face)
            return
        text = cards.told(balance, press.words)
        face = cards.offers(balance, guild, press.words, in_server=press.guild == guild)
        await press.say(text, face, files=await self._picture(balance, press.words))

    async def _picture(self, balance: Balance, words: Words) -> list[discord.File]:
        """None where the words say as much, or it could not be drawn."""
        if not balance.has_picture:
            return []
        sides = (
            (words("balance-picture-gave"), tuple(balance.gave.acts.get(kind, 0) for kind in Kind)),
            (words("balance-picture-got"), tuple(balance.got.acts.get(kind, 0) for kind in Kind)),
        )
        kinds = tuple(words(f"balance-kind-{kind}") for kind in Kind)
        try:
            png = await self._pictures.draw(pictures.draw, pictures.Bars(sides, kinds))
        except PictureFailed:
            return []
        alt = words("balance-picture-alt", gave=cards.gave(balance, words), got=cards.got(balance, words)).strip()
        return [discord.File(io.BytesIO(png), filename=PICTURE, description=alt[:ALT_MAX])]

    async def at(self, press: Press) -> None:
        """In a direct message: which server was meant."""
        guild = chosen_server(press)
        if guild is None:
            raise Refusal("only-in-server")
        await self.show(press, guild)

    async def on(self, press: Press) -> None:
        """*Keep my balance*."""
        await self._balances.begin(_guild(press), press.member)
        await press.say(press.words("balance-kept"))

    async def off(self, press: Press) -> None:
        """*Stop keeping it*: one tap, and it is gone."""
        guild = _guild(press)
        await self._balances.end(guild, press.member)
        text, face = cards.stopped(guild, press.words)
        await press.say(text, face)

    async def thanks(self, press: Press) -> None:
        """*Thanks on Fridays*, or no more of them; the button says which, so that two presses do it once."""
        wanted = press.args[-1] == "on"
        if not await self._balances.want_thanks(_guild(press), press.member, wanted=wanted):
            raise Refusal("balance-not-kept")
        await press.say(press.words("balance-thanks-wanted" if wanted else "balance-thanks-over"))


def _guild(press: Press) -> GuildId:
    """The server that the custom id names. Raises Refusal."""
    named = press.args[0] if press.args else ""
    if not named.isdecimal():
        raise Refusal("only-in-server")
    return GuildId(int(named))
