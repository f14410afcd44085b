"""Seats under concurrency, on both databases: twenty is hard, nobody sits twice, and who leaves makes room."""

import asyncio
import multiprocessing
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from bot.data import guilds, keys
from bot.data.database import Database
from bot.data.people import Choices
from bot.data.people import choose as choose_preferences
from bot.data.persons import Person
from bot.data.queue import claim
from bot.data.tables import job
from bot.domain.clock import Wall, to_ms
from bot.domain.errors import Refusal
from bot.domain.events import CircleJoined, CircleLeft
from bot.domain.ids import ChannelId, MemberId
from cogs.circles import privacy
from cogs.circles.model.circle import ALUMNI_SEATS, SEATS, About, Band, Field, Stage, Work
from cogs.circles.store import rings
from cogs.circles.store.tables import circle_seat, circle_wait
from tests.cogs.circles.lean import Life, live
from tests.cogs.circles.town import GUILD, Town, frequented, switched_on, town_on
from tests.rows import NewRows, migrated, rows

LANDED = About(Band.EUROPE, Field.ANY, Stage.LANDED)


@pytest.fixture
async def town(database: Database) -> Town:
    here = town_on(database)
    await frequented(database, here.keys)
    return here


async def test_nine_wait_and_the_tenth_opens_a_circle_for_all(town: Town) -> None:
    for number in range(1, 10):
        done = await town.join(number)
        assert done.ring is None
        assert done.missing == 10 - number

    tenth = await town.join(10)

    assert tenth.opened
    assert await town.sizes() == [10]
    assert await rows(town.database, circle_wait) == []
    assert set(await town.notes()) == set(range(1, 10)), "the tenth reads it in the answer"


async def test_five_join_at_once_a_circle_of_nineteen_and_one_gets_the_seat(new_rows: NewRows) -> None:
    """Each with connections of its own."""
    url = await new_rows()
    one, two = [Database(url, Wall()) for _ in range(2)]
    await one.open()
    await two.open()
    try:
        first = town_on(one)
        second = town_on(two, first.keys, seed=2)
        await first.all_join(range(1, 20))
        assert await first.sizes() == [19]

        done = await asyncio.gather(*((first, second)[n % 2].join(100 + n) for n in range(5)))

        assert sum(one.ring is not None for one in done) == 1
        assert await first.sizes() == [SEATS]
        assert len(await rows(one, circle_wait)) == 4
    finally:
        await one.close()
        await two.close()


async def test_whoever_joins_twice_in_the_same_moment_has_one_seat(new_rows: NewRows) -> None:
    url = await new_rows()
    one, two = [Database(url, Wall()) for _ in range(2)]
    await one.open()
    await two.open()
    try:
        first = town_on(one)
        second = town_on(two, first.keys)
        await first.all_join(range(1, 11), About(Band.EUROPE, Field.ANY, Stage.MONTHS))
        await first.all_join(range(11, 21))
        await first.all_join(range(21, 31))
        assert len(await first.rings()) == 2

        await asyncio.gather(*((first, second)[n % 2].join(500) for n in range(8)))

        assert (await first.members()).count(500) == 1
        joined = [fact for fact in await first.facts() if isinstance(fact, CircleJoined) and fact.member == 500]
        assert len(joined) == 1
    finally:
        await one.close()
        await two.close()


async def test_sixty_join_at_once_and_every_circle_keeps_to_twenty(new_rows: NewRows) -> None:
    url = await new_rows()
    one, two = [Database(url, Wall()) for _ in range(2)]
    await one.open()
    await two.open()
    try:
        first = town_on(one)
        second = town_on(two, first.keys, seed=9)
        await asyncio.gather(*((first, second)[n % 2].join(1000 + n) for n in range(60)))

        assert await first.sizes() == [20, 20, 20]
        assert len(await first.members()) == len(set(await first.members())) == 60
        names = [ring.name for ring in await first.rings()]
        assert len(set(names)) == 3
        versions = [fact.version for fact in await first.facts() if isinstance(fact, CircleJoined)]
        assert versions == sorted(versions)
    finally:
        await one.close()
        await two.close()


async def test_two_processes_of_the_system_join_people_at_once_and_nobody_sits_on_anothers_chair(
    tmp_path: Path, fresh_database: Callable[..., Awaitable[str]]
) -> None:
    """PostgreSQL, the one that several processes share; five people press in both."""
    url = await fresh_database(migrated)
    keys.write_file(tmp_path / "keys.json", keys.new_keys())
    context = multiprocessing.get_context("forkserver")
    start = context.Barrier(2)
    in_both = tuple(range(2000, 2005))
    crowds = [tuple(range(1000, 1030)) + in_both, tuple(range(1030, 1060)) + in_both]
    lives = [Life(url, tmp_path / "keys.json", seed, people) for seed, people in enumerate(crowds)]
    processes = [context.Process(target=live, args=(one, start), daemon=True) for one in lives]
    for process in processes:
        process.start()
    for process in processes:
        await asyncio.to_thread(process.join, 60)
    assert [process.exitcode for process in processes] == [0, 0], (tmp_path / "lean.txt").read_text()

    database = Database(url, Wall())
    await database.open()
    try:
        town = town_on(database)
        waiting = [row.member_id for row in await rows(database, circle_wait)]
        members = await town.members()
        assert await town.sizes() == [20, 20, 20]
        assert sorted([*members, *waiting]) == sorted({*crowds[0], *crowds[1]})
        joined = Counter(fact.member for fact in await town.facts() if isinstance(fact, CircleJoined))
        assert joined == dict.fromkeys(members, 1)
        versions = [fact.version for fact in await town.facts()]
        assert versions == sorted(versions)
    finally:
        await database.close()


async def test_the_database_itself_refuses_a_chair_that_is_taken_and_a_twenty_first(town: Town) -> None:
    await town.all_join(range(1, 11))
    ring = (await town.rings())[0]
    values = {
        "guild_id": GUILD, "member_id": 900, "circle_id": ring.id, "alumni": 0, "chair": 1, "band": "europe",
        "field": "any", "stage": "months", "monday": 0, "looked_ms": 0,
    }  # fmt: skip

    for wrong in ({"chair": 1}, {"chair": SEATS + 1}, {"chair": 11, "member_id": 1}):
        with pytest.raises(IntegrityError):
            await town.database.change(lambda unit, wrong=wrong: unit.run(insert(circle_seat), values | wrong))


async def test_a_free_seat_goes_to_whoever_waits_longest_and_they_hear_of_it(town: Town) -> None:
    await town.all_join(range(1, 21))
    await town.all_join((50, 51))
    assert await town.sizes() == [20]

    left = await town.leave(3)

    assert left.name == (await town.rings())[0].name
    assert await town.sizes() == [20]
    assert await town.seat(50) is not None
    assert await town.seat(51) is None
    assert (await town.notes())[50] == ["circle-note-seat"]


async def test_leaving_is_told_with_a_newer_version_and_the_last_one_ends_the_circle(town: Town) -> None:
    await town.all_join(range(1, 11))
    for number in range(1, 11):
        await town.leave(number)

    facts = await town.facts()

    assert await town.rings() == []
    for number in range(1, 11):
        theirs = [fact for fact in facts if isinstance(fact, CircleJoined | CircleLeft) and fact.member == number]
        assert [type(fact) for fact in theirs] == [CircleJoined, CircleLeft]
        assert theirs[0].version < theirs[1].version


async def test_the_place_of_a_circle_that_ended_while_it_was_made_is_shut(town: Town) -> None:
    await town.all_join(range(1, 11))
    (ring,) = await town.rings()
    claimed = await town.database.on_writer(
        lambda connection: claim(connection, me="here", now_ms=to_ms(town.database.wall.now()), many=100)
    )
    (opens,) = [one for one in claimed if one.kind == Work.OPEN]
    for number in range(1, 11):
        await town.leave(number)

    await town.circles.keeping.has_place(ring.id, ChannelId(4242), opens)

    assert [one.key for one in await rows(town.database, job) if one.kind == Work.SHUT] == ["4242"]


async def test_moderators_are_asked_nothing_of_circles_that_are_switched_off(town: Town) -> None:
    await switched_on(town.database)
    await town.all_join(range(1, 11))
    (ring,) = await town.rings()
    await town.database.change(lambda unit: rings.cannot(unit, ring.id))
    asked = await town.circles.proposing.board(GUILD)

    await town.database.change(lambda unit: guilds.switch_off(unit, GUILD, ["circles"]))

    assert [one.text_id for one in asked] == ["circle-board-cannot"]
    assert await town.circles.proposing.board(GUILD) == []


async def test_whoever_has_neither_seat_nor_place_on_the_list_is_told_the_way_in(town: Town) -> None:
    with pytest.raises(Refusal, match="circle-none"):
        await town.leave(1)

    await town.join(1)
    assert (await town.leave(1)).name is None
    assert await rows(town.database, circle_wait) == []


async def test_finding_work_frees_one_of_the_twenty_for_somebody_who_waits(town: Town) -> None:
    await town.all_join(range(1, 21))
    await town.join(50)

    await town.circles.seating.stage_is(GUILD, MemberId(1), Stage.LANDED)

    assert await town.sizes() == [20]
    assert await town.seat(50) is not None
    alumni = await town.seat(1)
    assert alumni is not None
    assert alumni.alumni
    with pytest.raises(Refusal, match="circle-no-seat"):
        await town.circles.seating.stage_is(GUILD, MemberId(1), Stage.MONTHS)


async def test_alumni_seats_are_ten_and_apart(town: Town) -> None:
    await town.all_join(range(1, 11))

    await town.all_join(range(100, 112), LANDED)

    found = (await town.seats())[(await town.rings())[0].id]
    assert sum(seat.alumni for seat in found) == ALUMNI_SEATS
    assert await town.sizes() == [10]


async def test_in_a_small_group_the_room_is_the_circle_and_in_a_middling_one_there_is_a_list(town: Town) -> None:
    town.readers = 24
    with pytest.raises(Refusal, match="circle-is-the-room"):
        await town.join(1)

    town.readers = 39
    for number in range(1, 13):
        assert (await town.join(number)).listed
    assert await town.rings() == []

    town.readers = 40
    assert (await town.join(13)).opened
    assert await town.sizes() == [13]


async def test_two_who_avoid_each_other_are_never_in_one_circle(town: Town) -> None:
    doors = town.circles.seating._tools.doors
    await town.database.change(lambda unit: doors.shut(unit, GUILD, MemberId(1), MemberId(99)))
    await town.all_join(range(1, 11))

    done = await town.join(99)

    assert done.ring is None
    assert await town.seat(99) is None


async def test_nobody_goes_from_circle_to_circle_to_see_who_is_in_them(town: Town) -> None:
    await town.all_join(range(1, 11))
    for _ in range(4):
        assert (await town.join(70)).ring is not None
        await town.leave(70)

    with pytest.raises(Refusal, match="circle-too-often"):
        await town.join(70)
    assert await town.seat(70) is None


async def test_joining_again_changes_what_one_said_and_keeps_the_seat(town: Town) -> None:
    await town.all_join(range(1, 11))

    done = await town.join(4, About(Band.EAST, Field.SALES, Stage.LONG, monday=True))

    assert done.changed
    seat = await town.seat(4)
    assert seat is not None
    assert seat.about == About(Band.EAST, Field.SALES, Stage.LONG, monday=True)


async def test_moving_over_is_one_s_own_press_and_keeps_to_twenty(town: Town) -> None:
    await town.all_join(range(1, 21))
    await town.all_join(range(21, 31))
    big, small = await town.rings()
    await town.leave(1)

    moved = await town.circles.seating.move(GUILD, MemberId(25), small.id, big.id)
    assert moved.id == big.id
    with pytest.raises(Refusal, match="circle-no-seat"):
        await town.circles.seating.move(GUILD, MemberId(26), small.id, big.id)

    assert await town.sizes() == [20, 9]
    assert (await town.seat(26)) is not None
    assert (await town.circles.seating.move(GUILD, MemberId(25), small.id, big.id)).id == big.id, "pressed twice"
    with pytest.raises(Refusal, match="circle-move-over"):
        await town.circles.seating.move(GUILD, MemberId(2), small.id, small.id)


async def test_what_is_kept_of_somebody_is_theirs_to_read_and_goes_with_them(town: Town) -> None:
    await town.all_join(range(1, 11))
    await town.join(11, About(Band.EUROPE, Field.HEALTH, Stage.START, monday=True))
    who = Person(GUILD, MemberId(11), town.keys)

    copies = await town.database.read(lambda look: {one.name: one.export(look, who) for one in privacy.ROWS})
    assert copies["circle"][0]["field"] == "health"

    def forget(unit: object) -> None:
        for one in privacy.ROWS:
            one.erase(unit, who)  # type: ignore[arg-type]

    await town.database.change(forget)

    assert 11 not in await town.members()
    assert isinstance((await town.facts())[-1], CircleLeft)


async def test_who_is_told_of_a_seat_in_a_quiet_time_finds_it_in_the_inbox(town: Town) -> None:
    await town.database.change(lambda unit: choose_preferences(unit, GUILD, MemberId(1), Choices(quiet=True)))
    await town.all_join(range(1, 11))

    assert Counter(text for texts in (await town.notes()).values() for text in texts) == {"circle-note-seat": 9}


async def test_what_the_others_may_ask_of_circles(town: Town) -> None:
    await town.all_join(range(1, 13))
    ring = (await town.rings())[0]
    looking = town.circles.looking

    assert sorted(await looking.companions(GUILD, MemberId(1))) == list(range(2, 13))
    assert await looking.companions(GUILD, MemberId(99)) == []
    assert await looking.thread_of(GUILD, MemberId(1)) is None
    await town.has_place(ring, 4242)
    assert await looking.thread_of(GUILD, MemberId(1)) == 4242
    [known] = await looking.circles(GUILD)
    assert (known.name, known.people, known.seats) == (ring.name, 12, SEATS)


async def test_a_seat_that_a_forgotten_person_left_goes_to_whoever_waits_and_not_to_a_newcomer(town: Town) -> None:
    await town.all_join(range(1, 21))
    await town.join(50)
    who = Person(GUILD, MemberId(1), town.keys)
    await town.database.change(lambda unit: [one.erase(unit, who) for one in privacy.ROWS])

    newcomer = await town.join(60)

    assert newcomer.ring is None
    assert await town.seat(50) is not None
