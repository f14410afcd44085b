"""How many can read is what was counted in the rooms, whatever else is seen in the same moment; on both engines."""

import asyncio

from bot.data.community import community, was_seen
from bot.data.database import Database
from bot.domain.ids import GuildId

TIMES, IN_THE_ROOM, ON_THE_SERVER = 30, 10, 500


async def test_a_count_of_the_rooms_holds_also_where_the_server_is_seen_in_that_moment(database: Database) -> None:
    for number in range(1, TIMES + 1):
        guild = GuildId(number)
        await asyncio.gather(
            database.change(lambda unit, guild=guild: was_seen(unit, guild, "Here", IN_THE_ROOM, counted=True)),
            database.change(lambda unit, guild=guild: was_seen(unit, guild, "Here", ON_THE_SERVER)),
        )

        seen = await database.read(lambda look, guild=guild: community(look, guild))
        assert seen.readers == IN_THE_ROOM
