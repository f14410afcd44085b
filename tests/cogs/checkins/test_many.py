"""Many people at nine: one row of work for all of them, each asked once, small servers not behind large ones."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import delete, update

from bot.data.database import Database
from bot.data.queue import Job, Lease, NewJob, put
from bot.data.tables import inbox, job
from bot.data.unit import Unit
from bot.domain.clock import real_ms
from bot.domain.ids import ChannelId, GuildId, MemberId
from bot.observe import metrics
from cogs.checkins.model.plan import LATE_AT_MOST, DayState, State, Work
from cogs.checkins.service import sending
from cogs.checkins.service.sending import Ended, Ping, Sending
from cogs.checkins.store.tables import checkin_bucket, checkin_day, checkin_plan
from tests.cogs.checkins.town import GUILD, Town, settle
from tests.rows import rows

EIGHT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
NINE = EIGHT + timedelta(hours=1)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
NOBODYS = Job(1, Work.SEND, "all", "{}", None, None, 1, 0, Lease(0), "nobody")
"""The work of sending, as if a process held it."""


@pytest.fixture
async def town(database: Database) -> AsyncIterator[Town]:
    one = await settle(database, EIGHT)
    await one.worker.start()
    yield one
    await one.worker.drain(5)


async def states(town: Town) -> list[DayState]:
    return [DayState(row.state) for row in sorted(await rows(town.database, checkin_day), key=lambda row: row.day)]


async def test_all_are_asked_once_a_day_and_share_one_row_of_work(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "CHUNK", 7)
    await town.plans(range(1, 61))
    work = [row.kind for row in await rows(town.database, job)]
    for n in range(3):
        await town.at(NINE + n * DAY + MINUTE)

    assert work == [Work.DUE]
    assert set(town.asked.values()) == {3}
    assert len(town.asked) == 60
    assert len(await rows(town.database, checkin_bucket)) == 1


async def test_a_small_server_does_not_wait_behind_a_large_one(town: Town) -> None:
    await town.plans(range(1, 101), guild=1)
    await town.plans(range(201, 204), guild=2)
    await town.at(NINE + MINUTE)

    places = [number for number, (channel, _) in enumerate(town.said.sent) if channel > 200]
    assert len(town.said.sent) == 103
    # within the first go; inside it they travel side by side
    assert max(places) < sending.AT_ONCE


async def test_after_a_week_down_one_is_asked_and_the_others_were_missed_by_us(town: Town) -> None:
    await town.plans(range(1, 4))
    before = metrics.checkins_missed._value.get()
    await town.at(NINE + 6 * DAY + timedelta(hours=2, minutes=59))

    assert set(town.asked.values()) == {1}
    assert await states(town) == [DayState.MISSED] * 18 + [DayState.SENT] * 3
    assert metrics.checkins_missed._value.get() - before == 18


@pytest.mark.parametrize(("late", "asked"), [(timedelta(hours=2, minutes=59), 1), (timedelta(hours=3, minutes=1), 0)])
async def test_a_question_is_three_hours_late_at_most(town: Town, late: timedelta, asked: int) -> None:
    await town.plan(1)
    await town.at(NINE + late)

    assert town.asked.total() == asked


async def test_a_clock_that_jumps_a_year_is_survived(town: Town) -> None:
    await town.plan(1)
    await town.at(NINE + 365 * DAY + MINUTE)
    await town.at(NINE + 366 * DAY + MINUTE)

    assert town.asked.total() == 2
    assert len(await rows(town.database, checkin_day)) <= 16


async def test_a_new_plan_asks_nothing_of_the_past_and_a_moved_one_never_twice_a_date(town: Town) -> None:
    await town.at(NINE + timedelta(minutes=30))
    await town.plan(1)
    await town.at(NINE + timedelta(hours=2))
    at_first = town.asked.total()
    await town.plan(1, minute=15 * 60)
    await town.at(NINE + timedelta(hours=7))
    # from Berlin's evening to an island where the same date is still morning
    await town.plan(1, zone="Pacific/Honolulu", minute=540)
    await town.at(NINE + timedelta(hours=12))

    assert at_first == 0
    assert town.asked.total() == 1


async def test_however_often_a_process_dies_before_it_sends_nobody_is_given_up(database: Database) -> None:
    town = await settle(database, EIGHT)
    await town.plans(range(1, 6))
    database.wall.follow((NINE + MINUTE).timestamp(), 0.001)
    await database.change(lambda unit: town.ours.sending.due(unit, NOBODYS))
    lives = [await town.ours.sending.next_pings() for _ in range(30)]
    await town.worker.start()
    await town.at(NINE + MINUTE)
    await town.worker.drain(5)

    assert [one.begun_before for one in lives[0]] == [False] * 5
    assert all(one.begun_before for life in lives[1:] for one in life), "it may have got through: it is looked for"
    assert town.asked == Counter(range(1, 6))


async def test_a_question_that_is_refused_is_tried_less_and_less_often_and_given_up_when_late(
    database: Database,
) -> None:
    town = await settle(database, EIGHT)
    await town.plans(range(1, 2))
    database.wall.follow((NINE + MINUTE).timestamp(), 0.001)
    await database.change(lambda unit: town.ours.sending.due(unit, NOBODYS))
    pauses: list[int] = []
    for _ in range(20):
        [ping] = await town.ours.sending.next_pings()
        await database.change(lambda unit, ping=ping: refused(unit, town, ping))
        [day] = await rows(database, checkin_day)
        pauses.append(round((day.visible_ms - real_ms()) / 1000))
        await database.change(lambda unit: unit.run(update(checkin_day).values(visible_ms=0)))
    database.wall.follow((NINE + MINUTE + LATE_AT_MOST).timestamp(), 0.001)

    assert pauses[:5] == [1, 3, 10, 30, 60]
    assert set(pauses[5:]) == {60}
    assert await town.ours.sending.next_pings() == []
    assert await states(town) == [DayState.MISSED]


def refused(unit: Unit, town: Town, ping: Ping) -> None:
    unit.run(delete(job))
    put(unit.connection, NewJob(kind=NOBODYS.kind, key=NOBODYS.key), unit.now_ms)
    unit.run(update(job).values(id=NOBODYS.id, lease_by=NOBODYS.lease_by, attempts=NOBODYS.attempts))
    Sending.ended.__wrapped__(town.ours.sending, unit, NOBODYS, [(ping, Ended.FAILED)])  # type: ignore[attr-defined]


async def test_two_processes_ask_once(town: Town) -> None:
    if town.database.is_sqlite:
        pytest.skip("one process only")
    other = await settle(town.database, EIGHT)
    await other.worker.start()
    await town.plans(range(1, 40))
    town.database.wall.follow((NINE + MINUTE).timestamp())
    other.worker.wake()
    await town.at(NINE + MINUTE)
    await other.worker.drain(5)

    # the second worker has the same rows; whichever took the one job of sending asked
    assert sorted((town.asked + other.asked).values()) == [1] * 39


async def test_no_work_of_any_kind_reaches_who_is_paused_whenever_they_pause(town: Town) -> None:
    """Everybody pauses at a moment of their own; after it nothing comes, and before it all that was due."""
    chance = Random(5)
    pauses = {member: EIGHT + timedelta(minutes=chance.randrange(6 * 24 * 60)) for member in range(1, 25)}
    await town.plans(range(1, 25))
    plans = {row.member_id: row.id for row in await rows(town.database, checkin_plan)}
    for member, number in plans.items():
        await town.ours.planning.recap(number, MemberId(member), on=True)
    moments = sorted([*pauses.values(), *(NINE + n * DAY for n in range(7))])
    for moment in moments:
        await town.at(moment)
        for member in [one for one, at in pauses.items() if at == moment]:
            before = town.asked[member]
            await town.ours.planning.pause(GUILD, MemberId(member), None)
            expected = sum(NINE + n * DAY <= moment for n in range(7))
            # after three silent days one question, then quiet
            assert before == min(expected, 4)
    heard = town.asked.copy()
    await town.at(NINE + 30 * DAY)

    assert town.asked == heard
    assert {State(row.state) for row in await rows(town.database, checkin_plan)} <= {State.ON, State.QUIET}


async def test_a_pause_between_expansion_and_sending_holds(town: Town) -> None:
    await town.plans(range(1, 30))
    for member in range(1, 30, 2):
        await town.ours.planning.pause(GUILD, MemberId(member), NINE + DAY)
    await town.quiet(2)
    await town.at(NINE + MINUTE)

    assert set(town.asked) == set(range(4, 30, 2))
    assert [row.member_id for row in await rows(town.database, inbox)] == [2]


async def test_plans_are_swept_and_buckets_go_with_their_last_plan(town: Town) -> None:
    await town.plan(1)
    await town.at(NINE + MINUTE)
    plan = await town.ours.planning.of(GUILD, MemberId(1))
    assert plan is not None
    for thread in (201, 202):
        await town.ours.planning.into_thread(plan.id, MemberId(1), ChannelId(thread))
    await town.ours.planning.stop(GUILD, MemberId(1))
    await town.database.change(town.ours.sending.plant)
    await town.at(NINE + 100 * DAY)
    only_the_one_before = list(town.said.gone)
    await town.at(NINE + 200 * DAY)
    await town.at(NINE + 202 * DAY)

    assert (only_the_one_before, town.said.gone) == ([201], [201, 202])
    assert await rows(town.database, checkin_day) == []
    assert await rows(town.database, checkin_plan) == []
    assert await rows(town.database, checkin_bucket) == []
    assert isinstance(asyncio.get_running_loop(), asyncio.AbstractEventLoop)
    assert GuildId(1) == GUILD
