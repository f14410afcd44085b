"""Files that a bot sends with an ordinary message."""

import base64

import aiohttp
from playwright.async_api import expect

from sandbox import Sandbox
from tests.browser.conftest import Look

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


async def test_a_picture_is_seen_with_its_words_and_a_table_can_be_taken(look: Look) -> None:
    async with Sandbox.open() as discord:
        app, ada = discord.application("Helper"), discord.person("Ada")
        guild = discord.guild("Small", owner=ada)
        guild.install(app)
        form = aiohttp.FormData()
        form.add_field("payload_json", '{"content": "look", "attachments": [{"id": "0", "description": "a dot"}]}')
        # as discord.py sends them: of what kind they are is left open
        form.add_field("files[0]", DOT, filename="dot.png", content_type="application/octet-stream")
        form.add_field("files[1]", b"week,posts\n1,2\n", filename="weeks.csv", content_type="application/octet-stream")
        url, headers = f"{discord.api}/channels/{guild.general.id}/messages", {"Authorization": f"Bot {app.token}"}
        async with aiohttp.ClientSession() as client, client.post(url, data=form, headers=headers) as answer:
            assert answer.status == 200

        page = await look(discord, ada, guild.general)

        picture = page.get_by_role("img", name="a dot")
        await expect(picture).to_be_visible()
        await expect(picture).to_have_js_property("naturalWidth", 1)
        await expect(page.get_by_role("link", name="weeks.csv")).to_be_visible()
