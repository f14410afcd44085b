"""Compiled schemas: each made when it is first needed, all over one registry."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from sandbox.official.shapes import Json

if TYPE_CHECKING:
    import jsonschema_rs

_CHOICES = ("enum", "const", "oneOf")
_SHOWN = 8


class Schemas:
    """`documents`: the description by a name of ours; a schema is compiled against the document that it stands in."""

    def __init__(self, documents: Mapping[str, Mapping[str, Json]]) -> None:
        import jsonschema_rs

        self._library = jsonschema_rs
        resources = [
            (_uri(name), {"$id": _uri(name), "components": document["components"]})
            for name, document in documents.items()
        ]
        self._registry = jsonschema_rs.Registry(resources, draft=jsonschema_rs.Draft202012)
        self._compiled: dict[tuple[str, str], jsonschema_rs.Draft202012Validator] = {}

    def problems(self, document: str, schema: Json, value: Json) -> list[str]:
        """What is wrong with the value, each with the place in it; empty where nothing is."""
        validator = self._validator(document, schema)
        if validator.is_valid(cast("dict[str, object]", value)):
            return []
        found = dict.fromkeys(_describe(validator.iter_errors(cast("dict[str, object]", value))))
        return list(found)[:_SHOWN]

    def _validator(self, document: str, schema: Json) -> "jsonschema_rs.Draft202012Validator":
        key = (document, json.dumps(schema, sort_keys=True))
        if key not in self._compiled:
            absolute = json.loads(key[1].replace('"#/', f'"{_uri(document)}#/'))
            self._compiled[key] = self._library.Draft202012Validator(
                absolute, registry=self._registry, validate_formats=True, offline=True
            )
        return self._compiled[key]


def _uri(document: str) -> str:
    return f"https://discord.invalid/{document}"


def _describe(
    errors: Iterator["jsonschema_rs.ValidationError"] | Sequence["jsonschema_rs.ValidationError"],
) -> Iterator[str]:
    for error in errors:
        yield from _unfold(error)


def _unfold(error: "jsonschema_rs.ValidationError") -> Iterator[str]:
    """Where no branch of a union fits, the errors of the one that the value is nearest to."""
    branches = cast("list[list[jsonschema_rs.ValidationError]]", getattr(error.kind, "context", ()))
    if error.kind.name not in ("oneOf", "anyOf") or not any(branches):
        yield f"{_place(error)}: {_shorten(error.message)}"
        return
    yield from _describe(min((branch for branch in branches if branch), key=_distance))


def _distance(branch: Sequence["jsonschema_rs.ValidationError"]) -> tuple[int, int]:
    """A branch for another `type` is far; among the rest the one with the errors deepest inside is near."""
    highest = min(len(error.instance_path) for error in branch)
    return sum(_is_elsewhere(error, highest) for error in branch), -max(len(error.instance_path) for error in branch)


def _is_elsewhere(error: "jsonschema_rs.ValidationError", highest: int) -> bool:
    if error.kind.name == "type":
        return len(error.instance_path) == highest
    return error.kind.name in _CHOICES and error.instance_path[-1:] in (["type"], ["style"])


def _place(error: "jsonschema_rs.ValidationError") -> str:
    return ".".join(map(str, error.instance_path)) or "(whole)"


def _shorten(message: str, most: int = 200) -> str:
    return message if len(message) <= most else f"{message[: most // 2]} … {message[-most // 2 :]}"
