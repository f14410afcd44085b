"""Many messages, many servers."""

from datetime import timedelta
from typing import Any

from playwright.async_api import Page, expect

from sandbox import Sandbox
from tests.browser.conftest import Look

MESSAGES = 5000
GUILDS = 500
DRAWN_MOST = 200


async def scroll_up(page: Page) -> Any:
    return await page.evaluate(
        """async () => {
            const box = document.querySelector(".chat > .scroll");
            let slowest = 0;
            for (let step = 0; step < 40; step += 1) {
                const before = performance.now();
                box.scrollTop = Math.max(0, box.scrollTop - 700);
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 25)));
                slowest = Math.max(slowest, performance.now() - before);
            }
            return { slowest, drawn: box.querySelectorAll("[data-message]").length };
        }"""
    )


async def test_five_thousand_messages_are_read_upward_without_drawing_them_all(look: Look) -> None:
    async with Sandbox.open() as discord:
        ada = discord.person("Ada")
        guild = discord.guild("Big", owner=ada)
        here = ada.in_(guild)
        for number in range(MESSAGES):
            await here.say(guild.general, f"message {number}", ago=timedelta(seconds=60 * (MESSAGES - number)))
        page = await look(discord, ada, guild.general)
        await expect(page.get_by_text(f"message {MESSAGES - 1}", exact=True)).to_be_in_viewport()

        moved = await scroll_up(page)

        assert moved["drawn"] <= DRAWN_MOST
        assert moved["slowest"] < 500
        await expect(page.get_by_text(f"message {MESSAGES - 1}", exact=True)).to_have_count(0)
        await page.get_by_role("button", name="To the newest").click()
        await expect(page.get_by_text(f"message {MESSAGES - 1}", exact=True)).to_be_in_viewport()


async def test_reading_earlier_messages_stays_where_one_reads_when_others_write(look: Look) -> None:
    async with Sandbox.open() as discord:
        ada = discord.person("Ada")
        guild = discord.guild("Big", owner=ada)
        ben = guild.join(discord.person("Ben"))
        for number in range(80):
            await ben.say(guild.general, f"message {number}")
        page = await look(discord, ada, guild.general)
        read = page.get_by_text("message 45", exact=True)
        await read.scroll_into_view_if_needed()
        await expect(page.locator("[data-message]")).to_have_count(80)
        await read.scroll_into_view_if_needed()

        await ben.say(guild.general, "something new")

        await expect(page.get_by_text("something new", exact=True).last).to_have_count(1)
        await expect(read).to_be_in_viewport()


async def test_five_hundred_servers_are_listed_and_opened(look: Look) -> None:
    async with Sandbox.open() as discord:
        ada = discord.person("Ada")
        guilds = [discord.guild(f"Server {number}", owner=ada) for number in range(GUILDS)]
        page = await look(discord, ada, guilds[0].general)

        await page.get_by_role("button", name=f"Server {GUILDS - 1}", exact=True).click()

        await expect(page.get_by_role("heading", name=f"Server {GUILDS - 1}")).to_be_visible()
        await expect(page.get_by_role("list", name="Servers").get_by_role("button")).to_have_count(GUILDS + 1)
