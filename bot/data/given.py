"""What somebody gave where not both are named, on its way from the post to the giver's own figures.

It travels sealed and always equally long: a row that named the giver beside a row that names the post, in one
transaction, would say who wrote an unsigned line. See docs/decisions/0053-ledger.md.
"""

import json
from dataclasses import astuple, dataclass

from bot.data.keys import Keys
from bot.data.unit import Unit
from bot.domain.events import GivenWithoutAName
from bot.domain.ids import GuildId, MemberId, random_id

LENGTH = 64
"""Longer than any of them, so that nothing can be told from how long it is."""


@dataclass(frozen=True)
class Given:
    """Changes, each −1, 0 or 1. `week` is the ISO week ("2026-W47"); `posts` counts posts they were not at before."""

    giver: MemberId
    week: str
    cheers: int = 0
    lines: int = 0
    posts: int = 0


def emit(unit: Unit, keys: Keys, guild: GuildId, given: Given) -> None:
    """Tells it, without saying in clear who or what; nothing if nothing changed."""
    if not (given.cheers or given.lines or given.posts):
        return
    number = random_id()
    unit.emit(GivenWithoutAName(guild, number, sealed(keys, number, given)))


def sealed(keys: Keys, number: int, given: Given) -> bytes:
    """What `opened` opens, under the same number."""
    return keys.seal(json.dumps(astuple(given)).ljust(LENGTH), f"given|{number}")


def opened(keys: Keys, number: int, sealed: bytes) -> Given:
    """Raises keys.BoxBroken."""
    giver, week, cheers, lines, posts = json.loads(keys.open(sealed, f"given|{number}"))
    return Given(MemberId(giver), week, cheers, lines, posts)


def week_of(unit: Unit) -> str:
    """The ISO week of the unit's moment, by UTC."""
    year, week, _ = unit.now.isocalendar()
    return f"{year}-W{week:02}"
