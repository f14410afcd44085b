"""`make chaos`: how often things are killed, which tests are only run there, and the table of what became of it.

`make thorough` runs the long forms of other tests, in which nothing is killed.

CHAOS_KILLS is the number of `kill -9` on each database, in all; each part takes its share of it. What is noted goes to
a file at once, so that the table is there from all of pytest's processes, and after an interruption too.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

KILLS = int(os.environ.get("CHAOS_KILLS", "0"))
_WHERE = "CHAOS_TABLE"


def chaos(test: Callable[..., object]) -> Callable[..., object]:
    """Minutes of it; only where CHAOS_KILLS says how often."""
    return pytest.mark.chaos(test)


def share(percent: int) -> int:
    """A part's kills on one database."""
    return max(1, KILLS * percent // 100)


@dataclass
class Row:
    """One fault: how many deeds were tried under it, and what became of them."""

    tried: int = 0
    lost: int = 0
    doubled: int = 0
    kills: int = 0


def note(fault: str, url: str, tried: int, lost: int = 0, doubled: int = 0, *, kills: int = 0) -> None:
    """Adds to the fault's row. `url` says on which database; nothing outside `make chaos`."""
    where = os.environ.get(_WHERE)
    if KILLS and where:
        name = f"{fault}, {'SQLite' if not url or url.startswith('sqlite') else 'PostgreSQL'}"
        with Path(where).open("a", encoding="utf-8") as file:
            file.write(json.dumps([name, tried, lost, doubled, kills]) + "\n")


def tell(line: str) -> None:
    """A line below the table."""
    where = os.environ.get(_WHERE)
    if KILLS and where:
        with Path(where).open("a", encoding="utf-8") as file:
            file.write(json.dumps([line]) + "\n")


def _noted() -> list[list[Any]]:
    where = Path(os.environ.get(_WHERE, ""))
    return [json.loads(line) for line in where.read_text(encoding="utf-8").splitlines()] if where.is_file() else []


def _rows() -> dict[str, Row]:
    found: dict[str, Row] = {}
    for name, *numbers in (one for one in _noted() if len(one) > 1):
        row = found.setdefault(name, Row())
        row.tried, row.lost, row.doubled, row.kills = (
            before + more for before, more in zip((row.tried, row.lost, row.doubled, row.kills), numbers, strict=True)
        )
    return found


def lines() -> list[str]:
    """The table, the head first and the sum of each database last; empty where nothing was noted."""
    rows = dict(sorted(_rows().items()))
    if not rows:
        return []
    for engine in ("SQLite", "PostgreSQL"):
        mine = [row for name, row in rows.items() if name.endswith(f", {engine}")]
        tried, lost, doubled, kills = (
            sum(getattr(row, what) for row in mine) for what in ("tried", "lost", "doubled", "kills")
        )
        rows[f"in all on {engine}"] = Row(tried, lost, doubled, kills)
    width = max(map(len, rows))
    head = f"{'fault':<{width}}  {'kill -9':>7}  {'tried':>6}  {'survived':>8}  {'lost':>5}  {'doubled':>7}"
    return (
        [head]
        + [
            f"{name:<{width}}  {one.kills or '':>7}  {one.tried:>6}  {one.tried - one.lost - one.doubled:>8}"
            f"  {one.lost:>5}  {one.doubled:>7}"
            for name, one in rows.items()
        ]
        + [one[0] for one in _noted() if len(one) == 1]
    )


def pytest_configure(config: pytest.Config) -> None:
    """A table of its own for each run; pytest's other processes find it in their environment."""
    if KILLS and not hasattr(config, "workerinput"):
        file = config.rootpath / ".pytest_cache" / "chaos.jsonl"
        file.parent.mkdir(exist_ok=True)
        file.write_text("", encoding="utf-8")
        os.environ[_WHERE] = str(file)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes is run by `make chaos` and `make thorough` only."""
    for mark, setting in (("chaos", "CHAOS_KILLS"), ("thorough", "THOROUGH")):
        for item in items if not os.environ.get(setting) else ():
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=f"{setting} is not set"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Only for `make chaos`: in the suite it would be noise."""
    for line in lines() if KILLS else ():
        terminalreporter.write_line(line)
