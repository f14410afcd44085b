"""Scheduled events of servers: made, changed, begun and ended by people's clock, followed by people."""

from datetime import datetime, timedelta

from sandbox.errors import Json
from sandbox.state import render
from sandbox.state.model import ScheduledEvent, User
from sandbox.state.world import World

PLANNED, ACTIVE, OVER, CALLED_OFF = 1, 2, 3, 4
EXTERNAL = 3
# an event of a channel that nobody began is called off some hours later (documentation, Automation)
NOT_BEGUN_AFTER = timedelta(hours=4)


def audience(world: World, event: ScheduledEvent) -> frozenset[int]:
    """Those who see its channel; an event elsewhere is everyone's."""
    channel = event.guild.channels.get(event.channel_id or 0)
    return world.audience(channel) if channel else frozenset(event.guild.members)


def tell(world: World, name: str, event: ScheduledEvent) -> None:
    world.tell(name, render.scheduled_event(event), audience(world, event), guild=event.guild)


def create(world: World, event: ScheduledEvent) -> None:
    event.guild.events[event.id] = event
    tell(world, "GUILD_SCHEDULED_EVENT_CREATE", event)


def update(world: World, event: ScheduledEvent) -> None:
    """Tells the change; an event that is over disappears from the list."""
    tell(world, "GUILD_SCHEDULED_EVENT_UPDATE", event)
    if event.status >= OVER:
        event.guild.events.pop(event.id, None)


def delete(world: World, event: ScheduledEvent) -> None:
    event.guild.events.pop(event.id, None)
    tell(world, "GUILD_SCHEDULED_EVENT_DELETE", event)


def follow(world: World, event: ScheduledEvent, user: User, *, interested: bool) -> None:
    """Marks a person as interested, or no longer."""
    if interested == (user.id in event.interested):
        return
    if interested:
        event.interested[user.id] = world.clock.now()
    else:
        del event.interested[user.id]
    data: Json = {
        "guild_scheduled_event_id": str(event.id),
        "user_id": str(user.id),
        "guild_id": str(event.guild.id),
    }
    name = f"GUILD_SCHEDULED_EVENT_USER_{'ADD' if interested else 'REMOVE'}"
    world.tell(name, data, audience(world, event), guild=event.guild)


def pass_time(world: World) -> None:
    """External events begin and end by themselves; others that nobody began are called off."""
    now = world.clock.now()
    for guild in world.guilds.values():
        for event in list(guild.events.values()):
            status = _status(event, now)
            if status != event.status:
                event.status = status
                update(world, event)


def _status(event: ScheduledEvent, now: datetime) -> int:
    if event.entity_type == EXTERNAL:
        if event.ends_at is not None and now >= event.ends_at:
            return OVER
        return ACTIVE if now >= event.starts_at else event.status
    missed = event.status == PLANNED and now - event.starts_at > NOT_BEGUN_AFTER
    return CALLED_OFF if missed else event.status
