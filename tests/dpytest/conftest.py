"""A plain bot with our text commands on it: dpytest knows no sharded clients."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import discord
import discord.ext.test as dpytest
import pytest
from discord.ext import commands

from bot.app import App, put_together
from bot.client import intents
from config.settings import load

TextBot = commands.Bot
Said = Callable[[str], str]


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    """The bot, put together on rows of its own; it never connects."""
    settings = load(
        token="a-token", data_dir=tmp_path, keys_file=tmp_path / "keys" / "master.json", http_bind="",
        operator={"contact": "ops@example.org"},
    )  # fmt: skip
    async with AsyncExitStack() as stack:
        yield await put_together(settings, stack)


@pytest.fixture
async def by_mention(app: App) -> AsyncIterator[TextBot]:
    """Our text commands, and our answer to what goes wrong in them."""
    wanted = intents()
    wanted.members = wanted.message_content = True  # dpytest looks its own people up in the cache
    bot = commands.Bot(commands.when_mentioned, help_command=None, intents=wanted)
    await bot._async_setup_hook()  # what `start` would do (PLATFORM 9)
    for command in app.client.commands:
        bot.add_command(command)
    bot.on_command_error = app.client.on_command_error
    dpytest.configure(bot, members=2)
    yield bot
    await dpytest.empty_queue()


def answers() -> list[discord.Message]:
    """What the bot has said since the last look."""
    found: list[discord.Message] = []
    while not dpytest.sent_queue.empty():
        found.append(dpytest.get_message())
    return found
