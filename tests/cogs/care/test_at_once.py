"""Pressed twice in one moment, the talk is one, on both engines."""

import asyncio

from bot.data import keys
from bot.data.database import Database
from bot.data.inbox import Inbox
from bot.data.tables import day_limit
from bot.domain.ids import GuildId, MemberId
from cogs.care.model import WayBack
from cogs.care.service.asking import Asking
from cogs.care.service.tools import Tools
from cogs.care.store import care_talk
from tests.rows import count, database, engine, migrated_file, new_bare_rows, new_rows, rows

__all__ = ["database", "engine", "migrated_file", "new_bare_rows", "new_rows"]

HERE, TIMES = GuildId(1), 10


async def test_whoever_asks_twice_in_one_moment_has_one_talk_and_used_one_of_the_day(database: Database) -> None:
    ours = keys.new_keys()
    asking, back = Asking(Tools(database, ours, Inbox(database, ours))), WayBack(1, "token", "en-US")

    for number in range(1, TIMES + 1):
        asked = [asking.ask(HERE, MemberId(number), back, owns_server=False) for _ in range(2)]
        assert sorted(one.again for one in await asyncio.gather(*asked)) == [False, True]

    assert await count(database, care_talk) == TIMES
    assert [row.used for row in await rows(database, day_limit)] == [1] * TIMES
