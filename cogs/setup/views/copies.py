"""A copy of the settings: taken along, brought in; and starting over."""

import io

import discord

from bot.ui.files import file_given
from bot.ui.moderator import manager_of
from bot.ui.press import Press
from cogs.setup.cards import copies as cards
from cogs.setup.cards.parts import back, screen
from cogs.setup.model import COPY_MAX_BYTES
from cogs.setup.service.copies import Copies
from cogs.setup.service.servers import Servers
from cogs.setup.views.asking import here_of, server_of, show


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
        data = await file_given(press, "file", most=COPY_MAX_BYTES)
        number, copy = await self._copies.looked_at(data, here)
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
