"""All that can be done with check-ins, in one hand."""

from dataclasses import dataclass

from cogs.checkins.service.answering import Answering
from cogs.checkins.service.planning import Planning
from cogs.checkins.service.putting_off import PuttingOff
from cogs.checkins.service.recaps import Recaps
from cogs.checkins.service.sending import Sending
from cogs.checkins.service.tools import Tools


@dataclass(frozen=True)
class Checkins:
    """By who does it."""

    planning: Planning
    answering: Answering
    sending: Sending
    recaps: Recaps
    putting_off: PuttingOff


def checkins(tools: Tools) -> Checkins:
    """Built once, from what they share."""
    answering = Answering(tools)
    return Checkins(Planning(tools), answering, Sending(tools), Recaps(tools, answering), PuttingOff(tools))
