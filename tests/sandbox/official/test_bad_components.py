"""Components that Discord refuses, each by one limit, and the same at the edge."""

import pytest

from sandbox.official import rules

from .forms import (
    Bad,
    button,
    buttons,
    check,
    choices,
    container,
    gallery,
    link,
    reasons,
    row,
    section,
    select,
    text,
    v2,
)

LENGTH, MOST, MISSING = "BASE_TYPE_BAD_LENGTH", "BASE_TYPE_MAX_LENGTH", "BASE_TYPE_REQUIRED"
KINDS = "UNION_TYPE_CHOICES"
NO_FILE = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"
IN_ROW = "components.0.components.0"


def old(*children):
    return rules.message({"components": [row(*children)]})


def new(*components, files=()):
    return rules.message(v2(*components), files)


def options(**changed):
    return [{"label": "a", "value": "a", **changed}, {"label": "b", "value": "b"}]


BAD = {
    "a button's label of 81": (old(button(label="x" * 81)), f"{IN_ROW}.label", MOST, "80 or fewer"),
    "a button's custom_id of 101": (
        old(button(custom_id="x" * 101)),
        *(f"{IN_ROW}.custom_id", LENGTH, "between 1 and 100"),
    ),
    "a button without custom_id": (
        old(button(custom_id=None)),
        *(f"{IN_ROW}.custom_id", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required"),
    ),
    "a button with an empty custom_id": (
        old(button(custom_id="")),
        *(f"{IN_ROW}.custom_id", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "required"),
    ),
    "a button with custom_id and url": (
        old(button(url="https://example.org")),
        *(IN_ROW, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "cannot both"),
    ),
    "a link without url": (old(link(url=None)), f"{IN_ROW}.url", "BUTTON_COMPONENT_URL_REQUIRED", "url is required"),
    "a link with custom_id": (
        old(link(custom_id="a")),
        *(IN_ROW, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "cannot both"),
    ),
    "a link of 513 characters": (
        old(link(url="https://example.org/" + "x" * 493)),
        *(f"{IN_ROW}.url", LENGTH, "between 1 and 512"),
    ),
    "a link by a foreign scheme": (
        old(link(url="javascript://x")),
        *(f"{IN_ROW}.url", "URL_TYPE_INVALID_SCHEME", '"javascript" is not supported'),
    ),
    "a button with neither label nor emoji": (
        old(button(label="")),
        *(IN_ROW, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "label or emoji"),
    ),
    "a button of style 7": (old(button(style=7)), f"{IN_ROW}.style", "BASE_TYPE_CHOICES", "1, 2, 3, 4, 5, 6"),
    "a button without style": (old(button(style=None)), f"{IN_ROW}.style", MISSING, "required"),
    "a premium button without sku": (
        old({"type": 2, "style": 6}),
        *(f"{IN_ROW}.sku_id", "BUTTON_COMPONENT_SKU_ID_REQUIRED", "sku"),
    ),
    "a premium button with a label": (
        old({"type": 2, "style": 6, "sku_id": "1", "label": "Buy"}),
        *(IN_ROW, "BUTTON_COMPONENT_PREMIUM_INVALID", "only have a sku"),
    ),
    "six buttons in a row": (old(*buttons(6)), "components.0.components", LENGTH, "between 1 and 5"),
    "an empty row": (
        rules.message({"content": "x", "components": [{"type": 1, "components": []}]}),
        *("components.0.components", LENGTH, "between 1 and 5"),
    ),
    "a select beside a button": (
        old(select(), button()),
        *("components.0.components.1", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "exceeds the maximum width"),
    ),
    "two selects in a row": (
        old(select(), select(custom_id="b")),
        *("components.0.components.1", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "maximum width"),
    ),
    "a text input in a message": (
        old({"type": 4, "custom_id": "a", "style": 1, "label": "l"}),
        *(IN_ROW, KINDS, "must be one of (2, 3, 5, 6, 7, 8)"),
    ),
    "a custom_id twice": (
        old(button(), button()),
        *("components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "cannot be duplicated"),
    ),
    "a custom_id twice, far apart": (
        new(section(), container(row())),
        *("components.1.components.0.components.0.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "duplicated"),
    ),
    "a component's id twice": (
        new({**text(), "id": 7}, {**text(), "id": 7}),
        *("components.1.id", "COMPONENT_ID_DUPLICATED", "cannot be duplicated"),
    ),
    "a select of 26 options": (old(select(options=choices(26))), f"{IN_ROW}.options", LENGTH, "between 1 and 25"),
    "a select without options": (old(select(options=[])), f"{IN_ROW}.options", LENGTH, "between 1 and 25"),
    "an option's label of 101": (
        old(select(options=options(label="x" * 101))),
        *(f"{IN_ROW}.options.0.label", LENGTH, "between 1 and 100"),
    ),
    "an option's value of 101": (
        old(select(options=options(value="x" * 101))),
        *(f"{IN_ROW}.options.0.value", LENGTH, "between 1 and 100"),
    ),
    "an option's description of 101": (
        old(select(options=options(description="x" * 101))),
        *(f"{IN_ROW}.options.0.description", MOST, "100 or fewer"),
    ),
    "an option's value twice": (
        old(select(options=options(value="b"))),
        *(f"{IN_ROW}.options.1", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "already used"),
    ),
    "two options chosen where one may be": (
        old(select(options=[{**one, "default": True} for one in choices(2)])),
        *(f"{IN_ROW}.options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "exceeds"),
    ),
    "two people chosen where one may be": (
        old(
            {"type": 5, "custom_id": "a", "default_values": [{"id": "1", "type": "user"}, {"id": "2", "type": "user"}]}
        ),
        *(f"{IN_ROW}.default_values", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "exceeds"),
    ),
    "a placeholder of 151": (old(select(placeholder="x" * 151)), f"{IN_ROW}.placeholder", MOST, "150 or fewer"),
    "a select without custom_id": (old(select(custom_id=None)), f"{IN_ROW}.custom_id", MISSING, "required"),
    "at most 26 to choose": (old(select(max_values=26)), f"{IN_ROW}.max_values", "NUMBER_TYPE_MAX", "equal to 25"),
    "at most none to choose": (old(select(max_values=0)), f"{IN_ROW}.max_values", "NUMBER_TYPE_MIN", "equal to 1"),
    "more to choose than there are options": (
        old(select(options=choices(2), max_values=3)),
        *(f"{IN_ROW}.options", LENGTH, "between 3 and 25"),
    ),
    "at least two and at most one": (
        old(select(min_values=2)),
        *(f"{IN_ROW}.min_values", "SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX", "less than or equal"),
    ),
    "41 components": (
        new(*(text() for _ in range(41))),
        *("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "cannot exceed 40"),
    ),
    "41 components, most of them nested": (
        new(container(*(row(*(button(custom_id=f"{r}{n}") for n in range(5))) for r in range(6))), *[text()] * 4),
        *("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "cannot exceed 40"),
    ),
    "4,001 characters over all text displays": (
        new(text("x" * 2000), container(section(text("x" * 2001)))),
        *("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "maximum size of 4000"),
    ),
    "an empty text display": (new(text("")), "components.0.content", LENGTH, "between 1 and 4000"),
    "a button outside of a row": (new(button()), "components.0", KINDS, "must be one of"),
    "a container in a container": (
        new(container(container())),
        *("components.0.components.0", KINDS, "(1, 9, 10, 12, 13, 14)"),
    ),
    "an empty container": (
        new({"type": 17, "components": []}),
        *("components.0.components", LENGTH, "between 1 and 40"),
    ),
    "a container's colour past white": (
        new(container(accent_color=0x1000000)),
        *("components.0.accent_color", "NUMBER_TYPE_MAX", "less than or equal"),
    ),
    "a section without accessory": (
        new(section(accessory=None)),
        *("components.0.accessory", MISSING, "required"),
    ),
    "a section with a select": (new(section(accessory=select())), "components.0.accessory", KINDS, "(2, 11)"),
    "a section of four texts": (
        new(section(*[text()] * 4)),
        *("components.0.components", LENGTH, "between 1 and 3"),
    ),
    "a section of buttons": (
        new(section(button(custom_id="other"))),
        *("components.0.components.0", KINDS, "(10,)"),
    ),
    "a gallery of eleven": (
        new(gallery(*["https://example.org/a.png"] * 11)),
        *("components.0.items", LENGTH, "between 1 and 10"),
    ),
    "an empty gallery": (new(gallery()), "components.0.items", LENGTH, "between 1 and 10"),
    "a picture's alternative text of 1,025": (
        new(gallery("https://example.org/a.png", description="x" * 1025)),
        *("components.0.items.0.description", MOST, "1024 or fewer"),
    ),
    "a picture that was not sent along": (
        new(gallery("attachment://plot.png"), files=["other.png"]),
        *("components.0.items.0.media", NO_FILE, "was not found"),
    ),
    "a thumbnail that was not sent along": (
        new(section(accessory={"type": 11, "media": {"url": "attachment://a.png"}})),
        *("components.0.accessory.media", NO_FILE, "was not found"),
    ),
    "a file that was not sent along": (
        new({"type": 13, "file": {"url": "attachment://a.txt"}}),
        *("components.0.file", NO_FILE, "was not found"),
    ),
    "a file from elsewhere": (
        new({"type": 13, "file": {"url": "https://example.org/a.txt"}}),
        *("components.0.file.url", "UNFURLED_MEDIA_ITEM_ATTACHMENT_REQUIRED", "attachment://"),
    ),
    "a picture at no address": (
        new(gallery("plot.png")),
        *("components.0.items.0.media.url", "URL_TYPE_INVALID_URL", "well formed"),
    ),
    "a form's label in a message": (
        new({"type": 18, "label": "a", "component": select()}),
        *("components.0", KINDS, "must be one of"),
    ),
}

GOOD = {
    "a button's label of 80": old(button(label="x" * 80)),
    "a button's custom_id of 100": old(button(custom_id="x" * 100)),
    "a link of 512": old(link(url="https://example.org/" + "x" * 492)),
    "a link into Discord": old(link(url="discord://-/channels/1")),
    "a button with only an emoji": old(button(label=None, emoji={"name": "🌱"})),
    "a premium button": old({"type": 2, "style": 6, "sku_id": "1"}),
    "five buttons": old(*buttons(5)),
    "a select of 25 options": old(select(options=choices(25), max_values=25)),
    "two chosen where two may be": old(select(max_values=2, options=[{**one, "default": True} for one in choices(2)])),
    "a placeholder of 150": old(select(placeholder="x" * 150)),
    "40 components": new(*(text() for _ in range(40))),
    "40 components, most of them nested": new(
        container(*(row(*(button(custom_id=f"{r}{n}") for n in range(5))) for r in range(6))), *[text()] * 3
    ),
    "4,000 characters": new(text("x" * 2000), container(section(text("x" * 2000)))),
    "a white container": new(container(accent_color=0xFFFFFF)),
    "a section of three texts": new(section(*[text()] * 3)),
    "a gallery of ten": new(gallery(*["https://example.org/a.png"] * 10)),
    "a picture that was sent along": new(gallery("attachment://plot.png"), files=["plot.png"]),
    "a file that was sent along": new({"type": 13, "file": {"url": "attachment://a.txt"}}, files=["a.txt"]),
    "a file that the body names": rules.message(
        v2({"type": 13, "file": {"url": "attachment://a.txt"}}, attachments=[{"id": 0, "filename": "a.txt"}])
    ),
    "the id 0 twice": new({**text(), "id": 0}, {**text(), "id": 0}),
}


@pytest.mark.parametrize("bad", [pytest.param(Bad(*case), id=name) for name, case in BAD.items()])
def test_discord_refuses(bad):
    check(bad)


@pytest.mark.parametrize("error", [pytest.param(error, id=name) for name, error in GOOD.items()])
def test_discord_takes(error):
    assert reasons(error) == {}
