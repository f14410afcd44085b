"""Forgetting somebody, wherever it is asked for: by themselves, by the operator, or because they left."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from bot.data import leaving, persons
from bot.data.database import Database
from bot.data.keys import Keys
from bot.data.persons import Person, PersonRows
from bot.data.queue import Job, NewJob
from bot.data.tombstones import Forgotten, Tombstones
from bot.data.unit import Unit
from bot.domain.clock import real_ms
from bot.domain.ids import GuildId, MemberId

OVERWRITE = "bot.overwrite"
AFTERWARDS = timedelta(minutes=1)


def plant_overwriting(unit: Unit) -> None:
    """Once more when others have heard of it."""
    unit.schedule(NewJob(kind=OVERWRITE, key="soon", due=unit.now + AFTERWARDS))


class Forgetting:
    """Writes it down beside the keys, erases the rows, and has SQLite overwrite what it still holds of them."""

    def __init__(
        self, rows: Database, keys: Keys, kept: Sequence[PersonRows], tombstones: Tombstones
    ) -> None:  # fmt: skip
        self.rows = rows
        self._keys = keys
        self._kept = kept
        self._tombstones = tombstones

    async def begin(self) -> None:
        """From now on everybody who is forgotten is written down."""
        await asyncio.to_thread(self._tombstones.begin)

    async def person(self, guild: GuildId, member: MemberId) -> None:
        """Somebody on one server. Written down first: a crash in between forgets once more, never once less."""
        await asyncio.to_thread(self._tombstones.add, guild, member)
        who = Person(guild, member, self._keys)

        def gone(unit: Unit) -> None:
            persons.forget(unit, who, self._kept)
            plant_overwriting(unit)

        await self.rows.change(gone)
        await self.rows.overwrite()

    async def server(self, guild: GuildId) -> None:
        """All that is kept of a server, everybody on it included."""
        await asyncio.to_thread(self._tombstones.add, guild)
        await self.rows.change(lambda unit: leaving.purge(unit, guild))
        await self.rows.overwrite()

    async def overwrite(self, _: Job) -> None:
        """The queue's work: by now what others had to hear of it, by key, has been heard and deleted too."""
        await self.rows.overwrite()

    async def again(self, several: Sequence[Forgotten]) -> None:
        """Those who were forgotten since a backup was made, once it is restored."""
        for one in several:
            await self.rows.change(lambda unit, one=one: self._once_more(unit, one))
        await self.rows.overwrite()

    async def tidy(self, older_than: timedelta) -> None:
        """Who was forgotten longer ago need not be named any more: no backup from then is restored."""
        before_ms = real_ms() - older_than // timedelta(milliseconds=1)
        await asyncio.to_thread(self._tombstones.drop_before, before_ms)

    def _once_more(self, unit: Unit, one: Forgotten) -> None:
        if one.member is None:
            leaving.purge(unit, one.guild)
        else:
            persons.forget(unit, Person(one.guild, one.member, self._keys), self._kept)
