"""How large the group is in which somebody presses: asked by every feature in this one way (SPEC 4.12)."""

import asyncio
from dataclasses import replace

from bot.data import community, guilds
from bot.data.unit import Rows
from bot.domain.groups import Group
from bot.domain.ids import GuildId
from bot.ui.press import Press

COUNT_WITHIN_S = 1.0
"""A form must open within Discord's 3 s; all that it asks is asked at the same time."""


class Groups:
    """The smaller of what Discord said at the start and what was counted last: stricter at once."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._last: dict[GuildId, int | None] = {}

    async def of(self, press: Press) -> Group:
        """The group of this press."""
        guild = press.guild
        if guild is None:
            return Group()
        now = self._rows.wall.now()
        counted = await self._rows.read(lambda look: community.group(look, guild, now))
        self._last[guild] = counted.readers
        return replace(counted, readers=_smaller(_members(press), counted.readers))

    async def soon(self, press: Press) -> Group:
        """The same for a press that opens a form: what was known last, where the rows do not answer in time."""
        try:
            async with asyncio.timeout(COUNT_WITHIN_S):
                return await self.of(press)
        except TimeoutError:
            return Group(_smaller(_members(press), self._last.get(press.guild) if press.guild is not None else None))

    async def others_who_read(self, press: Press) -> tuple[str, ...]:
        """The names of roles whose people look for nothing here, and that can read where people vent all the same.

        Nothing where the rows do not answer in time for a form.
        """
        number, guild = press.guild, press.interaction.guild
        if number is None or guild is None:
            return ()
        try:
            async with asyncio.timeout(COUNT_WITHIN_S):
                marked = await self._rows.read(lambda look: sorted(guilds.not_seekers(look, number)))
                chosen = await self._rows.read(lambda look: guilds.channels(look, number).vent_rooms) if marked else ()
        except TimeoutError:
            return ()
        rooms = [room for room in (guild.get_channel(one) for one in chosen) if room is not None]
        roles = [role for role in (guild.get_role(one) for one in marked) if role is not None]
        return tuple(role.name for role in roles if any(room.permissions_for(role).view_channel for room in rooms))


def _smaller(*numbers: int | None) -> int | None:
    return min((number for number in numbers if number is not None), default=None)


def _members(press: Press) -> int | None:
    """Everybody but this bot; None where Discord has not said."""
    guild = press.interaction.guild
    count = guild.member_count if guild is not None else None
    return count - 1 if count else None
