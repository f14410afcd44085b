"""Prints how long vents wait for the first person, with and without the relay: `python -m bench.relay`.

The made-up week of `tests/cogs/relay/week.py`: its people and what they do are guesses, so read the difference, not the
decimals.
"""

import asyncio
import bisect
import tempfile
from pathlib import Path

from tests.cogs.relay.week import Week, opened

SIZES = (8, 15, 30, 200)
SEED = 20
MINUTES = (20, 30, 40, 60, 120, 240, 480, 720, 1440)


async def lived(people: int, *, with_relay: bool) -> Week:
    """One week, on rows that are thrown away after it."""
    with tempfile.TemporaryDirectory() as folder:
        database = await opened(Path(folder) / "week.db")
        try:
            week = Week(database, people, seed=SEED, with_relay=with_relay)
            await week.live()
        finally:
            await database.close()
    return week


def ecdf(week: Week) -> list[float]:
    """The share of all vents that somebody was there for, after each of MINUTES."""
    waits = week.minutes_to_first()
    return [bisect.bisect_right(waits, minutes) / len(week.vents) for minutes in MINUTES]


def row(name: str, shares: list[float]) -> str:
    """One line of the table."""
    return f"{name:<22}" + "".join(f"{share:>8.0%}" for share in shares)


async def main() -> None:
    """Prints the table."""
    print(f"{'first support within':<22}" + "".join(f"{_length(minutes):>8}" for minutes in MINUTES))
    for people in SIZES:
        without, with_it = await lived(people, with_relay=False), await lived(people, with_relay=True)
        print(row(f"{people:>3} people, without", ecdf(without)))
        print(row("            with relay", ecdf(with_it)))
        listeners = sum(soul.listens is not None for soul in with_it.souls)
        a_day = len(with_it.asked) / max(listeners, 1) / 9
        print(f"{'':<22}{len(with_it.vents)} vents, {listeners} listeners, each asked {a_day:.1f} times a day\n")


def _length(minutes: int) -> str:
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h"


if __name__ == "__main__":
    asyncio.run(main())
