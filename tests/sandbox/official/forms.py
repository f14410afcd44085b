"""Payloads to spoil, and reading the errors that Discord would give for them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

V2 = 1 << 15
EPHEMERAL = 1 << 6

Payload = dict[str, Any]


class Bad(NamedTuple):
    """A payload's error and what it must be: nothing but this code at this place, with these words in its message."""

    error: Any
    place: str
    code: str
    words: str


def reasons(error: Mapping[str, Any] | None) -> dict[str, list[tuple[str, str]]]:
    """The nested form error laid flat: place to codes and messages."""
    if error is None:
        return {}
    if "errors" not in error:
        return {"": [(str(error["code"]), error["message"])]}
    assert (error["code"], error["message"]) == (50035, "Invalid Form Body")
    return dict(_flat(error["errors"], ()))


def _flat(tree, path):
    if "_errors" in tree:
        yield ".".join(path), [(one["code"], one["message"]) for one in tree["_errors"]]
    for key, inner in tree.items():
        if key != "_errors":
            yield from _flat(inner, (*path, key))


def check(bad: Bad) -> None:
    assert reasons(bad.error).keys() == {bad.place}, reasons(bad.error)
    [(code, message)] = reasons(bad.error)[bad.place]
    assert code == bad.code
    assert bad.words in message


def button(**changed: Any) -> Payload:
    return {"type": 2, "style": 1, "label": "Press", "custom_id": "press", **changed}


def link(**changed: Any) -> Payload:
    return {"type": 2, "style": 5, "label": "Read", "url": "https://example.org", **changed}


def row(*children: Payload) -> Payload:
    return {"type": 1, "components": list(children or (button(),))}


def buttons(count: int) -> list[Payload]:
    return [button(custom_id=f"b{number}") for number in range(count)]


def choices(count: int) -> list[Payload]:
    return [{"label": f"Choice {number}", "value": str(number)} for number in range(count)]


def select(**changed: Any) -> Payload:
    return {"type": 3, "custom_id": "choose", "options": choices(2), **changed}


def text(words: str = "words") -> Payload:
    return {"type": 10, "content": words}


def section(*children: Payload, **changed: Any) -> Payload:
    return {"type": 9, "components": list(children or (text(),)), "accessory": button(), **changed}


def gallery(*urls: str, **changed: Any) -> Payload:
    return {"type": 12, "items": [{"media": {"url": url}, **changed} for url in urls]}


def container(*children: Payload, **changed: Any) -> Payload:
    return {"type": 17, "components": list(children or (text(),)), **changed}


def v2(*components: Payload, **changed: Any) -> Payload:
    return {"flags": V2, "components": list(components), **changed}


def question(**changed: Any) -> Payload:
    return {"type": 4, "custom_id": "answer", "style": 1, **changed}


def label(component: Payload | None = None, **changed: Any) -> Payload:
    return {"type": 18, "label": "How was it?", "component": component or question(), **changed}


def form(*components: Payload, **changed: Any) -> Payload:
    return {"custom_id": "form", "title": "A form", "components": list(components or (label(),)), **changed}


def command(**changed: Any) -> Payload:
    return {"name": "share", "description": "Share something", "type": 1, **changed}


def option(**changed: Any) -> Payload:
    return {"type": 3, "name": "words", "description": "What to share", **changed}


def subcommand(**changed: Any) -> Payload:
    return option(type=1, name="now", **changed)


def group(**changed: Any) -> Payload:
    return option(**{"type": 2, "name": "more", "options": [subcommand()], **changed})


def meeting(**changed: Any) -> Payload:
    return {
        "name": "Mock interviews",
        "privacy_level": 2,
        "entity_type": 3,
        "scheduled_start_time": "2026-03-01T18:00:00+00:00",
        "scheduled_end_time": "2026-03-01T19:00:00+00:00",
        "entity_metadata": {"location": "<#1>"},
        **changed,
    }


def without(payload: Payload, *keys: str) -> Payload:
    return {key: value for key, value in payload.items() if key not in keys}
