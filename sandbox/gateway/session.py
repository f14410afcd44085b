"""One session of a bot: what it was told, in order, so that it can be told again."""

import json
import time
import zlib
from asyncio import Queue
from collections import deque

from aiohttp import web

from sandbox.errors import Json
from sandbox.state.apps import Application

# a client that was away longer than this many events starts anew
REPLAY_MOST = 20_000


class Connection:
    """A WebSocket with its compression; messages go out in order through one queue."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request, *, compress: bool) -> None:
        self.socket = socket
        self.request = request
        self.queue: Queue[Json | None] = Queue()
        self._zlib = zlib.compressobj() if compress else None

    async def write(self) -> None:
        """Sends what is queued until None comes or the socket is gone."""
        while (item := await self.queue.get()) is not None:
            try:
                await self._send(json.dumps(item))
            except (ConnectionError, RuntimeError):
                return

    async def _send(self, text: str) -> None:
        if self._zlib is None:
            await self.socket.send_str(text)
            return
        packed = self._zlib.compress(text.encode()) + self._zlib.flush(zlib.Z_SYNC_FLUSH)
        await self.socket.send_bytes(packed)

    def put(self, item: Json) -> None:
        self.queue.put_nowait(item)

    def put_end(self) -> None:
        """Nothing more will be sent."""
        self.queue.put_nowait(None)

    def cut(self) -> None:
        """Breaks the connection without a word, as a network does."""
        if self.request.transport is not None:
            self.request.transport.abort()
        self.put_end()


class Session:
    """What identify began; it outlives its connection for a while."""

    def __init__(self, session_id: str, app: Application, shard: tuple[int, int], intents: int) -> None:
        self.id = session_id
        self.app = app
        self.shard = shard
        self.intents = intents
        self.sequence = 0
        self.log: deque[tuple[int, str, Json]] = deque(maxlen=REPLAY_MOST)
        self.connection: Connection | None = None
        self.left_at: float | None = None

    def put(self, name: str, data: Json) -> None:
        """Sends a dispatch, or keeps it for a resume."""
        self.sequence += 1
        self.log.append((self.sequence, name, data))
        if self.connection is not None:
            self.connection.put({"op": 0, "t": name, "s": self.sequence, "d": data})

    def replay(self, after: int) -> None:
        """Sends again what came after that sequence number."""
        for sequence, name, data in self.log:
            if sequence > after and self.connection is not None:
                self.connection.put({"op": 0, "t": name, "s": sequence, "d": data})

    def leave(self) -> None:
        self.connection = None
        self.left_at = time.monotonic()

    def serves(self, guild_id: int | None) -> bool:
        """Whether events of this server go to this shard; those without a server go to the first."""
        number, count = self.shard
        return number == (0 if guild_id is None else (guild_id >> 22) % count)
