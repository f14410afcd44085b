"""SIGKILL at any instant of a fan-out: nobody is left out, nobody is asked twice."""

import asyncio
import os
import random
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.data import keys
from bot.data.database import Database
from bot.data.inbox import Inbox
from bot.domain.clock import Wall
from bot.domain.ids import ChannelId, GuildId, MemberId
from cogs.checkins.model.plan import By, DayState, Share, Wished
from cogs.checkins.service.checkins import Checkins, checkins
from cogs.checkins.service.tools import Tools
from cogs.checkins.store.tables import checkin_day
from tests.chaos import chaos, note, share
from tests.cogs.checkins.lean import Life, live
from tests.flows.test_killed import messages_in, rooms, trouble
from tests.lives import die_after, end, start
from tests.rows import NewRows, eventually
from tests.stage import TOKEN

EIGHT, NINE = datetime(2026, 11, 23, 7, tzinfo=UTC), datetime(2026, 11, 23, 8, 1, tzinfo=UTC)
CHAOS_PEOPLE = int(os.environ.get("CHAOS_PEOPLE", "10000"))
"""Ten thousand take twelve minutes on each database, most of them waiting: in `make test` there are 200."""


async def test_a_fan_out_that_is_killed_again_and_again_asks_everybody_once(tmp_path: Path, new_rows: NewRows) -> None:
    # fifty in all, as there are two databases
    await fan_out(tmp_path, await new_rows(), people=200, kills=25, chance=random.Random(3))


@chaos
async def test_chaos_in_a_fan_out(tmp_path: Path, new_rows: NewRows) -> None:
    await fan_out(tmp_path, await new_rows(), people=CHAOS_PEOPLE, kills=share(11), chance=random.Random())


async def fan_out(folder: Path, url: str, *, people: int, kills: int, chance: random.Random) -> None:
    """Everybody is due at nine; their threads are spread over a few rooms, where the bot may read back."""
    living = keys.new_keys()
    keys.write_file(folder / "keys.json", living)
    wall = Wall()
    wall.follow(EIGHT.timestamp(), 0.001)
    database = Database(url, wall)
    await database.open()
    ours = checkins(Tools(database, living, Inbox(database, living)))
    try:
        async with rooms(readable=True) as (local, there):
            local.settings.nonce_window = 0.0
            # everybody's question goes to a channel of their own in truth; a few rooms stand for them here
            local.settings.route_limits = False
            await all_plan(ours, people, there)
            life = Life(url, local.api, TOKEN, folder / "keys.json", NINE.timestamp())
            for _ in range(kills):
                trouble(local, chance, slow=False)
                killed = await die_after(start(live, life), local, chance, most=max(people // kills, 10), seconds=4)
                assert killed == -9
                local.faults.calm()
            last = start(live, life)
            try:
                await eventually(lambda: all_asked(database, people), seconds=30 + people / 2)
            finally:
                await end(last)
            asked = Counter(plan_in(one) for one in messages_in(there))
    finally:
        await database.close()

    note("kill -9 in a check-in's fan-out", url, people, people - len(asked), asked.total() - len(asked), kills=kills)
    assert len(asked) == people
    assert set(asked.values()) == {1}


async def all_plan(ours: Checkins, people: int, there: list[Any]) -> None:
    wished = Wished("Europe/Berlin", 540, 127, (), "", "", By.THREAD, Share.NOBODY, "en-US")
    for number in range(people):
        room = ChannelId(there[number % len(there)].id)
        await ours.planning.keep(GuildId(number % 3), MemberId(number + 1), wished, room)


async def all_asked(database: Database, people: int) -> bool:
    sent = select(func.count()).where(checkin_day.c.state == DayState.SENT)
    # in between others have the processor: it is not the looking that is measured
    await asyncio.sleep(people / 100_000)
    return await database.read(lambda look: look.execute(sent).scalar_one()) == people


def plan_in(message: Any) -> str:
    return str(message.components[0]["components"][0]["custom_id"]).split(":")[2]
