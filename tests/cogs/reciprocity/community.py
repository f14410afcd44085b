"""Two hundred people and twelve weeks, on the real services: givers, takers, quiet ones, and some who trade cheers.

Everything is drawn from one seed, and a notebook keeps what an onlooker with eyes everywhere would have written down.
"""

from collections import Counter
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from bot.data import guilds, queue
from bot.data.database import Database
from bot.data.guilds import Channels
from bot.data.people import People
from bot.data.queue import Job
from bot.domain.clock import Wall, to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, LineId, MemberId, MessageId, VentId, random_id
from cogs.cheering.model import Act
from cogs.cheering.model import Kind as Word
from cogs.cheering.service.giving import Giving
from cogs.cheering.service.tools import Tools as CheeringTools
from cogs.reciprocity.model.balance import Kind
from cogs.venting.model.vent import Cheer, Draft, Shown, Standing, Vent, Wish, Writer
from cogs.venting.model.work import Work
from cogs.venting.service.tools import Tools
from cogs.venting.service.vents import vents
from tests.cogs.reciprocity.books import GUILD, START, Books, person

ROOM = ChannelId(2)
PEOPLE, WEEKS = 200, 12
QUIET_SHARE = 0.25
QUIET_PULL = 0.15
"""How readily somebody stops at a post of theirs, beside 1 for the others."""
KEEP_SHARE = 0.8
TRADERS = 6
TRADES_A_DAY = 8
TRADING_DAYS = 1
VENTS, LOOKS, WORDS = 14, 50, 20
"""A week, of all together."""
GIVERS_DO = 5
"""So many times as often as others a giver looks in and cheers; a taker a fifth as often."""
LOOKS_AT = 5


class Community(Books):
    """`least_first`: whether people are shown what `/listen` shows, or the newest posts."""

    def __init__(self, database: Database, *, seed: int, least_first: bool) -> None:
        super().__init__(database)
        self.chance, self.least_first = Random(seed), least_first
        people = People(database, self.inbox)
        self.vents = vents(Tools(database, self.keys, self.inbox, self.doors, people))
        self.giving = Giving(CheeringTools(database, self.keys, people, self.doors))
        self.people = [person(number) for number in range(PEOPLE)]
        self.traders = self.people[:TRADERS]
        others = self.people[TRADERS:]
        self.quiet = set(others[: int(PEOPLE * QUIET_SHARE)])
        self.does = {one: self.chance.choice((GIVERS_DO, 1, 1, 1, 1 / GIVERS_DO)) for one in others}
        self.keepers = {*self.traders, *self.chance.sample(others, int(PEOPLE * KEEP_SHARE))}
        self.up: dict[VentId, Vent] = {}
        self.author: dict[VentId, MemberId] = {}
        self.on_posts: Counter[MemberId] = Counter()
        """How much support came to somebody's posts."""
        self.named: list[tuple[int, MemberId, MemberId]] = []
        """(day, giver, receiver) of every act between two who are named."""
        self.gave_unnamed: list[tuple[int, MemberId, Kind, int]] = []
        """(day, giver, kind, 1, or −1 for what was taken back)"""
        self._wrote: set[tuple[MemberId, VentId]] = set()
        self._numbers = count(1)

    async def live(self, weeks: int = WEEKS) -> None:
        """From START on; the last night's work is done."""
        await self.database.change(lambda unit: guilds.choose_channels(unit, GUILD, Channels(vent_rooms=(ROOM,))))
        await self.database.change(self.upkeep.plant)
        await self.keeps(*sorted(self.keepers))
        for day in range(weeks * 7):
            self.to(START + timedelta(days=day))
            await self.work()
            await self._a_day(day)

    async def _a_day(self, day: int) -> None:
        acts = [self._vent] * self._today(VENTS) + [self._look_in] * self._today(LOOKS)
        # what happens beside the posts changes nothing in what is compared
        acts += [self._cheer] * (self._today(WORDS) if self.least_first else 0)
        self.chance.shuffle(acts)
        for act in acts:
            self.to(self.now + timedelta(minutes=6))
            await act()
        if day % 7 < TRADING_DAYS and self.least_first:
            await self._trade()
        await self.work()

    def _today(self, a_week: int) -> int:
        return a_week // 7 + (self.chance.random() < a_week % 7 / 7)

    def _somebody(self) -> MemberId:
        return self.chance.choices(list(self.does), list(self.does.values()))[0]

    # --- posts --------------------------------------------------------------------------------------------------------

    async def _vent(self, author: MemberId | None = None, shown: Shown | None = None) -> Vent | None:
        author = author or self.chance.choice(self.people[TRADERS:])
        shown = shown or (Shown.OPEN if self.chance.random() < 0.3 else Shown.HIDDEN)
        draft = Draft("They said no.", Wish.LISTEN, shown, warning=False, later=False, room=ROOM)
        number = VentId(random_id())
        try:
            await self.vents.posting.share(number, GUILD, author, draft, Standing(), press=next(self._numbers))
        except Refusal:
            return None
        self.author[number] = author
        await self.work()
        return self.up[number]

    async def _publish(self, job: Job) -> None:
        number, message = VentId(int(job.key)), MessageId(next(self._numbers))
        waiting = await self.vents.course.look(number)
        assert waiting is not None
        await self.vents.course.is_up(waiting, message, job)
        vent = await self.vents.course.look(number)
        assert vent is not None
        await self.vents.course.has_thread(vent, ChannelId(message), job, at_once=False)
        self.up[number] = vent

    async def _look_in(self) -> None:
        """Somebody looks, and stops at one of what they see."""
        who = self._somebody()
        if self.least_first:
            seen = await self.vents.answering.needing_a_line(GUILD, who)
        else:
            seen = [vent for number, vent in reversed(self.up.items()) if self.author[number] != who][:LOOKS_AT]
        if not seen:
            return
        pulls = [QUIET_PULL if self.author[vent.id] in self.quiet else 1.0 for vent in seen]
        vent = self.chance.choices(seen, pulls)[0]
        if self.chance.random() < 0.3:
            await self._write(who, vent)
        else:
            cheered = await self.vents.answering.cheer(vent.id, who, Cheer.WITH_YOU)
            by = {"given": 1, "taken-back": -1}.get(cheered.change, 0)
            self._unnamed(who, vent, Kind.CHEER, by)

    async def _write(self, who: MemberId, vent: Vent) -> None:
        signed = self.chance.random() < 0.6
        line = LineId(random_id())
        before = (who, vent.id) in self._wrote
        try:
            writer = Writer(who, "A name" if signed else None)
            await self.vents.answering.write_line(vent.id, line, writer, "With you.", press=next(self._numbers))
        except Refusal:
            return
        self._wrote.add((who, vent.id))
        if signed and vent.author is not None:
            self.named.append((self.day, who, vent.author))
            self.on_posts[vent.author] += 1
        elif not before:
            self._unnamed(who, vent, Kind.LINE, 1)

    def _unnamed(self, who: MemberId, vent: Vent, kind: Kind, by: int) -> None:
        self.on_posts[self.author[vent.id]] += by
        self.gave_unnamed.append((self.day, who, kind, by))

    # --- words between two --------------------------------------------------------------------------------------------

    async def _cheer(self) -> None:
        giver = self._somebody()
        receiver = self.chance.choice([one for one in self.people[TRADERS:] if one != giver])
        await self._say(giver, receiver)

    async def _say(self, giver: MemberId, receiver: MemberId) -> None:
        act = Act(GUILD, giver, receiver, Word.CHEER, "", "", None, "here", quietly=True, press=next(self._numbers))
        try:
            await self.giving.give(act)
        except Refusal:
            return
        self.named.append((self.day, giver, receiver))

    async def _trade(self) -> None:
        """Two by two: cheers until they are refused, then line after line under each other's posts."""
        for one, other in zip(self.traders[::2], self.traders[1::2], strict=True):
            for giver, receiver in ((one, other), (other, one)):
                vent = await self._vent(receiver, Shown.OPEN)
                for _ in range(TRADES_A_DAY // 2):
                    await self._say(giver, receiver)
                for _ in range(TRADES_A_DAY // 2):
                    if vent is not None:
                        await self._line_for(giver, vent)

    async def _line_for(self, giver: MemberId, vent: Vent) -> None:
        line, writer = LineId(random_id()), Writer(giver, "A name")
        await self.vents.answering.write_line(vent.id, line, writer, "Nice.", press=next(self._numbers))
        if vent.author is not None:
            self.named.append((self.day, giver, vent.author))

    # --- the queue ----------------------------------------------------------------------------------------------------

    @property
    def day(self) -> int:
        return to_ms(self.now) // 86_400_000

    async def work(self) -> None:
        """As in the books, and posts go up and end."""
        while claimed := await self.database.on_writer(
            lambda connection: queue.claim(connection, me="town", now_ms=to_ms(self.now), many=100)
        ):
            for job in claimed:
                if job.kind == Work.PUBLISH:
                    await self._publish(job)
                elif job.kind == Work.END:
                    await self.vents.course.end_now(VentId(int(job.key)), job)
                    self.up.pop(VentId(int(job.key)), None)
            await self.database.change(lambda unit, jobs=claimed: [self._count(unit, one) for one in jobs])

    def _count(self, unit: Any, job: Job) -> None:
        if job.kind not in {Work.PUBLISH, Work.END}:
            unit.finish(job)
            self._run(unit, job)

    # --- what an onlooker finds ---------------------------------------------------------------------------------------

    def share_of_quiet(self) -> float:
        """The share of support on posts that came to those whose posts few stop at."""
        of_others = {one: many for one, many in self.on_posts.items() if one not in self.traders}
        return sum(many for one, many in of_others.items() if one in self.quiet) / sum(of_others.values())

    def counted(self) -> Counter[tuple[int, MemberId, MemberId]]:
        """How much each day counts from one to another, where at least one keeps a balance."""
        known = [act for act in self.named if self.keepers & set(act[1:])]
        return Counter({act: min(many, 3) for act, many in Counter(known).items()})


async def lived(folder: Path, *, least_first: bool, seed: int = 7, weeks: int = WEEKS) -> Community:
    """All of it, on rows in this folder; close `database` after it."""
    database = Database(f"sqlite+aiosqlite:///{folder / f'town-{least_first}.db'}", Wall())
    await database.open()
    await database.migrate()
    town = Community(database, seed=seed, least_first=least_first)
    await town.live(weeks)
    return town
