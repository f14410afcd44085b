"""What a moderator looks at: only what is published, and what waits right now."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.data import guilds
from bot.data.community import group
from bot.data.unit import Look, Rows, one_look
from bot.domain.clock import Wall, from_ms, to_ms
from bot.domain.groups import column_of
from bot.domain.ids import GuildId
from cogs.health.model.cells import Cell, total, window
from cogs.health.model.definitions import Figures, Mutuality, waiting
from cogs.health.model.panel import DETAILS, Shown
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
        cells = published.cells(look, guild, last - 7 * (3 * weeks))
        ours, earlier = window(cells, last, weeks, circle), window(cells, last - 7 * weeks, weeks, circle)
        mutual: tuple[Mutuality, ...] = tuple(published.mutualities(look, guild)) if circle is None else ()
        return Shown(detail, weeks, young, waiting(ages), total(ours), total(earlier), mutual, ours)

    @one_look
    def cells(self, look: Look, guild: GuildId) -> tuple[list[Cell], list[Mutuality]]:
        """All that was ever published, for a copy."""
        return list(published.cells(look, guild)), list(published.mutualities(look, guild))

    @one_look
    def channels(self, look: Look, guild: GuildId) -> guilds.Channels:
        """The moderators' place, the server's country and language."""
        return guilds.channels(look, guild)

    @one_look
    def is_on(self, look: Look, guild: GuildId) -> bool:
        """Whether the server has this feature switched on."""
        return "health" in guilds.features(look, guild)

    @one_look
    def last_two_weeks(self, look: Look, guild: GuildId) -> tuple[Figures, Figures]:
        """The week that was frozen last and the one before it, for the digest."""
        last = published.frozen_week(look, guild)
        if last is None:
            return Figures(), Figures()
        cells = published.cells(look, guild, last - 7 * 13)
        return total(window(cells, last, 1)), total(window(cells, last - 7, 1))


def hours_east(zone: str | None, now: datetime) -> int:
    """Whole hours that a zone is east of UTC now; 0 for none."""
    offset = now.astimezone(ZoneInfo(zone)).utcoffset() if zone else None
    return round(offset.total_seconds() / 3600) if offset is not None else 0
