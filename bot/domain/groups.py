"""Small groups: what holds for how many readers (SPEC 4.12). One table, asked by every feature."""

from dataclasses import dataclass
from typing import Literal

NoName = Literal["not-offered", "second", "first"]


@dataclass(frozen=True)
class GroupRules:
    """What a group of this size can bear."""

    no_name: NoName
    lines_signed_first: bool
    lines_may_be_unsigned: bool
    enough_support: int
    """Different people in 24 hours."""
    listeners: int
    """How many the relay pings."""
    role_ping: bool
    reports_that_hide: int


_TABLE: tuple[tuple[int, GroupRules], ...] = (
    (12, GroupRules("not-offered", True, False, 1, 1, False, 2)),
    (25, GroupRules("second", True, True, 2, 2, False, 2)),
    (40, GroupRules("first", False, True, 3, 3, True, 3)),
)
_LARGE = GroupRules("first", False, True, 3, 3, True, 3)


def rules_for(readers: int | None) -> GroupRules:
    """The rules for about `readers` people without bots; None (not known) counts as large."""
    if readers is None:
        return _LARGE
    return next((rules for below, rules in _TABLE if readers < below), _LARGE)


def column_of(readers: int | None) -> int:
    """Which column of the table that is, the strictest 0."""
    return len(_TABLE) if readers is None else sum(readers >= below for below, _ in _TABLE)


def is_large(readers: int | None) -> bool:
    """Whether nothing is held back for the group's size."""
    return column_of(readers) == len(_TABLE)
