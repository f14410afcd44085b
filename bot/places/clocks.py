"""A zone by its clock: what somebody means by "UTC+2", "+5:30", "EST" or "MEZ"."""

import re
from datetime import timedelta
from functools import cache
from typing import Any, cast

from babel import Locale
from babel.core import get_global

_OFFSET = re.compile(r"(?:utc|gmt)?\s*(?P<sign>[+−-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?\s*h?", re.I)
_SAID_IN = ("en", "en_GB", "en_AU", "en_CA", "en_IN", "de", "ja")
"""Languages in which CLDR has the short names that people in these parts of the world use, in any language."""
_NOT_USED = "∅∅∅"


def offset_of(typed: str) -> timedelta | None:
    """The distance from UTC that was typed; None for anything else."""
    found = _OFFSET.fullmatch(typed.strip())
    if found is None:
        return None
    far = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return far if found["sign"] == "+" else -far


def of_short_name(typed: str, locale: Locale) -> frozenset[str]:
    """The zones whose clocks are called that, in this language or in one of those where such names are common."""
    name = typed.strip().casefold()
    return _short_names(str(locale)).get(name, frozenset()) | _common().get(name, frozenset())


@cache
def _common() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for locale in _SAID_IN:
        for name, zones in _short_names(locale).items():
            found[name] = found.get(name, frozenset()) | zones
    return found


@cache
def _short_names(locale: str) -> dict[str, frozenset[str]]:
    """By the names in small letters. Babel types what it has as unknown (2.18)."""
    zones: dict[str, set[str]] = {}
    for zone, clock in cast("dict[str, str]", get_global("meta_zones")).items():
        zones.setdefault(clock, set()).add(zone)
    language = Locale.parse(locale)
    clocks = cast("dict[str, dict[str, Any]]", dict(language.meta_zones))
    # "BST" and the like, of one place
    own = cast("dict[str, dict[str, Any]]", dict(language.time_zones))
    those = [*((zones.get(clock, set()), names) for clock, names in clocks.items())]
    those += (({zone}, names) for zone, names in own.items())
    found: dict[str, frozenset[str]] = {}
    for where, names in those:
        for name in map(str, names.get("short", {}).values()):
            if name != _NOT_USED:
                found[name.casefold()] = found.get(name.casefold(), frozenset()) | where
    return found
