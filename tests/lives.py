"""Lives of a process that are ended by `kill -9`: a twentieth of a second each, as all code is loaded before."""

import asyncio
import multiprocessing
import random
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.context import ForkServerProcess
from typing import TypeVar

from sandbox import Sandbox

Life = TypeVar("Life")
LEAN = ["tests.flows.lean", "tests.cogs.checkins.lean", "tests.cogs.reciprocity.lean"]


def start(live: Callable[[Life], None], life: Life) -> ForkServerProcess:
    """A fork that does `live(life)` in a process of its own; both are pickled."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LEAN)
    process = context.Process(target=live, args=(life,), daemon=True)
    process.start()
    return process


async def end(process: ForkServerProcess) -> int | None:
    """SIGKILL; gives the exit code."""
    process.kill()
    await asyncio.to_thread(process.join)
    code = process.exitcode
    process.close()
    return code


async def die_after(
    process: ForkServerProcess, local: Sandbox, chance: random.Random, *, most: int, seconds: float
) -> int | None:
    """Killed at a random instant around one of its first `most` requests, after `seconds` where it makes none."""
    wanted = len(local.requests) + chance.randrange(1, most)
    with suppress(TimeoutError):
        await local.until(lambda: len(local.requests) >= wanted, timeout=seconds)
    await asyncio.sleep(chance.uniform(0.0, 0.03))
    return await end(process)
