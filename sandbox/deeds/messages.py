"""Writing, editing and deleting messages."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sandbox.deeds import components, mentions
from sandbox.errors import Json
from sandbox.snowflakes import iso
from sandbox.state import model, render, render_message
from sandbox.state.model import Attachment, Channel, Message, Ran, User, Webhook
from sandbox.state.world import World


@dataclass
class Draft:
    """A message about to be written."""

    content: str = ""
    components: Sequence[Json] = ()
    embeds: Sequence[Json] = ()
    attachments: Sequence[Attachment] = ()
    flags: int = 0
    kind: int = 0
    allowed: Json = field(default_factory=lambda: mentions.PARSE_ALL)
    nonce: str | int | None = None
    reference: Message | None = None
    reference_ids: Json | None = None
    application_id: int | None = None
    metadata: Json | None = None
    ran: Ran | None = None
    only_for: int | None = None
    webhook: Webhook | None = None
    webhook_name: str | None = None
    poll: Json | None = None
    # people's history may lie in the past
    at: datetime | None = None
    message_id: int | None = None


def post(world: World, channel: Channel, author: User, draft: Draft) -> Message:
    """Writes the message and tells it; a thread wakes up and gains the author as a member."""
    message = _made(world, channel, author, draft)
    answers = draft.kind == 19 and draft.metadata is None
    _mention(world, message, draft.allowed, reply=draft.reference if answers else None)
    _put(channel, message)
    if not message.ephemeral:
        channel.last_message_id = max(message.id, channel.last_message_id or 0)
        _wake(world, channel, author, message)
    _tell(world, "MESSAGE_CREATE", message)
    return message


def _made(world: World, channel: Channel, author: User, draft: Draft) -> Message:
    message_id = draft.message_id or (world.ids.of(draft.at) if draft.at else world.ids.make())
    return Message(
        id=message_id,
        channel=channel,
        author=author,
        kind=draft.kind,
        content=draft.content,
        flags=draft.flags,
        components=components.stored(draft.components, draft.attachments),
        embeds=components.embeds_stored(draft.embeds, draft.attachments),
        attachments=list(draft.attachments),
        nonce=draft.nonce,
        reference=draft.reference,
        reference_ids=draft.reference_ids or (refers_to(draft.reference) if draft.reference else None),
        application_id=draft.application_id,
        metadata=draft.metadata,
        ran=draft.ran,
        only_for=draft.only_for,
        webhook=draft.webhook,
        webhook_name=draft.webhook_name,
        poll=draft.poll,
    )


def refers_to(message: Message) -> Json:
    """A message reference (documentation, Message Reference Structure)."""
    data: Json = {"type": 0, "channel_id": str(message.channel.id), "message_id": str(message.id)}
    guild = message.channel.guild
    return data | {"guild_id": str(guild.id)} if guild else data


def _put(channel: Channel, message: Message) -> None:
    """Keeps the channel in the order of ids, also when history is written later."""
    last = next(reversed(channel.messages), 0)
    channel.messages[message.id] = message
    if message.id < last:
        channel.messages = dict(sorted(channel.messages.items()))


def _mention(world: World, message: Message, allowed: Json, *, reply: Message | None = None) -> None:
    rights = world.allowed(message.author.id, message.channel)
    found = mentions.find(world, message.channel, words(message), allowed, rights)
    message.mentions, message.mention_roles = found.users, found.roles
    message.mention_everyone = found.everyone
    if reply is not None and allowed.get("replied_user", True) and reply.author not in message.mentions:
        message.mentions.append(reply.author)


def words(message: Message) -> str:
    """What the author wrote: content and text displays."""
    return "\n".join([message.content, *components.texts(message.components)])


def _wake(world: World, channel: Channel, author: User, message: Message) -> None:
    thread = channel.thread
    if thread is None:
        return
    thread.sent += 1
    thread.active_at = world.clock.now()
    joins = message.kind in (0, 19, 20, 23) and author.id in channel.home.members
    if joins and author.id not in thread.members:
        thread.members[author.id] = world.clock.now()
        channel.home.epoch += 1
    if thread.archived and message.kind != 21:
        thread.archived = False
        world.tell("THREAD_UPDATE", render.thread(channel), world.audience(channel), guild=channel.guild)


def _tell(world: World, name: str, message: Message) -> None:
    """An ephemeral message goes to its reader and bot, without server or member (Gateway Events, Message Create)."""
    data = render_message.message(message)
    channel, guild = message.channel, message.channel.guild
    if message.only_for is not None:
        audience = frozenset({message.only_for, message.author.id})
        world.tell(name, data, audience, message=message)
        return
    if guild is not None:
        data["guild_id"] = str(guild.id)
        member = guild.members.get(message.author.id)
        if member is not None and message.webhook is None:
            data["member"] = render.member(member, with_user=False)
        for shown in data["mentions"]:
            if one := guild.members.get(int(shown["id"])):
                shown["member"] = render.member(one, with_user=False)
    world.tell(name, data, world.audience(channel), guild=guild, message=message)


@dataclass
class Changes:
    """What an edit gives anew; None leaves as it is."""

    content: str | None = None
    components: Sequence[Json] | None = None
    embeds: Sequence[Json] | None = None
    attachments: Sequence[Attachment] | None = None
    flags: int | None = None
    allowed: Json | None = None
    poll: Json | None = None


def edit(world: World, message: Message, changes: Changes, *, silent_edit: bool = False) -> None:
    """Changes the message and tells it; the first words of a "thinking" message are no edit (`silent_edit`)."""
    if changes.attachments is not None:
        message.attachments = list(changes.attachments)
    if changes.content is not None:
        message.content = changes.content
    if changes.components is not None:
        message.components = components.stored(changes.components, message.attachments)
    if changes.embeds is not None:
        message.embeds = components.embeds_stored(changes.embeds, message.attachments)
    if changes.flags is not None:
        message.flags = changes.flags
    if changes.poll is not None:
        message.poll = changes.poll
    to = message.reference if message.kind == 19 and message.metadata is None else None
    pinged = to if to is not None and to.author in message.mentions else None
    _mention(world, message, changes.allowed or mentions.PARSE_ALL, reply=pinged)
    if not silent_edit:
        message.edited_at = datetime.now(UTC)
    _tell(world, "MESSAGE_UPDATE", message)


def touch(world: World, message: Message) -> None:
    """Tells a message anew whose surroundings changed (a thread began, a pin)."""
    _tell(world, "MESSAGE_UPDATE", message)


def delete(world: World, message: Message) -> None:
    """Takes the message away."""
    channel, guild = message.channel, message.channel.guild
    channel.messages.pop(message.id, None)
    message.deleted = True
    data: Json = {"id": str(message.id), "channel_id": str(channel.id)}
    if message.only_for is not None:
        world.tell("MESSAGE_DELETE", data, frozenset({message.only_for, message.author.id}))
        return
    if guild is not None:
        data["guild_id"] = str(guild.id)
    world.tell("MESSAGE_DELETE", data, world.audience(channel), guild=guild)


def delete_many(world: World, channel: Channel, found: Sequence[Message]) -> None:
    """Takes several messages away in one event."""
    for message in found:
        channel.messages.pop(message.id, None)
        message.deleted = True
    ids = [str(message.id) for message in found]
    data: Json = {"ids": ids, "channel_id": str(channel.id), "guild_id": str(channel.home.id)}
    world.tell("MESSAGE_DELETE_BULK", data, world.audience(channel), guild=channel.guild)


def pin(world: World, message: Message, *, by: User) -> None:
    """Pins the message and says so in the channel."""
    if message.pinned_at is not None:
        return
    message.pinned_at = datetime.now(UTC)
    touch(world, message)
    _pins_update(world, message.channel)
    post(world, message.channel, by, Draft(kind=6, reference=message))


def unpin(world: World, message: Message) -> None:
    message.pinned_at = None
    touch(world, message)
    _pins_update(world, message.channel)


def _pins_update(world: World, channel: Channel) -> None:
    pinned = [one.pinned_at for one in channel.messages.values() if one.pinned_at]
    data: Json = {"channel_id": str(channel.id), "last_pin_timestamp": iso(max(pinned)) if pinned else None}
    if channel.guild:
        data["guild_id"] = str(channel.guild.id)
    world.tell("CHANNEL_PINS_UPDATE", data, world.audience(channel), guild=channel.guild)


def typing(world: World, channel: Channel, user: User) -> None:
    """Somebody types."""
    data: Json = {"channel_id": str(channel.id), "user_id": str(user.id), "timestamp": int(time.time())}
    guild = channel.guild
    if guild:
        data |= {"guild_id": str(guild.id), "member": render.member(guild.members[user.id])}
    world.tell("TYPING_START", data, world.audience(channel), guild=guild)


def is_system(message: Message) -> bool:
    """Whether Discord wrote it: joins, pins, threads begun."""
    return message.kind not in (0, 19, 20, 23)


def thinking(message: Message) -> bool:
    return bool(message.flags & model.LOADING)
