"""Which path leads where."""

import json
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.control.server import Control
from sandbox.gateway.server import Gateway
from sandbox.web import avatars, page

if TYPE_CHECKING:
    from sandbox.local import Sandbox

BODY_LARGEST = 120 * 1024 * 1024


def application(sandbox: "Sandbox") -> web.Application:
    """The server of a sandbox."""
    app = web.Application(client_max_size=BODY_LARGEST)
    gateway = Gateway(sandbox.hub)

    async def front(request: web.Request) -> web.StreamResponse:
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await gateway.serve(request)
        return page.answer("index.html")

    async def clock(_: web.Request) -> web.Response:
        body = json.dumps({"now": sandbox.clock.unix(), "speed": sandbox.clock.speed})
        return web.Response(body=body.encode(), content_type="application/json")

    async def file(request: web.Request) -> web.Response:
        return _file(sandbox, int(request.match_info["file"]))

    async def avatar(request: web.Request) -> web.Response:
        return web.Response(body=avatars.picture(int(request.match_info["number"])), content_type="image/png")

    Control(sandbox.town, sandbox.rest).add_to(app)
    app.router.add_get("/", front)
    app.router.add_get("/page/{name:.+}", page.serve)
    app.router.add_get("/clock", clock)
    app.router.add_get("/cdn/attachments/{channel:\\d+}/{file:\\d+}/{name}", file)
    app.router.add_get("/cdn/embed/avatars/{number:\\d+}.png", avatar)
    app.router.add_get("/cdn/ephemeral-attachments/{file:\\d+}/{name}", file)
    for version in ("v10", "v9"):
        app.router.add_route("*", f"/api/{version}/{{tail:.*}}", sandbox.rest.serve)
    return app


def _file(sandbox: "Sandbox", file_id: int) -> web.Response:
    """A file as it was sent; as a page it can do nothing here."""
    found = sandbox.world.files.get(file_id)
    if found is None:
        raise web.HTTPNotFound
    guarded = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
    return web.Response(body=found.data, headers={"Content-Type": found.content_type} | guarded)
