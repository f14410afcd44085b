"""Pictures come from a process of their own: the loop goes on, and what dies there takes nothing along."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.pictures import pool, style
from bot.pictures.pool import PictureFailed, Pictures

ROOT = Path(__file__).parents[3]
PNG = b"\x89PNG\r\n\x1a\n"


def bars(heights: tuple[int, ...]) -> bytes:
    figure = style.sheet(400)
    axes = figure.subplots()
    axes.bar(range(len(heights)), heights, color=style.BLUE)
    axes.set_title(style.shown("Four weeks 🐦 $x$", 40))
    style.baseline(axes)
    return style.png(figure)


def who(_: None) -> bytes:
    return str(os.getpid()).encode()


def die(_: None) -> bytes:
    os._exit(9)


def hang(seconds: float) -> bytes:
    time.sleep(seconds)
    return b""


def stumble(_: None) -> bytes:
    raise ValueError("no such figure")


@pytest.fixture
async def pictures() -> AsyncIterator[Pictures]:
    drawing = Pictures()
    yield drawing
    drawing.close()


async def test_a_picture_is_drawn_while_the_loop_goes_on_and_the_same_twice(pictures: Pictures) -> None:
    lags: list[float] = []

    async def watch() -> None:
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.01)
            lags.append(time.monotonic() - before - 0.01)

    await pictures.draw(who, None)
    watching = asyncio.create_task(watch())
    first = await pictures.draw(bars, (3, 1, 2))
    second = await pictures.draw(bars, (3, 1, 2))
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching

    assert first.startswith(PNG)
    assert first == second
    assert int.from_bytes(first[16:20], "big") == style.WIDTH_PX
    assert sorted(lags)[len(lags) // 2] < 0.05
    assert "matplotlib" not in sys.modules


async def test_many_wait_for_one_process(pictures: Pictures) -> None:
    drawn = await asyncio.gather(*(pictures.draw(who, None) for _ in range(5)))

    assert len(set(drawn)) == 1
    assert int(drawn[0]) != os.getpid()


async def test_a_process_that_dies_is_replaced_and_the_failure_is_told(pictures: Pictures) -> None:
    before = await pictures.draw(who, None)
    with pytest.raises(PictureFailed):
        await pictures.draw(die, None)

    assert await pictures.draw(who, None) != before


async def test_what_never_ends_is_ended(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    await pictures.draw(who, None)
    monkeypatch.setattr(pool, "WAIT_AT_MOST_S", 0.3)
    with pytest.raises(PictureFailed):
        await pictures.draw(hang, 1.0)

    monkeypatch.setattr(pool, "WAIT_AT_MOST_S", 30.0)
    assert await pictures.draw(who, None)


def test_a_drawing_that_hangs_ends_its_own_process_and_says_where() -> None:
    program = "import time; from bot.pictures import pool; pool.DRAWN_WITHIN_S = 0.1; pool._drawn(time.sleep, 60)"
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stderr=subprocess.PIPE, check=False, timeout=30)  # noqa: S603

    assert said.returncode == 1
    assert b"_drawn" in said.stderr


async def test_a_function_s_own_failure_comes_back_as_it_is(pictures: Pictures) -> None:
    with pytest.raises(ValueError, match="no such figure"):
        await pictures.draw(stumble, None)


async def test_it_rests_when_nobody_wants_a_picture(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "RESTS_AFTER_S", 0.0)
    await pictures.draw(who, None)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    assert not pictures.awake


def test_it_does_not_outlive_a_bot_that_is_killed() -> None:
    program = (
        "import asyncio, os\n"
        "from bot.pictures.pool import Pictures\n"
        "from tests.bot.pictures.test_pool import who\n"
        "if __name__ == '__main__':\n"
        "    print(asyncio.run(Pictures().draw(who, None)).decode(), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, check=False, timeout=60)  # noqa: S603
    child = Path(f"/proc/{int(said.stdout)}/stat")
    deadline = time.monotonic() + 10
    while child.exists() and child.read_text(encoding="utf-8").split()[2] != "Z" and time.monotonic() < deadline:
        time.sleep(0.02)

    assert said.returncode == -9
    assert not child.exists() or child.read_text(encoding="utf-8").split()[2] == "Z"


def test_inks_and_colours_can_be_read_on_the_card() -> None:
    for ink in (style.INK, style.FAINT):
        assert min(style.contrast(ink, ground) for ground in (style.GROUND, style.RAISED)) >= 4.5
    assert min(style.contrast(colour, style.GROUND) for colour in style.SERIES) >= 3
    assert len(set(style.SERIES)) == len(style.SERIES)
