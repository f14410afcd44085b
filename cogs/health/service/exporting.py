"""Published cells as CSV, with a data dictionary: what every column means, and where its definition comes from."""

import csv
import io
from collections.abc import Iterable, Sequence

from bot.text.catalogue import Words
from cogs.health.model.cells import Cell
from cogs.health.model.definitions import STEPS_MS, Mutuality, week_begins

_MINUTE_MS = 60_000
_COUNTS = ("vents", "unanswered", "enough", "supports", "named")
_WAITS = tuple(f"first_within_{step // _MINUTE_MS}_min" for step in STEPS_MS)
_CELL = ("circle", "from", "weeks", "people_at_least", *_COUNTS, *_WAITS)
_MUTUAL = ("from", "weeks", "rho", "chance_low", "chance_high", "verdict", "top_tenth")
_MEANS = {"weeks": "export-mutual-weeks"}
"""Of columns that mean something else here than in cells.csv."""


def cells_csv(cells: Sequence[Cell]) -> str:
    """One line per cell; circle 0 is everything outside circles."""
    return _csv(
        _CELL,
        (
            (
                one.circle, week_begins(one.from_week).date(), one.weeks, one.people,
                *(getattr(one.figures, name) for name in _COUNTS), *one.figures.waits,
            )
            for one in cells
        ),
    )  # fmt: skip


def mutuality_csv(several: Sequence[Mutuality]) -> str:
    """One line per released figure."""
    return _csv(
        _MUTUAL,
        (
            (
                week_begins(one.from_week).date(), one.weeks, f"{one.rho:.3f}", f"{one.chance.low:.3f}",
                f"{one.chance.high:.3f}", one.verdict, "" if one.top_tenth is None else one.top_tenth,
            )
            for one in several
        ),
    )  # fmt: skip


def dictionary_csv(words: Words) -> str:
    """(file, column, meaning), in the reader's language."""
    cells = [("cells.csv", name, words(f"export-{_text_id(name)}")) for name in _CELL]
    return _csv(
        ("file", "column", "meaning"),
        [*cells, *(("mutuality.csv", name, words(_MEANS.get(name, f"export-{_text_id(name)}"))) for name in _MUTUAL)],
    )


def _text_id(column: str) -> str:
    return "first-within" if column.startswith("first_within") else column.replace("_", "-")


def _csv(head: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    to = io.StringIO()
    writer = csv.writer(to)
    writer.writerow(head)
    writer.writerows(lines)
    return to.getvalue()
