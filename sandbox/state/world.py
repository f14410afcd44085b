"""All that there is, found by id, and the one way in which changes are told."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.clock import Clock
from sandbox.errors import Json, refuse
from sandbox.settings import Settings
from sandbox.snowflakes import Snowflakes
from sandbox.state import permissions
from sandbox.state.apps import Application, Interaction
from sandbox.state.model import Attachment, Channel, Guild, Member, Message, Role, User

SETS_KEPT = 64


@dataclass(frozen=True, eq=False)
class Event:
    """One thing that happened, and the ids of those who may learn of it."""

    name: str
    data: Json
    audience: frozenset[int]
    guild: Guild | None = None
    message: Message | None = None


class World:
    """State of this Discord. Ids that lead nowhere are refused as Discord does."""

    def __init__(self, clock: Clock, settings: Settings, seed: int) -> None:
        self.clock = clock
        self.settings = settings
        self.ids = Snowflakes(seed)
        self.base = "http://127.0.0.1"
        self.users: dict[int, User] = {}
        self.apps: dict[int, Application] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.dms: dict[frozenset[int], Channel] = {}
        self.interactions: dict[str, Interaction] = {}
        # by application, channel and nonce; kept here so that they outlive a bot's connection
        self.nonces: dict[tuple[int, int, str], tuple[float, Message]] = {}
        # when messages older than an hour were edited, by channel
        self.old_edits: dict[int, list[float]] = {}
        # every file by its id, also those of messages that are gone: links outlive them for a while
        self.files: dict[int, Attachment] = {}
        self.events: deque[Event] = deque(maxlen=settings.events_kept)
        self.listeners: list[Callable[[Event], None]] = []
        self._pulse = asyncio.Event()
        self._audiences: dict[int, tuple[int, frozenset[int]]] = {}
        self._sets: dict[frozenset[int], frozenset[int]] = {}

    # finding

    def app_of_token(self, token: str) -> Application | None:
        return next((app for app in self.apps.values() if app.token == token), None)

    def user(self, user_id: int) -> User:
        if found := self.users.get(user_id):
            return found
        raise refuse(10013)

    def guild_for(self, app: Application, guild_id: int) -> Guild:
        """The server, if the bot is in it; a bot learns nothing of others."""
        guild = self.guilds.get(guild_id)
        if guild is None or app.user.id not in guild.members:
            raise refuse(10004)
        return guild

    def channel(self, channel_id: int) -> Channel:
        if found := self.channels.get(channel_id):
            return found
        raise refuse(10003)

    def message(self, channel: Channel, message_id: int) -> Message:
        if found := channel.messages.get(message_id):
            return found
        raise refuse(10008)

    def member(self, guild: Guild, user_id: int) -> Member:
        if found := guild.members.get(user_id):
            return found
        raise refuse(10007)

    def role(self, guild: Guild, role_id: int) -> Role:
        if found := guild.roles.get(role_id):
            return found
        raise refuse(10011)

    def role_of_bot(self, app: Application, guild: Guild) -> Role | None:
        return next((role for role in guild.roles.values() if role.managed_by == app.id), None)

    # who may

    def allowed(self, user_id: int, channel: Channel) -> int:
        """The permissions of a user in a channel, a thread or a DM of theirs."""
        if channel.guild is None:
            return permissions.IN_DM if any(user.id == user_id for user in channel.recipients) else 0
        member = channel.guild.members.get(user_id)
        return permissions.in_channel(channel, member, self.clock.now()) if member else 0

    def may(self, user_id: int, channel: Channel, bits: int) -> bool:
        return self.allowed(user_id, channel) & bits == bits

    def audience(self, channel: Channel) -> frozenset[int]:
        """Who may see the channel now."""
        guild = channel.guild
        if guild is None:
            return frozenset(user.id for user in channel.recipients)
        known = self._audiences.get(channel.id)
        if known is None or known[0] != guild.epoch:
            seeing = frozenset(i for i in guild.members if self.allowed(i, channel) & permissions.VIEW_CHANNEL)
            known = self._audiences[channel.id] = (guild.epoch, self._shared(seeing))
        return known[1]

    def _shared(self, seeing: frozenset[int]) -> frozenset[int]:
        """The same set as before where it is equal: ten thousand threads that ten thousand people see are one."""
        if len(self._sets) >= SETS_KEPT:
            self._sets.clear()
        return self._sets.setdefault(seeing, seeing)

    def last_audience(self, channel: Channel) -> frozenset[int]:
        """Who could see the channel when somebody last asked; nobody before that."""
        known = self._audiences.get(channel.id)
        return known[1] if known else frozenset()

    def share_a_guild(self, one: int, other: int) -> bool:
        return any(one in guild.members and other in guild.members for guild in self.guilds.values())

    # telling

    def tell(
        self,
        name: str,
        data: Json,
        audience: frozenset[int],
        *,
        guild: Guild | None = None,
        message: Message | None = None,
    ) -> None:
        """Something happened; those in the audience may learn of it."""
        event = Event(name, data, audience, guild, message)
        self.events.append(event)
        for listener in self.listeners:
            listener(event)
        self.changed()

    def changed(self) -> None:
        """Wakes everyone who waits for something to be so."""
        pulse, self._pulse = self._pulse, asyncio.Event()
        pulse.set()

    def pulse(self) -> asyncio.Event:
        """Set at the next change."""
        return self._pulse
