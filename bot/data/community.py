"""What is known of a server as a whole: its name, and about how many people can read there (SPEC 4.12)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.data import guilds, visits
from bot.data.unit import Look, Unit
from bot.domain.groups import Group, column_of
from bot.domain.ids import GuildId

SECTION, SMALL = "community", "small"
"""What was seen of a server, and what it chose for the time in which it is very small."""
OF_GROUP = (SECTION, SMALL)
"""The sections that say how large the group is."""
LOOSER_AFTER_MS = timedelta(days=14) // timedelta(milliseconds=1)
"""A group that shrinks is held to the stricter rules at once; one that grows waits for the looser ones."""
COUNT_HOLDS_MS = timedelta(days=3) // timedelta(milliseconds=1)
"""So long nothing but another count says how many can read in the rooms; they are counted daily."""


@dataclass(frozen=True)
class Community:
    """`readers` is the number whose rules hold, without bots; None while nobody knows.

    `counted_ms` is when those were counted last who can read in the vent rooms; None: only how many are on the server.
    """

    name: str = ""
    readers: int | None = None
    larger_since_ms: int | None = None
    counted_ms: int | None = None


def community(look: Look, guild: GuildId) -> Community:
    """What was last seen of this server."""
    return Community(**guilds.section(look, guild, SECTION))


def group(look: Look, guild: GuildId, now: datetime) -> Group:
    """How large the group is whose rules hold."""
    return group_in(guilds.some_sections(look, guild, OF_GROUP), visits.people(look, guild, now))


def group_in(chosen: Mapping[str, Mapping[str, Any]], people: int) -> Group:
    """The same, of the sections OF_GROUP and of how many people use the bot."""
    return Group(Community(**chosen[SECTION]).readers, people, _names_anyway(chosen[SMALL]))


def names_anyway(look: Look, guild: GuildId) -> bool:
    """Whether the server offers made-up names however few can read."""
    return _names_anyway(guilds.section(look, guild, SMALL))


def _names_anyway(small: Mapping[str, Any]) -> bool:
    return bool(small.get("names"))


def choose_names(unit: Unit, guild: GuildId, *, anyway: bool) -> None:
    """Keeps that choice."""
    guilds.choose(unit, guild, SMALL, {"names": anyway})


def now_known(before: Community, name: str, readers: int, now_ms: int, *, counted: bool = False) -> Community:
    """What holds after the server was seen with this name and so many readers; `counted` in the vent rooms themselves.

    Many on a server do not make a room that few can see any larger.
    """
    if not counted and before.counted_ms is not None and now_ms - before.counted_ms < COUNT_HOLDS_MS:
        return replace(before, name=name)
    at = now_ms if counted else None
    if before.readers is None or column_of(readers) <= column_of(before.readers):
        return Community(name, readers, None, at)
    since = before.larger_since_ms if before.larger_since_ms is not None else now_ms
    if now_ms - since >= LOOSER_AFTER_MS:
        return Community(name, readers, None, at)
    return Community(name, before.readers, since, at)


def was_seen(unit: Unit, guild: GuildId, name: str, readers: int, *, counted: bool = False) -> None:
    """Keeps what is known of a server now; `counted` as in `now_known`."""
    before = Community(**guilds.held(unit, guild, SECTION))
    after = now_known(before, name, readers, unit.now_ms, counted=counted)
    if after != before:
        guilds.choose(unit, guild, SECTION, asdict(after))
