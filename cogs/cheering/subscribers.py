"""What cheering does about what others said. Rows only."""

from bot.data.keys import Keys
from bot.data.unit import Unit
from bot.domain.events import LineGiven
from cogs.cheering import store


class JarSubscribers:
    """Hears of lines."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def keep_line(self, unit: Unit, fact: LineGiven) -> None:
        """A line given by name is its receiver's to keep."""
        said = self._keys.open(fact.sealed, f"line|{fact.line}")
        values = {
            "id": fact.line, "guild_id": fact.guild, "owner_id": fact.receiver, "giver_id": fact.giver,
            "sealed": self._keys.seal(said, f"jar|{fact.line}"), "kept_ms": unit.now_ms,
        }  # fmt: skip
        store.keep(unit, values)
