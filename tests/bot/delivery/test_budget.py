"""How fast the bot may speak."""

import asyncio
import time

from bot.delivery.budget import Budget


async def test_a_burst_goes_at_once_and_the_rest_evenly() -> None:
    budget, start, taken = Budget(per_second=100, burst=5), time.monotonic(), []

    async def take() -> None:
        await budget.take()
        taken.append(time.monotonic() - start)

    await asyncio.gather(*(take() for _ in range(25)))

    assert len([one for one in taken if one < 0.005]) <= 6
    assert taken[-1] >= 0.19


async def test_who_goes_away_while_waiting_takes_nothing_from_the_others() -> None:
    budget = Budget(per_second=5, burst=1)
    await budget.take()
    waiting = [asyncio.create_task(budget.take()) for _ in range(10)]
    await asyncio.sleep(0)
    for one in waiting[:9]:
        one.cancel()

    # a fifth of a second; two, had the others taken their turns
    async with asyncio.timeout(1.5):
        await waiting[9]
