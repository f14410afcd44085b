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


def cut(names: list[str]) -> bytes:
    return "|".join(style.fitting(name, 244, style.BASE_PT) for name in names).encode()


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
    await drawing.close()


async def test_a_picture_is_drawn_while_the_loop_goes_on_and_the_same_twice(pictures: Pictures) -> None:
    lags: list[float] = []

    async def watch() -> None:
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.001)
            lags.append(time.monotonic() - before - 0.001)

    await pictures.draw(who, None)
    watching, began = asyncio.create_task(watch()), time.monotonic()
    first = await pictures.draw(bars, (3, 1, 2))
    second = await pictures.draw(bars, (3, 1, 2))
    took = time.monotonic() - began
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching

    assert first.startswith(PNG)
    assert first == second
    assert int.from_bytes(first[16:20], "big") == style.WIDTH_PX
    assert len(lags) > 10
    assert sorted(lags)[len(lags) // 2] < took / 20
    assert "matplotlib" not in sys.modules


async def test_a_long_name_ends_before_what_stands_beside_it(pictures: Pictures) -> None:
    drawn = await pictures.draw(cut, ["W" * 40, "Spaziergänge und Wald", "Portuguese"])
    wide, usual, short = drawn.decode().split("|")

    assert wide == "W" * (len(wide) - 1) + "…"
    assert len(wide) < len(usual) < 16
    assert short == "Portuguese"


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


async def test_a_function_s_own_failure_comes_back_as_it_is(pictures: Pictures) -> None:
    with pytest.raises(ValueError, match="no such figure"):
        await pictures.draw(stumble, None)


async def test_it_rests_when_nobody_wants_a_picture(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "RESTS_AFTER_S", 0.0)
    await pictures.draw(who, None)
    async with asyncio.timeout(10):
        while pictures.awake:  # noqa: ASYNC110  a process tells nobody that it went
            await asyncio.sleep(0.01)


async def test_somebody_who_waits_no_longer_leaves_nothing_for_the_next(pictures: Pictures) -> None:
    await pictures.draw(who, None)
    waiting = asyncio.create_task(pictures.draw(hang, 30.0))
    await asyncio.sleep(0.05)
    waiting.cancel()
    with suppress(asyncio.CancelledError):
        await waiting

    assert (await pictures.draw(bars, (1,))).startswith(PNG)


async def test_a_process_is_replaced_after_so_many_pictures(
    pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "DRAWN_BY_ONE", 2)
    drawn = [await pictures.draw(who, None) for _ in range(3)]

    assert drawn[0] == drawn[1] != drawn[2]


def test_it_does_not_outlive_a_bot_that_is_killed() -> None:
    """And needs nothing of the program it is started from: this one has no guard around what it does."""
    program = (
        "import asyncio, os\n"
        "from bot.pictures.pool import Pictures\n"
        "from tests.bot.pictures.test_pool import who\n"
        "async def one():\n"
        "    print((await Pictures().draw(who, None)).decode(), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
        "asyncio.run(one())\n"
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
