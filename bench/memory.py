"""Resident memory at rest, against a discord.py bot of the same intents that does nothing."""

import argparse
import asyncio

from bench._scene import scene, table


async def main(people: int, rest_s: float) -> None:
    async with scene(people=people) as here:
        await asyncio.sleep(rest_s)
        ours, bare = here.ours.memory_mb(), here.bare.memory_mb()
        table(
            ("at rest", "MB", "ratio"),
            ("bare discord.py", f"{bare:.1f}", "1.00"),
            ("ours", f"{ours:.1f}", f"{ours / bare:.2f}"),
        )


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=2_000)
    options.add_argument("--rest", type=float, default=5.0, help="seconds")
    given = options.parse_args()
    asyncio.run(main(given.people, given.rest))
