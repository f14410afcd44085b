"""What people who manage a server press about findings. Whether they do is asked at every press."""

import asyncio

import discord

from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, RoleId
from bot.ui.moderator import manager_of
from bot.ui.press import Press
from cogs.doctor import cards
from cogs.doctor.model import Report, cause_of, report
from cogs.doctor.service import CheckUps
from cogs.doctor.views.looking import Looking

HEARD_OF_WITHIN_S = 1.5
REASON = "The doctor was asked to mend it"


class DoctorViews:
    """Each method answers one press, always from a fresh look: a button may be a year old."""

    def __init__(self, check_ups: CheckUps, looking: Looking) -> None:
        self._check_ups = check_ups
        self._looking = looking

    async def open(self, press: Press) -> None:
        """`/setup doctor`, and *Look with the doctor*."""
        guild = manager_of(press)
        await press.say(face=cards.page(await self._report(press, guild), 0, press.words))

    async def again(self, press: Press) -> None:
        """*Check again*."""
        await self._show(press, manager_of(press), _number(press))

    async def meant(self, press: Press) -> None:
        """*It's meant to be*."""
        guild, key = manager_of(press), _key(press)
        if any(one.key == key and not one.grave for one in (await self._report(press, guild)).shown):
            await self._check_ups.is_meant(guild, key)
        await self._show(press, guild, _number(press))

    async def aside(self, press: Press) -> None:
        """What is meant to be."""
        found = await self._report(press, manager_of(press))
        await press.update(cards.put_aside(found, _number(press), press.words))

    async def unmeant(self, press: Press) -> None:
        """*Show it again*."""
        guild = manager_of(press)
        await self._check_ups.is_not_meant(guild, press.args[0] if press.args else "")
        await self._show(press, guild, 0)

    async def mend(self, press: Press) -> None:
        """*Mend it*, where the bot itself may. What is in order by now is left alone."""
        guild, key = manager_of(press), _key(press)
        found = await self._report(press, guild)
        if any(one.key == key and one.mendable for one in found.shown):
            await self._mend(press, guild, key)
        await self._show(press, guild, _number(press))

    async def _mend(self, press: Press, guild: GuildId, key: str) -> None:
        kind, *rest = key.split(".")
        if kind == "right":
            await self._allow(press, key)
        elif kind == "gone":
            await self._check_ups.forget_place(guild, ChannelId(int(rest[1])))
        elif kind == "norole":
            await self._check_ups.forget_role(guild, RoleId(int(rest[0])))
        elif kind == "panel":
            await self._check_ups.place_panels(guild)
        elif kind == "commands":
            await self._check_ups.register_commands(guild)
        elif kind == "given-up":
            await self._check_ups.try_again(guild)

    async def _allow(self, press: Press, key: str) -> None:
        """Allows the bot, as a member, what it lacks there; all else of that overwrite stays. Raises Refusal."""
        cause, home = cause_of(key), press.interaction.guild
        channel = home.get_channel(cause[1]) if home is not None and cause is not None else None
        if home is None or cause is None or channel is None:
            return
        mine = channel.overwrites_for(home.me)
        mine.update(**{cause[0]: True})
        heard = asyncio.ensure_future(_told_of(press, channel.id))
        try:
            await channel.set_permissions(home.me, overwrite=mine, reason=REASON)
        except (discord.Forbidden, discord.NotFound):
            heard.cancel()
            raise Refusal("doctor-could-not") from None
        await heard

    async def _show(self, press: Press, guild: GuildId, number: int) -> None:
        await press.update(cards.page(await self._report(press, guild), number, press.words))

    async def _report(self, press: Press, guild: GuildId) -> Report:
        seen, known = await self._looking.look(press, guild)
        found = report(seen, known.meant)
        await self._check_ups.still_hindered(guild, [one.key for one in (*found.shown, *found.meant)])
        return found


async def _told_of(press: Press, channel: int) -> None:
    """Ends once Discord has told of a change of the channel, so that the fresh look sees it."""
    try:
        await press.interaction.client.wait_for(
            "guild_channel_update", check=lambda _, after: after.id == channel, timeout=HEARD_OF_WITHIN_S
        )
    except TimeoutError:
        return


def _number(press: Press) -> int:
    first = press.args[0] if press.args else "0"
    return int(first) if first.isdecimal() else 0


def _key(press: Press) -> str:
    return press.args[1] if len(press.args) > 1 else ""
