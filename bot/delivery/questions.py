"""What only Discord knows, asked at the moment it is needed: without the members intent nobody is in a cache."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, cast

import aiohttp
import discord
from discord.http import Route

from bot.delivery.reaching import SEND_TIMEOUT_S
from bot.delivery.readers import about_how_many
from bot.domain.ids import ChannelId, GuildId, MemberId, RoleId

NOT_THERE = frozenset({10007, 10013})
"""Unknown member, unknown user (documentation, error codes)."""


class Questions:
    """The part of the sender that asks about people and servers. `take` waits for the next free request."""

    def __init__(self, http: Callable[[], Any], take: Callable[[], Awaitable[None]]) -> None:
        self._http = http
        self._take = take

    async def has_left(self, guild: GuildId, member: MemberId) -> bool:
        """Whether Discord says that this person is not on the server; False where it does not say."""
        await self._take()
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                await self._http().get_member(guild, member)
        except discord.NotFound as error:
            return error.code in NOT_THERE
        except discord.Forbidden:
            return False
        return False

    async def is_gone(self, guild: GuildId) -> bool:
        """Whether the bot is on this server no more."""
        await self._take()
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                await self._http().get_guild(guild, with_counts=False)
        except (discord.NotFound, discord.Forbidden):
            return True
        return False

    async def name_of(self, guild: GuildId) -> str | None:
        """What a server is called, also where it is another process's; None where Discord does not say."""
        await self._take()
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                found = await self._http().get_guild(guild, with_counts=False)
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError):
            return None
        return str(found["name"])

    async def owner_of(self, guild: GuildId) -> MemberId | None:
        """Whose server it is; None where the bot is not on it any more."""
        await self._take()
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                found = await self._http().get_guild(guild)
        except (discord.NotFound, discord.Forbidden):
            return None
        return MemberId(int(found["owner_id"]))

    async def moderates(self, guild: GuildId, member: MemberId, named: frozenset[RoleId]) -> bool:
        """Whether somebody moderates there now: by Discord's own right, or by a role that the server named.

        Asked of Discord, not of a cache: without the members intent nobody is in one. Raises discord.HTTPException.
        """
        await self._take()
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                found = await self._http().get_member(guild, member)
                server = await self._http().get_guild(guild)
        except (discord.NotFound, discord.Forbidden):
            return False
        until = discord.utils.parse_time(cast("str | None", found.get("communication_disabled_until")))
        if until is not None and until > discord.utils.utcnow():
            return False
        by_right = _may_moderate(found, server) or int(server["owner_id"]) == member
        return by_right or bool(_roles_of(found) & named)

    async def about_how_many(self, guild: GuildId, rooms: Sequence[ChannelId] = ()) -> tuple[str, int]:
        """(the server's name, about how many people can read in the most private of these rooms).

        Without bots, as far as they can be told. Raises discord.HTTPException.
        """
        await self._take()
        async with asyncio.timeout(SEND_TIMEOUT_S):
            return await about_how_many(self._http(), guild, rooms)

    async def is_called(self, guild: GuildId, word: str) -> bool:
        """Whether a member's name has this word in it, by Discord's search for name beginnings. Not kept."""
        await self._take()
        route = Route("GET", "/guilds/{guild_id}/members/search", guild_id=guild)
        found = await self._http().request(route, params={"query": word, "limit": 10})
        return any(_bears(member, word) for member in cast("list[dict[str, Any]]", found))


def _roles_of(member: dict[str, Any]) -> set[int]:
    return {int(role) for role in member["roles"]}


def _may_moderate(member: dict[str, Any], server: dict[str, Any]) -> bool:
    """By the rights of everybody there and of the roles they have."""
    held = _roles_of(member) | {int(server["id"])}
    allowed = discord.Permissions(0)
    for role in cast("list[dict[str, Any]]", server["roles"]):
        if int(role["id"]) in held:
            allowed |= discord.Permissions(int(role["permissions"]))
    return allowed.moderate_members or allowed.administrator


def _bears(member: dict[str, Any], word: str) -> bool:
    user = member["user"]
    names = (member.get("nick"), user.get("global_name"), user.get("username"))
    return any(word.casefold() in str(name).casefold().split() for name in names if name)
