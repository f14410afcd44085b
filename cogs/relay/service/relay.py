"""All that can be done in the relay, in one hand."""

from dataclasses import dataclass

from cogs.relay.service.asking import Asking
from cogs.relay.service.authors import Authors
from cogs.relay.service.board import Board
from cogs.relay.service.course import Course
from cogs.relay.service.listening import Listening
from cogs.relay.service.tools import Tools


@dataclass(frozen=True)
class Relay:
    """By who does it."""

    listening: Listening
    asking: Asking
    authors: Authors
    course: Course
    board: Board


def relay(tools: Tools) -> Relay:
    """Built once, from what they share."""
    course = Course(tools)
    return Relay(Listening(tools), Asking(tools, course), Authors(tools), course, Board(tools))
