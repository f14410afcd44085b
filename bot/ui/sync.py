"""Telling Discord our commands: per scope, and only when the hash of what we would send has changed."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import discord
from discord import app_commands

from bot.data import guilds, scopes
from bot.data.database import Database
from bot.data.queue import Job
from bot.data.scopes import GLOBAL_SCOPE
from bot.data.unit import Unit, one_unit
from bot.data.worker import Worker
from bot.domain.ids import GuildId
from bot.text.catalogue import Catalogue
from bot.ui.commands import AnyCommand, localised

GUILD_GONE = frozenset({10004, 50001})
"""Unknown guild, missing access: the bot was removed; its commands went with it."""

TOLD_WITHIN_S = 5.0
"""A start waits no longer for Discord to have the commands; they come all the same."""

log = logging.getLogger(__name__)


class CommandHttp(Protocol):
    """The two bulk overwrites of discord.py's HTTP client."""

    def bulk_upsert_global_commands(self, application_id: int, payload: list[Any]) -> Any: ...
    def bulk_upsert_guild_commands(self, application_id: int, guild_id: int, payload: list[Any]) -> Any: ...


class CommandSync:
    """Knows which commands belong to which scope; `of` puts together those of a server from the features on there."""

    def __init__(
        self, database: Database, catalogue: Catalogue, everywhere: Sequence[AnyCommand],
        of: Callable[[frozenset[str]], Sequence[AnyCommand]],
    ) -> None:  # fmt: skip
        self.rows = database
        self._catalogue = catalogue
        self._everywhere = everywhere
        self._of = of

    async def begin(self, tree: app_commands.CommandTree[Any], worker: Worker) -> None:
        """Has Discord told of all that changed, and waits some seconds for what is for all servers.

        As work for a worker that runs: one of all processes that start together does it, and where Discord has trouble
        it is tried again.
        """
        _, digest = self._payload(tree, self._everywhere)
        key = scopes.key_everywhere(digest)
        told = worker.ending(scopes.SYNC, key)
        try:
            if await self._plant(tree, digest):
                await asyncio.wait([told], timeout=TOLD_WITHIN_S)
        finally:
            worker.forget_ending(scopes.SYNC, key)

    @one_unit
    def _plant(self, unit: Unit, tree: app_commands.CommandTree[Any], everywhere: str) -> bool:
        known = scopes.scopes(unit.connection)
        for guild in guilds.guilds_with_features(unit.connection):
            _, digest = self._payload(tree, self._of(guilds.features(unit.connection, guild)))
            if known.get(guild) != digest:
                scopes.plant_sync(unit, guild)
        if known.get(GLOBAL_SCOPE) == everywhere:
            return False
        scopes.plant_sync_everywhere(unit, everywhere)
        return True

    async def sync(self, tree: app_commands.CommandTree[Any], http: CommandHttp, application: int, job: Job) -> None:
        """Sends a server the commands of the features that are on there, or all servers theirs, if they changed."""
        guild = GuildId(int(job.key.partition("/")[0]))
        commands = self._everywhere if guild == GLOBAL_SCOPE else self._of(await self._on(guild))
        known = await self.rows.read(scopes.scopes)
        payload, digest = self._payload(tree, commands)
        if known.get(guild) == digest:
            return
        if guild == GLOBAL_SCOPE:
            await http.bulk_upsert_global_commands(application, payload=payload)
        elif not await _told(http, application, guild, payload):
            return
        await self.rows.change(lambda unit: scopes.remember_scope(unit, guild, digest))

    async def _on(self, guild: GuildId) -> frozenset[str]:
        return await self.rows.read(lambda look: guilds.features(look, guild))

    def _payload(self, tree: app_commands.CommandTree[Any], commands: Sequence[AnyCommand]) -> tuple[list[Any], str]:
        payload = [localised(command, tree, self._catalogue) for command in commands]
        text = json.dumps(payload, sort_keys=True, ensure_ascii=False)
        return payload, hashlib.sha256(text.encode()).hexdigest()


async def _told(http: CommandHttp, application: int, guild: GuildId, payload: list[Any]) -> bool:
    """Whether the server is still there."""
    try:
        await http.bulk_upsert_guild_commands(application, guild, payload=payload)
    except (discord.Forbidden, discord.NotFound) as error:
        if error.code not in GUILD_GONE:
            raise
        log.info("commands were not registered on a server that is gone")
        return False
    return True
