"""/healthz: 200 when all is well, 503 and why when it is not."""

import socket

import aiohttp
import pytest
from aiohttp import web

from bot.observe import health


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


async def asked(port: int) -> tuple[int, object]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as answer:
        return answer.status, await answer.json()


@pytest.mark.parametrize(
    ("state", "status"), [({"gateway": True, "queue": True}, 200), ({"gateway": False, "queue": True}, 503)]
)
async def test_it_says_what_is_well_and_what_is_not(state: dict[str, bool], status: int) -> None:
    port = free_port()
    runner = await health.serve(f"127.0.0.1:{port}", lambda: state)
    assert isinstance(runner, web.AppRunner)

    assert await asked(port) == (status, state)

    await runner.cleanup()


async def test_a_port_that_is_taken_does_not_keep_the_bot_from_starting(caplog: pytest.LogCaptureFixture) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        assert await health.serve(f"127.0.0.1:{taken.getsockname()[1]}", dict) is None

    assert "health is not served" in caplog.text


async def test_nowhere_is_nowhere() -> None:
    assert await health.serve("", dict) is None
