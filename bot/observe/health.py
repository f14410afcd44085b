"""/healthz: whether the bot is of use right now."""

import logging
from collections.abc import Callable

from aiohttp import web

log = logging.getLogger(__name__)


async def serve(bind: str, is_well: Callable[[], dict[str, bool]]) -> web.AppRunner | None:
    """Answers 200 when all that `is_well` names is so, 503 otherwise. None where the address is empty or taken."""
    if not bind:
        return None
    host, _, port = bind.rpartition(":")

    async def healthz(_: web.Request) -> web.Response:
        state = is_well()
        return web.json_response(state, status=200 if all(state.values()) else 503)

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host.strip("[]"), int(port)).start()
    except OSError as error:
        log.warning("health is not served: %s is not to be had (%s)", bind, error.strerror)
        await runner.cleanup()
        return None
    return runner
