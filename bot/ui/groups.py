"""How large the group is in which somebody presses: asked by every feature in this one way (SPEC 4.12)."""

import asyncio
from dataclasses import replace

from bot.data import community
from bot.data.unit import Rows
from bot.domain.groups import Group
from bot.ui.press import Press

COUNT_WITHIN_S = 0.3
"""A form must open within Discord's 3 s."""


class Groups:
    """The smaller of what Discord said at the start and what was counted last: stricter at once."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def of(self, press: Press) -> Group:
        """The group of this press."""
        guild = press.guild
        if guild is None:
            return Group()
        now = self._rows.wall.now()
        counted = await self._rows.read(lambda look: community.group(look, guild, now))
        known = [number for number in (_members(press), counted.readers) if number is not None]
        return replace(counted, readers=min(known, default=None))

    async def soon(self, press: Press) -> Group:
        """The same for a press that opens a form: what Discord said, where the rows do not answer in time."""
        try:
            async with asyncio.timeout(COUNT_WITHIN_S):
                return await self.of(press)
        except TimeoutError:
            return Group(_members(press))


def _members(press: Press) -> int | None:
    """Everybody but this bot; None where Discord has not said."""
    guild = press.interaction.guild
    count = guild.member_count if guild is not None else None
    return count - 1 if count else None
