"""The right hour, once: every zone, five years of its changes, against instants found in another way."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.places.finder import zones
from cogs.checkins.model.times import WEEKDAYS, due_after, due_on, holds_on, local_day, next_due
from tests.cogs.checkins.clocks import due, stretches

DAY = timedelta(days=1)
NAMES = sorted(zones().values())
SPANS = ((2024, 2028), (2010, 2014))
"""Five years from now on, and those with Samoa's lost day and Morocco's, Egypt's, Russia's many changes."""
PARTS = 4
"""So that two cores share them."""
HARD = (
    "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "America/Scoresbysund", "Africa/Cairo", "Asia/Gaza",
    "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Antarctica/Troll", "Pacific/Chatham", "America/Asuncion",
)  # fmt: skip


def around_changes(zone: str, span: tuple[int, int]) -> list[date]:
    """The dates two days before to two days after each change of the clocks."""
    changes = [one.begins.astimezone(ZoneInfo(zone)).date() for one in stretches(zone, *span)[1:]]
    return sorted({day + n * DAY for day in changes for n in range(-2, 3)})


def compare(zone: str, span: tuple[int, int], minutes: list[int], days: list[date]) -> list[str]:
    return [
        f"{zone} {day} {minute // 60:02}:{minute % 60:02} ours {due_on(zone, minute, day)}"
        for day in days
        for minute in minutes
        if due_on(zone, minute, day) != due(zone, minute, day, span)
    ]


@pytest.mark.parametrize("span", SPANS, ids=str)
@pytest.mark.parametrize("zone", HARD)
def test_zones_with_hard_clocks_agree_around_every_change_at_any_quarter_of_an_hour(
    zone: str, span: tuple[int, int]
) -> None:
    assert compare(zone, span, list(range(0, 1440, 60)), around_changes(zone, span)[:60]) == []


@pytest.mark.thorough
@pytest.mark.parametrize("span", SPANS, ids=str)
def test_every_zone_agrees_around_every_change_at_every_quarter_of_an_hour(span: tuple[int, int]) -> None:
    for zone in NAMES:
        assert compare(zone, span, list(range(0, 1440, 15)), around_changes(zone, span)) == []


@pytest.mark.parametrize("part", range(PARTS))
def test_five_years_of_every_zone_have_one_instant_for_each_planned_date_and_none_for_others(part: int) -> None:
    for zone in NAMES[part::PARTS]:
        chance = Random(zone)
        one_each(zone, chance.randrange(1440), SPANS[0])
        minutes = [chance.randrange(1440) for _ in range(3)]
        assert compare(zone, SPANS[0], minutes, around_changes(zone, SPANS[0])) == []


@pytest.mark.parametrize("zone", HARD)
def test_the_years_in_which_whole_dates_fell_out_have_one_instant_for_each_that_was(zone: str) -> None:
    for minute in (30, 1410):
        one_each(zone, minute, SPANS[1])


def one_each(zone: str, minute: int, span: tuple[int, int]) -> None:
    """Steps from one due instant to the next, as the buckets do."""
    first, last = date(span[0], 1, 1), date(span[1], 12, 31)
    fired: list[tuple[datetime, date]] = []
    at, day = due_after(zone, minute, first - DAY)
    while day <= last:
        fired.append((at, day))
        at, day = due_after(zone, minute, day)

    dates = [first + n * DAY for n in range((last - first).days + 1)]
    wanted = [(instant, one) for one in dates if (instant := due(zone, minute, one, span)) is not None]
    assert fired == wanted, zone
    assert len({instant for instant, _ in fired}) == len(fired), zone
    on_weekdays = [one for one in fired if holds_on(WEEKDAYS, one[1])]
    assert on_weekdays == [one for one in wanted if one[1].isoweekday() <= 5], zone
    assert {day for instant, day in fired if shown(zone, instant) != minute} <= changed(zone, span), zone


def shown(zone: str, instant: datetime) -> int:
    """The minute of the day on the clocks there."""
    wall = instant.astimezone(ZoneInfo(zone))
    return wall.hour * 60 + wall.minute


def changed(zone: str, span: tuple[int, int]) -> set[date]:
    """The dates on which the clocks went on there, and those whose time fell past midnight by it."""
    stretched = stretches(zone, *span)
    on = [after.begins + before.offset for before, after in pairwise(stretched) if after.offset > before.offset]
    return {wall.date() for wall in on}


@given(
    zone=st.sampled_from(NAMES), minute=st.integers(0, 1439),
    days=st.floats(0, 8_000),
)  # fmt: skip
@settings(max_examples=150, deadline=None, derandomize=True)
def test_the_next_is_the_first_one_later_than_now(zone: str, minute: int, days: float) -> None:
    after = datetime(2009, 1, 1, tzinfo=UTC) + timedelta(days=days)
    instant, day = next_due(zone, minute, after)
    near = [due_on(zone, minute, local_day(zone, after) + n * DAY) for n in range(-3, 4)]

    assert instant == min(one for one in near if one is not None and one > after)
    assert due_on(zone, minute, day) == instant


def test_a_gap_fires_later_by_its_length_and_an_overlap_once() -> None:
    assert due_on("Europe/Berlin", 150, date(2026, 3, 29)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert due_on("Europe/Berlin", 150, date(2026, 10, 25)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert due_on("Australia/Lord_Howe", 135, date(2026, 10, 4)) == datetime(2026, 10, 3, 15, 45, tzinfo=UTC)


def test_a_date_that_does_not_exist_is_passed_over() -> None:
    assert due_on("Pacific/Apia", 540, date(2011, 12, 30)) is None
    assert due_after("Pacific/Apia", 540, date(2011, 12, 29))[1] == date(2011, 12, 31)


def test_a_leap_day_is_a_day() -> None:
    assert due_after("Europe/Berlin", 540, date(2028, 2, 28)) == (
        datetime(2028, 2, 29, 8, 0, tzinfo=UTC), date(2028, 2, 29),
    )  # fmt: skip
