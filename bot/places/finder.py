"""Finds the zone that somebody means by what they type: a city, a country, or the zone's own name.

Zones' names are there at once, countries in the person's language with the first use (CLDR, through Babel); cities
follow about a second after anybody looked first, and nobody waits for them longer than a moment.
"""

import asyncio
import logging
import os
import pickle
import sys
from bisect import bisect_left
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache, lru_cache
from typing import Any, cast
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_time

from bot.places.clocks import of_short_name, offset_of
from bot.places.gather import Cities, City, folded

OFFERED_AT_MOST = 25
"""Choices of an autocomplete, options of a select (documentation, application commands, string select)."""
WAITS_S = 1.8
"""For the cities, at the first look; Discord waits 3 s for an answer."""
PATIENCE_S = 10.0
"""The same where Discord was told to wait."""
PLAIN = 5
"""So many times as large as the next of its name: then that one is meant."""
LOOKED_AT = 400
_PARTS_OF_THE_WORLD = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)
_ONLY_IN_FULL = "Pacific/Samoa"
"""An old name for American Samoa (tzdata, backward). Whoever writes "Samoa" means the country: a whole day ahead."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Found:
    """A zone and the place by which it was found, as it is called ("Munich, Germany")."""

    zone: str
    label: str
    people: int = 0
    exact: bool = False


@cache
def zones() -> dict[str, str]:
    """Every zone that is named after a place, and UTC, by its name in small letters."""
    names = sorted(name for name in available_timezones() if name.split("/")[0] in _PARTS_OF_THE_WORLD)
    return {name.casefold(): name for name in [*names, "UTC"]}


def is_zone(name: str) -> bool:
    """Whether it is the name of a zone we know."""
    return name in zones().values()


def clock_in(zone: str, now: datetime, locale: str) -> str:
    """The time there now, as it is written in this language: "15:04", "3:04 PM"."""
    return clock_at(now.astimezone(ZoneInfo(zone)).time(), locale)


def clock_at(of_day: time, locale: str) -> str:
    """A time of day as it is written in this language."""
    return format_time(of_day, format="short", locale=known_locale(locale)).replace("\u202f", " ")


class Places:
    """The one who knows places. Its look-ups run beside the event loop. `now` is people's time."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        self._cities: Cities | None = None
        self._loading: asyncio.Task[None] | None = None

    async def like(self, typed: str, locale: str) -> list[Found]:
        """What may be meant, the likeliest first, OFFERED_AT_MOST; for nothing typed what the language suggests."""
        return await self._found(typed, locale, WAITS_S)

    async def meant(self, typed: str, locale: str, *, patient: bool = False) -> list[Found]:
        """The one zone that is meant, or all between which the person has to choose; empty: no such place.

        `patient` where there is more time than Discord gives for a first answer.
        """
        exact = _named("_".join(typed.split()).casefold())
        if exact is not None:
            return [Found(exact, _spoken(exact), exact=True)]
        found = await self._found(typed, locale, PATIENCE_S if patient else WAITS_S) if folded(typed) else []
        return _decided([one for one in found if one.exact] or found)

    async def ready(self) -> None:
        """Waits until the cities are known."""
        if self._loading is None:
            self._loading = asyncio.create_task(self._load())
        await asyncio.shield(self._loading)

    async def close(self) -> None:
        """Ends the reading of the cities, where it is under way."""
        if self._loading is not None:
            self._loading.cancel()
            await asyncio.gather(self._loading, return_exceptions=True)

    async def _found(self, typed: str, locale: str, within_s: float) -> list[Found]:
        try:
            async with asyncio.timeout(within_s):
                await self.ready()
        except TimeoutError:
            pass
        return await asyncio.to_thread(self._like, typed, locale)

    async def _load(self) -> None:
        # a process of its own: reading 17 MB of JSON would hold the interpreter for a third of a second
        reading = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.places.child", stdout=asyncio.subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )  # fmt: skip
        try:
            found, _ = await reading.communicate()
        finally:
            if reading.returncode is None:
                reading.kill()
                await reading.communicate()
        if reading.returncode == 0:
            self._cities = pickle.loads(found)  # noqa: S301  from our own child
        else:
            log.error("cities could not be read; zones and countries are found all the same")

    def _like(self, typed: str, locale: str) -> list[Found]:
        wanted = folded(typed)
        if not wanted:
            return self._of_language(locale)
        offset = offset_of(typed)
        if offset is not None:
            return self._at(offset, locale)[:OFFERED_AT_MOST]
        found = [*self._of_cities(wanted, locale), *self._of_countries(wanted, locale), *_of_names(wanted)]
        found += self._largest(of_short_name(typed, known_locale(locale)), locale, exact=True)
        if not found and "," in typed:
            return self._in_country(typed, locale)
        order = sorted(found, key=lambda one: (not one.exact, -one.people))
        return list({(one.zone, one.label): one for one in reversed(order)}.values())[::-1][:OFFERED_AT_MOST]

    def _in_country(self, typed: str, locale: str) -> list[Found]:
        """ "London, UK": the places called that, those of that country or state if there are any."""
        name, *_, rest = typed.split(",")
        found, part = self._like(name, locale) if folded(name) else [], folded(rest)
        country = folded(_country(_countries(locale).get(part, part), locale))
        return [one for one in found if {part, country} & {folded(said) for said in one.label.split(",")}] or found

    def _at(self, offset: timedelta, locale: str) -> list[Found]:
        """The zones whose clocks are so far from UTC now: which it is, they choose; each changes its own."""
        now = self._now()
        those = [zone for zone in zones().values() if now.astimezone(ZoneInfo(zone)).utcoffset() == offset]
        found = sorted(self._largest(frozenset(those), locale, exact=False), key=lambda one: -one.people)
        return found or [Found(zone, _spoken(zone)) for zone in those]

    def _largest(self, wanted: Container[str], locale: str, *, exact: bool) -> Iterator[Found]:
        """Of each of these zones its largest city, where cities are known."""
        largest: dict[str, City] = {}
        for city in self._cities.known if self._cities is not None else ():
            if city.zone in wanted:
                largest.setdefault(city.zone, city)
        yield from (Found(zone, _label(city, locale), city.people, exact) for zone, city in largest.items())

    def _of_cities(self, wanted: str, locale: str) -> Iterator[Found]:
        cities = self._cities
        if cities is None:
            return
        many = len(cities.starts)
        first = bisect_left(range(many), wanted, key=cities.name)
        exact: dict[int, bool] = {}
        for place in range(first, min(first + LOOKED_AT, many)):
            name = cities.name(place)
            if not name.startswith(wanted):
                break
            whose = cities.whose[place]
            exact[whose] = exact.get(whose, False) or name == wanted
        for whose in sorted(exact)[:OFFERED_AT_MOST]:
            city = cities.known[whose]
            yield Found(city.zone, _label(city, locale), city.people, exact[whose])

    def _of_countries(self, wanted: str, locale: str) -> Iterator[Found]:
        for name, code in _countries(locale).items():
            if name.startswith(wanted):
                yield from self._zones_in(code, locale, exact=name == wanted)

    def _zones_in(self, country: str, locale: str, *, exact: bool) -> Iterator[Found]:
        """One per zone: by its largest city where cities are known."""
        largest: dict[str, City] = {}
        for city in self._cities.known if self._cities is not None else ():
            if city.country == country:
                largest.setdefault(city.zone, city)
        if largest:
            yield from (Found(zone, _label(city, locale), city.people, exact) for zone, city in largest.items())
            return
        for zone, territory in get_global("zone_territories").items():
            if territory == country and is_zone(zone):
                yield Found(zone, f"{_country(country, locale)}, {_spoken(zone)}", exact=exact)

    def _of_language(self, locale: str) -> list[Found]:
        territory = known_locale(locale).territory or _likely(locale)
        known = list(self._zones_in(territory, locale, exact=False)) if territory else []
        return [*known[: OFFERED_AT_MOST - 1], Found("UTC", "UTC")]


def _named(name: str) -> str | None:
    """The zone of this name, or the only one that ends in it ("berlin")."""
    ends = [zone for known, zone in zones().items() if known.rpartition("/")[2] == name and zone != _ONLY_IN_FULL]
    return zones().get(name) or (ends[0] if len(ends) == 1 else None)


def _of_names(wanted: str) -> Iterator[Found]:
    for name, zone in zones().items():
        spoken, last = folded(name), folded(name.rpartition("/")[2])
        if wanted in spoken and (zone != _ONLY_IN_FULL or wanted == spoken):
            yield Found(zone, _spoken(zone), int(last.startswith(wanted)), exact=wanted in (spoken, last))


def _decided(found: list[Found]) -> list[Found]:
    """One where one is clearly meant."""
    best = {one.zone: one for one in sorted(found, key=lambda one: one.people)}
    several = sorted(best.values(), key=lambda one: -one.people)
    if len(several) > 1 and several[0].exact and several[0].people >= PLAIN * max(several[1].people, 1):
        return several[:1]
    return several


def _label(city: City, locale: str) -> str:
    return ", ".join(part for part in (city.name, city.state, _country(city.country, locale)) if part)


def _country(code: str, locale: str) -> str:
    return str(_territories(known_locale(locale)).get(code, code))


def _territories(locale: Locale) -> Mapping[Any, Any]:
    """Babel types them as unknown (2.18)."""
    return cast("Mapping[Any, Any]", locale.territories)


def _spoken(zone: str) -> str:
    return zone.replace("_", " ")


@lru_cache(maxsize=8)
def _countries(locale: str) -> dict[str, str]:
    """Codes of countries by their folded names, in this language and in those that the bot speaks."""
    found: dict[str, str] = {}
    for one in (Locale("en"), Locale("de"), known_locale(locale)):
        named = {str(code): str(name) for code, name in _territories(one).items()}
        found |= {folded(name): code for code, name in named.items() if len(code) == 2 and code.isalpha()}
    return found | {"usa": "US", "uk": "GB"}


@lru_cache(maxsize=64)
def known_locale(locale: str) -> Locale:
    """Babel's idea of one of Discord's languages; English where it has none."""
    try:
        return Locale.parse(locale, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en")


def _likely(locale: str) -> str:
    """The country in which most speakers of a language live (CLDR, likely subtags)."""
    full = str(get_global("likely_subtags").get(locale.partition("-")[0], ""))
    return full.rpartition("_")[2] if "_" in full else ""
