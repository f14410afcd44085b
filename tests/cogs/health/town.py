"""A community on rows alone, and beside it a plain list of what happened, from which every figure can be worked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy.engine import Connection

from bot.data import guilds, queue
from bot.data.community import was_seen
from bot.data.database import Database
from bot.data.keys import Keys, new_keys
from bot.data.queue import Job
from bot.data.schema import upsert
from bot.data.tables import visit
from bot.data.unit import Unit
from bot.domain.clock import to_ms
from bot.domain.events import CircleJoined, SupportGiven, VentPosted, VentSupported
from bot.domain.groups import FEWEST_PEOPLE
from bot.domain.ids import ChannelId, GuildId, MemberId, VentId
from cogs.health.model.cells import Cell
from cogs.health.model.definitions import Mutuality
from cogs.health.model.work import Work
from cogs.health.service.freezing import Freezing
from cogs.health.service.looking import Looking
from cogs.health.subscribers import HealthSubscribers

GUILD = GuildId(1)
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
WEEK = timedelta(weeks=1)
ENOUGH = 3
ALWAYS = 2**30
"""A week that never lies four weeks back."""


@dataclass
class Post:
    """What is true of a post. `there` is (person, when they came) in order, the author not among them."""

    number: int
    author: int
    named: bool
    circle: int
    at: datetime
    there: list[tuple[int, datetime]] = field(default_factory=list[tuple[int, datetime]])

    def on_first_day(self) -> list[tuple[int, datetime]]:
        return [(who, when) for who, when in self.there if when - self.at <= timedelta(days=1)]


@dataclass(frozen=True)
class Act:
    """One named person was there for another."""

    giver: int
    receiver: int
    circle: int
    at: datetime


class Town:
    """Facts go in, weeks are frozen; `posts` and `acts` are the truth."""

    def __init__(self, database: Database, keys: Keys | None = None) -> None:
        self.database = database
        self.keys = keys or new_keys()
        self.heard = HealthSubscribers(self.keys)
        self.freezing, self.looking = Freezing(database), Looking(database, database.wall)
        self.posts: list[Post] = []
        self.acts: list[Act] = []
        self.seats: dict[int, int] = {}
        self.to(MONDAY)

    def to(self, moment: datetime) -> None:
        self.now = moment
        self.database.wall.follow(moment.timestamp(), 0.0)

    async def opens(self, readers: int = 60) -> None:
        """Health is on; so many can read, and enough use the bot that the rules are those of its size (SPEC 4.12)."""
        await self.database.change(lambda unit: guilds.switch_on(unit, GUILD, ("health",)))
        here = [{"guild_id": GUILD, "who_ref": bytes([one] * 32), "week": ALWAYS} for one in range(FEWEST_PEOPLE)]
        await self.database.change(lambda unit: unit.run(upsert(visit).on_conflict_do_nothing(), here) and None)
        await self.database.change(lambda unit: was_seen(unit, GUILD, "Job seekers", readers))

    async def sits(self, circle: int, members: Sequence[int]) -> None:
        def seat(unit: Unit) -> None:
            for one in members:
                self.heard.note_seat(unit, CircleJoined(GUILD, circle, MemberId(one), 1))

        self.seats |= dict.fromkeys(members, circle)
        await self.database.change(seat)

    async def lives(self, posts: Sequence[Post], acts: Sequence[Act]) -> None:
        """All of it is heard, each at its moment, in one transaction."""
        self.posts += posts
        self.acts += acts
        facts = sorted(self._facts(posts, acts), key=lambda one: one[0])

        def hear(connection: Connection) -> None:
            for moment, fact in facts:
                self._hear(Unit(connection, {}, moment), fact)

        await self.database.on_writer(hear)

    def _facts(self, posts: Sequence[Post], acts: Sequence[Act]) -> Iterator[tuple[datetime, object]]:
        for one in posts:
            author = MemberId(one.author) if one.named else None
            ref = None if one.named else self.keys.ref("author", GUILD, one.author)
            shown = ("circle" if one.circle else "open") if one.named else "hidden"
            yield (
                one.at,
                VentPosted(
                    GUILD, VentId(one.number), ChannelId(2), "listen", to_ms(one.at), ref, author=author, shown=shown
                ),
            )
            for count, (_, when) in enumerate(one.there, start=1):
                yield when, VentSupported(GUILD, VentId(one.number), None, "cheer", count, count)
        for act in acts:
            yield act.at, SupportGiven(GUILD, MemberId(act.giver), MemberId(act.receiver), "cheer", to_ms(act.at))

    def _hear(self, unit: Unit, fact: object) -> None:
        if isinstance(fact, VentPosted):
            self.heard.note_post(unit, fact)
        elif isinstance(fact, VentSupported):
            self.heard.note_support(unit, fact)
        elif isinstance(fact, SupportGiven):
            self.heard.note_act(unit, fact)

    async def freezes(self, mutuality: Mutuality | None = None) -> None:
        """The weekly job, when it is due."""
        job = await self.claim(Work.FREEZE)
        assert job is not None
        await self.freezing.freeze(GUILD, mutuality, job)

    async def claim(self, kind: str) -> Job | None:
        """The job of this kind that is due now; what else is due is put aside."""
        claimed = await self.database.on_writer(
            lambda connection: queue.claim(connection, me="town", now_ms=to_ms(self.now), many=50)
        )
        for one in claimed:
            if one.kind != kind:
                await self.database.change(lambda unit, one=one: unit.finish(one))
        return next((one for one in claimed if one.kind == kind), None)

    async def cells(self) -> list[Cell]:
        return (await self.looking.cells(GUILD))[0]


def person(number: int) -> int:
    return 1_000 + number


def a_week(
    random: Random, people: Sequence[int], monday: datetime, posts: int, acts: int, seats: dict[int, int]
) -> tuple[list[Post], list[Act]]:
    """So many posts and named acts of these people at random moments of a week."""
    made: list[Post] = []
    given: list[Act] = []

    def moment() -> datetime:
        return monday + timedelta(milliseconds=random.randrange(int(WEEK.total_seconds() * 1000)))

    for _ in range(posts):
        author = random.choice(people)
        named = random.random() < 0.5
        circle = seats.get(author, 0) if named and random.random() < 0.7 else 0
        one = Post(random.getrandbits(48), author, named, circle, moment())
        others = [who for who in people if who != author and (not circle or seats.get(who) == circle)]
        came = random.sample(others, min(len(others), random.choice((0, 0, 1, 2, 3, 5, 8))))
        waits = sorted(random.choice((0.01, 0.1, 0.3, 1.5, 5, 20, 30)) * random.uniform(0.5, 1.0) for _ in came)
        one.there = [(who, one.at + timedelta(hours=wait)) for who, wait in zip(came, waits, strict=True)]
        made.append(one)
    for _ in range(acts):
        giver, receiver = random.sample(list(people), 2)
        both = seats.get(giver, 0) == seats.get(receiver, 0)
        given.append(Act(giver, receiver, seats.get(giver, 0) if both else 0, moment()))
    return made, given
