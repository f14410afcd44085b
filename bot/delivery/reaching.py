"""The one place where Discord's "you may not" becomes a right that is missing somewhere, and is passed on."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Protocol

import discord

from bot.data.worker import Later
from bot.domain.errors import THREADS_FULL, CannotReach
from bot.domain.events import Hindered
from bot.domain.ids import ChannelId, GuildId
from bot.ui.rights import lacking

SEND_TIMEOUT_S = 20.0
NO_ACCESS, NO_RIGHT, TOO_MANY_THREADS = 50001, 50013, 160006
"""Missing access, missing permissions, maximum of active threads (documentation, opcodes and status codes)."""
SEND = ("view_channel", "send_messages")
SEND_IN_THREAD = ("view_channel", "send_messages_in_threads")
READ = ("view_channel", "read_message_history")
OPEN_THREAD = ("view_channel", "create_public_threads")
OPEN_PRIVATE = ("view_channel", "create_private_threads")
CHANGE_THREAD = ("view_channel", "manage_threads")
CHANGE_OWN = ("view_channel",)

Hear = Callable[[Hindered], Awaitable[None]]

log = logging.getLogger(__name__)


class Knows(Protocol):
    """The part of discord.py's client that knows servers and channels."""

    def get_guild(
        self,
        id: int,  # noqa: A002  discord.py's name
        /,
    ) -> discord.Guild | None: ...

    def get_channel(
        self,
        id: int,  # noqa: A002  discord.py's name
        /,
    ) -> discord.abc.GuildChannel | discord.Thread | discord.abc.PrivateChannel | None: ...


class Reaching:
    """Runs requests to Discord; `hear` learns of every right that was missing."""

    def __init__(self, client: Knows) -> None:
        self._client = client
        self.hear: Hear | None = None

    def send_needs(self, channel: ChannelId) -> tuple[str, ...]:
        """What writing there needs."""
        return SEND_IN_THREAD if isinstance(self._client.get_channel(channel), discord.Thread) else SEND

    @asynccontextmanager
    async def request(
        self, channel: ChannelId, what: str, *needs: str, guild: GuildId | None = None
    ) -> AsyncGenerator[None]:
        """Around one request; `guild` where the channel may be unknown here.

        Raises CannotReach where it is refused, and Later where Discord asks for more patience than a request has.
        """
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                yield
        except discord.RateLimited as error:
            raise Later(int(error.retry_after * 1000) + 1, f"{what}: Discord asks to wait") from error
        except discord.HTTPException as error:
            if not isinstance(error, discord.Forbidden) and error.code != TOO_MANY_THREADS:
                raise
            raise await self._refused(error, channel, what, needs, guild) from error

    async def ask_first(self, channel: ChannelId, what: str, *needs: str) -> None:
        """Raises CannotReach where it is known already that a right is missing: nothing is half done then."""
        place, guild = self._place(channel)
        missing = lacking(guild, place, needs)
        if missing is not None and place is not None and guild is not None:
            await self._pass_on(GuildId(guild.id), missing, place)
            raise CannotReach(NO_RIGHT, what, missing, place)

    async def _refused(
        self, error: discord.HTTPException, channel: ChannelId, what: str, needs: tuple[str, ...], guild: GuildId | None
    ) -> CannotReach:
        if error.code not in {NO_ACCESS, NO_RIGHT, TOO_MANY_THREADS} or not needs:
            return CannotReach(error.code, what)
        place, known = self._place(channel)
        home = GuildId(known.id) if known is not None else guild
        if home is None:
            return CannotReach(error.code, what)
        missing = THREADS_FULL if error.code == TOO_MANY_THREADS else lacking(known, place, needs)
        # Discord's word goes before what was known here: then it is the first for "no access", else the last
        missing = missing or needs[0 if error.code == NO_ACCESS else -1]
        await self._pass_on(home, missing, place or channel)
        return CannotReach(error.code, what, missing, place or channel)

    def _place(self, channel: ChannelId) -> tuple[ChannelId | None, discord.Guild | None]:
        """Where the rights are set: the channel itself, or the one above a thread."""
        found = self._client.get_channel(channel)
        if isinstance(found, discord.Thread):
            return ChannelId(found.parent_id), found.guild
        if isinstance(found, discord.abc.GuildChannel):
            return ChannelId(found.id), found.guild
        return None, None

    async def _pass_on(self, guild: GuildId, permission: str, place: ChannelId) -> None:
        log.warning("on %d I lack %s in %d", guild, permission, place)
        if self.hear is None:
            return
        try:
            await self.hear(Hindered(guild, permission, place))
        except Exception:  # what was to be done says itself that it could not be
            log.exception("that a right is missing could not be passed on")
