"""Facts reach every subscriber exactly once."""

from typing import Any, get_args, get_type_hints

import pytest

from bot.data import facts, guilds, queue
from bot.data.database import Database
from bot.data.queue import Job
from bot.data.tables import guild_setting, job
from bot.data.unit import Unit
from bot.data.worker import Handlers, Worker
from bot.domain import events
from bot.domain.clock import to_ms
from bot.domain.events import Fact, LineGiven, RoomsChosen, VentEnded, VentPosted
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, Ref, VentId
from tests.rows import count, eventually, rows

HERE = GuildId(70)
FAILING = 2
"""Tries of a subscriber that succeeds at this one."""
POSTED = VentPosted(HERE, VentId(2**62), ChannelId(3), "listen", 4, Ref(bytes(range(32))))
GIVEN = LineGiven(HERE, LineId(5), MemberId(6), None, b"\x00\xff")


@pytest.mark.parametrize("fact", [POSTED, GIVEN, VentEnded(HERE, VentId(1))])
def test_a_fact_comes_back_as_it_was(fact: Fact) -> None:
    assert facts.decode(facts.encode(fact)) == fact


def test_a_fact_with_several_rooms_comes_back_as_it_was() -> None:
    fact = RoomsChosen(HERE, (ChannelId(1), ChannelId(2)))

    assert facts.decode(facts.encode(fact)) == fact


def test_a_fact_of_a_newer_version_is_told_apart() -> None:
    with pytest.raises(KeyError):
        facts.decode('["ComesWithTheNextVersion",{"guild":1}]')


def test_every_fact_is_made_of_values_that_a_queue_row_can_carry() -> None:
    kinds = [kind for kind in vars(events).values() if isinstance(kind, type) and issubclass(kind, Fact)]

    for kind in kinds:
        for name, hint in get_type_hints(kind).items():
            assert leaves(hint) <= {int, bool, str, bytes, type(None)}, (kind, name)


def leaves(hint: Any) -> set[Any]:
    """The plain types a field's values are made of."""
    inner = [one for one in get_args(hint) if one is not ...]
    if inner:
        return set().union(*(leaves(one) for one in inner))
    return {getattr(hint, "__supertype__", hint)}


async def test_each_subscriber_hears_it_once_even_if_its_first_try_fails(database: Database) -> None:
    tries: list[str] = []
    database.subscriptions = {VentEnded: ("one.hears", "two.hears")}

    def hear(unit: Unit, name: str) -> None:
        times = guilds.section(unit.connection, HERE, name).get("heard", 0)
        guilds.choose(unit, HERE, name, {"heard": times + 1})

    def one(unit: Unit, work: Job) -> None:
        assert facts.decode(work.payload).guild == HERE
        hear(unit, "one")

    def two(unit: Unit, _: Job) -> None:
        hear(unit, "two")
        tries.append("two")
        if len(tries) < FAILING:
            raise ValueError("not yet")

    worker = Worker(database, Handlers({"fact:one.hears": one, "fact:two.hears": two}, {}), name="test")
    await worker.start()
    await database.change(lambda unit: unit.emit(VentEnded(HERE, VentId(1))))

    await eventually(lambda: _empty(database))
    await worker.drain(1)

    heard = await database.read(lambda look: guilds.sections(look, HERE))
    assert heard == {"one": {"heard": 1}, "two": {"heard": 1}}
    assert len(tries) == FAILING


async def test_a_subscriber_killed_before_its_commit_hears_it_again_and_its_rows_are_there_once(
    database: Database,
) -> None:
    database.subscriptions = {VentEnded: ("one.hears",)}
    await database.change(lambda unit: unit.emit(VentEnded(HERE, VentId(1))))
    now_ms = to_ms(database.wall.now())
    await database.on_writer(lambda connection: queue.claim(connection, me="killed", now_ms=now_ms, many=1))

    def hears(unit: Unit, _: Job) -> None:
        guilds.choose(unit, HERE, "one", {})

    worker = Worker(database, Handlers({"fact:one.hears": hears}, {}), name="killed")
    await worker.start()
    await eventually(lambda: _empty(database))
    await worker.drain(1)

    assert [row.section for row in await rows(database, guild_setting)] == ["one"]


async def _empty(database: Database) -> bool:
    return await count(database, job) == 0
