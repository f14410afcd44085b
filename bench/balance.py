"""Prints what looking at one's own balance costs with a million ledger rows: `python -m bench.balance`.

Beside it stands one indexed read; both run in the database's own thread, in rounds that take turns. The picture is not
part of it.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import bindparam, insert, select

from bot.data import given
from bot.data.database import Database
from bot.data.given import Given
from bot.data.tables import preference
from bot.data.unit import Unit
from bot.domain.clock import Wall, to_ms
from bot.domain.ids import MemberId, random_id
from cogs.reciprocity.model.balance import day_of
from cogs.reciprocity.store import sums
from cogs.reciprocity.store.tables import ledger_act, ledger_person
from tests.cogs.reciprocity.books import GUILD, Books, person

PEOPLE = 20_000
DAYS = 90
AT_ONCE = 20_000
LOOKERS = 200
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

_ONE = select(preference).where(
    preference.c.guild_id == bindparam("guild"), preference.c.member_id == bindparam("member")
)


async def fill(books: Books, acts: int, waiting: int, random: Random) -> list[MemberId]:
    """A server of PEOPLE with so many acts on DAYS days; gives some who keep a balance."""
    members = [person(number) for number in range(PEOPLE)]
    numbers = [random_id() for _ in members]
    today = day_of(to_ms(NOW))
    keepers = [
        {"number": number, "guild_id": GUILD, "member_id": member, "since_day": today - DAYS}
        for number, member in zip(numbers, members, strict=True)
    ]
    await books.database.change(lambda unit: unit.run(insert(ledger_person), keepers))
    left = acts
    while left > 0:
        rows = {}
        for _ in range(min(left, AT_ONCE)):
            giver, receiver = random.sample(numbers, 2)
            kind = random.choice(("cheer", "line", "thanks"))
            rows[giver, today - random.randrange(DAYS), receiver, kind] = None
        values = [
            {"giver_no": one, "day": day, "receiver_no": other, "kind": kind, "held": 0, "guild_id": GUILD, "acts": 1}
            for one, day, other, kind in rows
        ]
        await books.database.change(
            lambda unit, values=values: unit.run(insert(ledger_act).prefix_with("OR IGNORE"), values)
        )
        left -= len(rows)
    await books.database.change(lambda unit: _wait(unit, books, members, waiting, random))
    lookers = random.sample(members, LOOKERS)
    chosen = [{"guild_id": GUILD, "member_id": one, "quiet": 0, "closed": 0, "hushed": 0} for one in lookers]
    await books.database.change(lambda unit: unit.run(insert(preference), chosen))
    for one in lookers:
        await books.look(one)  # the first look of a week also writes
    return lookers


def _wait(unit: Unit, books: Books, members: list[MemberId], many: int, random: Random) -> None:
    for _ in range(many):
        number, one = random_id(), Given(random.choice(members), given.week_of(unit), cheers=1, posts=1)
        sums.wait(unit, GUILD, number, given.sealed(books.keys, number, one))


async def each(lookers: list[MemberId], act: Callable[[MemberId], Awaitable[Any]]) -> float:
    """Milliseconds at the median."""
    took: list[float] = []
    for one in lookers:
        start = time.perf_counter()
        await act(one)
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


async def measure(acts: int, waiting: int, rounds: int) -> None:
    """Fills, measures, prints."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'rows.db'}", Wall())
        await database.open()
        await database.migrate()
        books = Books(database)
        books.to(NOW)
        lookers = await fill(books, acts, waiting, Random(5))
        figures: dict[str, list[float]] = {"one indexed read": [], "/my balance": [], "figures of four weeks": []}
        for _ in range(rounds):
            figures["one indexed read"].append(await each(lookers, lambda one: database.read(_read(one))))
            figures["/my balance"].append(await each(lookers, books.look))
            month = to_ms(NOW - timedelta(weeks=4)), to_ms(NOW)
            figures["figures of four weeks"].append(
                await each(lookers[:1], lambda _, month=month: books.ledger.figures(GUILD, *month))
            )
        await database.close()
    print(f"{acts:,} acts of {PEOPLE:,} people, {waiting:,} waiting")
    for name, times in figures.items():
        ratio = statistics.median(a / b for a, b in zip(times, figures["one indexed read"], strict=True))
        print(f"{name:<24}{statistics.median(times):>9.2f} ms{ratio:>9.1f} ×")


def _read(one: MemberId) -> Callable[[Any], Any]:
    return lambda look: look.execute(_ONE, {"guild": GUILD, "member": one}).first()


def main() -> None:
    """Reads the options."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--acts", type=int, default=1_000_000)
    options.add_argument("--waiting", type=int, nargs="*", default=[0, 500])
    options.add_argument("--rounds", type=int, default=5)
    given_options = options.parse_args()
    for waiting in given_options.waiting:
        asyncio.run(measure(given_options.acts, waiting, given_options.rounds))


if __name__ == "__main__":
    main()
