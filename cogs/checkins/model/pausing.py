"""Until when somebody pauses, as they write it: a date, "2 weeks", "Monday"."""

from datetime import UTC, datetime, time
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

TYPED_MAX = 60


def end_of(typed: str, now: datetime, zone: str, language: str) -> datetime | None:
    """The instant (UTC) at which the pause ends: a day's first minute there, or a later hour of today.

    None for what is no date, or none to come. Takes a tenth of a second the first time: call it beside the event loop.
    """
    place = ZoneInfo(zone)
    here = now.astimezone(place)
    found = _parsed(typed[:TYPED_MAX], here.replace(tzinfo=None), language)
    if found is None:
        return None
    moment = found.replace(tzinfo=place)
    day = datetime.combine(moment.date(), time(), tzinfo=place)
    end = day if day > here else moment
    # in UTC: two times of one zone are compared as clocks on the wall
    return end.astimezone(UTC) if end.astimezone(UTC) > now else None


def _parsed(typed: str, here: datetime, language: str) -> datetime | None:
    library: Any = import_module("dateparser")
    settings = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": here, "RETURN_AS_TIMEZONE_AWARE": False}
    own = language.partition("-")[0]
    for languages in ([own, "en"], ["en"]):
        try:
            found: datetime | None = library.parse(typed, languages=languages, settings=settings)
        except ValueError:
            continue  # a language that it does not know
        return found.replace(tzinfo=None) if found is not None else None
    return None
