"""What the ledger answers to other features: numbers without people."""

import asyncio
from collections.abc import Sequence

from bot.data.unit import Look, Rows, one_look
from bot.domain.ids import GuildId
from bot.domain.ports import GivingFigures
from cogs.reciprocity.model.balance import ACTS_KEPT, day_of
from cogs.reciprocity.model.figures import figures
from cogs.reciprocity.store import acts


class Ledger:
    """Answers `LedgerFigures`: named acts only, by whole days (UTC), 90 of them at most."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    async def figures(self, guild: GuildId, from_ms: int, until_ms: int) -> GivingFigures:
        """The named acts from the day of `from_ms` until before the day of `until_ms`."""
        found: list[tuple[int, int, int]] = []
        # a look for each day: one for all would keep others waiting for seconds on a server of many thousands
        last = day_of(until_ms)
        for day in range(max(day_of(from_ms), last - ACTS_KEPT.days - 1), last):
            found += await self._acts(guild, day)
        # seconds of it on such a server: not in the event loop, nor in the database's thread
        return await asyncio.to_thread(figures, found)

    @one_look
    def _acts(self, look: Look, guild: GuildId, day: int) -> Sequence[tuple[int, int, int]]:
        return acts.on_day(look, guild, day)
