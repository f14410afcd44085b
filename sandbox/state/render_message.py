"""How a message looks on the wire, whole or with what an intent hides left out."""

from sandbox.errors import Json
from sandbox.snowflakes import iso, moment_of
from sandbox.state import render
from sandbox.state.apps import Application
from sandbox.state.model import Attachment, Message, Reaction

BLANK: Json = {"content": "", "embeds": [], "attachments": [], "components": []}


def message(of: Message, *, viewer: int = 0, deep: bool = True) -> Json:
    """The message as `viewer` gets it from the API; `deep` includes the message it refers to."""
    data: Json = {
        "id": str(of.id),
        "channel_id": str(of.channel.id),
        "type": of.kind,
        "author": author(of),
        "content": of.content,
        "timestamp": iso(moment_of(of.id)),
        "edited_timestamp": iso(of.edited_at) if of.edited_at else None,
        "tts": False,
        "mention_everyone": of.mention_everyone,
        "mentions": [render.user(one) for one in of.mentions],
        "mention_roles": [str(role_id) for role_id in of.mention_roles],
        "attachments": [attachment(one, ephemeral=of.ephemeral) for one in of.attachments],
        "embeds": of.embeds,
        "components": of.components,
        "flags": of.flags,
        "pinned": of.pinned_at is not None,
    }
    return data | _extras(of, viewer) | _origin(of) | _links(of, viewer=viewer, deep=deep)


def _extras(of: Message, viewer: int) -> Json:
    data: Json = {}
    if of.reactions:
        data["reactions"] = [reaction(one, viewer) for one in of.reactions.values()]
    if of.nonce is not None:
        data["nonce"] = of.nonce
    if of.poll is not None:
        data["poll"] = of.poll
    return data


def _origin(of: Message) -> Json:
    """Who made it: an application, a webhook, an interaction (which names the person who acted)."""
    data: Json = {}
    if of.application_id is not None:
        data["application_id"] = str(of.application_id)
    if of.webhook is not None:
        data["webhook_id"] = str(of.webhook.id)
    elif of.metadata is not None and of.application_id is not None:
        data["webhook_id"] = str(of.application_id)
    if of.metadata is not None:
        data["interaction_metadata"] = of.metadata
    if of.ran is not None:
        ran = of.ran
        data["interaction"] = {"id": str(ran.id), "type": ran.kind, "name": ran.name, "user": render.user(ran.user)}
    return data


def _links(of: Message, *, viewer: int, deep: bool) -> Json:
    data: Json = {}
    if of.reference_ids is not None:
        data["message_reference"] = of.reference_ids
        if deep and of.kind in (19, 20, 21, 23):
            gone = of.reference is None or of.reference.deleted
            shown = None if gone or of.reference is None else message(of.reference, viewer=viewer, deep=False)
            data["referenced_message"] = shown
    if of.thread is not None and not of.thread.deleted:
        data["thread"] = render.thread(of.thread)
    return data


def author(of: Message) -> Json:
    if of.webhook is None:
        return render.user(of.author)
    shown = render.user(of.author) | {"id": str(of.webhook.id), "bot": True, "global_name": None}
    return shown | {"username": of.webhook_name or of.webhook.name}


def attachment(of: Attachment, *, ephemeral: bool = False) -> Json:
    data: Json = {
        "id": str(of.id),
        "filename": of.filename,
        "size": len(of.data),
        "url": of.url,
        "proxy_url": of.url,
        "content_type": of.content_type,
    }
    if of.description:
        data["description"] = of.description
    return data | {"ephemeral": True} if ephemeral else data


def reaction(of: Reaction, viewer: int) -> Json:
    return {
        "emoji": of.emoji,
        "count": len(of.users),
        "count_details": {"normal": len(of.users), "burst": 0},
        "me": viewer in of.users,
        "me_burst": False,
        "burst_colors": [],
    }


def may_read(of: Message, app: Application, *, content_intent: bool) -> bool:
    """Whether an app is shown what was written.

    Without the message content intent it sees its own messages, DMs and messages that mention it
    (documentation, Gateway, Message Content Intent).
    """
    mentioned = any(user.id == app.user.id for user in of.mentions)
    own = of.author.id == app.user.id or of.application_id == app.id
    return content_intent or own or mentioned or of.channel.guild is None


def hidden(data: Json) -> Json:
    """The message without what the message content intent guards."""
    return {key: value for key, value in data.items() if key != "poll"} | BLANK


def for_app(of: Message, app: Application, *, content_intent: bool) -> Json:
    """The message as this app may see it."""
    data = message(of, viewer=app.user.id)
    if not may_read(of, app, content_intent=content_intent):
        data = hidden(data)
    return with_reference_hidden(data, of, app, content_intent=content_intent)


def with_reference_hidden(data: Json, of: Message, app: Application, *, content_intent: bool) -> Json:
    """The message it replies to is hidden by the same rule."""
    to = of.reference
    if data.get("referenced_message") and to and not may_read(to, app, content_intent=content_intent):
        return data | {"referenced_message": hidden(data["referenced_message"])}
    return data
