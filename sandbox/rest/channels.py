"""Channels and threads: shown, made, changed, deleted (documentation, Channel Resource)."""

from sandbox.deeds import guilds, threads
from sandbox.deeds.guilds import ChannelPlan
from sandbox.errors import Json, field_error, refuse
from sandbox.official import rules
from sandbox.rest import guard
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import permissions as may
from sandbox.state import render
from sandbox.state.model import KINDS, Channel, Guild, Overwrite

routes = Routes()
_ONE = "/channels/{channel_id}"
CHANNELS_MOST = 500
NAME_MOST, TOPIC_MOST = 100, 1024
_SMALL = (0, 5, 15, 16)


@routes.on("GET", _ONE)
async def show(call: Call) -> Reply:
    channel = call.channel
    guard.see(call, channel)
    data = render.channel(channel)
    if channel.thread and call.app.user.id in channel.thread.members:
        data["member"] = render.thread_member(channel, call.app.user.id)
    return Reply(data)


@routes.on("GET", "/guilds/{guild_id}/channels")
async def of_guild(call: Call) -> Reply:
    return Reply([render.channel(one) for one in call.guild.channels.values()])


@routes.on("POST", "/guilds/{guild_id}/channels", limit=(10, 10.0))
async def create(call: Call) -> Reply:
    """Needs MANAGE_CHANNELS; overwrites may give only what the bot has itself."""
    guild, body = call.guild, call.json
    granted = guard.need_in_guild(call, guild, may.MANAGE_CHANNELS)
    if len(guild.channels) >= CHANNELS_MOST:
        raise refuse(30013)
    kind = int(body.get("type") or 0)
    plan = ChannelPlan(_name(body, kind), kind)
    if plan.kind not in KINDS.values() or plan.kind == KINDS["dm"]:
        raise field_error("type", "BASE_TYPE_CHOICES", "Value must be one of {0, 2, 4, 5, 13, 14, 15, 16}.")
    plan.topic, plan.parent = _topic(body), _parent(guild, body)
    plan.slowmode, plan.nsfw = int(body.get("rate_limit_per_user") or 0), bool(body.get("nsfw"))
    plan.tags = [{"id": str(call.world.ids.make()), **one} for one in body.get("available_tags") or ()]
    plan.overwrites = _overwrites(body.get("permission_overwrites") or [], granted)
    channel = guilds.add_channel(call.world, guild, plan)
    guilds.record(call.world, guild, call.app.user, 10, channel.id, call.reason)
    return Reply(render.channel(channel), 201)


def _name(body: Json, kind: int) -> str:
    """The name; those of text channels and forums are small and have dashes for spaces."""
    name = str(body.get("name") or "")
    if not 1 <= len(name) <= NAME_MOST:
        raise field_error("name", "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {NAME_MOST} in length.")
    return "-".join(name.lower().split()) if kind in _SMALL else name


def _topic(body: Json) -> str | None:
    topic = body.get("topic")
    if topic is not None and len(topic) > TOPIC_MOST:
        raise field_error("topic", "BASE_TYPE_BAD_LENGTH", f"Must be between 0 and {TOPIC_MOST} in length.")
    return topic


def _parent(guild: Guild, body: Json) -> Channel | None:
    given = body.get("parent_id")
    if given is None:
        return None
    parent = guild.channels.get(int(given))
    if parent is None or parent.kind != KINDS["category"]:
        raise field_error("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist")
    return parent


def _overwrites(given: list[Json], granted: int) -> dict[int, Overwrite]:
    """Raises 50013 for permissions that the bot does not have."""
    found: dict[int, Overwrite] = {}
    for one in given:
        overwrite = Overwrite(int(one["id"]), int(one["type"]), int(one.get("allow") or 0), int(one.get("deny") or 0))
        _may_grant(overwrite, granted)
        found[overwrite.id] = overwrite
    return found


def _grantable(call: Call, channel: Channel) -> int:
    """What the bot may allow or deny there: what it has on the server or in the category, and everything if an
    overwrite of the channel gives it MANAGE_ROLES (documentation, edit channel permissions)."""
    member = call.world.member(channel.home, call.app.user.id)
    own = [channel.overwrites.get(one) for one in (*member.roles, member.user.id)]
    if any(one is not None and one.allow & may.MANAGE_ROLES for one in own):
        return may.ALL
    above = call.world.allowed(member.user.id, channel.parent) if channel.parent is not None else 0
    return may.in_guild(channel.home, member) | above


def _may_grant(overwrite: Overwrite, granted: int) -> None:
    if (overwrite.allow | overwrite.deny) & ~granted:
        raise refuse(50013)


@routes.on("PATCH", _ONE, limit=(5, 5.0))
async def update(call: Call) -> Reply:
    channel = call.channel
    guard.see(call, channel)
    if channel.guild is None:
        raise refuse(50003)
    if channel.thread is not None:
        return _update_thread(call, channel)
    guard.need(call, channel, may.MANAGE_CHANNELS)
    body = call.json
    if "name" in body:
        channel.name = _name(body, channel.kind)
    if "topic" in body:
        channel.topic = _topic(body)
    if "parent_id" in body:
        channel.parent = _parent(channel.home, body)
    if "permission_overwrites" in body:
        channel.overwrites = _overwrites(body["permission_overwrites"] or [], _grantable(call, channel))
    channel.slowmode = int(body.get("rate_limit_per_user", channel.slowmode) or 0)
    channel.position = int(body.get("position") or channel.position)
    channel.nsfw = bool(body.get("nsfw", channel.nsfw))
    guilds.update_channel(call.world, channel)
    guilds.record(call.world, channel.home, call.app.user, 11, channel.id, call.reason)
    return Reply(render.channel(channel))


def _update_thread(call: Call, thread: Channel) -> Reply:
    """An archived thread can only be woken; locking, and others' threads, need MANAGE_THREADS."""
    body, about = call.json, thread.about
    guard.form(rules.thread(body, edit=True))
    manages = call.world.may(call.app.user.id, thread, may.MANAGE_THREADS)
    wakes = body.get("archived") is False
    if about.archived and not wakes:
        raise refuse(50083)
    own = about.owner_id == call.app.user.id
    if not manages and ("locked" in body or (not own and not wakes) or (about.locked and wakes)):
        raise refuse(50013)
    thread.name = body.get("name") or thread.name
    thread.slowmode = int(body.get("rate_limit_per_user", thread.slowmode) or 0)
    about.auto_archive_minutes = int(body.get("auto_archive_duration") or about.auto_archive_minutes)
    about.locked = bool(body.get("locked", about.locked))
    about.invitable = bool(body.get("invitable", about.invitable))
    about.tags = [int(one) for one in body.get("applied_tags", about.tags) or ()]
    if "archived" in body:
        threads.archive(call.world, thread, archived=bool(body["archived"]))
    threads.update(call.world, thread)
    return Reply(render.thread(thread))


@routes.on("DELETE", _ONE, limit=(5, 5.0))
async def delete(call: Call) -> Reply:
    """Deletes a channel or thread; "deleting" a DM closes it."""
    channel = call.channel
    guard.see(call, channel)
    data = render.channel(channel)
    if channel.guild is None:
        return Reply(data)
    if channel.thread is None:
        guard.need(call, channel, may.MANAGE_CHANNELS)
        guilds.record(call.world, channel.guild, call.app.user, 12, channel.id, call.reason)
        guilds.delete_channel(call.world, channel)
        return Reply(data)
    guard.need(call, channel, may.MANAGE_THREADS)
    guilds.record(call.world, channel.guild, call.app.user, 112, channel.id, call.reason)
    threads.delete(call.world, channel)
    return Reply(data)


@routes.on("PUT", _ONE + "/permissions/{overwrite_id}", limit=(10, 10.0))
async def set_overwrite(call: Call) -> Reply:
    """Needs MANAGE_ROLES; only what the bot has itself on the server can be given."""
    channel, body = call.channel, call.json
    guard.need(call, channel, may.MANAGE_ROLES)
    target, kind = call.id("overwrite_id"), int(body.get("type") or 0)
    if kind == 0:
        call.world.role(channel.home, target)
    overwrite = Overwrite(target, kind, int(body.get("allow") or 0), int(body.get("deny") or 0))
    _may_grant(overwrite, _grantable(call, channel))
    channel.overwrites[target] = overwrite
    guilds.update_channel(call.world, channel)
    return Reply()


@routes.on("DELETE", _ONE + "/permissions/{overwrite_id}", limit=(10, 10.0))
async def delete_overwrite(call: Call) -> Reply:
    channel = call.channel
    guard.need(call, channel, may.MANAGE_ROLES)
    if channel.overwrites.pop(call.id("overwrite_id"), None) is None:
        raise refuse(10009)
    guilds.update_channel(call.world, channel)
    return Reply()
