"""What there is to say of a text before others read it: what could lead back, danger, the server's own list."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import aiohttp
import discord

from bot.data import guilds
from bot.data.guilds import HelpHere, Resource
from bot.data.unit import Look, Rows, one_look
from bot.domain.ids import GuildId
from bot.screening.escape import escape
from bot.screening.helplines import Helplines
from bot.screening.looked_over import LookedOver, look_over
from bot.ui.press import Press

SEARCH_WITHIN_S = 1.5
"""All name searches together (SPEC 4.1)."""

IsCalled = Callable[[GuildId, str], Awaitable[bool]]
"""Whether a member's name has this word in it."""


class Looks:
    """Looks a text over, and puts what it finds into words; holds nothing."""

    def __init__(self, rows: Rows, helplines: Helplines, is_called: IsCalled) -> None:
        self.rows = rows
        self._helplines = helplines
        self._is_called = is_called

    @one_look
    def look_over(self, look: Look, guild: GuildId, text: str) -> LookedOver:
        """What there is to say of a text that others will read."""
        return look_over(look, guild, text)

    async def findings(
        self, press: Press, guild: GuildId, over: LookedOver, *, by_name: bool = False, mends: bool = False
    ) -> str | None:
        """Key message 4; None where there is nothing to say. Raises Refusal for a word of the server's own list."""
        over.without_listed()
        found = [f"**{escape(masked)}** ({press.words(f'finding-{kind}')})" for _, masked, kind in over.findings]
        excerpts = {excerpt for excerpt, _, _ in over.findings}
        for name in () if by_name else await self._members_called(guild, over.names):
            if not any(name in excerpt for excerpt in excerpts):
                found += [f"**{escape(name)}** ({press.words('finding-member')})"]
        if not found:
            return None
        text_id = "preflight-by-name" if by_name else "preflight-change" if mends else "preflight"
        return press.words(text_id, count=len(found), found=" · ".join(found))

    async def danger(
        self, press: Press, guild: GuildId | None, text_id: str = "crisis-words", *, listed: str | None = None
    ) -> str:
        """Key message 5, and below it the word of the server's own list that is in the way besides.

        Nothing is said to anybody else.
        """
        said = await self._danger(press, guild, text_id)
        return said if listed is None else f"{said}\n-# {press.words('crisis-listed', word=listed)}"

    async def _danger(self, press: Press, guild: GuildId | None, text_id: str) -> str:
        here = await self.rows.read(lambda look: guilds.help_here(look, guild)) if guild is not None else HelpHere()
        lines, named = self._helplines.for_country(here.country), self._helplines.directory
        directory = f"{named.name}, {named.url}"
        if here.own:
            line = _own_line(here.own[0])
        elif lines:
            first = lines[0]
            line = press.words("crisis-line", name=first.name, number=first.number, hours=first.hours)
        else:
            return press.words(f"{text_id}-nowhere", directory=directory)
        return press.words(text_id, line=line, directory=directory)

    async def _members_called(self, guild: GuildId, names: Sequence[str]) -> list[str]:
        """Those of the words that are a member's name, as far as the time allows: best effort, and said so."""
        found: list[str] = []
        try:
            async with asyncio.timeout(SEARCH_WITHIN_S):
                for name in names:
                    found += [name] if await self._is_called(guild, name) else []
        except (TimeoutError, discord.HTTPException, aiohttp.ClientError):
            pass
        return found


def _own_line(first: Resource) -> str:
    """The first line that the server wrote down; its address stays one that can be pressed."""
    said = escape(", ".join(part for part in (first.name, first.reach, first.hours) if part))
    return f"{said}, {first.url}" if first.url else said
