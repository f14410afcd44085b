"""Reactions (documentation, Message Resource)."""

from urllib.parse import unquote

from sandbox.deeds import reactions
from sandbox.errors import Json, refuse
from sandbox.rest import guard
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import permissions as may
from sandbox.state import render
from sandbox.state.model import Message

routes = Routes()
_ALL = "/channels/{channel_id}/messages/{message_id}/reactions"
_EMOJI = _ALL + "/{emoji_name}"
_SLOW = (1, 0.25)


def _found(call: Call) -> Message:
    guard.see(call, call.channel)
    message = call.message
    if message.ephemeral:
        raise refuse(10008)
    return message


def _emoji(call: Call) -> Json:
    return reactions.emoji_of(unquote(call.params["emoji_name"]))


@routes.on("PUT", _EMOJI + "/@me", limit=_SLOW)
async def add(call: Call) -> Reply:
    """Needs history; a new emoji needs the right to add reactions."""
    message, emoji = _found(call), _emoji(call)
    new = reactions.key_of(emoji) not in message.reactions
    guard.need(call, message.channel, may.READ_HISTORY | (may.ADD_REACTIONS if new else 0))
    reactions.add(call.world, message, call.app.user, emoji)
    return Reply()


@routes.on("DELETE", _EMOJI + "/@me", limit=_SLOW)
async def remove_own(call: Call) -> Reply:
    reactions.remove(call.world, _found(call), call.app.user, _emoji(call))
    return Reply()


@routes.on("DELETE", _EMOJI + "/{user_id}", limit=_SLOW)
async def remove_other(call: Call) -> Reply:
    message = _found(call)
    guard.need(call, message.channel, may.MANAGE_MESSAGES)
    reactions.remove(call.world, message, call.world.user(call.id("user_id")), _emoji(call))
    return Reply()


@routes.on("GET", _EMOJI)
async def who(call: Call) -> Reply:
    message = _found(call)
    reaction = message.reactions.get(reactions.key_of(_emoji(call)))
    if reaction is None:
        raise refuse(10014)
    after, limit = int(call.query.get("after", "0")), call.number("limit", 25, 1, 100)
    ids = sorted(one for one in reaction.users if one > after)[:limit]
    return Reply([render.user(call.world.users[one]) for one in ids])


@routes.on("DELETE", _ALL, limit=_SLOW)
async def clear(call: Call) -> Reply:
    message = _found(call)
    guard.need(call, message.channel, may.MANAGE_MESSAGES)
    reactions.clear(call.world, message)
    return Reply()


@routes.on("DELETE", _EMOJI, limit=_SLOW)
async def clear_emoji(call: Call) -> Reply:
    message = _found(call)
    guard.need(call, message.channel, may.MANAGE_MESSAGES)
    reactions.clear_emoji(call.world, message, _emoji(call))
    return Reply()
