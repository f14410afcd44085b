"""What cheering keeps about a person: their jar, their name in others' jars, kind words in channels."""

import json
from collections.abc import Sequence

from bot.data import backlog
from bot.data.persons import Copy, Person, PersonRows
from bot.data.queue import NewJob
from bot.data.retention import Retention
from bot.data.unit import Look, Unit
from cogs.cheering import store
from cogs.cheering.model import Work


def _jar(look: Look, who: Person) -> Sequence[Copy]:
    return [
        {"words": store.said(who.keys, row), "came": row.source, "kept_ms": row.kept_ms}
        for row in store.all_lines(look, who.guild, who.member)
    ]


def _signed(look: Look, who: Person) -> Sequence[Copy]:
    # whose jar it is in is not theirs to read, nor what became of it
    return [{"lines_in_others_jars": store.count_given(look, who.guild, who.member)}]


def _said(look: Look, who: Person) -> Sequence[Copy]:
    return [
        {
            "kind": word.kind,
            "gave_it": word.giver == who.member,
            "channel": str(word.channel),
            "message": str(word.message),
        }
        for word in store.words_of(look, who.guild, who.member)
    ]


def _unsay(unit: Unit, who: Person) -> None:
    """The messages go too: they carry the name."""
    for word in store.words_of(unit.connection, who.guild, who.member):
        store.unsay(unit, word.id)
        backlog.drop_waiting(unit.connection, Work.SAY, str(word.id))
        if word.message is not None:
            where = json.dumps({"channel": word.channel, "message": word.message})
            unit.schedule(NewJob(kind=Work.REMOVE, guild=word.guild, payload=where))


ROWS = (
    PersonRows(
        "jar", (store.jar_line,), lambda look, who: store.count(look, who.guild, who.member), _jar,
        lambda unit, who: store.remove_all(unit, who.guild, who.member),
    ),
    PersonRows(
        "jar-signed", (store.jar_line,), lambda look, who: store.count_given(look, who.guild, who.member), _signed,
        lambda unit, who: store.unsign(unit, who.guild, who.member),
    ),
    PersonRows(
        "words", (store.kind_word,), lambda look, who: len(store.words_of(look, who.guild, who.member)), _said, _unsay
    ),
)  # fmt: skip

RETENTION = (
    Retention((store.jar_line,), "until its owner takes it out, wants to be forgotten or leaves", stays=True),
    Retention(
        (store.kind_word,), "as long as the message stands: it names two people and goes with either", stays=True
    ),
)
