"""The WebSocket end of the gateway: hello, identify, heartbeats, resume, close codes."""

import asyncio
import json
import time
from collections import deque
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web

from sandbox.errors import Json
from sandbox.gateway import hub as hubs
from sandbox.gateway import intents
from sandbox.gateway.hub import Hub
from sandbox.gateway.session import Connection, Session

LARGEST_PAYLOAD = 4096


class Close(Exception):
    """The gateway ends the connection with this code (documentation, Gateway Close Event Codes)."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Gateway:
    """Serves WebSocket connections for the hub."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.settings = hub.world.settings
        self._chunks: dict[tuple[int, str], float] = {}

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection from hello to its end; or none, where the edge before the gateway refuses it."""
        if self.hub.refusals:
            status = self.hub.refusals.pop(0)
            return web.Response(status=status, text=f"error code: {status}", headers={"Retry-After": "1"})
        socket = web.WebSocketResponse(max_msg_size=1 << 20, autoping=True)
        await socket.prepare(request)
        connection = Connection(socket, request, compress=request.query.get("compress") == "zlib-stream")
        self.hub.connections.add(connection)
        writer = asyncio.create_task(connection.write())
        talk = Talk(self, connection)
        try:
            await talk.run(request)
        except Close as end:
            await self._flush(connection, writer)
            with suppress(ConnectionError):
                await socket.close(code=end.code, message=end.reason.encode())
        finally:
            talk.leave()
            connection.put_end()
            await writer
            self.hub.connections.discard(connection)
            self.hub.world.changed()
        return socket

    async def _flush(self, connection: Connection, writer: "asyncio.Task[None]") -> None:
        connection.put_end()
        await asyncio.wait([writer], timeout=1)

    def may_ask_all(self, session: Session, guild_id: str) -> float:
        """Seconds until this session may ask for all members of the server again; 0 is now."""
        key, now = (session.app.id, guild_id), time.monotonic()
        wait = self._chunks.get(key, 0) + 30 - now
        if wait <= 0:
            self._chunks[key] = now
        return max(wait, 0)


class Talk:
    """What is said on one connection."""

    def __init__(self, gateway: Gateway, connection: Connection) -> None:
        self.gateway = gateway
        self.hub = gateway.hub
        self.settings = gateway.settings
        self.connection = connection
        self.session: Session | None = None
        self._sends: deque[float] = deque()
        self._closed_by_bot: int | None = None

    async def run(self, request: web.Request) -> None:
        if request.query.get("v", "10") not in ("9", "10"):
            raise Close(4012, "You sent an invalid version for the gateway.")
        interval = self.settings.heartbeat_interval
        self.connection.put({"op": 10, "s": None, "t": None, "d": {"heartbeat_interval": int(interval * 1000)}})
        await self._listen(interval * 1.5)

    async def _listen(self, patience: float) -> None:
        """Reads until the bot leaves; silence longer than one and a half heartbeats ends it (4009)."""
        beat = time.monotonic()
        while True:
            try:
                async with asyncio.timeout(max(0.01, beat + patience - time.monotonic())):
                    frame = await self.connection.socket.receive()
            except TimeoutError:
                raise Close(4009, "Session timed out.") from None
            if frame.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                self._closed_by_bot = self.connection.socket.close_code
                return
            body = self._decoded(frame.data)
            if body["op"] == 1:
                beat = time.monotonic()
            self._hear(body["op"], body.get("d"))

    def _decoded(self, data: Any) -> Json:
        now = time.monotonic()
        self._sends.append(now)
        while self._sends[0] < now - self.settings.gateway_sends_window:
            self._sends.popleft()
        if len(self._sends) > self.settings.gateway_sends:
            raise Close(4008, "Rate limited.")
        try:
            body = json.loads(data)
        except (ValueError, UnicodeDecodeError):
            raise Close(4002, "Error while decoding payload.") from None
        if len(data) > LARGEST_PAYLOAD or not isinstance(body, dict) or not isinstance(body.get("op"), int):  # pyright: ignore[reportUnknownMemberType]
            raise Close(4002, "Error while decoding payload.")
        return body  # pyright: ignore[reportUnknownVariableType]

    def _hear(self, op: int, data: Any) -> None:
        if op == 1:
            self.connection.put({"op": 11, "d": None, "s": None, "t": None})
        elif op == 2:
            self._identify(data)
        elif op == 6:
            self._resume(data)
        elif op not in (3, 4, 8, 31, 43):
            raise Close(4001, "Unknown opcode.")
        elif self.session is None:
            raise Close(4003, "Not authenticated.")
        elif op == 8:
            self._members(self.session, data)

    def _identify(self, data: Json) -> None:
        if self.session is not None:
            raise Close(4005, "Already authenticated.")
        app = self.hub.world.app_of_token(str(data.get("token", "")).removeprefix("Bot "))
        if app is None:
            raise Close(4004, "Authentication failed.")
        wanted = data.get("intents")
        if not isinstance(wanted, int) or wanted & ~intents.KNOWN or wanted < 0:
            raise Close(4013, "Invalid intent(s).")
        secret = intents.mask(frozenset(intents.PRIVILEGED)) & ~intents.mask(app.privileged)
        if wanted & secret:
            raise Close(4014, "Disallowed intent(s).")
        shard = _shard(data.get("shard"))
        if not self._may_identify(app.identifies, shard[0]):
            self.connection.put({"op": 9, "d": False, "s": None, "t": None})
            return
        self.session = self.hub.begin(app, shard, wanted, self.connection)

    def _may_identify(self, starts: list[float], shard: int) -> bool:
        """Session start limit (4004, as the token is then reset) and `max_concurrency` in 5 s (op 9)."""
        now = time.monotonic()
        starts[:] = [one for one in starts if one > now - 86400]
        if len(starts) >= self.settings.session_starts:
            raise Close(4004, "Authentication failed.")
        recent = sum(one > now - self.settings.identify_window for one in starts)
        if recent >= self.settings.max_concurrency:
            return False
        starts.append(now)
        return True

    def _resume(self, data: Json) -> None:
        app = self.hub.world.app_of_token(str(data.get("token", "")).removeprefix("Bot "))
        if app is None:
            raise Close(4004, "Authentication failed.")
        session = self.hub.resumable(str(data.get("session_id")))
        if session is None or session.app is not app:
            self.connection.put({"op": 9, "d": False, "s": None, "t": None})
            return
        seen = int(data.get("seq") or 0)
        if seen > session.sequence:
            self.hub.end(session)
            raise Close(4007, "Invalid seq.")
        if session.connection is not None:
            session.connection.cut()
        session.connection, session.left_at = self.connection, None
        self.session = session
        session.replay(seen)
        session.put("RESUMED", {"_trace": []})
        self.hub.world.changed()

    def _members(self, session: Session, data: Json) -> None:
        everyone = data.get("user_ids") is None and not data.get("query") and not data.get("limit")
        if everyone and not session.intents & intents.MEMBERS:
            raise Close(4014, "Disallowed intent(s).")
        if everyone and (wait := self.gateway.may_ask_all(session, str(data["guild_id"]))):
            meta: Json = {"guild_id": str(data["guild_id"]), "nonce": data.get("nonce")}
            session.put("RATE_LIMITED", {"opcode": 8, "retry_after": wait, "meta": meta})
            return
        if (answer := hubs.members_chunk(self.hub.world, session.app, data)) is not None:
            session.put("GUILD_MEMBERS_CHUNK", answer)

    def leave(self) -> None:
        """A bot that closes with 1000 or 1001 ends its session; any other end lets it resume."""
        session = self.session
        if session is None or session.connection is not self.connection:
            return
        session.leave()
        if self._closed_by_bot in (1000, 1001):
            self.hub.end(session)


def _shard(given: Any) -> tuple[int, int]:
    if given is None:
        return (0, 1)
    try:
        number, count = int(given[0]), int(given[1])
    except (TypeError, ValueError, IndexError):
        raise Close(4010, "Invalid shard.") from None
    if not 0 <= number < count:
        raise Close(4010, "Invalid shard.")
    return (number, count)
