"""Reading JSON that may be of any shape: each function gives the empty value where the shape is another."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, cast

Json: TypeAlias = object
"""Anything `json.loads` gives; the rules look before they trust."""

NUMERIC_BASE = 10


def is_object(value: Json) -> bool:
    return isinstance(value, dict)


def is_list(value: Json) -> bool:
    return isinstance(value, list | tuple)


def members(value: Json) -> Mapping[str, Json]:
    return cast("Mapping[str, Json]", value) if isinstance(value, dict) else {}


def items(value: Json) -> Sequence[Json]:
    return cast("Sequence[Json]", value) if isinstance(value, list | tuple) else ()


def numbered(value: Json) -> Iterator[tuple[int, Mapping[str, Json]]]:
    """The objects in a list with their places; what is not an object is read as an empty one."""
    for place, item in enumerate(items(value)):
        yield place, members(item)


def text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def whole(value: Json) -> int | None:
    """An integer, or one in a string: Discord takes both. `True` is no integer."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, str) and value.removeprefix("-").isdecimal():
        return int(value, NUMERIC_BASE)
    return None


def real(value: Json) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)
