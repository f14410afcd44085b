"""Rows about people: marked, never by ref and id at once, and no join leads from one to the other (SPEC 4.2)."""

import base64
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.app import discover
from bot.data.facts import decode
from bot.data.schema import METADATA, person_of
from bot.domain.events import GivenWithoutAName
from tests.contract.crowd import Life, all_rows, author_refs, lived_in, whose
from tests.contract.joins import Tables, leaks, ties
from tests.rows import migrated_file

__all__ = ["migrated_file"]

NO_PERSON = {"key_mark.mark"}
"""Bytes that stand for nobody."""
UNREACHED = {
    "care_block": "by key alone, once a talk was ended for good",
    "ledger_month": "the numbers of people of whom `ledger_act` tells the same, after 90 days",
}
"""Tables about people in which nobody leaves a row here: why."""
REF_IN_TEXT = re.compile(r"[A-Za-z0-9+/]{43}=")
"""32 bytes as facts carry them."""
LONG_NUMBER = re.compile(r"\d{15}")
AVOIDS = {"door", "buddy_avoid"}
"""Who avoids whom: the one who does by id, the other by a key that is used for nothing else."""


@dataclass(frozen=True)
class Lived:
    """Rows of a server on which people did all there is."""

    now: Tables
    named: Tables
    """The same, once some have put their names on posts that had none."""
    ever: Tables
    people: frozenset[int]
    refs: dict[bytes, int]


@pytest.fixture(scope="module")
def _lived() -> dict[str, Lived]:
    return {}


@pytest.fixture
async def lived(tmp_path: Path, migrated_file: Path, _lived: dict[str, Lived]) -> Lived:
    if not _lived:
        _lived["it"] = await a_life(tmp_path, migrated_file)
    return _lived["it"]


async def a_life(folder: Path, migrated_file: Path) -> Lived:
    async with lived_in(folder, migrated_file) as (stage, path):
        now, _ = all_rows(path)
        assert await Life(stage).show_names() == 3
        named, ever = all_rows(path)
        people = frozenset(one.id for one in stage.guild.members)
        return Lived(now, named, ever, people, whose(stage, ever))


def cells(tables: Tables) -> Iterator[tuple[str, dict[str, Any], str, Any]]:
    for table, rows in tables.items():
        for row in rows:
            for column, cell in row.items():
                yield f"{table}.{column}", row, table, cell


def ids_in(cell: Any, people: frozenset[int]) -> set[int]:
    """People whose id is in the cell, as a number or in its text."""
    if isinstance(cell, int):
        return {cell} & people
    text = cell.decode("latin-1") if isinstance(cell, bytes) else str(cell)
    return {one for one in people if str(one) in text} if LONG_NUMBER.search(text) else set()


def refs_in(cell: Any, refs: Mapping[bytes, int]) -> set[bytes]:
    """Refs in the cell, as bytes or in the text of a fact."""
    if isinstance(cell, bytes):
        return {cell} & set(refs)
    found = {base64.b64decode(one) for one in REF_IN_TEXT.findall(cell)} if isinstance(cell, str) else set[bytes]()
    return found & set(refs)


def marked() -> set[str]:
    discover()
    return {str(column) for table in METADATA.tables.values() for column in table.columns if person_of(column)}


async def test_the_people_left_traces_of_every_kind(lived: Lived) -> None:
    """Otherwise the tests below would prove nothing."""
    about_people = {column.partition(".")[0] for column in marked()}
    told = {table for table, rows in lived.ever.items() if rows}

    assert about_people - told == set(UNREACHED), "let somebody leave something there: tests.contract.corners"
    assert len(set(author_refs(lived.refs, lived.ever).values())) == 5


async def test_every_column_that_says_who_somebody_is_is_marked(lived: Lived) -> None:
    telling = {
        name for name, _, _, cell in cells(lived.ever) if ids_in(cell, lived.people) or refs_in(cell, lived.refs)
    }

    assert telling - marked() == set()


async def test_every_column_of_bytes_is_marked(lived: Lived) -> None:
    sealed = {name for name, _, _, cell in cells(lived.ever) if isinstance(cell, bytes)}

    assert sealed - marked() - NO_PERSON == set()


async def test_no_row_holds_a_ref_and_an_id(lived: Lived) -> None:
    both = {
        table
        for table, rows in lived.ever.items()
        for row in rows
        if any(ids_in(cell, lived.people) for cell in row.values())
        and any(refs_in(cell, lived.refs) for cell in row.values())
    }

    assert both - AVOIDS == set()


async def test_whom_somebody_avoids_is_known_by_a_ref_that_stands_nowhere_else(lived: Lived) -> None:
    avoided = {row["other_ref"]: 0 for table in AVOIDS for row in lived.ever[table]}
    holding = {name for name, _, _, cell in cells(lived.ever) if refs_in(cell, avoided)}

    assert holding == {f"{table}.other_ref" for table in AVOIDS}
    assert set(avoided) <= set(lived.refs)
    assert len(avoided) > 5


async def test_no_join_over_any_columns_leads_from_an_author_s_ref_to_the_author(
    lived: Lived, tmp_path: Path, migrated_file: Path
) -> None:
    found = ways_to_authors(lived)
    if found:
        # there are tens of thousands of chains, and moments fall as they fall: a way that is one is there in any life
        (tmp_path / "again").mkdir()
        again = ways_to_authors(await a_life(tmp_path / "again", migrated_file))
        assert not again, "\n" + "\n".join([*found, "and in another life", *again])


def ways_to_authors(lived: Lived) -> list[str]:
    """Two of five can be hit by chance."""
    return [str(leak) for leak in leaks(lived.now, author_refs(lived.refs, lived.now), lived.people, at_least=3)]


async def test_beside_a_post_that_carries_a_name_by_now_stands_no_key_of_its_author(lived: Lived) -> None:
    assert ties(lived.named, author_refs(lived.refs, lived.named), lived.people) == []


async def test_beside_support_without_a_name_no_row_of_the_same_moment_names_anybody(lived: Lived) -> None:
    """What somebody gave is counted for them too; told in clear, its row would stand beside the one about the post."""
    hidden = {row["id"] for row in lived.ever["vent"] if row["author_ref"] is not None}
    facts = [row for row in lived.ever["job"] if row["kind"].startswith("fact:")]
    moments = {
        row["due_ms"]
        for row in facts
        for vent in hidden
        if "VentSupported" in row["payload"] and str(vent) in row["payload"]
    }
    unnamed = [row for row in facts if "GivenWithoutAName" in row["payload"]]

    beside = [row["payload"] for row in facts if row["due_ms"] in moments and ids_in(row["payload"], lived.people)]

    boxes = [fact.sealed for row in unnamed if isinstance(fact := decode(row["payload"]), GivenWithoutAName)]
    assert len(boxes) > 20
    assert beside == []
    assert [ids_in(box, lived.people) for box in boxes if ids_in(box, lived.people)] == []
    assert len({len(box) for box in boxes}) == 1


def test_the_ledger_keeps_no_moment_and_no_order_of_what_was_given_without_a_name(migrated_file: Path) -> None:
    tables = [METADATA.tables[f"ledger_{name}"] for name in ("waiting", "week", "month", "act")]
    with closing(sqlite3.connect(migrated_file)) as rows:
        made = dict(rows.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"))

    assert [table.name for table in tables if not made[table.name].strip().endswith("WITHOUT ROWID")] == []
    assert [str(column) for table in tables for column in table.columns if column.name.endswith("_ms")] == []


async def test_an_unsigned_line_is_not_told_by_who_is_missing_among_the_supporters(lived: Lived) -> None:
    """Every writer has a row in `support`: an unsigned line without one there must be by somebody who signed."""
    # what waits for a moderator is no support yet, of anybody's
    waiting = {row["line_id"] for row in lived.now["held"]}
    unsigned = Counter(
        row["vent_id"] for row in lived.now["line"] if row["writer_ref"] is not None and row["id"] not in waiting
    )
    unnamed = Counter(
        row["vent_id"] for row in lived.now["support"] if row["supporter_ref"] is not None and row["lines"]
    )

    assert {vent: lines for vent, lines in unsigned.items() if unnamed[vent] < lines} == {}


# --- the search itself ---

ADA, BEN = 577354978792833024, 883858444392595456
TRUTH = {b"a" * 32: ADA, b"b" * 32: BEN}


def planted(**tables: list[dict[str, Any]]) -> Tables:
    vents = [
        {"id": 5_001, "author_ref": b"a" * 32, "ends_ms": 1_000_777},
        {"id": 5_002, "author_ref": b"b" * 32, "ends_ms": 3_030_111},
    ]
    return {"vent": vents, **tables}


def found(tables: Tables) -> list[str]:
    return [str(leak) for leak in leaks(tables, TRUTH, [ADA, BEN])]


def test_unrelated_rows_are_no_leak() -> None:
    assert found(planted(jar=[{"owner_id": ADA, "kept_ms": 9_045_000}, {"owner_id": BEN, "kept_ms": 9_055_555}])) == []


def test_a_row_with_both_is_found() -> None:
    assert found(planted(who=[{"ref": b"a" * 32, "id": ADA}, {"ref": b"b" * 32, "id": BEN}]))


def test_a_shared_number_is_found() -> None:
    assert found(planted(who=[{"vent_id": 5_001, "by": ADA}, {"vent_id": 5_002, "by": BEN}]))


def test_a_number_inside_a_text_is_found() -> None:
    who = [{"payload": f"vent 50010001 by {ADA}"}, {"payload": f"vent 50020002 by {BEN}"}]
    vents = [{"id": 50010001, "author_ref": b"a" * 32}, {"id": 50020002, "author_ref": b"b" * 32}]

    assert found({"vent": vents, "job": who})


def test_three_joins_in_a_row_are_found() -> None:
    chain = planted(
        one=[{"vent_id": 5_001, "two": 6_001}, {"vent_id": 5_002, "two": 6_002}],
        two=[{"id": 6_001, "three": "x1"}, {"id": 6_002, "three": "x2"}],
        three=[{"name": "x1", "by": ADA}, {"name": "x2", "by": BEN}],
    )

    assert found(chain)


def test_moments_that_coincide_are_found_whatever_the_days_between() -> None:
    day = 86_400_000
    who = [{"by": ADA, "kept_ms": 1_000_790 + 7 * day}, {"by": BEN, "kept_ms": 3_030_000 + 30 * day}]

    assert found(planted(jar=who))


def test_a_crowd_at_the_same_place_is_no_leak() -> None:
    both = [{"vent_id": number, "by": who} for number in (5_001, 5_002) for who in (ADA, BEN)]

    assert found(planted(who=both)) == []
