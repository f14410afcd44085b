"""Where Discord's API description is stricter than Discord, and how it is put right before use.

The description is a preview; "follow the docs, not the spec" (discord/discord-api-spec, README).
"""

import copy
from collections.abc import Iterator, Mapping
from typing import cast

from sandbox.official.shapes import Json, is_object, items, members

NUMERIC = "^-?[0-9]+$"
_UNIONS = ("oneOf", "anyOf")

_NSFW: Mapping[str, Json] = {"nsfw": {"type": ["boolean", "null"]}}
_TTS: Mapping[str, Json] = {"tts": {"type": ["boolean", "null"]}}

MISSING: Mapping[str, Mapping[str, Json]] = {
    # the documentation names them (Create Global Application Command) and the description forgets them
    "ApplicationCommandUpdateRequest": _NSFW,
    "ApplicationCommandCreateRequest": _NSFW,
    "ApplicationCommandPatchRequestPartial": _NSFW,
    # discord.py sends them and Discord takes no notice: discord/http.py `handle_message_parameters`, discord/embeds.py
    "RichEmbed": {"flags": {"type": "integer"}},
    "MessageEditRequestPartial": _TTS,
    "BaseCreateMessageCreateRequest": _TTS,
    "IncomingWebhookUpdateRequestPartial": _TTS,
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": _TTS,
}
IGNORED = frozenset(
    {
        # the same, keys of a query or of a body itself, by operation: discord/http.py
        ("create_thread", "use_nested_fields"),
        ("set_channel_permission_overwrite", "id"),
    }
)


def for_requests(description: Mapping[str, Json]) -> dict[str, Json]:
    """A copy in which ids may be integers and plain integers may be numbers in strings, as Discord takes them.

    Not so directly inside `oneOf` and `anyOf`, where a string would then match two branches.
    """
    patched = copy.deepcopy(dict(description))
    schemas = _schemas(patched)
    for schema in (schemas, *_bodies(patched)):
        _loosen(schema, in_union=False)
    snowflake = cast("dict[str, Json]", members(schemas.get("SnowflakeType")))
    if snowflake:
        snowflake["type"] = ["string", "integer"]
    for name, keys in MISSING.items():
        cast("dict[str, Json]", members(members(schemas.get(name)).get("properties"))).update(keys)
    return patched


def for_responses(description: Mapping[str, Json]) -> dict[str, Json]:
    """A copy in which the errors of a form have their codes as words, as all of Discord's examples do.

    Ids stay strings: Discord sends no others.
    """
    patched = copy.deepcopy({"components": description["components"]})
    schemas = _schemas(patched)
    named = {"code": {"type": "string"}, "message": {"type": "string"}}
    wrong: dict[str, Json] = {"type": "object", "properties": named, "required": ["code", "message"]}
    schemas["ErrorDetails"] = {
        "type": "object",
        "properties": {"_errors": {"type": "array", "items": wrong, "minItems": 1}},
        "additionalProperties": {"$ref": "#/components/schemas/ErrorDetails"},
    }
    return patched


def _bodies(description: Mapping[str, Json]) -> Iterator[Json]:
    """The schemas that stand in the operations themselves; those of query parameters stay as they are."""
    for path in members(description.get("paths")).values():
        for operation in members(path).values():
            yield members(operation).get("requestBody")


def _schemas(description: Mapping[str, Json]) -> dict[str, Json]:
    return cast("dict[str, Json]", members(members(description.get("components")).get("schemas")))


def _loosen(node: Json, *, in_union: bool) -> None:
    if is_object(node):
        schema = cast("dict[str, Json]", node)
        if not in_union and _is_plain_integer(schema):
            kinds = schema["type"]
            schema["type"] = [*(items(kinds) or (kinds,)), "string"]
            schema["pattern"] = NUMERIC
        for key, inner in schema.items():
            for one in items(inner) or (inner,):
                _loosen(one, in_union=key in _UNIONS)
    else:
        for one in items(node):
            _loosen(one, in_union=False)


def _is_plain_integer(schema: Mapping[str, Json]) -> bool:
    kinds = schema.get("type")
    if any(key in schema for key in ("enum", "const", "oneOf", "allOf", "$ref")):
        return False
    return kinds == "integer" or ("integer" in items(kinds) and "string" not in items(kinds))
