"""Routes of the API, found by their path, and what a handler is given."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sandbox.errors import Json, Refused, field_error, not_found, refuse
from sandbox.gateway.hub import Hub
from sandbox.state.apps import Application
from sandbox.state.model import Channel, Guild, Message
from sandbox.state.world import World


@dataclass
class Upload:
    """A file of a multipart request; `index` is its place in `files[n]`."""

    index: int
    filename: str
    content_type: str
    data: bytes


@dataclass
class Call:
    """One request, with what its path and body hold."""

    world: World
    hub: Hub
    params: dict[str, str]
    query: dict[str, str]
    body: Any = None
    files: list[Upload] = field(default_factory=list[Upload])
    sender: Application | None = None
    reason: str | None = None

    @property
    def app(self) -> Application:
        """The bot that asks. Raises 401 without a token."""
        if self.sender is None:
            raise refuse(0)
        return self.sender

    @property
    def json(self) -> Json:
        """The body as an object."""
        if self.body is None:
            return {}
        if not isinstance(self.body, dict):
            raise refuse(50109)
        return self.body  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]

    def id(self, name: str) -> int:
        """An id of the path. Raises 50035 when it is not a number."""
        value = self.params[name]
        if not value.isdecimal():
            raise field_error(name, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')
        return int(value)

    def number(self, name: str, usual: int, least: int, most: int) -> int:
        """A whole number of the query within its bounds."""
        text = self.query.get(name)
        if text is None:
            return usual
        if not text.lstrip("-").isdecimal():
            raise field_error(name, "NUMBER_TYPE_COERCE", f'Value "{text}" is not int.')
        value = int(text)
        if not least <= value <= most:
            worst = "NUMBER_TYPE_MIN" if value < least else "NUMBER_TYPE_MAX"
            raise field_error(name, worst, f"int value should be between {least} and {most}.")
        return value

    @property
    def channel(self) -> Channel:
        return self.world.channel(self.id("channel_id"))

    @property
    def guild(self) -> Guild:
        return self.world.guild_for(self.app, self.id("guild_id"))

    @property
    def message(self) -> Message:
        return self.world.message(self.channel, self.id("message_id"))

    @property
    def content_intent(self) -> bool:
        """Whether the app may read what others write (its portal's switch counts for the HTTP API)."""
        return "message_content" in self.app.privileged


@dataclass
class Reply:
    """An answer; no body is 204."""

    body: Any = None
    status: int = 200

    def __post_init__(self) -> None:
        if self.body is None and self.status == 200:
            self.status = 204


Handler: TypeAlias = Callable[[Call], Awaitable[Reply]]


@dataclass
class Route:
    """A method and path. `limit` is requests in seconds; interaction endpoints are `free` of token and global limit."""

    method: str
    template: str
    handler: Handler
    limit: tuple[int, float] = (50, 1.0)
    free: bool = False

    @property
    def bucket(self) -> str:
        return f"{self.method} {self.template}"


class Routes:
    """A table of routes; literal parts of a path win over parameters."""

    def __init__(self) -> None:
        self.all: list[Route] = []

    def on(
        self, method: str, template: str, *, limit: tuple[int, float] = (50, 1.0), free: bool = False
    ) -> Callable[[Handler], Handler]:
        """Names the route of a handler; several names may stand above one handler."""

        def named(handler: Handler) -> Handler:
            self.all.append(Route(method, template, handler, limit, free))
            return handler

        return named


class Finder:
    """Finds the route of a request."""

    def __init__(self, tables: list[Routes]) -> None:
        self._routes = [(_pattern(route.template), route) for table in tables for route in table.all]
        self._routes.sort(key=lambda pair: pair[1].template.count("{"))

    def find(self, method: str, path: str) -> tuple[Route, dict[str, str]]:
        """The route and its parameters. Raises 404 for a path or method that does not exist."""
        elsewhere = False
        for pattern, route in self._routes:
            if match := pattern.fullmatch(path):
                if route.method == method:
                    return route, match.groupdict()
                elsewhere = True
        if elsewhere:
            raise refuse_method()
        raise not_found()


def refuse_method() -> Refused:
    return Refused(405, {"message": "405: Method Not Allowed", "code": 0})


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"(\{\w+\})", template)
    return re.compile("".join(f"(?P<{part[1:-1]}>[^/]+)" if part[:1] == "{" else re.escape(part) for part in parts))
