"""Takes the pictures of `docs/first-server.md` anew: the walk of the flow test, looked at on a phone.

`make pictures`, on a machine with an emoji font.
"""

import asyncio
import io
import sys
import tempfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from tests.browser.conftest import ARGUMENTS, chromium
from tests.flows.test_first_server import GIVE, SEND, Walk
from tests.stage import INVITED, staged

FOLDER = Path(__file__).parents[2] / "docs" / "pictures" / "first-server"
WIDTH, HEIGHT = 390, 1500
"""A phone's width, and high enough for every screen whole."""
COLOURS = 48
"""Enough for flat surfaces and letters; a picture then has about 20 KB."""
SETTLED_MS = 500
MARGIN = 8


class Camera:
    """Looks at the sandbox's page as somebody in a channel, and keeps what is seen there."""

    def __init__(self, browser: Browser, walk: Walk) -> None:
        self._browser = browser
        self._walk = walk

    async def take(self, name: str, who: Any, channel: Any) -> None:
        """One picture: the channel as `who` sees it, without the page's own head."""
        context = await self._browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, is_mobile=True, has_touch=True
        )
        page = await context.new_page()
        base, guild = self._walk.stage.discord.base, self._walk.stage.guild.id
        await page.goto(f"{base}/#{who.id}/{guild}/{channel.id}//chat")
        await page.locator("article").last.wait_for()
        await page.wait_for_timeout(SETTLED_MS)
        _keep(await _whole(page), FOLDER / f"{name}.png")
        await context.close()


async def _whole(page: Page) -> bytes:
    """The last messages, from their first line to their last."""
    boxes = [await one.bounding_box() for one in await page.locator("article").all()]
    seen = [box for box in boxes if box is not None]
    top = min(box["y"] for box in seen) - MARGIN
    end = max(box["y"] + box["height"] for box in seen) + MARGIN
    return await page.screenshot(clip={"x": 0, "y": top, "width": WIDTH, "height": end - top})


def _keep(png: bytes, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    picture.save(file, optimize=True)
    print(f"{file.name}: {file.stat().st_size // 1024} KB")  # noqa: T201  it is a program


@asynccontextmanager
async def _new_server(browser: Browser) -> AsyncGenerator[tuple[Walk, Camera]]:
    with tempfile.TemporaryDirectory() as folder:
        async with staged(Path(folder), people=30) as stage:
            walk = Walk(stage)
            yield walk, Camera(browser, walk)


async def _six_taps(browser: Browser) -> None:
    async with _new_server(browser) as (walk, camera):
        stage, general = walk.stage, walk.stage.guild.general
        await walk.begin()
        await camera.take("1-start", stage.mia, general)
        await walk.choose("room", stage.room)
        await walk.choose("country", "US")
        await camera.take("2-chosen", stage.mia, general)
        await walk.press("Switch it on, word to the owner")
        await camera.take("3-on", stage.mia, general)
        await stage.discord.until(lambda: stage.panel() is not None)
        await camera.take("4-way-in", stage.ada, stage.room)
        await stage.vent(stage.ada, "Fourth interview, and then a letter of two lines. I had already told my kids.")
        await stage.ben.press(stage.cards()[0], "🫂 With you")
        await stage.later(timedelta(minutes=2))
        await stage.quiet()
        await camera.take("5-first-vent", stage.mia, stage.room)
        await walk.press("More")
        await camera.take("6-more", stage.mia, general)
        await walk.press("Features")
        await camera.take("7-features", stage.mia, general)


async def _no_right(browser: Browser) -> None:
    async with _new_server(browser) as (walk, camera):
        stage = walk.stage
        stage.guild.overwrite(stage.room, stage.guild.role_of(stage.app), deny=SEND)
        await walk.begin()
        await walk.choose("room", stage.room)
        await walk.press("Switch it on, word to the owner")
        await camera.take("8-may-not-write", stage.mia, stage.guild.general)


async def _read_only(browser: Browser) -> None:
    async with _new_server(browser) as (walk, camera):
        stage = walk.stage
        stage.guild.install(stage.app, INVITED | GIVE)
        stage.guild.overwrite(stage.room, stage.guild.everyone, deny=SEND)
        await walk.begin()
        await walk.choose("room", stage.room)
        await walk.press("Switch it on, word to the owner")
        await walk.press("Mend it for me")
        await camera.take("9-read-only", stage.mia, stage.guild.general)


async def main() -> int:
    """Gives an exit code."""
    program = chromium()
    if program is None:
        print("There is no Chromium here; CHROMIUM names one.")  # noqa: T201
        return 1
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        for part in (_six_taps, _no_right, _read_only):
            await part(browser)
        await browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
