"""What can be seen of circles: by their people, by other features, by moderators."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.data.unit import Look, one_look
from bot.domain.clock import to_ms
from bot.domain.groups import Circles, Group
from bot.domain.ids import ChannelId, GuildId, MemberId
from bot.domain.ports import Circle
from cogs.circles.model.circle import OPENS_AT, SEATS, Ring, Seat, standing
from cogs.circles.model.matching import seekers
from cogs.circles.service.tools import Tools
from cogs.circles.store import rings, seats


@dataclass(frozen=True)
class Mine:
    """How it is for one person: in a circle, on the list (`missing` more are needed), or neither."""

    how: Circles
    readers: int
    ring: Ring | None = None
    seat: Seat | None = None
    people: int = 0
    alumni: int = 0
    waits: bool = False
    missing: int = 0


class Looking:
    """Reads only. Answers `CircleDirectory`."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows

    @one_look
    def mine(self, look: Look, guild: GuildId, member: MemberId, group: Group) -> Mine:
        """For `/circle about`."""
        how, count = group.rules.circles, group.readers or 0
        seat = seats.of(look, guild, member)
        ring = rings.one(look, seat.circle) if seat is not None else None
        if seat is not None and ring is not None:
            there = seats.in_circle(look, ring.id)
            people = seekers(there)
            return Mine(how, count, ring, seat, people, len(there) - people)
        waiting = seats.waiting(look, guild)
        missing = max(OPENS_AT - sum(not one.about.stage.is_alumni for one in waiting), 1)
        return Mine(how, count, waits=any(one.member == member for one in waiting), missing=missing)

    # --- bot.domain.ports.CircleDirectory -----------------------------------------------------------------------------

    @one_look
    def companions(self, look: Look, guild: GuildId, member: MemberId) -> Sequence[MemberId]:
        """The others in this person's circle."""
        seat = seats.of(look, guild, member)
        if seat is None:
            return []
        return [other.member for other in seats.in_circle(look, seat.circle) if other.member != member]

    @one_look
    def thread_of(self, look: Look, guild: GuildId, member: MemberId) -> ChannelId | None:
        """The private thread of this person's circle."""
        seat = seats.of(look, guild, member)
        ring = rings.one(look, seat.circle) if seat is not None else None
        return ring.thread if ring is not None else None

    @one_look
    def circles(self, look: Look, guild: GuildId) -> Sequence[Circle]:
        """Every circle that is open, the oldest first. `people` are those in the twenty seats."""
        found = seats.by_circle(look, guild)
        now_ms = to_ms(self.rows.wall.now())
        counted = [(ring, seekers(found.get(ring.id, ()))) for ring in rings.of(look, guild)]
        return [
            Circle(ring.id, ring.name, people, SEATS, standing(ring, people, now_ms).value) for ring, people in counted
        ]
