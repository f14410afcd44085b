"""Threads: begun, joined, listed (documentation, Channel Resource and Threads)."""

from sandbox.deeds import messages, threads
from sandbox.deeds.threads import Plan
from sandbox.errors import Json, field_error, refuse
from sandbox.official import rules
from sandbox.rest import bodies, guard
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import permissions as may
from sandbox.state import render, render_message
from sandbox.state.model import PRIVATE_THREAD, Channel

routes = Routes()
_HERE = "/channels/{channel_id}"
_MEMBERS = _HERE + "/thread-members"
_FORUMS = (15, 16)


def _plan(body: Json, kind: int) -> Plan:
    return Plan(
        body["name"],
        kind,
        body.get("auto_archive_duration"),
        int(body.get("rate_limit_per_user") or 0),
        bool(body.get("invitable", True)),
        tuple(int(one) for one in body.get("applied_tags") or ()),
    )


@routes.on("POST", _HERE + "/messages/{message_id}/threads", limit=(5, 5.0))
async def from_message(call: Call) -> Reply:
    """A thread begun from a message has the message's id."""
    channel = call.channel
    guard.see(call, channel)
    message = call.message
    guard.form(rules.thread(call.json))
    if channel.kind not in (0, 5):
        raise refuse(50024)
    if messages.is_system(message) or message.ephemeral:
        raise refuse(50021)
    guard.need(call, channel, may.PUBLIC_THREADS)
    kind = 10 if channel.kind == 5 else 11
    thread = threads.begin(call.world, channel, call.app.user, _plan(call.json, kind), source=message)
    return Reply(_own(thread, call), 201)


@routes.on("POST", _HERE + "/threads", limit=(5, 5.0))
async def create(call: Call) -> Reply:
    """A thread without a message before it; in a forum, a post with its first message."""
    channel, body = call.channel, call.json
    guard.see(call, channel)
    guard.form(rules.thread(body, bodies.names(call)))
    if channel.kind in _FORUMS:
        return await _post(call, channel, body)
    if channel.kind not in (0, 5):
        raise refuse(50024)
    kind = int(body.get("type") or PRIVATE_THREAD)
    if kind == PRIVATE_THREAD and channel.kind != 0:
        raise refuse(50024)
    guard.need(call, channel, may.PRIVATE_THREADS if kind == PRIVATE_THREAD else may.PUBLIC_THREADS)
    thread = threads.begin(call.world, channel, call.app.user, _plan(body, kind))
    return Reply(_own(thread, call), 201)


async def _post(call: Call, channel: Channel, body: Json) -> Reply:
    guard.need(call, channel, may.SEND_MESSAGES)
    if "message" not in body:
        raise field_error("message", "BASE_TYPE_REQUIRED", "This field is required")
    thread = threads.begin(call.world, channel, call.app.user, _plan(body, 11))
    draft = bodies.draft(call, thread, body["message"])
    draft.message_id = thread.id
    message = messages.post(call.world, thread, call.app.user, draft)
    return Reply(_own(thread, call) | {"message": render_message.message(message)}, 201)


def _own(thread: Channel, call: Call) -> Json:
    data = render.thread(thread)
    if call.app.user.id in thread.about.members:
        data["member"] = render.thread_member(thread, call.app.user.id)
    return data


def _open(call: Call, *, awake: bool = True) -> Channel:
    """The thread, if the bot sees it. Raises 50024 for another channel, 50083 for an archived one."""
    thread = call.channel
    guard.see(call, thread)
    if thread.about.archived and awake:
        raise refuse(50083)
    return thread


@routes.on("PUT", _MEMBERS + "/@me")
async def join(call: Call) -> Reply:
    threads.add(call.world, _open(call), call.app.user)
    return Reply()


@routes.on("DELETE", _MEMBERS + "/@me")
async def leave(call: Call) -> Reply:
    threads.remove(call.world, _open(call), call.app.user)
    return Reply()


@routes.on("PUT", _MEMBERS + "/{user_id}", limit=(5, 5.0))
async def add(call: Call) -> Reply:
    """Needs the right to write in threads; people must see the parent to be added."""
    thread = _open(call)
    guard.need(call, thread, may.SEND_IN_THREADS)
    own = call.app.user.id == thread.about.owner_id
    if not thread.about.invitable and not own:
        guard.need(call, thread, may.MANAGE_THREADS)
    member = call.world.member(thread.home, call.id("user_id"))
    if not call.world.may(member.user.id, thread.above, may.VIEW_CHANNEL):
        raise refuse(50001)
    threads.add(call.world, thread, member.user, by=call.app.user)
    return Reply()


@routes.on("DELETE", _MEMBERS + "/{user_id}", limit=(5, 5.0))
async def remove(call: Call) -> Reply:
    """Needs MANAGE_THREADS, or to have begun a private thread."""
    thread = _open(call)
    if not (thread.kind == PRIVATE_THREAD and thread.about.owner_id == call.app.user.id):
        guard.need(call, thread, may.MANAGE_THREADS)
    threads.remove(call.world, thread, call.world.user(call.id("user_id")))
    return Reply()


@routes.on("GET", _MEMBERS)
async def members(call: Call) -> Reply:
    """Needs the members intent (documentation, List Thread Members)."""
    thread = _open(call, awake=False)
    if "members" not in call.app.privileged:
        raise refuse(50001)
    shown = [_member(call, thread, one) for one in sorted(thread.about.members)]
    return Reply(shown)


@routes.on("GET", _MEMBERS + "/{user_id}")
async def member(call: Call) -> Reply:
    thread = _open(call, awake=False)
    wanted = call.app.user.id if call.params["user_id"] == "@me" else call.id("user_id")
    if wanted not in thread.about.members:
        raise refuse(10007)
    return Reply(_member(call, thread, wanted))


def _member(call: Call, thread: Channel, user_id: int) -> Json:
    data = render.thread_member(thread, user_id)
    if call.query.get("with_member", "").lower() in ("1", "true"):
        data["member"] = render.member(thread.home.members[user_id])
    return data


@routes.on("GET", "/guilds/{guild_id}/threads/active")
async def active(call: Call) -> Reply:
    """All living threads that the bot may open."""
    seen = [one for one in call.guild.threads.values() if not one.about.archived]
    seen = [one for one in seen if call.world.may(call.app.user.id, one, may.VIEW_CHANNEL)]
    return Reply(_listed(call, seen) | {"has_more": False})


def _listed(call: Call, found: list[Channel]) -> Json:
    own = call.app.user.id
    mine = [render.thread_member(one, own) for one in found if own in one.about.members]
    return {"threads": [render.thread(one) for one in found], "members": mine, "has_more": False}


def _archived(call: Call, kinds: tuple[int, ...], *, joined: bool = False) -> Reply:
    channel = call.channel
    limit = call.number("limit", 50, 1, 100)
    found = [
        one
        for one in channel.home.threads.values()
        if one.parent is channel and one.kind in kinds and one.about.archived
        if not joined or call.app.user.id in one.about.members
    ]
    found.sort(key=lambda one: one.about.archived_at or one.about.created_at, reverse=True)
    return Reply(_listed(call, found[:limit]) | {"has_more": len(found) > limit})


@routes.on("GET", _HERE + "/threads/archived/public")
async def archived_public(call: Call) -> Reply:
    guard.need(call, call.channel, may.READ_HISTORY)
    return _archived(call, (10, 11))


@routes.on("GET", _HERE + "/threads/archived/private")
async def archived_private(call: Call) -> Reply:
    guard.need(call, call.channel, may.READ_HISTORY | may.MANAGE_THREADS)
    return _archived(call, (PRIVATE_THREAD,))


@routes.on("GET", _HERE + "/users/@me/threads/archived/private")
async def archived_own(call: Call) -> Reply:
    guard.need(call, call.channel, may.READ_HISTORY)
    return _archived(call, (PRIVATE_THREAD,), joined=True)
