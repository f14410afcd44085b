"""The ledger on rows alone: facts go in by the queue, as in life, and its owner looks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.data import given, queue
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.facts import decode
from bot.data.given import Given
from bot.data.inbox import Inbox
from bot.data.keys import Keys, new_keys
from bot.data.people import People
from bot.data.queue import Job
from bot.domain.clock import to_ms
from bot.domain.events import GivenWithoutAName, SupportGiven, SupportHeldBack, SupportRemoved
from bot.domain.ids import GuildId, MemberId
from bot.domain.ports import Received
from cogs.reciprocity.model.balance import Balance, Work
from cogs.reciprocity.service.balances import Balances
from cogs.reciprocity.service.ledger import Ledger
from cogs.reciprocity.service.upkeep import Upkeep
from cogs.reciprocity.subscribers import LedgerSubscribers

GUILD = GuildId(1)
START = datetime(2026, 3, 4, 12, tzinfo=UTC)
"""A Wednesday."""
SUBSCRIPTIONS = {
    SupportGiven: ("reciprocity.count_given",),
    SupportHeldBack: ("reciprocity.count_held_back",),
    SupportRemoved: ("reciprocity.count_removed",),
    GivenWithoutAName: ("reciprocity.keep_unnamed",),
}


@dataclass
class Posts:
    """What venting would answer."""

    came: dict[MemberId, Sequence[Received]] = field(default_factory=dict[MemberId, Sequence[Received]])

    async def received(self, _: GuildId, member: MemberId) -> Sequence[Received]:
        return self.came.get(member, ())


class Books:
    """Ada is 101, Ben 102, and so on; people's clock stands where it is put."""

    def __init__(self, database: Database, keys: Keys | None = None) -> None:
        self.database, self.keys = database, keys or new_keys()
        inbox = Inbox(database, self.keys)
        self.posts = Posts()
        self.doors = Doors(self.keys)
        self.balances = Balances(database, self.keys, self.doors, People(database, inbox), lambda: [self.posts])
        self.inbox = inbox
        self.upkeep, self.ledger = Upkeep(database, self.keys), Ledger(database)
        self.heard = LedgerSubscribers(self.keys)
        self.rows: dict[str, Any] = {
            Work.TEND: self.upkeep.tend, Work.ROLL: self.upkeep.roll, Work.FRIDAY: self.balances.friday,
        }  # fmt: skip
        database.subscriptions = SUBSCRIPTIONS
        self.to(START)

    def to(self, moment: datetime) -> None:
        self.now = moment
        self.database.wall.follow(moment.timestamp(), 0.0)

    async def later(self, by: timedelta) -> None:
        """Time passes; of the nights in it the first one's work is done, at its end, as after a long downtime."""
        await self.database.change(self.upkeep.plant)
        self.to(self.now + by)
        await self.work()

    async def keeps(self, *members: MemberId) -> None:
        for one in members:
            await self.balances.begin(GUILD, one)

    async def give(self, giver: MemberId, receiver: MemberId, kind: str = "cheer", *, times: int = 1) -> None:
        for _ in range(times):
            fact = SupportGiven(GUILD, giver, receiver, kind, to_ms(self.now))
            await self.database.change(lambda unit, fact=fact: unit.emit(fact))
        await self.work()

    async def tell(self, fact: Any) -> None:
        await self.database.change(lambda unit: unit.emit(fact))
        await self.work()

    async def give_unnamed(self, giver: MemberId, **changes: int) -> None:
        def emit(unit: Any) -> None:
            given.emit(unit, self.keys, GUILD, Given(giver, given.week_of(unit), **changes))

        await self.database.change(emit)
        await self.work()

    async def look(self, member: MemberId) -> Balance:
        found = await self.balances.mine(GUILD, member)
        assert found is not None
        return found

    async def work(self) -> None:
        """The worker's part, one job after the other."""
        while claimed := await self.database.on_writer(
            lambda connection: queue.claim(connection, me="books", now_ms=to_ms(self.now), many=50)
        ):
            for job in claimed:
                await self.database.change(lambda unit, job=job: (unit.finish(job), self._run(unit, job)))

    def _run(self, unit: Any, job: Job) -> None:
        if job.kind.startswith("fact:"):
            getattr(self.heard, job.kind.rpartition(".")[2])(unit, decode(job.payload))
        elif job.kind in self.rows:
            self.rows[job.kind](unit, job)


def person(number: int) -> MemberId:
    """The first is 0."""
    return MemberId(577_354_978_792_833_000 + number)


ADA, BEN, CLEO, DAN = (person(number) for number in range(4))
