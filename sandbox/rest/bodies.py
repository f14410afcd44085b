"""From the body of a request to a message: files, flags, mentions, components."""

import secrets

from sandbox.deeds import mentions
from sandbox.deeds.messages import Changes, Draft
from sandbox.errors import Json, field_error
from sandbox.rest.routing import Call, Upload
from sandbox.state.model import COMPONENTS_V2, EPHEMERAL, SILENT, Attachment, Channel, Message

SUPPRESS_EMBEDS = 1 << 2
_MAY_SET = SUPPRESS_EMBEDS | SILENT | COMPONENTS_V2


def names(call: Call, kept: Message | None = None) -> list[str]:
    """The names of the files that the message will have, for the rules on `attachment://`."""
    return [one.filename for one in call.files] + [one.filename for one in (kept.attachments if kept else ())]


def draft(call: Call, channel: Channel, body: Json, *, ephemeral: bool = False, answer: bool = False) -> Draft:
    """The message that the body describes; an `answer` pings users only, and may be `ephemeral`."""
    flags = int(body.get("flags") or 0) & _MAY_SET
    usual = mentions.PARSE_USERS if answer else mentions.PARSE_ALL
    return Draft(
        content=body.get("content") or "",
        components=body.get("components") or (),
        embeds=body.get("embeds") or (),
        attachments=files(call, channel, body),
        flags=flags | (EPHEMERAL if ephemeral else 0),
        allowed=_allowed(body, usual),
        poll=body.get("poll"),
    )


def changes(call: Call, message: Message, body: Json, *, answer: bool = False) -> Changes:
    """What the body of an edit gives anew. Keys that are absent stay; null empties."""
    usual = mentions.PARSE_USERS if answer else mentions.PARSE_ALL
    found = Changes(allowed=_allowed(body, usual))
    if "content" in body:
        found.content = body["content"] or ""
    if "embeds" in body:
        found.embeds = body["embeds"] or ()
    if "components" in body:
        found.components = body["components"] or ()
    if "attachments" in body or call.files:
        found.attachments = _attachments_after(call, message, body)
    if body.get("flags") is not None:
        settable = int(body["flags"]) & (SUPPRESS_EMBEDS | COMPONENTS_V2)
        found.flags = message.flags & ~SUPPRESS_EMBEDS | settable
    return found


def _allowed(body: Json, usual: Json) -> Json:
    given = body.get("allowed_mentions")
    return usual if given is None else given


def files(call: Call, channel: Channel, body: Json) -> list[Attachment]:
    """The uploaded files, with what the body's `attachments` says of them."""
    said = {str(one.get("id")): one for one in body.get("attachments") or ()}
    return [_attachment(call, channel, one, said.get(str(one.index), {})) for one in call.files]


def _attachments_after(call: Call, message: Message, body: Json) -> list[Attachment]:
    """Kept ones are named by their ids; with no list all are kept."""
    listed = body.get("attachments")
    kept = message.attachments
    if listed is not None:
        ids = {str(one.get("id")) for one in listed}
        kept = [one for one in message.attachments if str(one.id) in ids]
    return [*kept, *files(call, message.channel, body)]


def _attachment(call: Call, channel: Channel, upload: Upload, said: Json) -> Attachment:
    name = str(said.get("filename") or upload.filename)
    number = call.world.ids.make()
    url = f"{call.world.base}/cdn/attachments/{channel.id}/{number}/{name}?ex={secrets.token_hex(4)}"
    kept = Attachment(number, name, upload.content_type, upload.data, url, said.get("description"), "SPOILER_" in name)
    call.world.files[number] = kept
    return kept


def reference(call: Call, channel: Channel, body: Json) -> Message | None:
    """The message replied to. Raises 50035 for one that is not there, unless the body lets it be missing."""
    given = body.get("message_reference")
    if not given:
        return None
    found = channel.messages.get(int(given["message_id"]))
    if found is None and given.get("fail_if_not_exists", True):
        raise field_error("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message")
    return found
