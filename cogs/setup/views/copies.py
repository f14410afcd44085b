"""A copy of the settings: taken along, brought in; and starting over."""

import asyncio
import io
from collections.abc import Mapping
from typing import Any, cast

import discord

from bot.domain.errors import Refusal
from bot.ui.press import Press
from cogs.setup.cards import copies as cards
from cogs.setup.cards.parts import back, screen
from cogs.setup.model import COPY_MAX_BYTES
from cogs.setup.service.copies import Copies
from cogs.setup.service.servers import Servers
from cogs.setup.views.asking import here_of, manager_of, server_of, show

FETCH_WITHIN_S = 10.0


class CopyViews:
    """Each method answers one command, press or form."""

    def __init__(self, copies: Copies, servers: Servers) -> None:
        self._copies = copies
        self._servers = servers

    async def copy(self, press: Press) -> None:
        """What can be done with a copy."""
        manager_of(press)
        await show(press, cards.copy(press.words))

    async def export(self, press: Press) -> None:
        """`/setup export`: the file, and the way to bring one in."""
        guild, server = manager_of(press), server_of(press)
        channels = {str(channel.id): f"#{channel.name}" for channel in server.text_channels}
        roles = {str(role.id): f"@{role.name}" for role in server.roles}
        data = await self._copies.written(guild, server.name, channels | roles)
        file = discord.File(io.BytesIO(data), filename="server-settings.json")
        await press.say(press.words("setup-copy-here"), cards.bring(press.words), files=[file])

    async def pick(self, press: Press) -> None:
        """*Bring a copy in*: asks for the file."""
        manager_of(press)
        await press.form(cards.file_form("setup:file", press.words))

    async def given(self, press: Press) -> None:
        """The file is there: looked at, nothing changed."""
        manager_of(press)
        here = here_of(press, self._servers.switchable)
        number, copy = await self._copies.looked_at(await _data(press), here)
        await press.say(face=cards.looked_at(number, copy, press.words))

    async def bring(self, press: Press) -> None:
        """*Use it*."""
        guild = manager_of(press)
        copy = await self._copies.bring_in(guild, int(press.args[0]), here_of(press, self._servers.switchable))
        text = "\n".join([press.words("setup-copy-used"), *cards.left_out(copy, press.words)])
        await show(press, screen(text, back(press.words)))

    async def leave(self, press: Press) -> None:
        """*Leave it*."""
        manager_of(press)
        await self._copies.leave(int(press.args[0]))
        await show(press, screen(press.words("setup-copy-left"), back(press.words)))

    # --- starting over ----------------------------------------------------------------------------------------------

    async def reset(self, press: Press) -> None:
        """`/setup reset`: what would go."""
        guild = manager_of(press)
        await show(press, cards.reset(await self._copies.chosen(guild), press.words))

    async def reset_sure(self, press: Press) -> None:
        """The first press."""
        manager_of(press)
        await show(press, cards.reset_sure(press.words))

    async def reset_do(self, press: Press) -> None:
        """The second press: done."""
        await self._copies.reset(manager_of(press))
        await show(press, screen(press.words("setup-reset-done")))


async def _data(press: Press) -> bytes:
    """The file that was given. Raises Refusal: none, too big, not to be had."""
    resolved = cast("Mapping[str, Any]", press.interaction.data or {}).get("resolved", {})
    found = resolved.get("attachments", {}).get(press.one("file"))
    if found is None:
        raise Refusal("setup-copy-none")
    if int(found["size"]) > COPY_MAX_BYTES:
        raise Refusal("setup-copy-big", most=COPY_MAX_BYTES // 1024)
    try:
        async with asyncio.timeout(FETCH_WITHIN_S):
            return await press.interaction.client.http.get_from_cdn(str(found["url"]))
    except (discord.HTTPException, OSError, TimeoutError) as error:
        raise Refusal("setup-copy-none") from error
