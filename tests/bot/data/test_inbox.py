"""What waits for a person, by name or by key."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from bot.data import upkeep
from bot.data.database import Database
from bot.data.inbox import AUTHOR, KEPT, SHOWN_AT_MOST, Inbox, Note
from bot.data.keys import Keys, new_keys
from bot.data.tables import inbox
from bot.domain.ids import GuildId, MemberId
from tests.rows import count, rows

HERE, THERE = GuildId(70), GuildId(71)
ADA, BEN = MemberId(1001), MemberId(1002)
KEYS = new_keys()
WAITS = ["note-line-waits", "note-cheer-waits"]
A_LINE = Note("note-line-waits", {"name": "Quiet Heron", "named": 0})

Put = Callable[..., Awaitable[object]]


@pytest.fixture
def box(database: Database) -> Inbox:
    return Inbox(database, KEYS)


def putting(database: Database, box: Inbox, keys: Keys = KEYS) -> Put:
    async def put(to: MemberId, *, by_key: bool = False, guild: GuildId = HERE, note: Note = A_LINE) -> object:
        whom = keys.ref(AUTHOR, guild, to) if by_key else to
        return await database.change(lambda unit: box.put(unit, guild, whom, note))

    return put


@pytest.mark.parametrize("by_key", [False, True])
async def test_a_note_waits_for_its_person_and_nobody_else(database: Database, box: Inbox, by_key: bool) -> None:
    await putting(database, box)(ADA, by_key=by_key)

    assert await box.waits(HERE, ADA)
    assert not await box.waits(HERE, BEN)
    assert not await box.waits(THERE, ADA)
    assert [(note.text_id, note.args) for note in await box.notes(HERE, ADA)] == [(A_LINE.text_id, A_LINE.args)]
    assert list(await box.notes(HERE, BEN)) == []


@pytest.mark.parametrize("by_key", [False, True])
async def test_a_row_holds_an_id_or_a_ref_and_no_word(database: Database, box: Inbox, by_key: bool) -> None:
    await putting(database, box)(ADA, by_key=by_key)

    (row,) = await rows(database, inbox)

    assert (row.member_id is None, row.member_ref is None) == (by_key, not by_key)
    assert b"Heron" not in row.sealed


@pytest.mark.parametrize("owners", [{"member_id": 1, "member_ref": b"r" * 32}, {"member_id": None, "member_ref": None}])
async def test_the_database_refuses_both_and_neither(database: Database, owners: dict[str, object]) -> None:
    values = {"id": 1, "guild_id": HERE, "text_id": "x", "sealed": b"", "told": 0, "until_ms": 0, **owners}

    with pytest.raises(IntegrityError):
        await database.change(lambda unit: unit.run(insert(inbox), values))


async def test_notes_are_announced_once(database: Database, box: Inbox) -> None:
    put = putting(database, box)
    await put(ADA, by_key=True)
    await put(ADA)

    assert await box.announce(HERE, ADA)
    assert not await box.announce(HERE, ADA)
    assert not await box.waits(HERE, ADA)
    assert len(await box.notes(HERE, ADA)) == 2

    await put(ADA)
    assert await box.announce(HERE, ADA)


async def test_an_older_key_s_notes_are_found_after_a_rotation(database: Database, box: Inbox) -> None:
    await putting(database, box)(ADA, by_key=True)

    rotated = Inbox(database, KEYS.rotated())

    assert await rotated.waits(HERE, ADA)
    assert len(await rotated.notes(HERE, ADA)) == 1


async def test_emptying_takes_one_s_own_only(database: Database, box: Inbox) -> None:
    put = putting(database, box)
    await put(ADA, by_key=True)
    await put(ADA)
    await put(BEN)

    await box.empty(HERE, ADA)

    assert list(await box.notes(HERE, ADA)) == []
    assert len(await box.notes(HERE, BEN)) == 1


async def test_more_than_fits_shows_the_newest(database: Database, box: Inbox) -> None:
    put = putting(database, box)
    for number in range(SHOWN_AT_MOST + 3):
        database.wall.follow(1_790_000_000 + number, speed=1e-9)
        await put(ADA, note=Note("note", {"n": number}))

    shown = [note.args["n"] for note in await box.notes(HERE, ADA)]

    assert shown == list(range(SHOWN_AT_MOST + 2, 2, -1))


async def test_after_a_month_it_is_gone(database: Database, box: Inbox) -> None:
    await putting(database, box)(ADA)

    database.wall.follow((database.wall.now() + KEPT + timedelta(seconds=1)).timestamp())
    await database.change(upkeep.sweep)

    assert await count(database, inbox) == 0


async def test_no_note_under_a_key_can_name_anybody_by_id(database: Database, box: Inbox) -> None:
    naming = Note("note-thanked-back", {"owner": "<@1002>", "server": "Seekers"}, about=BEN)

    with pytest.raises(IntegrityError):
        await putting(database, box)(ADA, by_key=True, note=naming)

    await putting(database, box)(ADA, note=naming)
    assert await count(database, inbox) == 1


@pytest.mark.parametrize("by_key", [False, True])
async def test_one_note_about_the_same_until_it_was_told_and_a_new_one_after(
    database: Database, box: Inbox, by_key: bool
) -> None:
    async def comes(note: Note) -> int:
        whom = KEYS.ref(AUTHOR, HERE, ADA) if by_key else ADA
        await database.change(
            lambda unit: box.put_anew(unit, HERE, whom, note, ["note-line-waits", "note-cheer-waits"])
        )
        return len(await box.notes(HERE, ADA))

    another = Note("note-line-waits", {"name": "Brave Wren", "named": 0})
    before = [await comes(A_LINE), await comes(Note("note-cheer-waits", A_LINE.args)), await comes(another)]
    await box.announce(HERE, ADA)
    after = [await comes(Note("note-cheer-waits", A_LINE.args)), await comes(A_LINE)]
    told_again = await box.waits(HERE, ADA)
    await box.empty(HERE, ADA)

    assert (before, after, told_again) == ([1, 1, 2], [2, 2], True)
    assert await comes(A_LINE) == 1
    assert await box.waits(HERE, ADA)


async def test_in_a_direct_message_what_waits_on_any_server_is_known(database: Database, box: Inbox) -> None:
    put = putting(database, box)
    await put(ADA, by_key=True, guild=HERE)
    await put(ADA, guild=THERE)
    await put(BEN, by_key=True, guild=THERE)

    assert sorted(await box.waits_anywhere(ADA)) == [HERE, THERE]
    assert list(await box.waits_anywhere(BEN)) == [THERE]
    await box.announce(HERE, ADA)
    assert list(await box.waits_anywhere(ADA)) == [THERE]
