"""Servers: made, joined, left; their channels, roles and members."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sandbox.deeds import threads
from sandbox.errors import Json
from sandbox.state import permissions, render
from sandbox.state.apps import Application
from sandbox.state.model import KINDS, Channel, Guild, Member, Overwrite, Role, User
from sandbox.state.world import World


def make(world: World, name: str, owner: User, *, locale: str = "en-US") -> Guild:
    """A new server with its owner, everyone's role and a channel "general"."""
    guild = Guild(world.ids.old(), name, owner.id, locale)
    guild.roles[guild.id] = Role(guild.id, guild, "@everyone", permissions.USUAL, position=0)
    world.guilds[guild.id] = guild
    guild.members[owner.id] = Member(owner, guild, world.clock.now() - timedelta(days=365))
    add_channel(world, guild, ChannelPlan("general"))
    return guild


@dataclass
class ChannelPlan:
    """A channel about to be made."""

    name: str
    kind: int = KINDS["text"]
    topic: str | None = None
    parent: Channel | None = None
    slowmode: int = 0
    nsfw: bool = False
    overwrites: dict[int, Overwrite] = field(default_factory=dict[int, Overwrite])
    tags: list[Json] = field(default_factory=list["Json"])


def add_channel(world: World, guild: Guild, plan: ChannelPlan) -> Channel:
    channel = Channel(
        world.ids.make(),
        plan.kind,
        plan.name,
        guild,
        plan.parent,
        position=len(guild.channels),
        topic=plan.topic,
        slowmode=plan.slowmode,
        nsfw=plan.nsfw,
        overwrites=plan.overwrites,
        tags=plan.tags,
    )
    guild.channels[channel.id] = world.channels[channel.id] = channel
    guild.epoch += 1
    tell_channel(world, "CHANNEL_CREATE", channel)
    return channel


def tell_channel(world: World, name: str, channel: Channel, audience: frozenset[int] | None = None) -> None:
    """Channels are told to those who see them; bots are told of every channel of their servers."""
    guild = channel.home
    bots = frozenset(i for i, member in guild.members.items() if member.user.bot)
    seeing = world.audience(channel) if audience is None else audience
    world.tell(name, render.channel(channel), seeing | bots, guild=guild)


def update_channel(world: World, channel: Channel) -> None:
    """Tells a changed channel; who gains it is told its threads as well (Gateway Events, Thread List Sync)."""
    before = world.last_audience(channel)
    channel.home.epoch += 1
    tell_channel(world, "CHANNEL_UPDATE", channel)
    if gained := world.audience(channel) - before:
        _sync_threads(world, channel, gained)


def _sync_threads(world: World, channel: Channel, gained: frozenset[int]) -> None:
    guild = channel.home
    active = [one for one in guild.threads.values() if one.parent is channel and not one.about.archived]
    open_to_all = [one for one in active if gained <= world.audience(one)]
    data: Json = {"guild_id": str(guild.id), "channel_ids": [str(channel.id)], "members": []}
    if active:
        shown = data | {"threads": [render.thread(one) for one in open_to_all]}
        world.tell("THREAD_LIST_SYNC", shown, gained, guild=guild)


def rename(world: World, guild: Guild, name: str) -> None:
    guild.name = name
    world.tell("GUILD_UPDATE", render.guild(guild), frozenset(guild.members), guild=guild)


def delete_channel(world: World, channel: Channel) -> None:
    """Takes the channel with its threads and messages away."""
    guild = channel.home
    for thread in [one for one in guild.threads.values() if one.parent is channel]:
        threads.delete(world, thread)
    audience = world.audience(channel)
    channel.deleted = True
    guild.channels.pop(channel.id, None)
    world.channels.pop(channel.id, None)
    for message in channel.messages.values():
        message.deleted = True
    guild.epoch += 1
    tell_channel(world, "CHANNEL_DELETE", channel, audience)


def add_role(world: World, guild: Guild, name: str, granted: int, **more: int | bool | None) -> Role:
    """A new role above the others; `more` are fields of Role. At position 1 it moves the others up."""
    role = Role(world.ids.make(), guild, name, granted, position=len(guild.roles))
    for other in guild.roles.values() if more.get("position") == 1 else ():
        other.position += other.id != guild.id
    for key, value in more.items():
        setattr(role, key, value)
    guild.roles[role.id] = role
    _tell_all(world, guild, "GUILD_ROLE_CREATE", {"role": render.role(role)})
    return role


def update_role(world: World, role: Role) -> None:
    role.guild.epoch += 1
    _tell_all(world, role.guild, "GUILD_ROLE_UPDATE", {"role": render.role(role)})


def delete_role(world: World, role: Role) -> None:
    guild = role.guild
    for member in guild.members.values():
        member.roles.discard(role.id)
    for channel in guild.channels.values():
        channel.overwrites.pop(role.id, None)
    guild.roles.pop(role.id, None)
    guild.epoch += 1
    _tell_all(world, guild, "GUILD_ROLE_DELETE", {"role_id": str(role.id)})


def join(world: World, guild: Guild, user: User, *, roles: set[int], joined_at: datetime) -> Member:
    """Somebody becomes a member; who is one stays one, with these roles added."""
    if member := guild.members.get(user.id):
        member.roles |= roles
        guild.epoch += 1
        return member
    member = guild.members[user.id] = Member(user, guild, joined_at, set(roles))
    guild.epoch += 1
    _tell_all(world, guild, "GUILD_MEMBER_ADD", render.member(member))
    return member


def leave(world: World, guild: Guild, user: User) -> None:
    """Somebody leaves or is removed."""
    for thread in guild.threads.values():
        if thread.thread:
            thread.thread.members.pop(user.id, None)
    audience = frozenset(guild.members)
    guild.members.pop(user.id, None)
    guild.epoch += 1
    if user.bot:
        gone: Json = {"id": str(guild.id)}
        world.tell("GUILD_DELETE", gone, frozenset({user.id}), guild=guild)
    data: Json = {"guild_id": str(guild.id), "user": render.user(user)}
    world.tell("GUILD_MEMBER_REMOVE", data, audience - {user.id}, guild=guild)


def update_member(world: World, member: Member) -> None:
    member.guild.epoch += 1
    _tell_all(world, member.guild, "GUILD_MEMBER_UPDATE", render.member(member))


def install(world: World, guild: Guild, app: Application, granted: int) -> Member:
    """The bot joins with its own managed role."""
    role = world.role_of_bot(app, guild)
    if role is not None and app.user.id in guild.members:
        role.permissions = granted
        update_role(world, role)
        return guild.members[app.user.id]
    role = role or add_role(world, guild, app.name, granted, managed_by=app.id)
    role.permissions = granted
    member = join(world, guild, app.user, roles={role.id}, joined_at=world.clock.now())
    guild.epoch += 1
    world.tell("GUILD_CREATE", whole(world, guild, app), frozenset({app.user.id}), guild=guild)
    return member


def whole(world: World, guild: Guild, app: Application, *, everyone: bool = False) -> Json:
    """GUILD_CREATE: of members only the bot itself, unless the session may see presences (`everyone`)."""
    own = guild.members[app.user.id]
    members = list(guild.members.values()) if everyone else [own]
    seen = [one for one in guild.threads.values() if one.thread and not one.thread.archived]
    return render.guild(guild) | {
        "joined_at": render.made_at(guild.id),
        "large": len(guild.members) > 250,
        "member_count": len(guild.members),
        "members": [render.member(one) for one in members],
        "channels": [render.channel(one) for one in guild.channels.values()],
        "threads": [render.thread(one) for one in seen if world.may(own.user.id, one, permissions.VIEW_CHANNEL)],
        "voice_states": [],
        "presences": [],
        "stage_instances": list(guild.stages.values()),
        "guild_scheduled_events": [render.scheduled_event(one) for one in guild.events.values() if one.status < 3],
        "soundboard_sounds": [],
    }


def _tell_all(world: World, guild: Guild, name: str, data: Json) -> None:
    world.tell(name, {"guild_id": str(guild.id)} | data, frozenset(guild.members), guild=guild)


def record(world: World, guild: Guild, by: User, action: int, target: int | None, reason: str | None = None) -> None:
    """Writes a line of the audit log."""
    entry: Json = {
        "id": str(world.ids.make()),
        "user_id": str(by.id),
        "target_id": None if target is None else str(target),
        "action_type": action,
        "changes": [],
    }
    if reason:
        entry["reason"] = reason
    guild.audit.append(entry)
    readers = frozenset(
        i for i, one in guild.members.items() if permissions.in_guild(guild, one) & permissions.VIEW_AUDIT_LOG
    )
    world.tell("GUILD_AUDIT_LOG_ENTRY_CREATE", entry | {"guild_id": str(guild.id)}, readers, guild=guild)
