"""Small groups: what holds for how many readers (SPEC 4.12). One table, asked by every feature."""

from dataclasses import dataclass, replace
from typing import Literal

NoName = Literal["not-offered", "second", "first"]
RolePing = Literal["never", "by-day", "always"]
Circles = Literal["room", "list", "open"]

FEWEST_PEOPLE = 12
"""With fewer different people who use the bot, the next stricter rules hold: readers who never come hide nobody."""
PEOPLE_WITHIN_DAYS = 28


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
    role_ping: RolePing
    listening_author_left_out: bool
    """Whether an author who listens is left out however few listen: in a smaller group that would tell who it is."""
    reports_that_hide: int
    circles: Circles = "open"
    """The room is the circle; a list of those who would like one; they open when enough wait."""


_TABLE: tuple[tuple[int, GroupRules], ...] = (
    (12, GroupRules("not-offered", True, False, 1, 1, "never", False, 2, circles="room")),
    (25, GroupRules("second", True, True, 2, 2, "never", False, 2, circles="room")),
    (40, GroupRules("first", False, True, 3, 3, "by-day", False, 3, circles="list")),
)
_LARGE = GroupRules("first", False, True, 3, 3, "always", True, 3)
_COLUMNS = (*(rules for _, rules in _TABLE), _LARGE)
ENOUGH_ANYWHERE = max(rules.enough_support for rules in _COLUMNS)
"""So many different people are enough support in a group of whatever size."""


@dataclass(frozen=True)
class Group:
    """How large a group is. `readers` is about how many people can read, without bots; `people` how many different
    ones used the bot in the last PEOPLE_WITHIN_DAYS. None where nobody knows. `names_anyway`: the server offers made-up
    names also where they hide little, knowing that people may well guess."""

    readers: int | None = None
    people: int | None = None
    names_anyway: bool = False

    @property
    def column(self) -> int:
        """Which column of the table holds for it, the strictest 0."""
        return column_of(self.readers, self.people)

    @property
    def rules(self) -> GroupRules:
        """What holds for it."""
        rules = rules_for(self.readers, self.people)
        if self.names_anyway and rules.no_name == "not-offered":
            return replace(rules, no_name="second")
        return rules


def rules_for(readers: int | None, people: int | None = None) -> GroupRules:
    """The rules for a group of that size (see `Group`); unknown readers count as many, unknown people as enough."""
    return _COLUMNS[column_of(readers, people)]


def column_of(readers: int | None, people: int | None = None) -> int:
    """Which column of the table that is, the strictest 0."""
    column = len(_TABLE) if readers is None else sum(readers >= below for below, _ in _TABLE)
    return max(column - 1, 0) if people is not None and people < FEWEST_PEOPLE else column
