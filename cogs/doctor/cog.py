"""What Discord says about the doctor: one command."""

import discord

from bot.ui.commands import Slash
from bot.ui.press import Press
from cogs.doctor.views.pressing import DoctorViews

MANAGERS = discord.Permissions(manage_guild=True)


class DoctorCog:
    """Receives; the views look and answer."""

    def __init__(self, views: DoctorViews) -> None:
        self._views = views

    def slashes(self) -> list[Slash]:
        return [Slash(("setup", "doctor"), self.doctor, scope="everywhere", permission=MANAGERS)]

    async def doctor(self, press: Press) -> None:
        """`/setup doctor`: all there is to mend, or that there is nothing."""
        await self._views.open(press)
