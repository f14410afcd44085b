"""What care keeps about a person: talks they are a part of without a name, and whether they want to be left alone."""

import json
from collections.abc import Sequence
from typing import Any

from bot.data import persons
from bot.data.persons import Copy, Person, PersonRows
from bot.data.queue import NewJob
from bot.data.retention import Retention
from bot.data.unit import Look, Unit
from cogs.care.model import Work
from cogs.care.store import care_block, care_note, care_talk


def _talks(look: Look, who: Person) -> list[Any]:
    return persons.find(look, care_talk, {"guild_id": who.guild, "author_ref": who.refs()})


def _notes(look: Look, who: Person) -> list[Any]:
    numbers = [talk.id for talk in _talks(look, who)]
    return persons.find(look, care_note, {"talk_id": numbers}) if numbers else []


def _said(look: Look, who: Person) -> Sequence[Copy]:
    return [
        {
            "by": "a moderator" if note.by_moderator else "you",
            "words": who.keys.open(note.sealed, f"care-note|{note.id}"), "said_ms": note.said_ms,
        }
        for note in _notes(look, who)
    ]  # fmt: skip


def _forget_talks(unit: Unit, who: Person) -> None:
    """What they said goes from the moderators' place too."""
    for note in _notes(unit.connection, who):
        if note.message_id is not None:
            where = json.dumps({"channel": note.channel_id, "message": note.message_id})
            unit.schedule(NewJob(kind=Work.WIPE, key=str(note.id), payload=where))
    for talk in _talks(unit.connection, who):
        persons.erase(unit, care_note, {"talk_id": talk.id})
        persons.erase(unit, care_talk, {"id": talk.id})


def _blocks(look: Look, who: Person) -> int:
    # one choice, kept under every living key
    return min(persons.count(look, care_block, {"guild_id": who.guild, "author_ref": who.refs()}), 1)


def _blocked(look: Look, who: Person) -> Sequence[Copy]:
    return [{"moderators_may_not_write_to_you_without_your_name": True}] * _blocks(look, who)


def _unblock(unit: Unit, who: Person) -> None:
    persons.erase(unit, care_block, {"guild_id": who.guild, "author_ref": who.refs()})


ROWS = (
    PersonRows(
        "care", (care_talk, care_note), lambda look, who: len(_talks(look, who)), _said, _forget_talks
    ),
    PersonRows("care-block", (care_block,), _blocks, _blocked, _unblock),
)  # fmt: skip

RETENTION = (
    Retention((care_talk, care_note), "30 days; the way back to whoever asked 15 minutes"),
    Retention((care_block,), "a year, or until they open it again"),
)
