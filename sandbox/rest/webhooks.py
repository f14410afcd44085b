"""Webhooks of a channel (documentation, Webhook Resource)."""

import secrets

from sandbox.deeds import messages
from sandbox.errors import Json, refuse
from sandbox.official import rules
from sandbox.rest import bodies, guard
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import permissions as may
from sandbox.state import render, render_message
from sandbox.state.model import Channel, Message, Webhook

routes = Routes()
WEBHOOKS_MOST = 15
_HOOK = "/webhooks/{webhook_id}"
_WITH_KEY = "/webhooks/{webhook_id}/{webhook_token}"


def _by_id(call: Call) -> Webhook:
    wanted = call.id("webhook_id")
    for channel in call.world.channels.values():
        if found := channel.webhooks.get(wanted):
            return found
    raise refuse(10015)


def _by_token(call: Call) -> Webhook:
    """Raises 10015 for an unknown webhook, 50027 for a wrong token."""
    found = _by_id(call)
    if found.token != call.params["webhook_token"]:
        raise refuse(50027)
    return found


@routes.on("POST", "/channels/{channel_id}/webhooks")
async def create(call: Call) -> Reply:
    channel = call.channel
    guard.need(call, channel, may.MANAGE_WEBHOOKS)
    guard.form(rules.webhook_name(call.json.get("name")))
    if len(channel.webhooks) >= WEBHOOKS_MOST:
        raise refuse(30007)
    name = str(call.json["name"]).strip()
    webhook = Webhook(call.world.ids.make(), channel, name, secrets.token_urlsafe(51), call.app.user, call.app.id)
    channel.webhooks[webhook.id] = webhook
    _changed(call, channel)
    return Reply(render.webhook(webhook))


def _changed(call: Call, channel: Channel) -> None:
    data: Json = {"guild_id": str(channel.home.id), "channel_id": str(channel.id)}
    call.world.tell("WEBHOOKS_UPDATE", data, call.world.audience(channel), guild=channel.guild)


@routes.on("GET", "/channels/{channel_id}/webhooks")
async def of_channel(call: Call) -> Reply:
    channel = call.channel
    guard.need(call, channel, may.MANAGE_WEBHOOKS)
    return Reply([render.webhook(one) for one in channel.webhooks.values()])


@routes.on("GET", "/guilds/{guild_id}/webhooks")
async def of_guild(call: Call) -> Reply:
    guild = call.guild
    guard.need_in_guild(call, guild, may.MANAGE_WEBHOOKS)
    every = [one for channel in guild.channels.values() for one in channel.webhooks.values()]
    return Reply([render.webhook(one) for one in every])


@routes.on("GET", _HOOK)
async def show(call: Call) -> Reply:
    webhook = _by_id(call)
    guard.need(call, webhook.channel, may.MANAGE_WEBHOOKS)
    return Reply(render.webhook(webhook))


@routes.on("GET", _WITH_KEY, free=True)
async def show_by_token(call: Call) -> Reply:
    data = render.webhook(_by_token(call))
    return Reply({key: value for key, value in data.items() if key != "user"})


@routes.on("DELETE", _HOOK)
async def delete(call: Call) -> Reply:
    webhook = _by_id(call)
    guard.need(call, webhook.channel, may.MANAGE_WEBHOOKS)
    del webhook.channel.webhooks[webhook.id]
    _changed(call, webhook.channel)
    return Reply()


@routes.on("DELETE", _WITH_KEY, free=True)
async def delete_by_token(call: Call) -> Reply:
    webhook = _by_token(call)
    del webhook.channel.webhooks[webhook.id]
    _changed(call, webhook.channel)
    return Reply()


def execute(call: Call) -> Reply:
    """Writes as the webhook; `wait` gives the message back, `thread_id` writes into a thread of its channel."""
    webhook = _by_token(call)
    channel = webhook.channel
    if thread_id := call.query.get("thread_id"):
        channel = call.world.channel(int(thread_id))
        if channel.parent is not webhook.channel:
            raise refuse(10003)
    guard.message(call.json, bodies.names(call), place="webhook")
    if call.json.get("username"):
        guard.form(rules.webhook_name(call.json["username"]))
    draft = bodies.draft(call, channel, call.json)
    draft.webhook, draft.webhook_name = webhook, call.json.get("username")
    draft.application_id = webhook.application_id
    message = messages.post(call.world, channel, webhook.creator, draft)
    waits = call.query.get("wait", "").lower() in ("1", "true")
    return Reply(render_message.message(message)) if waits else Reply()


def _own(call: Call) -> Message:
    webhook = _by_token(call)
    wanted = call.id("message_id")
    places = [webhook.channel, *(one for one in call.world.channels.values() if one.parent is webhook.channel)]
    for place in places:
        found = place.messages.get(wanted)
        if found is not None and found.webhook is webhook:
            return found
    raise refuse(10008)


def get(call: Call) -> Reply:
    return Reply(render_message.message(_own(call)))


def edit(call: Call) -> Reply:
    message = _own(call)
    names = bodies.names(call, message)
    guard.message(call.json, names, edited=message, place="webhook")
    messages.edit(call.world, message, bodies.changes(call, message, call.json))
    return Reply(render_message.message(message))


def delete_message(call: Call) -> Reply:
    messages.delete(call.world, _own(call))
    return Reply()
