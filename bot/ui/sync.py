"""Telling Discord our commands: per scope, and only when the hash of what we would send has changed."""

import hashlib
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import discord
from discord import app_commands

from bot.data import guilds, scopes
from bot.data.database import Database
from bot.data.queue import Job
from bot.data.scopes import GLOBAL_SCOPE, plant_sync
from bot.data.unit import Unit
from bot.domain.ids import GuildId
from bot.text.catalogue import Catalogue
from bot.ui.commands import AnyCommand, localised

GUILD_GONE = frozenset({10004, 50001})
"""Unknown guild, missing access: the bot was removed; its commands went with it."""

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
        self._database = database
        self._catalogue = catalogue
        self._everywhere = everywhere
        self._of = of

    async def sync_everywhere(self, tree: app_commands.CommandTree[Any], http: CommandHttp, application: int) -> None:
        """Sends the global commands if they changed, and plants a sync for every server whose set changed."""
        known = await self._database.read(scopes.scopes)
        payload, digest = self._payload(tree, self._everywhere)
        if known.get(GLOBAL_SCOPE) != digest:
            await http.bulk_upsert_global_commands(application, payload=payload)
            await self._database.change(lambda unit: scopes.remember_scope(unit, GLOBAL_SCOPE, digest))
        await self._database.change(lambda unit: self._plant(unit, tree, known))

    async def sync_server(
        self, tree: app_commands.CommandTree[Any], http: CommandHttp, application: int, job: Job
    ) -> None:
        """Sends a server the commands of the features that are on there, if they changed."""
        guild = GuildId(int(job.key.partition("/")[0]))
        on = await self._database.read(lambda connection: guilds.features(connection, guild))
        known = await self._database.read(scopes.scopes)
        payload, digest = self._payload(tree, self._of(on))
        if known.get(guild) == digest:
            return
        try:
            await http.bulk_upsert_guild_commands(application, guild, payload=payload)
        except (discord.Forbidden, discord.NotFound) as error:
            if error.code not in GUILD_GONE:
                raise
            log.info("commands were not registered on a server that is gone")
            return
        await self._database.change(lambda unit: scopes.remember_scope(unit, guild, digest))

    def _plant(self, unit: Unit, tree: app_commands.CommandTree[Any], known: Mapping[GuildId, str]) -> None:
        for guild in guilds.guilds_with_features(unit.connection):
            _, digest = self._payload(tree, self._of(guilds.features(unit.connection, guild)))
            if known.get(guild) != digest:
                plant_sync(unit, guild)

    def _payload(self, tree: app_commands.CommandTree[Any], commands: Sequence[AnyCommand]) -> tuple[list[Any], str]:
        payload = [localised(command, tree, self._catalogue) for command in commands]
        text = json.dumps(payload, sort_keys=True, ensure_ascii=False)
        return payload, hashlib.sha256(text.encode()).hexdigest()
