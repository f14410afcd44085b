"""Reading objects inside objects."""

from sandbox.errors import Json


def part(body: Json, key: str) -> Json:
    """The object under a key; empty where there is none."""
    return body.get(key) or {}
