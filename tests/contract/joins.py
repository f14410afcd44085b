"""What a thief of the database could work out: every join over every pair of columns, three deep.

A *view* is a column read as one kind of value: a number, a text, bytes, or a moment. Moments match when they lie a
quarter of a second apart after whole minutes are taken away: rows are kept for whole minutes and days.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

DEEP = 3
SMALLEST_NUMBER = 1_000
"""Counts and flags are equal everywhere; ids never are so small."""
LONG = 10**9
"""Ids and moments are longer than any count."""
MOMENT_MS, MINUTE_MS = 250, 60_000
REAL_TIME = {"visible_ms", "first_claimed_ms", "seen_ms", "started_ms"}
"""Not people's time: in these tests the two lie hours apart."""
NUMBER = re.compile(r"\d{6,}")

Tables: TypeAlias = Mapping[str, list[dict[str, Any]]]
Place: TypeAlias = tuple[str, int]
"""A row: its table and its place in it."""
Reached: TypeAlias = tuple[frozenset[int], ...]
"""For each ref the rows of one table that a chain of joins leads to."""


@dataclass(frozen=True)
class Leak:
    """A chain of joins that leads from refs to the people behind them, and to nobody else."""

    chain: tuple[str, ...]
    people: frozenset[int]

    def __str__(self) -> str:
        return f"{' → '.join(self.chain)} names {len(self.people)} people"


class Views:
    """Which values are where."""

    def __init__(self, tables: Tables) -> None:
        self.of_table: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.values: dict[tuple[str, str, str], dict[int, set[Any]]] = {}
        self.places: dict[tuple[str, str, str], dict[Any, set[int]]] = {}
        for table, rows in tables.items():
            for number, row in enumerate(rows):
                for column, cell in row.items():
                    for kind, value in read(column, cell):
                        self._add((table, column, kind), number, value)

    def _add(self, view: tuple[str, str, str], number: int, value: Any) -> None:
        if view not in self.values:
            self.values[view], self.places[view] = defaultdict(set), defaultdict(set)
            self.of_table[view[0]].append((view[1], view[2]))
        self.values[view][number].add(value)
        self.places[view][value].add(number)


def read(column: str, cell: Any) -> Iterator[tuple[str, Any]]:
    """The values a cell stands for, by kind."""
    if isinstance(cell, bytes):
        yield "bytes", cell
    elif isinstance(cell, str):
        yield "text", cell
        yield from (("number", int(one)) for one in NUMBER.findall(cell))
    elif isinstance(cell, int) and abs(cell) >= SMALLEST_NUMBER:
        yield "number", cell
        if column.endswith("_ms") and column not in REAL_TIME:
            slot = cell % MINUTE_MS // MOMENT_MS
            yield from (("moment", slot), ("moment", slot + 1))


def ties(tables: Tables, truth: Mapping[bytes, int], people: Collection[int]) -> list[str]:
    """Rows that hold the key of somebody who put their name on a post, beside what leads to that post and no other's.

    A number leads there where it stands beside one that does, two rows deep: its own, its card's, an act's, a moment's.
    """
    leads = {row["id"]: {row["author_id"]} for row in tables["vent"] if row["author_id"] is not None}
    for _ in range(2):
        further: dict[int, set[int]] = defaultdict(set)
        for row in (row for rows in tables.values() for row in rows):
            numbers = {cell for cell in row.values() if isinstance(cell, int) and cell > LONG} - set(people)
            for number in numbers:
                further[number] |= {one for each in numbers for one in _only(leads.get(each))}
        leads = {number: authors for number, authors in further.items() if authors}
    return [
        f"{table}: {row}"
        for table, rows in tables.items()
        for row in rows
        if {truth[cell] for cell in row.values() if isinstance(cell, bytes) and cell in truth}
        & {one for cell in row.values() if isinstance(cell, int) for one in _only(leads.get(cell))}
    ]


def _only(authors: set[int] | None) -> set[int]:
    return authors if authors is not None and len(authors) == 1 else set()


def leaks(tables: Tables, truth: Mapping[bytes, int], people: Iterable[int], *, at_least: int = 2) -> list[Leak]:
    """Chains that lead from the refs of so many people to exactly these people. `truth` says whose a ref is."""
    views, refs = Views(tables), sorted(truth)
    known = set(people)
    waiting = [((table,), table, rows) for table, rows in _starts(views, tables, refs)]
    seen = {(table, rows) for _, table, rows in waiting}
    found: dict[frozenset[int], Leak] = {}
    for depth in range(DEEP + 1):
        for chain, table, rows in waiting:
            for column, named in _named(views, table, rows, known):
                right = frozenset(truth[ref] for ref, ids in zip(refs, named, strict=True) if ids == {truth[ref]})
                wrong = [ids for ref, ids in zip(refs, named, strict=True) if len(ids) == 1 and ids != {truth[ref]}]
                # a thief can use what names more people rightly than wrongly
                if len(right) >= at_least and len(right) > len(wrong) and right not in found:
                    found[right] = Leak((*chain, column), right)
        if depth < DEEP:
            waiting = [one for state in waiting for one in _joined(views, *state, seen)]
    return list(found.values())


def _starts(views: Views, tables: Tables, refs: list[bytes]) -> Iterator[tuple[str, Reached]]:
    for view, places in views.places.items():
        if view[2] == "bytes":
            rows = tuple(frozenset(places.get(ref, ())) for ref in refs)
            if any(rows):
                yield view[0], rows


def _named(views: Views, table: str, rows: Reached, known: set[int]) -> Iterator[tuple[str, list[set[int]]]]:
    for column, kind in views.of_table[table]:
        if kind == "number":
            cells = views.values[table, column, kind]
            named = [{value for row in one for value in cells.get(row, ()) if value in known} for one in rows]
            if any(named):
                yield f"{table}.{column}", named


def _joined(
    views: Views, chain: tuple[str, ...], table: str, rows: Reached, seen: set[tuple[str, Reached]]
) -> Iterator[tuple[tuple[str, ...], str, Reached]]:
    for column, kind in views.of_table[table]:
        cells = views.values[table, column, kind]
        values = [{value for row in one for value in cells.get(row, ())} for one in rows]
        for (other, other_column, other_kind), places in views.places.items():
            if other_kind != kind:
                continue
            reached = tuple(frozenset(row for value in one for row in places.get(value, ())) for one in values)
            # the same rows for everybody tell nobody apart
            if (other, reached) not in seen and len(set(reached) - {frozenset()}) > 1:
                seen.add((other, reached))
                yield (*chain, f"{column}={other}.{other_column} ({kind})"), other, reached
