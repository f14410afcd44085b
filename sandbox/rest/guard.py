"""Refuses a bot what its permissions do not give: 50001 what it cannot see, 50013 what it may not do."""

from collections.abc import Collection, Mapping
from typing import Literal

from sandbox.errors import Json, Refused, refuse
from sandbox.official import rules
from sandbox.rest.routing import Call
from sandbox.state import permissions
from sandbox.state.model import Channel, Guild, Member, Message


def see(call: Call, channel: Channel) -> None:
    """Raises 50001 where the bot cannot look into the channel."""
    if not call.world.may(call.app.user.id, channel, permissions.VIEW_CHANNEL):
        raise refuse(50001)


def need(call: Call, channel: Channel, bits: int) -> None:
    """Raises 50001 or 50013 unless the bot has all of these permissions in the channel."""
    see(call, channel)
    if not call.world.may(call.app.user.id, channel, bits):
        raise refuse(50013)


def need_in_guild(call: Call, guild: Guild, bits: int) -> int:
    """Raises 50013 unless the bot's roles give all of these; gives what they do give."""
    granted = permissions.in_guild(guild, guild.members[call.app.user.id])
    if granted & bits != bits:
        raise refuse(50013)
    return granted


def highest(member: Member) -> int:
    """The position of the highest role."""
    return max((member.guild.roles[one].position for one in member.roles), default=0)


def outranks(call: Call, guild: Guild, member: Member) -> None:
    """Raises 50013 where the member's highest role is not below the bot's, or the member owns the server."""
    own = guild.members[call.app.user.id]
    if member.user.id == guild.owner_id or highest(own) <= highest(member):
        raise refuse(50013)


def message(
    body: Json,
    names: Collection[str],
    *,
    edited: Message | None = None,
    place: Literal["channel", "webhook", "interaction"] = "channel",
) -> None:
    """Raises what is wrong with a message to be written, or to be `edited`; `names` are those of its files."""
    flags = edited.flags if edited else 0
    form(rules.message(body, names, edit=edited is not None, existing_flags=flags, place=place))
    too_many_bytes(body)


def too_many_bytes(body: Json) -> None:
    """Raises the bare 500 with which Discord fails at long texts in V2 messages (discord/discord-api-docs#8554)."""
    if rules.v2_bytes_exceeded(body):
        raise Refused(500, {"message": "500: Internal Server Error", "code": 0})


def form(error: rules.ErrorBody | None) -> None:
    """Raises the form error that the rules of Discord's documentation found."""
    if error is not None:
        body: Json = dict(_known(error))
        raise Refused(rules.status(error), body)


def _known(error: Mapping[str, object]) -> Mapping[str, object]:
    return error
