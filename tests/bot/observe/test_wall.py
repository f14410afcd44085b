"""Following somebody else's wall clock."""

from datetime import timedelta

import aiohttp
import pytest

from bot.domain.clock import Wall, from_ms, real_ms, to_ms
from bot.observe.wall import read_first, read_once
from sandbox import Sandbox

A_YEAR = timedelta(days=365)


async def jumps(wall: Wall, url: str) -> int:
    heard: list[bool] = []
    async with aiohttp.ClientSession() as session:
        await read_once(session, wall, url, lambda: heard.append(True))
    return len(heard)


@pytest.mark.parametrize("by", [A_YEAR, -A_YEAR])
async def test_a_moved_wall_is_followed_and_said_once(by: timedelta) -> None:
    wall = Wall()
    async with Sandbox.open() as local:
        await read_first(wall, local.clock_url)
        local.clock.move(by)

        assert await jumps(wall, local.clock_url) == 1
        assert await jumps(wall, local.clock_url) == 0
        assert abs(wall.now() - local.clock.now()) < timedelta(seconds=1)


async def test_a_quicker_wall_runs_quicker() -> None:
    wall = Wall()
    async with Sandbox.open() as local:
        local.clock.speed = 3600

        assert await jumps(wall, local.clock_url) == 1

        before = wall.now()
        await local.until(lambda: wall.now() - before > timedelta(minutes=1))
        assert wall.speed == 3600


async def test_a_clock_that_cannot_be_read_leaves_the_wall_as_it_runs(caplog: pytest.LogCaptureFixture) -> None:
    wall = Wall()

    assert await jumps(wall, "http://127.0.0.1:9/clock") == 0

    assert abs(to_ms(wall.now()) - real_ms()) < 1000
    assert "could not be read" in caplog.text


def test_real_time_is_not_moved_with_the_wall() -> None:
    wall, before = Wall(), real_ms()

    wall.follow(wall.now().timestamp() + A_YEAR.total_seconds())

    assert real_ms() - before < 1000
    assert wall.now() - from_ms(real_ms()) > timedelta(days=364)
