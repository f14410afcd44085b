"""What is switched on where."""

from bot.data import guilds
from bot.data.unit import Look, Rows, one_look
from bot.domain.ids import GuildId


class Servers:
    """Looks only."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    @one_look
    def features(self, look: Look, guild: GuildId) -> frozenset[str]:
        """The features that are on, by name."""
        return guilds.features(look, guild)
