"""What `make chaos` prints at its end."""

from dataclasses import dataclass


@dataclass
class Row:
    """One fault: how many deeds were tried under it, and what became of them."""

    tried: int = 0
    lost: int = 0
    doubled: int = 0


_rows: dict[str, Row] = {}


def note(fault: str, tried: int, lost: int = 0, doubled: int = 0) -> None:
    """Adds to the fault's row."""
    row = _rows.setdefault(fault, Row())
    row.tried, row.lost, row.doubled = row.tried + tried, row.lost + lost, row.doubled + doubled


def lines() -> list[str]:
    """The table, the head first; empty where nothing was noted."""
    if not _rows:
        return []
    width = max(map(len, _rows))
    head = f"{'fault':<{width}}  {'tried':>6}  {'survived':>8}  {'lost':>5}  {'doubled':>7}"
    return [head] + [
        f"{name:<{width}}  {one.tried:>6}  {one.tried - one.lost - one.doubled:>8}  {one.lost:>5}  {one.doubled:>7}"
        for name, one in _rows.items()
    ]
