"""When somebody may be asked, at its edges."""

from datetime import UTC, datetime

import pytest

from bot.domain.clock import to_ms
from bot.domain.hours import Hours
from bot.domain.ids import GuildId, MemberId
from cogs.relay.model.hours import Listener, cover, is_rest_offered, tomorrow

ADA = MemberId(1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def listener(hours: Hours, *, paused_until_ms: int = 0, rests_until_ms: int = 0) -> Listener:
    return Listener(
        GuildId(1), ADA, hours, 3, by_dm=True, locale=None, paused_until_ms=paused_until_ms,
        rests_until_ms=rests_until_ms,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("utc", "holds"),
    [
        ("2026-01-15T07:59:59", False), ("2026-01-15T08:00:00", True), ("2026-01-15T19:59:59", True),
        ("2026-01-15T20:00:00", False), ("2026-07-15T07:00:00", True), ("2026-07-15T19:00:00", False),
    ],
)  # fmt: skip
def test_nine_to_twenty_one_is_meant_by_the_clock_on_the_wall_in_summer_and_winter(utc: str, holds: bool) -> None:
    assert Hours("Europe/Berlin").holds_at(at(utc)) is holds


@pytest.mark.parametrize(
    ("hour", "holds"), [(20, False), (21, True), (23, True), (0, True), (2, True), (3, False), (12, False)]
)
def test_hours_may_go_over_midnight(hour: int, holds: bool) -> None:
    assert Hours("UTC", 21, 3).holds_at(at(f"2026-01-15T{hour:02}:00:00")) is holds


@pytest.mark.parametrize("hours", [Hours("UTC", 0, 24), Hours("UTC", 7, 7)])
def test_all_day_is_all_day(hours: Hours) -> None:
    assert all(hours.holds_at(at(f"2026-01-15T{hour:02}:30:00")) for hour in range(24))


def test_until_midnight_ends_at_midnight() -> None:
    assert Hours("UTC", 20, 24).holds_at(at("2026-01-15T23:59:59"))
    assert not Hours("UTC", 20, 24).holds_at(at("2026-01-16T00:00:00"))


def test_in_a_zone_of_three_quarters_of_an_hour_the_hours_hold_too() -> None:
    assert not Hours("Asia/Kathmandu").holds_at(at("2026-01-15T03:14:59"))
    assert Hours("Asia/Kathmandu").holds_at(at("2026-01-15T03:15:00"))


def test_a_rest_ends_at_midnight_where_the_person_is() -> None:
    assert tomorrow("America/New_York", at("2026-01-15T03:00:00")) == at("2026-01-15T05:00:00")
    assert tomorrow("Pacific/Auckland", at("2026-01-15T03:00:00")) == at("2026-01-15T11:00:00")


def test_whoever_pauses_or_rests_does_not_listen_until_that_moment() -> None:
    noon = at("2026-01-15T12:00:00")
    all_day = Hours("UTC", 0, 24)

    assert not listener(all_day, paused_until_ms=to_ms(noon) + 1).listens_at(noon)
    assert not listener(all_day, rests_until_ms=to_ms(noon) + 1).listens_at(noon)
    assert listener(all_day, paused_until_ms=to_ms(noon), rests_until_ms=to_ms(noon)).listens_at(noon)


def test_the_cover_counts_who_listens_in_each_of_the_next_hours() -> None:
    noon = at("2026-01-15T12:30:00")
    found = cover([listener(Hours("UTC")), listener(Hours("UTC", 13, 14))], noon)

    assert found[:3] == [1, 2, 1]
    assert (found[8], found[9], len(found)) == (1, 0, 24)


def test_a_rest_is_offered_at_the_fifth_in_an_hour_and_the_fifteenth_in_a_week_once_each() -> None:
    assert [in_hour for in_hour in range(1, 12) if is_rest_offered(in_hour, 0, 0)] == [5]
    assert [in_week for in_week in range(1, 40) if is_rest_offered(1, 0, in_week)] == [15]


def test_a_full_hour_between_five_lines_takes_no_rest_away_and_offers_none_twice() -> None:
    def offered(before: int) -> list[int]:
        return [in_hour for in_hour in range(1, 12) if is_rest_offered(in_hour, before, 0)]

    assert [offered(before) for before in (3, 4, 5, 9)] == [[2], [1], [5], [5]]
