"""What Discord asks of each kind of component in a message; limits by the section of the reference that states them.

https://docs.discord.com/developers/components/reference
"""

from collections.abc import Callable, Collection, Mapping

from sandbox.official import components as kinds
from sandbox.official.components import check_kinds, kind_of
from sandbox.official.errors import REQUIRED, Wrong, not_one_of, unseen, wrong_kind
from sandbox.official.forms import Spot
from sandbox.official.links import check_file, check_link, check_media
from sandbox.official.shapes import Json, items, members, numbered, text, whole

IN_ROW = (kinds.BUTTON, *kinds.SELECTS)
IN_CONTAINER = (kinds.ROW, kinds.SECTION, kinds.TEXT, kinds.GALLERY, kinds.FILE, kinds.SEPARATOR)

BUTTONS_IN_ROW = 5  # Action Row
COMPONENTS_IN_MESSAGE = 40  # introduction: nested ones count
TEXT_IN_MESSAGE = 4_000  # not in the reference: discord/discord-api-docs#8562
CUSTOM_ID = 100  # Anatomy of a Component
LABEL_ON_BUTTON, URL = 80, 512  # Button
TEXTS_IN_SECTION = 3  # Section
PICTURES_IN_GALLERY = 10  # Media Gallery
ALT_TEXT = 1_024  # Media Gallery, Thumbnail
OPTIONS, OPTION_TEXT, PLACEHOLDER = 25, 100, 150  # String Select
DARKEST, BRIGHTEST = 0, 0xFFFFFF  # Container

LINK, PREMIUM = 5, 6

_TOO_WIDE = Wrong("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width")
_NO_ID = Wrong("BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
_ID_AND_URL = Wrong("BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified")
_NO_URL = unseen("BUTTON_COMPONENT_URL_REQUIRED", "A url is required")
_URL_ON_OTHER = unseen("BUTTON_COMPONENT_INVALID_URL", "Only link buttons can have a url")
_NO_SKU = unseen("BUTTON_COMPONENT_SKU_ID_REQUIRED", "A sku id is required")
_SKU_ONLY = unseen("BUTTON_COMPONENT_PREMIUM_INVALID", "Premium buttons can only have a sku id")
_NO_FACE = unseen("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or emoji is required")
_CROSSED = unseen("SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX", "min_values must be less than or equal to max_values")
_SAME_OPTION = Wrong("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
_TOO_MANY_DEFAULTS = Wrong(
    "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
    "The specified number of default values exceeds the specified maximum values",
)

Rule = Callable[[Mapping[str, Json], Spot, Collection[str]], None]


def check_part(component: Mapping[str, Json], spot: Spot, files: Collection[str]) -> None:
    """By the rule of its kind; `files` are the names that `attachment://` may mean."""
    rule = _RULES.get(kind_of(component))
    if rule is not None:
        rule(component, spot, files)


def _check_row(row: Mapping[str, Json], spot: Spot, _: Collection[str]) -> None:
    spot.at("components").needed(row.get("components"), 1, BUTTONS_IN_ROW)
    check_kinds(row.get("components"), IN_ROW, spot.at("components"))
    room = BUTTONS_IN_ROW
    for place, child in numbered(items(row.get("components"))[:BUTTONS_IN_ROW]):
        room -= 1 if kind_of(child) == kinds.BUTTON else BUTTONS_IN_ROW
        if room < 0:
            spot.at("components", place).wrong(_TOO_WIDE)


def _check_button(button: Mapping[str, Json], spot: Spot, _: Collection[str]) -> None:
    style = whole(button.get("style"))
    if style is None or not 1 <= style <= PREMIUM:
        spot.at("style").wrong(REQUIRED if style is None else not_one_of(*range(1, PREMIUM + 1)))
        return
    spot.at("label").length(button.get("label"), 0, LABEL_ON_BUTTON)
    if style == PREMIUM:
        _check_premium(button, spot)
        return
    if not button.get("label") and not button.get("emoji"):
        spot.wrong(_NO_FACE)
    if style == LINK:
        _check_link_button(button, spot)
    else:
        _check_pressed_button(button, spot)


def _check_premium(button: Mapping[str, Json], spot: Spot) -> None:
    if not button.get("sku_id"):
        spot.at("sku_id").wrong(_NO_SKU)
    if any(button.get(key) for key in ("custom_id", "label", "url", "emoji")):
        spot.wrong(_SKU_ONLY)


def _check_link_button(button: Mapping[str, Json], spot: Spot) -> None:
    if button.get("custom_id"):
        spot.wrong(_ID_AND_URL)
    if not button.get("url"):
        spot.at("url").wrong(_NO_URL)
        return
    spot.at("url").length(button["url"], 1, URL)
    check_link(text(button["url"]), spot.at("url"), ("http", "https", "discord"))


def _check_pressed_button(button: Mapping[str, Json], spot: Spot) -> None:
    if button.get("url"):
        spot.wrong(_ID_AND_URL if button.get("custom_id") else _URL_ON_OTHER)
    if not button.get("custom_id"):
        spot.at("custom_id").wrong(_NO_ID)
        return
    spot.at("custom_id").length(button["custom_id"], 1, CUSTOM_ID)


def check_select(select: Mapping[str, Json], spot: Spot, _: Collection[str] = ()) -> None:
    spot.at("custom_id").needed(select.get("custom_id"), 1, CUSTOM_ID)
    spot.at("placeholder").length(select.get("placeholder"), 0, PLACEHOLDER)
    check_range(select, spot, most=OPTIONS)
    most_chosen = whole(select.get("max_values")) or 1
    if kind_of(select) == kinds.STRING_SELECT:
        # as many options as may be chosen: Rapptz/discord.py#6984
        least = most_chosen if 1 <= most_chosen <= OPTIONS else 1
        spot.at("options").needed(select.get("options"), least, OPTIONS)
        check_options(select, spot, most_chosen=most_chosen)
    elif len(items(select.get("default_values"))) > most_chosen:
        spot.at("default_values").wrong(_TOO_MANY_DEFAULTS)


def check_range(component: Mapping[str, Json], spot: Spot, *, most: int, most_chosen: int = 1) -> None:
    """`min_values` from 0, `max_values` from 1, both to `most`, not crossed; `most_chosen` where none is given."""
    least, greatest = whole(component.get("min_values")), whole(component.get("max_values"))
    spot.at("min_values").within(least, 0, most)
    spot.at("max_values").within(greatest, 1, most)
    if least is not None and (most_chosen if greatest is None else greatest) < least <= most:
        spot.at("min_values").wrong(_CROSSED)


def check_options(component: Mapping[str, Json], spot: Spot, *, most_chosen: int) -> None:
    """Options of selects, radio and checkbox groups: lengths, no value twice, no more defaults than may be chosen."""
    seen: set[str] = set()
    defaults = 0
    for place, option in numbered(component.get("options")):
        here = spot.at("options", place)
        here.at("label").needed(option.get("label"), 1, OPTION_TEXT)
        here.at("value").needed(option.get("value"), 1, OPTION_TEXT)
        here.at("description").length(option.get("description"), 0, OPTION_TEXT)
        if text(option.get("value")) in seen:
            here.wrong(_SAME_OPTION)
        seen.add(text(option.get("value")))
        defaults += option.get("default") is True
    if defaults > most_chosen:
        spot.at("options").wrong(_TOO_MANY_DEFAULTS)


def _check_section(section: Mapping[str, Json], spot: Spot, _: Collection[str]) -> None:
    spot.at("components").needed(section.get("components"), 1, TEXTS_IN_SECTION)
    check_kinds(section.get("components"), (kinds.TEXT,), spot.at("components"))
    accessory = members(section.get("accessory"))
    if not accessory:
        spot.at("accessory").wrong(REQUIRED)
    elif kind_of(accessory) not in (kinds.BUTTON, kinds.THUMBNAIL):
        spot.at("accessory").wrong(wrong_kind(kinds.BUTTON, kinds.THUMBNAIL))


def check_text(display: Mapping[str, Json], spot: Spot, _: Collection[str] = ()) -> None:
    spot.at("content").needed(display.get("content"), 1, TEXT_IN_MESSAGE)


def _check_thumbnail(thumbnail: Mapping[str, Json], spot: Spot, files: Collection[str]) -> None:
    spot.at("description").length(thumbnail.get("description"), 0, ALT_TEXT)
    check_media(members(thumbnail.get("media")), spot.at("media"), files)


def _check_gallery(gallery: Mapping[str, Json], spot: Spot, files: Collection[str]) -> None:
    spot.at("items").needed(gallery.get("items"), 1, PICTURES_IN_GALLERY)
    for place, picture in numbered(gallery.get("items")):
        here = spot.at("items", place)
        here.at("description").length(picture.get("description"), 0, ALT_TEXT)
        check_media(members(picture.get("media")), here.at("media"), files)


def _check_file(file: Mapping[str, Json], spot: Spot, files: Collection[str]) -> None:
    check_file(members(file.get("file")), spot.at("file"), files)


def _check_container(container: Mapping[str, Json], spot: Spot, _: Collection[str]) -> None:
    spot.at("components").needed(container.get("components"), 1, COMPONENTS_IN_MESSAGE)
    check_kinds(container.get("components"), IN_CONTAINER, spot.at("components"))
    spot.at("accent_color").within(whole(container.get("accent_color")), DARKEST, BRIGHTEST)


_RULES: dict[int, Rule] = {
    kinds.ROW: _check_row,
    kinds.BUTTON: _check_button,
    kinds.SECTION: _check_section,
    kinds.TEXT: check_text,
    kinds.THUMBNAIL: _check_thumbnail,
    kinds.GALLERY: _check_gallery,
    kinds.FILE: _check_file,
    kinds.CONTAINER: _check_container,
    **dict.fromkeys(kinds.SELECTS, check_select),
}
