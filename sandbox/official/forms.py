"""Collecting what is wrong with a form, field by field, and giving it in Discord's nested shape."""

from collections.abc import Sequence
from typing import cast

from sandbox.official.errors import (
    INVALID_FORM,
    MESSAGES,
    NOT_A_LIST,
    REQUIRED,
    ErrorBody,
    Wrong,
    bad_length,
    too_big,
    too_long,
    too_small,
)
from sandbox.official.shapes import Json, is_list, items, real, text


class Spot:
    """One place in a form. All places of a form write into one tree; the first place gives the answer."""

    def __init__(self, tree: dict[str, object] | None = None, path: Sequence[str] = ()) -> None:
        self._tree: dict[str, object] = {} if tree is None else tree
        self._path = tuple(path)

    def at(self, *keys: str | int) -> "Spot":
        return Spot(self._tree, (*self._path, *map(str, keys)))

    def wrong(self, what: Wrong) -> None:
        node = self._tree
        for key in self._path:
            node = cast("dict[str, object]", node.setdefault(key, {}))
        found = cast("list[dict[str, str]]", node.setdefault("_errors", []))
        found.append({"code": what.code, "message": what.message})

    def answer(self) -> ErrorBody | None:
        """`None`, or the whole form's error, whichever place is asked."""
        if not self._tree:
            return None
        return {"code": INVALID_FORM, "message": MESSAGES[INVALID_FORM], "errors": self._tree}

    def length(self, value: Json, least: int, most: int) -> None:
        """Wrong where a text or a list is too short or too long; other shapes are not judged here."""
        if (isinstance(value, str) or is_list(value)) and not least <= len(text(value) or items(value)) <= most:
            self.wrong(bad_length(least, most) if least else too_long(most))

    def listed(self, value: Json) -> None:
        if value is not None and not is_list(value):
            self.wrong(NOT_A_LIST)

    def needed(self, value: Json, least: int, most: int) -> None:
        """As `length`, and wrong where there is nothing."""
        if value is None:
            self.wrong(REQUIRED)
        else:
            self.length(value, least, most)

    def within(self, value: Json, least: float, most: float) -> None:
        number = real(value)
        if number is None:
            return
        if number < least:
            self.wrong(too_small(least))
        elif number > most:
            self.wrong(too_big(most))
