"""Applications, their commands, and what people do with them."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from sandbox.errors import Json
from sandbox.state.model import Brief, Channel, Member, Message, User


@dataclass(eq=False, repr=False)
class Application(Brief):
    """A bot's application; the bot's user has the same id. `privileged` are the intents switched on in its portal."""

    id: int
    name: str
    token: str
    user: User
    owner: User
    privileged: frozenset[str] = frozenset()
    # by guild id, None for the global ones
    commands: dict[int | None, list[Command]] = field(default_factory=dict[int | None, "list[Command]"])
    # when commands were made, by guild id, for the daily limit
    creates: dict[int | None, list[float]] = field(default_factory=dict[int | None, "list[float]"])
    dm_opens: list[float] = field(default_factory=list[float])
    identifies: list[float] = field(default_factory=list[float])


# what an application's flags say of the intents of its portal (documentation, Application Flags)
_FLAGS = {"presences": 1 << 13, "members": 1 << 15, "message_content": 1 << 19}


def flags(of: Application) -> int:
    """The application's flags: which privileged intents are switched on."""
    return sum(_FLAGS[one] for one in of.privileged)


@dataclass(eq=False, repr=False)
class Command(Brief):
    """An application command: what was registered, and what Discord added."""

    id: int
    version: int
    guild_id: int | None
    body: Json
    # per server: by role, user or channel id (documentation, Application Command Permissions)
    permissions: dict[int, list[Json]] = field(default_factory=dict[int, "list[Json]"])

    @property
    def name(self) -> str:
        return self.body["name"]

    @property
    def kind(self) -> int:
        return self.body.get("type") or 1


@dataclass(eq=False, repr=False)
class Interaction(Brief):
    """What a person did with an application, and how far its answer has come."""

    id: int
    token: str
    kind: int
    app: Application
    user: User
    channel: Channel
    data: Json
    permissions: int
    metadata: Json
    member: Member | None = None
    source: Message | None = None
    command: Command | None = None
    # the form that a submission answers was itself opened by this
    opened_by: Interaction | None = None
    made: float = field(default_factory=time.monotonic)
    callback: int | None = None
    original: Message | None = None
    original_gone: bool = False
    # a "thinking" message stands until the first edit or followup
    thinking: bool = False
    updated: bool = False
    form: Json | None = None
    choices: list[Json] | None = None
    followups: list[Message] = field(default_factory=list[Message])
    acts: int = 0
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def age(self) -> float:
        return time.monotonic() - self.made
