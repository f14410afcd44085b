"""The commands that a person is offered somewhere (documentation, Application Command Permissions)."""

from collections.abc import Iterator
from dataclasses import dataclass

from sandbox.errors import ClientRefusal, Json
from sandbox.state import permissions
from sandbox.state.apps import Application, Command
from sandbox.state.model import Channel, Guild, Member, User
from sandbox.state.world import World

SUBCOMMAND, GROUP = 1, 2
IN_GUILD, IN_DM = 0, 1


@dataclass(frozen=True)
class Offer:
    """A command of an application."""

    app: Application
    command: Command


def offered(world: World, user: User, channel: Channel) -> list[Offer]:
    """What the client lists for the person there."""
    if not world.may(user.id, channel, permissions.VIEW_CHANNEL | permissions.USE_COMMANDS):
        return []
    scopes = (None, channel.guild.id) if channel.guild else (None,)
    return [
        Offer(app, command)
        for app in _apps(world, channel)
        for scope in scopes
        for command in app.commands.get(scope, ())
        if _is_for(world, user, channel, command)
    ]


def _apps(world: World, channel: Channel) -> Iterator[Application]:
    inside = channel.guild.members if channel.guild else {one.id for one in channel.recipients}
    return (app for app in world.apps.values() if app.user.id in inside)


def _is_for(world: World, user: User, channel: Channel, command: Command) -> bool:
    guild = channel.guild
    if guild is None:
        return (
            command.guild_id is None and _in_context(command, IN_DM) and command.body.get("dm_permission") is not False
        )
    granted = world.allowed(user.id, channel)
    return _in_context(command, IN_GUILD) and _permitted(guild, guild.members[user.id], channel, command, granted)


def _in_context(command: Command, context: int) -> bool:
    contexts = command.body.get("contexts")
    return contexts is None or context in contexts


def _permitted(guild: Guild, member: Member, channel: Channel, command: Command, granted: int) -> bool:
    """The server's own choice goes before the command's default; administrators may always."""
    if granted & permissions.ADMINISTRATOR:
        return True
    chosen = _chosen(guild, member, channel, command)
    if chosen is not None:
        return chosen
    default = command.body.get("default_member_permissions")
    if default is None:
        return True
    bits = int(default)
    return bool(bits) and granted & bits == bits


def _chosen(guild: Guild, member: Member, channel: Channel, command: Command) -> bool | None:
    rules = {int(one["id"]): bool(one["permission"]) for one in command.permissions.get(guild.id, ())}
    place = channel.parent.id if channel.thread and channel.parent else channel.id
    if rules.get(place, rules.get(guild.id - 1, True)) is False:
        return False
    if member.user.id in rules:
        return rules[member.user.id]
    by_roles = [rules[one] for one in member.roles if one in rules]
    return any(by_roles) if by_roles else rules.get(guild.id)


def names(offers: list[Offer]) -> list[str]:
    """Names of commands, with subcommands spelled out after them."""
    found: list[str] = []
    for offer in offers:
        found.append(offer.command.name)
        found += [f"{offer.command.name} {path}" for path in _paths(offer.command.body)]
    return list(dict.fromkeys(found))


def _paths(body: Json) -> Iterator[str]:
    for option in body.get("options") or ():
        if option["type"] == SUBCOMMAND:
            yield option["name"]
        elif option["type"] == GROUP:
            yield from (f"{option['name']} {path}" for path in _paths(option))


def find(offers: list[Offer], name: str, kind: int) -> Offer:
    """The offer of that name; a server's own command goes before a global one. Raises ClientRefusal."""
    found = [one for one in offers if one.command.name == name and one.command.kind == kind]
    if not found:
        there = ", ".join(names([one for one in offers if one.command.kind == kind])) or "none"
        raise ClientRefusal(f"there is no command {name!r} for this person here; there are: {there}")
    return next((one for one in found if one.command.guild_id is not None), found[0])
