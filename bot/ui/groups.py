"""How large the group is in which somebody presses: asked by every feature in this one way (SPEC 4.12)."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.data import community, guilds, visits
from bot.data.unit import Rows
from bot.domain.groups import Group
from bot.domain.ids import ChannelId, GuildId, RoleId
from bot.ui.press import Press

COUNT_WITHIN_S = 1.0
"""A form must open within Discord's 3 s; all that it asks is asked at the same time."""
_OF_READERS = (*community.OF_GROUP, guilds.ROLES, guilds.CHANNELS)
_WITH_FEATURES = (*community.OF_GROUP, guilds.FEATURES)


@dataclass(frozen=True)
class Readers:
    """Who reads along: how large the group is, and the names of the roles among it whose people look for nothing."""

    group: Group
    others: tuple[str, ...] = ()


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
        return self._with_members(press, guild, community.group_in(*await self._look(guild, community.OF_GROUP)))

    async def with_features(self, press: Press) -> tuple[Group, frozenset[str]]:
        """The same, and the features that are switched on where the press is; one look."""
        guild = press.guild
        if guild is None:
            return Group(), frozenset()
        chosen, people = await self._look(guild, _WITH_FEATURES)
        group = self._with_members(press, guild, community.group_in(chosen, people))
        return group, guilds.features_in(chosen[guilds.FEATURES])

    async def soon(self, press: Press) -> Group:
        """The same for a press that opens a form: what was known last, where the rows do not answer in time."""
        try:
            async with asyncio.timeout(COUNT_WITHIN_S):
                return await self.of(press)
        except TimeoutError:
            return self._known_last(press)

    async def readers_soon(self, press: Press) -> Readers:
        """The same, and those roles that look for nothing here and can read where people vent all the same; one look.

        No roles where the rows do not answer in time for a form.
        """
        guild = press.guild
        if guild is None:
            return Readers(Group())
        try:
            async with asyncio.timeout(COUNT_WITHIN_S):
                chosen, people = await self._look(guild, _OF_READERS)
        except TimeoutError:
            return Readers(self._known_last(press))
        group = self._with_members(press, guild, community.group_in(chosen, people))
        marked = sorted(guilds.not_seekers_in(chosen[guilds.ROLES]))
        return Readers(group, _who_read(press, marked, guilds.channels_in(chosen[guilds.CHANNELS]).vent_rooms))

    async def _look(self, guild: GuildId, sections: Sequence[str]) -> tuple[dict[str, dict[str, Any]], int]:
        """(these sections, how many different people use the bot there)"""
        now = self._rows.wall.now()
        return await self._rows.read(
            lambda look: (guilds.some_sections(look, guild, sections), visits.people(look, guild, now))
        )

    def _with_members(self, press: Press, guild: GuildId, counted: Group) -> Group:
        self._last[guild] = counted.readers
        return replace(counted, readers=_smaller(_members(press), counted.readers))

    def _known_last(self, press: Press) -> Group:
        return Group(_smaller(_members(press), self._last.get(press.guild) if press.guild is not None else None))


def _who_read(press: Press, marked: Sequence[RoleId], vent_rooms: Sequence[ChannelId]) -> tuple[str, ...]:
    """The names of those of these roles that can read in one of the rooms."""
    guild = press.interaction.guild
    if guild is None or not marked:
        return ()
    rooms = [room for room in (guild.get_channel(one) for one in vent_rooms) if room is not None]
    roles = [role for role in (guild.get_role(one) for one in marked) if role is not None]
    return tuple(role.name for role in roles if any(room.permissions_for(role).view_channel for room in rooms))


def _smaller(*numbers: int | None) -> int | None:
    return min((number for number in numbers if number is not None), default=None)


def _members(press: Press) -> int | None:
    """Everybody but this bot; None where Discord has not said."""
    guild = press.interaction.guild
    count = guild.member_count if guild is not None else None
    return count - 1 if count else None
