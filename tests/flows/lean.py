"""A process that does nothing but send: rows, worker and sender, without the gateway. Started to be killed."""

import asyncio
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import discord
from discord import ui
from discord.http import Route

from bot.data import guilds, keys
from bot.data.database import Database
from bot.data.queue import Job
from bot.data.worker import Handlers, Worker
from bot.delivery.sender import Sender
from bot.domain.clock import Wall
from bot.domain.ids import ChannelId, GuildId

KIND = "lean.say"


@dataclass(frozen=True)
class Life:
    """What a life of the process needs to know."""

    database_url: str
    api: str
    token: str
    keys_file: Path


def mark_of(key: str) -> str:
    """The beginning of the custom id that only this message carries."""
    return f"lean:{key}:"


def live(life: Life) -> None:
    """Sends what the queue says, until it is killed."""
    # what it says about being cut off is no concern of the tests' own output
    sys.stderr = (life.keys_file.parent / "lean.txt").open("a", encoding="utf-8")
    asyncio.run(_live(life))


async def _live(life: Life) -> None:
    Route.BASE = life.api
    living = keys.read_file(life.keys_file)
    assert living is not None
    database = Database(life.database_url, Wall())
    await database.open()
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login(life.token)
        sender = Sender(client, living, per_second=45, dm_opens_per_second=1)

        async def say(job: Job) -> None:
            face = ui.LayoutView(timeout=None)
            face.add_item(ui.TextDisplay(job.key))
            face.add_item(ui.ActionRow(ui.Button(label="more", custom_id=f"{mark_of(job.key)}0")))
            channel = ChannelId(json.loads(job.payload)["channel"])
            await sender.send(job, channel, mark=mark_of(job.key), face=face)
            await database.change(lambda unit: (guilds.choose(unit, GuildId(1), job.key, {}), unit.finish(job)))

        worker = Worker(database, Handlers({}, {KIND: say}), name="lean")
        await worker.start()
        await asyncio.Event().wait()
