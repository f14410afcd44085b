"""Until when somebody pauses, as they write it: a date, "2 weeks", "Monday"."""

import re
from datetime import UTC, datetime, time
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import get_date_format

from bot.places.finder import known_locale

TYPED_MAX = 60
_DOTTED = re.compile(r"(0?[1-9]|[12]\d|3[01])\.\s*(0?[1-9]|1[0-2])\.?\s*(\d{4})?")
"""Day and month with dots: the library takes them for a time of day, or for month and day."""
_SAID = (
    (re.compile(r"^(?:until|till|bis(?: zum)?)\s+", re.I), ""),
    (re.compile(r"^(?:nächste|kommende)[nrs]?\s+(?=\w+(?:tag|woch|abend)\b)", re.I), ""),
    (re.compile(r"\beine[rnms]?\b", re.I), "1"),
    (re.compile(r"\b(?:a\s+)?fortnight\b", re.I), "2 weeks"),
)
"""How people say it, which the library does not read."""
_BARE = re.compile(r"\d{1,3}")
"""Of a number alone nobody can tell what is meant; the library takes 5 for May."""


def end_of(typed: str, now: datetime, zone: str, language: str) -> datetime | None:
    """The instant (UTC) at which the pause ends: a day's first minute there, or a later hour of today.

    None for what is no date, or none to come. Takes a tenth of a second the first time: call it beside the event loop.
    """
    place = ZoneInfo(zone)
    here = now.astimezone(place)
    found = _parsed(typed[:TYPED_MAX], here.replace(tzinfo=None), language)
    if found is None or _is_today(found, here, typed):
        return None
    moment = found.replace(tzinfo=place)
    day = datetime.combine(moment.date(), time(), tzinfo=place)
    end = day if day > here else moment
    # in UTC: two times of one zone are compared as clocks on the wall
    return end.astimezone(UTC) if end.astimezone(UTC) > now else None


def _is_today(found: datetime, here: datetime, typed: str) -> bool:
    """Whether today's own date was typed, without a year: that is no day to come, and a year's pause not meant."""
    a_year_on = found.year > here.year and (found.month, found.day) == (here.month, here.day)
    names_day = re.search(rf"\b0?{here.day}\b", typed) is not None
    return a_year_on and names_day and re.search(r"\d{4}", typed) is None


def _day_first(language: str) -> bool:
    short = get_date_format("short", locale=known_locale(language)).pattern
    return short.index("d") < short.index("M")


def _parsed(typed: str, here: datetime, language: str) -> datetime | None:
    library: Any = import_module("dateparser")
    settings = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": here, "RETURN_AS_TIMEZONE_AWARE": False}
    for said, plain in _SAID:
        typed = said.sub(plain, typed.strip())
    if _BARE.fullmatch(typed):
        return None
    own, order = language.partition("-")[0], "DMY" if _day_first(language) else "MDY"
    if dotted := _DOTTED.fullmatch(typed.strip()):
        typed, order = "/".join(part for part in dotted.groups() if part), "DMY"
    settings["DATE_ORDER"] = order
    for languages in ([own, "en"], ["en"], ["de"]):
        try:
            found: datetime | None = library.parse(typed, languages=languages, settings=settings)
        except ValueError:
            continue  # a language that it does not know
        if found is not None:
            return found.replace(tzinfo=None)
    return None
