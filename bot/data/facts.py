"""Facts as text and back, for queue rows. Refs and boxes travel as base64."""

import base64
import json
from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Any, cast

from bot.domain import events
from bot.domain.events import Fact

_KINDS: dict[str, type[Fact]] = {
    name: kind for name, kind in vars(events).items() if isinstance(kind, type) and issubclass(kind, Fact)
}


def encode(fact: Fact) -> str:
    """One line of JSON."""
    values = {name: _out(getattr(fact, name)) for name in _names(type(fact))}
    return json.dumps([type(fact).__name__, values], separators=(",", ":"))


def decode(text: str) -> Fact:
    """Raises KeyError for a fact this version does not know. What an earlier version said more in it is passed over."""
    name, values = cast("tuple[str, dict[str, Any]]", json.loads(text))
    kind = _KINDS[name]
    known = _names(kind)
    return kind(**{key: _in(value) for key, value in values.items() if key in known})


def speaks_of(text: str, member: int, refs: Sequence[bytes]) -> bool:
    """Whether a fact names this person, by id or by one of these refs. False for one this version does not know."""
    try:
        fact = decode(text)
    except (KeyError, TypeError, ValueError):
        return False
    values = [getattr(fact, name) for name in _names(type(fact))]
    return any(value == member or value in refs for value in values)


@cache
def _names(kind: type[Fact]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _out(value: object) -> object:
    if isinstance(value, bytes):
        return {"b": base64.b64encode(value).decode()}
    return value


def _in(value: Any) -> Any:
    if isinstance(value, dict):
        return base64.b64decode(cast("dict[str, str]", value)["b"])
    if isinstance(value, list):
        return tuple(cast("list[object]", value))
    return value
