"""What a plan counts and how people write it: rules at their edges."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.ids import GuildId, MemberId
from cogs.checkins.model.counting import Counted, prefilled, read
from cogs.checkins.model.pausing import end_of
from cogs.checkins.model.plan import (
    Answer,
    By,
    Day,
    DayState,
    Kept,
    OwnWords,
    Plan,
    Share,
    State,
    consistency,
    kept_as,
)  # fmt: skip
from cogs.checkins.model.recap import past, recap_due, recap_moved
from cogs.checkins.model.times import EVERY_DAY, WEEKDAYS, days_of, minute_of

MONDAY = date(2026, 11, 16)
SUNDAY_NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LABELS = {"applications": "applications", "own": "Portuguese"}


def day(number: int, answer: Answer | None = Answer.DID, state: DayState = DayState.SENT, **more: object) -> Day:
    return Day(MONDAY + timedelta(days=number), state, bool(more.get("planned", True)), answer, {})


def plan() -> Plan:
    return Plan(
        7, GuildId(1), MemberId(2), "Europe/Berlin", 540, WEEKDAYS, ("applications",), By.DM, None, Share.NOBODY,
        State.ON, 0, None, "en-US", OwnWords(), 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("9", 540), ("9:30", 570), ("9am", 540), ("9 AM", 540), ("9pm", 1260), ("21:05", 1265), (" 21.05 ", 1265),
        ("9h30", 570), ("0930", 570), ("12am", 0), ("12pm", 720), ("0:00", 0), ("23:59", 1439), ("21 Uhr", 1260),
        ("9 o'clock", 540), ("12:30 p.m.", 750),
        ("9 o’clock", 540), ("at 9:30", 570), ("um 9 Uhr", 540), ("9 Uhr 30", 570), ("9,30", 570), ("Noon", 720),
        ("12 noon", 720), ("midnight", 0), ("Mitternacht", 0), ("mittags", 720),
        ("noonish", None), ("11 noon", None), ("9 Uhr abends", None), ("at", None),
        ("25:61", None), ("24:00", None), ("9:60", None), ("13pm", None), ("0am", None), ("yesterday", None),
        ("", None),
        ("-1", None), ("9:5", None), ("9:30:15", None), ("٩", 540), ("99", None), ("9" * 300, None),
    ],
)  # fmt: skip
def test_a_time_is_understood_as_people_write_it(typed: str, minute: int | None) -> None:
    assert minute_of(typed) == minute


def test_days_are_bits_and_nonsense_is_passed_over() -> None:
    assert days_of(("mon", "tue", "wed", "thu", "fri")) == WEEKDAYS
    assert days_of(("sun", "mon", "mon", "someday")) == 0b1000001
    assert days_of(()) == 0


def test_counts_are_read_as_people_write_them() -> None:
    counted = read("applications: 2\n3 Portuguese\nApplications = 1\n2x own\n\n  applications 4  ", LABELS)

    assert counted.counts == {"applications": 7, "own": 5}
    assert counted.unread == ()
    assert prefilled(LABELS, counted.counts) == "applications: 7\nPortuguese: 5"
    assert read("- applications: 2, 3 Portuguese\n* own 1;applications 1", LABELS) == Counted(
        {"applications": 3, "own": 4}, ()
    )


def test_a_slip_takes_nothing_away_that_was_counted_before() -> None:
    before = {"applications": 2, "own": 1}

    assert read("own: 4\napplications: two", LABELS).instead_of(before) == {"applications": 2, "own": 4}
    assert read("own: 4", LABELS).instead_of(before) == {"own": 4}, "what was left out is meant"
    assert read("applications: 1, lunch: 2", LABELS).unread == ("applications: 1, lunch: 2",)


@pytest.mark.parametrize("line", ["lunch: 2", "applications: many", "applications: -1", "applications: 1000", "7", "?"])
def test_a_line_that_cannot_be_read_is_given_back_as_it_was(line: str) -> None:
    assert read(f"{line}\napplications: 1", LABELS) == read(f"applications: 1\n{line}", LABELS)
    assert read(line, LABELS).unread == (line,)
    assert read(line, LABELS).counts == {}


def test_a_tough_day_is_kept_as_rest() -> None:
    assert [kept_as(one) for one in ("did", "part", "rest", "tough")] == ["did", "part", "rest", "rest"]
    with pytest.raises(ValueError, match="sad"):
        kept_as("sad")


def test_consistency_is_four_of_five_days_and_never_starts_over() -> None:
    week = [day(0), day(1, None), day(2, Answer.PART), day(3, Answer.REST), day(4)]

    assert consistency(week, 5, MONDAY + timedelta(days=4)) == Kept(4, 5)
    assert consistency(week, 5, MONDAY + timedelta(days=60)) == Kept(4, 5)


def test_only_as_many_days_as_the_plan_has_in_a_week_are_looked_at() -> None:
    fortnight = [day(n, None) for n in range(5)] + [day(n) for n in range(7, 12)]

    assert consistency(fortnight, 5, MONDAY + timedelta(days=11)) == Kept(5, 5)


@pytest.mark.parametrize("state", [DayState.EXCUSED, DayState.MISSED])
def test_excused_days_neither_add_nor_take(state: DayState) -> None:
    excused = [day(n, None, state) for n in range(3, 30)]

    assert consistency([day(0), day(1, None), day(2), *excused], 5, MONDAY + timedelta(days=40)) == Kept(2, 3)


def test_today_counts_once_it_is_answered_and_an_unplanned_day_never() -> None:
    today = MONDAY + timedelta(days=2)

    assert consistency([day(0), day(1), day(2, None)], 5, today) == Kept(2, 2)
    assert consistency([day(0), day(1), day(2)], 5, today) == Kept(3, 3)
    assert consistency([day(0), day(1, planned=False)], 5, today) == Kept(1, 1)
    assert consistency([], 5, today) == Kept(0, 0)


@pytest.mark.parametrize(
    ("typed", "language", "end"),
    [
        ("2 weeks", "en-US", "2026-12-05T23:00:00"), ("in 2 weeks", "en-US", "2026-12-05T23:00:00"),
        ("2 Wochen", "de", "2026-12-05T23:00:00"), ("2 weeks", "de", "2026-12-05T23:00:00"),
        ("2 weeks", "xx", "2026-12-05T23:00:00"), ("tomorrow", "en-US", "2026-11-22T23:00:00"),
        ("Monday", "en-US", "2026-11-22T23:00:00"), ("2026-12-24", "en-US", "2026-12-23T23:00:00"),
        ("in 3 hours", "en-US", "2026-11-22T15:00:00"), ("1 July", "en-US", "2027-06-30T22:00:00"),
        ("yesterday", "en-US", None), ("25:61", "en-US", None), ("banana", "en-US", None),
        ("22.11.", "de", None), ("22 November", "en-US", None), ("11/22", "en-US", None),
        ("22.11.2027", "de", "2027-11-21T23:00:00"), ("a year", "en-US", "2027-11-21T23:00:00"),
        ("2001-01-01", "en-US", None), ("2.12.", "de", "2026-12-01T23:00:00"),
        ("2.12.2026", "de", "2026-12-01T23:00:00"),
        ("02/12", "de", "2026-12-01T23:00:00"), ("02/12", "en-US", "2027-02-11T23:00:00"), ("31.02.", "de", None),
        ("02/12", "en-GB", "2026-12-01T23:00:00"), ("14.30", "de", "2026-11-22T13:30:00"),
        ("until Monday", "en-US", "2026-11-22T23:00:00"), ("bis zum 24. Dezember", "de", "2026-12-23T23:00:00"),
        ("nächsten Montag", "de", "2026-11-22T23:00:00"), ("in einer Woche", "de", "2026-11-28T23:00:00"),
        ("bis 3.1.", "en-US", "2027-01-02T23:00:00"), ("in 2 Wochen", "en-US", "2026-12-05T23:00:00"),
        ("übermorgen", "en-US", "2026-11-23T23:00:00"), ("a fortnight", "en-US", "2026-12-05T23:00:00"),
        ("5", "en-US", None), ("29 Feb 2027", "en-US", None), ("29.2.2028", "en-US", "2028-02-28T23:00:00"),
        ("today", "en-US", None), ("x" * 500, "en-US", None), ("vor 2 Wochen", "en-US", None),
    ],
)  # fmt: skip
def test_the_end_of_a_pause_is_the_first_minute_of_a_day_there(typed: str, language: str, end: str | None) -> None:
    found = end_of(typed, SUNDAY_NOON, "Europe/Berlin", language)

    assert (found.isoformat() if found else None) == (f"{end}+00:00" if end else None)


def test_weeks_show_what_was_answered_and_rest_kindly() -> None:
    days = [
        day(0), day(1, Answer.PART), day(2, Answer.REST), day(3, None), day(4, None, DayState.MISSED),
        day(5, None, DayState.EXCUSED), day(6, None),
    ]  # fmt: skip
    days[0].counts.update(applications=2, learning=1)

    found = past(plan(), days, MONDAY + timedelta(days=6), 8)

    assert found.weeks == ((MONDAY, ("did", "part", "rest", "asked", "missed", "", "")),)
    assert found.acts == (("applications", 2), ("learning", 1))
    assert found.days == 3


def evening(text: str, zone: str) -> datetime:
    return datetime.fromisoformat(f"{text}T17:05:00").replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("zone", "planned", "now", "moved"),
    [
        # on Wednesday: the same Sunday, in the evening there
        ("Asia/Tokyo", evening("2026-11-01", "Europe/London"), "2026-10-28T12:00", evening("2026-11-01", "Asia/Tokyo")),
        # on Sunday at noon, where it is late already: it is not lost
        ("Asia/Tokyo", evening("2026-11-01", "Europe/London"), "2026-11-01T12:00", None),
        # it came in Tokyo already: no second one in the evening of Honolulu
        (
            "Pacific/Honolulu", evening("2026-11-08", "Asia/Tokyo"), "2026-11-01T12:00",
            evening("2026-11-08", "Pacific/Honolulu"),
        ),
    ],
)  # fmt: skip
def test_a_recap_moves_with_its_person_and_none_is_lost_or_doubled(
    zone: str, planned: datetime, now: str, moved: datetime | None
) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)

    assert recap_moved(5, zone, planned, at) == (moved or at)


def test_a_recap_comes_on_sunday_evening_there() -> None:
    due = recap_due(7, "Europe/Berlin", SUNDAY_NOON)
    after = recap_due(7, "Europe/Berlin", due)

    assert due.isoformat() == "2026-11-22T16:07:00+00:00"
    assert after - due == timedelta(days=7)
    assert EVERY_DAY.bit_count() == 7
