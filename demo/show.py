"""Sandbox, community and bot together, from the first line to the last."""

import asyncio
import os
import secrets
import signal
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from demo import telling
from demo.acts import OURS, Card, Hands, Silent
from demo.cast import Community, community
from demo.child import Bot, Died
from demo.past import HOURS_AGO, Past
from demo.present import Present
from demo.town import Place, move_in, talk_over
from sandbox import App, Sandbox

USUAL_PORT = 8080
ROWS = "wingbeat.db"
FINE, FAILED = 0, 1


class Cannot(Exception):
    """What was asked for cannot be; the words are for the person who asked."""


@dataclass(frozen=True)
class Options:
    """What was typed. `seconds` is how long to stay once everything is up, None for ever."""

    people: int
    guilds: int
    seed: int
    speed: float
    port: int | None
    data_dir: Path | None
    no_bot: bool
    seconds: float | None


async def show(options: Options) -> int:
    """Until Ctrl-C, SIGTERM, or the time is over; gives the exit code. Raises Cannot."""
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    evening, stopped = asyncio.create_task(_evening(options)), asyncio.create_task(stop.wait())
    await asyncio.wait({evening, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if evening.done():
        return evening.result()
    telling.say("\nEnding the bot and the sandbox …")
    evening.cancel()
    await asyncio.gather(evening, return_exceptions=True)
    telling.say("Ended.")
    return FINE


async def _evening(options: Options) -> int:
    people = community(options.seed, people=options.people, guilds=options.guilds)
    async with AsyncExitStack() as stack:
        folder = _folder(options, stack)
        discord = await _opened(options, stack)
        OURS.set(True)
        evening = Evening(discord, options, people, folder)
        stack.push_async_callback(evening.bot.end)
        return await evening.run()


def _folder(options: Options, stack: AsyncExitStack) -> Path:
    """Where the bot keeps its rows."""
    if options.data_dir is None:
        return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sandbox-", ignore_cleanup_errors=True)))
    folder = options.data_dir.resolve()
    if (folder / ROWS).exists():
        raise Cannot(f"{options.data_dir} holds rows of an earlier sandbox, which is gone. Name an empty directory.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Cannot(f"{options.data_dir} cannot be used: {error.strerror}.") from error
    return folder


async def _opened(options: Options, stack: AsyncExitStack) -> Sandbox:
    """On the port that was asked for; on the usual one or a free one where none was. Raises Cannot."""
    wanted = USUAL_PORT if options.port is None else options.port
    try:
        return await stack.enter_async_context(Sandbox.open(wanted, seed=options.seed, strict=False))
    except OSError as error:
        if options.port is not None:
            raise Cannot(
                f"port {wanted} cannot be used: {os.strerror(error.errno or 0)}. Choose another with --port."
            ) from error
    return await stack.enter_async_context(Sandbox.open(0, seed=options.seed, strict=False))


class Evening:
    """One run."""

    def __init__(self, discord: Sandbox, options: Options, people: Community, folder: Path) -> None:
        self._discord = discord
        self._options = options
        self._random = Random(options.seed)
        self._hands = Hands(discord, self._random)
        self._past = Past(discord, self._hands, self._random, options.seed)
        self._people = people
        self._app: App = discord.application("Wingbeat", token=secrets.token_urlsafe(24))
        self.bot = Bot(discord, self._app.token, folder, telling.say)

    async def run(self) -> int:
        """Gives the exit code."""
        places = await self._move_in()
        if self._options.no_bot:
            await self._without_bot(places)
            return FINE
        try:
            await self._with_bot(places)
        except Died as died:
            telling.last_words(str(died), died.lines)
            return FAILED
        except Silent as silent:
            telling.last_words(str(silent), self.bot.last_lines)
            return FAILED
        return FINE

    async def _move_in(self) -> list[Place]:
        telling.say(f"{telling.counted(len(self._people.people), 'person moves', 'people move')} in …")
        places = move_in(self._discord, self._people, self._app, self._random)
        self._past.set_back(timedelta())
        await talk_over(places, self._random, self._discord.clock.now())
        return places

    async def _without_bot(self, places: Sequence[Place]) -> None:
        self._past.end()
        discord = self._discord
        addresses = {"api": discord.api, "gateway": discord.gateway, "clock": discord.clock_url}
        telling.say(telling.ADDRESSES.format(token=self._app.token, page=f"{discord.base}/", **addresses))
        await self._stay(Present(discord, self._hands, self._random, places, is_up=lambda: True), [])

    async def _with_bot(self, places: Sequence[Place]) -> None:
        self._past.set_back(timedelta(hours=HOURS_AGO[0] + 1))
        telling.say("The bot starts …")
        await self.bot.start()
        watching = asyncio.create_task(self.bot.keep_up())
        living = asyncio.create_task(self._live(places))
        try:
            done, _ = await asyncio.wait({watching, living}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (watching, living):
                task.cancel()
            await asyncio.gather(watching, living, return_exceptions=True)
        for task in done:
            task.result()

    async def _live(self, places: Sequence[Place]) -> None:
        for place in places:
            await self._hands.set_up(place)
        telling.say("Some days pass …")
        cards = await self._past.happen(places, lambda: self.bot.is_ready)
        heard = sum(len(one.heard_by) > 1 for one in cards)
        page = f"{self._discord.base}/"
        telling.invite(places, page=page, pid=self.bot.pid, vents=len(cards), heard=heard)
        present = Present(self._discord, self._hands, self._random, places, is_up=lambda: self.bot.is_ready)
        await self._stay(present, cards)

    async def _stay(self, present: Present, cards: Sequence[Card]) -> None:
        self._discord.clock.speed = self._options.speed
        try:
            async with asyncio.timeout(self._options.seconds):
                await present.go_on(cards)
        except TimeoutError:
            telling.say("The time is over.")
