"""What an operator types. Exit codes: 0 fine, 1 failed, 2 wrong settings or arguments, 3 refused."""

import os
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from tempfile import TemporaryDirectory
from typing import TypeVar

import aiohttp
import click
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.app import discover, put_together
from bot.data import migrate, upkeep
from bot.data.database import Database, sqlite_path
from bot.data.opening import find_keys, refuse_half_restored
from bot.data.unit import Look
from bot.domain.clock import Wall
from bot.observe import logging as logs
from bot.operating import keys, leaving, reference, saving, texts
from bot.operating.speaking import FAILED, WRONG, finish, leave, say, settings_given
from config.settings import Settings, variable

T = TypeVar("T")
INVITE_PERMISSIONS = discord.Permissions(
    view_channel=True, send_messages=True, send_messages_in_threads=True, create_public_threads=True,
    manage_threads=True, embed_links=True, attach_files=True, read_message_history=True,
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """A Discord bot for groups of job seekers who hold each other up.

    \b
    Without a token:  wingbeat sandbox      try everything on this machine
    With a token:     wingbeat run          connect to Discord
    To a server:      wingbeat invite       then /setup start in Discord
    Every night:      wingbeat backup       and a copy of the key file, once
    When in doubt:    wingbeat check        what is in force, what waits

    What throws something away says first what it would do; --yes does it. Exit codes: 0 fine, 1 failed, 2 wrong
    settings or arguments, 3 refused, with the reason. More: docs/operators.md.
    """


@main.command(short_help="Connect to Discord and stay there.")
def run() -> None:
    """Connect to Discord and stay there, until Ctrl-C or SIGTERM ends it in good order.

    It makes the database and the key file at its first start, and brings an older database to the newest schema. When a
    line with "ready" appears, people can use it. Leave it running; nothing is lost when it is stopped or killed.
    """
    settings = settings_given()
    if settings.token is None:
        leave(WRONG, _HOW_TO_START)
    logs.set_up(settings.log_level)
    _point_discord_elsewhere(settings)
    finish(_run(settings, settings.token.get_secret_value()))


_HOW_TO_START = """WINGBEAT_TOKEN is not set, so I cannot connect to Discord.
  To try everything without one:  wingbeat sandbox
  To get one: Discord's developer portal → Applications → New Application → Bot → Reset Token.
  Then put WINGBEAT_TOKEN=… into the file .env here, and start me again."""

_NOT_KNOWN = "Discord does not know this token. Reset it in the developer portal and put the new one in WINGBEAT_TOKEN."


async def _run(settings: Settings, token: str) -> int:
    async with AsyncExitStack() as stack:
        app = await put_together(settings, stack)
        try:
            return await app.run(token)
        except discord.LoginFailure:
            say(_NOT_KNOWN)
            return WRONG


def _point_discord_elsewhere(settings: Settings) -> None:
    """Only where the operator says so; discord.py keeps its addresses as class attributes (http.py, gateway.py)."""
    if settings.discord_api is not None:
        Route.BASE = settings.discord_api.rstrip("/")
    if settings.discord_gateway is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway)


@main.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    short_help="Try everything on this machine, without a token.",
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def sandbox(arguments: tuple[str, ...]) -> None:
    """Try it without a token: a local Discord with a made-up community (--help shows its options)."""
    # the community may know the sandbox only, and neither may know the bot: they meet as processes
    os.execv(sys.executable, [sys.executable, "-m", "demo", *arguments])  # noqa: S606


@main.command(short_help="Show what is in force, and whether all is well.")
def check() -> None:
    """Show the settings in force (secrets masked), the schema, the keys and the queue.

    It changes nothing, also while the bot runs. Look here first when something is wrong. `wingbeat settings` says what
    each setting is; /setup doctor looks at a server.
    """
    settings = settings_given()
    for name in Settings.model_fields:
        say(f"{variable((name,))} = {_shown(getattr(settings, name))}")
    place = "from WINGBEAT_KEYS" if settings.keys is not None else settings.place_of_keys
    say(f"keys: {place} (keep a copy away from the database)")
    finish(_check(settings))


async def _check(settings: Settings) -> int:
    async with AsyncExitStack() as stack:
        at = None
        database = Database(settings.address_of_rows, Wall())
        refuse_half_restored(database)
        if not database.is_sqlite or sqlite_path(database.url).exists():  # opening it would make it
            await database.open()
            stack.push_async_callback(database.close)
            at = await database.read(migrate.current)
        say(f"schema: {at or 'none yet'} (this version knows {migrate.head()})")
        if at != migrate.head():
            return 0
        await find_keys(settings, database)
        state = await database.read(upkeep.queue_state)
        say(f"queue: {state.waiting} waiting, {state.dead_count} given up")
        for kind, attempts, error in state.dead:
            say(f"  given up: {kind} after {attempts} tries: {error}")
    return 0


@main.command("migrate", short_help="Bring the database to the newest schema.")
@click.option("--check", "only_check", is_flag=True, help="Only say whether declared schema and migrations agree.")
@click.option("--write", metavar="MESSAGE", help="For developers: write the next migration from the difference.")
def migrate_(only_check: bool, write: str | None) -> None:
    """Bring the database to the newest schema. `wingbeat run` does this by itself.

    Save a copy first: wingbeat backup. There is no way back but that copy. It either happens whole or not at all.
    """
    finish(_drift() if only_check else _write(write) if write else _migrate(settings_given()))


async def _migrate(settings: Settings) -> int:
    discover()
    async with AsyncExitStack() as stack:
        database = await _opened(settings, stack)
        before, after = await database.migrate()
        say(f"schema: {before or 'none'} → {after}" if before != after else f"schema: {after}, nothing to do")
    return 0


async def _drift() -> int:
    found = await _on_empty_database(migrate.drift)
    for difference in found:
        say(f"the migrations and the declared schema differ: {difference}")
    return FAILED if found else 0


async def _write(message: str) -> int:
    await _on_empty_database(lambda connection: migrate.write_revision(connection, message))
    return 0


async def _on_empty_database(work: Callable[[Look], T]) -> T:
    """Runs `work` on a database made from the migrations alone: WINGBEAT_DATABASE_URL's engine does not matter."""
    discover()
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{folder}/empty.db", Wall())
        await database.open()
        try:
            await database.migrate()
            return await database.on_writer(work)
        finally:
            await database.close()


@main.command(short_help="Print the link that adds the bot to a server.")
def invite() -> None:
    """Print the link that adds the bot to a server, asking for the least rights.

    Open it in a browser and choose the server; you need Manage Server there. Then type /setup start in Discord. The
    link is no secret: it holds no token.
    """
    settings = settings_given()
    if settings.token is None:
        leave(WRONG, _HOW_TO_START)
    _point_discord_elsewhere(settings)
    finish(_invite(settings.token.get_secret_value()))


async def _invite(token: str) -> int:
    async with discord.Client(intents=discord.Intents.none()) as client:
        try:
            await client.login(token)
        except discord.LoginFailure:
            say(_NOT_KNOWN)
            return WRONG
        except (aiohttp.ClientError, OSError, discord.HTTPException) as error:
            say(f"I cannot reach Discord: is this machine on the network? ({error})")
            return FAILED
        scopes = ("bot", "applications.commands")
        say(discord.utils.oauth_url(client.application_id or 0, permissions=INVITE_PERMISSIONS, scopes=scopes))
    return 0


for command in (saving.backup, saving.restore, leaving.forget_user, leaving.purge_guild, leaving.export_guild):
    main.add_command(command)
main.add_command(keys.rotate_keys)
for command in (reference.commands, reference.settings, reference.kept, texts.texts):
    main.add_command(command)


async def _opened(settings: Settings, stack: AsyncExitStack) -> Database:
    database = Database(settings.address_of_rows, Wall())
    refuse_half_restored(database)
    await database.open()
    stack.push_async_callback(database.close)
    return database


def _shown(value: object) -> str:
    return "not set" if value is None else str(value)
