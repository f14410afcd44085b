"""What Discord asks of forms (modals).

https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
https://docs.discord.com/developers/components/reference
"""

from collections.abc import Callable, Mapping

from sandbox.official import components as kinds
from sandbox.official.components import check_kinds, check_unique, kind_of, walk
from sandbox.official.errors import REQUIRED, ErrorBody, Wrong, not_one_of, unseen, wrong_kind
from sandbox.official.forms import Spot
from sandbox.official.parts import CUSTOM_ID, check_options, check_range, check_select, check_text
from sandbox.official.shapes import Json, items, members, whole

TITLE = 45  # Modal
PARTS = 5  # Modal: "between 1 and 5 (inclusive)"
LABEL, DESCRIPTION = 45, 100  # Label
ANSWER, PLACEHOLDER = 4_000, 100  # Text Input
CHOICES = 10  # Radio Group, Checkbox Group
FILES = 10  # File Upload
SHORT, PARAGRAPH = 1, 2

_AT_TOP = (kinds.ROW, kinds.TEXT, kinds.LABEL)
_IN_LABEL = (
    *(kinds.TEXT_INPUT, *kinds.SELECTS),
    *(kinds.FILE_UPLOAD, kinds.RADIO_GROUP, kinds.CHECKBOX_GROUP, kinds.CHECKBOX),
)
_DISABLED = Wrong("MODAL_COMPONENT_DISABLED", "Modals do not support disabled components")
_NEVER_EMPTY = Wrong(
    "SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES", "Select menus marked as required cannot have a min_values of 0"
)
_CROSSED = unseen("TEXT_INPUT_COMPONENT_MIN_LENGTH_EXCEEDS_MAX", "min_length must be less than or equal to max_length")


def modal(data: Json) -> ErrorBody | None:
    form = Spot()
    check_modal(members(data), form)
    return form.answer()


def check_modal(data: Mapping[str, Json], spot: Spot) -> None:
    components = data.get("components")
    spot.at("custom_id").needed(data.get("custom_id"), 1, CUSTOM_ID)
    spot.at("title").needed(data.get("title"), 1, TITLE)
    spot.at("components").needed(components, 1, PARTS)
    check_kinds(components, _AT_TOP, spot.at("components"))
    for component, here in walk(components, spot.at("components")):
        if component.get("disabled") is True:
            here.at("disabled").wrong(_DISABLED)
        rule = _RULES.get(kind_of(component))
        if rule is not None:
            rule(component, here)
    check_unique(components, spot.at("components"))


def _check_row(row: Mapping[str, Json], spot: Spot) -> None:
    """An action row in a form holds one text input, which then needs its own label."""
    spot.at("components").needed(row.get("components"), 1, 1)
    check_kinds(row.get("components"), (kinds.TEXT_INPUT,), spot.at("components"))
    for place, child in enumerate(items(row.get("components"))):
        spot.at("components", place, "label").needed(members(child).get("label"), 1, LABEL)


def _check_label(label: Mapping[str, Json], spot: Spot) -> None:
    spot.at("label").needed(label.get("label"), 1, LABEL)
    spot.at("description").length(label.get("description"), 0, DESCRIPTION)
    child = members(label.get("component"))
    if not child:
        spot.at("component").wrong(REQUIRED)
    elif kind_of(child) not in _IN_LABEL:
        spot.at("component").wrong(wrong_kind(*_IN_LABEL))


def _check_text_input(field: Mapping[str, Json], spot: Spot) -> None:
    _check_id(field, spot)
    style, least, most = whole(field.get("style")), whole(field.get("min_length")), whole(field.get("max_length"))
    if style not in (SHORT, PARAGRAPH):
        spot.at("style").wrong(REQUIRED if style is None else not_one_of(SHORT, PARAGRAPH))
    spot.at("value").length(field.get("value"), 0, ANSWER)
    spot.at("placeholder").length(field.get("placeholder"), 0, PLACEHOLDER)
    spot.at("min_length").within(least, 0, ANSWER)
    spot.at("max_length").within(most, 1, ANSWER)
    if least is not None and most is not None and least > most:
        spot.at("min_length").wrong(_CROSSED)


def _check_select(select: Mapping[str, Json], spot: Spot) -> None:
    check_select(select, spot)
    _check_never_empty(select, spot)


def _check_radio_group(group: Mapping[str, Json], spot: Spot) -> None:
    _check_id(group, spot)
    spot.at("options").needed(group.get("options"), 2, CHOICES)
    check_options(group, spot, most_chosen=1)


def _check_checkbox_group(group: Mapping[str, Json], spot: Spot) -> None:
    """`max_values` is the number of options where none is given."""
    _check_id(group, spot)
    options = len(items(group.get("options")))
    spot.at("options").needed(group.get("options"), 1, CHOICES)
    check_options(group, spot, most_chosen=whole(group.get("max_values")) or options)
    check_range(group, spot, most=CHOICES, most_chosen=options)
    _check_never_empty(group, spot)


def _check_file_upload(upload: Mapping[str, Json], spot: Spot) -> None:
    _check_id(upload, spot)
    check_range(upload, spot, most=FILES)
    _check_never_empty(upload, spot)


def _check_id(component: Mapping[str, Json], spot: Spot) -> None:
    spot.at("custom_id").needed(component.get("custom_id"), 1, CUSTOM_ID)


def _check_never_empty(component: Mapping[str, Json], spot: Spot) -> None:
    """`min_values` is omitted or at least 1 unless `required` is false (the note on min_values of each)."""
    if component.get("required") is not False and whole(component.get("min_values")) == 0:
        spot.at("min_values").wrong(_NEVER_EMPTY)


def _check_text(display: Mapping[str, Json], spot: Spot) -> None:
    check_text(display, spot)


_RULES: dict[int, Callable[[Mapping[str, Json], Spot], None]] = {
    kinds.ROW: _check_row,
    kinds.TEXT: _check_text,
    kinds.LABEL: _check_label,
    kinds.TEXT_INPUT: _check_text_input,
    kinds.FILE_UPLOAD: _check_file_upload,
    kinds.RADIO_GROUP: _check_radio_group,
    kinds.CHECKBOX_GROUP: _check_checkbox_group,
    kinds.CHECKBOX: _check_id,
    **dict.fromkeys(kinds.SELECTS, _check_select),
}
