"""What Discord asks of embeds.

https://docs.discord.com/developers/resources/message#embed-object-embed-limits
"""

from collections.abc import Iterator, Mapping

from sandbox.official.errors import REQUIRED, Wrong, too_long
from sandbox.official.forms import Spot
from sandbox.official.links import check_link
from sandbox.official.shapes import Json, items, members, numbered, text

EMBEDS = 10
FIELDS = 25
NAME, VALUE = 256, 1_024
IN_ALL = 6_000

_TEXTS = {("title",): 256, ("description",): 4_096, ("footer", "text"): 2_048, ("author", "name"): 256}
_PARTS = ("title", "description", "fields", "image", "thumbnail", "video", "footer", "author", "provider", "timestamp")
_LINKS = {("url",): False, ("image", "url"): True, ("thumbnail", "url"): True, ("author", "url"): False}
_TOO_MUCH = Wrong("MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {IN_ALL}")


def check_embeds(embeds: Json, spot: Spot) -> None:
    spot.listed(embeds)
    if len(items(embeds)) > EMBEDS:
        spot.wrong(too_long(EMBEDS))
    size = 0
    for place, embed in numbered(embeds):
        _check_embed(embed, spot.at(place))
        size += sum(len(words) for words in _words(embed))
    if size > IN_ALL:
        spot.wrong(_TOO_MUCH)


def _words(embed: Mapping[str, Json]) -> Iterator[str]:
    """The texts that count towards the sum, trimmed as Discord trims them."""
    for path in _TEXTS:
        yield text(_dig(embed, path)).strip()
    for _, field in numbered(embed.get("fields")):
        yield text(field.get("name")).strip()
        yield text(field.get("value")).strip()


def _check_embed(embed: Mapping[str, Json], spot: Spot) -> None:
    if not any(embed.get(part) for part in _PARTS):
        spot.at("description").wrong(REQUIRED)
    for path, most in _TEXTS.items():
        spot.at(*path).length(text(_dig(embed, path)).strip(), 0, most)
    for path, may_be_file in _LINKS.items():
        url = _dig(embed, path)
        if isinstance(url, str) and url:
            check_link(url, spot.at(*path), ("http", "https", *(("attachment",) if may_be_file else ())))
    _check_fields(embed.get("fields"), spot.at("fields"))


def _check_fields(fields: Json, spot: Spot) -> None:
    spot.length(fields, 0, FIELDS)
    for place, field in numbered(fields):
        for key, most in (("name", NAME), ("value", VALUE)):
            words = text(field.get(key)).strip()
            if not words:
                spot.at(place, key).wrong(REQUIRED)
            spot.at(place, key).length(words, 0, most)


def _dig(embed: Mapping[str, Json], path: tuple[str, ...]) -> Json:
    *outer, last = path
    for key in outer:
        embed = members(embed.get(key))
    return embed.get(last)
