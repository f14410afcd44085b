"""A made-up week: people in twelve zones who vent, look in, listen and tire, on the relay's own services and rows.

People's clock is moved from one thing that happens to the next; nothing waits. Everything is drawn from one seed.
"""

import heapq
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from bot.data import guilds, queue
from bot.data.community import was_seen
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.facts import decode
from bot.data.inbox import AUTHOR, Inbox
from bot.data.keys import new_keys
from bot.data.people import People
from bot.data.queue import Job
from bot.data.unit import Unit
from bot.data.visits import Visits
from bot.domain.clock import Wall, from_ms, to_ms
from bot.domain.errors import Refusal
from bot.domain.events import VentClosed, VentEnded, VentNamed, VentPosted, VentSupported
from bot.domain.hours import Hours
from bot.domain.ids import ChannelId, MemberId, MessageId, VentId
from bot.text.catalogue import Catalogue
from cogs.relay import subscribers
from cogs.relay.feature import FEATURE
from cogs.relay.jobs import RelayJobs
from cogs.relay.model.waiting import Work
from cogs.relay.service.listening import Wished
from cogs.relay.service.relay import relay
from cogs.relay.service.tools import Tools
from tests.cogs.relay.souls import (
    CHANGES_A_WEEK,
    DAYS,
    FOUND_BY_CHANCE,
    GUILD,
    HOURS,
    LISTENING_SHARE,
    LOOKS_A_DAY,
    MODERATORS,
    PASSES_WHEN_ASKED,
    ROOM,
    SAID_TWICE,
    START,
    TAKES_IT_BACK,
    TAKES_IT_DOWN,
    VENTS_A_DAY,
    WRITES_WHEN_ASKED,
    ZONES,
    Asked,
    Soul,
    Told,
)


class Week:
    """Lets it happen, and keeps what an onlooker would have seen."""

    def __init__(self, database: Database, people: int, *, seed: int, with_relay: bool = True) -> None:
        self.random = Random(seed)
        self.database, self.people, self.with_relay = database, people, with_relay
        self.keys = new_keys()
        self.inbox = Inbox(database, self.keys)
        self.relay = relay(
            Tools(
                database, self.keys, self.inbox, Doors(self.keys), People(database, self.inbox), random=Random(seed + 1)
            )
        )
        self.jobs = RelayJobs(self.relay.asking, self, Catalogue([FEATURE.texts]), list)
        self.souls = [Soul(MemberId(100 + number), ZONES[number % len(ZONES)]) for number in range(people)]
        self.by_dm = {soul.dm: soul for soul in self.souls}
        self.vents: dict[VentId, Told] = {}
        self.asked: list[Asked] = []
        self.in_room: list[str] = []
        self.now = START
        self._plans: list[tuple[datetime, int, Callable[[], Awaitable[None]]]] = []
        self._numbers = count(1)
        database.subscriptions = {
            VentPosted: ("relay.start_clock",),
            VentSupported: ("relay.count_support",),
            VentClosed: ("relay.mark_closed",),
            VentNamed: ("relay.name_author",),
            VentEnded: ("relay.end_clock",),
        }

    # --- what the jobs speak to, in the sender's place ----------------------------------------------------------------

    async def send(self, _: Job, channel: ChannelId, *, mark: str, **said: Any) -> MessageId:
        """Somebody is asked, or something is said in the room."""
        soul = self.by_dm.get(channel)
        if soul is None:
            self.in_room.append(said["text"])
        else:
            vent = VentId(int(mark.rpartition(":")[2]))
            self.asked.append(Asked(self.now, soul, vent))
            self._react(soul, vent)
        return MessageId(next(self._numbers))

    async def edit(self, *_: Any, **__: Any) -> bool:
        return True

    async def delete(self, *_: Any) -> bool:
        return True

    # --- people -------------------------------------------------------------------------------------------------------

    def _react(self, soul: Soul, vent: VentId) -> None:
        draw = self.random.random()
        soon = self.now + timedelta(minutes=self.random.uniform(1, 25))
        if draw < WRITES_WHEN_ASKED:
            self._plan(soon, lambda: self._take(soul, vent))
        elif draw < WRITES_WHEN_ASKED + PASSES_WHEN_ASKED:
            self._plan(soon, lambda: self.relay.asking.pass_on(vent, soul.member))

    async def _take(self, soul: Soul, vent: VentId) -> None:
        try:
            await self.relay.asking.take(vent, soul.member)
        except Refusal:
            return
        writing = timedelta(minutes=self.random.uniform(1, 8))
        self._plan(self.now + writing, lambda: self._support(soul, vent))

    async def _support(self, soul: Soul, vent: VentId) -> None:
        told = self.vents[vent]
        if told.ended or soul is told.author or soul.member in told.supporters:
            return
        told.supporters.add(soul.member)
        told.first = told.first or self.now
        await self._counted(told)
        if self.random.random() < TAKES_IT_BACK:
            later = self.now + timedelta(minutes=self.random.uniform(1, 60))
            self._plan(later, lambda: self._take_back(soul, vent))

    async def _take_back(self, soul: Soul, vent: VentId) -> None:
        told = self.vents[vent]
        if told.ended:
            return
        told.supporters.discard(soul.member)
        told.since = self.now if not told.supporters else told.since
        await self._counted(told)

    async def _counted(self, told: Told) -> None:
        told.version += 1
        fact = VentSupported(GUILD, told.vent, None, "line", len(told.supporters), told.version)
        await self.database.change(lambda unit: unit.emit(fact))
        if self.random.random() < SAID_TWICE:
            late = VentSupported(GUILD, told.vent, None, "line", 0, told.version - 1)
            await self.database.change(lambda unit: (unit.emit(fact), unit.emit(late)))

    async def _post(self, author: Soul) -> None:
        vent, by_name = VentId(next(self._numbers)), self.random.random() < (0.5 if self.people < 25 else 0.2)
        self.vents[vent] = Told(vent, author, by_name, self.now, self.now)
        fact = VentPosted(
            GUILD, vent, ROOM, "listen", to_ms(self.now),
            None if by_name else self.keys.ref(AUTHOR, GUILD, author.member),
            author=author.member if by_name else None, shown="open" if by_name else "hidden", message=MessageId(vent),
        )  # fmt: skip
        await self.database.change(lambda unit: unit.emit(fact))
        if self.random.random() < TAKES_IT_DOWN:
            later = self.now + timedelta(hours=self.random.uniform(0.1, 40))
            self._plan(later, lambda: self._end(vent))

    async def _end(self, vent: VentId) -> None:
        self.vents[vent].ended = True
        await self.database.change(lambda unit: unit.emit(VentEnded(GUILD, vent)))

    async def _look_in(self, soul: Soul) -> None:
        """Somebody looks into the room by themselves, and may find words for what is there."""
        if not 8 <= self.now.astimezone(ZoneInfo(soul.zone)).hour < 23:
            return
        chance = FOUND_BY_CHANCE / (LOOKS_A_DAY * self.people)
        for told in list(self.vents.values()):
            if self.now - told.posted < timedelta(days=1) and self.random.random() < chance:
                await self._support(soul, told.vent)

    async def _go_silent(self, soul: Soul, kind: int) -> None:
        """Pauses for a day, stops for good, or rests until tomorrow."""
        until = {0: self.now + timedelta(days=1), 1: START + timedelta(days=99)}.get(
            kind, self.now + timedelta(hours=1)
        )
        if kind == 0:
            await self.relay.listening.pause(GUILD, soul.member, timedelta(days=1))
        elif kind == 1:
            await self.relay.listening.stop(GUILD, soul.member)
        else:
            await self.relay.listening.rest(GUILD, soul.member)
            midnight = self.now.astimezone(ZoneInfo(soul.zone)).replace(hour=23, minute=59)
            until = midnight.astimezone(UTC)
        soul.silent.append((self.now, until))

    # --- the week -----------------------------------------------------------------------------------------------------

    async def live(self) -> None:
        """From START on for DAYS, and two days more for what is still waiting."""
        await self._begin()
        end = START + timedelta(days=DAYS)
        for soul in self.souls:
            for moment in self._moments(VENTS_A_DAY, end):
                self._plan(moment, lambda soul=soul: self._post(soul))
            for moment in self._moments(LOOKS_A_DAY, end + timedelta(days=2)):
                self._plan(moment, lambda soul=soul: self._look_in(soul))
            if soul.listens is not None and self.random.random() < CHANGES_A_WEEK:
                moment, kind = START + timedelta(days=self.random.uniform(0, DAYS)), self.random.randrange(3)
                self._plan(moment, lambda soul=soul, kind=kind: self._go_silent(soul, kind))
        await self._until(end + timedelta(days=2))

    async def _begin(self) -> None:
        self._to(START)

        def chosen(unit: Unit) -> None:
            guilds.switch_on(unit, GUILD, ("relay",))
            guilds.choose_channels(unit, GUILD, guilds.Channels(vent_rooms=(ROOM,), moderators=MODERATORS))
            was_seen(unit, GUILD, "Job seekers", self.people)

        await self.database.change(chosen)
        visits = Visits(self.database, self.keys)
        for soul in self.souls:
            await visits.note(GUILD, soul.member)
        many = max(round(self.people * LISTENING_SHARE), 3) if self.with_relay else 0
        for soul in self.random.sample(self.souls, many):
            opens, closes = self.random.choice(HOURS)
            wished = Wished(Hours(soul.zone, opens, closes), self.random.choice((1, 2, 3, 3, 3)), soul.dm, "en-US")
            soul.listens = await self.relay.listening.begin(GUILD, soul.member, wished)

    def _moments(self, a_day: float, end: datetime) -> list[datetime]:
        moments, moment = list[datetime](), START
        while (moment := moment + timedelta(days=self.random.expovariate(a_day))) < end:
            moments.append(moment)
        return moments

    def _plan(self, at: datetime, act: Callable[[], Awaitable[None]]) -> None:
        heapq.heappush(self._plans, (at, next(self._numbers), act))

    async def _until(self, end: datetime) -> None:
        while True:
            await self._work()
            due, _ = await self.database.read(lambda look: queue.next_times(look, to_ms(self.now)))
            nexts = [from_ms(due)] if due is not None else []
            nexts += [self._plans[0][0]] if self._plans else []
            if not nexts or min(nexts) > end:
                return
            self._to(max(min(nexts), self.now))
            while self._plans and self._plans[0][0] <= self.now:
                await heapq.heappop(self._plans)[2]()

    async def _work(self) -> None:
        """The worker's part, one job after the other."""
        while True:
            claimed = await self.database.on_writer(
                lambda connection: queue.claim(connection, me="week", now_ms=to_ms(self.now), many=50)
            )
            if not claimed:
                return
            for job in claimed:
                await self._run(job)

    async def _run(self, job: Job) -> None:
        on_rows = {Work.LOOK: self.relay.course.look, Work.SWEEP: self.relay.course.sweep}.get(job.kind)
        if job.kind.startswith("fact:"):
            hear = getattr(subscribers, job.kind.rpartition(".")[2])
            await self.database.change(lambda unit: (unit.finish(job), hear(unit, decode(job.payload))))
        elif on_rows is not None:
            await self.database.change(lambda unit: (unit.finish(job), on_rows(unit, job)))
        else:
            await getattr(self.jobs, job.kind.partition(".")[2])(job)
            await self.database.on_writer(lambda connection: queue.finish_if_mine(connection, job))

    def _to(self, moment: datetime) -> None:
        self.now = moment
        self.database.wall.follow(moment.timestamp(), 0.0)

    # --- what an onlooker finds ---------------------------------------------------------------------------------------

    def minutes_to_first(self) -> list[float]:
        """For each vent that somebody was there for, sorted."""
        waits = [(told.first - told.posted).total_seconds() / 60 for told in self.vents.values() if told.first]
        return sorted(waits)

    async def note_waits(self, told: Told) -> bool:
        """Whether the author would find the relay's word in their inbox."""
        notes = await self.inbox.notes(GUILD, told.author.member)
        return any(str(told.vent) in str(note.args.get("link")) for note in notes)


async def opened(path: Any) -> Database:
    """Migrated rows in a file, with a wall of their own."""
    database = Database(f"sqlite+aiosqlite:///{path}", Wall())
    await database.open()
    await database.migrate()
    return database
