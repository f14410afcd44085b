"""What circles do about what others said. Rows only."""

from bot.data import guilds
from bot.data.unit import Unit
from bot.domain.events import CheckInShared
from cogs.circles.model.circle import FEATURE
from cogs.circles.store import changes, rings, seats


def gather_share(unit: Unit, fact: CheckInShared) -> None:
    """Somebody lets their circle know that they checked in: it is told together with the others'."""
    if fact.to != "circle" or FEATURE not in guilds.features(unit.connection, fact.guild):
        return
    seat = seats.of(unit.connection, fact.guild, fact.member)
    # held, so that what is being told at this moment does not swallow this one
    ring = rings.held(unit, seat.circle) if seat is not None else None
    if seat is None or ring is None:
        return
    seats.share(unit, seat)
    changes.share_later(unit, ring, since_ms=ring.shares_ms)
