"""Who waits for a moderator, at the edges of the rules."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.groups import Group
from cogs.venting.model.gate import Gate, by_size, is_new, must_wait, usually

NOW = datetime(2026, 3, 1, tzinfo=UTC)
MONTH = timedelta(days=30)


@pytest.mark.parametrize(
    ("readers", "people", "open_invite", "here_for", "gate"),
    [
        (None, 12, True, MONTH, Gate.OFF), (11, 12, True, MONTH, Gate.OFF), (24, 12, True, MONTH, Gate.OFF),
        (25, 12, False, MONTH, Gate.OFF), (25, 12, True, MONTH, Gate.NEW), (99, 12, False, MONTH, Gate.OFF),
        (99, 12, True, MONTH - timedelta(seconds=1), Gate.OFF), (99, 12, True, MONTH, Gate.NEW),
        (100, 12, False, timedelta(), Gate.NEW), (100, None, False, timedelta(), Gate.NEW),
        # few of them come: one column to the left
        (120, 11, False, MONTH, Gate.OFF), (120, 11, True, timedelta(), Gate.NEW), (39, 11, True, MONTH, Gate.OFF),
    ],
)  # fmt: skip
def test_what_holds_where_nobody_chose(
    readers: int | None, people: int | None, open_invite: bool, here_for: timedelta, gate: Gate
) -> None:
    assert by_size(Group(readers, people), open_invite=open_invite, here_for=here_for) is gate


@pytest.mark.parametrize(
    ("gate", "new", "flagged", "waits"),
    [
        (Gate.OFF, True, True, False), (Gate.NEW, True, False, True), (Gate.NEW, False, True, False),
        (Gate.FLAGGED, False, True, True), (Gate.FLAGGED, True, False, True), (Gate.FLAGGED, False, False, False),
        (Gate.ALL, False, False, True),
    ],
)  # fmt: skip
def test_each_choice_takes_in_those_before_it(gate: Gate, new: bool, flagged: bool, waits: bool) -> None:
    assert must_wait(gate, is_new=new, is_flagged=flagged) is waits


def test_a_week_old_account_that_is_here_for_a_day_is_not_new() -> None:
    week, day, tick = timedelta(days=7), timedelta(days=1), timedelta(seconds=1)

    assert not is_new(NOW - week, NOW - day, NOW)
    assert is_new(NOW - week + tick, NOW - day, NOW)
    assert is_new(NOW - week, NOW - day + tick, NOW)
    assert not is_new(NOW - week, None, NOW)


def test_how_long_it_takes_is_said_as_people_say_it() -> None:
    assert usually([]) == "unknown"
    assert usually([5, 60, 900]) == "hour"
    assert usually([61]) == "day"
    assert usually([3, 2_000, 4_000]) == "longer"
