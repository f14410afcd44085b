"""Servers and applications, as a test or a demo sets them up."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TypeAlias

from sandbox.deeds import automod, guilds, messages, threads
from sandbox.deeds.guilds import ChannelPlan
from sandbox.people.person import InGuild, Person
from sandbox.people.seen import Seen
from sandbox.people.town import Town
from sandbox.people.typed import HasId
from sandbox.state.apps import Application
from sandbox.state.model import KINDS, Channel, Guild, Message, Overwrite, Role, User
from sandbox.state.world import World

# what a small bot asks for: see and write, threads, history, reactions, files, events
USUAL_INSTALL = 17987323423808

Overwrites: TypeAlias = Mapping[HasId, tuple[int, int]]


class App:
    """An application and its bot."""

    def __init__(self, state: Application) -> None:
        self.state = state

    @property
    def id(self) -> int:
        return self.state.id

    @property
    def name(self) -> str:
        return self.state.name

    @property
    def token(self) -> str:
        return self.state.token

    @property
    def user(self) -> User:
        return self.state.user

    @property
    def mention(self) -> str:
        return f"<@{self.state.id}>"


class Server:
    """A server, changed as its owner would."""

    def __init__(self, town: Town, state: Guild) -> None:
        self.town = town
        self.state = state

    @property
    def world(self) -> World:
        return self.town.world

    @property
    def id(self) -> int:
        return self.state.id

    @property
    def name(self) -> str:
        return self.state.name

    @property
    def channels(self) -> list[Channel]:
        return list(self.state.channels.values())

    @property
    def threads(self) -> list[Channel]:
        return list(self.state.threads.values())

    @property
    def everyone(self) -> Role:
        return self.state.roles[self.state.id]

    @property
    def general(self) -> Channel:
        """The channel that every new server has."""
        return next(iter(self.state.channels.values()))

    @property
    def members(self) -> list[InGuild]:
        """The people in it, without bots."""
        return [InGuild(self.town, one.user, self.state) for one in self.state.members.values() if not one.user.bot]

    def channel(
        self,
        name: str,
        kind: str = "text",
        overwrites: Overwrites | None = None,
        *,
        topic: str | None = None,
        slowmode: int = 0,
        parent: Channel | None = None,
    ) -> Channel:
        """A new channel; overwrites are (allow, deny) by role or person. `slowmode` is in seconds."""
        plan = ChannelPlan(name, KINDS[kind], topic, parent, slowmode)
        plan.overwrites = {one.id: _overwrite(one, *bits) for one, bits in (overwrites or {}).items()}
        return guilds.add_channel(self.world, self.state, plan)

    def overwrite(self, channel: Channel, who: Role | HasId, allow: int = 0, deny: int = 0) -> None:
        """Sets what a channel allows and denies to a role or person."""
        channel.overwrites[who.id] = _overwrite(who, allow, deny)
        guilds.update_channel(self.world, channel)

    def rename(self, name: str) -> None:
        guilds.rename(self.world, self.state, name)

    def remove_channel(self, channel: Channel) -> None:
        """Deletes a channel, or a thread."""
        if channel.thread:
            threads.delete(self.world, channel)
        else:
            guilds.delete_channel(self.world, channel)

    def remove_message(self, message: Seen | Message) -> None:
        """Deletes any message, as an administrator would."""
        messages.delete(self.world, message.stored if isinstance(message, Seen) else message)

    def slow(self, channel: Channel, seconds: int) -> None:
        channel.slowmode = seconds
        guilds.update_channel(self.world, channel)

    def close_thread(self, thread: Channel, *, archived: bool | None = None, locked: bool | None = None) -> None:
        """Archives, wakes, locks or unlocks a thread."""
        about = thread.about
        if locked is not None:
            about.locked = locked
        if archived is not None:
            threads.archive(self.world, thread, archived=archived)
        threads.update(self.world, thread)

    def role(self, name: str, permissions: int = 0, *, color: int = 0, mentionable: bool = False) -> Role:
        """A new role above the others."""
        return guilds.add_role(self.world, self.state, name, permissions, color=color, mentionable=mentionable)

    def permit(self, role: Role, permissions: int) -> None:
        """Sets the permissions of a role."""
        role.permissions = permissions
        guilds.update_role(self.world, role)

    def remove_role(self, role: Role) -> None:
        guilds.delete_role(self.world, role)

    def role_of(self, app: App) -> Role:
        """The managed role of a bot."""
        return next(one for one in self.state.roles.values() if one.managed_by == app.id)

    def join(self, person: Person, roles: Sequence[Role] = (), joined_days_ago: float = 30) -> InGuild:
        """A person becomes a member, that many days ago by people's clock."""
        joined_at = self.world.clock.now() - timedelta(days=joined_days_ago)
        guilds.join(self.world, self.state, person.user, roles={one.id for one in roles}, joined_at=joined_at)
        return InGuild(self.town, person.user, self.state)

    def give(self, member: Person, role: Role) -> None:
        found = self.state.members[member.id]
        found.roles.add(role.id)
        guilds.update_member(self.world, found)

    def take(self, member: Person, role: Role) -> None:
        found = self.state.members[member.id]
        found.roles.discard(role.id)
        guilds.update_member(self.world, found)

    def time_out(self, member: Person, duration: timedelta | None) -> None:
        """Times a member out by people's clock; None ends it."""
        found = self.state.members[member.id]
        found.timed_out_until = self.world.clock.now() + duration if duration else None
        guilds.update_member(self.world, found)

    def remove(self, member: Person) -> None:
        """A member leaves, or is removed."""
        guilds.leave(self.world, self.state, member.user)

    def choose_who(self, app: App, command: str, choices: Mapping[HasId, bool]) -> None:
        """Sets by roles, people and channels who may use a command, as administrators do in the server's settings."""
        every = [one for scope in (None, self.id) for one in app.state.commands.get(scope, ())]
        found = next(one for one in every if one.name == command)
        found.permissions[self.id] = [
            {"id": str(one.id), "type": _kind(one), "permission": allowed} for one, allowed in choices.items()
        ]
        data = {"id": str(found.id), "application_id": str(app.id), "guild_id": str(self.id)}
        told = data | {"permissions": found.permissions[self.id]}
        self.world.tell("APPLICATION_COMMAND_PERMISSIONS_UPDATE", told, frozenset({app.id}), guild=self.state)

    def auto_mod(self, name: str, keywords: Sequence[str]) -> None:
        """A rule that keeps members from writing these words; bots are exempt."""
        automod.add_rule(self.world, self.state, self.world.users[self.state.owner_id], name, list(keywords))

    def install(self, app: App, permissions: int = USUAL_INSTALL) -> None:
        """The bot joins with a role of these permissions; a second time sets them anew."""
        guilds.install(self.world, self.state, app.state, permissions)

    def uninstall(self, app: App) -> None:
        """The bot is removed, and its role with it."""
        guilds.leave(self.world, self.state, app.user)
        app.state.commands.pop(self.state.id, None)
        if role := self.world.role_of_bot(app.state, self.state):
            guilds.delete_role(self.world, role)


def _kind(of: HasId) -> int:
    """The kind of target of a command's permission: role, user, channel."""
    if isinstance(of, Role):
        return 1
    return 3 if isinstance(of, Channel) else 2


def _overwrite(who: Role | HasId, allow: int, deny: int) -> Overwrite:
    return Overwrite(who.id, 0 if isinstance(who, Role) else 1, allow, deny)
