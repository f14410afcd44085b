"""The page in a real Chromium, in front of the real bot.

One Chromium does for all tests of a process, each in windows of its own, as a start takes longer than most of them.
"""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, async_playwright, expect

from tests.stage import Stage, staged

ARGUMENTS = (
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}

Look: TypeAlias = Callable[..., Awaitable[Page]]


def chromium() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(loop_scope="session")
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """As everywhere, on the browser's loop."""
    async with staged(tmp_path) as ready:
        await ready.set_up()
        yield ready


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Skips where there is no Chromium."""
    program = chromium()
    if program is None:
        pytest.skip("there is no Chromium here; CHROMIUM names one")
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="session")
async def look(browser: Browser) -> AsyncIterator[Look]:
    """Opens the page of a sandbox as somebody in a channel; whatever breaks in the page fails the test."""
    broken: list[str] = []
    contexts: list[BrowserContext] = []

    def complained(line: ConsoleMessage) -> None:
        # a refusal (409) is an answer that the page shows
        if line.type == "error" and "409" not in line.text:
            broken.append(line.text)

    async def opened(discord: Any, who: Any, channel: Any, *, phone: bool = False, **more: Any) -> Page:
        size = PHONE if phone else WIDE
        context = await browser.new_context(viewport=size, has_touch=phone, is_mobile=phone, **more)
        contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", complained)
        guild = channel.guild.id if channel.guild else "dms"
        await page.goto(f"{discord.base}/#{who.id}/{guild}/{channel.id}//chat")
        await expect(page.get_by_role("combobox", name="Message").last).to_be_visible()
        return page

    yield opened
    for context in contexts:
        await context.close()
    assert broken == []


@pytest_asyncio.fixture(loop_scope="session")
async def in_room(stage: Stage, look: Look) -> Callable[..., Awaitable[Page]]:
    """Opens the vent room as a member of the stage."""

    async def opened(who: Any, **more: Any) -> Page:
        return await look(stage.discord, who, stage.room, **more)

    return opened
