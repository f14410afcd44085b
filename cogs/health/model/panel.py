"""What a moderator is shown: as much as a group of this size can bear (SPEC 4.12)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cogs.health.model.cells import Cell
from cogs.health.model.definitions import (
    HOUR_MS,
    HOURS,
    NOTHING,
    WEEKDAYS,
    Figures,
    Mutuality,
    Waiting,
    quantile_ms,
    shifted,
)

BLOCK_HOURS = 6
HALF, NINE_TENTHS = 0.5, 0.9
DEAR_WAIT_MS = 3 * HOUR_MS
"""Slower than this the panel names an act first."""
MANY_ALONE = 20
"""Percent of posts left for a day from which it does so too; so much more or less than before is worth a word."""


class Page(StrEnum):
    """What the buttons of the panel lead to."""

    BOARD = "board"
    ANSWERS = "answers"
    HOURS = "hours"
    MUTUAL = "mutual"
    CIRCLES = "circles"


class Detail(StrEnum):
    """How much a group of its size is shown, the least first."""

    BOARD_ONLY = "board"
    WORDS = "words"
    BLOCKS = "blocks"
    ALL = "all"


DETAILS = tuple(Detail)
"""By the column of SPEC 4.12."""


@dataclass(frozen=True)
class Shown:
    """What is published of a window and of the one before it, and what is so right now."""

    detail: Detail
    weeks: int
    first_week: bool
    waiting: Waiting
    now: Figures = NOTHING
    before: Figures = NOTHING
    mutuality: Sequence[Mutuality] = field(default_factory=tuple[Mutuality, ...])
    cells: Sequence[Cell] = field(default_factory=tuple[Cell, ...])

    @property
    def pages(self) -> list[Page]:
        """Those that a group of this size has."""
        if self.detail is Detail.BOARD_ONLY or self.first_week:
            return [Page.BOARD]
        if self.detail is Detail.WORDS:
            return [Page.BOARD, Page.ANSWERS]
        if self.detail is Detail.BLOCKS:
            return [Page.BOARD, Page.ANSWERS, Page.HOURS]
        return list(Page)


def usually(figures: Figures) -> str | None:
    """For groups too small for figures: "hour", "day" or "later"; None without posts."""
    if not figures.vents:
        return None
    half = quantile_ms(figures.waits, figures.vents, HALF)
    if half is None:
        return "later"
    return "hour" if half <= HOUR_MS else "day"


def blocks(hours: Sequence[int]) -> tuple[int, ...]:
    """Hours of the week in blocks of six: 28, Monday 00:00–05:59 first."""
    return tuple(sum(hours[start : start + BLOCK_HOURS]) for start in range(0, WEEKDAYS * HOURS, BLOCK_HOURS))


def busiest(hours: Sequence[int], by: int) -> tuple[int, int, int] | None:
    """(weekday, hour in which a six-hour block begins, posts) of the fullest block, `by` hours east of UTC.

    None without posts.
    """
    counts = blocks(shifted(hours, by))
    most = max(counts)
    if not most:
        return None
    place = counts.index(most)
    per_day = HOURS // BLOCK_HOURS
    return place // per_day, place % per_day * BLOCK_HOURS, most


def share(part: int, whole: int) -> int:
    """Whole percent; 0 of nothing."""
    return round(100 * part / whole) if whole else 0
