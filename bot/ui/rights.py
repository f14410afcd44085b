"""What the bot may do in a place, as far as Discord has told this process."""

from collections.abc import Iterable

import discord

from bot.domain.errors import THREADS_FULL
from bot.domain.ids import ChannelId

THREADS_AT_MOST = 1_000
"""Open threads on a server, after which Discord refuses a new one with 160006. It documents the code, not the number;
that is from reports (Slackord#101, Copycord#15)."""
OPENS_THREADS = frozenset({"create_public_threads", "create_private_threads"})


def lacking(guild: discord.Guild | None, place: ChannelId | None, permissions: Iterable[str]) -> str | None:
    """The first of these rights that the bot does not have there; None where it has all, or nothing is known.

    A thread has its channel's rights (documentation, threads). THREADS_FULL where threads could be opened but for their
    number.
    """
    channel = guild.get_channel_or_thread(place) if guild is not None and place is not None else None
    if guild is None or channel is None:
        return None
    allowed, wanted = channel.permissions_for(guild.me), list(permissions)
    missing = next((name for name in wanted if not getattr(allowed, name)), None)
    if missing is None and OPENS_THREADS & set(wanted) and open_threads(guild) >= THREADS_AT_MOST:
        return THREADS_FULL
    return missing


def open_threads(guild: discord.Guild) -> int:
    """How many threads are open, of those this process was told of."""
    return sum(not thread.archived for thread in guild.threads)
