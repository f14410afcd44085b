"""Random walks over all that several people can do with vents, held against a model of ten lines."""

import asyncio
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.data import guilds, keys, queue
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.guilds import Channels
from bot.data.inbox import Inbox
from bot.data.people import People
from bot.domain.clock import Wall
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId, VentId, random_id
from cogs.venting.model.vent import Cheer, Draft, Shown, Standing, Wish, Writer
from cogs.venting.model.work import Work
from cogs.venting.service.tools import Tools
from cogs.venting.service.vents import vents
from cogs.venting.store import answers

GUILD, ROOM = GuildId(1), ChannelId(2)
PEOPLE = [MemberId(900_000_000_000_000_000 + number) for number in range(5)]
START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass
class Expected:
    """A vent as a person with a notebook would keep it."""

    author: MemberId
    cheers: dict[MemberId, Cheer] = field(default_factory=dict[MemberId, Cheer])
    wrote: set[MemberId] = field(default_factory=set[MemberId])
    unsigned: set[MemberId] = field(default_factory=set[MemberId])

    @property
    def supporters(self) -> int:
        return len(set(self.cheers) | self.wrote)


class Walk(RuleBasedStateMachine):
    """Five people, one room, any order of acts."""

    template: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.now = START
        self.known: dict[VentId, Expected] = {}
        self.gone: list[VentId] = []
        self.posted: dict[MemberId, list[datetime]] = {person: [] for person in PEOPLE}
        self.numbers = count(1)
        self.last: tuple[MemberId, int, Cheer] | None = None

    def run(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)

    @initialize()
    def open(self) -> None:
        path = Path(self.folder.name) / "rows.db"
        shutil.copyfile(self.template, path)
        self.rows = Database(f"sqlite+aiosqlite:///{path}", Wall())
        self.rows.wall.follow(self.now.timestamp(), 0.0)
        self.run(self.rows.open())
        living = keys.new_keys()
        inbox = Inbox(self.rows, living)
        self.vents = vents(Tools(self.rows, living, inbox, Doors(living), People(self.rows, inbox)))
        self.run(self.rows.change(lambda unit: guilds.choose_channels(unit, GUILD, Channels(vent_rooms=(ROOM,)))))

    def teardown(self) -> None:
        self.run(self.rows.close())
        self.loop.close()
        self.folder.cleanup()

    def vent_at(self, place: int) -> VentId | None:
        return list(self.known)[place % len(self.known)] if self.known else None

    def refused(self, work: Any) -> str | None:
        try:
            self.run(work)
        except Refusal as refusal:
            return refusal.text_id
        return None

    @rule(who=st.sampled_from(PEOPLE), shown=st.sampled_from([Shown.HIDDEN, Shown.OPEN]))
    def let_out(self, who: MemberId, shown: Shown) -> None:
        number = VentId(random_id())
        draft = Draft("They said no.", Wish.LISTEN, shown, warning=False, later=False, room=ROOM)
        share = self.vents.posting.share
        why = self.refused(share(number, GUILD, who, draft, Standing(), press=next(self.numbers)))

        today = [moment for moment in self.posted[who] if self.window(who) <= moment]
        if len(today) >= 3:
            assert why == "vent-day-full"
        elif today and self.now - today[-1] < timedelta(minutes=5):
            assert why == "vent-too-soon"
        else:
            assert why is None
            self.posted[who].append(self.now)
            self.known[number] = Expected(who)
            self.goes_up(number)

    def window(self, who: MemberId) -> datetime:
        """The beginning of the day of 24 hours that counts now; it opens with the first post in it."""
        opened = START - timedelta(days=9)
        for moment in self.posted[who]:
            if moment - opened >= timedelta(days=1):
                opened = moment
        return opened if self.now - opened < timedelta(days=1) else self.now

    def goes_up(self, number: VentId) -> None:
        def claim(look: Any) -> list[queue.Job]:
            return queue.claim(look, me="walk", now_ms=int(self.now.timestamp() * 1000), many=100)

        job = next(one for one in self.run(self.rows.on_writer(claim)) if one.kind == Work.PUBLISH)
        message = MessageId(random_id())
        assert self.run(self.vents.course.is_up(self.run(self.vents.course.look(number)), message, job))
        vent = self.run(self.vents.course.look(number))
        self.run(self.vents.course.has_thread(vent, ChannelId(message), job, at_once=False))

    @rule(who=st.sampled_from(PEOPLE), place=st.integers(0, 2), which=st.sampled_from(list(Cheer)))
    def cheer(self, who: MemberId, place: int, which: Cheer) -> None:
        number = self.vent_at(place)
        if number is None:
            return
        self.last = (who, place, which)
        vent = self.known[number]
        why = self.refused(self.vents.answering.cheer(number, who, which))

        if who == vent.author:
            assert why == "vent-own"
        elif vent.cheers.get(who) is which:
            del vent.cheers[who]
        else:
            vent.cheers[who] = which

    @rule()
    def press_the_same_cheer_again(self) -> None:
        if self.last is not None:
            self.cheer(*self.last)

    @rule(who=st.sampled_from(PEOPLE), place=st.integers(0, 30), signed=st.booleans())
    def write(self, who: MemberId, place: int, signed: bool) -> None:
        number = self.vent_at(place)
        if number is None:
            return
        vent = self.known[number]
        writer = Writer(who, "Somebody" if signed else None)
        line = LineId(random_id())
        why = self.refused(self.vents.answering.write_line(number, line, writer, "Me too.", press=next(self.numbers)))

        if who == vent.author:
            assert why == "vent-own"
        elif not signed and who in vent.unsigned:
            assert why == "line-one-unsigned"
        else:
            assert why is None
            vent.wrote.add(who)
            if not signed:
                vent.unsigned.add(who)

    @rule(who=st.sampled_from(PEOPLE), place=st.integers(0, 30))
    def take_down(self, who: MemberId, place: int) -> None:
        number = self.vent_at(place)
        if number is None:
            return
        why = self.refused(self.vents.owning.take_down(number, GUILD, who))

        if who == self.known[number].author:
            assert why is None
            del self.known[number]
            self.gone.append(number)
        else:
            assert why == "vent-not-yours"

    @rule(who=st.sampled_from(PEOPLE), place=st.integers(0, 30))
    def use_the_authors_tools(self, who: MemberId, place: int) -> None:
        number = self.vent_at(place)
        if number is None or who == self.known[number].author:
            return
        own = self.vents.owning
        for tool in (
            own.lock(number, GUILD, who),
            own.gone_after(number, GUILD, who, 30),
            own.who_was_here(number, GUILD, who),
            own.reply(number, GUILD, Writer(who, "Me"), "It was me.", press=next(self.numbers)),
            own.stop_telling(number, GUILD, who),
            self.vents.posting.change_text(number, GUILD, who, "Other words."),
        ):
            assert self.refused(tool) == "vent-not-yours"

    @rule(minutes=st.sampled_from([1, 5, 17, 60, 60 * 7, 60 * 24]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.rows.wall.follow(self.now.timestamp(), 0.0)

    @invariant()
    def counts_are_the_different_people_who_were_there(self) -> None:
        for number, expected in self.known.items():
            vent = self.run(self.vents.course.look(number))
            assert vent is not None
            assert vent.supporters == expected.supporters

    @invariant()
    def no_name_stands_twice_in_a_thread(self) -> None:
        for number in self.known:
            vent = self.run(self.vents.course.look(number))
            worn = self.run(self.rows.read(lambda look, number=number: answers.names_in_thread(look, number)))
            assert len(worn) == len(self.known[number].unsigned)
            assert vent is not None
            assert vent.alias not in worn

    @invariant()
    def gone_is_gone(self) -> None:
        for number in self.gone:
            assert self.run(self.vents.course.look(number)) is None
            assert self.refused(self.vents.answering.cheer(number, PEOPLE[0], Cheer.SITTING)) == "vent-gone"

    @invariant()
    def everybody_finds_their_own_and_only_their_own(self) -> None:
        for person in PEOPLE:
            mine = {one.vent.id for one in self.run(self.vents.owning.mine(GUILD, person))}
            assert mine == {number for number, expected in self.known.items() if expected.author == person}


@pytest.fixture
def walk(migrated_file: Path) -> type[Walk]:
    return type("WalkHere", (Walk,), {"template": migrated_file})


def test_whatever_people_do_in_whatever_order_the_counts_the_names_and_the_limits_hold(walk: type[Walk]) -> None:
    run_state_machine_as_test(
        walk,
        settings=settings(
            max_examples=25, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
