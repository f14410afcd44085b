"""What is kept about a person on one server: counted, given as a copy, forgotten (SPEC 4.10).

Each feature has a room for it, `privacy.py`, that says so for its tables; this one says it for the shared ones.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Table, and_, delete, func, select, update

from bot.data import backlog, modlog, people, visits
from bot.data.doors import Doors
from bot.data.facts import speaks_of
from bot.data.keys import Keys
from bot.data.tables import day_limit, door, draft, inbox, job, mod_log, mute, preference, visit
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId, Ref

AUTHOR = "author"
"""The purpose of the refs that anonymous authors are known by."""

Copy: TypeAlias = dict[str, Any]
"""One row as its person may read it: plain JSON values under plain names."""


@dataclass(frozen=True)
class Person:
    """Somebody on one server, as every feature's privacy room is asked about them."""

    guild: GuildId
    member: MemberId
    keys: Keys = field(repr=False)

    def refs(self, purpose: str = AUTHOR) -> list[Ref]:
        """What they are known by where their id is not kept, under all living keys."""
        return self.keys.refs(purpose, self.guild, self.member)


@dataclass(frozen=True)
class PersonRows:
    """One kind of thing that is kept about people.

    `name` is its name in a copy, and "kept-<name>" the sentence that counts it ($count). `export` gives what the person
    may read; `erase` also schedules what must go from Discord. Other people's names are not given out.
    """

    name: str
    tables: Sequence[Table]
    """Those whose person columns it answers for."""
    count: Callable[[Look, Person], int]
    export: Callable[[Look, Person], Sequence[Copy]]
    erase: Callable[[Unit, Person], None]

    @property
    def text_id(self) -> str:
        return f"kept-{self.name}"


# --- plain questions for privacy rooms, which know no SQL: column name → value, or a list of values -----------------

Where: TypeAlias = Mapping[str, int | str | bytes | Sequence[int] | Sequence[bytes]]


def count(look: Look, table: Table, where: Where) -> int:
    """How many rows match all of `where`."""
    return int(look.execute(select(func.count()).select_from(table).where(_all(table, where))).scalar_one())


def find(look: Look, table: Table, where: Where) -> list[Any]:
    """The rows that match all of `where`, as the table's columns."""
    return list(look.execute(select(table).where(_all(table, where))).fetchall())


def erase(unit: Unit, table: Table, where: Where) -> int:
    """Throws the matching rows away; gives how many."""
    return unit.run(delete(table).where(_all(table, where))).rowcount


def blank(unit: Unit, table: Table, where: Where, *columns: str) -> int:
    """Empties columns of the matching rows: the row stays, the name goes."""
    return unit.run(update(table).where(_all(table, where)).values(dict.fromkeys(columns))).rowcount


def _all(table: Table, where: Where) -> ColumnElement[bool]:
    # never of nothing: that would be everybody's rows
    parts = [_one(table, name, value) for name, value in where.items()]
    if not parts:
        raise ValueError("say whose rows")
    return and_(*parts)


def _one(table: Table, name: str, value: int | str | bytes | Sequence[int] | Sequence[bytes]) -> ColumnElement[bool]:
    column = table.c[name]
    return column == value if isinstance(value, int | str | bytes) else column.in_(value)


def forget(unit: Unit, who: Person, kept: Sequence[PersonRows]) -> None:
    """Erases everything in one unit, facts that nobody has heard yet included.

    What must go from Discord is scheduled in it.
    """
    refs = who.refs()
    backlog.drop_facts(unit.connection, who.guild, lambda fact: speaks_of(fact, who.member, refs))
    for rows in kept:
        rows.erase(unit, who)


# --- the shared tables ------------------------------------------------------------------------------------------------


def _settings(look: Look, who: Person) -> Sequence[Copy]:
    if _count_settings(look, who) == 0:
        return []
    chosen = people.choices(look, who.guild, who.member)
    return [
        {
            "direct_messages": chosen.dm is not None, "only_what_you_asked_for": chosen.asked_only,
            "quiet": chosen.quiet, "closed_to_all": chosen.closed,
            "kind_words_quietly": chosen.hushed, "language": chosen.locale,
            "paused_until_ms": chosen.paused_until_ms or None,
        }
    ]  # fmt: skip


def _count_settings(look: Look, who: Person) -> int:
    return count(look, preference, {"guild_id": who.guild, "member_id": who.member})


def _avoided(look: Look, who: Person) -> Sequence[Copy]:
    # the person's own choice, so their own to read
    return [{"avoids": str(other)} for other in Doors(who.keys).avoided(look, who.guild, who.member)]


def _note_rows(look: Look, who: Person) -> list[Any]:
    named = find(look, inbox, {"guild_id": who.guild, "member_id": who.member})
    return named + find(look, inbox, {"guild_id": who.guild, "member_ref": who.refs()})


def _notes(look: Look, who: Person) -> Sequence[Copy]:
    return [
        {"about": row.text_id, "words": who.keys.open(row.sealed, f"inbox|{row.id}"), "until_ms": row.until_ms}
        for row in _note_rows(look, who)
    ]


def _forget_notes(unit: Unit, who: Person) -> None:
    # `about_id`: notes in others' inboxes that name this person
    for whose in ({"member_id": who.member}, {"member_ref": who.refs()}, {"about_id": who.member}):
        erase(unit, inbox, {"guild_id": who.guild} | whose)


def _visit(who: Person) -> Where:
    return {"guild_id": who.guild, "who_ref": who.refs(visits.PURPOSE)}


def _visits(look: Look, who: Person) -> Sequence[Copy]:
    return [{"here_last_in_week_of": str(visits.monday(row.week))} for row in find(look, visit, _visit(who))]


def _forget_visit(unit: Unit, who: Person) -> None:
    erase(unit, visit, _visit(who))


def _moderated(look: Look, who: Person) -> Sequence[Copy]:
    rows = find(look, mod_log, {"guild_id": who.guild, "moderator_id": who.member})
    return [{"act": row.act, "reason": row.reason, "at_ms": row.at_ms, "undone": bool(row.undone)} for row in rows]


ROWS = (
    PersonRows(
        "settings", (preference,), _count_settings, _settings,
        lambda unit, who: people.forget(unit, who.guild, who.member),
    ),
    PersonRows(
        "avoided", (door,), lambda look, who: Doors(who.keys).count(look, who.guild, who.member), _avoided,
        lambda unit, who: Doors(who.keys).forget(unit, who.guild, who.member),
    ),
    PersonRows(
        "moderated", (mod_log,),
        lambda look, who: count(look, mod_log, {"guild_id": who.guild, "moderator_id": who.member}), _moderated,
        lambda unit, who: modlog.forget(unit, who.guild, who.member),
    ),
    PersonRows(
        "visit", (visit,), lambda look, who: count(look, visit, _visit(who)), _visits,
        _forget_visit,
    ),
    PersonRows("inbox", (inbox,), lambda look, who: len(_note_rows(look, who)), _notes, _forget_notes),
)  # fmt: skip

STAYS = (day_limit, mute)
"""Named to the person instead of erased: a mute and a running day limit, by key, until they end (SPEC 4.10)."""
UNOWNED = (draft, job)
"""Sealed texts under numbers of their own: drafts live half an hour, work looks for its rows again before it speaks."""
EVERYTHING_SHARED = (*(table for rows in ROWS for table in rows.tables), *STAYS, *UNOWNED)
