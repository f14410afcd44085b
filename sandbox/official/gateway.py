"""What is wrong with a gateway event before it is sent.

https://docs.discord.com/developers/events/gateway-events#receive-events
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sandbox.official.gateway_tables import EVENTS, UNAVAILABLE_GUILD, Event, Piece
from sandbox.official.interactions import problems_of_interaction
from sandbox.official.shapes import Json, is_object, items, members

BySchema = Callable[[str, Json], list[str]]
"""The problems of a value by a schema of the description."""

_NO_SNOWFLAKES = ("session_id", "custom_id")


def problems_of_event(name: str, data: Json, by_schema: BySchema) -> list[str]:
    event = EVENTS.get(name)
    if event is None:
        return [f"{name}: not a gateway event of the documentation"]
    given = members(data)
    if name == "GUILD_CREATE" and given.get("unavailable") is True:
        event = UNAVAILABLE_GUILD
    found = [*_keys(event, given), *_resources(event, given, by_schema)]
    if name == "INTERACTION_CREATE":
        found += problems_of_interaction(given)
    return [f"{name} {problem}" for problem in found]


def _keys(event: Event, given: Mapping[str, Json]) -> Iterator[str]:
    for key in event.needed:
        if key not in given:
            yield f"{key}: missing"
    for key, value in given.items():
        if (key == "id" or key.endswith("_id")) and key not in _NO_SNOWFLAKES and not _is_id(value):
            yield f"{key}: {value!r} is no id; Discord sends ids as strings of digits"


def _is_id(value: Json) -> bool:
    return value is None or (isinstance(value, str) and value.isdecimal())


def _resources(event: Event, given: Mapping[str, Json], by_schema: BySchema) -> Iterator[str]:
    if event.whole:
        yield from _nearest(event.whole, given, by_schema)
    for piece in event.pieces:
        for place, value in _find(given, piece.path.split(".")):
            for problem in _nearest(piece.schemas, _lend(piece, value, given), by_schema):
                yield f"{'.'.join(place)}: {problem}"


def _nearest(schemas: Sequence[str], value: Json, by_schema: BySchema) -> list[str]:
    """The fewest problems that any of the schemas finds, none where one fits."""
    return min((by_schema(schema, value) for schema in schemas), key=len)


def _lend(piece: Piece, value: Json, given: Mapping[str, Json]) -> Json:
    if not piece.lent or not is_object(value):
        return value
    return {**{key: given.get("id") for key in piece.lent}, **members(value)}


def _find(value: Json, path: Sequence[str]) -> Iterator[tuple[tuple[str, ...], Json]]:
    """The values at a path that are there, with their places."""
    if not path:
        yield (), value
        return
    key, *rest = path
    if key != "*":
        inner = [(key, members(value)[key])] if members(value).get(key) is not None else []
    else:
        inner = [*members(value).items()] or [(str(place), one) for place, one in enumerate(items(value))]
    for name, one in inner:
        for place, found in _find(one, rest):
            yield (name, *place), found
