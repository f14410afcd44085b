"""A server's circles on rows alone: the real services, and people who are numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from bot.data import guilds
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.facts import decode
from bot.data.inbox import Inbox
from bot.data.keys import Keys, new_keys
from bot.data.people import People
from bot.data.tables import inbox, job
from bot.data.unit import Unit
from bot.data.visits import Visits
from bot.domain.events import CircleJoined, CircleLeft, CirclePlaceGone, Fact
from bot.domain.groups import FEWEST_PEOPLE, Group
from bot.domain.ids import ChannelId, GuildId, MemberId
from cogs.circles.model.circle import About, Band, Field, Ring, Seat, Stage
from cogs.circles.service.circles import Circles, circles
from cogs.circles.service.tools import Tools
from cogs.circles.store import rings, seats
from cogs.circles.store.tables import circle_seat
from tests.rows import rows

GUILD = GuildId(77)
MANY = 200
HEARS = "test.hear"
USUAL = About(Band.EUROPE, Field.ANY, Stage.MONTHS)


@dataclass
class Town:
    """Services over rows; `readers` is how large the group is."""

    database: Database
    keys: Keys
    circles: Circles
    readers: int = MANY

    async def join(self, number: int, about: About = USUAL) -> Any:
        return await self.circles.seating.join(GUILD, MemberId(number), about, Group(self.readers))

    async def leave(self, number: int) -> Any:
        return await self.circles.seating.leave(GUILD, MemberId(number))

    async def all_join(self, numbers: Iterable[int], about: About = USUAL) -> None:
        for number in numbers:
            await self.join(number, about)

    async def rings(self) -> list[Ring]:
        return await self.database.read(lambda look: rings.of(look, GUILD))

    async def seats(self) -> dict[int, list[Seat]]:
        return await self.database.read(lambda look: seats.by_circle(look, GUILD))

    async def seat(self, number: int) -> Seat | None:
        return await self.database.read(lambda look: seats.of(look, GUILD, MemberId(number)))

    async def sizes(self) -> list[int]:
        found = await self.seats()
        return [sum(not one.alumni for one in found.get(ring.id, ())) for ring in await self.rings()]

    async def members(self) -> list[int]:
        return sorted(row.member_id for row in await rows(self.database, circle_seat))

    async def has_place(self, ring: Ring, thread: int) -> None:
        """As once its thread is there and everybody is in it."""

        def placed(unit: Unit) -> None:
            rings.thread_is(unit, ring.id, ChannelId(thread))
            for seat in seats.in_circle(unit.connection, ring.id):
                seats.placed(unit, seat)

        await self.database.change(placed)

    async def facts(self) -> list[Fact]:
        """All that was said of circles, in the order of versions."""
        found = [decode(row.payload) for row in await rows(self.database, job) if row.kind == f"fact:{HEARS}"]
        return sorted(found, key=lambda fact: getattr(fact, "version", 0))

    async def notes(self) -> dict[int, list[str]]:
        """Which notes wait for whom."""
        waiting: dict[int, list[str]] = {}
        for row in await rows(self.database, inbox):
            waiting.setdefault(row.member_id, []).append(row.text_id)
        return waiting


async def frequented(database: Database, keys: Keys) -> None:
    """So many have used the bot lately that the group is as large as it looks (SPEC 4.12)."""
    visits = Visits(database, keys)
    for number in range(FEWEST_PEOPLE):
        await visits.note(GUILD, MemberId(number))


def town_on(database: Database, keys: Keys | None = None, *, seed: int = 1) -> Town:
    """Services on an open database; what they say is kept in the queue."""
    keys = keys or new_keys()
    database.subscriptions = dict.fromkeys((CircleJoined, CircleLeft, CirclePlaceGone), (HEARS,))
    people = People(database, Inbox(database, keys))
    tools = Tools(database, keys, Doors(keys), people, Random(seed))
    return Town(database, keys, circles(tools))


async def switched_on(database: Database) -> None:
    await database.change(lambda unit: guilds.switch_on(unit, GUILD, ["circles"]))
