"""Which channels have the way in, as far as a process knows without asking each time."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.data.unit import Look, Rows, one_look
from bot.domain.ids import ChannelId, GuildId
from cogs.venting.store import rooms

KNOWN_FOR_S = 60.0
"""Of real time. Rooms may be chosen in another process: the one that hears their messages sees the panel go up and
knows at once (`went_up`); what it has not seen it learns after this."""


@dataclass(frozen=True)
class _Known:
    until: float
    rooms: frozenset[ChannelId]


class KnownRooms:
    """Every message on every server is held against this, so it is memory; one read for a server now and then.

    What is remembered too long is harmless: whoever moves the panel asks the rows.
    """

    def __init__(self, rows: Rows, now: Callable[[], float] = time.monotonic) -> None:
        self.rows = rows
        self._now = now
        self._known: dict[GuildId, _Known] = {}
        self._went_up: dict[ChannelId, float] = {}

    async def has_panel(self, guild: GuildId, room: ChannelId) -> bool:
        """Whether the way in may be there. Raises DatabaseAway."""
        now = self._now()
        if room in self._went_up and now < self._went_up[room] + 2 * KNOWN_FOR_S:
            return True
        known = self._known.get(guild)
        if known is None or known.until <= now:
            known = self._known[guild] = _Known(now + KNOWN_FOR_S, await self._read(guild))
        return room in known.rooms

    def went_up(self, room: ChannelId) -> None:
        """The way in went up there just now. Its row may come a moment after its message: it is remembered beside."""
        self._went_up[room] = self._now()

    @one_look
    def _read(self, look: Look, guild: GuildId) -> frozenset[ChannelId]:
        return frozenset(rooms.rooms_with_panel(look, guild))
