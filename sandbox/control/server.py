"""The routes under `/sandbox/`."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeAlias, cast
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.control import acts, views
from sandbox.control.live import Live
from sandbox.control.times import Times
from sandbox.errors import ClientRefusal, Json, Refused
from sandbox.people.seen import Seen
from sandbox.people.town import Town
from sandbox.rest.server import Rest

Handler: TypeAlias = Callable[[web.Request], Awaitable[Any]]
HOSTS: tuple[str | None, ...] = ("127.0.0.1", "localhost", "::1")
PAGE_MOST = 200


class Control:
    """Serves the control API of a sandbox."""

    def __init__(self, town: Town, rest: Rest) -> None:
        self.town = town
        self.rest = rest
        self.times = Times(town.world)
        self.live = Live(town.world, rest, self.times)

    def add_to(self, app: web.Application) -> None:
        router = app.router
        router.add_get("/sandbox/people", _json(self.people))
        router.add_patch("/sandbox/people/{id}", _json(self.change_person))
        router.add_get("/sandbox/state", _json(self.state))
        router.add_get("/sandbox/guilds/{id}", _json(self.guild))
        router.add_get("/sandbox/channels/{id}/messages", _json(self.messages))
        router.add_get("/sandbox/channels/{id}/commands", _json(self.commands))
        router.add_post("/sandbox/act/{verb}", _json(self.act))
        router.add_get("/sandbox/clock", _json(self.clock))
        router.add_post("/sandbox/clock", _json(self.set_clock))
        router.add_get("/sandbox/requests", _json(self.requests))
        router.add_get("/sandbox/violations", _json(self.violations))
        router.add_get("/sandbox/live", self.watch)

    async def people(self, _: web.Request) -> Json:
        shown = views.people(self.town.world)
        return {"people": [one for one in shown if not one["bot"]], "bots": [one for one in shown if one["bot"]]}

    async def change_person(self, request: web.Request) -> Json:
        person, body = acts.person_of(self.town, request.match_info["id"]), await _body(request)
        person.user.dms_open = bool(body.get("dms_open", person.user.dms_open))
        person.user.locale = str(body.get("locale", person.user.locale))
        self.town.world.changed()
        return views.user(person.user)

    async def state(self, request: web.Request) -> Json:
        person = acts.person_of(self.town, request.query.get("as"))
        return views.state(person, brief=request.query.get("brief") == "1")

    async def guild(self, request: web.Request) -> Json:
        person = acts.person_of(self.town, request.query.get("as"))
        found = self.town.world.guilds.get(int(request.match_info["id"]))
        if found is None or person.id not in found.members:
            raise acts.Missing("there is no such server for this person")
        return views.guild(person, found)

    async def messages(self, request: web.Request) -> list[Json]:
        """The last ones, or those next to a message, oldest first."""
        person = acts.person_of(self.town, request.query.get("as"))
        limit = min(int(request.query.get("limit", "50")), PAGE_MOST)
        newest = None if {"before", "after", "around"} & set(request.query) else limit
        seen = person.sees(acts.channel_of(self.town, request.match_info["id"]), newest)
        found = _page(seen, request.query, limit)
        return [views.message(one, self.times.of(one.id)) for one in found]

    async def commands(self, request: web.Request) -> list[Json]:
        person = acts.person_of(self.town, request.query.get("as"))
        return views.commands(person, acts.channel_of(self.town, request.match_info["id"]))

    async def act(self, request: web.Request) -> Any:
        return await acts.act(self.town, request.match_info["verb"], await _body(request))

    async def clock(self, _: web.Request) -> Json:
        return views.clock(self.town.world)

    async def set_clock(self, request: web.Request) -> Json:
        body, clock = await _body(request), self.town.world.clock
        if "speed" in body:
            clock.speed = float(body["speed"])
        if "set" in body:
            clock.set(datetime.fromisoformat(body["set"]))
        clock.move(timedelta(seconds=float(body.get("move") or 0)))
        return views.clock(self.town.world)

    async def requests(self, request: web.Request) -> list[Json]:
        after, limit = int(request.query.get("after", "0")), int(request.query.get("limit", "100"))
        lines = enumerate(self.rest.log, start=self.rest.forgotten + 1)
        wanted = [(number, one) for number, one in lines if number > after]
        return [views.request(one, number) for number, one in wanted[-limit:]]

    async def violations(self, _: web.Request) -> list[str]:
        return self.rest.checks.violations[-PAGE_MOST:]

    async def watch(self, request: web.Request) -> web.WebSocketResponse:
        _from_here(request)
        return await self.live.serve(request)


def _page(seen: list[Seen], query: Mapping[str, str], limit: int) -> list[Seen]:
    """At most `limit` of them: before, after or around an id, else the last ones."""
    ids = [one.id for one in seen]
    if "before" in query:
        end = bisect_left(ids, int(query["before"]))
    elif "after" in query:
        end = bisect_right(ids, int(query["after"])) + limit
    elif "around" in query:
        end = max(bisect_left(ids, int(query["around"])) + limit // 2 + 1, limit)
    else:
        end = len(ids)
    return seen[max(end - limit, 0) : end]


async def _body(request: web.Request) -> Json:
    """Raises ValueError for what is no JSON object."""
    body: Any = json.loads(await request.read() or b"{}")
    if not isinstance(body, dict):
        raise ValueError("the body must be an object")
    return cast("Json", body)


def _json(handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Answers as JSON; refusals 409, what is not there 404, what is wrong 400, pages from elsewhere 403."""

    async def answered(request: web.Request) -> web.Response:
        try:
            _from_here(request)
            return _response(200, await handler(request))
        except (ClientRefusal, Refused) as refused:
            return _response(409, {"refused": str(refused)})
        except acts.Missing as missing:
            return _response(404, {"missing": str(missing)})
        except (ValueError, TypeError) as wrong:
            return _response(400, {"wrong": str(wrong)})

    return answered


def _from_here(request: web.Request) -> None:
    """Keeps web pages of other origins, and names that were bent to this machine, from acting here."""
    origin = request.headers.get("Origin")
    hosts = [urlsplit(f"//{request.host}"), *([urlsplit(origin)] if origin else [])]
    if any(one.hostname not in HOSTS for one in hosts):
        raise web.HTTPForbidden(text="only pages of this machine")


def _response(status: int, body: Any) -> web.Response:
    return web.Response(status=status, body=json.dumps(body).encode(), content_type="application/json")
