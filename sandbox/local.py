"""The sandbox itself: a Discord on this machine, for one `async with`."""

import asyncio
import base64
import random
import secrets
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from sandbox.clock import Clock
from sandbox.deeds import events, guilds, messages, threads
from sandbox.errors import SandboxViolation
from sandbox.faults import EventFaults, RestFaults
from sandbox.gateway.hub import Hub
from sandbox.gateway.intents import PRIVILEGED
from sandbox.people.person import Person
from sandbox.people.places import App, Server
from sandbox.people.town import Town
from sandbox.rest.checks import Checks, description
from sandbox.rest.server import Request, Rest
from sandbox.settings import Settings
from sandbox.spoiling import Faults
from sandbox.state.apps import Application
from sandbox.state.model import Message, User
from sandbox.state.world import World
from sandbox.web import routes

HOST = "127.0.0.1"
TICK_S = 1.0


class Sandbox:
    """A local Discord. `async with Sandbox.open() as discord:` starts its server on loopback."""

    def __init__(self, *, seed: int = 7, strict: bool = True, spec: Path | str | None = None) -> None:
        self.settings = Settings()
        self.clock = Clock()
        self.world = World(self.clock, self.settings, seed)
        self.random = random.Random(seed)
        self.strict = strict
        self.checks = Checks(description(Path(spec) if spec else None))
        event_faults, rest_faults = EventFaults(), RestFaults()
        self.hub = Hub(self.world, event_faults, self.checks.happened)
        self.faults = Faults(self.hub, rest_faults, event_faults)
        self.rest = Rest(self.world, self.hub, rest_faults, self.checks)
        self.town = Town(self.world, self.hub)
        self.port = 0

    @classmethod
    @asynccontextmanager
    async def open(
        cls, port: int = 0, *, seed: int = 7, strict: bool = True, spec: Path | str | None = None
    ) -> AsyncGenerator["Sandbox"]:
        """Serves on 127.0.0.1; port 0 takes a free one. Raises OSError for a busy port.

        Raises SandboxViolation at the end in strict mode if a request or an answer broke Discord's rules.
        """
        sandbox = cls(seed=seed, strict=strict, spec=spec)
        served = routes.application(sandbox.world, sandbox.town, sandbox.rest, sandbox.hub)
        runner = web.AppRunner(served, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        try:
            site = web.TCPSite(runner, HOST, port)
            await site.start()
            sandbox.listens_on(runner.addresses[0][1])
            async with _ticking(sandbox):
                yield sandbox
        finally:
            for connection in list(sandbox.hub.connections):
                connection.cut()
            await runner.cleanup()
        if strict and sandbox.violations:
            raise SandboxViolation("\n".join(sandbox.violations[:20]))

    def listens_on(self, port: int) -> None:
        """Sets the addresses that are given out."""
        self.port = port
        self.world.base = self.base
        self.hub.gateway = self.gateway

    @property
    def base(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def api(self) -> str:
        return f"{self.base}/api/v10"

    @property
    def gateway(self) -> str:
        return f"ws://{HOST}:{self.port}/"

    @property
    def clock_url(self) -> str:
        return f"{self.base}/clock"

    @property
    def requests(self) -> list[Request]:
        """Every request of every bot, with its answer."""
        return self.rest.log

    @property
    def violations(self) -> list[str]:
        return self.checks.violations

    @property
    def people(self) -> list[Person]:
        return [Person(self.town, one) for one in self.world.users.values() if not one.bot]

    @property
    def guilds(self) -> list[Server]:
        return [Server(self.town, one) for one in self.world.guilds.values()]

    def application(self, name: str, *, token: str | None = None, privileged: Collection[str] = ()) -> App:
        """A bot; `privileged` are the intents of its portal: members, presences, message_content."""
        if unknown := set(privileged) - set(PRIVILEGED):
            raise ValueError(f"unknown privileged intents: {', '.join(sorted(unknown))}")
        number = self.world.ids.old()
        user, owner = User(number, name, bot=True), User(self.world.ids.old(), f"{name}'s owner")
        app = Application(number, name, token or _token(number), user, owner, frozenset(privileged))
        self.world.users[number] = user
        self.world.apps[number] = app
        return App(app)

    def person(self, name: str, *, locale: str = "en-US", dms_open: bool = True) -> Person:
        """Somebody with a Discord account."""
        user = User(self.world.ids.old(), name, locale, dms_open=dms_open)
        self.world.users[user.id] = user
        return Person(self.town, user)

    def guild(self, name: str, *, owner: Person, locale: str = "en-US") -> Server:
        """A server with everyone's role and a text channel "general"."""
        return Server(self.town, guilds.make(self.world, name, owner.user, locale=locale))

    async def until(self, so: Callable[[], object], timeout: float = 10.0) -> None:  # noqa: ASYNC109  people's name
        """Waits until something is so, looking again at each change. Raises TimeoutError with what was there."""
        if not await self.town.until(so, timeout):
            raise TimeoutError(f"not so after {timeout:g} s; there was: {self.sketch()}")

    def sketch(self) -> str:
        """The last messages of each channel and the last requests, for the words of a failure."""
        lines: list[str] = []
        for channel in self.world.channels.values():
            last = list(channel.messages.values())[-3:]
            where = f"#{channel.name}" if channel.guild else f"DM of {channel.recipients[0].name}"
            lines += [f"{where} {one.author.name}: {_short(one)}" for one in last]
        lines += [f"{one.method} {one.route} → {one.status}" for one in self.requests[-8:]]
        return "; ".join(lines) or "nothing at all"


def _token(number: int) -> str:
    """A token of Discord's form: the bot's id in base64, and two parts that mean nothing here."""
    return f"{base64.b64encode(str(number).encode()).decode()}.{secrets.token_urlsafe(4)}.{secrets.token_urlsafe(28)}"


def _short(message: Message) -> str:
    return repr(messages.words(message).strip()[:120])


@asynccontextmanager
async def _ticking(sandbox: Sandbox) -> AsyncGenerator[None]:
    """Lets happen what people's clock brings: threads fall asleep, events begin and end."""

    def due() -> None:
        threads.put_to_sleep(sandbox.world)
        events.pass_time(sandbox.world)

    async def tick() -> None:
        while True:
            await asyncio.sleep(TICK_S)
            due()

    sandbox.clock.moved.append(due)
    task = asyncio.create_task(tick())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
