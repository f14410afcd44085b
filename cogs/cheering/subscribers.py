"""What cheering does about what others said. Rows only."""

from bot.data.doors import Door, Doors
from bot.data.keys import Keys
from bot.data.unit import Unit
from bot.domain.events import LineGiven, LineKept
from bot.domain.ids import LineId, random_id
from cogs.cheering import store
from cogs.cheering.model import Entry, Source


class JarSubscribers:
    """Hears of lines."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._doors = Doors(keys)

    def keep_line(self, unit: Unit, fact: LineGiven) -> None:
        """A line given by name is its receiver's to keep, unless a door between the two is shut."""
        if fact.giver is not None:
            door = self._doors.between(unit.connection, fact.guild, fact.giver, fact.receiver)
            if door is not Door.OPEN:
                return
        said = self._keys.open(fact.sealed, f"line|{fact.line}")
        entry = Entry(fact.line, fact.guild, fact.receiver, fact.giver, Source.GIVEN, said)
        store.keep(unit, self._keys, entry)

    def keep_from_vent(self, unit: Unit, fact: LineKept) -> None:
        """The words come in alone, under a number of their own.

        The line's number or its writer's name beside them would lead to the vent, whose rows hold these too.
        """
        said = self._keys.open(fact.sealed, f"kept|{fact.line}")
        entry = Entry(LineId(random_id()), fact.guild, fact.owner, None, Source.KEPT, said)
        store.keep(unit, self._keys, entry)
