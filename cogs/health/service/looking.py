"""What a moderator looks at: only what is published, and what waits right now."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.data import guilds
from bot.data.community import group
from bot.data.unit import Look, Rows, one_look
from bot.domain.clock import Wall, from_ms, to_ms
from bot.domain.ids import GuildId
from cogs.health.model.cells import OPEN_WEEKS_AT_MOST, Cell, total, window
from cogs.health.model.definitions import Figures, Mutuality, waiting
from cogs.health.model.panel import DETAILS, Detail, Shown
from cogs.health.model.work import FIRST_WEEK, USUAL_WEEKS
from cogs.health.store import published, unpublished


class Looking:
    """Reads; nothing that is looked at changes."""

    def __init__(self, rows: Rows, wall: Wall) -> None:
        self.rows = rows
        self._wall = wall

    def now(self) -> datetime:
        """People's time."""
        return self._wall.now()

    async def shown(self, guild: GuildId, weeks: int, circle: int | None = None) -> Shown:
        """A window of `weeks` weeks, of one circle or (None) the whole server, and the window before it."""
        bare, last, written = await self._written(guild, weeks, circle, self.now())
        # tenths of a second where there are hundreds of circles, and a look runs on the event loop on PostgreSQL
        return bare if last is None else await asyncio.to_thread(_with_figures, bare, last, written)

    @one_look
    def _written(
        self, look: Look, guild: GuildId, weeks: int, circle: int | None, now: datetime
    ) -> tuple[Shown, int | None, Sequence[published.Written]]:
        detail = DETAILS[group(look, guild, now).column]
        since_ms = published.since_ms(look, guild)
        young = since_ms is None or now - from_ms(since_ms) < FIRST_WEEK
        ages = [max(0, to_ms(now) - at) for at in unpublished.waiting_since(look, guild)]
        # of the whole server: there are too few people in a circle to shuffle
        bare = Shown(detail, weeks, young, waiting(ages), mutuality=tuple(published.mutualities(look, guild)))
        last = published.frozen_week(look, guild)
        if last is None:
            return bare, None, ()
        first = last - 7 * (2 * weeks - 1)
        since = first - 7 * (OPEN_WEEKS_AT_MOST + 1)
        return bare, last, published.cells(look, guild, since=since, ends=first, circle=circle)

    async def cells(self, guild: GuildId) -> tuple[list[Cell], list[Mutuality]]:
        """All that was ever published, for a copy; nothing where a group is too small to be shown figures."""
        written, mutual = await self._all(guild, self.now())
        return await asyncio.to_thread(published.opened, written), mutual

    @one_look
    def _all(self, look: Look, guild: GuildId, now: datetime) -> tuple[Sequence[published.Written], list[Mutuality]]:
        if DETAILS[group(look, guild, now).column] is not Detail.ALL:
            return [], []
        return published.cells(look, guild), list(published.mutualities(look, guild))

    async def lately(self, guild: GuildId) -> list[Figures]:
        """The week that was frozen last and up to USUAL_WEEKS before it, for the digest; of cells of one week only.

        Without events where nothing was published of a week.
        """
        last, written = await self._last_weeks(guild)
        cells = [one for one in await asyncio.to_thread(published.opened, written) if one.weeks == 1]
        return [total(window(cells, last - 7 * back, 1)) for back in range(USUAL_WEEKS + 1)]

    @one_look
    def _last_weeks(self, look: Look, guild: GuildId) -> tuple[int, Sequence[published.Written]]:
        last = published.frozen_week(look, guild) or 0
        return last, published.cells(look, guild, since=last - 7 * USUAL_WEEKS)

    @one_look
    def channels(self, look: Look, guild: GuildId) -> guilds.Channels:
        """The moderators' place, the server's country and language."""
        return guilds.channels(look, guild)

    @one_look
    def is_moderator_role(self, look: Look, guild: GuildId, roles: Collection[int]) -> bool:
        """Whether one of these roles is the server's moderators'."""
        return not guilds.moderator_roles(look, guild).isdisjoint(roles)

    @one_look
    def is_on(self, look: Look, guild: GuildId) -> bool:
        """Whether the server has this feature switched on."""
        return "health" in guilds.features(look, guild)


def _with_figures(bare: Shown, last: int, written: Sequence[published.Written]) -> Shown:
    cells = published.opened(written)
    ours, earlier = window(cells, last, bare.weeks), window(cells, last - 7 * bare.weeks, bare.weeks)
    return replace(bare, now=total(ours), before=total(earlier), cells=ours)


def hours_east(zone: str | None, now: datetime) -> int:
    """Whole hours that a zone is east of UTC now; 0 for none."""
    offset = now.astimezone(ZoneInfo(zone)).utcoffset() if zone else None
    return round(offset.total_seconds() / 3600) if offset is not None else 0
