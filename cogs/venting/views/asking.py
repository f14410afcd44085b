"""What a press tells: where, by whom, about what, and whether they may post there."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any

import discord

from bot.domain.errors import Refusal
from bot.domain.groups import Group
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId, VentId
from bot.domain.ports import CircleDirectory
from bot.ui.answers import why_not
from bot.ui.press import Press
from cogs.venting.model.gate import Arrival, is_new
from cogs.venting.model.needs import LINE_NEEDS, ROOM_NEEDS
from cogs.venting.model.vent import Standing

PassOn = Callable[[Press, str], Awaitable[None]]
"""`Kit.pass_on`: a press is answered as another button's."""
Circles = Callable[[], Sequence[CircleDirectory]]
"""Whoever knows circles; nobody may."""
CIRCLE_READERS = 20


def guild_of(press: Press, place: int = 1) -> GuildId:
    """The server of the press, or in a direct message the one its custom id names at `place`. Raises Refusal."""
    if press.guild is not None:
        return press.guild
    if len(press.args) > place and press.args[place].isdecimal():
        return GuildId(int(press.args[place]))
    raise Refusal("only-in-server")


def vent_of(press: Press) -> VentId:
    """The vent that the custom id names."""
    return VentId(int(press.args[0]))


def line_of(press: Press) -> LineId:
    """The line that the custom id names."""
    return LineId(int(press.args[0]))


def card_of(press: Press) -> MessageId:
    """The card that the custom id names."""
    return MessageId(int(press.args[0]))


async def circle_of(circles: Sequence[CircleDirectory], guild: GuildId, member: MemberId) -> ChannelId | None:
    """The place of this person's circle; None where they have none, or no feature knows circles."""
    found = [await one.thread_of(guild, member) for one in circles]
    return next((place for place in found if place is not None), None)


def among(press: Press, group: Group) -> Group:
    """Who reads where somebody presses: in a circle's place the circle is the group."""
    place = press.interaction.channel
    if isinstance(place, discord.Thread) and place.is_private():
        return Group(min(group.readers or CIRCLE_READERS, CIRCLE_READERS))
    return group


def name_of(press: Press) -> str:
    """How the server knows this person."""
    return press.interaction.user.display_name


def standing(press: Press, room: ChannelId) -> Standing:
    """Whether this person may post in the room: the bot is no way around a moderator (SPEC 4.1).

    Raises Refusal in a time-out, or where an overwrite denies Send to the person or a role of theirs. That everyone may
    only read does not count.
    """
    person, guild = press.interaction.user, press.interaction.guild
    if not isinstance(person, discord.Member) or guild is None:
        return Standing()
    if person.is_timed_out():
        raise Refusal("vent-timed-out")
    channel, arrival = guild.get_channel(room), _arrival(person, guild)
    if channel is None:
        return Standing(arrival=arrival)
    if _denied(person, channel):
        raise Refusal("vent-no-send", room=str(room))
    seconds = channel.slowmode_delay if isinstance(channel, discord.TextChannel) else 0
    return Standing(timedelta(seconds=seconds), arrival)


def _arrival(person: discord.Member, guild: discord.Guild) -> Arrival:
    """Of an open invite the bot knows only what Discord shows everybody: a listing, or an address of its own."""
    open_invite = "DISCOVERABLE" in guild.features or guild.vanity_url_code is not None
    return Arrival(is_new(person.created_at, person.joined_at, discord.utils.utcnow()), open_invite)


def why_not_posted(press: Press, room: ChannelId) -> str | None:
    """Which right the bot lacks in the room, in words; None where nothing is known of one."""
    guild = press.interaction.guild
    in_circle = guild is not None and guild.get_thread(room) is not None
    return why_not(press, room, LINE_NEEDS if in_circle else ROOM_NEEDS)


def why_line_waits(press: Press, room: ChannelId) -> str | None:
    """The same for lines in the room's threads."""
    return why_not(press, room, LINE_NEEDS)


def _denied(person: discord.Member, channel: discord.abc.GuildChannel) -> bool:
    own = channel.overwrites_for(person).send_messages
    if own is not None:
        return not own
    said = [channel.overwrites_for(role).send_messages for role in person.roles if not role.is_default()]
    return False in said and True not in said


def raw_components(press: Press) -> list[dict[str, Any]]:
    """The parts of the pressed message as plain values."""
    message = press.interaction.message
    return [dict(part.to_dict()) for part in message.components] if message is not None else []
