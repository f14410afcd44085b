"""Presses at rising rates, sent whether or not the last one was answered, until one in a hundred waits a second.

Ours (*New here?*, words; a cheer, which writes) and a bare discord.py bot that only acknowledges, in turns.
"""

import argparse
import asyncio
import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bench._scene import scene, table
from bench.presses import Measured, a_vent, kinds

SLOWEST_MS = 1_000.0
KINDS = ("bare: words", "ours: New here? (words)", "ours: a cheer (unit, card, words)")


@dataclass(frozen=True)
class Step:
    """One rate, held for some seconds."""

    rate: float
    p50_ms: float
    p99_ms: float
    cpu_ms: float


async def hold(rate: float, seconds: float, kind: Measured, people: Iterator[Any]) -> Step:
    """Starts a press every 1/rate seconds; a late answer delays no other press (open loop)."""
    waits: list[float] = []
    message, bot = kind.on(), kind.bot

    async def one(at: float) -> None:
        answer = await next(people).press(message, kind.button)
        waits.append((time.perf_counter() - at) * 1000)
        assert answer.failed is None, answer

    many, begin, before = int(rate * seconds), time.perf_counter(), bot.cpu_s()
    running: list[asyncio.Task[None]] = []
    for number in range(many):
        at = begin + number / rate
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        running.append(asyncio.create_task(one(at)))
    ended = await asyncio.gather(*running, return_exceptions=True)
    failed = sum(isinstance(one, BaseException) for one in ended)
    await asyncio.sleep(0.3)
    waits = sorted(waits) + [float("inf")] * failed
    cpu_ms = (bot.cpu_s() - before) * 1000 / many
    return Step(rate, waits[len(waits) // 2], waits[int(len(waits) * 0.99)], cpu_ms)


async def main(first: float, factor: float, seconds: float) -> None:
    async with scene(people=200) as here:
        here.discord.settings.route_limits = False
        here.discord.settings.global_requests = 1_000_000
        card = await a_vent(here)
        people = itertools.cycle(here.people[1:])
        measured = {one.name: one for one in kinds(here, card) if one.name in KINDS}
        steps: dict[str, list[Step]] = {name: [] for name in measured}
        rate, open_still = first, set(measured)
        while open_still:
            for name in [name for name in measured if name in open_still]:
                step = await hold(rate, seconds, measured[name], people)
                steps[name].append(step)
                print(f"{name}: {rate:.0f}/s, p50 {step.p50_ms:.0f} ms, p99 {step.p99_ms:.0f} ms", flush=True)
                if step.p99_ms > SLOWEST_MS:
                    open_still.discard(name)
            rate *= factor
        show(steps)


def show(steps: dict[str, list[Step]]) -> None:
    floor = _held(steps[KINDS[0]])
    rows = [("press", "held a second", "rate ratio", "CPU ms at half of it", "CPU ratio")]
    for name, taken in steps.items():
        rate, cpu = _held(taken)
        rows.append((name, f"{rate:.0f}", f"{rate / max(floor[0], 1):.2f}", f"{cpu:.2f}", f"{cpu / floor[1]:.2f}"))
    table(*rows)


def _held(taken: list[Step]) -> tuple[float, float]:
    """(the highest rate at which p99 stayed within a second, 0 for none; processor time per press two steps below)."""
    good = [one for one in taken if one.p99_ms <= SLOWEST_MS]
    if not good:
        return 0.0, taken[0].cpu_ms  # not even the first: begin lower
    return good[-1].rate, good[max(0, len(good) - 3)].cpu_ms


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--first", type=float, default=20.0, help="presses a second to begin with")
    options.add_argument("--factor", type=float, default=1.4)
    options.add_argument("--seconds", type=float, default=4.0, help="how long each rate is held")
    given = options.parse_args()
    asyncio.run(main(given.first, given.factor, given.seconds))
