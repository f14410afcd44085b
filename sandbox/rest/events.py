"""Scheduled events and stages (documentation, Guild Scheduled Event and Stage Instance Resources)."""

from datetime import datetime

from sandbox.deeds import events
from sandbox.errors import Json, refuse
from sandbox.official import rules
from sandbox.rest import guard
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import permissions as may
from sandbox.state import render
from sandbox.state.model import Guild, ScheduledEvent
from sandbox.wire import part

routes = Routes()
_ALL = "/guilds/{guild_id}/scheduled-events"
_ONE = _ALL + "/{guild_scheduled_event_id}"
EVENTS_MOST = 100
# a stage needs these, a voice channel the right to connect, an event elsewhere nothing more
_FOR_STAGE = may.MANAGE_CHANNELS | may.MUTE_MEMBERS | may.MOVE_MEMBERS


def _may(call: Call, guild: Guild, body: Json, bits: int) -> None:
    """CREATE_EVENTS to make one's own, MANAGE_EVENTS to change others' (change log, 2026-02-23)."""
    needed = bits | (_FOR_STAGE if body.get("entity_type") == 1 else 0)
    channel = guild.channels.get(int(body.get("channel_id") or 0))
    if channel is not None:
        guard.need(call, channel, may.VIEW_CHANNEL | bits)
    guard.need_in_guild(call, guild, needed)


@routes.on("POST", _ALL, limit=(5, 5.0))
async def create(call: Call) -> Reply:
    guild, body = call.guild, call.json
    _may(call, guild, body, may.CREATE_EVENTS)
    guard.form(rules.scheduled_event(body, call.world.clock.now()))
    if sum(one.status in (1, 2) for one in guild.events.values()) >= EVENTS_MOST:
        raise refuse(30038)
    event = ScheduledEvent(
        call.world.ids.make(),
        guild,
        call.app.user,
        body["name"],
        datetime.fromisoformat(body["scheduled_start_time"]),
        _moment(body.get("scheduled_end_time")),
        int(body["entity_type"]),
        body.get("description"),
        int(body["channel_id"]) if body.get("channel_id") else None,
        part(body, "entity_metadata").get("location"),
        recurrence=body.get("recurrence_rule"),
    )
    events.create(call.world, event)
    return Reply(render.scheduled_event(event))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _event(call: Call) -> ScheduledEvent:
    found = call.guild.events.get(call.id("guild_scheduled_event_id"))
    if found is None or call.app.user.id not in events.audience(call.world, found):
        raise refuse(10070)
    return found


def _counts(call: Call) -> bool:
    return call.query.get("with_user_count", "").lower() in ("1", "true")


@routes.on("GET", _ALL)
async def list_events(call: Call) -> Reply:
    own = call.app.user.id
    seen = [one for one in call.guild.events.values() if own in events.audience(call.world, one)]
    return Reply([render.scheduled_event(one, with_count=_counts(call)) for one in seen])


@routes.on("GET", _ONE)
async def get(call: Call) -> Reply:
    return Reply(render.scheduled_event(_event(call), with_count=_counts(call)))


@routes.on("PATCH", _ONE, limit=(5, 5.0))
async def update(call: Call) -> Reply:
    """Raises 180000 for an event that is over; the status goes only forwards."""
    event, body = _event(call), call.json
    own = event.creator.id == call.app.user.id
    _may(call, event.guild, body, may.CREATE_EVENTS if own else may.MANAGE_EVENTS)
    guard.form(rules.scheduled_event(body, call.world.clock.now(), render.scheduled_event(event)))
    _apply(event, body)
    events.update(call.world, event)
    return Reply(render.scheduled_event(event))


def _apply(event: ScheduledEvent, body: Json) -> None:
    event.name = body.get("name") or event.name
    event.description = body.get("description", event.description)
    event.entity_type = int(body.get("entity_type") or event.entity_type)
    event.status = int(body.get("status") or event.status)
    if body.get("scheduled_start_time"):
        event.starts_at = datetime.fromisoformat(body["scheduled_start_time"])
    if "scheduled_end_time" in body:
        event.ends_at = _moment(body["scheduled_end_time"])
    if "channel_id" in body:
        event.channel_id = int(body["channel_id"]) if body["channel_id"] else None
    if body.get("entity_metadata"):
        event.location = body["entity_metadata"].get("location")


@routes.on("DELETE", _ONE, limit=(5, 5.0))
async def delete(call: Call) -> Reply:
    event = _event(call)
    own = event.creator.id == call.app.user.id
    guard.need_in_guild(call, event.guild, may.CREATE_EVENTS if own else may.MANAGE_EVENTS)
    events.delete(call.world, event)
    return Reply()


@routes.on("GET", _ONE + "/users")
async def interested(call: Call) -> Reply:
    """Those who are interested, by id, at most 100 at a time."""
    event = _event(call)
    after, limit = int(call.query.get("after", "0")), call.number("limit", 100, 1, 100)
    with_member = call.query.get("with_member", "").lower() in ("1", "true")
    ids = sorted(one for one in event.interested if one > after)[:limit]
    return Reply([_follower(call, event, one, with_member=with_member) for one in ids])


def _follower(call: Call, event: ScheduledEvent, user_id: int, *, with_member: bool) -> Json:
    data: Json = {
        "guild_scheduled_event_id": str(event.id),
        "user_id": str(user_id),
        "response": 1,
        "user": render.user(call.world.users[user_id]),
    }
    member = event.guild.members.get(user_id)
    return data | {"member": render.member(member)} if with_member and member else data


@routes.on("POST", "/stage-instances")
async def open_stage(call: Call) -> Reply:
    body = call.json
    channel = call.world.channel(int(body.get("channel_id") or 0))
    if channel.kind != 13:
        raise refuse(50024)
    guard.need(call, channel, _FOR_STAGE)
    stage: Json = {
        "id": str(call.world.ids.make()),
        "guild_id": str(channel.home.id),
        "channel_id": str(channel.id),
        "topic": body.get("topic") or "",
        "privacy_level": 2,
        "discoverable_disabled": True,
        "guild_scheduled_event_id": body.get("guild_scheduled_event_id"),
    }
    channel.home.stages[channel.id] = stage
    _tell_stage(call, "STAGE_INSTANCE_CREATE", stage)
    return Reply(stage)


def _tell_stage(call: Call, name: str, stage: Json) -> None:
    channel = call.world.channel(int(stage["channel_id"]))
    call.world.tell(name, stage, call.world.audience(channel), guild=channel.guild)


def _stage(call: Call) -> Json:
    channel = call.channel
    guard.see(call, channel)
    found = channel.home.stages.get(channel.id)
    if found is None:
        raise refuse(10067)
    return found


@routes.on("GET", "/stage-instances/{channel_id}")
async def get_stage(call: Call) -> Reply:
    return Reply(_stage(call))


@routes.on("PATCH", "/stage-instances/{channel_id}")
async def update_stage(call: Call) -> Reply:
    stage = _stage(call)
    guard.need(call, call.channel, _FOR_STAGE)
    stage["topic"] = call.json.get("topic") or stage["topic"]
    _tell_stage(call, "STAGE_INSTANCE_UPDATE", stage)
    return Reply(stage)


@routes.on("DELETE", "/stage-instances/{channel_id}")
async def close_stage(call: Call) -> Reply:
    stage = _stage(call)
    guard.need(call, call.channel, _FOR_STAGE)
    del call.channel.home.stages[call.channel.id]
    _tell_stage(call, "STAGE_INSTANCE_DELETE", stage)
    return Reply()
