"""What venting does about what others said. Rows only."""

from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.events import RoomsChosen
from cogs.venting.model import Work


def place_panels(unit: Unit, fact: RoomsChosen) -> None:
    """A room was chosen: the way in goes there."""
    for room in fact.vent_rooms:
        unit.schedule(NewJob(kind=Work.PANEL, key=str(room), guild=fact.guild))
