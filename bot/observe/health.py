"""/healthz, /readyz and /metrics: whether the bot is of use right now, and how it is doing."""

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.observe import metrics

log = logging.getLogger(__name__)

Probe = Callable[[], Awaitable[dict[str, bool]]]


async def serve(
    bind: str, *, alive: Probe, ready: Probe, figures: Callable[[], Awaitable[bytes]]
) -> web.AppRunner | None:
    """Answers 200 when all that is asked for is so, 503 otherwise. None where the address is empty or taken.

    `alive`: whether to leave the process be (/healthz); `ready`: whether it can serve people (/readyz).
    """
    if not bind:
        return None
    host, _, port = bind.rpartition(":")
    app = web.Application()
    app.router.add_get("/healthz", _answering(alive))
    app.router.add_get("/readyz", _answering(ready))

    async def told(_: web.Request) -> web.Response:
        return web.Response(body=await figures(), headers={"Content-Type": metrics.CONTENT_TYPE})

    app.router.add_get("/metrics", told)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host.strip("[]"), int(port)).start()
    except (OSError, UnicodeError) as error:  # the second for what can be no host's name
        log.warning("health is not served: %s is not to be had (%s)", bind, getattr(error, "strerror", "no such host"))
        await runner.cleanup()
        return None
    return runner


def _answering(probe: Probe) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(_: web.Request) -> web.Response:
        state = await probe()
        return web.json_response(state, status=200 if all(state.values()) else 503)

    return answer
