"""Forgotten means forgotten: every table, the queue, the `.db` and the `-wal` are searched afterwards (SPEC 4.10, 9).

Ada does all there is, by name and without. Where a table that holds ids has nothing of hers all the same, a row is made
up; a table for which that cannot be done fails here: let her do in `everything` what makes one.
"""

import base64
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, insert, select

from bot.app import discover
from bot.data import keys, persons
from bot.data.forgetting import AFTERWARDS
from bot.data.keys import BoxBroken
from bot.data.persons import EVERYTHING_SHARED, Person, PersonRows
from bot.data.schema import MEMBER, METADATA
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId, random_id
from tests.cogs.moderation.desk import act, desk, line, moderated, report
from tests.cogs.relay.listeners import WAIT, listens
from tests.contract import corners
from tests.stage import Stage

STAYS = {
    "mute.author_ref": "a mute holds until it ends",
    "day_limit.who_ref": "a limit runs until it ends, the one on seats in circles 30 days",
    "past_vent.author_ref": "a trace of an ended post, a week",
    "door.other_ref": "what others avoid stays avoided, by key",
    "buddy_avoid.other_ref": "the same, for buddies",
}
"""What is named to whoever wants to be forgotten (the words of /my forget), by column."""
PURPOSES = (
    "author",
    "door",
    "limit:vent",
    "limit:line",
    "limit:cheer",
    "limit:report",
    "pause:vent",
    "ledger",
    *corners.PURPOSES,
)
IDS = [
    column
    for feature in discover()
    for table in {*feature.tables, *EVERYTHING_SHARED}
    for column in table.c
    if column.info.get(MEMBER)
]
FITTING = {"band": "europe", "field": "any", "stage": "start"}
"""Words that a made-up row must have where only some will do, by the column's name."""
NOT_SHOWN: dict[str, str] = {
    "shut-out": "others' choice about her, whose posts these are",
}
"""Kinds of rows that are not in a copy: why."""
UNREACHED = {
    "ledger_person.member_id": "id or ref, and its owner keeps a balance",
    "shut_out.writer_id": "hangs on a post",
}
"""Columns with an id in which Ada has nothing, neither by what she did nor by a row made up for her: why."""


@dataclass
class Found:
    """What somebody is known by: the refs that only the keys can make, their id, their DM channel's."""

    refs: dict[bytes, str]
    member: int
    dm: int


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty with a moderators' channel."""
    async with moderated(tmp_path) as ready:
        yield ready


async def everything(stage: Stage) -> None:
    """Ada leaves something in every corner."""
    ada, ben, mia, room = stage.ada, stage.ben, stage.mia, stage.room
    await corners.switch_on(stage, "buddies", "circles", "health")
    for giver in (ada, ben):
        asked = await giver.run("my balance", channel=room)
        await giver.press(asked.message, f"balance:on:{stage.guild.id}")
    screen = await ada.run("my settings", channel=room)
    await ada.press(screen.message, f"my:dm:{stage.guild.id}:on")
    card, _ = await stage.vent(ben, "They said no.")
    await stage.later(timedelta(minutes=6))
    named, _ = await stage.vent(ben, "Again.", name="open", help="stories")
    await ada.say(named.thread, "I know it, too.")
    await ada.press(card, "vent:cheer")
    await line(stage, ada, card, "I was there.", "signed")
    await line(stage, ada, named, "So was I.", "unsigned")
    await ada.run("cheer", channel=room, member=ben, line="for Ben")
    await ada.run("cheer", channel=room, member=ben, line="Only for you.", quietly=True)
    await ben.run("cheer", channel=room, member=ada, line="for Ada")
    await ada.run("my avoid", channel=room, member=mia)
    await mia.run("my avoid", channel=room, member=ada)
    await ada.run("buddy avoid", channel=room, member=mia)
    await mia.run("buddy avoid", channel=room, member=ada)
    await ada.run("buddy on", channel=room)
    await ada.submit((await ada.run("circle join", channel=room)).form)
    own, _ = await stage.vent(ada, "Without my name.")
    await ada.press((await ada.press(own, "vent:more")).message, "vent:tell")
    await stage.later(timedelta(minutes=6))
    await stage.vent(ada, "With my name.", name="open")
    await line(stage, ben, own, "For whoever wrote this.", "unsigned")
    await report(stage, ada, card, reason="attack", words="See this.")
    opened = await ada.run("checkin plan", channel=room, zone="UTC", time="9", where="dm", share="nobody")
    await ada.submit(opened.form, days=["mon"], acts=[], own="Walks", step="Call Ben.")
    today = await ada.run("checkin now", channel=room)
    await ada.press(today.message, "checkin:answer")
    care = await ada.run("care", channel=room)
    talk = await ada.press(care.message, "Talk to a moderator, unnamed")
    await stage.discord.until(lambda: any("talk with a moderator" in m.text for m in ben.sees(desk(stage))))
    call = next(one for one in ben.sees(desk(stage)) if "talk with a moderator" in one.text)
    await ben.submit((await ben.press(call, "Answer")).form, text="I am here.")
    await stage.discord.until(lambda: "I am here." in talk.text)
    await ada.press(talk.message, "Block")
    await listens(stage, ada, where="inbox")
    await stage.later(timedelta(minutes=6))
    last, _ = await stage.vent(ada, "Taken down again.")
    await ada.press((await ada.press(last, "vent:more")).message, "vent:down")
    await stage.quiet()
    await stage.vent(mia, "Nobody answers.")
    await stage.later(WAIT)
    await stage.quiet()
    # whoever pauses is asked for nothing: only now
    await ada.run("checkin pause", channel=room)
    asked = await mia.press((await mia.run("mod board", channel=room)).message, "vent:gate")
    await mia.choose(asked.message, "vent:gateis", ["all"])
    await line(stage, ada, card, "Waits for a look.", "unsigned")


async def muted(stage: Stage) -> None:
    """Ben mutes whoever wrote what Ada let out without her name."""
    card = next(one for one in stage.cards() if "Without my name." in one.text)
    await act(stage, card, "Mute 7 days", reason="attack")
    await stage.quiet()


def made_up(unit: Unit, table: Table, guild: int, people: dict[str, int]) -> dict[str, Any]:
    """A row for whom it must not matter what it says: people where people stand, something of its kind elsewhere."""
    row: dict[str, Any] = {}
    for column in table.c:
        parent = next(iter(column.foreign_keys), None)
        if column.name in people:
            row[column.name] = people[column.name]
        elif parent is not None:
            row[column.name] = made_up(unit, parent.column.table, guild, {})[parent.column.name]
        elif column.name in FITTING:
            row[column.name] = FITTING[column.name]
        elif column.name == "guild_id":
            row[column.name] = guild
        elif not column.nullable and column.server_default is None:
            kind = column.type.python_type
            row[column.name] = (
                random_id()
                if column.primary_key and kind is int
                else {int: 1, str: str(random_id()), bytes: b"x"}[kind]
            )
    unit.run(insert(table), row)
    return row


def make_up(unit: Unit, guild: int, ada: int, ben: int, stood: set[str]) -> set[str]:
    """Where a new table has nothing of Ada's yet, a row is made up in which she stands; gives the columns."""
    done: set[str] = set()
    for table in {column.table for column in IDS if str(column) not in stood}:
        for column in [column for column in table.c if column.info.get(MEMBER) and str(column) not in UNREACHED]:
            others = {one.name: ben for one in table.c if one.info.get(MEMBER)}
            made_up(unit, table, guild, others | {column.name: ada})
            done.add(str(column))
    return done


def refs_of(stage: Stage, tables: dict[str, list[Any]]) -> dict[bytes, str]:
    """Every ref that the keys can make of Ada."""
    living = keys.read_file(stage.folder / "keys" / "master.json")
    assert living is not None
    guild, ada = stage.guild.id, stage.ada.id
    known = {ref: purpose for purpose in PURPOSES for ref in living.refs(purpose, guild, ada)}
    for vent in tables["vent"]:
        known |= dict.fromkeys(living.refs("support", vent.id, ada), "support")
    for post in tables["reported_post"]:
        known |= dict.fromkeys(living.refs("report", post.message_id, ada), "report")
    as_dicts = {name: [row._mapping for row in rows] for name, rows in tables.items()}
    return known | dict.fromkeys(corners.other_refs(living, guild, ada, as_dicts), "health")


def dm_of(stage: Stage, tables: dict[str, list[Any]]) -> int:
    return next(row.dm_channel_id for row in tables["preference"] if row.member_id == stage.ada.id)


async def all_rows(stage: Stage) -> dict[str, list[Any]]:
    assert stage.bot is not None
    return await stage.bot.database.read(
        lambda look: {table.name: list(look.execute(select(table)).fetchall()) for table in METADATA.sorted_tables}
    )


def where(found: Found, tables: dict[str, list[Any]]) -> set[str]:
    """The columns in which somebody stands, as a number, as a ref, or inside a text."""
    numbers = {found.member, found.dm}
    texts = [*map(str, numbers), *(base64.b64encode(ref).decode() for ref in found.refs)]
    return {
        f"{name}.{column}"
        for name, rows in tables.items()
        for row in rows
        for column, cell in row._mapping.items()
        if cell in numbers or cell in found.refs or (isinstance(cell, str) and any(one in cell for one in texts))
    }


def in_files(stage: Stage, found: Found) -> Iterator[tuple[str, str]]:
    """(what was found, file) for every trace in the database's files, free pages included."""
    traces = [
        ("the id", found.member.to_bytes(8, "big")), ("the id in a text", str(found.member).encode()),
        ("the name", b"Ada"), ("the DM channel", found.dm.to_bytes(8, "big")),
    ]  # fmt: skip
    for ref, purpose in found.refs.items():
        traces += [(f"a ref ({purpose})", ref), (f"a ref ({purpose}, in a text)", base64.b64encode(ref))]
    for file in sorted(stage.folder.glob("wingbeat.db*")):
        content = file.read_bytes()
        yield from ((what, file.name) for what, trace in traces if trace in content)


async def test_after_forgetting_nothing_is_left_but_what_was_named(stage: Stage) -> None:
    await everything(stage)
    not_shown = await without_a_copy(stage)
    await muted(stage)
    before = await all_rows(stage)
    ada = Found(refs_of(stage, before), stage.ada.id, dm_of(stage, before))
    stood, held = where(ada, before), dict(in_files(stage, ada))
    guild, bot = stage.guild.id, stage.bot
    assert bot is not None
    stood |= await bot.database.change(lambda unit: make_up(unit, guild, stage.ada.id, stage.ben.id, stood))

    assert not_shown & await without_a_copy(stage) == set(NOT_SHOWN)

    asked = await stage.ada.run("my forget", channel=stage.room)
    answer = await stage.ada.press(asked.message, "my:forget:yes")
    await stage.quiet()
    await stage.later(AFTERWARDS)
    await stage.quiet()

    assert "I no longer know you here" in answer.text
    after = await all_rows(stage)
    assert where(ada, after) - set(STAYS) == set()
    assert {str(column) for column in IDS} - stood - set(UNREACHED) == set(), "let Ada leave something there"
    kept = {purpose for ref, purpose in ada.refs.items() if any(ref in bytes_of(rows) for rows in after.values())}
    assert {what for what in held if not what.endswith("in a text)")} > {"the id", "a ref (author)", "a ref (support)"}
    assert set(dict(in_files(stage, ada))) - {f"a ref ({purpose})" for purpose in kept} == set()


async def test_a_moderator_who_is_forgotten_becomes_a_former_one(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "They said no.")
    await act(stage, card, "Hide", reason="attack")

    asked = await stage.ben.run("my forget", channel=stage.room)
    await stage.ben.press(asked.message, "my:forget:yes")

    log = (await all_rows(stage))["mod_log"]
    assert [(row.act, row.moderator_id) for row in log] == [("hide", None)]
    assert "former moderator" in (await stage.mia.run("mod log", channel=stage.room)).text


async def without_a_copy(stage: Stage) -> set[str]:
    """The kinds of rows of which a copy for Ada has nothing."""
    bot = stage.bot
    assert bot is not None
    who = Person(GuildId(stage.guild.id), MemberId(stage.ada.id), bot.forgetting._keys)
    kept = [*persons.ROWS, *(rows for feature in discover() for rows in feature.person_rows)]
    return await bot.database.read(lambda look: {rows.name for rows in kept if not shows(rows, look, who)})


def shows(rows: PersonRows, look: Look, who: Person) -> bool:
    try:
        return bool(rows.export(look, who))
    except BoxBroken:  # the row is there; what is sealed in it was made up
        return True


def bytes_of(rows: list[Any]) -> set[bytes]:
    return {cell for row in rows for cell in row if isinstance(cell, bytes)}
