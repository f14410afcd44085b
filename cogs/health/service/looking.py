"""What a moderator looks at: only what is published, and what waits right now."""

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.data import guilds
from bot.data.community import group
from bot.data.unit import Look, Rows, one_look
from bot.domain.clock import Wall, from_ms, to_ms
from bot.domain.groups import column_of
from bot.domain.ids import GuildId
from cogs.health.model.cells import OPEN_WEEKS_AT_MOST, Cell, total, window
from cogs.health.model.definitions import Figures, Mutuality, waiting
from cogs.health.model.panel import DETAILS, Detail, Shown
from cogs.health.model.work import FIRST_WEEK
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
        return await self._shown(guild, weeks, circle, self.now())

    @one_look
    def _shown(self, look: Look, guild: GuildId, weeks: int, circle: int | None, now: datetime) -> Shown:
        size = group(look, guild, now)
        detail = DETAILS[column_of(size.readers, size.people)]
        since_ms = published.since_ms(look, guild)
        young = since_ms is None or now - from_ms(since_ms) < FIRST_WEEK
        ages = [max(0, to_ms(now) - at) for at in unpublished.waiting_since(look, guild)]
        last = published.frozen_week(look, guild)
        if last is None:
            return Shown(detail, weeks, young, waiting(ages))
        first = last - 7 * (2 * weeks - 1)
        cells = published.cells(look, guild, first - 7 * (OPEN_WEEKS_AT_MOST + 1), ends=first)
        ours, earlier = window(cells, last, weeks, circle), window(cells, last - 7 * weeks, weeks, circle)
        # of the whole server: there are too few people in a circle to shuffle
        mutual = tuple(published.mutualities(look, guild))
        everywhere = window(cells, last, weeks)
        return Shown(detail, weeks, young, waiting(ages), total(ours), total(earlier), mutual, everywhere)

    async def cells(self, guild: GuildId) -> tuple[list[Cell], list[Mutuality]]:
        """All that was ever published, for a copy; nothing where a group is too small to be shown figures."""
        return await self._cells(guild, self.now())

    @one_look
    def _cells(self, look: Look, guild: GuildId, now: datetime) -> tuple[list[Cell], list[Mutuality]]:
        size = group(look, guild, now)
        if DETAILS[column_of(size.readers, size.people)] in {Detail.BOARD_ONLY, Detail.WORDS}:
            return [], []
        return list(published.cells(look, guild)), list(published.mutualities(look, guild))

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

    @one_look
    def last_two_weeks(self, look: Look, guild: GuildId) -> tuple[Figures, Figures]:
        """The week that was frozen last and the one before it, for the digest; of cells that are one week only."""
        last = published.frozen_week(look, guild)
        if last is None:
            return Figures(), Figures()
        cells = [one for one in published.cells(look, guild, last - 7) if one.weeks == 1]
        return total(window(cells, last, 1)), total(window(cells, last - 7, 1))


def hours_east(zone: str | None, now: datetime) -> int:
    """Whole hours that a zone is east of UTC now; 0 for none."""
    offset = now.astimezone(ZoneInfo(zone)).utcoffset() if zone else None
    return round(offset.total_seconds() / 3600) if offset is not None else 0
