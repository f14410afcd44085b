"""A stage for flows: a sandbox with a server of some size, the real bot in it, and people who act."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot import client
from bot.app import App, put_together
from bot.data.queue import next_times
from bot.domain.clock import to_ms
from bot.domain.groups import FEWEST_PEOPLE
from bot.domain.ids import GuildId, MemberId
from bot.observe.wall import read_first
from config.settings import load
from sandbox import App as Application
from sandbox import Member, Sandbox, Server
from tests.rows import newest_schema

TOKEN = "a-token-of-the-sandbox"
INVITED = discord.Permissions(
    view_channel=True, send_messages=True, send_messages_in_threads=True, create_public_threads=True,
    manage_threads=True, embed_links=True, attach_files=True, read_message_history=True,
).value  # fmt: skip
GUILD_READY_S = 0.05
"""Instead of 0.2: the sandbox tells of its servers in one breath, and every stage would wait for no further one."""
CROWD = 40
"""So many people make a group in which a made-up name means something (SPEC 4.12)."""


@dataclass
class Stage:
    """Ada and Ben are members, Mia may manage the server. `bot` is the running bot, None while it is down."""

    discord: Sandbox
    app: Application
    folder: Path
    guild: Server
    room: Any
    ada: Member
    ben: Member
    mia: Member
    database_url: str | None = None
    bot: App | None = None
    chosen: dict[str, Any] = field(default_factory=dict[str, Any])
    """What the operator chose besides, from the next start on."""
    _task: "asyncio.Task[int] | None" = None
    _rows: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def start(self) -> App:
        """Starts the bot, on the rows it left when it was stopped."""
        Route.BASE = self.discord.api
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self.discord.gateway)
        client.GUILD_READY_S = GUILD_READY_S
        settings = load(
            token=TOKEN, data_dir=self.folder, keys_file=self.folder / "keys" / "master.json", http_bind="",
            database_url=self.database_url, clock_url=self.discord.clock_url,
            delivery={"identify_every_s": 0}, **self.chosen,
        )  # fmt: skip
        self.bot = await put_together(settings, self._rows)
        self._task = asyncio.create_task(self.bot.run(TOKEN))
        waiting = asyncio.create_task(self.bot.ready.wait())
        await asyncio.wait({waiting, self._task}, timeout=15, return_when=asyncio.FIRST_COMPLETED)
        if not self.bot.ready.is_set():
            waiting.cancel()
            raise RuntimeError(f"the bot did not get ready: {self._task}; {self.discord.sketch()}")
        return self.bot

    async def stop(self) -> None:
        """Ends the bot in good order; its rows stay."""
        if self.bot is None or self._task is None:
            return
        self.bot.ended.set()
        await self._task
        self.bot = self._task = None
        await self._rows.aclose()
        self._rows = AsyncExitStack()

    async def restart(self) -> App:
        await self.stop()
        return await self.start()

    async def frequented(self, people: int = FEWEST_PEOPLE) -> None:
        """So many of the members have used the bot lately: what hides among them is hidden (SPEC 4.12)."""
        bot = self.bot
        for one in self.guild.members[:people] if bot is not None else ():
            await bot._visits.note(GuildId(self.guild.id), MemberId(one.id))

    async def set_up(self) -> None:
        """Mia chooses the room; the panel and the commands are there, and people have come."""
        await self.frequented()
        await self.mia.run("setup channels", channel=self.room, vent_room=self.room)
        await self.discord.until(lambda: "vent" in self.ada.commands(self.room) and self.panel() is not None)

    async def later(self, by: timedelta) -> None:
        """Moves people's clock, and has the bot look at it now instead of within the second."""
        self.discord.clock.move(by)
        bot = self.bot
        assert bot is not None
        await read_first(bot.database.wall, self.discord.clock_url)
        bot.worker.wake()

    async def quiet(self) -> None:
        """Waits until nothing that is due is left to do: the queue is at rest and no press is being answered."""
        bot = self.bot
        assert bot is not None
        await self.discord.until(lambda: self.discord.clock.now() - bot.database.wall.now() < timedelta(seconds=3))
        for _ in range(200):
            bot.worker.wake()
            due, held = await bot.database.read(lambda look: next_times(look, to_ms(bot.database.wall.now())))
            at_rest = held is None and (due is None or due > to_ms(bot.database.wall.now()))
            if at_rest and not bot.worker.busy and not bot.router.busy:
                return
            await asyncio.sleep(0.02)
        raise TimeoutError("the queue does not come to rest")

    def panel(self) -> Any:
        return next((m for m in self.ada.sees(self.room) if any(b.custom_id == "vent:open" for b in m.buttons)), None)

    def cards(self) -> list[Any]:
        """The vents in the room, oldest first."""
        return [
            m for m in self.ben.sees(self.room) if any((b.custom_id or "").startswith("vent:cheer") for b in m.buttons)
        ]

    async def vent(self, author: Member, text: str = "They said no.", **filled: Any) -> Any:
        """Somebody lets something out; gives the card, once card and thread are there."""
        before = len(self.cards())
        opened = await author.press(self.panel(), "vent:open")
        given = {"text": text, "help": "listen", "name": "hidden"} | filled
        values = {name: value for name, value in given.items() if value is not None}
        answer = await author.submit(opened.form, **values)
        await self.discord.until(lambda: len(self.cards()) > before and self.cards()[-1].thread is not None)
        return self.cards()[-1], answer


@asynccontextmanager
async def staged(folder: Path, *, people: int = CROWD, database_url: str | None = None) -> AsyncIterator[Stage]:
    """A set-up server with the bot running on it; without `database_url` on an SQLite file in `folder`."""
    if database_url is None and not (rows := folder / "wingbeat.db").exists():
        rows.write_bytes(newest_schema())
    async with Sandbox.open() as local:
        # days pass in a second here, and Discord's limits per route count real seconds
        local.settings.route_limits = False
        app = local.application("Wingbeat", token=TOKEN)
        mia, ada, ben = (local.person(name) for name in ("Mia", "Ada", "Ben"))
        guild = local.guild("Job seekers", owner=mia)
        room = guild.channel("vent-room")
        for number in range(people - 3):
            guild.join(local.person(f"Member {number}"))
        stage = Stage(local, app, folder, guild, room, guild.join(ada), guild.join(ben), mia.in_(guild), database_url)
        guild.install(app, INVITED)
        await stage.start()
        try:
            yield stage
        finally:
            await stage.stop()
