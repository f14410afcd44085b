"""What Discord puts into an interaction, which its API description leaves out.

https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
"""

from collections.abc import Iterator, Mapping

from sandbox.official.components import BUTTON, CHECKBOX, LABEL, RADIO_GROUP, SELECTS, TEXT, TEXT_INPUT
from sandbox.official.shapes import Json, items, members, numbered, text, whole

COMMAND, COMPONENT, AUTOCOMPLETE, SUBMITTED_FORM = range(2, 6)
_NESTING = (1, 2)
_ONE_VALUE = (TEXT_INPUT, RADIO_GROUP, CHECKBOX)
_CHANNEL = ("id", "type")


def problems_of_interaction(given: Mapping[str, Json]) -> Iterator[str]:
    kind, data = whole(given.get("type")), members(given.get("data"))
    if "member" not in given and "user" not in given:
        yield "member: missing, and so is user"
    if "guild_id" in given and "permissions" not in members(given.get("member")):
        yield "member.permissions: missing"
    yield from _missing(members(given.get("channel")), _CHANNEL, "channel")
    if kind in (COMMAND, AUTOCOMPLETE):
        yield from _missing(data, ("id", "name", "type"), "data")
        yield from _options(data, "data")
        if kind == AUTOCOMPLETE and not _focused(data):
            yield "data.options: none is focused"
    elif kind == COMPONENT:
        yield from _pressed(given, data)
    elif kind == SUBMITTED_FORM:
        yield from _missing(data, ("custom_id", "components"), "data")
        yield from _answers(data)
    else:
        yield f"type: {kind!r} is no type of interaction that a gateway sends"


def _missing(given: Mapping[str, Json], needed: tuple[str, ...], place: str) -> Iterator[str]:
    for key in needed:
        if key not in given:
            yield f"{place}.{key}: missing"


def _options(holder: Mapping[str, Json], place: str) -> Iterator[str]:
    """A subcommand or a group has `options`, anything else a `value`."""
    for number, option in numbered(holder.get("options")):
        here = f"{place}.options.{number}"
        yield from _missing(option, ("name", "type"), here)
        if whole(option.get("type")) in _NESTING:
            yield from _options(option, here)
        else:
            yield from _missing(option, ("value",), here)


def _focused(holder: Mapping[str, Json]) -> bool:
    return any(option.get("focused") is True or _focused(option) for _, option in numbered(holder.get("options")))


def _pressed(given: Mapping[str, Json], data: Mapping[str, Json]) -> Iterator[str]:
    yield from _missing(given, ("message",), "(whole)")
    yield from _missing(data, ("custom_id", "component_type"), "data")
    kind = whole(data.get("component_type"))
    if kind not in (BUTTON, *SELECTS):
        yield f"data.component_type: {kind!r} cannot be pressed"
    elif kind in SELECTS:
        yield from _missing(data, ("values",), "data")


def _answers(data: Mapping[str, Json]) -> Iterator[str]:
    """Labels hold one component, the old rows a list; text displays hold nothing."""
    for number, outer in numbered(data.get("components")):
        here = f"data.components.{number}"
        yield from _missing(outer, ("type", "id"), here)
        if whole(outer.get("type")) == LABEL:
            yield from _answer(members(outer.get("component")), f"{here}.component")
        elif whole(outer.get("type")) != TEXT:
            for place, inner in enumerate(items(outer.get("components"))):
                yield from _answer(members(inner), f"{here}.components.{place}")


def _answer(component: Mapping[str, Json], place: str) -> Iterator[str]:
    value = "value" if whole(component.get("type")) in _ONE_VALUE else "values"
    yield from _missing(component, ("type", "id", "custom_id", value), place)
    if not text(component.get("custom_id")):
        yield f"{place}.custom_id: empty"
