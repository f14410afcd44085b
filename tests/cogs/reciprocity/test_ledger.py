"""What counts, for whom, for how long, and what is left of somebody who stopped; on both databases."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.data import leaving, rotating
from bot.data.database import Database
from bot.data.keys import Keys
from bot.data.persons import Person
from bot.data.schema import METADATA, person_of
from bot.domain.clock import to_ms
from bot.domain.events import SupportHeldBack, SupportRemoved
from bot.domain.ids import MemberId
from bot.domain.ports import Received
from cogs.reciprocity import privacy
from cogs.reciprocity.model.balance import Kind
from cogs.reciprocity.store.tables import TABLES, ledger_act, ledger_month, ledger_person, ledger_waiting, ledger_week
from tests.cogs.reciprocity.books import ADA, BEN, CLEO, DAN, GUILD, Books
from tests.rows import count, rows


@pytest.fixture
def books(database: Database) -> Books:
    return Books(database)


async def traces(books: Books, *members: MemberId) -> list[str]:
    """Every column that leads to one of them: by id, by a ref of theirs, or by a box that opens to them."""
    known = {str(one) for one in members}
    refs = {ref for one in members for ref in books.keys.refs("ledger", GUILD, one)}
    found: list[str] = []
    for table in TABLES:
        for row in await books.database.read(lambda look, t=table: look.execute(select(t)).mappings().all()):
            for column in table.columns:
                value: Any = row[column.name]
                opened = _opened(books, column, row) if person_of(column) == "box" and value else ""
                if str(value) in known or value in refs or any(one in opened for one in known):
                    found.append(str(column))
    return found


def _opened(books: Books, column: Any, row: Any) -> str:
    name = {"who_box": f"ledger|{row.get('number')}", "got_box": f"got|{row.get('number')}"}
    return books.keys.open(row[column.name], name.get(column.name, f"given|{row.get('id')}"))


async def test_of_people_who_keep_no_balance_nothing_is_kept(books: Books) -> None:
    await books.give(ADA, BEN)
    await books.give_unnamed(ADA, cheers=1, posts=1)

    assert [table.name for table in TABLES if await count(books.database, table)] == []


async def test_a_day_counts_three_acts_from_one_to_another_whatever_their_kind(books: Books) -> None:
    await books.keeps(ADA)
    await books.give(ADA, BEN, "cheer", times=2)
    await books.give(ADA, BEN, "line", times=5)
    await books.give(ADA, CLEO)

    balance = await books.look(ADA)

    assert balance.gave.people == 2
    assert balance.gave.acts == {Kind.CHEER: 3, Kind.LINE: 1}
    await books.later(timedelta(days=1))
    await books.give(ADA, BEN, times=9)
    assert (await books.look(ADA)).gave.total == 7


async def test_taking_one_away_makes_no_room_for_another_that_day(books: Books) -> None:
    await books.keeps(ADA)
    await books.give(ADA, BEN, times=3)
    await books.tell(SupportRemoved(GUILD, ADA, BEN, "cheer", removed=True))
    await books.give(ADA, BEN)
    assert (await books.look(ADA)).gave.total == 2

    await books.tell(SupportRemoved(GUILD, ADA, BEN, "cheer", removed=False))
    await books.tell(SupportRemoved(GUILD, ADA, BEN, "cheer", removed=False))

    assert (await books.look(ADA)).gave.total == 3


async def test_oneself_does_not_count(books: Books) -> None:
    await books.keeps(ADA)

    await books.give(ADA, ADA)

    assert await count(books.database, ledger_act) == 0


async def test_what_was_silently_held_back_shows_to_its_giver_only(books: Books) -> None:
    await books.keeps(ADA, BEN)
    for _ in range(9):
        await books.tell(SupportHeldBack(GUILD, ADA, BEN, "cheer", to_ms(books.now)))
    await books.give(ADA, CLEO, times=9)

    mine, theirs = await books.look(ADA), await books.look(BEN)

    assert (mine.gave.people, mine.gave.total) == (2, 6)
    assert theirs.got.total == 0
    assert theirs.signed == ()
    figures = await books.ledger.figures(GUILD, 0, to_ms(books.now + timedelta(days=2)))
    assert (figures.events, figures.pairs) == (3, 1)
    copies = privacy.ROWS[0].export
    for member, side, times in ((ADA, "gave", 6), (BEN, "got", 0)):
        copy = await books.database.read(lambda look, m=member: copies(look, Person(GUILD, m, books.keys)))
        assert sum(row.get(side, 0) for row in copy) == times


async def test_who_was_there_by_name_is_named_unless_one_avoids_them(books: Books) -> None:
    await books.keeps(ADA, CLEO)
    await books.give(BEN, ADA)
    await books.give(CLEO, ADA)
    assert set((await books.look(ADA)).signed) == {BEN, CLEO}

    await books.database.change(lambda unit: books.doors.shut(unit, GUILD, ADA, BEN))

    assert (await books.look(ADA)).signed == (CLEO,)


async def test_the_weekly_side_waits_sealed_and_is_added_up_when_the_week_is_over(books: Books) -> None:
    await books.keeps(ADA, BEN)
    await books.give_unnamed(ADA, cheers=1, posts=1)
    await books.give_unnamed(ADA, lines=1)
    await books.give_unnamed(ADA, cheers=1, posts=1)
    await books.give_unnamed(ADA, cheers=-1, posts=-1)
    before = await books.look(ADA)
    assert (before.gave.people, dict(before.gave.acts)) == (1, {Kind.CHEER: 1, Kind.LINE: 1})
    assert await count(books.database, ledger_week) == 0

    await books.later(timedelta(days=6))

    assert await count(books.database, ledger_waiting) == 0
    assert {(row.week, row.kind, row.acts) for row in await rows(books.database, ledger_week)} == {
        ("2026-W10", "cheer", 1), ("2026-W10", "line", 1), ("2026-W10", "post", 1),
    }  # fmt: skip
    after = await books.look(ADA)
    assert after.gave == before.gave
    assert (before.this_week, after.this_week) == (2, 0)


async def test_taking_back_next_week_what_was_given_this_week_wins_nothing(books: Books) -> None:
    await books.keeps(ADA)
    await books.give_unnamed(ADA, cheers=1, posts=1)
    await books.later(timedelta(days=7))
    await books.give_unnamed(ADA, cheers=-1, posts=-1)
    assert (await books.look(ADA)).gave.total == 0

    await books.give_unnamed(ADA, cheers=1, posts=1)

    assert ((await books.look(ADA)).gave.total, (await books.look(ADA)).gave.people) == (1, 1)


async def test_what_comes_without_a_name_stays_as_it_was_at_the_first_look_of_the_week(books: Books) -> None:
    await books.keeps(ADA)
    books.posts.came[ADA] = [Received("cheer", 1, 1), Received("post", 1, 1)]
    first = await books.look(ADA)

    books.posts.came[ADA] = [Received("cheer", 2, 2), Received("post", 2, 2)]
    assert await books.look(ADA) == first
    books.posts.came[ADA] = []
    assert await books.look(ADA) == first

    books.posts.came[ADA] = [Received("cheer", 2, 2), Received("post", 2, 2)]
    await books.later(timedelta(days=7))
    assert ((await books.look(ADA)).got.people, (await books.look(ADA)).got.total) == (2, 2)


async def test_after_ninety_days_only_sums_by_month_are_left_and_after_a_year_nothing(books: Books) -> None:
    await books.keeps(ADA, BEN)
    await books.give(ADA, BEN)
    await books.give(CLEO, ADA, "thanks")
    await books.give_unnamed(ADA, lines=1, posts=1)

    await books.later(timedelta(days=89))
    assert await count(books.database, ledger_act) == 2
    assert await count(books.database, ledger_month) == 0
    await books.later(timedelta(days=9))

    assert await count(books.database, ledger_act) == await count(books.database, ledger_week) == 0
    assert await count(books.database, ledger_person) == 2, "Cleo keeps none and is in nobody's any more"
    mine, theirs = await books.look(ADA), await books.look(BEN)
    assert mine.has_months
    assert theirs.has_months
    told = {(row.month, row.side, row.kind, row.acts) for row in await rows(books.database, ledger_month)}
    assert told == {
        ("2026-03", "gave", "cheer", 1), ("2026-03", "gave", "line", 1), ("2026-03", "got", "thanks", 1),
        ("2026-03", "got", "cheer", 1),
    }  # fmt: skip
    await books.later(timedelta(days=365))
    assert await count(books.database, ledger_month) == 0


async def test_who_stops_is_cut_off_at_once_and_the_others_figures_stand(books: Books) -> None:
    await books.keeps(ADA, BEN)
    await books.give(ADA, BEN)
    await books.give(BEN, ADA)
    await books.give(ADA, CLEO)
    await books.give_unnamed(ADA, cheers=1, posts=1)
    await books.look(ADA)
    before = await books.look(BEN)
    assert await traces(books, ADA)

    await books.balances.end(GUILD, ADA)

    assert await traces(books, ADA) == []
    assert await books.balances.mine(GUILD, ADA) is None
    after = await books.look(BEN)
    assert (after.gave, after.got) == (before.gave, before.got)
    assert after.signed == ()
    assert await count(books.database, ledger_act) == 2, "with Cleo nobody's balance knew of it"

    await books.keeps(ADA)
    await books.give(BEN, ADA)
    again = await books.look(ADA)
    assert (again.gave.total, again.got.total) == (0, 1), "in again begins anew"


async def test_whoever_keeps_none_can_have_their_name_forgotten_too(books: Books) -> None:
    await books.keeps(BEN)
    await books.give(ADA, BEN)
    who = Person(GUILD, ADA, books.keys)
    kept = privacy.ROWS[0]
    assert await books.database.read(lambda look: kept.count(look, who)) == 1

    await books.database.change(lambda unit: kept.erase(unit, who))

    assert await traces(books, ADA) == []
    assert await books.database.read(lambda look: kept.count(look, who)) == 0
    assert (await books.look(BEN)).got.total == 1


async def test_a_copy_has_every_figure_and_nobody_elses_name(books: Books) -> None:
    await books.keeps(ADA, BEN)
    await books.give(ADA, BEN)
    await books.give(CLEO, ADA)
    await books.give_unnamed(ADA, lines=1, posts=1)
    books.posts.came[ADA] = [Received("cheer", 1, 1), Received("post", 1, 1)]
    await books.look(ADA)

    copy = await books.database.read(lambda look: privacy.ROWS[0].export(look, Person(GUILD, ADA, books.keys)))

    said = str(copy)
    assert all(f"'{name}'" in said for name in ("gave", "got", "given_without_names", "got_without_names"))
    assert not [one for one in (BEN, CLEO) if str(one) in said]


async def test_what_was_given_before_the_yes_is_not_ones_own_to_count(books: Books) -> None:
    await books.keeps(BEN)
    await books.give(ADA, BEN)
    await books.later(timedelta(days=1))
    await books.keeps(ADA)

    assert (await books.look(ADA)).gave.total == 0
    assert (await books.look(BEN)).got.people == 1
    await books.give(ADA, BEN)
    assert (await books.look(BEN)).got.people == 1, "still one person"


async def test_when_a_server_goes_all_of_it_goes(books: Books) -> None:
    await books.keeps(ADA)
    await books.give(ADA, BEN)
    await books.give_unnamed(ADA, cheers=1, posts=1)
    await books.later(timedelta(days=100))
    await books.give(ADA, BEN)
    await books.give_unnamed(ADA, cheers=1, posts=1)
    await books.database.change(lambda unit: books.upkeep.add_up(unit, GUILD, at_most=0))
    await books.give_unnamed(ADA, cheers=1, posts=1)
    assert [table.name for table in TABLES if not await count(books.database, table)] == []

    await books.database.change(lambda unit: leaving.purge(unit, GUILD))

    assert [table.name for table in TABLES if await count(books.database, table)] == []


async def test_a_new_key_opens_what_was_sealed_under_the_old_one(books: Books) -> None:
    await books.keeps(ADA)
    await books.give(BEN, ADA)
    await books.give_unnamed(ADA, cheers=1, posts=1)
    books.posts.came[ADA] = [Received("line", 1, 1), Received("post", 1, 1)]
    before = await books.look(ADA)
    rotated = books.keys.rotated()
    await books.database.change(lambda unit: rotating.seal_anew(unit, rotated))

    alone = Books(books.database, Keys({rotated.active: rotated.masters[rotated.active]}, rotated.active))

    assert await alone.look(ADA) == before


async def test_figures_are_of_days_that_are_over(books: Books) -> None:
    await books.keeps(ADA, BEN, CLEO)
    await books.give(ADA, BEN, times=2)
    await books.give(BEN, ADA)
    await books.give(CLEO, DAN)

    everybody = await books.ledger.figures(GUILD, 0, to_ms(books.now + timedelta(days=1)))
    so_far = await books.ledger.figures(GUILD, 0, to_ms(books.now))

    assert (everybody.events, everybody.pairs, everybody.mutual) == (4, 3, 2)
    assert so_far.events == 0


def test_every_person_column_of_the_ledger_is_answered_for() -> None:
    ours = {table for rows_ in privacy.ROWS for table in rows_.tables}
    marked = {
        table
        for table in METADATA.tables.values()
        if table.name.startswith("ledger_") and any(map(person_of, table.columns))
    }

    assert marked <= ours
