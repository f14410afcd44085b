"""Components inside messages: walking them, their texts, and what Discord adds when it stores them."""

import copy
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from sandbox.errors import Json
from sandbox.state.model import Attachment
from sandbox.wire import part

BUTTON, TEXT, THUMBNAIL, GALLERY, FILE = 2, 10, 11, 12, 13
SELECTS = (3, 5, 6, 7, 8)


def walk(components: Sequence[Json]) -> Iterator[Json]:
    """Every component, outer before inner, in reading order."""
    for one in components:
        yield one
        yield from walk(one.get("components") or ())
        if inner := one.get("component"):
            yield from walk([inner])
        if accessory := one.get("accessory"):
            yield from walk([accessory])


def texts(components: Sequence[Json]) -> list[str]:
    """The words of all text displays."""
    return [one["content"] for one in walk(components) if one.get("type") == TEXT]


def stored(components: Sequence[Json], files: Sequence[Attachment]) -> list[Json]:
    """The components as Discord keeps them: each with its number, files by their address."""
    kept = copy.deepcopy(list(components))
    taken = {one["id"] for one in walk(kept) if one.get("id")}
    number = 0
    for one in walk(kept):
        if not one.get("id"):
            number = _next(number, taken)
            one["id"] = number
        _settle(one, files)
    return kept


def embeds_stored(embeds: Sequence[Json], files: Sequence[Attachment]) -> list[Json]:
    """Embeds with their type, and files by their address."""
    kept = copy.deepcopy(list(embeds))
    for embed in kept:
        embed["type"] = "rich"
        for field in embed.get("fields") or ():
            field.setdefault("inline", False)
        for place in ("image", "thumbnail", "footer", "author"):
            _address(part(embed, place), "icon_url" if place in ("footer", "author") else "url", files)
    return kept


def _next(number: int, taken: set[int]) -> int:
    number += 1
    while number in taken:
        number += 1
    return number


def _settle(one: Json, files: Sequence[Attachment]) -> None:
    """What Discord fills in: defaults of buttons and selects, addresses of media."""
    kind = one.get("type")
    if kind == BUTTON:
        one.setdefault("disabled", False)
    if kind in SELECTS:
        for key, value in (("min_values", 1), ("max_values", 1), ("disabled", False)):
            one.setdefault(key, value)
        for chosen in one.get("default_values") or ():
            # Discord takes numbers (discord.py sends them) and gives texts
            chosen["id"] = str(chosen["id"])
    if kind == 17:
        one.setdefault("spoiler", False)
        one.setdefault("accent_color", None)
    if kind == 14:
        one.setdefault("divider", True)
        one.setdefault("spacing", 1)
    for medium in _media(one):
        file = _describe(medium, files)
        if kind == FILE:
            one["size"] = len(file.data) if file else 0


def _media(one: Json) -> list[Json]:
    found: list[Json] = [one["media"]] if one.get("type") == THUMBNAIL else []
    if one.get("type") == GALLERY:
        found += [item["media"] for item in one.get("items") or ()]
    if one.get("type") == FILE:
        found.append(one["file"])
        name = str(one["file"].get("url", "")).removeprefix("attachment://")
        one.setdefault("name", name)
    if one.get("type") in (THUMBNAIL, FILE):
        one.setdefault("spoiler", False)
    return found


def _describe(medium: Json, files: Sequence[Attachment]) -> Attachment | None:
    file = _address(medium, "url", files)
    medium["proxy_url"] = medium["url"]
    medium.setdefault("width", None)
    medium.setdefault("height", None)
    medium.setdefault("id", str(file.id if file else zlib.crc32(medium["url"].encode())))
    if file is not None:
        medium |= {"content_type": file.content_type, "attachment_id": str(file.id)}
    return file


def _address(holder: Json, key: str, files: Sequence[Attachment]) -> Attachment | None:
    """Puts the file's address where `attachment://name` stands."""
    value: Any = holder.get(key)
    if not isinstance(value, str) or not value.startswith("attachment://"):
        return None
    name = value.removeprefix("attachment://")
    file = next((one for one in files if one.filename == name), None)
    if file is not None:
        holder[key] = file.url
    return file
