"""Messages of the bot's own, sent once whatever happens.

The same piece of work always sends under the same keyed nonce (`enforce_nonce`), which Discord honours "in the past
few minutes" (documentation, create message). A try that may have been made before looks into the channel first: every
message of ours that matters carries a custom id that no other has.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, cast

import discord

from bot.data.keys import Keys
from bot.data.queue import Job
from bot.data.worker import Later
from bot.delivery.budget import Budget, Pace
from bot.delivery.private_threads import PrivateThreads, mentions
from bot.delivery.questions import Questions
from bot.delivery.reaching import CHANGE_OWN, CHANGE_THREAD, OPEN_THREAD, READ, SEND_TIMEOUT_S, Knows, Reaching
from bot.domain.clock import real_ms
from bot.domain.errors import GONE, OPENING_TOO_FAST, CannotReach
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, RoleId
from bot.pictures.pool import Picture
from bot.ui.pictures import file_of
from bot.ui.press import Face

__all__ = ["Answer", "CannotReach", "Sender", "Speaks"]

LEASE_MARGIN_MS = 5_000
LOOK_BACK_MS = 5_000
LOOK_AT_MOST, PAGES_AT_MOST = 100, 20
SILENT = 1 << 12
"""SUPPRESS_NOTIFICATIONS (documentation, message flags)."""
THREAD_EXISTS = 160004
DMS_CLOSED = frozenset({50007, 50278, OPENING_TOO_FAST})
NO_OPENING_S = 10 * 60  # after Discord found it too many: it says not until when


@dataclass(frozen=True)
class Answer:
    """The way back to somebody who pressed something, for 15 minutes. The token says who it was: keep it sealed."""

    application: int
    token: str


class Speaks(Knows, Protocol):
    """The part of discord.py's client that the sender needs."""

    def get_partial_messageable(self, id: int, *, guild_id: int | None = None) -> discord.PartialMessageable: ...  # noqa: A002

    @property
    def http(self) -> Any: ...


Act = Callable[[discord.PartialMessage], Awaitable[None]]


async def _edit(face: Face, text: str | None, message: discord.PartialMessage) -> None:
    words: dict[str, Any] = {} if text is None else {"content": text}
    await message.edit(view=cast("Any", face), **words)


async def _delete(message: discord.PartialMessage) -> None:
    await message.delete()


class Sender:
    """Speaks to Discord for the queue. Every method may be tried again."""

    def __init__(
        self, client: Speaks, keys: Keys, *, per_second: float, dm_opens_per_second: float, dms_per_second: float = 40
    ) -> None:
        self._client = client
        self._keys = keys
        self._budget: Pace = Budget(per_second)
        self._dm_opens: Pace = Budget(dm_opens_per_second, burst=1)
        self._opens_again = 0.0
        self.reaching = Reaching(client)
        """Knows which right was missing; its `hear` is set where somebody wants to know."""
        self.questions = Questions(lambda: client.http, self._take)
        self.private_threads = PrivateThreads(lambda: client.http, self._take, self.reaching)
        self.knows_servers = True
        """False from a start until Discord has said on which servers the bot is: it may have been removed meanwhile."""
        self.into_dms: Pace = Budget(dms_per_second)
        """Taken first by whoever writes to many, so that something of the whole is left for all others."""

    async def _take(self) -> None:
        await self._budget.take()

    def share(self, budget: Pace, dm_opens: Pace) -> None:
        """Keeps to budgets that several processes have in common, from now on."""
        self._budget, self._dm_opens = budget, dm_opens

    async def send(
        self, job: Job, channel: ChannelId, *, mark: str, face: Face | None = None, text: str | None = None,
        silent: bool = False, pinging: RoleId | Sequence[MemberId] | None = None, picture: Picture | None = None,
    ) -> MessageId:  # fmt: skip
        """Sends the job's one message; gives the earlier one if it was sent before.

        `mark` is the beginning of a custom id that only this message carries. `pinging` is a role whose members asked
        for pings, or people who did; nobody else ever is. Raises CannotReach, or Later where the lease is nearly over.
        """
        found = await self.sent_before(job, channel, mark)
        if found is not None:
            return found
        if face is not None:
            face.stop()
        _still_held(job)  # where it is not, no turn is used up
        await self._budget.take()
        _still_held(job)  # the wait for it may have been long
        place, nonce = self._client.get_partial_messageable(channel), self._keys.nonce(job.delivery_key)
        view: dict[str, Any] = {} if face is None else {"view": cast("Any", face)}
        if pinging is not None:
            view["allowed_mentions"] = mentions(pinging)
        if picture is not None:
            view["file"] = file_of(picture)
        needs = (*self.reaching.send_needs(channel), *(("attach_files",) if picture is not None else ()))
        try:
            async with self.reaching.request(channel, "send", *needs, guild=job.guild):
                message = await place.send(text, nonce=nonce, silent=silent, **view)
        except discord.NotFound as error:
            raise CannotReach(error.code, "send") from error
        return MessageId(message.id)

    async def sent_before(self, job: Job, channel: ChannelId, mark: str) -> MessageId | None:
        """The job's one message, if an earlier try got through. Raises CannotReach."""
        return await self._look_back(channel, mark, job.first_claimed_ms) if job.tried_before else None

    async def server_name(self, guild: GuildId) -> str | None:
        """What a server is called: as it is known here, else as Discord says; None where it does not."""
        known = self._client.get_guild(guild)
        return known.name if known is not None else await self.questions.name_of(guild)

    async def edit(self, channel: ChannelId, message: MessageId, face: Face, text: str | None = None) -> bool:
        """Gives a message a new face; False if it is gone."""
        face.stop()
        return await self._to_message(channel, message, partial(_edit, face, text))

    async def components_of(self, channel: ChannelId, message: MessageId) -> list[dict[str, Any]] | None:
        """The raw parts of a message of ours, None if it is gone. Raises CannotReach."""
        await self._budget.take()
        try:
            async with self.reaching.request(channel, "read a message", *READ):
                found = await self._client.http.get_message(channel, message)
        except discord.NotFound as error:
            is_there_still(error)
            return None
        return cast("list[dict[str, Any]]", found.get("components", []))

    async def delete(self, channel: ChannelId, message: MessageId) -> bool:
        """Takes a message down; False if it was gone already."""
        return await self._to_message(channel, message, _delete)

    async def open_thread(
        self, channel: ChannelId, message: MessageId, name: str, *, archive_minutes: int
    ) -> ChannelId:
        """The thread under a message; it has the message's number. Raises CannotReach."""
        await self._budget.take()
        try:
            async with self.reaching.request(channel, "open a thread", *OPEN_THREAD):
                await self._client.http.start_thread_with_message(
                    channel, message, name=name, auto_archive_duration=archive_minutes
                )
        except discord.NotFound as error:
            raise CannotReach(error.code, "open a thread") from error
        except discord.HTTPException as error:
            if error.code != THREAD_EXISTS:
                raise
        return ChannelId(message)

    async def change_thread(self, thread: ChannelId, **changes: Any) -> bool:
        """Locks, archives or renames; False if the thread is gone. Raises CannotReach without the right."""
        await self._budget.take()
        try:
            async with self.reaching.request(thread, "change a thread", *CHANGE_THREAD):
                await self._client.http.edit_channel(thread, **changes)
        except discord.NotFound as error:
            return is_there_still(error)
        return True

    async def delete_thread(self, thread: ChannelId, *, guild: GuildId | None = None) -> bool:
        """False if it was gone already. Raises CannotReach without the right; `guild` where it may be unknown here."""
        await self._budget.take()
        try:
            async with self.reaching.request(thread, "delete a thread", *CHANGE_THREAD, guild=guild):
                await self._client.http.delete_channel(thread)
        except discord.NotFound as error:
            return is_there_still(error)
        return True

    async def open_dm(self, member: MemberId) -> ChannelId:
        """The DM channel with a person, opened now. Only inside an opt-in of theirs. Raises CannotReach."""
        if time.monotonic() < self._opens_again:
            raise CannotReach(OPENING_TOO_FAST, "open a direct message")
        await self._dm_opens.take()
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                channel = await self._client.http.start_private_message(member)
        except discord.HTTPException as error:
            if error.code == OPENING_TOO_FAST:
                self._opens_again = time.monotonic() + NO_OPENING_S
            if error.code in DMS_CLOSED or error.status in {403, 404}:
                raise CannotReach(error.code, "open a direct message") from error
            raise
        return ChannelId(int(channel["id"]))

    async def edit_answer(self, answer: Answer, text: str, face: Face) -> bool:
        """Gives the first answer to a press new words and a new face; False if nobody can be reached by it any more.

        Discord takes such edits for 15 minutes after the press and does not count them (documentation, receiving and
        responding).
        """
        face.stop()
        hook = discord.Webhook.partial(answer.application, answer.token, client=cast("discord.Client", self._client))
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                # the library types it as a number; "@original" is the first answer's name in the route
                await hook.edit_message(cast("Any", "@original"), content=text, view=cast("Any", face))
        except discord.HTTPException as error:
            if error.status not in {400, 401, 403, 404}:
                raise
            return False
        return True

    async def greet(self, dm: ChannelId, text: str) -> None:
        """The first words in a DM channel, inside the opt-in. Raises CannotReach where the person lets none through.

        Opening the channel tells nothing: Discord opens it for closed DMs too and refuses the message (50007).
        """
        await self._budget.take()
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                await self._client.get_partial_messageable(dm).send(text)
        except (discord.Forbidden, discord.NotFound) as error:
            raise CannotReach(error.code, "write a direct message") from error

    async def _to_message(self, channel: ChannelId, message: MessageId, act: Act) -> bool:
        await self._budget.take()
        one = self._client.get_partial_messageable(channel).get_partial_message(message)
        try:
            async with self.reaching.request(channel, "change a message", *CHANGE_OWN):
                await act(one)
        except discord.NotFound as error:
            return is_there_still(error)
        return True

    async def _look_back(self, channel: ChannelId, mark: str, since_ms: int) -> MessageId | None:
        """Our own message with this mark. Raises CannotReach."""
        after = _snowflake(since_ms - LOOK_BACK_MS)
        for _ in range(PAGES_AT_MOST):
            page = await self._page(channel, after)
            for message in page:
                if _carries(message.get("components", []), mark):
                    return MessageId(int(message["id"]))
            if len(page) < LOOK_AT_MOST:
                break
            after = max(int(message["id"]) for message in page)
        return None

    async def _page(self, channel: ChannelId, after: int) -> list[dict[str, Any]]:
        """The next LOOK_AT_MOST messages; none where the history may not be read: there the nonce alone must hold."""
        await self._budget.take()
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                found = await self._client.http.logs_from(channel, LOOK_AT_MOST, after=after)
        except discord.NotFound as error:
            raise CannotReach(error.code, "look back") from error
        except discord.Forbidden:
            return []
        return cast("list[dict[str, Any]]", found)


def is_there_still(error: discord.NotFound) -> bool:
    """False: what was asked for is gone. Any other "not found" says nothing of it, and flies on."""
    if error.code not in GONE:
        raise error
    return False


def _still_held(job: Job) -> None:
    """Raises Later where another process may soon hold the job, and send it too."""
    if real_ms() > job.lease.until_ms - LEASE_MARGIN_MS:
        raise Later(1_000, "the lease is nearly over")


def _snowflake(ms: int) -> int:
    """The first snowflake of a millisecond (documentation, snowflakes: 2015-01-01 is the epoch)."""
    return max(ms - 1_420_070_400_000, 0) << 22


def _carries(components: list[dict[str, Any]], mark: str) -> bool:
    return any(
        str(part.get("custom_id", "")).startswith(mark) or _carries(part.get("components", []), mark)
        for part in components
    )
