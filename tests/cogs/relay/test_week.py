"""A week of people, on a moved clock: nobody asked outside their yes, no vent left alone."""

from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.groups import rules_for
from cogs.relay.store import pings
from tests.cogs.relay.souls import Soul
from tests.cogs.relay.week import Week, opened

SIZES = (8, 15, 30, pytest.param(200, marks=pytest.mark.thorough))
"""Two hundred people take half a minute: `make thorough`."""


@pytest.mark.parametrize("people", SIZES)
async def test_in_a_week_nobody_is_asked_beyond_their_yes_and_no_vent_is_left_alone(
    tmp_path: Path, people: int
) -> None:
    database = await opened(tmp_path / "week.db")
    try:
        week = Week(database, people, seed=people)
        await week.live()

        assert len(week.asked) > len(week.vents) / 2
        _nobody_beyond_their_hours(week)
        _nobody_beyond_their_limit(week)
        _no_author_where_it_gives_nobody_away(week)
        await _no_vent_left_alone(week)
        await _nothing_kept_of_what_ended(week)
    finally:
        await database.close()


def _nobody_beyond_their_hours(week: Week) -> None:
    for asked in week.asked:
        assert _listened(asked.soul, asked.at), asked
        assert not any(begun < asked.at < over for begun, over in asked.soul.silent), asked


def _listened(soul: Soul, at: datetime) -> bool:
    """Worked out anew, by the hand of the clock."""
    assert soul.listens is not None
    local, hours = at.astimezone(ZoneInfo(soul.zone)), soul.listens.hours
    open_hours = [hour % 24 for hour in range(hours.opens, hours.closes + (24 if hours.closes <= hours.opens else 0))]
    return local.hour in open_hours


def _nobody_beyond_their_limit(week: Week) -> None:
    by_soul: dict[int, list[datetime]] = defaultdict(list)
    for asked in week.asked:
        by_soul[asked.soul.member].append(asked.at)
    most = {soul.member: soul.listens.most for soul in week.souls if soul.listens is not None}
    for member, moments in by_soul.items():
        for moment in moments:
            assert sum(timedelta() <= moment - other < timedelta(days=1) for other in moments) <= most[member] <= 3


def _no_author_where_it_gives_nobody_away(week: Week) -> None:
    pairs = [(asked.soul, week.vents[asked.vent]) for asked in week.asked]
    assert len({(soul.member, told.vent) for soul, told in pairs}) == len(pairs), "nobody is asked twice for one vent"
    for soul, told in pairs:
        assert soul is not told.author or (week.people < 40 and not told.by_name)


async def _no_vent_left_alone(week: Week) -> None:
    enough = rules_for(week.people).enough_support
    for told in week.vents.values():
        waited = week.now - told.since
        if told.ended or len(told.supporters) >= enough or waited < timedelta(hours=24, minutes=31):
            continue
        assert await week.note_waits(told), told


async def _nothing_kept_of_what_ended(week: Week) -> None:
    for told in week.vents.values():
        if told.ended:
            assert await week.database.read(lambda look, vent=told.vent: pings.of(look, vent)) == []
