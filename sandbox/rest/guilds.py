"""Servers, their roles and audit log (documentation, Guild and Audit Logs Resources)."""

from typing import Any

from sandbox.deeds import guilds
from sandbox.errors import Json, refuse
from sandbox.rest import guard
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import permissions as may
from sandbox.state import render
from sandbox.state.model import Role
from sandbox.wire import part

routes = Routes()
_ONE = "/guilds/{guild_id}"
_ROLE = _ONE + "/roles/{role_id}"
ROLES_MOST = 250
# what an audit log can name beside its entries; nothing here ever needs it
_NOT_SHOWN = (
    "integrations", "webhooks", "guild_scheduled_events", "threads", "application_commands", "auto_moderation_rules",
)  # fmt: skip


@routes.on("GET", _ONE)
async def show(call: Call) -> Reply:
    """With `with_counts`, roughly how many members there are."""
    guild = call.guild
    data = render.guild(guild)
    if call.query.get("with_counts", "").lower() in ("1", "true"):
        count = len(guild.members)
        data |= {"approximate_member_count": count, "approximate_presence_count": count}
    return Reply(data)


@routes.on("DELETE", "/users/@me/guilds/{guild_id}")
async def leave(call: Call) -> Reply:
    guilds.leave(call.world, call.guild, call.app.user)
    return Reply()


@routes.on("GET", _ONE + "/roles")
async def roles(call: Call) -> Reply:
    return Reply([render.role(one) for one in call.guild.roles.values()])


@routes.on("GET", _ONE + "/roles/member-counts")
async def counts(call: Call) -> Reply:
    """How many members have each role; everyone's is left out."""
    guild = call.guild
    found = {str(one): sum(one in member.roles for member in guild.members.values()) for one in guild.roles}
    found.pop(str(guild.id))
    return Reply(found)


@routes.on("GET", _ROLE)
async def role(call: Call) -> Reply:
    return Reply(render.role(call.world.role(call.guild, call.id("role_id"))))


@routes.on("POST", _ONE + "/roles", limit=(10, 10.0))
async def create_role(call: Call) -> Reply:
    """A new role stands just above everyone's, and has at most what the bot has."""
    guild, body = call.guild, call.json
    granted = guard.need_in_guild(call, guild, may.MANAGE_ROLES)
    if len(guild.roles) >= ROLES_MOST:
        raise refuse(30005)
    wanted = int(body["permissions"]) if body.get("permissions") is not None else guild.roles[guild.id].permissions
    _may_grant(wanted & ~guild.roles[guild.id].permissions, granted)
    made = guilds.add_role(call.world, guild, body.get("name") or "new role", wanted, **_looks(body), position=1)
    guilds.record(call.world, guild, call.app.user, 30, made.id, call.reason)
    return Reply(render.role(made))


def _looks(body: Json) -> dict[str, Any]:
    colors = part(body, "colors")
    return {
        "color": int(colors.get("primary_color") or body.get("color") or 0),
        "hoist": bool(body.get("hoist")),
        "mentionable": bool(body.get("mentionable")),
    }


def _may_grant(wanted: int, granted: int) -> None:
    if wanted & ~granted:
        raise refuse(50013)


def _below(call: Call, found: Role) -> None:
    """Raises 50013 for a role that is not below the bot's highest, 50028 for everyone's or a bot's own."""
    own = found.guild.members[call.app.user.id]
    if found.position >= guard.highest(own):
        raise refuse(50013)
    if found.managed_by is not None or found.id == found.guild.id:
        raise refuse(50028)


@routes.on("PATCH", _ROLE, limit=(10, 10.0))
async def update_role(call: Call) -> Reply:
    guild, body = call.guild, call.json
    granted = guard.need_in_guild(call, guild, may.MANAGE_ROLES)
    found = call.world.role(guild, call.id("role_id"))
    _below(call, found)
    if body.get("permissions") is not None:
        _may_grant(int(body["permissions"]) & ~found.permissions, granted)
        found.permissions = int(body["permissions"])
    found.name = body.get("name") or found.name
    for key, value in _looks(body).items():
        if key in body or (key == "color" and "colors" in body):
            setattr(found, key, value)
    guilds.update_role(call.world, found)
    return Reply(render.role(found))


@routes.on("DELETE", _ROLE, limit=(10, 10.0))
async def delete_role(call: Call) -> Reply:
    guild = call.guild
    guard.need_in_guild(call, guild, may.MANAGE_ROLES)
    found = call.world.role(guild, call.id("role_id"))
    _below(call, found)
    guilds.delete_role(call.world, found)
    guilds.record(call.world, guild, call.app.user, 32, found.id, call.reason)
    return Reply()


@routes.on("GET", _ONE + "/audit-logs")
async def audit(call: Call) -> Reply:
    """Newest first."""
    guild = call.guild
    guard.need_in_guild(call, guild, may.VIEW_AUDIT_LOG)
    entries = guild.audit[::-1][: call.number("limit", 50, 1, 100)]
    people = {entry["user_id"] for entry in entries}
    found: Json = {key: [] for key in _NOT_SHOWN}
    shown = [render.user(call.world.users[int(one)]) for one in sorted(people)]
    return Reply(found | {"audit_log_entries": entries, "users": shown})
