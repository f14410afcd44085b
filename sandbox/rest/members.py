"""Members: shown, searched, timed out, given roles, removed (documentation, Guild Resource)."""

from datetime import datetime, timedelta

from sandbox.deeds import guilds
from sandbox.errors import field_error, refuse
from sandbox.rest import guard
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import permissions as may
from sandbox.state import render
from sandbox.state.model import Member

routes = Routes()
_ALL = "/guilds/{guild_id}/members"
_ONE = _ALL + "/{user_id}"
TIME_OUT_LONGEST = timedelta(days=28)


def _member(call: Call) -> Member:
    wanted = call.id("user_id")
    if wanted not in call.world.users:
        raise refuse(10013)
    return call.world.member(call.guild, wanted)


@routes.on("GET", _ONE)
async def show(call: Call) -> Reply:
    return Reply(render.member(_member(call)))


@routes.on("GET", _ALL)
async def list_members(call: Call) -> Reply:
    """Needs the members intent (documentation, List Guild Members)."""
    guild = call.guild
    if "members" not in call.app.privileged:
        raise refuse(50001)
    after, limit = int(call.query.get("after", "0")), call.number("limit", 1, 1, 1000)
    ids = sorted(one for one in guild.members if one > after)[:limit]
    return Reply([render.member(guild.members[one]) for one in ids])


@routes.on("GET", _ALL + "/search", limit=(10, 10.0))
async def search(call: Call) -> Reply:
    """Members whose name or nick begins so."""
    begin = call.query.get("query", "").lower()
    if not begin:
        raise field_error("query", "BASE_TYPE_REQUIRED", "This field is required")
    found = [one for one in call.guild.members.values() if _begins(one, begin)]
    return Reply([render.member(one) for one in found[: call.number("limit", 1, 1, 1000)]])


def _begins(member: Member, begin: str) -> bool:
    username = render.user(member.user)["username"]
    names = (member.nick or "", member.user.name, username)
    return any(name.lower().startswith(begin) for name in names)


@routes.on("PATCH", _ALL + "/@me")
async def update_me(call: Call) -> Reply:
    member = call.guild.members[call.app.user.id]
    if "nick" in call.json:
        guard.need_in_guild(call, call.guild, may.CHANGE_NICKNAME)
        member.nick = call.json["nick"] or None
    guilds.update_member(call.world, member)
    return Reply(render.member(member))


@routes.on("PATCH", _ONE, limit=(5, 5.0))
async def update(call: Call) -> Reply:
    """Times out (MODERATE_MEMBERS, by people's clock), names, gives roles; only members below the bot's role."""
    member, body = _member(call), call.json
    if "communication_disabled_until" in body:
        guard.need_in_guild(call, call.guild, may.MODERATE_MEMBERS)
        _time_out(call, member, body["communication_disabled_until"])
    if "nick" in body:
        guard.need_in_guild(call, call.guild, may.MANAGE_NICKNAMES)
        guard.outranks(call, call.guild, member)
        member.nick = body["nick"] or None
    if "roles" in body:
        _set_roles(call, member, {int(one) for one in body["roles"] or ()})
    guilds.update_member(call.world, member)
    guilds.record(call.world, call.guild, call.app.user, 24, member.user.id, call.reason)
    return Reply(render.member(member))


def _time_out(call: Call, member: Member, until: str | None) -> None:
    """Raises 50013 for administrators and those above the bot, 50035 for more than 28 days."""
    guard.outranks(call, call.guild, member)
    if may.in_guild(call.guild, member) & may.ADMINISTRATOR:
        raise refuse(50013)
    moment = datetime.fromisoformat(until) if until else None
    if moment and moment - call.world.clock.now() > TIME_OUT_LONGEST:
        wrong = "Communication disabled until must be less than 28 days in the future."
        raise field_error("communication_disabled_until", "INVALID_COMMUNICATION_DISABLED_TIMESTAMP", wrong)
    member.timed_out_until = moment


def _set_roles(call: Call, member: Member, wanted: set[int]) -> None:
    for role_id in wanted ^ member.roles:
        _may_hand(call, role_id)
    member.roles = wanted


def _may_hand(call: Call, role_id: int) -> int:
    """Raises 50013 for a role that is not below the bot's highest or belongs to a bot."""
    guild = call.guild
    guard.need_in_guild(call, guild, may.MANAGE_ROLES)
    role = call.world.role(guild, role_id)
    own = guild.members[call.app.user.id]
    if role.position >= guard.highest(own) or role.managed_by is not None or role.id == guild.id:
        raise refuse(50013)
    return role_id


@routes.on("PUT", _ONE + "/roles/{role_id}", limit=(10, 10.0))
async def give(call: Call) -> Reply:
    member = _member(call)
    member.roles.add(_may_hand(call, call.id("role_id")))
    guilds.update_member(call.world, member)
    return Reply()


@routes.on("DELETE", _ONE + "/roles/{role_id}", limit=(10, 10.0))
async def take(call: Call) -> Reply:
    member = _member(call)
    member.roles.discard(_may_hand(call, call.id("role_id")))
    guilds.update_member(call.world, member)
    return Reply()


@routes.on("DELETE", _ONE, limit=(5, 5.0))
async def kick(call: Call) -> Reply:
    guard.need_in_guild(call, call.guild, may.KICK_MEMBERS)
    member = _member(call)
    guard.outranks(call, call.guild, member)
    guilds.leave(call.world, call.guild, member.user)
    guilds.record(call.world, call.guild, call.app.user, 20, member.user.id, call.reason)
    return Reply()
