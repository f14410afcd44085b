"""/healthz, /readyz and /metrics: 200 when all is well, 503 and why when it is not, and figures without people."""

import json
import re
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import aiohttp
import pytest

from bot.observe import health
from bot.vitals import Vitals
from tests.stage import Stage


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


async def asked(port: int, page: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/{page}") as answer:
        return answer.status, await answer.text()


@asynccontextmanager
async def watched(stage: Stage) -> AsyncIterator[int]:
    """The running bot's pages, at the port that is given."""
    bot, port = stage.bot, free_port()
    assert bot is not None
    async with AsyncExitStack() as stack:
        await Vitals(bot.database, bot.worker, bot.client, bot.router).serve(f"127.0.0.1:{port}", stack)
        yield port


async def test_a_bot_at_work_is_alive_and_ready(stage: Stage) -> None:
    async with watched(stage) as port:
        assert await asked(port, "healthz") == (200, '{"gateway": true, "queue": true}')
        status, told = await asked(port, "readyz")

    assert (status, set(json.loads(told).values())) == (200, {True})


async def test_one_that_is_on_its_way_out_is_alive_but_not_ready(stage: Stage) -> None:
    assert stage.bot is not None
    async with watched(stage) as port:
        stage.bot.router.draining = True

        assert (await asked(port, "healthz"))[0] == 200
        status, told = await asked(port, "readyz")

    assert status == 503
    assert json.loads(told)["staying"] is False


async def test_figures_say_what_was_pressed_and_never_who_where_or_what(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "Karen at Acme said no.")
    await stage.ben.press(card, "vent:cheer")
    await stage.quiet()
    async with watched(stage) as port:
        status, told = await asked(port, "metrics")

    assert status == 200
    assert re.search(r'wingbeat_presses_total\{outcome="done",what="vent:cheer"\} [1-9]', told)
    assert re.search(r'wingbeat_jobs_total\{kind="venting.publish",outcome="done"\} [1-9]', told)
    assert re.search(r"wingbeat_first_support_seconds_count [1-9]", told)
    assert "wingbeat_gateway_connected 1.0" in told
    labels = " ".join(re.findall(r"\{(.*?)\}", told))
    assert not re.search(r"\d{15}", labels), "an id stands in a label"
    assert "Karen" not in told


async def test_what_somebody_made_up_is_no_label(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    waiting = list(card.stored.components)
    while waiting:
        part = waiting.pop()
        waiting.extend(part.get("components", ()))
        if str(part.get("custom_id", "")).startswith("vent:more"):
            part["custom_id"] = "made:up:label"
    await stage.ben.press(card, "made:up:label")
    async with watched(stage) as port:
        _, told = await asked(port, "metrics")

    assert "made:up" not in told
    assert re.search(r'wingbeat_presses_total\{outcome="refused",what="unknown"\} [1-9]', told)


async def test_a_port_that_is_taken_does_not_keep_the_bot_from_starting(caplog: pytest.LogCaptureFixture) -> None:
    async def fine() -> dict[str, bool]:
        return {}

    async def nothing() -> bytes:
        return b""

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        bind = f"127.0.0.1:{taken.getsockname()[1]}"

        assert await health.serve(bind, alive=fine, ready=fine, figures=nothing) is None
        assert await health.serve("", alive=fine, ready=fine, figures=nothing) is None

    assert "health is not served" in caplog.text
