"""A place is understood as people write it, in their language, while the loop goes on."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.places.finder import Places, clock_in, is_zone, zones
from bot.places.gather import folded

_KNOWN: dict[str, Places] = {}


@pytest.fixture
async def places() -> Places:
    """Read once for all tests: it takes a second."""
    if not _KNOWN:
        _KNOWN["it"] = Places()
        await _KNOWN["it"].ready()
    return _KNOWN["it"]


@pytest.mark.parametrize(
    ("typed", "locale", "zone", "label"),
    [
        ("Munich", "en-US", "Europe/Berlin", "Munich, Germany"),
        ("münchen", "de", "Europe/Berlin", "Munich, Deutschland"),
        ("Boston", "en-US", "America/New_York", "Boston, MA, United States"),
        ("sao pau", "en-GB", "America/Sao_Paulo", "São Paulo, Brazil"),
        ("東京", "en-US", "Asia/Tokyo", "Tokyo, Japan"),
        ("Deutschland", "de", "Europe/Berlin", "Berlin, Deutschland"),
        ("Germany", "de", "Europe/Berlin", "Berlin, Deutschland"),
        ("lord howe", "en-US", "Australia/Lord_Howe", "Australia/Lord Howe"),
        ("USA", "en-US", "America/New_York", "New York City, NY, United States"),
        ("Samoa", "en-US", "Pacific/Apia", "Samoa, Pacific/Apia"),
        ("", "de", "Europe/Berlin", "Berlin, Deutschland"),
    ],
)
async def test_it_is_offered_first(places: Places, typed: str, locale: str, zone: str, label: str) -> None:
    found = await places.like(typed, locale)

    assert (found[0].zone, found[0].label) == (zone, label)
    assert len(found) <= 25


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Berlin", ["Europe/Berlin"]), ("  new york ", ["America/New_York"]), ("europe/madrid", ["Europe/Madrid"]),
        ("kolkat", ["Asia/Kolkata"]), ("UTC", ["UTC"]), ("utc", ["UTC"]), ("London", ["Europe/London"]),
        ("Samoa", ["Pacific/Apia"]), ("American Samoa", ["Pacific/Pago_Pago"]), ("pacific/samoa", ["Pacific/Samoa"]),
        ("Birmingham", ["Europe/London"]), ("San Jose", ["America/Los_Angeles", "America/Costa_Rica", "Asia/Manila"]),
        ("Deutschland", ["Europe/Berlin"]),
        ("london, UK", ["Europe/London"]), ("Paris, TX", ["Europe/Paris"]),
        ("Springfield, MA", ["America/New_York"]), ("Nowhere, at all, UK", []),
        ("GMT+5:30", ["Asia/Kolkata", "Asia/Colombo"]), ("+0545", ["Asia/Kathmandu"]), ("+15", []), ("-", []),
        ("JST", ["Asia/Tokyo"]), ("bst", ["Asia/Dhaka", "Europe/London"]), ("🏝️", []), (",", []),
        ("", []), ("   ", []), ("Nowhere at all", []), ("../../etc/passwd", []), ("Factory", []), ("localtime", []),
    ],
)  # fmt: skip
async def test_one_is_taken_where_one_is_clearly_meant(places: Places, typed: str, meant: list[str]) -> None:
    assert [one.zone for one in await places.meant(typed, "en-US")] == meant


async def test_a_large_country_is_asked_about(places: Places) -> None:
    found = await places.meant("United States", "en-US")

    assert [one.zone for one in found][:3] == ["America/New_York", "America/Los_Angeles", "America/Chicago"]


async def test_zones_and_countries_are_found_before_the_cities_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.places.finder.WAITS_S", 0.0)
    cold = Places()

    assert [one.zone for one in await cold.meant("Berlin", "en-US")] == ["Europe/Berlin"]
    assert "Europe/Berlin" in [one.zone for one in await cold.like("Deutschland", "de")]
    await cold.ready()


async def test_no_offered_zone_is_unknown_to_the_clock(places: Places) -> None:
    offered = {one.zone for letter in "abcdefghijklmnopqrstuvwxyz" for one in await places.like(letter, "xx")}

    assert all(ZoneInfo(zone) and is_zone(zone) for zone in {*offered, *zones().values()})
    assert not is_zone("Factory")


def test_the_clock_there_is_told_as_the_language_has_it() -> None:
    noon = datetime(2026, 7, 1, 12, 5, tzinfo=UTC)

    assert clock_in("Europe/Berlin", noon, "de") == "14:05"
    assert clock_in("America/New_York", noon, "en-US") == "8:05 AM"
    assert clock_in("America/New_York", noon, "xx") == "8:05 AM"


def test_names_are_compared_without_accents_and_signs() -> None:
    assert folded("São-Tomé  (Príncipe)_x") == "sao tome principe x"
