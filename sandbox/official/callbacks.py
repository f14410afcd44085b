"""What Discord asks of the first answer to an interaction.

https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object
"""

from collections.abc import Collection, Mapping

from sandbox.official.errors import (
    EMPTY_MESSAGE,
    REQUIRED,
    ErrorBody,
    not_one_of,
    plain,
    too_long,
    unseen,
)
from sandbox.official.forms import Spot
from sandbox.official.messages import EPHEMERAL, check_message, emptiness
from sandbox.official.modals import check_modal
from sandbox.official.shapes import Json, items, members, numbered, whole

COMMAND, COMPONENT, AUTOCOMPLETE, SUBMITTED_FORM = range(2, 6)  # Interaction Type
MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, FORM = range(4, 10)  # Interaction Callback Type
PREMIUM, ACTIVITY = 10, 12

MOST_CHOICES = 25  # Autocomplete
CHOICE_TEXT = 100  # Application Command Option Choice Structure

# "Only valid for component-based interactions", "Not available for MODAL_SUBMIT": Interaction Callback Type
_ALLOWED = {
    COMMAND: (MESSAGE, DEFERRED_MESSAGE, FORM, PREMIUM, ACTIVITY),
    COMPONENT: (MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, FORM, PREMIUM, ACTIVITY),
    AUTOCOMPLETE: (CHOICES,),
    SUBMITTED_FORM: (MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, PREMIUM, ACTIVITY),
}
_EPHEMERAL_ONLY = unseen("MESSAGE_FLAGS_INVALID", "A deferred response may only be EPHEMERAL")


def callback(
    body: Json,
    file_names: Collection[str],
    interaction_type: int,
    *,
    existing_flags: int = 0,
) -> ErrorBody | None:
    """Discord's error for an interaction's first answer, or `None`; `existing_flags`: of the message to be updated."""
    given, form = members(body), Spot()
    kind, data = whole(given.get("type")), members(given.get("data"))
    allowed = _ALLOWED.get(interaction_type, ())
    if kind is None or kind not in allowed:
        form.at("type").wrong(REQUIRED if kind is None else not_one_of(*allowed))
        return form.answer()
    if kind in (MESSAGE, UPDATE):
        flags = existing_flags if kind == UPDATE else None
        check_message(data, form.at("data"), file_names, flags=flags, place="interaction")
    else:
        _check_other(kind, data, form.at("data"))
    return form.answer() or _emptiness(kind, data, file_names)


def _check_other(kind: int, data: Mapping[str, Json], spot: Spot) -> None:
    if kind == FORM:
        check_modal(data, spot)
    elif kind == CHOICES:
        _check_choices(data, spot.at("choices"))
    elif kind == DEFERRED_MESSAGE and (whole(data.get("flags")) or 0) & ~EPHEMERAL:
        spot.at("flags").wrong(_EPHEMERAL_ONLY)


def _emptiness(kind: int, data: Mapping[str, Json], file_names: Collection[str]) -> ErrorBody | None:
    if kind == MESSAGE and not data and not file_names:
        return plain(EMPTY_MESSAGE)
    return emptiness(data, file_names, edit=kind == UPDATE) if kind in (MESSAGE, UPDATE) else None


def _check_choices(data: Mapping[str, Json], spot: Spot) -> None:
    choices = data.get("choices")
    if choices is None:
        spot.wrong(REQUIRED)
    if len(items(choices)) > MOST_CHOICES:
        spot.wrong(too_long(MOST_CHOICES))
    for place, choice in numbered(choices):
        spot.at(place, "name").needed(choice.get("name"), 1, CHOICE_TEXT)
        if choice.get("value") is None:
            spot.at(place, "value").wrong(REQUIRED)
        spot.at(place, "value").length(choice.get("value"), 0, CHOICE_TEXT)
