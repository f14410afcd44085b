"""Where a message to somebody goes, asked anew at the moment of sending, on both engines."""

import pytest

from bot.data import keys, people
from bot.data.database import Database
from bot.data.inbox import Inbox, Note
from bot.data.people import Choices, Dm, IntoInbox, People
from bot.data.queue import claim
from bot.data.tables import inbox, job
from bot.domain.clock import to_ms
from bot.domain.ids import ChannelId, GuildId, MemberId
from tests.rows import count, rows

HERE, ADA, BEN = GuildId(1), MemberId(11), MemberId(12)
NOTE = Note(
    "note-cheer-bare", {"giver": "<@12>", "emoji": "☕", "server": "Here"}, (("jar-thank", "cheer:back:1:2"),), BEN
)


@pytest.fixture
def those(database: Database) -> People:
    return People(database, Inbox(database, keys.new_keys()))


async def choose(database: Database, chosen: Choices) -> None:
    await database.change(lambda unit: people.choose(unit, HERE, ADA, chosen))


@pytest.mark.parametrize(
    ("chosen", "way"),
    [
        (Choices(), IntoInbox()),
        (Choices(dm=ChannelId(7), locale="de"), Dm(ChannelId(7), "de")),
        (Choices(dm=ChannelId(7), quiet=True), IntoInbox()),
        (Choices(dm=ChannelId(7), closed=True), Dm(ChannelId(7), None)),
    ],
)
async def test_the_way_is_as_they_chose(database: Database, chosen: Choices, way: Dm | IntoInbox) -> None:
    await choose(database, chosen)

    assert await database.read(lambda look: people.reach(look, HERE, ADA, 0)) == way


async def test_without_a_yes_a_note_waits_and_no_work_is_there(database: Database, those: People) -> None:
    await database.change(lambda unit: those.tell_self(unit, HERE, ADA, NOTE))

    assert await count(database, inbox) == 1
    assert await count(database, job) == 0


async def test_what_is_on_its_way_names_nobody_in_the_queue(database: Database, those: People) -> None:
    await choose(database, Choices(dm=ChannelId(7)))

    await database.change(lambda unit: those.tell_self(unit, HERE, ADA, NOTE))

    (work,) = await rows(database, job)
    assert work.payload == "{}"
    assert work.sealed is None


async def test_a_note_comes_back_whole(database: Database, those: People) -> None:
    await choose(database, Choices(dm=ChannelId(7)))
    await database.change(lambda unit: those.tell_self(unit, HERE, ADA, NOTE))
    now_ms = to_ms(database.wall.now())
    (work,) = await database.on_writer(lambda connection: claim(connection, me="a", now_ms=now_ms + 1, many=9))

    waiting = await those.waiting(work)

    assert waiting is not None
    member, note = waiting
    assert member == ADA
    assert (note.text_id, note.args, note.buttons) == (NOTE.text_id, NOTE.args, NOTE.buttons)


async def test_who_is_forgotten_meanwhile_is_not_written_to(database: Database, those: People) -> None:
    await choose(database, Choices(dm=ChannelId(7)))
    await database.change(lambda unit: those.tell_self(unit, HERE, ADA, NOTE))
    now_ms = to_ms(database.wall.now())
    (work,) = await database.on_writer(lambda connection: claim(connection, me="a", now_ms=now_ms + 1, many=9))
    await Inbox(database, keys.new_keys()).empty(HERE, ADA)

    assert await those.waiting(work) is None
