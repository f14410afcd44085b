"""Orders faults: of requests, of connections, of events."""

from sandbox.faults import EventFaults, Hold, RestFault, RestFaults
from sandbox.gateway.hub import Hub
from sandbox.people.places import App


class Faults:
    """What can be made to go wrong. Routes are Discord's templates: `/channels/{channel_id}/messages`."""

    def __init__(self, hub: Hub, rest: RestFaults, events: EventFaults) -> None:
        self._hub = hub
        self._rest = rest
        self._events = events

    def fail(self, method: str, route: str, *, status: int = 500, times: int = 1, code: int = 0) -> None:
        """The next requests are answered with this status and never carried out."""
        self._rest.add(RestFault(method, route, times, status=status, code=code))

    def store_then_cut(self, route: str, *, method: str = "POST", times: int = 1) -> None:
        """The next requests are carried out, and the connection ends before the answer."""
        self._rest.add(RestFault(method, route, times, cut=True))

    def slow(self, route: str, seconds: float, *, method: str | None = None, times: int = 1) -> None:
        """The next requests wait before they are carried out."""
        self._rest.add(RestFault(method, route, times, delay=seconds))

    def hold(self, method: str, route: str, *, about: int | None = None) -> Hold:
        """The next request, `about` this message or channel, stands still before it is carried out, until let go."""
        hold = Hold()
        self._rest.add(RestFault(method, route, 1, hold=hold, about=str(about or "")))
        return hold

    def rate_limit(
        self, route: str, retry_after: float, times: int = 1, *, is_global: bool = False, method: str | None = None
    ) -> None:
        """The next requests are answered 429."""
        self._rest.add(RestFault(method, route, times, retry_after=retry_after, is_global=is_global))

    def calm(self) -> None:
        """Forgets all faults that wait."""
        self._rest.waiting.clear()
        self._events.planned.clear()
        self._events.delays.clear()
        self._hub.refusals.clear()

    def drop(self, app: App, *, resumable: bool = True) -> None:
        """Cuts the bot's connections without a word; if not `resumable`, a resume is answered with op 9."""
        self._hub.drop(app.state, resumable=resumable)

    def refuse_connections(self, *, status: int = 503, times: int = 1) -> None:
        """The next connections to the gateway, to resume or anew, end in the handshake, as from the edge before it."""
        self._hub.refusals.extend([status] * times)

    def reconnect(self, app: App) -> None:
        """Asks the bot to connect anew and resume (op 7)."""
        self._hub.send_all(app.state, {"op": 7, "d": None, "s": None, "t": None})

    def invalidate(self, app: App, *, resumable: bool = False) -> None:
        """Tells the bot that its session is invalid (op 9)."""
        self._hub.send_all(app.state, {"op": 9, "d": resumable, "s": None, "t": None}, end=not resumable)

    def repeat_events(self, name: str, *, copies: int = 2, times: int = 1) -> None:
        """The next events of this name come several times."""
        self._events.planned.setdefault(name, []).extend([[0.0] * copies] * times)

    def lose_events(self, name: str, *, times: int = 1) -> None:
        """The next events of this name never come."""
        self._events.planned.setdefault(name, []).extend([list[float]() for _ in range(times)])

    def delay_events(self, name: str, seconds: float) -> None:
        """All events of this name come late from now on; 0 ends it."""
        self._events.delays[name] = seconds
