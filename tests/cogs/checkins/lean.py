"""A process that does nothing but ask: rows, worker, sender, check-ins. Started to be killed."""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

import discord
from discord.http import Route

from bot.data import keys
from bot.data.database import Database
from bot.data.inbox import Inbox
from bot.data.worker import Handlers, Worker
from bot.delivery.sender import Sender
from bot.domain.clock import Wall
from bot.pictures.pool import Pictures
from bot.text.catalogue import Catalogue
from cogs.checkins.feature import FEATURE
from cogs.checkins.jobs import CheckinJobs
from cogs.checkins.model.plan import Work
from cogs.checkins.service.checkins import checkins
from cogs.checkins.service.tools import Tools


@dataclass(frozen=True)
class Life:
    """What a life of the process needs to know; `unix_s` is people's time."""

    database_url: str
    api: str
    token: str
    keys_file: Path
    unix_s: float


def live(life: Life) -> None:
    """Asks whoever is due, until it is killed."""
    # what it says about being cut off is no concern of the tests' own output
    sys.stderr = (life.keys_file.parent / "lean.txt").open("a", encoding="utf-8")
    asyncio.run(_live(life))


async def _live(life: Life) -> None:
    Route.BASE = life.api
    living = keys.read_file(life.keys_file)
    assert living is not None
    wall = Wall()
    wall.follow(life.unix_s, 0.001)
    database = Database(life.database_url, wall)
    await database.open()
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login(life.token)
        sender = Sender(client, living, per_second=50, dm_opens_per_second=1, dms_per_second=50)
        ours = checkins(Tools(database, living, Inbox(database, living)))
        jobs = CheckinJobs(ours, sender, Catalogue([FEATURE.texts]), Pictures())
        rows = {Work.DUE: ours.sending.due, Work.ZONES: ours.sending.zones, Work.SWEEP: ours.sending.sweep}
        worker = Worker(database, Handlers(dict(rows), {Work.SEND: jobs.send}), name="lean")
        await worker.start()
        await asyncio.Event().wait()
