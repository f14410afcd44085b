"""What can go wrong with a network and with Discord, on demand."""

import asyncio
import re
from dataclasses import dataclass, field

from sandbox.errors import Json


@dataclass(frozen=True)
class Hold:
    """A request that stands still before it is carried out: `came` once it is there, until `let_go` is set."""

    came: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class RestFault:
    """A fault of the next `times` requests to a route."""

    method: str | None
    route: str
    times: int
    status: int | None = None
    code: int = 0
    cut: bool = False
    delay: float = 0.0
    hold: Hold | None = None
    retry_after: float | None = None
    is_global: bool = False
    about: str = ""
    """Only a request with this in its path."""


@dataclass
class EventFaults:
    """How often an event still comes: by name, a list of the delays of its copies (none: lost)."""

    planned: dict[str, list[list[float]]] = field(default_factory=dict[str, list[list[float]]])
    delays: dict[str, float] = field(default_factory=dict[str, float])

    def fate_of(self, name: str) -> list[float]:
        """The delays in seconds with which the event is sent; nothing when it is lost."""
        if queue := self.planned.get(name):
            return queue.pop(0)
        return [self.delays.get(name, 0.0)]


class RestFaults:
    """Faults waiting for their request, in the order in which they were ordered."""

    def __init__(self) -> None:
        self.waiting: list[RestFault] = []

    def add(self, fault: RestFault) -> None:
        self.waiting.append(fault)

    def next_for(self, method: str, route: str, path: str) -> RestFault | None:
        """The fault that this request meets."""
        for fault in self.waiting:
            if fault.method in (None, method) and plain(fault.route) == plain(route) and fault.about in path:
                fault.times -= 1
                if not fault.times:
                    self.waiting.remove(fault)
                return fault
        return None


def plain(route: str) -> str:
    """A route whatever its parameters are called."""
    return re.sub(r"\{[^}]*\}", "{}", route)


def too_many(retry_after: float, *, is_global: bool) -> Json:
    """The body of a 429 (documentation, Rate Limits)."""
    return {"message": "You are being rate limited.", "retry_after": retry_after, "global": is_global, "code": 0}
