"""A sandbox with a server, two people, and real discord.py clients that log in to it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import discord
import pytest
import yarl
from discord import app_commands, ui

from sandbox import App, Sandbox

from . import raw
from .raw import Home


class Bot(discord.Client):
    """A small bot on the real library: commands, buttons, forms, suggestions."""

    def __init__(self, **options: object) -> None:
        options.setdefault(
            "intents", discord.Intents(guilds=True, guild_messages=True, guild_reactions=True, dm_messages=True)
        )
        super().__init__(max_messages=None, guild_ready_timeout=0.05, **options)
        self.tree = app_commands.CommandTree(self)
        self.pressed: Callable[[discord.Interaction], Awaitable[None]] | None = None
        self.heard: list[tuple[str, object]] = []

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if (
            interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit)
            and self.pressed
        ):
            await self.pressed(interaction)

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(("message", message))

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        self.heard.append(("reaction", payload))

    async def on_resumed(self) -> None:
        self.heard.append(("resumed", None))


@pytest.fixture
async def local() -> AsyncIterator[Sandbox]:
    async with Sandbox.open() as sandbox:
        yield sandbox


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch):
    """Logs a bot in and waits until it is ready."""

    @asynccontextmanager
    async def connect(sandbox: Sandbox, app: App, bot: discord.Client) -> AsyncIterator[discord.Client]:
        monkeypatch.setattr(discord.http.Route, "BASE", sandbox.api)
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(sandbox.gateway))
        running = asyncio.create_task(bot.start(app.token))
        ready = asyncio.create_task(bot.wait_until_ready())
        try:
            await asyncio.wait({running, ready}, timeout=5, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                running.result()
            yield bot
        finally:
            ready.cancel()
            await bot.close()
            await asyncio.gather(running, ready, return_exceptions=True)

    return connect


class Note(ui.Modal, title="A note"):
    """A form with a text and a choice."""

    text = ui.Label(text="What?", component=ui.TextInput(custom_id="text", max_length=20))
    mood = ui.Label(
        text="How?",
        component=ui.RadioGroup(
            custom_id="mood",
            options=[
                discord.RadioGroupOption(label="Well", value="well"),
                discord.RadioGroupOption(label="Ill", value="ill"),
            ],
        ),
    )


@pytest.fixture
async def home() -> AsyncIterator[Home]:
    """A server with two people and a bot without a library, for breaking rules."""
    async with raw.home() as ready:
        yield ready
    own = [one for one in ready.local.violations if not one.startswith("request")]
    assert own == [], "the sandbox itself keeps to Discord's description, whatever it is asked"
