"""Who comes in the same moment: nobody waits beside somebody who waits, and nobody is in two pairs. On both engines."""

import asyncio
from collections import Counter

import pytest

from bot.data import keys
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.inbox import Inbox
from bot.data.people import People
from bot.domain.ids import GuildId, MemberId
from cogs.buddies.service.asking import Asking
from cogs.buddies.service.taking_part import TakingPart
from cogs.buddies.service.tools import Tools
from cogs.buddies.store.tables import buddy_seat
from tests.cogs.buddies.test_buddies import WEDNESDAY
from tests.rows import database, engine, migrated_file, new_bare_rows, new_rows, rows

__all__ = ["database", "engine", "migrated_file", "new_bare_rows", "new_rows"]


@pytest.fixture
async def tools(database: Database, monkeypatch: pytest.MonkeyPatch) -> Tools:
    """In the middle of a week."""
    monkeypatch.setattr(database.wall, "now", lambda: WEDNESDAY)
    ours = keys.new_keys()
    inbox = Inbox(database, ours)
    return Tools(database, ours, People(database, inbox), Doors(ours), inbox)


async def pairs(database: Database) -> list[int]:
    """How many are in each group; nobody is in two."""
    found = await rows(database, buddy_seat)
    assert max(Counter(row.member_id for row in found).values(), default=1) == 1
    return sorted(Counter(row.group_id for row in found).values())


@pytest.mark.parametrize("server", range(5))
async def test_all_who_join_at_once_have_somebody(tools: Tools, database: Database, server: int) -> None:
    guild, taking = GuildId(server + 1), TakingPart(tools)
    await taking.join(guild, MemberId(1))

    await asyncio.gather(*[taking.join(guild, MemberId(number)) for number in range(2, 7)])

    assert await pairs(database) == [2, 2, 2]


@pytest.mark.parametrize("server", range(5))
async def test_who_is_asked_by_one_and_met_by_another_is_in_one_pair(
    tools: Tools, database: Database, server: int
) -> None:
    guild, taking, asking = GuildId(server + 1), TakingPart(tools), Asking(tools)
    await asking.ask(guild, MemberId(1), MemberId(2), 9)
    await taking.join(guild, MemberId(1))

    await asyncio.gather(asking.ask(guild, MemberId(2), MemberId(1), 10), taking.join(guild, MemberId(3)))

    assert await pairs(database) == [2]
