"""Application commands, global and of a server (documentation, Application Commands)."""

import time

from sandbox.errors import Json, refuse
from sandbox.official import rules
from sandbox.rest import guard
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import render
from sandbox.state.apps import Application, Command

routes = Routes()
_GLOBAL = "/applications/{application_id}/commands"
_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"


def _scope(call: Call) -> int | None:
    """The server, or None for global commands. Raises 20012 for another's application, 50001 for other servers."""
    if call.id("application_id") != call.app.id:
        raise refuse(20012)
    if "guild_id" not in call.params:
        return None
    guild = call.world.guilds.get(call.id("guild_id"))
    if guild is None or call.app.user.id not in guild.members:
        raise refuse(50001)
    return guild.id


def _existing(call: Call) -> list[Command]:
    return call.app.commands.setdefault(_scope(call), [])


@routes.on("GET", _GLOBAL)
@routes.on("GET", _GUILD)
async def list_commands(call: Call) -> Reply:
    return Reply([render.command(one, call.app) for one in _existing(call)])


@routes.on("PUT", _GLOBAL)
@routes.on("PUT", _GUILD)
async def overwrite(call: Call) -> Reply:
    """Sets all commands of a scope; those of the same name and type keep their ids."""
    scope, given = _scope(call), call.body
    if not isinstance(given, list):
        raise refuse(50109)
    bodies: list[Json] = given  # pyright: ignore[reportUnknownVariableType]
    guard.form(rules.commands(bodies, "global" if scope is None else "guild"))
    kept = [_put(call, scope, one) for one in bodies]
    call.app.commands[scope] = kept
    call.world.changed()
    return Reply([render.command(one, call.app) for one in kept])


@routes.on("POST", _GLOBAL)
@routes.on("POST", _GUILD)
async def create(call: Call) -> Reply:
    """Makes a command, or replaces the one of that name and type."""
    scope, body = _scope(call), call.json
    existing = _existing(call)
    guard.form(rules.command(body, "global" if scope is None else "guild"))
    known = _same(existing, body)
    command = _put(call, scope, body)
    if known is None:
        others = [one.body for one in existing]
        guard.form(rules.commands([*others, body], "global" if scope is None else "guild"))
        existing.append(command)
    call.world.changed()
    return Reply(render.command(command, call.app), 201 if known is None else 200)


def _same(existing: list[Command], body: Json) -> Command | None:
    key = (body.get("name"), body.get("type") or 1)
    return next((one for one in existing if (one.name, one.kind) == key), None)


def _put(call: Call, scope: int | None, body: Json) -> Command:
    """The command of this body: the known one, changed, or a new one, which counts for the day."""
    known = _same(call.app.commands.get(scope, []), body)
    if known is None:
        _count(call, scope)
        return Command(call.world.ids.make(), call.world.ids.make(), scope, body)
    if known.body != body:
        known.body, known.version = body, call.world.ids.make()
    return known


def _count(call: Call, scope: int | None) -> None:
    """200 command creates per day and scope (30034)."""
    now = time.monotonic()
    made = [one for one in call.app.creates.get(scope, []) if one > now - 86400]
    if len(made) >= call.world.settings.command_creates_a_day:
        raise refuse(30034)
    call.app.creates[scope] = [*made, now]


def _one(call: Call) -> Command:
    wanted = call.id("command_id")
    found = next((one for one in _existing(call) if one.id == wanted), None)
    if found is None:
        raise refuse(10063)
    return found


@routes.on("GET", _GLOBAL + "/{command_id}")
@routes.on("GET", _GUILD + "/{command_id}")
async def get(call: Call) -> Reply:
    return Reply(render.command(_one(call), call.app))


@routes.on("PATCH", _GLOBAL + "/{command_id}")
@routes.on("PATCH", _GUILD + "/{command_id}")
async def edit(call: Call) -> Reply:
    command, scope = _one(call), _scope(call)
    body = command.body | call.json
    guard.form(rules.command(body, "global" if scope is None else "guild"))
    command.body, command.version = body, call.world.ids.make()
    return Reply(render.command(command, call.app))


@routes.on("DELETE", _GLOBAL + "/{command_id}")
@routes.on("DELETE", _GUILD + "/{command_id}")
async def delete(call: Call) -> Reply:
    command = _one(call)
    _existing(call).remove(command)
    call.world.changed()
    return Reply()


@routes.on("GET", _GUILD + "/permissions")
async def all_permissions(call: Call) -> Reply:
    """The servers' own choices, for commands that have any."""
    guild_id = call.id("guild_id")
    every = [one for commands in call.app.commands.values() for one in commands]
    chosen = [one for one in every if one.permissions.get(guild_id)]
    return Reply([_permissions(call.app, one, guild_id) for one in chosen])


@routes.on("GET", _GUILD + "/{command_id}/permissions")
async def permissions(call: Call) -> Reply:
    guild_id, wanted = call.id("guild_id"), call.id("command_id")
    every = [one for commands in call.app.commands.values() for one in commands]
    found = next((one for one in every if one.id == wanted), None)
    if found is None or not found.permissions.get(guild_id):
        raise refuse(10066)
    return Reply(_permissions(call.app, found, guild_id))


def _permissions(app: Application, command: Command, guild_id: int) -> Json:
    return {
        "id": str(command.id),
        "application_id": str(app.id),
        "guild_id": str(guild_id),
        "permissions": command.permissions[guild_id],
    }
