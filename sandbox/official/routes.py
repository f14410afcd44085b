"""Finding the operation of Discord's API description that a request means."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from sandbox.official.shapes import Json, items, members, text

_PREFIX = re.compile(r"^/api(/v\d+)?(?=/)")
_METHODS = ("get", "put", "post", "patch", "delete")
_SNOWFLAKE = "#/components/schemas/SnowflakeType"


class Operation(NamedTuple):
    """One method of one template, with its own and its template's parameters."""

    name: str
    method: str
    template: Sequence[str]
    ids: frozenset[int]
    body: Mapping[str, Json]
    parameters: Mapping[str, Mapping[str, Json]]
    responses: Mapping[str, Json]

    def fits(self, segments: Sequence[str]) -> bool:
        """Fixed segments word for word; where the template has an id, only digits."""
        return all(
            given.isdecimal() if place in self.ids else wanted.startswith("{") or wanted == given
            for place, (wanted, given) in enumerate(zip(self.template, segments, strict=True))
        )

    @property
    def looseness(self) -> int:
        return sum(segment.startswith("{") for segment in self.template)


class Routes:
    def __init__(self, description: Mapping[str, Json]) -> None:
        self._by_length: dict[tuple[str, int], list[Operation]] = defaultdict(list)
        for path, item in members(description.get("paths")).items():
            for method in _METHODS:
                if method in members(item):
                    operation = _read(path, method, members(item))
                    self._by_length[method, len(operation.template)].append(operation)

    def find(self, method: str, path: str) -> Operation | None:
        """The fitting operation with the most fixed segments, so that `@me` is not read as an id or a name."""
        segments = _split(path)
        fitting = [one for one in self._by_length.get((method.lower(), len(segments)), ()) if one.fits(segments)]
        return min(fitting, key=lambda one: one.looseness, default=None)


def _split(path: str) -> list[str]:
    return [unquote(segment) for segment in _PREFIX.sub("", path.partition("?")[0]).strip("/").split("/")]


def _read(path: str, method: str, item: Mapping[str, Json]) -> Operation:
    operation = members(item[method])
    template = path.strip("/").split("/")
    parameters = [*items(item.get("parameters")), *items(operation.get("parameters"))]
    by_place = {(text(members(one).get("in")), text(members(one).get("name"))): members(one) for one in parameters}
    ids = {f"{{{name}}}" for (place, name), one in by_place.items() if place == "path" and _is_id(one)}
    return Operation(
        name=text(operation.get("operationId")),
        method=method,
        template=template,
        ids=frozenset(place for place, segment in enumerate(template) if segment in ids),
        body=members(operation.get("requestBody")),
        parameters={name: one for (place, name), one in by_place.items() if place == "query"},
        responses=members(operation.get("responses")),
    )


def _is_id(parameter: Mapping[str, Json]) -> bool:
    return members(parameter.get("schema")).get("$ref") == _SNOWFLAKE
