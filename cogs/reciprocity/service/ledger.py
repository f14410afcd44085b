"""What the ledger answers to other features: numbers without people."""

import asyncio
from collections.abc import Sequence

from bot.data.keys import Keys
from bot.data.unit import Look, Rows, one_look
from bot.domain.ids import GuildId, MemberId
from bot.domain.ports import GivingFigures
from cogs.reciprocity.model.balance import ACTS_KEPT, day_of
from cogs.reciprocity.model.figures import figures
from cogs.reciprocity.store import acts, people


class Ledger:
    """Answers `LedgerFigures`: named acts only, by whole days (UTC), 90 of them at most."""

    def __init__(self, rows: Rows, keys: Keys) -> None:
        self.rows = rows
        self._keys = keys

    async def figures(
        self, guild: GuildId, from_ms: int, until_ms: int, without: Sequence[MemberId] = ()
    ) -> GivingFigures:
        """The named acts from the day of `from_ms` until before the day of `until_ms`."""
        found: list[tuple[int, int, int]] = []
        # a look for each day: one for all would keep others waiting for seconds on a server of many thousands
        last = day_of(until_ms)
        for day in range(max(day_of(from_ms), last - ACTS_KEPT.days - 1), last):
            found += await self._acts(guild, (day, day + 1), without)
        # seconds of it on such a server: not in the event loop, nor in the database's thread
        return await asyncio.to_thread(figures, found)

    @one_look
    def _acts(
        self, look: Look, guild: GuildId, days: tuple[int, int], without: Sequence[MemberId]
    ) -> Sequence[tuple[int, int, int]]:
        numbers = [people.number_of(look, self._keys, guild, member) for member in without]
        left_out = [number for number in numbers if number is not None]
        return acts.between(look, guild, *days, left_out)
