"""Whom somebody meant: a member, somebody who left, or a bot, as a command or a form names them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import discord

from bot.domain.errors import Refusal
from bot.domain.ids import MemberId
from bot.ui.press import Press


@dataclass(frozen=True)
class Whom:
    """`is_here` tells a member of this server from somebody who left."""

    member: MemberId
    is_bot: bool
    is_here: bool

    @property
    def mention(self) -> str:
        return f"<@{self.member}>"


def whom(user: discord.User | discord.Member) -> Whom:
    """As a command or a menu names them."""
    return Whom(MemberId(user.id), user.bot, isinstance(user, discord.Member))


def whom_wrote(message: discord.Message) -> Whom:
    """Who wrote a message. Discord does not say there whether they are still here; `chosen` learns it later."""
    return Whom(MemberId(message.author.id), message.author.bot, is_here=True)


async def chosen(press: Press, field: str) -> Whom:
    """Whom a form's select names. Raises Refusal where nobody was chosen."""
    value = press.one(field)
    if not (value.isascii() and value.isdecimal()) or press.guild is None:
        raise Refusal("nobody-chosen")
    data = cast("Mapping[str, Any]", press.interaction.data or {})
    resolved = cast("Mapping[str, Mapping[str, Any]]", data.get("resolved", {}))
    user = resolved.get("users", {}).get(value)
    if user is not None:
        return Whom(MemberId(int(value)), bool(user.get("bot")), value in resolved.get("members", {}))
    return await _looked_up(press, int(value))


async def _looked_up(press: Press, number: int) -> Whom:
    """For clients that do not say again who stands in a select they were given filled in."""
    try:
        found = await press.interaction.client.http.get_member(press.guild or 0, number)
    except discord.NotFound:
        return Whom(MemberId(number), is_bot=False, is_here=False)
    return Whom(MemberId(number), bool(found["user"].get("bot")), is_here=True)
