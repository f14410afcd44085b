"""What cheering does about what others said."""

from bot.data.unit import Unit
from bot.domain.events import LineGiven
from cogs.cheering.service import Jar


class JarSubscribers:
    """Hears of lines."""

    def __init__(self, jar: Jar) -> None:
        self._jar = jar

    def keep_line(self, unit: Unit, fact: LineGiven) -> None:
        """A line by name is the receiver's to keep."""
        self._jar.keep(unit, fact)
