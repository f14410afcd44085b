"""Which path leads where."""

import json

from aiohttp import web

from sandbox.control.server import Control
from sandbox.gateway.hub import Hub
from sandbox.gateway.server import Gateway
from sandbox.people.town import Town
from sandbox.rest.server import Rest
from sandbox.state.world import World
from sandbox.web import avatars, page

BODY_LARGEST = 120 * 1024 * 1024


def application(world: World, town: Town, rest: Rest, hub: Hub) -> web.Application:
    """The server of a sandbox."""
    app = web.Application(client_max_size=BODY_LARGEST)
    gateway = Gateway(hub)

    async def front(request: web.Request) -> web.StreamResponse:
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await gateway.serve(request)
        return page.answer("index.html")

    async def clock(_: web.Request) -> web.Response:
        body = json.dumps({"now": world.clock.unix(), "speed": world.clock.speed})
        return web.Response(body=body.encode(), content_type="application/json")

    async def file(request: web.Request) -> web.Response:
        return _file(world, int(request.match_info["file"]))

    async def avatar(request: web.Request) -> web.Response:
        return web.Response(body=avatars.picture(int(request.match_info["number"])), content_type="image/png")

    Control(town, rest).add_to(app)
    app.router.add_get("/", front)
    app.router.add_get("/page/{name:.+}", page.serve)
    app.router.add_get("/clock", clock)
    app.router.add_get("/cdn/attachments/{channel:\\d+}/{file:\\d+}/{name}", file)
    app.router.add_get("/cdn/embed/avatars/{number:\\d+}.png", avatar)
    app.router.add_get("/cdn/ephemeral-attachments/{file:\\d+}/{name}", file)
    for version in ("v10", "v9"):
        app.router.add_route("*", f"/api/{version}/{{tail:.*}}", rest.serve)
    return app


def _file(world: World, file_id: int) -> web.Response:
    """A file as it was sent; as a page it can do nothing here."""
    found = world.files.get(file_id)
    if found is None:
        raise web.HTTPNotFound
    guarded = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
    return web.Response(body=found.data, headers={"Content-Type": found.content_type} | guarded)
