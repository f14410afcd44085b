"""What a server chose about who waits for a moderator, when it began, and how long moderators took."""

from datetime import timedelta

from bot.data import backlog, guilds, mutes
from bot.data.queue import NewJob
from bot.data.unit import Look, Unit
from bot.domain.clock import from_ms
from bot.domain.ids import GuildId
from cogs.venting.model.gate import REMEMBERED, Gate, Held
from cogs.venting.model.work import Work

SECTION = "queue"
"""What a server chose (`cogs.venting.settings.Queue`)."""
SEEN = "queue-seen"
"""{since_ms, took}: since when people can vent here; how long the last decisions took, in minutes."""


def chosen(look: Look, guild: GuildId) -> Gate | None:
    """What moderators chose; None: as suits the group's size."""
    gate = guilds.section(look, guild, SECTION).get("gate")
    return Gate(gate) if gate in set(Gate) else None


def choose(unit: Unit, guild: GuildId, gate: Gate | None) -> None:
    guilds.choose(unit, guild, SECTION, guilds.held(unit, guild, SECTION) | {"gate": gate})


def begins(unit: Unit, guild: GuildId) -> None:
    """People can vent here from now on, unless they could before."""
    body = guilds.held(unit, guild, SEEN)
    if "since_ms" not in body:
        guilds.choose(unit, guild, SEEN, body | {"since_ms": unit.now_ms})


def here_for(look: Look, guild: GuildId, now_ms: int) -> timedelta:
    """How long people can vent here."""
    return timedelta(milliseconds=now_ms - guilds.section(look, guild, SEEN).get("since_ms", now_ms))


def took(unit: Unit, one: Held) -> None:
    """A moderator has looked: how long that took is remembered for the next who asks."""
    body = guilds.held(unit, one.guild, SEEN)
    minutes = max(0, (unit.now - from_ms(one.since_ms)) // timedelta(minutes=1))
    guilds.choose(unit, one.guild, SEEN, body | {"took": [*body.get("took", []), minutes][-REMEMBERED:]})


def took_lately(look: Look, guild: GuildId) -> list[int]:
    """Minutes."""
    return list(guilds.section(look, guild, SEEN).get("took", []))


def open_when_off(unit: Unit, guild: GuildId) -> None:
    """What waits for the brake's end is looked at then, or now if it is off."""
    until = mutes.braked_until(unit.connection, guild, unit.now_ms)
    backlog.drop(unit.connection, Work.OPEN, str(guild))
    unit.schedule(NewJob(kind=Work.OPEN, key=str(guild), due=until, guild=guild))
