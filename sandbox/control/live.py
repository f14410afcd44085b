"""Tells viewers what changes, over a WebSocket."""

import asyncio
import json

from aiohttp import WSMsgType, web

from sandbox.control import views
from sandbox.control.times import Times
from sandbox.errors import Json
from sandbox.people.seen import Seen
from sandbox.rest.server import Request, Rest
from sandbox.state.world import Event, World

# a viewer that reads no more is let go
BACKLOG_MOST = 2000


class Viewer:
    """One page, looking through the eyes of some people."""

    def __init__(self, people: frozenset[int], *, requests: bool) -> None:
        self.people = people
        self.requests = requests
        self.queue: asyncio.Queue[Json] = asyncio.Queue(BACKLOG_MOST)

    def put(self, item: Json) -> None:
        if not self.queue.full():
            self.queue.put_nowait(item)

    async def write(self, socket: web.WebSocketResponse) -> None:
        while not self.queue.full():
            await socket.send_str(json.dumps(await self.queue.get()))
        await socket.close()


class Live:
    """All viewers."""

    def __init__(self, world: World, rest: Rest, times: Times) -> None:
        self.world = world
        self.rest = rest
        self.times = times
        self.viewers: set[Viewer] = set()
        world.listeners.append(self._happened)
        world.clock.moved.append(self._clock)
        rest.listeners.append(self._asked)

    def _happened(self, event: Event) -> None:
        for viewer in self.viewers:
            if seen := viewer.people & event.audience:
                ids = [str(one) for one in sorted(seen)]
                item: Json = {"type": "event", "for": ids, "event": event.name, "data": event.data}
                viewer.put(item | self._messages(event, seen))

    def _messages(self, event: Event, seen: frozenset[int]) -> Json:
        """The message of the event as each of these people has it: what is theirs differs."""
        message = event.message
        if message is None:
            return {}
        at = self.times.of(message.id)
        return {"messages": {str(one): views.message(Seen(message, one), at) for one in seen}}

    def _clock(self) -> None:
        for viewer in self.viewers:
            viewer.put({"type": "clock", **views.clock(self.world)})

    def _asked(self, request: Request, number: int) -> None:
        for viewer in self.viewers:
            if viewer.requests:
                violations = len(self.rest.checks.violations)
                viewer.put({"type": "request", "violations": violations, **views.request(request, number)})

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Until the page leaves. `as` are ids with commas between; `requests=1` adds the log."""
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        ids = frozenset(int(one) for one in request.query.get("as", "").split(",") if one.isdecimal())
        viewer = Viewer(ids, requests=request.query.get("requests") == "1")
        self.viewers.add(viewer)
        viewer.put({"type": "clock", **views.clock(self.world)})
        writer = asyncio.create_task(viewer.write(socket))
        try:
            async for frame in socket:
                if frame.type is not WSMsgType.TEXT:
                    break
        finally:
            self.viewers.discard(viewer)
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
        return socket
