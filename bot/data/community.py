"""What is known of a server as a whole: its name, and about how many people can read there (SPEC 4.12)."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from bot.data import guilds, visits
from bot.data.unit import Look, Unit
from bot.domain.groups import Group, column_of
from bot.domain.ids import GuildId

SECTION, SMALL = "community", "small"
"""What was seen of a server, and what it chose for the time in which it is very small."""
LOOSER_AFTER_MS = timedelta(days=14) // timedelta(milliseconds=1)
"""A group that shrinks is held to the stricter rules at once; one that grows waits for the looser ones."""


@dataclass(frozen=True)
class Community:
    """`readers` is the number whose rules hold, without bots; None while nobody knows."""

    name: str = ""
    readers: int | None = None
    larger_since_ms: int | None = None


def community(look: Look, guild: GuildId) -> Community:
    """What was last seen of this server."""
    return Community(**guilds.section(look, guild, SECTION))


def group(look: Look, guild: GuildId, now: datetime) -> Group:
    """How large the group is whose rules hold."""
    return Group(community(look, guild).readers, visits.people(look, guild, now), names_anyway(look, guild))


def names_anyway(look: Look, guild: GuildId) -> bool:
    """Whether the server offers made-up names however few can read."""
    return bool(guilds.section(look, guild, SMALL).get("names"))


def choose_names(unit: Unit, guild: GuildId, *, anyway: bool) -> None:
    """Keeps that choice."""
    guilds.choose(unit, guild, SMALL, {"names": anyway})


def now_known(before: Community, name: str, readers: int, now_ms: int) -> Community:
    """What holds after the server was seen with this name and so many readers."""
    if before.readers is None or column_of(readers) <= column_of(before.readers):
        return Community(name, readers)
    since = before.larger_since_ms if before.larger_since_ms is not None else now_ms
    if now_ms - since >= LOOSER_AFTER_MS:
        return Community(name, readers)
    return Community(name, before.readers, since)


def was_seen(unit: Unit, guild: GuildId, name: str, readers: int) -> None:
    """Keeps what is known of a server now."""
    before = community(unit.connection, guild)
    after = now_known(before, name, readers, unit.now_ms)
    if after != before:
        guilds.choose(unit, guild, SECTION, asdict(after))
