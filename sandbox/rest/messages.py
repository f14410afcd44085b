"""Messages: written, read, edited, deleted, pinned (documentation, Message Resource)."""

import time
from typing import Any

from sandbox.deeds import messages
from sandbox.errors import Json, refuse
from sandbox.rest import bodies, guard
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.snowflakes import age_of, iso
from sandbox.state import permissions as may
from sandbox.state import render_message
from sandbox.state.model import Channel, Message, User

routes = Routes()
_ALL = "/channels/{channel_id}/messages"
_ONE = "/channels/{channel_id}/messages/{message_id}"
BULK_OLDEST_S = 14 * 86400
PINS_MOST = 250
_WRITABLE = (0, 1, 2, 5, 10, 11, 12, 13)


@routes.on("POST", _ALL, limit=(5, 5.0))
async def create(call: Call) -> Reply:
    """Writes a message. With `enforce_nonce` the same nonce within the window gives the earlier message."""
    channel, body = call.channel, call.json
    guard.see(call, channel)
    if channel.kind not in _WRITABLE:
        raise refuse(50008)
    guard.message(body, bodies.names(call))
    may_write(call, channel, body)
    if earlier := _earlier(call, channel, body):
        if earlier.deleted:
            raise refuse(10008)
        return Reply(_shown(call, earlier))
    draft = bodies.draft(call, channel, body)
    draft.nonce = body.get("nonce")
    draft.reference = bodies.reference(call, channel, body)
    draft.kind = 19 if draft.reference else 0
    message = messages.post(call.world, channel, call.app.user, draft)
    _keep_nonce(call, channel, message)
    return Reply(_shown(call, message))


def may_write(call: Call, channel: Channel, body: Json) -> None:
    """Refuses what this bot may not say here."""
    if channel.guild is None:
        _may_write_to(call, next(one for one in channel.recipients if not one.bot))
        return
    needed = may.SEND_IN_THREADS if channel.thread else may.SEND_MESSAGES
    if call.files:
        needed |= may.ATTACH_FILES
    if body.get("embeds"):
        needed |= may.EMBED_LINKS
    guard.need(call, channel, needed)
    if body.get("message_reference") and not call.world.may(call.app.user.id, channel, may.READ_HISTORY):
        raise refuse(160002)
    locked = channel.thread is not None and channel.thread.locked
    if locked and not call.world.may(call.app.user.id, channel, may.MANAGE_THREADS):
        raise refuse(160005)


def _may_write_to(call: Call, person: User) -> None:
    if not call.world.share_a_guild(person.id, call.app.user.id):
        raise refuse(50278)
    if not person.dms_open:
        raise refuse(50007)


def _earlier(call: Call, channel: Channel, body: Json) -> Message | None:
    """The message that had this nonce within the window."""
    if not body.get("enforce_nonce") or body.get("nonce") is None:
        return None
    known = call.world.nonces.get((call.app.id, channel.id, str(body["nonce"])))
    if known is None or time.monotonic() - known[0] >= call.world.settings.nonce_window:
        return None
    return known[1]


def _keep_nonce(call: Call, channel: Channel, message: Message) -> None:
    if message.nonce is not None:
        call.world.nonces[call.app.id, channel.id, str(message.nonce)] = (time.monotonic(), message)


@routes.on("GET", _ALL)
async def list_messages(call: Call) -> Reply:
    """Newest first, as everywhere in Discord; without the right to read history there is nothing."""
    channel = call.channel
    guard.see(call, channel)
    if not call.world.may(call.app.user.id, channel, may.READ_HISTORY):
        return Reply([])
    limit = call.number("limit", 50, 1, 100)
    stored = [one for one in channel.messages.values() if not one.ephemeral]
    return Reply([_shown(call, one) for one in _page(stored, call.query, limit)])


def _page(stored: list[Message], query: dict[str, str], limit: int) -> list[Message]:
    if after := query.get("after"):
        return [one for one in stored if one.id > int(after)][:limit][::-1]
    if before := query.get("before"):
        return [one for one in stored if one.id < int(before)][-limit:][::-1]
    if around := query.get("around"):
        ordered = sorted(stored, key=lambda one: abs(one.id - int(around)))[:limit]
        return sorted(ordered, key=lambda one: -one.id)
    return stored[-limit:][::-1]


@routes.on("GET", _ONE)
async def get(call: Call) -> Reply:
    guard.need(call, call.channel, may.READ_HISTORY)
    return Reply(_shown(call, _public(call)))


def _public(call: Call) -> Message:
    """Ephemeral messages are not there for the channel's routes."""
    message = call.message
    if message.ephemeral:
        raise refuse(10008)
    return message


def _shown(call: Call, message: Message) -> Json:
    return render_message.for_app(message, call.app, content_intent=call.content_intent)


@routes.on("PATCH", _ONE, limit=(5, 5.0))
async def edit(call: Call) -> Reply:
    """Edits an own message; those older than an hour only a few times (30046)."""
    channel, body = call.channel, call.json
    guard.see(call, channel)
    message = _public(call)
    if message.author.id != call.app.user.id or message.webhook is not None:
        raise refuse(50005)
    guard.message(body, bodies.names(call, message), edited=message)
    if channel.thread is not None and channel.thread.archived:
        raise refuse(50083)
    _old_edits(call, message)
    messages.edit(call.world, message, bodies.changes(call, message, body))
    return Reply(_shown(call, message))


def _old_edits(call: Call, message: Message) -> None:
    settings = call.world.settings
    if age_of(message.id) < settings.old_message_age:
        return
    now = time.monotonic()
    edits = [one for one in call.world.old_edits.get(message.channel.id, []) if one > now - settings.old_message_age]
    if len(edits) >= settings.old_message_edits:
        wait = settings.old_message_age - (now - (edits[0] if edits else now))
        raise refuse(30046, retry_after=wait, **{"global": False})
    call.world.old_edits[message.channel.id] = [*edits, now]


@routes.on("DELETE", _ONE, limit=(5, 1.0))
async def delete(call: Call) -> Reply:
    channel = call.channel
    guard.see(call, channel)
    message = _public(call)
    if message.author.id != call.app.user.id or message.webhook is not None:
        if channel.guild is None:
            raise refuse(50003, 403)
        guard.need(call, channel, may.MANAGE_MESSAGES)
    if channel.thread is not None and channel.thread.archived:
        raise refuse(50083)
    messages.delete(call.world, message)
    return Reply()


@routes.on("POST", _ALL + "/bulk-delete", limit=(1, 1.0))
async def bulk_delete(call: Call) -> Reply:
    channel = call.channel
    guard.need(call, channel, may.MANAGE_MESSAGES)
    ids = [int(one) for one in call.json.get("messages") or ()]
    if not 2 <= len(ids) <= 100:
        raise refuse(50016)
    if any(age_of(one) > BULK_OLDEST_S for one in ids):
        raise refuse(50034)
    found = [channel.messages[one] for one in ids if one in channel.messages]
    messages.delete_many(call.world, channel, found)
    return Reply()


@routes.on("POST", "/channels/{channel_id}/typing", limit=(5, 5.0))
async def typing(call: Call) -> Reply:
    channel = call.channel
    guard.need(call, channel, may.SEND_IN_THREADS if channel.thread else may.SEND_MESSAGES)
    messages.typing(call.world, channel, call.app.user)
    return Reply()


def _pinned(channel: Channel) -> list[Message]:
    found = [(one.pinned_at, one.id, one) for one in channel.messages.values() if one.pinned_at]
    return [one for _, _, one in sorted(found, key=lambda entry: entry[:2], reverse=True)]


@routes.on("GET", "/channels/{channel_id}/pins")
async def old_pins(call: Call) -> Reply:
    guard.see(call, call.channel)
    return Reply([_shown(call, one) for one in _pinned(call.channel)])


@routes.on("GET", "/channels/{channel_id}/messages/pins")
async def pins(call: Call) -> Reply:
    guard.see(call, call.channel)
    items: list[Any] = [
        {"pinned_at": iso(one.pinned_at), "message": _shown(call, one)}
        for one in _pinned(call.channel)
        if one.pinned_at
    ]
    return Reply({"items": items, "has_more": False})


@routes.on("PUT", "/channels/{channel_id}/messages/pins/{message_id}", limit=(5, 4.0))
@routes.on("PUT", "/channels/{channel_id}/pins/{message_id}", limit=(5, 4.0))
async def pin(call: Call) -> Reply:
    channel = call.channel
    _may_pin(call, channel)
    if len(_pinned(channel)) >= PINS_MOST:
        raise refuse(30003)
    messages.pin(call.world, _public(call), by=call.app.user)
    return Reply()


@routes.on("DELETE", "/channels/{channel_id}/messages/pins/{message_id}", limit=(5, 4.0))
@routes.on("DELETE", "/channels/{channel_id}/pins/{message_id}", limit=(5, 4.0))
async def unpin(call: Call) -> Reply:
    _may_pin(call, call.channel)
    messages.unpin(call.world, _public(call))
    return Reply()


def _may_pin(call: Call, channel: Channel) -> None:
    """PIN_MESSAGES was split from MANAGE_MESSAGES in 2025 (change log)."""
    if channel.guild is not None:
        guard.need(call, channel, may.PIN_MESSAGES)
