"""What people do with their jar."""

from bot.data.keys import Keys
from bot.data.unit import Look, Rows, Unit, one_look, one_unit
from bot.domain.ids import GuildId, LineId, MemberId
from cogs.cheering import store
from cogs.cheering.model import JarLine


class Jar:
    """A person's own kept lines."""

    def __init__(self, rows: Rows, keys: Keys) -> None:
        self.rows = rows
        self._keys = keys

    @one_look
    def open(self, look: Look, guild: GuildId, owner: MemberId, place: int) -> JarLine | None:
        """The line at `place`, 0 is the newest; the last one for a place beyond. None for an empty jar."""
        total = store.count(look, guild, owner)
        if total == 0:
            return None
        place = min(max(place, 0), total - 1)
        row = store.nth(look, guild, owner, place)
        if row is None:
            return None
        said = self._keys.open(row.sealed, f"jar|{row.id}")
        return JarLine(LineId(row.id), row.giver_id, said, place, total)

    @one_unit
    def remove(self, unit: Unit, guild: GuildId, owner: MemberId, line: LineId) -> bool:
        """False if it was gone already."""
        return store.remove(unit, guild, owner, line)
