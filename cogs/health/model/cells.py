"""What may be published: release cells, each standing on enough people, frozen for ever (SPEC 4.8).

A cell is what happened in one circle (or on the server outside circles) in whole ISO weeks. It is published once, when
it stands on enough people and events; else it is kept open and the next week joins it. Windows are sums of published
cells, so that the difference of any two windows is a sum of published cells too: whatever is worked out from them
stands on as many.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cogs.health.model.definitions import Figures, together

PEOPLE_AT_LEAST = 5
LOOKERS = 1
"""The moderator who looks knows what they did themselves, so the five are without them (SPEC 4.8)."""
EVENTS_AT_LEAST = 10
OPEN_WEEKS_AT_MOST = 12
"""What could not be published for so long is thrown away: named acts are kept 90 days (SPEC 5)."""
SERVER = 0
"""The cell of all that happened outside circles."""
TENTH_FROM = 10 * (PEOPLE_AT_LEAST + LOOKERS - 1) + 1
"""Givers, the tenth of whom is six people: a part of a giver counts as one."""
FEW = 5
"""Counts of people below this read "fewer than 5" (SPEC 4.8)."""


@dataclass(frozen=True)
class People:
    """Who took part in a cell, as far as it can be told without telling who: three views of the same people.

    Somebody may be in all three, so they are never added: the largest is how many there were at least.
    """

    unnamed_authors: int = 0
    """Different authors of posts without a name."""
    named: int = 0
    """Different people who acted by name: authors, givers, receivers."""
    most_on_one: int = 0
    """The most different supporters of one post; with its author one more."""

    @property
    def at_least(self) -> int:
        return max(self.unnamed_authors, self.named, self.most_on_one + 1 if self.most_on_one else 0)


def may_be_published(people: People, figures: Figures) -> bool:
    """Whether a cell stands on enough people, the looking moderator not among them, and on enough events."""
    return people.at_least >= PEOPLE_AT_LEAST + LOOKERS and figures.events >= EVENTS_AT_LEAST


def tenth_may_be_published(givers: int) -> bool:
    """Whether a tenth of so many givers is enough people. Of fewer it would tell what single people gave."""
    return givers >= TENTH_FROM


@dataclass(frozen=True)
class Cell:
    """A published cell: `weeks` ISO weeks from `from_week` (its Monday, in days since 1970) in one circle."""

    circle: int
    from_week: int
    weeks: int
    people: int
    """At least so many; never fewer than five."""
    figures: Figures

    @property
    def until_week(self) -> int:
        """The first week that is not in it."""
        return self.from_week + 7 * self.weeks


def window(cells: Iterable[Cell], last_week: int, weeks: int, circle: int | None = None) -> list[Cell]:
    """The cells that end in the `weeks` weeks up to and with `last_week`; of one circle, or (None) all.

    A cell that was open for several weeks counts where it ended: cut in two it would stand on fewer people.
    """
    first = last_week - 7 * (weeks - 1)
    return [
        cell for cell in cells
        if first <= cell.until_week - 7 <= last_week and (circle is None or cell.circle == circle)
    ]  # fmt: skip


def total(cells: Sequence[Cell]) -> Figures:
    """The sum of what they hold."""
    return together([cell.figures for cell in cells])


def shown_people(count: int) -> int | None:
    """A count of people as it may be shown; None reads "fewer than 5" (0 too: nobody is told from somebody)."""
    return count if count >= FEW else None
