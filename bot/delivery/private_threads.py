"""Private threads, and who is in them. Discord tells the bot of nobody's coming and going there: it looks.

Who is in a thread can be asked one by one without a privileged intent (documentation, get thread member).
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

import discord

from bot.data.queue import Job
from bot.delivery.reaching import CHANGE_THREAD, OPEN_PRIVATE, SEND_IN_THREAD, Reaching
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId, GuildId, MemberId, RoleId

TIMEOUT_S = 20.0
LOOK_BACK_MS = 5_000
EPOCH_MS = 1_420_070_400_000
PRIVATE_THREAD = 12
UNKNOWN_MEMBER, UNKNOWN_USER, MISSING_ACCESS, THREAD_SLEEPS = 10007, 10013, 50001, 50083


class PlaceError(Exception):
    """A thread cannot be opened or changed: the right is missing, or the channel above is gone."""

    def __init__(self, code: int, what: str) -> None:
        super().__init__(f"{what} ({code})")
        self.code = code


class Let(StrEnum):
    """What came of letting somebody into a thread."""

    IN = "in"
    NOT_HERE = "not-here"
    """They are not on the server."""
    CANNOT_SEE = "cannot-see"
    """They may not see the channel above, or the bot may not let them in."""
    NO_PLACE = "no-place"
    """The thread is gone."""


@dataclass(frozen=True)
class State:
    """How a thread stands. `parent`: the channel it is in, where its rights are set."""

    archived: bool
    locked: bool
    parent: ChannelId
    guild: GuildId


class PrivateThreads:
    """The part of the sender that is about private threads. `take` waits for the next free request."""

    def __init__(self, http: Callable[[], Any], take: Callable[[], Awaitable[None]], reaching: Reaching) -> None:
        self._http = http
        self._take = take
        self._reaching = reaching

    async def open_private(
        self, job: Job, guild: GuildId, parent: ChannelId, name: str, *, archive_minutes: int
    ) -> ChannelId:
        """A private thread whose people cannot bring others. Raises PlaceError.

        Discord knows no nonce for threads: a second try first looks for one of that name that is ours and young.
        """
        if job.tried_before:
            found = await self._opened_before(guild, parent, name, job.first_claimed_ms - LOOK_BACK_MS)
            if found is not None:
                return found
        await self._take()
        try:
            async with self._reaching.request(parent, "open a private thread", *OPEN_PRIVATE, guild=guild):
                made = await self._http().start_thread_without_message(
                    parent, name=name, auto_archive_duration=archive_minutes, type=PRIVATE_THREAD, invitable=False
                )
        except (CannotReach, discord.NotFound) as error:
            raise PlaceError(error.code, "open a private thread") from error
        return ChannelId(int(made["id"]))

    async def _opened_before(self, guild: GuildId, parent: ChannelId, name: str, since_ms: int) -> ChannelId | None:
        await self._take()
        async with asyncio.timeout(TIMEOUT_S):
            found = await self._http().get_active_threads(guild)
        wanted = (PRIVATE_THREAD, parent, name)
        for one in cast("list[dict[str, Any]]", found["threads"]):
            is_it = (one["type"], int(one["parent_id"]), one["name"]) == wanted
            if is_it and (int(one["id"]) >> 22) + EPOCH_MS >= since_ms:
                return ChannelId(int(one["id"]))
        return None

    async def let_in(self, thread: ChannelId, member: MemberId) -> Let:
        """Lets somebody into a thread; wakes it first where it sleeps."""
        code = await self._add(thread, member)
        if code == THREAD_SLEEPS and await self.wake(thread):
            code = await self._add(thread, member)
        if code == 0:
            return Let.IN
        if code in {UNKNOWN_MEMBER, UNKNOWN_USER}:
            return Let.NOT_HERE
        return Let.NO_PLACE if await self.state(thread) is None else Let.CANNOT_SEE

    async def _add(self, thread: ChannelId, member: MemberId) -> int:
        await self._take()
        try:
            async with asyncio.timeout(TIMEOUT_S):
                await self._http().add_user_to_thread(thread, member)
        except discord.HTTPException as error:
            if error.status in {403, 404} or error.code == THREAD_SLEEPS:
                return error.code
            raise
        return 0

    async def let_out(self, thread: ChannelId, member: MemberId) -> None:
        """Closes a thread to somebody; nothing where it or they are gone. A sleeping thread is woken for it."""
        for _ in range(2):
            await self._take()
            try:
                async with asyncio.timeout(TIMEOUT_S):
                    await self._http().remove_user_from_thread(thread, member)
            except discord.HTTPException as error:
                if error.code == THREAD_SLEEPS and await self.wake(thread):
                    continue
                if error.status not in {403, 404} and error.code != THREAD_SLEEPS:
                    raise
            return

    async def state(self, thread: ChannelId) -> State | None:
        """None where it is gone."""
        await self._take()
        try:
            async with asyncio.timeout(TIMEOUT_S):
                found = cast("dict[str, Any]", await self._http().get_channel(thread))
        except (discord.NotFound, discord.Forbidden):
            return None
        about = cast("dict[str, Any]", found.get("thread_metadata", {}))
        parent, guild = ChannelId(int(found.get("parent_id") or thread)), GuildId(int(found.get("guild_id") or 0))
        return State(bool(about.get("archived")), bool(about.get("locked")), parent, guild)

    async def wake(self, thread: ChannelId) -> bool:
        """Brings an archived thread back into the list. Not one that a moderator locked: that was meant."""
        state = await self.state(thread)
        if state is None or state.locked:
            return False
        if not state.archived:
            return True
        try:
            # who began a thread may wake it where they may write (documentation, modify channel)
            await self._change(thread, state, *SEND_IN_THREAD, archived=False)
        except CannotReach:
            return False
        return True

    async def shut(self, thread: ChannelId) -> None:
        """Archived and locked: nothing more is said there, nothing is thrown away. Raises CannotReach."""
        state = await self.state(thread)
        if state is not None:
            await self._change(thread, state, *CHANGE_THREAD, archived=True, locked=True)

    async def _change(self, thread: ChannelId, state: State, *needs: str, **changes: Any) -> None:
        await self._take()
        # a thread asleep is not known here: what is missing is looked for in the channel above
        try:
            async with self._reaching.request(state.parent, "change a thread", *needs, guild=state.guild):
                await self._http().edit_channel(thread, **changes)
        except discord.NotFound:
            return

    async def is_in(self, thread: ChannelId, member: MemberId) -> bool:
        """Whether they are in the thread."""
        await self._take()
        try:
            async with asyncio.timeout(TIMEOUT_S):
                await self._http().get_thread_member(thread, member)
        except discord.NotFound:
            return False
        return True


def mentions(pinging: RoleId | Sequence[MemberId]) -> discord.AllowedMentions:
    """Who is pinged: one role, or these people; nobody else."""
    if isinstance(pinging, int):
        return discord.AllowedMentions(everyone=False, users=False, roles=[discord.Object(pinging)])
    return discord.AllowedMentions(everyone=False, users=[discord.Object(one) for one in pinging], roles=False)
