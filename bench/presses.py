"""How soon a press is acknowledged and what it costs, against a discord.py bot that only acknowledges.

Same sandbox, same run, both bots as processes, rounds in turns. Target: at most twice the bare bot's processor time.
"""

import argparse
import asyncio
import itertools
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bench._scene import Bot, Scene, scene, table


@dataclass
class Measured:
    """One kind of press."""

    name: str
    bot: Bot
    on: Callable[[], Any]
    """The message, looked for in every round: the panel goes to the room's end a minute after a post."""
    button: str
    floor: str
    waits_ms: list[float] = field(default_factory=list[float])
    cpu_ms: list[float] = field(default_factory=list[float])
    """Per press, one figure a round."""


def kinds(here: Scene, card: Any) -> list[Measured]:
    """What is pressed, and which of the bare bot's answers it is measured against."""

    def bare() -> Any:
        return here.button(here.bare_room, "bare:")

    def panel() -> Any:
        return here.button(here.room, "vent:open")

    words, form, both = "bare: words", "bare: a form of its size", "bare: its message and words"
    return [
        Measured(words, here.bare, bare, "bare:words", words),
        Measured("bare: form", here.bare, bare, "bare:form", words),
        Measured(form, here.bare, bare, "bare:parts", words),
        Measured(both, here.bare, bare, "bare:card", words),
        Measured("ours: New here? (words)", here.ours, panel, "setup:new", words),
        Measured("ours: the vent's form", here.ours, panel, "vent:open", form),
        Measured("ours: a cheer (unit, card, words)", here.ours, lambda: card, "vent:cheer", both),
    ]


async def main(rounds: int, presses: int) -> None:
    async with scene() as here:
        card = await a_vent(here)
        measured, people = kinds(here, card), itertools.cycle(here.people[1:])
        for number in range(rounds + 1):
            for one in measured:
                await press_many(one, people, presses, warm=number == 0)
        show(measured)


async def a_vent(here: Scene) -> Any:
    author = here.people[0]
    opened = await author.press(here.button(here.room, "vent:open"), "vent:open")
    await author.submit(opened.form, text="They said no.", help="listen", name="hidden")
    await here.discord.until(lambda: here.button(here.room, "vent:cheer"))
    return here.button(here.room, "vent:cheer")


async def press_many(one: Measured, people: Iterator[Any], presses: int, *, warm: bool) -> None:
    message, before = one.on(), one.bot.cpu_s()
    for _ in range(presses):
        start = time.perf_counter()
        answer = await next(people).press(message, one.button)
        if not warm:
            one.waits_ms.append((time.perf_counter() - start) * 1000)
        assert answer.failed is None, answer
    await asyncio.sleep(0.2)  # what follows the acknowledgement is part of the cost
    if not warm:
        one.cpu_ms.append((one.bot.cpu_s() - before) * 1000 / presses)


def show(measured: list[Measured]) -> None:
    by_name = {one.name: one for one in measured}
    rows = [("press", "p50 ms", "p99 ms", "CPU ms", "CPU ratio", "p50 ratio")]
    for one in measured:
        floor = by_name[one.floor]
        waits, floor_waits = sorted(one.waits_ms), sorted(floor.waits_ms)
        ratio = statistics.median(a / b for a, b in zip(one.cpu_ms, floor.cpu_ms, strict=True))
        rows.append((
            one.name, f"{waits[len(waits) // 2]:.1f}", f"{waits[int(len(waits) * 0.99)]:.1f}",
            f"{statistics.median(one.cpu_ms):.2f}", f"{ratio:.2f}",
            f"{waits[len(waits) // 2] / floor_waits[len(floor_waits) // 2]:.2f}",
        ))  # fmt: skip
    table(*rows)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--presses", type=int, default=100, help="of each kind in a round")
    given = options.parse_args()
    asyncio.run(main(given.rounds, given.presses))
