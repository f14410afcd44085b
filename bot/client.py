"""The discord.py client: no privileged intents, no caches of people or messages, a watchdog, an orderly end."""

import asyncio
import contextlib
import logging
import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any, cast

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.data import serial
from bot.data.late import Late
from bot.domain.errors import DatabaseAway, StartRefused
from bot.domain.ids import GuildId

DRAIN_S = 9.0
SILENCE_S = 150.0
"""Gateway silence after which the connection is dead: more than two of Discord's 41 s heartbeats and their answers.
discord.py 2.7.1 can loop on its resume address for ever while `is_ready()` stays true (PLATFORM 0.9)."""
WATCH_EVERY_S = 10.0
RATELIMIT_WAIT_S = 30.0
GUILD_READY_S = 0.2
"""How long `on_ready` waits for a further server; nothing here depends on having heard of all of them."""

_SHARDS_WRONG = frozenset({4010, 4011})
"""Invalid shard, sharding required (documentation, gateway close event codes)."""

MessagesGone = discord.RawMessageDeleteEvent | discord.RawBulkMessageDeleteEvent
"""One message was deleted, or many at a time."""

log = logging.getLogger(__name__)


def intents() -> discord.Intents:
    """Commands, presses and forms need none; the bot's own posts need who reacted and who wrote there (SPEC 2.4)."""
    return discord.Intents(guilds=True, guild_messages=True, guild_reactions=True, dm_messages=True)


class Client(commands.AutoShardedBot):
    """Receives; whoever is interested is told through the callbacks."""

    def __init__(self, *, shard_ids: Sequence[int] | None, shard_count: int | None) -> None:
        # nobody speaks here: what voice would need is no news
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=RATELIMIT_WAIT_S,
            guild_ready_timeout=GUILD_READY_S,
            # discord.py's own default is None; its types say otherwise
            shard_ids=cast("list[int]", list(shard_ids) if shard_ids else None),
            shard_count=shard_count,
        )
        self.on_setup: Callable[[], Awaitable[None]] | None = None
        self.on_press: Callable[[discord.Interaction], Awaitable[None]] | None = None
        self.before_identify: Callable[[int], Awaitable[None]] | None = None
        """Waits for this shard's turn to identify, given the rate key's number; discord.py's own pause otherwise."""
        self.max_concurrency = 1
        """How many shards may identify in five seconds (documentation, gateway, session start limit)."""
        self.on_first_ready: Callable[[], Awaitable[None]] | None = None
        self.on_joined: Callable[[GuildId], Awaitable[None]] | None = None
        self.on_removed: Callable[[GuildId], Awaitable[None]] | None = None
        self.hear_message: Sequence[Callable[[discord.Message], Awaitable[None]]] = ()
        self.hear_reaction: Sequence[Callable[[discord.RawReactionActionEvent], Awaitable[None]]] = ()
        self.hear_messages_gone: Sequence[Callable[[MessagesGone], Awaitable[None]]] = ()
        self.hear_channel_gone: Sequence[Callable[[discord.abc.GuildChannel], Awaitable[None]]] = ()
        self.hear_thread_gone: Sequence[Callable[[discord.RawThreadDeleteEvent], Awaitable[None]]] = ()
        self.hear_thread_changed: Sequence[Callable[[discord.RawThreadUpdateEvent], Awaitable[None]]] = ()
        self.unknown_command: Callable[[discord.Interaction], Awaitable[None]] | None = None
        self.text_command_failed: Callable[[commands.Context[Client], Exception], Awaitable[None]] | None = None
        # discord.py ends the whole client for one event that it cannot read (gateway.py, received_message)
        parsers = self._connection.parsers
        parsers.update({name: _unbroken(name, parse) for name, parse in parsers.items()})
        self.late = Late()
        self._born = time.monotonic()
        self._was_ready = False
        self.tree.on_error = self._on_tree_error  # pyright: ignore[reportAttributeAccessIssue]

    async def setup_hook(self) -> None:
        """Runs once, after login and before the gateway."""
        await self._count_shards()
        if self.on_setup is not None:
            await self.on_setup()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """discord.py asks before each identify."""
        if self.before_identify is None:
            await super().before_identify_hook(shard_id, initial=initial)
        else:
            await self.before_identify((shard_id or 0) % self.max_concurrency)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if self.on_press is not None:
            await self.on_press(interaction)

    async def on_ready(self) -> None:
        if not self._was_ready and self.on_first_ready is not None:
            self._was_ready = True
            await self.on_first_ready()

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """What was being heard when the bot ended finds its database closed; the next start looks again."""
        if self.is_closed():
            log.info("%s was cut off by the end", event_method)
        else:
            await super().on_error(event_method, *args, **kwargs)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        if self.on_joined is not None:
            with serial.of(guild.id):
                await self.on_joined(GuildId(guild.id))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        if self.on_removed is not None:
            with serial.of(guild.id):
                await self.on_removed(GuildId(guild.id))

    def is_on(self, guild: GuildId) -> bool | None:
        """Whether the bot is on this server; None where another process would know."""
        ours = self.shard_ids is None or (guild >> 22) % (self.shard_count or 1) in self.shard_ids
        return self.get_guild(guild) is not None if ours else None

    async def on_message(self, message: discord.Message) -> None:
        # messages are many, and the next one does the same as one that the database was away for: it is not kept
        with contextlib.suppress(DatabaseAway), serial.of(message.guild.id if message.guild is not None else None):
            for listener in self.hear_message:
                await listener(message)
        if message.author != self.user:
            await self.process_commands(message)

    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        await self.late.tell(self.hear_reaction, event, event.guild_id)

    async def on_raw_reaction_remove(self, event: discord.RawReactionActionEvent) -> None:
        await self.late.tell(self.hear_reaction, event, event.guild_id)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        await self.late.tell(self.hear_messages_gone, event, event.guild_id)

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        await self.late.tell(self.hear_messages_gone, event, event.guild_id)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self.late.tell(self.hear_channel_gone, channel, channel.guild.id)

    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        await self.late.tell(self.hear_thread_gone, event, event.guild_id)

    async def on_raw_thread_update(self, event: discord.RawThreadUpdateEvent) -> None:
        await self.late.tell(self.hear_thread_changed, event, event.guild_id)

    async def on_command_error(self, ctx: commands.Context["Client"], error: commands.CommandError) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Somebody wrote to the bot by mention. What it does not know is talk about it, and stays unanswered."""
        if isinstance(error, commands.CommandNotFound):
            return
        if self.text_command_failed is not None:
            await self.text_command_failed(ctx, error)
        else:
            log.error("a text command failed", exc_info=error)

    @property
    def connected(self) -> bool:
        """Whether every shard has been heard of lately."""
        return self.is_ready() and not self.is_closed() and self._silence_s() < SILENCE_S

    async def watch(self) -> None:
        """Returns when a shard has been silent for SILENCE_S: the supervisor then starts the bot anew."""
        # a heartbeat that does not come sets no event: there is nothing to wait for but time
        while self._silence_s() < SILENCE_S:  # noqa: ASYNC110
            await asyncio.sleep(WATCH_EVERY_S)
        log.error("the gateway has been silent for %d s", SILENCE_S)

    async def _count_shards(self) -> None:
        """As many as Discord recommends, unless the operator said; one where Discord does not say."""
        try:
            shards, _, limit = await self.http.get_bot_gateway()
        except (discord.GatewayNotFound, KeyError):
            log.warning("Discord did not say how many shards to use; using one")
            self.shard_count = self.shard_count or 1
            return
        self.shard_count = self.shard_count or shards
        self.max_concurrency = limit["max_concurrency"]
        log.info("%d of %d starts are left today", limit["remaining"], limit["total"])
        if limit["remaining"] < len(self.shard_ids or range(self.shard_count)):
            # one more would reset the token (documentation, gateway, session start limit)
            raise StartRefused(
                f"Discord lets this token connect {limit['remaining']} more times today, which is not enough. "
                f"Wait until {discord.utils.utcnow() + timedelta(milliseconds=limit['reset_after']):%H:%M} UTC, "
                "and look in the log for why I was started so often."
            )

    def _silence_s(self) -> float:
        """Seconds since the most silent shard answered a heartbeat; since the start where none is connected yet."""
        if not self.shards:
            return time.monotonic() - self._born
        return max(_since_last_ack(shard) for shard in self.shards.values())

    async def _on_tree_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            if self.unknown_command is not None:
                await self.unknown_command(interaction)
            return
        log.error("a command failed before it reached its handler", exc_info=error)


def _since_last_ack(shard: discord.ShardInfo) -> float:
    # discord.py says how long the last heartbeat took but not when it was; look again in its next version
    keep_alive = getattr(shard._parent.ws, "_keep_alive", None)  # pyright: ignore[reportPrivateUsage]
    return time.perf_counter() - keep_alive._last_ack if keep_alive is not None else 0.0


def _unbroken(name: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """Passes over an event that cannot be read, and says so without what was in it."""

    def parse_or_pass_over(data: Any) -> None:
        try:
            parse(data)
        except Exception as error:  # whatever is wrong with one event, the next one is wanted
            log.error(
                "an event of Discord's was not what I know and is passed over: %s, %s", name, type(error).__name__
            )

    return parse_or_pass_over


def end_on_signals(ended: asyncio.Event, stack: AsyncExitStack) -> None:
    """Sets `ended` on SIGTERM and SIGINT, until `stack` closes."""
    # SIGTERM would otherwise kill without a word (PLATFORM 12)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
        stack.callback(loop.remove_signal_handler, number)


def exit_code(was_asked: bool, ended: object) -> int:
    """What a client that ended so means for the process. Raises discord.LoginFailure, StartRefused in words."""
    if isinstance(ended, discord.LoginFailure | StartRefused):
        raise ended
    if isinstance(ended, discord.PrivilegedIntentsRequired):
        raise StartRefused(
            "Discord says that I asked for events this application may not have (close code 4014). This version asks "
            "for none that need a switch in the developer portal: is another program running with this token?"
        )
    if isinstance(ended, discord.ConnectionClosed) and ended.code in _SHARDS_WRONG:
        raise StartRefused(
            f"Discord does not take this number of shards (close code {ended.code}). Leave out WINGBEAT_SHARD_COUNT "
            "and WINGBEAT_SHARD_IDS: I then ask Discord how many it wants."
        )
    if was_asked:
        return 0
    if isinstance(ended, DatabaseAway):
        log.error("I was about to connect, and the database does not answer: %s", ended)
    elif isinstance(ended, aiohttp.ClientConnectionError | OSError):
        log.error("I cannot reach Discord: is this machine on the network? (%s)", ended)
    elif isinstance(ended, Exception):
        log.error("the connection to Discord ended", exc_info=ended)
    return 1
