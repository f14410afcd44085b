"""Who moderates, and the buttons with which they do: shown by every feature that has posts, answered by one."""

import asyncio
from typing import Any

import discord
from discord import ui

from bot.data import guilds
from bot.data.unit import Rows
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId, MessageId
from bot.text.catalogue import Words
from bot.ui.press import Press

REASONS = ("rules", "attack", "reveals", "spam", "threat")
"""What an author may read as the reason, blind; the first holds when a moderator chooses none."""
NOT_THEIRS = frozenset({"needs-moderator", "only-in-server"})
"""Refusals of words that only a moderator may say: a stranger's are not kept."""
_LOOK_WITHIN_S = 1.0
_TOOLS = (
    ("hide", "mod-hide"), ("hideall", "mod-hide-all"), ("lock", "mod-lock"), ("reach", "mod-reach"),
    ("brake", "mod-brake"),
)  # fmt: skip
_MUTES = (("mute1", "mod-mute-1"), ("mute7", "mod-mute-7"), ("mute30", "mod-mute-30"))


async def may_moderate(press: Press, rows: Rows) -> bool:
    """By Discord's own right, or by a role that the server named. Nobody does in a time-out."""
    guild, person = press.guild, press.interaction.user
    if guild is None or not isinstance(person, discord.Member) or person.is_timed_out():
        return False
    allowed = press.interaction.permissions
    if allowed.moderate_members or allowed.administrator:
        return True
    roles = await rows.read(lambda look: guilds.moderator_roles(look, guild))
    return any(role.id in roles for role in person.roles)


async def moderator_of(press: Press, rows: Rows) -> GuildId:
    """The server, if this person moderates it. Raises Refusal."""
    if press.guild is None:
        raise Refusal("only-in-server")
    if not await may_moderate(press, rows):
        raise Refusal("needs-moderator")
    return press.guild


def manager_of(press: Press) -> GuildId:
    """The server, if this person may manage it. Raises Refusal."""
    if press.guild is None:
        raise Refusal("only-in-server")
    if not press.interaction.permissions.manage_guild:
        raise Refusal("needs-manage-server")
    return press.guild


async def seems_moderator(press: Press, rows: Rows, *, otherwise: bool) -> bool:
    """The same for presses that open a form and cannot wait; `otherwise` where the rows do not answer in time.

    Whoever opens a form for moderators asks `moderator_of` when it comes back.
    """
    try:
        async with asyncio.timeout(_LOOK_WITHIN_S):
            return await may_moderate(press, rows)
    except TimeoutError:
        return otherwise


def add_tools(
    face: ui.View, message: MessageId, words: Words, *, reason: str | None = None, first_row: int = 0
) -> None:
    """Adds what a moderator can do with the bot's post at `message`: three rows from `first_row` on.

    Without a chosen `reason` the first holds, and the select says so instead of looking chosen.
    """
    for row, acts in enumerate((_MUTES, _TOOLS), start=first_row):
        for act, text_id in acts:
            button = _button(words(text_id), f"mod:{act}:{message}:{reason or REASONS[0]}")
            button.row = row
            face.add_item(button)
    chosen = ui.Select[Any](custom_id=f"mod:reason:{message}", placeholder=words("mod-reason"), row=first_row + 2)
    for one in REASONS:
        chosen.add_option(label=words(f"mod-reason-{one}"), value=one, default=one == reason)
    face.add_item(chosen)


def tools_of(message: MessageId) -> str:
    """The press that shows a moderator what can be done about a post by now; one feature answers it for all."""
    return f"mod:tools:{message}"


def report_button(message: MessageId, words: Words) -> ui.Button[Any]:
    """*Report*, for everybody."""
    return _button(words("mod-report"), f"mod:report:{message}")


def _button(label: str, custom_id: str) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=custom_id)
