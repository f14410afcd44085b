"""Takes the pictures of `docs/first-server.md` and of the README anew: the sandbox, looked at on a phone.

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
from random import Random
from typing import Any

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from tests.browser.conftest import ARGUMENTS, chromium
from tests.cogs.health.test_flows import switched_on, turned
from tests.flows.test_first_server import GIVE, SEND, Walk
from tests.stage import INVITED, Stage, staged

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
WIDTH, HEIGHT = 390, 1500
"""A phone's width, and high enough for every screen whole."""
COLOURS = 48
"""Enough for flat surfaces and letters; a picture then has about 20 KB."""
SETTLED_MS = 500
MARGIN = 8
WEEKS_LIVED = 9


class Camera:
    """Looks at the sandbox's page as somebody in a channel, and keeps what is seen there."""

    def __init__(self, browser: Browser, walk: Walk) -> None:
        self._browser = browser
        self._walk = walk

    async def take(self, name: str, who: Any, channel: Any, *, last: int | None = None) -> None:
        """One picture: the channel as `who` sees it, or its last few messages, without the page's own head."""
        _keep(await self._look(f"{channel.id}//chat", who, last), FOLDER / f"{name}.png")

    async def take_both(self, name: str, who: Any, card: Any, *, last: int) -> None:
        """The last messages of the room, and beside them the thread of one of them."""
        room, thread = card.channel, card.thread
        left = await self._look(f"{room.id}//chat", who, last)
        right = await self._look(f"{room.id}/{thread.id}/side", who, None)
        _keep(_beside(left, right), FOLDER / f"{name}.png")

    async def _look(self, place: str, who: Any, last: int | None) -> bytes:
        context = await self._browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, is_mobile=True, has_touch=True
        )
        page = await context.new_page()
        base, guild = self._walk.stage.discord.base, self._walk.stage.guild.id
        await page.goto(f"{base}/#{who.id}/{guild}/{place}")
        await page.locator("article:visible").last.wait_for()
        await page.wait_for_timeout(SETTLED_MS)
        png = await _whole(page, last)
        await context.close()
        return png


def _beside(left: bytes, right: bytes) -> bytes:
    """Two pictures side by side, on the first one's ground."""
    one, other = Image.open(io.BytesIO(left)).convert("RGB"), Image.open(io.BytesIO(right)).convert("RGB")
    both = Image.new("RGB", (one.width + other.width, max(one.height, other.height)), one.getpixel((0, 0)))
    both.paste(one, (0, 0))
    both.paste(other, (one.width, 0))
    out = io.BytesIO()
    both.save(out, "PNG")
    return out.getvalue()


async def _whole(page: Page, last: int | None) -> bytes:
    """The last messages, from their first line to their last."""
    articles = await page.locator("article:visible").all()
    boxes = [await one.bounding_box() for one in articles[-last if last else 0 :]]
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
async def _new_server(browser: Browser, people: int = 30) -> AsyncGenerator[tuple[Walk, Camera]]:
    with tempfile.TemporaryDirectory() as folder:
        async with staged(Path(folder), people=people) as stage:
            walk = Walk(stage)
            yield walk, Camera(browser, walk)


async def _six_taps(browser: Browser) -> None:
    async with _new_server(browser) as (walk, camera):
        stage, general = walk.stage, walk.stage.guild.general
        await walk.begin()
        await camera.take("first-server/1-start", stage.mia, general)
        await walk.choose("room", stage.room)
        await walk.choose("country", "US")
        await camera.take("first-server/2-chosen", stage.mia, general)
        await walk.press("Switch it on, word to the owner")
        await camera.take("first-server/3-on", stage.mia, general)
        await stage.discord.until(lambda: stage.panel() is not None)
        await camera.take("first-server/4-way-in", stage.ada, stage.room)
        await stage.vent(stage.ada, "Fourth interview, and then a letter of two lines. I had already told my kids.")
        await stage.ben.press(stage.cards()[0], "🫂 With you")
        await stage.later(timedelta(minutes=2))
        await stage.quiet()
        await camera.take("first-server/5-first-vent", stage.mia, stage.room)
        await walk.press("More")
        await camera.take("first-server/6-more", stage.mia, general)
        await walk.press("Features")
        await camera.take("first-server/7-features", stage.mia, general)


async def _no_right(browser: Browser) -> None:
    async with _new_server(browser) as (walk, camera):
        stage = walk.stage
        stage.guild.overwrite(stage.room, stage.guild.role_of(stage.app), deny=SEND)
        await walk.begin()
        await walk.choose("room", stage.room)
        await walk.press("Switch it on, word to the owner")
        await camera.take("first-server/8-may-not-write", stage.mia, stage.guild.general)


async def _read_only(browser: Browser) -> None:
    async with _new_server(browser) as (walk, camera):
        stage = walk.stage
        stage.guild.install(stage.app, INVITED | GIVE)
        stage.guild.overwrite(stage.room, stage.guild.everyone, deny=SEND)
        await walk.begin()
        await walk.choose("room", stage.room)
        await walk.press("Switch it on, word to the owner")
        await walk.press("Mend it for me")
        await camera.take("first-server/9-read-only", stage.mia, stage.guild.general)


async def _heard(browser: Browser) -> None:
    async with _new_server(browser, 60) as (walk, camera):
        stage = walk.stage
        await stage.set_up()
        card, _ = await stage.vent(stage.ada, "Fifth final round, fifth no. They liked me, they said, just not enough.")
        for number, cheer in enumerate(("🫂 With you", "☕ Sitting with you")):
            await stage.guild.members[5 + number].press(card, cheer)
        opened = await stage.ben.press(card, "Write a line")
        await stage.ben.submit(opened.form, line="I have been there. You are not the common factor.", sign="signed")
        await stage.later(timedelta(minutes=2))
        await stage.quiet()
        await camera.take_both("heard", stage.mia, stage.cards()[0], last=2)


async def _health(browser: Browser) -> None:
    """What a moderator sees after nine weeks in which people wrote and were heard, sooner towards the end."""
    async with _new_server(browser, 60) as (walk, camera):
        stage, chance = walk.stage, Random(3)
        await switched_on(stage)
        for week in range(WEEKS_LIVED):
            await _a_week(stage, chance, soonest=14 if week < WEEKS_LIVED / 2 else 6)
        panel = await stage.mia.run("mod health", channel=stage.room)
        await turned(stage, panel, "answers:4")
        await camera.take("health", stage.mia, stage.room, last=1)


async def _a_week(stage: Stage, chance: Random, *, soonest: int) -> None:
    """Two posts a day; two or three people each come after some minutes."""
    people = [one for one in stage.guild.members if one.id != stage.mia.id][:24]
    for _ in range(14):
        author, *others = chance.sample(people, chance.choice((3, 4, 4)))
        card, _ = await stage.vent(author)
        wait = timedelta(minutes=soonest * chance.lognormvariate(0.6, 0.9))
        await stage.later(wait)
        for one in others:
            await one.press(card, "🫂 With you")
        await stage.quiet()
        await stage.later(timedelta(hours=12) - wait)
        await stage.quiet()


PARTS = (_six_taps, _no_right, _read_only, _heard, _health)


async def main() -> int:
    """Gives an exit code."""
    program = chromium()
    if program is None:
        print("There is no Chromium here; CHROMIUM names one.")  # noqa: T201
        return 1
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        for part in PARTS if len(sys.argv) < 2 else [part for part in PARTS if part.__name__[1:] in sys.argv]:
            await part(browser)
        await browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
