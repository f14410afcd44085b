"""What venting does about what others said. Rows only."""

from bot.data.unit import Unit
from bot.domain.events import RoomsChosen
from cogs.venting.service import Vents


class VentSubscribers:
    """Hears of rooms."""

    def __init__(self, vents: Vents) -> None:
        self._vents = vents

    def place_panels(self, unit: Unit, fact: RoomsChosen) -> None:
        """A room was chosen: the way in goes there."""
        for room in fact.vent_rooms:
            self._vents.move_panel(unit, fact.guild, room)
