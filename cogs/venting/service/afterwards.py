"""Answers `AfterwardFigures`: how people were when their post had ended."""

from bot.data.unit import Look, Rows, one_look
from bot.domain.ids import GuildId
from bot.domain.ports import Afterwards
from cogs.venting.model.afterwards import afterwards
from cogs.venting.model.vent import week_of
from cogs.venting.store import rooms


class HowTheyWere:
    """Numbers only; who answered what stands nowhere."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    @one_look
    def afterwards(self, look: Look, guild: GuildId, weeks: int) -> Afterwards | None:
        """Of the last `weeks` whole weeks; None where it would be of fewer than ten."""
        return afterwards(rooms.hows(look, guild), week_of(self.rows.wall.now()), weeks)
