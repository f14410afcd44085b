"""All that can be done with vents, in one hand."""

from dataclasses import dataclass

from cogs.venting.service.afterwards import HowTheyWere
from cogs.venting.service.answering import Answering
from cogs.venting.service.counting import Counting
from cogs.venting.service.course import Course
from cogs.venting.service.faces import Faces
from cogs.venting.service.holding import Holding
from cogs.venting.service.known_rooms import KnownRooms
from cogs.venting.service.losing import Losing
from cogs.venting.service.moderated import Moderated
from cogs.venting.service.owning import Owning
from cogs.venting.service.posting import Posting
from cogs.venting.service.received import OwnSupport
from cogs.venting.service.talking import Talking
from cogs.venting.service.tools import Tools


@dataclass(frozen=True)
class Vents:
    """By who does it."""

    posting: Posting
    owning: Owning
    answering: Answering
    talking: Talking
    course: Course
    moderated: Moderated
    received: OwnSupport
    holding: Holding
    faces: Faces
    known_rooms: KnownRooms
    losing: Losing
    counting: Counting
    afterwards: HowTheyWere


def vents(tools: Tools) -> Vents:
    """Built once, from what they share."""
    answering = Answering(tools)
    holding = Holding(tools, answering)
    course, moderated, talking = Course(tools, holding), Moderated(tools), Talking(tools, answering)
    return Vents(
        Posting(tools), Owning(tools), answering, talking, course, moderated, OwnSupport(tools),
        holding, Faces(tools), KnownRooms(tools.rows), Losing(tools, talking), Counting(tools),
        HowTheyWere(tools),
    )  # fmt: skip
