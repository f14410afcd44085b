"""How often somebody may do a thing."""

from datetime import timedelta

import pytest

from bot.data import limits
from bot.data.database import Database
from bot.data.limits import WINDOW, Spent
from bot.data.tables import day_limit
from bot.data.unit import Unit
from bot.domain.ids import Ref
from tests.rows import count, rows

ADA, BEN = [Ref(b"a" * 32)], [Ref(b"b" * 32)]
OLD, OLDER = Ref(b"o" * 32), Ref(b"p" * 32)
NOON = 1_790_000_000.0
PAUSE = timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _standing_wall(database: Database) -> None:
    move(database, timedelta())


def move(database: Database, to: timedelta) -> None:
    database.wall.follow(NOON + to.total_seconds(), speed=1e-9)


async def use(database: Database, refs: list[Ref], **given: object) -> Spent | None:
    return await database.change(lambda unit: limits.use(unit, refs, **{"most": 3, **given}))  # type: ignore[arg-type]


async def test_three_a_day_are_three_a_day(database: Database) -> None:
    assert [await use(database, ADA) for _ in range(3)] == [None] * 3

    spent = await use(database, ADA)

    assert spent is not None
    assert spent.day_is_full
    assert spent.again.timestamp() == pytest.approx(NOON + WINDOW.total_seconds(), abs=0.01)


async def test_one_person_s_use_is_not_another_s(database: Database) -> None:
    for _ in range(3):
        await use(database, ADA)

    assert await use(database, BEN) is None


async def test_a_window_begins_with_the_first_use_and_is_over_after_a_day(database: Database) -> None:
    for hours in (0, 1, 2):
        move(database, timedelta(hours=hours))
        await use(database, ADA)

    move(database, WINDOW - timedelta(seconds=1))
    assert await use(database, ADA) is not None
    move(database, WINDOW + timedelta(seconds=1))
    assert [await use(database, ADA) for _ in range(3)] == [None] * 3
    assert await use(database, ADA) is not None


@pytest.mark.parametrize(("after", "allowed"), [(PAUSE - timedelta(seconds=1), False), (PAUSE, True)])
async def test_a_pause_lasts_as_long_as_it_was_said(database: Database, after: timedelta, allowed: bool) -> None:
    await use(database, ADA, apart=PAUSE)

    move(database, after)
    spent = await use(database, ADA, apart=PAUSE)

    assert (spent is None) == allowed
    if spent is not None:
        assert not spent.day_is_full
        assert spent.again.timestamp() == pytest.approx(NOON + PAUSE.total_seconds(), abs=0.01)


async def test_a_window_of_one_use_is_a_pause(database: Database) -> None:
    assert await use(database, ADA, most=1, within=PAUSE) is None

    spent = await use(database, ADA, most=1, within=PAUSE)

    assert spent is not None
    assert spent.again.timestamp() == pytest.approx(NOON + PAUSE.total_seconds(), abs=0.01)
    move(database, PAUSE)
    assert await use(database, ADA, most=1, within=PAUSE) is None


async def test_a_row_of_a_day_s_limit_tells_one_moment_only(database: Database) -> None:
    await use(database, ADA)
    move(database, timedelta(hours=3))
    await use(database, ADA)

    (row,) = await rows(database, day_limit)

    assert row.last_ms == 0
    assert row.until_ms == pytest.approx((NOON + WINDOW.total_seconds()) * 1000, abs=5)


async def test_what_was_refused_is_not_counted(database: Database) -> None:
    await use(database, ADA, apart=PAUSE)
    for _ in range(5):
        await use(database, ADA, apart=PAUSE)
    move(database, PAUSE)

    assert await use(database, ADA, apart=PAUSE) is None


async def test_what_did_not_come_about_is_given_back(database: Database) -> None:
    for _ in range(3):
        await use(database, ADA)

    await database.change(lambda unit: limits.give_back(unit, ADA[0]))

    assert await use(database, ADA) is None
    assert await use(database, ADA) is not None


async def test_a_rotated_key_does_not_give_a_new_day(database: Database) -> None:
    for _ in range(3):
        await use(database, [OLD])

    assert await use(database, [*ADA, OLD]) is not None

    (row,) = await rows(database, day_limit)
    assert row.who_ref == ADA[0]


async def test_rows_under_two_older_keys_do_not_break_it(database: Database) -> None:
    await use(database, [OLD])
    await use(database, [OLDER])

    assert await use(database, [*ADA, OLD, OLDER]) is None


@pytest.mark.parametrize("given", [{}, {"apart": PAUSE}, {"most": 1, "within": PAUSE}])
async def test_a_wall_moved_back_a_year_shuts_nobody_out(database: Database, given: dict[str, object]) -> None:
    await use(database, ADA, **given)

    move(database, -timedelta(days=365))

    assert await use(database, ADA, **given) is None


async def test_forgetting_takes_the_counts_away(database: Database) -> None:
    await use(database, ADA)
    await use(database, BEN)

    await database.change(lambda unit: limits.forget(unit, ADA))

    assert await count(database, day_limit) == 1


async def test_what_is_given_back_and_taken_again_counts_as_before_within_its_day(database: Database) -> None:
    def again(unit: Unit, ago: timedelta = timedelta()) -> None:
        limits.take_again(unit, ADA[0], used_ms=unit.now_ms - ago // timedelta(milliseconds=1))

    await database.change(lambda unit: limits.use(unit, ADA, most=2))
    await database.change(lambda unit: limits.give_back(unit, ADA[0]))
    await database.change(again)
    await database.change(lambda unit: again(unit, WINDOW))
    second = await database.change(lambda unit: limits.use(unit, ADA, most=2))
    third = await database.change(lambda unit: limits.use(unit, ADA, most=2))

    assert second is None
    assert third is not None


async def test_what_is_given_back_is_of_its_own_day_and_never_more_than_was_used(database: Database) -> None:
    def give_back(unit: Unit) -> None:
        limits.give_back(unit, ADA[0], used_ms=unit.now_ms - WINDOW // timedelta(milliseconds=1) - 1)

    await use(database, ADA)
    await database.change(give_back)
    [row] = await rows(database, day_limit)
    kept = row.used
    for _ in range(2):
        await database.change(lambda unit: limits.give_back(unit, ADA[0]))
    [row] = await rows(database, day_limit)

    assert (kept, row.used) == (1, 0)
