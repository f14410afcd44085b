"""What one person chooses at several places in one moment all holds, on both engines."""

import asyncio

from bot.data import keys, people
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.inbox import Inbox
from bot.data.people import Choices, People
from bot.domain.ids import ChannelId, GuildId, MemberId
from cogs.yourdata.model import Toggle
from cogs.yourdata.service.choosing import Choosing

HERE, TIMES = GuildId(1), 30


async def chosen(database: Database, member: MemberId) -> Choices:
    return await database.read(lambda look: people.choices(look, HERE, member))


async def test_a_stop_of_direct_messages_and_two_switches_at_once_all_hold(database: Database) -> None:
    ours = keys.new_keys()
    choosing = Choosing(database, People(database, Inbox(database, ours)), Doors(ours))
    members = [MemberId(number) for number in range(1, TIMES)]
    for one in members[::2]:
        before = Choices(dm=ChannelId(one))
        await database.change(lambda unit, one=one, before=before: people.choose(unit, HERE, one, before))

    for one in members:
        await asyncio.gather(
            choosing.turn(HERE, one, Toggle.QUIET, on=True, locale="de"),
            choosing.stop_writing(HERE, one),
            choosing.turn(HERE, one, Toggle.CLOSED, on=True, locale="de"),
        )

    assert [await chosen(database, one) for one in members] == [Choices(quiet=True, closed=True, locale="de")] * len(
        members
    )
