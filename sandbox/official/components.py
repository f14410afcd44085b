"""Components in general: their types, how they nest, what must be unique among them.

https://docs.discord.com/developers/components/reference
"""

from collections.abc import Collection, Iterator, Mapping

from sandbox.official.errors import NOT_AN_OBJECT, Wrong, unseen, wrong_kind
from sandbox.official.forms import Spot
from sandbox.official.shapes import Json, is_object, items, members, numbered, text, whole

ROW, BUTTON, STRING_SELECT, TEXT_INPUT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = range(1, 9)
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR = range(9, 15)
CONTAINER, LABEL, FILE_UPLOAD = 17, 18, 19
RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 21, 22, 23

SELECTS = (STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT)

DUPLICATED_ID = Wrong("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
DUPLICATED_NUMBER = unseen("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")


def walk(components: Json, spot: Spot) -> Iterator[tuple[Mapping[str, Json], Spot]]:
    """Every component with its place, the nested ones and accessories too, in the order of the message."""
    for place, component in numbered(components):
        yield from _walk_one(component, spot.at(place))


def _walk_one(component: Mapping[str, Json], spot: Spot) -> Iterator[tuple[Mapping[str, Json], Spot]]:
    yield component, spot
    yield from walk(component.get("components"), spot.at("components"))
    for key in ("accessory", "component"):
        if members(component.get(key)):
            yield from _walk_one(members(component[key]), spot.at(key))


def kind_of(component: Mapping[str, Json]) -> int:
    return whole(component.get("type")) or 0


def text_size(components: Json) -> int:
    """Characters of all text displays together."""
    return sum(len(words) for words in texts(components))


def texts(components: Json) -> Iterator[str]:
    for component, _ in walk(components, Spot()):
        if kind_of(component) == TEXT:
            yield text(component.get("content"))


def check_kinds(components: Json, allowed: Collection[int], spot: Spot) -> None:
    spot.listed(components)
    for place, component in enumerate(items(components)):
        if not is_object(component):
            spot.at(place).wrong(NOT_AN_OBJECT)
        elif kind_of(members(component)) not in allowed:
            spot.at(place).wrong(wrong_kind(*allowed))


def check_unique(components: Json, spot: Spot) -> None:
    """No `custom_id` and no `id` twice in a message or a form (Anatomy of a Component); `id` 0 is none."""
    ids: set[str] = set()
    numbers: set[int] = set()
    for component, here in walk(components, spot):
        custom_id, number = component.get("custom_id"), whole(component.get("id"))
        if isinstance(custom_id, str):
            if custom_id in ids:
                here.at("custom_id").wrong(DUPLICATED_ID)
            ids.add(custom_id)
        if number:
            if number in numbers:
                here.at("id").wrong(DUPLICATED_NUMBER)
            numbers.add(number)
