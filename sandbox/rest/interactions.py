"""Answers to interactions (documentation, Receiving and Responding to Interactions)."""

from sandbox.deeds import interactions, messages
from sandbox.deeds.interactions import CHOICES, HELD, MESSAGE, MODAL, THINKING, UPDATED
from sandbox.errors import Json, refuse
from sandbox.official import rules
from sandbox.rest import bodies, guard, webhooks
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import render_message
from sandbox.state.apps import Interaction
from sandbox.state.model import EPHEMERAL, LOADING, Message
from sandbox.wire import part

routes = Routes()
_HOOK = "/webhooks/{webhook_id}/{webhook_token}"
_ONE = _HOOK + "/messages/{message_id}"
_ORIGINAL = _HOOK + "/messages/@original"
_LIMIT = (5, 1.0)


@routes.on("POST", "/interactions/{interaction_id}/{interaction_token}/callback", free=True, limit=_LIMIT)
async def respond(call: Call) -> Reply:
    """The first response: once, within three seconds."""
    of = _interaction(call)
    body, data = call.json, part(call.json, "data")
    kept = of.source if body.get("type") == UPDATED else None
    flags = kept.flags if kept else 0
    _may_respond(call, of)
    guard.form(rules.callback(body, bodies.names(call, kept), of.kind, existing_flags=flags))
    guard.too_many_bytes(data)
    _may_update(of, body["type"])
    interactions.acknowledge(call.world, of, body["type"])
    message = _do(call, of, body["type"], data)
    interactions.acknowledged(call.world, of)
    if call.query.get("with_response", "").lower() not in ("1", "true"):
        return Reply()
    return Reply(_callback(of, body["type"], message))


def _interaction(call: Call) -> Interaction:
    found = call.world.interactions.get(call.params["interaction_token"])
    if found is None or found.id != call.id("interaction_id"):
        raise refuse(10062)
    return found


def _may_respond(call: Call, of: Interaction) -> None:
    if of.callback is not None:
        raise refuse(40060)
    if of.age > call.world.settings.first_response:
        raise refuse(10062)


def _may_update(of: Interaction, kind: int) -> None:
    """A form opened by a command has no message to update; one that is gone is unknown (discord-api-docs#7774)."""
    if kind == UPDATED and of.source is not None and of.source.deleted:
        raise refuse(10008)
    if kind in (HELD, UPDATED) and of.source is None:
        wrong = {"code": "BASE_TYPE_CHOICES", "message": "Value must be one of {4, 5, 10, 12}."}
        error: rules.ErrorBody = {
            "code": 50035,
            "message": "Invalid Form Body",
            "errors": {"type": {"_errors": [wrong]}},
        }
        guard.form(error)


def _do(call: Call, of: Interaction, kind: int, data: Json) -> Message | None:
    ephemeral = bool(int(data.get("flags") or 0) & EPHEMERAL)
    if kind == MESSAGE:
        draft = bodies.draft(call, of.channel, data, ephemeral=ephemeral, answer=True)
        return interactions.answer(call.world, of, draft)
    if kind == THINKING:
        return interactions.think(call.world, of, ephemeral=ephemeral)
    if kind == UPDATED and of.source is not None:
        interactions.update_source(call.world, of, of.source, bodies.changes(call, of.source, data, answer=True))
        return of.source
    if kind == CHOICES:
        of.choices = data.get("choices") or []
    if kind == MODAL:
        of.form = data
    return None


def _callback(of: Interaction, kind: int, message: Message | None) -> Json:
    """The Interaction Callback Response; its `resource` is there only for messages sent or updated."""
    about: Json = {"id": str(of.id), "type": of.kind, "channel_id": str(of.channel.id)}
    if of.channel.guild:
        about["guild_id"] = str(of.channel.guild.id)
    if message is None:
        return {"interaction": about}
    about |= {
        "response_message_id": str(message.id),
        "response_message_loading": bool(message.flags & LOADING),
        "response_message_ephemeral": message.ephemeral,
    }
    if kind not in (MESSAGE, UPDATED):
        return {"interaction": about}
    return {"interaction": about, "resource": {"type": kind, "message": _shown(of, message)}}


def _of_token(call: Call) -> Interaction | None:
    """The interaction of a token that still lives (15 minutes), None where it is an ordinary webhook's.

    Raises 50027 for a token that is dead, 10015 for one of another application.
    """
    found = call.world.interactions.get(call.params["webhook_token"])
    if found is None:
        return None
    if found.app.id != call.id("webhook_id"):
        raise refuse(10015)
    if found.age > call.world.settings.token_life:
        raise refuse(50027)
    return found


@routes.on("POST", _HOOK, free=True, limit=(5, 2.0))
async def follow_up(call: Call) -> Reply:
    """A further message of an interaction, or one of a webhook."""
    of = _of_token(call)
    if of is None:
        return webhooks.execute(call)
    if of.callback in (None, CHOICES):
        raise refuse(10015)
    guard.message(call.json, bodies.names(call), place="interaction")
    ephemeral = bool(int(call.json.get("flags") or 0) & EPHEMERAL)
    draft = bodies.draft(call, of.channel, call.json, ephemeral=ephemeral, answer=True)
    return Reply(_shown(of, interactions.follow_up(call.world, of, draft)))


@routes.on("GET", _ORIGINAL, free=True)
@routes.on("GET", _ONE, free=True)
async def get(call: Call) -> Reply:
    of = _of_token(call)
    return webhooks.get(call) if of is None else Reply(_shown(of, _message(call, of)))


def _message(call: Call, of: Interaction) -> Message:
    wanted = call.params.get("message_id", "@original")
    if wanted == "@original":
        return interactions.original_of(of)
    return interactions.message_of(of, call.id("message_id"))


@routes.on("PATCH", _ORIGINAL, free=True, limit=(5, 2.0))
@routes.on("PATCH", _ONE, free=True, limit=(5, 2.0))
async def edit(call: Call) -> Reply:
    """Edits an answer, or for `@original` after a press the message whose button was pressed."""
    of = _of_token(call)
    if of is None:
        return webhooks.edit(call)
    message = _message(call, of)
    kept = bodies.names(call, message)
    first_words = of.thinking and message is of.original
    guard.message(call.json, kept, edited=None if first_words else message, place="interaction")
    changes = bodies.changes(call, message, call.json, answer=True)
    if message is of.original or message is of.source:
        return Reply(_shown(of, interactions.edit_original(call.world, of, changes)))
    of.acts += 1
    messages.edit(call.world, message, changes)
    return Reply(_shown(of, message))


@routes.on("DELETE", _ORIGINAL, free=True)
@routes.on("DELETE", _ONE, free=True)
async def delete(call: Call) -> Reply:
    of = _of_token(call)
    if of is None:
        return webhooks.delete_message(call)
    message = _message(call, of)
    if message is of.original or message is of.source:
        interactions.delete_original(call.world, of)
    else:
        of.acts += 1
        messages.delete(call.world, message)
    return Reply()


def _shown(of: Interaction, message: Message) -> Json:
    return render_message.message(message, viewer=of.app.user.id)
