"""Finding keys that a schema does not know: typos, which JSON Schema lets pass where an object is not closed."""

import difflib
from collections.abc import Iterator, Mapping, Sequence

from sandbox.official.shapes import Json, is_list, is_object, items, members

_REFERENCE = "#/components/schemas/"
_UNIONS = ("oneOf", "anyOf", "allOf")

Schema = Mapping[str, Json]


class Keys:
    """Over the schemas of one description."""

    def __init__(self, description: Mapping[str, Json]) -> None:
        self._schemas = members(members(description.get("components")).get("schemas"))

    def unknown(self, schema: Json, value: Json) -> list[str]:
        return list(self._walk(value, [members(schema)], ()))

    def _walk(self, value: Json, schemas: Sequence[Schema], path: Sequence[str]) -> Iterator[str]:
        if is_object(value):
            yield from self._walk_object(members(value), self._plain(schemas, members(value)), path)
        elif is_list(value):
            inner = [members(schema["items"]) for schema in self._plain(schemas, {}) if "items" in schema]
            for place, one in enumerate(items(value)):
                yield from self._walk(one, inner, (*path, str(place)))

    def _walk_object(self, value: Mapping[str, Json], schemas: Sequence[Schema], path: Sequence[str]) -> Iterator[str]:
        known = [members(schema["properties"]) for schema in schemas if "properties" in schema]
        others = [schema["additionalProperties"] for schema in schemas if "additionalProperties" in schema]
        closed = bool(known) and not any(others)
        names = sorted({name for properties in known for name in properties})
        for key, inner in value.items():
            here = (*path, key)
            below = [members(properties[key]) for properties in known if key in properties]
            if below:
                yield from self._walk(inner, below, here)
            elif closed:
                yield f"{'.'.join(here)}: unknown key{_hint(key, names)}"
            else:
                yield from self._walk(inner, [members(other) for other in others], here)

    def _plain(self, schemas: Sequence[Schema], value: Mapping[str, Json]) -> list[Schema]:
        """References and unions taken apart, without the branches that are for another `type` of object."""
        found: list[Schema] = []
        for schema in schemas:
            reference = schema.get("$ref")
            if isinstance(reference, str) and reference.startswith(_REFERENCE):
                found += self._plain([members(self._schemas.get(reference.removeprefix(_REFERENCE)))], value)
            for union in _UNIONS:
                found += self._plain([members(branch) for branch in items(schema.get(union))], value)
            if ("properties" in schema or "items" in schema or "additionalProperties" in schema) and self._may_mean(
                schema, value
            ):
                found.append(schema)
        return found

    def _may_mean(self, schema: Schema, value: Mapping[str, Json]) -> bool:
        """False where the schema wants another `type` (of component, option, callback, …) than the value has."""
        for key in ("type", "entity_type"):
            wanted = items(members(members(schema.get("properties")).get(key)).get("enum"))
            if wanted and key in value and value[key] not in wanted:
                return False
        return True


def _hint(key: str, names: Sequence[str]) -> str:
    near = difflib.get_close_matches(key, names, n=1)
    return f" (perhaps {near[0]})" if near else ""
