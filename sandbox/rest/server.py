"""The way of a request: route, faults, limits, token, body, handler, answer, log."""

import asyncio
import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.errors import Json, Refused, refuse
from sandbox.faults import RestFault, RestFaults, too_many
from sandbox.gateway.hub import Hub
from sandbox.rest import reading, tables
from sandbox.rest.checks import Checks
from sandbox.rest.limits import Limits, Verdict
from sandbox.rest.routing import Call, Finder, Reply, Route
from sandbox.state.apps import Application
from sandbox.state.world import World

_LOG = logging.getLogger(__name__)
VIA = {"Via": "1.1 google"}


@dataclass
class Request:
    """A line of the log: what was asked and answered; `at` is Unix time in seconds."""

    method: str
    path: str
    route: str
    body: Any
    status: int
    answer: Any
    at: float


class Cut(Exception):
    """The connection ends before the answer."""


class Rest:
    """Serves `/api/v10`."""

    def __init__(self, world: World, hub: Hub, faults: RestFaults, checks: Checks) -> None:
        self.world = world
        self.hub = hub
        self.faults = faults
        self.checks = checks
        self.limits = Limits(world.settings)
        self.finder = Finder(tables.ALL)
        self.log: list[Request] = []
        # lines before the first of the log
        self.forgotten = 0
        self.listeners: list[Callable[[Request, int], None]] = []

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answers one request and writes it down."""
        path = "/" + request.match_info["tail"]
        entry = Request(request.method, path, path, None, 0, None, time.time())
        headers: dict[str, str] = {}
        try:
            reply, headers = await self._answer(request, path, entry)
        except Refused as refused:
            reply = Reply(refused.body, refused.status)
        except Cut:
            self._write_down(entry, Reply(None, 0))
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=500)
        self._write_down(entry, reply)
        return _response(reply, headers)

    def _write_down(self, entry: Request, reply: Reply) -> None:
        entry.status, entry.answer = reply.status, reply.body
        self._remember(entry)
        if reply.status:
            self.checks.answered(entry.method, entry.path, reply.status, reply.body)
        self.world.changed()

    def _remember(self, entry: Request) -> None:
        self.log.append(entry)
        for listener in self.listeners:
            listener(entry, self.forgotten + len(self.log))
        kept = self.world.settings.requests_kept
        if len(self.log) >= 2 * kept:
            del self.log[:kept]
            self.forgotten += kept

    async def _answer(self, request: web.Request, path: str, entry: Request) -> tuple[Reply, dict[str, str]]:
        route, params = self.finder.find(request.method, path)
        entry.route = route.template
        body, files = await reading.read(request)
        entry.body = body
        fault = self.faults.next_for(request.method, route.template, path)
        if fault is not None and (early := await self._meet(fault)):
            return early, VIA if early.status == 429 else {}
        sender = self._sender(request, route)
        who = sender.token if sender else request.remote or ""
        verdict = self.limits.count(route, params, who)
        if verdict.retry_after is not None:
            return _limited(verdict), verdict.headers | VIA
        self.checks.asked(request.method, path, dict(request.query), body, files)
        call = Call(self.world, self.hub, params, dict(request.query), body, files, sender)
        call.reason = request.headers.get("X-Audit-Log-Reason")
        reply = await self._handle(route, call)
        if fault is not None and fault.cut:
            raise Cut
        return reply, verdict.headers

    async def _handle(self, route: Route, call: Call) -> Reply:
        try:
            return await route.handler(call)
        except Refused as refused:
            self.checks.refused(route, refused)
            return Reply(refused.body, refused.status)
        except Exception as defect:
            _LOG.exception("the sandbox failed at %s", route.bucket)
            self.checks.broke(route, defect)
            return Reply({"message": "500: Internal Server Error", "code": 0}, 500)

    async def _meet(self, fault: RestFault) -> Reply | None:
        """What the fault makes of the request; None lets it through."""
        if fault.hold is not None:
            fault.hold.came.set()
            await fault.hold.let_go.wait()
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.retry_after is not None:
            return Reply(too_many(fault.retry_after, is_global=fault.is_global), 429)
        if fault.status is not None:
            body: Json = {"message": f"{fault.status}: made by a fault", "code": fault.code}
            return Reply(body, fault.status)
        return None

    def _sender(self, request: web.Request, route: Route) -> Application | None:
        """The bot by its token. Raises 401 where a token is needed, or wrong."""
        given = request.headers.get("Authorization")
        app = self.world.app_of_token(given.removeprefix("Bot ")) if given and given.startswith("Bot ") else None
        if app is None and not route.free:
            raise refuse(0)
        return app


def _limited(verdict: Verdict) -> Reply:
    return Reply(too_many(round(verdict.retry_after or 0, 3), is_global=verdict.is_global), 429)


def _response(reply: Reply, headers: dict[str, str]) -> web.Response:
    """The media type is exactly `application/json`, as Discord's is."""
    if reply.status == 429:
        headers = headers | VIA
    if reply.body is None:
        return web.Response(status=reply.status, headers=headers)
    data = json.dumps(reply.body).encode()
    return web.Response(status=reply.status, body=data, headers=headers, content_type="application/json")
