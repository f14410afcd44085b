"""Facts that come late, twice or in the wrong order, on both engines; and what is kept about people."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.data import guilds
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.people import Choices, choose
from bot.data.persons import Person
from bot.data.queue import Job
from bot.data.tables import job
from bot.data.unit import Unit
from bot.domain.clock import to_ms
from bot.domain.errors import CannotReach
from bot.domain.events import Fact, VentClosed, VentEnded, VentNamed, VentPosted, VentSupported, WaitingChanged
from bot.domain.hours import Hours
from bot.domain.ids import ChannelId, MemberId, MessageId, Ref, VentId
from cogs.relay import privacy
from cogs.relay.service.listening import Wished
from cogs.relay.store import clocks
from cogs.relay.store.tables import TABLES, listening_ask, vent_clock
from cogs.relay.subscribers import count_support
from tests.cogs.relay.souls import GUILD, ROOM, START, Soul
from tests.cogs.relay.week import Week
from tests.rows import count, rows

VENT, ADA, BEN = VentId(77), MemberId(501), MemberId(502)


@pytest.fixture
async def week(database: Database) -> Week:
    """A large group in which Ben listens all day, by direct message."""
    database.wall.follow(START.timestamp(), 0.0)
    town = Week(database, 200, seed=1, with_relay=False)
    await town._begin()
    ben = Soul(BEN, "UTC")
    town.by_dm[ben.dm] = ben
    await database.change(lambda unit: choose(unit, GUILD, BEN, Choices(dm=ben.dm)))
    await town.relay.listening.begin(GUILD, BEN, Wished(Hours("UTC", 0, 24), 3, ben.dm, "en-US"))
    town._react = lambda soul, vent: None
    return town


def posted(*, author: MemberId | None = None, at_ms: int = to_ms(START)) -> VentPosted:
    return VentPosted(GUILD, VENT, ROOM, "listen", at_ms, None, message=MessageId(9), author=author)


def supported(total: int, version: int) -> VentSupported:
    return VentSupported(GUILD, VENT, None, "cheer", total, version)


async def heard(week: Week, *facts: Fact) -> None:
    for fact in facts:
        await week.database.change(lambda unit, fact=fact: unit.emit(fact))
        await week._work()


async def later(week: Week, minutes: float) -> int:
    """Lets time pass; gives how often somebody was asked so far."""
    await week._until(week.now + timedelta(minutes=minutes))
    week._to(week.now + timedelta(minutes=minutes))
    await week._work()
    return len(week.asked)


async def test_a_vent_that_ended_before_it_was_heard_of_asks_nobody(week: Week) -> None:
    await heard(week, VentEnded(GUILD, VENT), posted(), supported(0, 3))

    assert await later(week, 60) == 0
    assert await count(week.database, vent_clock) == 0


async def test_support_heard_of_before_the_vent_counts(week: Week) -> None:
    await heard(week, supported(1, 2), posted())

    assert await later(week, 60) == 0


@pytest.mark.parametrize("first", ["posted", "named"])
async def test_a_name_shown_before_or_after_the_vent_was_heard_of_leaves_no_key(week: Week, first: str) -> None:
    hidden = replace(posted(), author_ref=Ref(b"r" * 32))
    named = VentNamed(GUILD, VENT, ADA, (MessageId(9),))

    await heard(week, *((hidden, named) if first == "posted" else (named, hidden)))

    (clock,) = await rows(week.database, vent_clock)
    assert (clock.author_ref, clock.author_id, clock.shown, clock.message_id) == (None, ADA, "open", 9)


async def test_whom_to_ask_is_planned_and_then_the_relay_is_switched_off_or_direct_messages_go_elsewhere(
    week: Week,
) -> None:
    def drawn(unit: Unit) -> None:
        clock = clocks.held(unit, VENT)
        assert clock is not None
        week.relay.course.plan(unit, clock, BEN)

    await heard(week, posted())
    await week.database.change(lambda unit: guilds.switch_off(unit, GUILD, ["relay"]))
    asked_while_off = [await later(week, 25)]
    await week.database.change(drawn)
    asked_while_off += [await later(week, 60)]
    assert await week.relay.asking.waits(VENT) is None
    # switched on again it goes on by itself; what Ben said yes to meanwhile is where he is asked
    await week.database.change(lambda unit: guilds.switch_on(unit, GUILD, ["relay"]))
    there, new = week.send, Soul(BEN, "UTC")
    del week.by_dm[new.dm]
    week.by_dm[ChannelId(9)] = new

    async def moves(job: Job, channel: ChannelId, **said: Any) -> MessageId:
        if channel != ChannelId(9):
            await week.database.change(lambda unit: choose(unit, GUILD, BEN, Choices(dm=ChannelId(9))))
            raise CannotReach(50007, "send")
        return await there(job, channel, **said)

    week.send = moves
    asked = await later(week, 65)

    assert (asked_while_off, asked) == ([0, 0], 1)
    listener = await week.relay.listening.of(GUILD, BEN)
    assert listener is not None
    assert listener.by_dm


async def test_moderators_see_anew_who_nobody_came_to_and_not_each_cheer(week: Week) -> None:
    await heard(week, posted())
    week.database.subscriptions = {WaitingChanged: ("board.looks",)}

    async def told(*facts: VentSupported) -> int:
        for fact in facts:
            await week.database.change(lambda unit, fact=fact: count_support(unit, fact))
        return sum(row.kind == "fact:board.looks" for row in await rows(week.database, job))

    assert await told(supported(1, 2)) == 1
    assert await told(supported(2, 3), supported(3, 4), supported(2, 5)) == 1
    assert await told(supported(0, 6)) == 2
    await week.database.change(lambda unit: clocks.moderators_asked(unit, VENT))
    assert await told(supported(1, 7)) == 3
    await week.database.change(lambda unit: clocks.moderators_asked(unit, VENT))
    assert await told(supported(2, 8)) == 4


async def test_an_older_fact_changes_nothing(week: Week) -> None:
    await heard(week, posted(), supported(1, 5), supported(0, 4), supported(1, 5))

    assert await later(week, 60) == 0


async def test_a_vent_heard_of_twice_is_asked_for_once(week: Week) -> None:
    await heard(week, posted())
    first = await later(week, 21)
    await heard(week, posted())

    assert (first, await later(week, 21)) == (1, 1)


async def test_a_vent_that_takes_no_lines_asks_nobody_until_it_does_again(week: Week) -> None:
    await heard(week, posted(), VentClosed(GUILD, VENT, closed=True, version=2))
    closed = await later(week, 30)
    await heard(week, VentClosed(GUILD, VENT, closed=False, version=3), VentClosed(GUILD, VENT, closed=True, version=2))

    assert (closed, await later(week, 1)) == (0, 1)


async def test_nobody_is_asked_for_somebody_they_avoid_by_name(week: Week) -> None:
    doors = Doors(week.keys)
    await week.database.change(lambda unit: doors.shut(unit, GUILD, BEN, ADA))
    await heard(week, posted(author=ADA))

    assert await later(week, 60) == 0


async def test_what_is_kept_is_given_as_a_copy_and_forgotten_whole(week: Week) -> None:
    await heard(week, posted(author=BEN))
    await week.database.change(
        lambda unit: unit.emit(VentPosted(GUILD, VentId(78), ROOM, "listen", to_ms(START), None))
    )
    await later(week, 21)
    await week.relay.listening.wrote(GUILD, BEN)
    who = Person(GUILD, BEN, week.keys)

    copies = await week.database.read(lambda look: {kept.name: kept.export(look, who) for kept in privacy.ROWS})
    counts = await week.database.read(lambda look: [kept.count(look, who) for kept in privacy.ROWS])
    await week.database.change(lambda unit: [kept.erase(unit, who) for kept in privacy.ROWS])

    assert copies["hours"][0]["zone"] == "UTC"
    assert counts == [2, 1, 1, 1]
    assert await week.database.read(lambda look: [kept.count(look, who) for kept in privacy.ROWS]) == [0, 0, 0, 0]
    for table in TABLES:
        for row in await rows(week.database, table):
            assert BEN not in tuple(row), table.name
    assert await count(week.database, listening_ask) == 0
