"""Select menus of messages, whatever they list."""

from typing import Any

import aiohttp
import pytest
from playwright.async_api import expect

from sandbox import Sandbox
from tests.browser.conftest import Look

OPTIONS = [
    {"label": name, "value": name.lower(), "description": f"all about {name}"} for name in ("Cats", "Dogs", "Owls")
]


async def posted(discord: Sandbox, app: Any, channel: Any, menu: dict[str, Any]) -> None:
    """A bot that is not connected posts a menu."""
    body = {"content": "Choose", "components": [{"type": 1, "components": [{"custom_id": "menu", **menu}]}]}
    headers = {"Authorization": f"Bot {app.token}"}
    url = f"{discord.api}/channels/{channel.id}/messages"
    async with aiohttp.ClientSession() as client, client.post(url, json=body, headers=headers) as answer:
        assert answer.status == 200


@pytest.mark.parametrize(
    ("menu", "picks", "sent"),
    [
        ({"type": 3, "options": OPTIONS, "placeholder": "Animals"}, ["Dogs"], ["dogs"]),
        (
            {"type": 3, "options": OPTIONS, "placeholder": "Animals", "max_values": 2},
            ["Cats", "Owls"],
            ["cats", "owls"],
        ),
        ({"type": 5, "placeholder": "Animals"}, ["Ben"], ["@Ben"]),
        ({"type": 8, "placeholder": "Animals"}, ["#general"], ["#general"]),
    ],
    ids=["one", "several", "a person", "a channel"],
)
async def test_what_is_chosen_reaches_the_bot(look: Look, menu: Any, picks: list[str], sent: list[str]) -> None:
    async with Sandbox.open() as discord:
        app, ada = discord.application("Helper"), discord.person("Ada")
        guild = discord.guild("Small", owner=ada)
        ben = guild.join(discord.person("Ben"))
        guild.install(app)
        await posted(discord, app, guild.general, menu)
        page = await look(discord, ada, guild.general)

        await page.get_by_role("button", name="Animals").click()
        for name in picks:
            await page.get_by_role("option", name=name).click()
        if len(picks) > 1:
            await page.get_by_role("button", name="Done").click()

        await expect(page.get_by_text("This interaction failed")).to_be_visible()
        known = {"@Ben": str(ben.id), "#general": str(guild.general.id)}
        (interaction,) = discord.world.interactions.values()
        assert interaction.data["values"] == [known.get(one, one) for one in sent]
