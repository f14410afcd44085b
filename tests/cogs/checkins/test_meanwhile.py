"""Somebody changes something while their question is on its way, or in the same moment twice: nothing is lost by it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.util import await_only

from bot.data import people
from bot.data.database import Database
from bot.data.people import Choices
from bot.data.tables import inbox, job
from bot.data.unit import Unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, MemberId
from cogs.checkins.model.counting import Counted
from cogs.checkins.model.plan import Answer, By, Plan, Share, Wished, Work
from cogs.checkins.service.answering import Answering
from cogs.checkins.store import days, plans
from tests.cogs.checkins.town import GUILD, Town, settle
from tests.rows import eventually, rows

SATURDAY = datetime(2026, 11, 28, 7, 0, tzinfo=UTC)
NINE, SUNDAY_EVENING = SATURDAY + timedelta(hours=1, minutes=1), SATURDAY + timedelta(days=1, hours=12)
EVERYBODY = range(1, 7)
Change = Callable[[], Awaitable[object]]


@pytest.fixture
async def town(database: Database) -> AsyncIterator[Town]:
    one = await settle(database, SATURDAY)
    await one.worker.start()
    yield one
    await one.worker.drain(5)


async def plan_of(town: Town, member: int) -> Plan:
    one = await town.ours.planning.of(GUILD, MemberId(member))
    assert one is not None
    return one


async def dm_of(town: Town, member: int) -> int | None:
    return await town.database.read(lambda look: people.choices(look, GUILD, MemberId(member)).dm)


async def nothing() -> None:
    """Nobody does anything meanwhile."""


def opens_another(town: Town, member: int) -> Change:
    """They had closed their direct messages and say yes again: Discord gives another channel."""
    chosen = Choices(dm=ChannelId(member + 100))
    return lambda: town.database.change(lambda unit: people.choose(unit, GUILD, MemberId(member), chosen))


def into_thread(town: Town, one: Plan, thread: int) -> Change:
    return lambda: town.ours.planning.into_thread(one.id, one.member, ChannelId(thread))


def into_dms(town: Town, one: Plan) -> Change:
    wished = Wished(one.zone, one.minute, one.days, one.acts, "", "", By.DM, Share.NOBODY, "en-US")
    return lambda: town.ours.planning.keep(GUILD, one.member, wished, ChannelId(one.member + 100))


def stops(town: Town, one: Plan) -> Change:
    return lambda: town.ours.planning.stop(GUILD, one.member)


async def life(town: Town) -> None:
    """While they are written to 1 does nothing, 2 opens other DMs, 3 goes into a thread, 4 out of one, 5 stops.

    6 goes from one thread into another.
    """
    await town.plans(EVERYBODY)
    plans = {member: await plan_of(town, member) for member in EVERYBODY}
    await into_thread(town, plans[4], 204)()
    await into_thread(town, plans[6], 206)()
    town.said.closed = {
        1: nothing, 2: opens_another(town, 2), 3: into_thread(town, plans[3], 203), 204: into_dms(town, plans[4]),
        5: stops(town, plans[5]), 206: into_thread(town, plans[6], 306),
    }  # fmt: skip


async def is_as_they_chose(town: Town) -> None:
    ways = [(await plan_of(town, member)).thread for member in (2, 3, 4, 6)]
    assert ways == [None, 203, None, 306]
    assert [await dm_of(town, member) for member in (1, 2, 3, 4)] == [None, 102, None, 104]
    assert [row.member_id for row in await rows(town.database, inbox)] == [1]


async def test_a_door_that_is_opened_while_another_is_found_closed_stays_open_and_is_asked_at(town: Town) -> None:
    await life(town)
    await town.at(NINE)

    assert dict(town.asked) == {102: 1, 203: 1, 104: 1, 306: 1}
    assert sorted(town.said.gone) == [204, 206]  # threads that a plan moved out of
    await is_as_they_chose(town)


async def test_a_recap_finds_the_new_door_as_well(town: Town) -> None:
    await life(town)
    closed, town.said.closed = town.said.closed, {}
    await town.at(NINE)
    for member in EVERYBODY:
        one = await plan_of(town, member)
        await town.ours.planning.recap(one.id, MemberId(member), on=True)
        await town.ours.answering.answer(one.id, SATURDAY.date(), MemberId(member), Answer.REST)
        await town.ours.answering.answer(one.id, SATURDAY.date() + timedelta(days=1), MemberId(member), Answer.REST)
    town.said.sent.clear()
    town.said.closed = closed
    await town.at(SUNDAY_EVENING)

    assert sorted(channel for channel, mark in town.said.sent if "norecap" in mark) == [102, 104, 203, 306]
    await is_as_they_chose(town)


async def test_who_is_asked_on_sunday_evening_has_that_day_in_their_week(town: Town) -> None:
    # at nine in the morning, at eight in the evening, at half past eleven
    for member, minute in ((1, 540), (2, 1200), (3, 1410)):
        await town.plan(member, minute=minute)
        one = await plan_of(town, member)
        await town.ours.planning.recap(one.id, MemberId(member), on=True)
        await town.ours.answering.answer(one.id, SATURDAY.date(), MemberId(member), Answer.REST)
    recaps: list[list[int]] = []
    for hours in (0, 1, 2):
        await town.at(SUNDAY_EVENING + timedelta(hours=hours - 1))
        recaps.append(sorted(channel for channel, mark in town.said.sent if "norecap" in mark))

    assert recaps == [[1, 3], [1, 3], [1, 2, 3]]


async def test_who_wants_to_go_on_within_the_hour_has_their_week_all_the_same(town: Town) -> None:
    at_five = SATURDAY.replace(hour=16, minute=1)
    for member in (1, 2):
        await town.plan(member, minute=17 * 60)
    keeps, goes_quiet = [await plan_of(town, member) for member in (1, 2)]
    for later in range(9):
        await town.at(at_five + timedelta(days=later))
        for one in (keeps, goes_quiet) if later < 5 else ():
            await town.ours.answering.answer(one.id, (at_five + timedelta(days=later)).date(), one.member, Answer.REST)
    for one in (keeps, goes_quiet):
        await town.ours.planning.recap(one.id, one.member, on=True)
        due = to_ms(at_five + timedelta(days=8, minutes=4))
        await town.database.change(lambda unit, one=one, due=due: plans.recap_at(unit, one.id, due))
    await town.at(at_five + timedelta(days=8, minutes=10))
    await town.ours.planning.keep_coming(keeps.id, keeps.member)
    await town.at(at_five + timedelta(days=8, hours=1))

    assert [channel for channel, mark in town.said.sent if "norecap" in mark] == [1]


WAITS_FOR_A_LOCK = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


async def test_two_presses_at_once_keep_what_both_have_written(town: Town) -> None:
    if town.database.is_sqlite:
        pytest.skip("one writer only")
    await town.plan(1)
    one, ours = await plan_of(town, 1), town.ours.answering
    has_written, may_end = asyncio.Event(), asyncio.Event()

    def writes_slowly(unit: Unit) -> None:
        Answering.write.__wrapped__(
            ours, unit, one.id, SATURDAY.date(), one.member, Counted({}, ()), "", "call somebody"
        )  # type: ignore[attr-defined]
        has_written.set()
        await_only(may_end.wait())

    async def waits_or_is_done() -> bool:
        waiting = await town.database.read(lambda look: int(look.execute(WAITS_FOR_A_LOCK).scalar_one()))
        return waiting > 0 or second.done()

    first = asyncio.create_task(town.database.change(writes_slowly))
    await has_written.wait()
    second = asyncio.create_task(ours.plan_for_no(one.id, one.member, "walk around the block"))
    await eventually(waits_or_is_done)
    may_end.set()
    await asyncio.gather(first, second)

    words = (await plan_of(town, 1)).words
    assert (words.step, words.then) == ("call somebody", "walk around the block")


async def test_of_two_answers_at_once_in_two_processes_one_is_the_first_and_is_told_once(town: Town) -> None:
    if town.database.is_sqlite:
        pytest.skip("one writer only")
    await town.plan(1)
    one, has_answered, may_end = await plan_of(town, 1), asyncio.Event(), asyncio.Event()

    def answers_slowly(unit: Unit) -> bool:
        days.open_day(unit, one.id, SATURDAY.date(), planned=True)
        is_first = days.answer(unit, one.id, SATURDAY.date(), Answer.DID)
        has_answered.set()
        await_only(may_end.wait())
        return is_first

    async def waits_or_is_done() -> bool:
        waiting = await town.database.read(lambda look: int(look.execute(WAITS_FOR_A_LOCK).scalar_one()))
        return waiting > 0 or second.done()

    await town.database.change(lambda unit: days.open_day(unit, one.id, SATURDAY.date(), planned=True))
    first = asyncio.create_task(town.database.change(answers_slowly))
    await has_answered.wait()
    second = asyncio.create_task(
        town.database.change(lambda unit: days.answer(unit, one.id, SATURDAY.date(), Answer.PART))
    )
    await eventually(waits_or_is_done)
    may_end.set()

    assert await asyncio.gather(first, second) == [True, False]


async def test_later_promises_nothing_that_would_not_come(town: Town) -> None:
    today = town.ours.planning.now().date()
    said: list[str] = []
    cases: list[tuple[int, date, Change]] = [
        (1, today - timedelta(days=7), nothing),
        (2, today, lambda: town.ours.planning.stop(GUILD, MemberId(2))),
        (3, today, lambda: town.ours.planning.pause(GUILD, MemberId(3), None)),
        (4, today, answers(town, 4, today)),
        (5, today - timedelta(days=1), nothing),
    ]
    for member, on, first in cases:
        await town.plan(member)
        one = await plan_of(town, member)
        await first()
        try:
            await town.ours.answering.later(one.id, on, MemberId(member))
        except Refusal as refusal:
            said.append(refusal.text_id.removeprefix("checkin-later-"))

    with pytest.raises(Refusal, match="checkin-picture-stopped"):
        await town.ours.planning.recap((await plan_of(town, 2)).id, MemberId(2), on=True)
    assert said == ["over", "stopped", "paused", "answered"]
    [waits] = [row for row in await rows(town.database, job) if row.kind == Work.LATER]
    assert waits.key.endswith(f"/{(today - timedelta(days=1)).toordinal()}")


def answers(town: Town, member: int, on: date) -> Change:
    async def answering() -> None:
        one = await plan_of(town, member)
        await town.ours.answering.answer(one.id, on, MemberId(member), Answer.PART)

    return answering
