"""Threads: begun, joined, left, archived, locked (documentation, Threads)."""

from dataclasses import dataclass
from datetime import timedelta

from sandbox.deeds import messages
from sandbox.deeds.messages import Draft
from sandbox.errors import Json, refuse
from sandbox.state import render
from sandbox.state.model import HAS_THREAD, Channel, Message, Thread, User
from sandbox.state.world import World

PARTICIPANTS_MOST = 1000
_LIFE = (60, 1440, 4320, 10080)


@dataclass
class Plan:
    """A thread about to begin."""

    name: str
    kind: int = 11
    auto_archive: int | None = None
    slowmode: int = 0
    invitable: bool = True
    tags: tuple[int, ...] = ()


def begin(world: World, parent: Channel, owner: User, plan: Plan, *, source: Message | None = None) -> Channel:
    """Begins a thread; one begun from a message has that message's id and hangs from it."""
    guild = parent.home
    if sum(not one.thread.archived for one in guild.threads.values() if one.thread) >= world.settings.active_threads:
        raise refuse(160006)
    if source is not None and source.id in guild.threads:
        raise refuse(160004)
    now = world.clock.now()
    about = Thread(owner.id, now, plan.auto_archive or 4320, invitable=plan.invitable, active_at=now)
    about.members[owner.id] = now
    about.tags = list(plan.tags)
    thread_id = source.id if source else world.ids.make()
    thread = Channel(thread_id, plan.kind, plan.name, guild, parent, slowmode=plan.slowmode, thread=about)
    guild.threads[thread.id] = world.channels[thread.id] = thread
    guild.epoch += 1
    data = render.thread(thread) | {"newly_created": True}
    world.tell("THREAD_CREATE", data, world.audience(thread), guild=guild)
    _mark(world, parent, thread, owner, source)
    return thread


def _mark(world: World, parent: Channel, thread: Channel, owner: User, source: Message | None) -> None:
    """Leaves the trace in the parent channel that people see there."""
    if source is not None:
        source.thread = thread
        source.flags |= HAS_THREAD
        messages.touch(world, source)
        messages.post(world, thread, owner, Draft(kind=21, reference=source))
    elif thread.kind == 11 and parent.kind not in (15, 16):
        ids: Json = {"type": 0, "channel_id": str(thread.id), "guild_id": str(parent.home.id)}
        messages.post(world, parent, owner, Draft(kind=18, content=thread.name, reference_ids=ids))


def add(world: World, thread: Channel, user: User, *, by: User | None = None) -> None:
    """Adds a member; by another than themselves this is said in the thread (kind 1, "recipient added")."""
    about, guild = thread.about, thread.home
    if user.id in about.members:
        return
    if len(about.members) >= PARTICIPANTS_MOST:
        raise refuse(30033)
    about.members[user.id] = world.clock.now()
    guild.epoch += 1
    if thread.kind == 12:
        world.tell("THREAD_CREATE", _joined(thread, user.id), frozenset({user.id}), guild=guild)
    _tell_members(world, thread, added=user.id)
    if by is not None and by is not user:
        messages.post(world, thread, by, Draft(kind=1, content="", allowed={"parse": []}))
        thread.messages[next(reversed(thread.messages))].mentions = [user]


def remove(world: World, thread: Channel, user: User) -> None:
    about, guild = thread.about, thread.home
    if about.members.pop(user.id, None) is None:
        return
    _tell_members(world, thread, removed=user.id)
    guild.epoch += 1


def _joined(thread: Channel, user_id: int) -> Json:
    return render.thread(thread) | {"member": render.thread_member(thread, user_id)}


def _tell_members(world: World, thread: Channel, *, added: int | None = None, removed: int | None = None) -> None:
    about, guild = thread.about, thread.home
    data: Json = {"id": str(thread.id), "guild_id": str(guild.id), "member_count": min(len(about.members), 50)}
    if added is not None:
        shown = render.thread_member(thread, added)
        data["added_members"] = [shown | {"member": render.member(guild.members[added]), "presence": None}]
    if removed is not None:
        data["removed_member_ids"] = [str(removed)]
    world.tell("THREAD_MEMBERS_UPDATE", data, world.audience(thread), guild=guild)


def update(world: World, thread: Channel) -> None:
    """Tells a thread anew whose name, lock or archive state changed."""
    world.tell("THREAD_UPDATE", render.thread(thread), world.audience(thread), guild=thread.guild)


def archive(world: World, thread: Channel, *, archived: bool) -> None:
    about = thread.about
    if about.archived == archived:
        return
    about.archived = archived
    about.archived_at = about.active_at = world.clock.now()


def delete(world: World, thread: Channel) -> None:
    """Takes the thread with all its messages away; the message it hung from stays."""
    guild, parent = thread.home, thread.above
    audience = world.audience(thread)
    thread.deleted = True
    guild.threads.pop(thread.id, None)
    world.channels.pop(thread.id, None)
    for message in thread.messages.values():
        message.deleted = True
    guild.epoch += 1
    ids: Json = {"id": str(thread.id), "guild_id": str(guild.id), "parent_id": str(parent.id), "type": thread.kind}
    world.tell("THREAD_DELETE", ids, audience, guild=guild)
    if source := parent.messages.get(thread.id):
        source.flags &= ~HAS_THREAD


def put_to_sleep(world: World) -> None:
    """Archives threads in which nothing was written for their time, by people's clock."""
    now = world.clock.now()
    for guild in world.guilds.values():
        for thread in guild.threads.values():
            about = thread.about
            quiet = now - (about.active_at or about.created_at)
            if not about.archived and quiet > timedelta(minutes=about.auto_archive_minutes):
                archive(world, thread, archived=True)
                update(world, thread)


def is_life(minutes: int) -> bool:
    """Whether a thread may live that long without a word."""
    return minutes in _LIFE
