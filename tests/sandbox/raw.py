"""A bot without a library: plain requests and a plain connection, for rules that libraries keep by themselves."""

import asyncio
import json
import zlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from sandbox import App, Member, Sandbox, Server

GUILDS, MESSAGES, REACTIONS, DMS, CONTENT = 1, 1 << 9, 1 << 10, 1 << 12, 1 << 15
USUAL = GUILDS | MESSAGES | REACTIONS | DMS


class Gateway:
    """One connection."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, *, packed: bool) -> None:
        self.socket = socket
        self._inflate = zlib.decompressobj() if packed else None
        self.last = 0
        self.session = ""

    async def send(self, op: int, data: Any) -> None:
        await self.socket.send_str(json.dumps({"op": op, "d": data}))

    async def next(self) -> dict[str, Any]:
        """The next payload; an end of the connection is `{"close": code}`."""
        frame = await asyncio.wait_for(self.socket.receive(), 5)
        if frame.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.ERROR):
            return {"close": self.socket.close_code}
        text = self._inflate.decompress(frame.data) if self._inflate else frame.data
        payload = json.loads(text)
        self.last = payload.get("s") or self.last
        return payload

    async def until(self, name: str) -> dict[str, Any]:
        """The data of the next event of this name."""
        while (payload := await self.next()).get("t") != name:
            assert "close" not in payload, payload
        return payload["d"]

    async def identify(self, token: str, intents: int = USUAL, **more: Any) -> dict[str, Any]:
        """Says who it is; gives the next payload (READY if all is well)."""
        properties = {"os": "linux", "browser": "raw", "device": "raw"}
        await self.send(2, {"token": token, "intents": intents, "properties": properties, **more})
        payload = await self.next()
        if payload.get("t") == "READY":
            self.session = payload["d"]["session_id"]
        return payload


class Raw:
    """A bot that asks directly."""

    def __init__(self, local: Sandbox, app: App, session: aiohttp.ClientSession) -> None:
        self.local = local
        self.app = app
        self.session = session
        self.headers: dict[str, str] = {}

    async def ask(self, method: str, path: str, body: Any = None, *, token: str | None = None) -> tuple[int, Any]:
        """The status and the body of the answer."""
        headers = {"Authorization": f"Bot {token or self.app.token}"}
        async with self.session.request(method, self.local.api + path, json=body, headers=headers) as answer:
            self.headers = dict(answer.headers)
            return answer.status, await answer.json(content_type=None)

    async def code(self, method: str, path: str, body: Any = None) -> int | None:
        """Discord's error code, None where the request was granted."""
        status, answer = await self.ask(method, path, body)
        return answer["code"] if status >= 400 else None

    async def send(self, channel_id: int, content: str = "words", **more: Any) -> Any:
        status, answer = await self.ask("POST", f"/channels/{channel_id}/messages", {"content": content, **more})
        assert status == 200, answer
        return answer

    @asynccontextmanager
    async def gateway(self, *, packed: bool = False, query: str = "v=10&encoding=json") -> AsyncGenerator[Gateway]:
        """A connection that was greeted."""
        address = f"{self.local.gateway}?{query}" + ("&compress=zlib-stream" if packed else "")
        async with self.session.ws_connect(address) as socket:
            gateway = Gateway(socket, packed=packed)
            if "v=10" in query:
                assert (await gateway.next())["op"] == 10
            yield gateway

    @asynccontextmanager
    async def ready(self, intents: int = USUAL) -> AsyncGenerator[Gateway]:
        """A connection that is logged in."""
        async with self.gateway() as gateway:
            assert (await gateway.identify(self.app.token, intents))["t"] == "READY"
            yield gateway

    async def answer(self, interaction: dict[str, Any], kind: int, **data: Any) -> tuple[int, Any]:
        """The first response."""
        path = f"/interactions/{interaction['id']}/{interaction['token']}/callback?with_response=1"
        return await self.ask("POST", path, {"type": kind, "data": data} if data else {"type": kind})

    async def hook(self, interaction: dict[str, Any], method: str, path: str = "", body: Any = None) -> tuple[int, Any]:
        """A request with the interaction's token."""
        return await self.ask(method, f"/webhooks/{self.app.id}/{interaction['token']}{path}", body)


class Home:
    """A server with Ada (owner), Ben (member) and a bot; `raw` is the bot."""

    def __init__(self, local: Sandbox, session: aiohttp.ClientSession) -> None:
        self.local = local
        self.app = local.application("Helper")
        self.guild: Server = local.guild("Home", owner=local.person("Ada"))
        self.ada: Member = self.guild.members[0]
        self.ben: Member = self.guild.join(local.person("Ben"))
        self.guild.install(self.app)
        self.room = self.guild.general
        self.raw = Raw(local, self.app, session)

    @property
    def here(self) -> str:
        return f"/channels/{self.room.id}"

    async def commands(self, *commands: dict[str, Any]) -> None:
        status, answer = await self.raw.ask("PUT", f"/applications/{self.app.id}/commands", list(commands))
        assert status == 200, answer


@asynccontextmanager
async def home(*, strict: bool = False) -> AsyncGenerator[Home]:
    """A server with two people and a bot; not strict, as rules are broken here on purpose."""
    async with Sandbox.open(strict=strict) as local, aiohttp.ClientSession() as session:
        yield Home(local, session)
