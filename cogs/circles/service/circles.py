"""All that can be done with circles, in one hand."""

from dataclasses import dataclass

from cogs.circles.service.keeping import Keeping
from cogs.circles.service.looking import Looking
from cogs.circles.service.proposing import Proposing
from cogs.circles.service.seating import Seating
from cogs.circles.service.tools import Tools


@dataclass(frozen=True)
class Circles:
    """By who does it."""

    seating: Seating
    looking: Looking
    keeping: Keeping
    proposing: Proposing


def circles(tools: Tools) -> Circles:
    """Built once, from what they share."""
    return Circles(Seating(tools), Looking(tools), Keeping(tools), Proposing(tools))
