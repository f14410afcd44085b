"""What Discord asks of messages beyond their schemas.

https://docs.discord.com/developers/resources/message
"""

from collections.abc import Collection, Mapping
from typing import Literal

from sandbox.official import layouts
from sandbox.official.embeds import check_embeds
from sandbox.official.errors import EMPTY_MESSAGE, REQUIRED, ErrorBody, Wrong, not_one_of, plain, too_long, unseen
from sandbox.official.forms import Spot
from sandbox.official.shapes import Json, items, members, numbered, text, whole

Place = Literal["channel", "webhook", "interaction"]

CONTENT = 2_000  # Create Message
FILES = 10  # error 30015
STICKERS = 3  # Create Message
ALT_TEXT = 1_024  # Attachment Request Structure
NONCE = 25  # Create Message
MENTIONED = 100  # Allowed Mentions Structure
USERNAME = 80  # Execute Webhook, Create Webhook
BANNED_IN_WEBHOOK_NAMES = ("clyde", "discord")  # Create Webhook

SUPPRESS_EMBEDS, EPHEMERAL = 1 << 2, 1 << 6
SILENT, VOICE, V2 = 1 << 12, 1 << 13, 1 << 15
FORWARD = 1

_SENT = SUPPRESS_EMBEDS | SILENT | VOICE | V2  # Create Message, Execute Webhook
_FLAGS = {"channel": _SENT, "webhook": _SENT, "interaction": _SENT | EPHEMERAL}  # Interaction Callback Data Structure
_EDITED = SUPPRESS_EMBEDS | V2  # Edit Message

_LEGACY = ("content", "embeds", "sticker_ids", "poll", "shared_client_theme")  # Create Message, note on flags
_MENTIONABLE = ("users", "roles")
_PARSED = ("roles", "users", "everyone")

FLAG_NOT_ALLOWED = unseen("MESSAGE_FLAGS_INVALID", "These message flags cannot be set here")
FLAG_REMOVED = Wrong("MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", "The IS_COMPONENTS_V2 flag cannot be removed")
FORWARD_HAS_CONTENT = 160011


def message(
    body: Json,
    file_names: Collection[str] = (),
    *,
    edit: bool = False,
    existing_flags: int = 0,
    place: Place = "channel",
) -> ErrorBody | None:
    """Discord's error for a message to be sent or edited, or `None`.

    `file_names`: the uploaded files, on an edit also the files the message keeps.
    `place`: where it is sent; only an interaction's answers and followups may be ephemeral.
    """
    form = Spot()
    check_message(members(body), form, file_names, flags=existing_flags if edit else None, place=place)
    return form.answer() or emptiness(members(body), file_names, edit=edit)


def check_message(
    body: Mapping[str, Json],
    spot: Spot,
    file_names: Collection[str],
    *,
    flags: int | None = None,
    place: Place = "channel",
) -> None:
    """`flags`: those of the message that is edited; `None` where a new one is sent."""
    spot.at("content").length(body.get("content"), 0, CONTENT)
    check_embeds(body.get("embeds"), spot.at("embeds"))
    spot.at("sticker_ids").length(body.get("sticker_ids"), 0, STICKERS)
    _check_nonce(body.get("nonce"), spot.at("nonce"))
    _check_attachments(body.get("attachments"), spot.at("attachments"))
    check_mentions(members(body.get("allowed_mentions")), spot.at("allowed_mentions"))
    v2 = _check_flags(body, spot, flags, place)
    if place == "webhook" and body.get("username") is not None:
        check_webhook_name(body["username"], spot.at("username"))
    files = {*file_names, *(text(one.get("filename")) for _, one in numbered(body.get("attachments")))}
    if v2:
        _check_no_legacy(body, spot)
        layouts.check_layout(body.get("components"), spot.at("components"), files)
    else:
        layouts.check_rows(body.get("components"), spot.at("components"), files)


def _check_flags(body: Mapping[str, Json], spot: Spot, existing: int | None, place: Place) -> bool:
    """Whether the message is (or becomes) one of components only."""
    given = whole(body.get("flags"))
    if given is None:
        return bool((existing or 0) & V2)
    editing = existing is not None
    # an edit repeats the flags that the message has: Edit Message, introduction
    allowed = (_EDITED | existing) if existing is not None else _FLAGS[place]
    if given & ~allowed:
        spot.at("flags").wrong(FLAG_NOT_ALLOWED)
    if editing and existing & V2 and not given & V2:
        spot.at("flags").wrong(FLAG_REMOVED)
    return bool(given & V2)


def _check_no_legacy(body: Mapping[str, Json], spot: Spot) -> None:
    for field in _LEGACY:
        if body.get(field):
            words = f"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            spot.at(field).wrong(Wrong("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", words))


def _check_nonce(nonce: Json, spot: Spot) -> None:
    if isinstance(nonce, str) and len(nonce) > NONCE:
        spot.wrong(Wrong("NONCE_TYPE_TOO_LONG", f"Must be {NONCE} or fewer characters long."))


def _check_attachments(attachments: Json, spot: Spot) -> None:
    spot.length(attachments, 0, FILES)
    for place, attachment in numbered(attachments):
        spot.at(place, "description").length(attachment.get("description"), 0, ALT_TEXT)
        if whole(attachment.get("id")) is None:
            spot.at(place, "id").wrong(REQUIRED)


def allowed_mentions(value: Json) -> ErrorBody | None:
    form = Spot()
    check_mentions(members(value), form.at("allowed_mentions"))
    return form.answer()


def check_mentions(mentions: Mapping[str, Json], spot: Spot) -> None:
    """At most 100 ids each, and none beside a `parse` of their kind (Allowed Mentions Examples)."""
    parsed = items(mentions.get("parse"))
    for place, kind in enumerate(parsed):
        if kind not in _PARSED:
            spot.at("parse", place).wrong(not_one_of(*map(repr, _PARSED)))
    for kind in _MENTIONABLE:
        ids = items(mentions.get(kind))
        if len(ids) > MENTIONED:
            spot.at(kind).wrong(too_long(MENTIONED))
        if len(set(map(str, ids))) < len(ids):
            spot.at(kind).wrong(Wrong("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value"))
        if ids and kind in parsed:
            words = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            spot.wrong(Wrong("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", words))


def webhook_name(name: Json) -> ErrorBody | None:
    form = Spot()
    check_webhook_name(name, form.at("name"))
    return form.answer()


def check_webhook_name(name: Json, spot: Spot) -> None:
    spot.needed(name.strip() if isinstance(name, str) else name, 1, USERNAME)
    for banned in BANNED_IN_WEBHOOK_NAMES:
        if banned in text(name).lower():
            spot.wrong(Wrong("USERNAME_INVALID_CONTAINS", f'Username cannot contain "{banned}"'))


def emptiness(body: Mapping[str, Json], file_names: Collection[str], *, edit: bool = False) -> ErrorBody | None:
    """50006 where nothing is left to show (Create Message, first note).

    An edit is empty only when it clears all four: what the message has besides is not known here.
    """
    if whole(members(body.get("message_reference")).get("type")) == FORWARD:
        return _forwarded(body, file_names)
    shown = ("embeds", "components", "sticker_ids", "poll", "shared_client_theme")
    if text(body.get("content")).strip() or file_names or any(body.get(field) for field in shown):
        return None
    if edit and not {"content", "embeds", "components", "attachments"} <= body.keys():
        return None
    if edit and body.get("attachments"):
        return None
    return plain(EMPTY_MESSAGE)


def _forwarded(body: Mapping[str, Json], file_names: Collection[str]) -> ErrorBody | None:
    if file_names or any(body.get(field) for field in ("content", "embeds", "sticker_ids", "poll")):
        return plain(FORWARD_HAS_CONTENT)
    return None
