"""The things of Discord: users, servers, channels, messages, events."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sandbox.errors import Json, refuse

KINDS = {"text": 0, "dm": 1, "voice": 2, "category": 4, "announcement": 5, "stage": 13, "forum": 15, "media": 16}
THREADS = (10, 11, 12)
PRIVATE_THREAD = 12

EPHEMERAL = 1 << 6
LOADING = 1 << 7
HAS_THREAD = 1 << 5
SILENT = 1 << 12
COMPONENTS_V2 = 1 << 15


class Brief:
    """Shows itself by its name: the things of Discord hold each other, and a world spelled out fills the memory."""

    def __repr__(self) -> str:
        known: dict[str, object] = vars(self)
        said = next((known[key] for key in ("name", "id") if known.get(key) is not None), "")
        return f"<{type(self).__name__} {said}>"


@dataclass(eq=False)
class User:
    """A person or a bot; `dms_open` says whether bots of shared servers can write to them."""

    id: int
    name: str
    locale: str = "en-US"
    bot: bool = False
    dms_open: bool = True


@dataclass(eq=False, repr=False)
class Role(Brief):
    """A role; the one with its server's id is everyone's."""

    id: int
    guild: Guild
    name: str
    permissions: int
    position: int = 1
    managed_by: int | None = None
    color: int = 0
    mentionable: bool = False
    hoist: bool = False


@dataclass
class Overwrite:
    """What a channel allows and denies to one role (kind 0) or member (kind 1)."""

    id: int
    kind: int
    allow: int
    deny: int


@dataclass(eq=False, repr=False)
class Member(Brief):
    """A user in a server. Times are people's times."""

    user: User
    guild: Guild
    joined_at: datetime
    roles: set[int] = field(default_factory=set[int])
    nick: str | None = None
    timed_out_until: datetime | None = None
    # when they last wrote, by channel id, for slow mode; real seconds
    wrote: dict[int, float] = field(default_factory=dict[int, float])

    def in_time_out(self, now: datetime) -> bool:
        return self.timed_out_until is not None and self.timed_out_until > now


@dataclass(eq=False, repr=False)
class Guild(Brief):
    """A server."""

    id: int
    name: str
    owner_id: int
    locale: str = "en-US"
    roles: dict[int, Role] = field(default_factory=dict[int, Role])
    members: dict[int, Member] = field(default_factory=dict[int, Member])
    channels: dict[int, Channel] = field(default_factory=dict[int, "Channel"])
    threads: dict[int, Channel] = field(default_factory=dict[int, "Channel"])
    events: dict[int, ScheduledEvent] = field(default_factory=dict[int, "ScheduledEvent"])
    automod: dict[int, Json] = field(default_factory=dict[int, Json])
    audit: list[Json] = field(default_factory=list[Json])
    bans: dict[int, str | None] = field(default_factory=dict[int, "str | None"])
    stages: dict[int, Json] = field(default_factory=dict[int, Json])
    # grows with every change of who may see what
    epoch: int = 0


@dataclass(eq=False, repr=False)
class Thread(Brief):
    """What a channel has more when it is a thread. Times are people's times."""

    owner_id: int
    created_at: datetime
    auto_archive_minutes: int = 4320
    archived: bool = False
    locked: bool = False
    invitable: bool = True
    archived_at: datetime | None = None
    active_at: datetime | None = None
    members: dict[int, datetime] = field(default_factory=dict[int, datetime])
    sent: int = 0
    tags: list[int] = field(default_factory=list[int])


@dataclass(eq=False, repr=False)
class Channel(Brief):
    """A channel, a thread or a DM."""

    id: int
    kind: int
    name: str = ""
    guild: Guild | None = None
    parent: Channel | None = None
    position: int = 0
    topic: str | None = None
    slowmode: int = 0
    nsfw: bool = False
    overwrites: dict[int, Overwrite] = field(default_factory=dict[int, Overwrite])
    recipients: tuple[User, ...] = ()
    thread: Thread | None = None
    messages: dict[int, Message] = field(default_factory=dict[int, "Message"])
    webhooks: dict[int, Webhook] = field(default_factory=dict[int, "Webhook"])
    tags: list[Json] = field(default_factory=list[Json])
    last_message_id: int | None = None
    deleted: bool = False

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"

    @property
    def home(self) -> Guild:
        """The server. Raises 50003 in a DM."""
        if self.guild is None:
            raise refuse(50003)
        return self.guild

    @property
    def about(self) -> Thread:
        """What makes it a thread. Raises 50024 where it is none."""
        if self.thread is None:
            raise refuse(50024)
        return self.thread

    @property
    def above(self) -> Channel:
        """The channel of a thread. Raises 50024 where there is none."""
        if self.parent is None:
            raise refuse(50024)
        return self.parent


@dataclass(eq=False)
class Attachment:
    """A file that was sent, with its bytes."""

    id: int
    filename: str
    content_type: str
    data: bytes
    url: str
    description: str | None = None
    spoiler: bool = False


@dataclass(eq=False, repr=False)
class Reaction(Brief):
    """Who reacted with one emoji, in their order."""

    emoji: Json
    users: dict[int, float] = field(default_factory=dict[int, float])


@dataclass(frozen=True, repr=False)
class Ran(Brief):
    """The command that a message answers: the interaction's id and type, the command's whole name, who ran it."""

    id: int
    kind: int
    name: str
    user: User


@dataclass(eq=False, repr=False)
class Message(Brief):
    """A message as it is stored; what a bot is shown of it depends on its intents."""

    id: int
    channel: Channel
    author: User
    kind: int = 0
    content: str = ""
    flags: int = 0
    components: list[Json] = field(default_factory=list["Json"])
    embeds: list[Json] = field(default_factory=list["Json"])
    attachments: list[Attachment] = field(default_factory=list[Attachment])
    mentions: list[User] = field(default_factory=list[User])
    mention_roles: list[int] = field(default_factory=list[int])
    mention_everyone: bool = False
    reactions: dict[str, Reaction] = field(default_factory=dict[str, Reaction])
    nonce: str | int | None = None
    reference: Message | None = None
    # ids of what the message refers to, kept when that is deleted
    reference_ids: Json | None = None
    application_id: int | None = None
    webhook: Webhook | None = None
    webhook_name: str | None = None
    # None for what answers no interaction
    metadata: Json | None = None
    ran: Ran | None = None
    only_for: int | None = None
    thread: Channel | None = None
    pinned_at: datetime | None = None
    edited_at: datetime | None = None
    poll: Json | None = None
    stickers: list[Json] = field(default_factory=list["Json"])
    deleted: bool = False

    @property
    def ephemeral(self) -> bool:
        return self.only_for is not None

    @property
    def v2(self) -> bool:
        return bool(self.flags & COMPONENTS_V2)


@dataclass(eq=False, repr=False)
class Webhook(Brief):
    """A webhook of a channel; `application_id` is set where a bot made it."""

    id: int
    channel: Channel
    name: str
    token: str
    creator: User
    application_id: int | None


@dataclass(eq=False, repr=False)
class ScheduledEvent(Brief):
    """A scheduled event of a server; times are people's times. Status 1 planned, 2 active, 3 over, 4 called off."""

    id: int
    guild: Guild
    creator: User
    name: str
    starts_at: datetime
    ends_at: datetime | None
    entity_type: int
    description: str | None = None
    channel_id: int | None = None
    location: str | None = None
    status: int = 1
    image: str | None = None
    recurrence: Json | None = None
    interested: dict[int, datetime] = field(default_factory=dict[int, datetime])
