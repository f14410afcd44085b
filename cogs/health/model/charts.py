"""What the three pictures are made of: numbers, and words in the reader's language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answers:
    """Two curves of (hours on the axis as labels, share of posts with somebody there by then)."""

    title: str
    ticks: tuple[str, ...]
    now: tuple[float, ...]
    before: tuple[float, ...]
    now_name: str
    before_name: str
    by: str
    """What the x axis is."""


@dataclass(frozen=True)
class Hours:
    """Posts by weekday and block of hours (rows by days), and how many listen in each hour of a day."""

    title: str
    days: tuple[str, ...]
    hours: tuple[str, ...]
    """The blocks' beginnings; as many as each row has."""
    posts: tuple[tuple[int, ...], ...]
    cover: tuple[bool, ...]
    """Whether as many listen as may be told: never how many."""
    cover_name: str
    many: str
    few: str
    legend: tuple[str, ...]
    """The shades' names, the palest first."""


@dataclass(frozen=True)
class Mutual:
    """Released values of rho with the band of chance, the oldest first; `ticks` name the weeks."""

    title: str
    ticks: tuple[str, ...]
    values: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    band: str
    more: str
    less: str
