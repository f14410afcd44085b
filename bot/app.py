"""The composition root: settings → rows → features → client, and their end in the other order."""

import asyncio
import importlib
import logging
import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AsyncExitStack
from typing import TypeVar, cast

import discord
from discord.ext import commands as text_commands

from bot.client import DRAIN_S, Client, end_on_signals, exit_code
from bot.data import leaving, people, scopes, upkeep
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.forgetting import Forgetting
from bot.data.inbox import Inbox
from bot.data.keys import Keys
from bot.data.opening import find_keys, open_rows, tombstones
from bot.data.people import People
from bot.data.queue import Job
from bot.data.unit import Unit
from bot.data.visits import Visits
from bot.data.worker import Handlers, Worker, hearing
from bot.delivery.leavers import Leavers
from bot.delivery.processes import Processes
from bot.delivery.sender import Sender
from bot.delivery.telling import Telling
from bot.domain.clock import Wall
from bot.domain.errors import Refusal
from bot.domain.events import Fact
from bot.domain.ids import ChannelId, GuildId
from bot.feature import Feature, Kit, Parts
from bot.observe.wall import follow_for_ever, read_first
from bot.pictures.pool import Pictures
from bot.places.finder import Places
from bot.screening import helplines
from bot.text.catalogue import catalogue_of
from bot.ui.answers import answer_failure, words_for
from bot.ui.commands import AnyCommand, assemble, menu_command
from bot.ui.filter import Filter
from bot.ui.groups import Groups
from bot.ui.looks import Looks
from bot.ui.press import Press
from bot.ui.router import Router
from bot.ui.sync import CommandSync
from bot.vitals import Vitals
from config.settings import Settings

T = TypeVar("T")

log = logging.getLogger(__name__)


def discover(package: str = "cogs") -> list[Feature]:
    """Every feature's manifest, by name. Features are found, not listed: a new folder is a new feature."""
    home = importlib.import_module(package)
    names = sorted(module.name for module in pkgutil.iter_modules(home.__path__))
    return [importlib.import_module(f"{package}.{name}.feature").FEATURE for name in names]


async def put_together(settings: Settings, stack: AsyncExitStack) -> "App":
    """Rows, keys and features, ready to `run`; `stack` closes them. Raises StartRefused in words."""
    wall = Wall()
    if settings.clock_url is not None:
        await read_first(wall, settings.clock_url)
    features = discover()
    database = await open_rows(settings, wall, stack)
    living = await find_keys(settings, database)
    return App(settings, features, database, living)


class App:
    """The bot, put together. `run` returns the process's exit code."""

    def __init__(self, settings: Settings, features: Sequence[Feature], database: Database, living: Keys) -> None:
        self.settings = settings
        self.database = database
        self.catalogue = catalogue_of(tuple(feature.texts for feature in features), settings.default_locale)
        self.client = Client(shard_ids=settings.shard_ids, shard_count=settings.shard_count)
        self._features = features
        self._inbox, self._pictures, self._places = Inbox(database, living), Pictures(), Places(database.wall.now)
        self._people = People(database, self._inbox)
        kept = [rows for feature in features for rows in feature.person_rows]
        self.forgetting = Forgetting(database, living, kept, tombstones(settings, living))
        self._visits = Visits(database, living)
        self._sender = Sender(
            self.client, living,
            per_second=settings.delivery.per_second, dm_opens_per_second=settings.delivery.dm_opens_per_second,
            dms_per_second=settings.delivery.dms_per_second,
        )  # fmt: skip
        self._sender.knows_servers = False
        self._leavers = Leavers(database, self.forgetting, self._sender)
        self._handlers = Handlers(rows={}, jobs={})
        self.worker = Worker(database, self._handlers, name="alone")
        self._processes = Processes(database, self.worker, self._sender)
        self._parts = self._build(living)
        self._check_questions()
        self.router = self._router()
        self._sync = self._commands()
        self.ready, self.ended = asyncio.Event(), asyncio.Event()
        """`ended` is set by SIGTERM, or by a program that runs the bot inside itself."""
        self._wire()

    def _build(self, living: Keys) -> dict[str, Parts]:
        operator = self.settings.operator.channel
        kit = Kit(
            name=self.settings.name,
            rows=self.database,
            keys=living,
            wall=self.database.wall,
            worker=self.worker,
            sender=self._sender,
            inbox=self._inbox,
            people=self._people,
            doors=Doors(living),
            forgetting=self.forgetting,
            filter=Filter(
                self.database, living, Looks(self.database, helplines.load(), self._sender.questions.is_called)
            ),
            groups=Groups(self.database),
            catalogue=self.catalogue,
            pictures=self._pictures,
            places=self._places,
            features=self._features,
            ask=self._ask,
            parts=lambda: self._parts,
            about=self.settings.operator.contact,
            operator_channel=ChannelId(operator) if operator is not None else None,
        )
        return {feature.name: feature.build(kit) for feature in self._features}

    def _ask(self, question: type[T], /) -> Sequence[T]:
        answers = [pair for parts in self._parts.values() for pair in parts.answers]
        return cast("list[T]", [who for asked, who in answers if asked is question])

    def _check_questions(self) -> None:
        """A question nobody answers is found at start, not by a member."""
        for feature in self._features:
            for question in feature.asks:
                if not self._ask(question):
                    raise LookupError(f"{feature.name} asks {question.__name__}, and no feature answers it")

    def _router(self) -> Router:
        presses = {name: way for parts in self._parts.values() for name, way in parts.presses.items()}
        forms = {name: way for parts in self._parts.values() for name, way in parts.forms.items()}
        return Router(presses, forms, self.catalogue, self._afterwards)

    def _commands(self) -> CommandSync:
        everywhere = self._of_scope("everywhere", self._parts)
        for command in [*everywhere, *self._of_scope("server", self._parts)]:
            # in discord.py's tree all are global: it falls back to these for a server's commands
            self.client.tree.add_command(command)
        return CommandSync(self.database, self.catalogue, everywhere, lambda on: self._of_scope("server", on))

    def _of_scope(self, scope: str, names: Iterable[str]) -> list[AnyCommand]:
        """The commands of these features together: several may add to one group (`/mod`)."""
        words = self.catalogue.words(None)
        several = [self._parts[name] for name in sorted(names) if name in self._parts]
        slashes = [slash for parts in several for slash in parts.slashes if slash.scope == scope]
        menus = [menu for parts in several for menu in parts.menus if scope == "server"]
        return [*assemble(slashes, words, self.router), *(menu_command(menu, words, self.router) for menu in menus)]

    @property
    def parts(self) -> Mapping[str, Parts]:
        """Every feature's parts, by its name."""
        return self._parts

    def _wire(self) -> None:
        subscriptions: dict[type[Fact], list[str]] = {}
        for name, parts in self._parts.items():
            for fact, subscriber in parts.subscribers:
                heard = f"{name}.{subscriber.__name__}"
                subscriptions.setdefault(fact, []).append(heard)
                self._handlers.rows[f"fact:{heard}"] = hearing(subscriber)
            self._handlers.rows.update(parts.row_jobs)
            self._handlers.jobs.update(parts.jobs)
        self._handlers.rows[upkeep.SWEEP] = self._sweep
        self._leavers.wire(self._handlers)
        self._handlers.jobs[scopes.SYNC] = self._tell_commands
        self._handlers.jobs[people.TELL] = Telling(self._people, self._sender, self.catalogue).tell
        self._sender.reaching.hear = lambda fact: self.database.change(lambda unit: unit.emit(fact))
        self.database.subscriptions = {fact: tuple(names) for fact, names in subscriptions.items()}
        client = self.client
        client.on_setup, client.on_press = self._on_setup, self.router.dispatch
        client.on_first_ready, client.on_joined = self._on_first_ready, self._on_joined
        client.on_removed = self._on_removed
        client.unknown_command = self._on_unknown_command
        client.text_command_failed = self._on_text_command_failed
        client.hear_message = [hear for parts in self._parts.values() for hear in parts.on_message]
        client.hear_reaction = [hear for parts in self._parts.values() for hear in parts.on_reaction]
        client.hear_messages_gone = [hear for parts in self._parts.values() for hear in parts.on_messages_gone]
        client.hear_channel_gone = [hear for parts in self._parts.values() for hear in parts.on_channel_gone]
        client.hear_thread_gone = [hear for parts in self._parts.values() for hear in parts.on_thread_gone]
        client.hear_thread_changed = [hear for parts in self._parts.values() for hear in parts.on_thread_changed]
        for parts in self._parts.values():
            for command in parts.mentions:
                client.add_command(text_commands.Command(command, name=command.__name__))

    async def run(self, token: str) -> int:
        """Runs until told to end (0) or until the gateway is lost for good (1). Raises discord.LoginFailure."""
        async with AsyncExitStack() as stack:
            ended = self.ended
            end_on_signals(ended, stack)
            if self.settings.clock_url is not None:
                following = follow_for_ever(self.database.wall, self.settings.clock_url, self.worker.wake)
                stack.callback(asyncio.create_task(following).cancel)
            vitals = Vitals(self.database, self.worker, self.client, self.router)
            await vitals.serve(self.settings.http_bind, stack)
            client = asyncio.create_task(self.client.start(token))
            stack.push_async_callback(self._processes.leave)
            others = [
                asyncio.create_task(waiting) for waiting in (ended.wait(), self.client.watch(), self._processes.hold())
            ]
            await asyncio.wait([client, *others], return_when=asyncio.FIRST_COMPLETED)
            await self._end()
            for task in (client, *others):
                task.cancel()
            return exit_code(ended.is_set(), (await asyncio.gather(client, return_exceptions=True))[0])

    async def _end(self) -> None:
        # both at once and within DRAIN_S: a supervisor kills what is still there after ten seconds
        await asyncio.gather(self.router.drain(DRAIN_S), self.worker.drain(DRAIN_S))
        await asyncio.gather(self._pictures.close(), self._places.close())
        await self.client.close()

    async def _on_setup(self) -> None:
        settings = self.settings
        shards = await self._processes.join(
            self.client.shard_count or 1,
            given=settings.shard_ids, processes=settings.processes, pace=settings.delivery,
        )  # fmt: skip
        if shards is not None:
            self.client.shard_ids = shards
            self.client.before_identify = self._processes.wait_to_identify
        starts = await self.database.change(upkeep.count_start)
        log.info("start %d of the last 24 hours", starts)
        await self.forgetting.begin()
        await self.database.change(self._plant_recurring)
        await self.worker.start()
        await self._sync.begin(self.client.tree, self.worker)

    def _sweep(self, unit: Unit, _: Job | None = None) -> None:
        upkeep.sweep(unit)
        for kept in (kept for feature in self._features for kept in feature.retention):
            if kept.prune is not None:
                kept.prune(unit)

    def _plant_recurring(self, unit: Unit) -> None:
        unit.no_later = True
        self._sweep(unit)
        self._leavers.plant(unit)
        for parts in self._parts.values():
            for plant in parts.on_start:
                plant(unit)

    async def _on_first_ready(self) -> None:
        await self.database.change_surely(lambda unit: leaving.roll_call(unit, self.client.is_on))
        self._sender.knows_servers = True
        self.ready.set()
        servers = len(self.client.guilds)
        print(f"{self.settings.name} is ready on {servers} server{'' if servers == 1 else 's'}.", flush=True)  # noqa: T201

    async def _on_removed(self, guild: GuildId) -> None:
        await self.database.change_surely(lambda unit: leaving.was_removed(unit, guild))

    async def _on_joined(self, guild: GuildId) -> None:
        await self.database.change_surely(lambda unit: leaving.was_added(unit, guild))

    async def _on_unknown_command(self, interaction: discord.Interaction) -> None:
        await answer_failure(self.router.press(interaction), Refusal("command-unknown"), "an unknown command")

    async def _on_text_command_failed(self, ctx: text_commands.Context[Client], error: Exception) -> None:
        locale = str(ctx.guild.preferred_locale) if ctx.guild is not None else None
        cause = error.original if isinstance(error, text_commands.CommandInvokeError) else error
        await ctx.send(words_for(self.catalogue.words(locale), cause, "a text command"))

    async def _tell_commands(self, job: Job) -> None:
        await self._sync.sync(self.client.tree, self.client.http, self.client.application_id or 0, job)

    async def _afterwards(self, press: Press) -> None:
        """Somebody was answered: one neutral line if something waits, once; and they count among those who come."""
        if not press.answered:
            return
        if press.guild is None:
            waits_on = await self._inbox.waits_anywhere(press.member)
        else:
            if not press.leaves_no_trace:
                await self._visits.note(press.guild, press.member)
            waits_on = [press.guild] if await self._inbox.waits(press.guild, press.member) else []
        # all of them, and said once
        if any([await self._inbox.announce(guild, press.member) for guild in waits_on]):
            await press.say(press.words("inbox-waits"))
