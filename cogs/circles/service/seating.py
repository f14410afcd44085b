"""What people do: join, wait, leave, move over, say that they found work."""

from dataclasses import dataclass, replace

from bot.data import limits
from bot.data.unit import Unit, one_unit
from bot.domain.errors import Refusal
from bot.domain.groups import Group
from bot.domain.ids import GuildId, MemberId
from cogs.circles.model.circle import LIMIT, OPENS_AT, SEATS_TAKEN_AT_MOST, WITHIN, About, Ring, Seat, Stage
from cogs.circles.model.matching import Reason, best, seekers
from cogs.circles.service.tools import Tools
from cogs.circles.store import changes, rings, seats


@dataclass(frozen=True)
class Joined:
    """What came of it. `ring` is None while they wait: `missing` more are needed, 0 where a list only is kept."""

    ring: Ring | None
    people: int = 0
    reasons: tuple[Reason, ...] = ()
    missing: int = 0
    listed: bool = False
    opened: bool = False
    """It opened with them: they were the tenth."""
    changed: bool = False
    """They had a seat, and what they say of themself is changed."""
    apart: bool = True
    """Whether the change of chairs that went with it was possible."""


@dataclass(frozen=True)
class Left:
    """`name` is the circle's; None where they only waited."""

    name: str | None


class Seating:
    """Everything here begins with the server's turn, so that two who act at once come one after the other."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_unit
    def join(self, unit: Unit, guild: GuildId, member: MemberId, about: About, group: Group) -> Joined:
        """Gives a seat where one fits, else a place on the list; whoever has a seat changes what they said.

        Raises Refusal: the room is the circle; too many seats taken anew.
        """
        version = changes.begun(unit, guild)
        seat = seats.of(unit.connection, guild, member)
        if seat is not None:
            return self._change(unit, seat, about)
        how = group.rules.circles
        if how == "room":
            raise Refusal("circle-is-the-room", readers=group.readers or 0)
        if how == "list":
            seats.wait(unit, guild, member, about)
            return Joined(None, listed=True)
        self._tools.fill_all(unit, guild, version)
        seat = seats.of(unit.connection, guild, member)
        if seat is not None:  # they waited, and it was their turn
            return self._change(unit, seat, about)
        fit = best(about, self._tools.with_seats(unit, guild), self._tools.strangers(unit, guild, member))
        if fit is not None:
            self._spend(unit, guild, member)
            if changes.seated(unit, fit.ring, member, about, version):
                return Joined(fit.ring, fit.people + (not about.stage.is_alumni), fit.reasons)
        seats.wait(unit, guild, member, about)
        return self._opened(unit, guild, member, version)

    def _opened(self, unit: Unit, guild: GuildId, member: MemberId, version: int) -> Joined:
        """They wait; if that makes ten, a circle opens, and the others hear of it."""
        ring = self._tools.open_if_enough(unit, guild, version)
        mine = seats.of(unit.connection, guild, member)
        if ring is not None:
            for one in seats.in_circle(unit.connection, ring.id):
                if one.member != member:
                    changes.told_of_seat(unit, self._tools.people, ring, one.member)
        if ring is not None and mine is not None and mine.circle == ring.id:
            return Joined(ring, seekers(seats.in_circle(unit.connection, ring.id)), opened=True)
        waiting = sum(not one.about.stage.is_alumni for one in seats.waiting(unit.connection, guild))
        return Joined(None, missing=max(OPENS_AT - waiting, 1))

    def _spend(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        refs = self._tools.keys.refs(LIMIT, guild, member)
        spent = limits.use(unit, refs, most=SEATS_TAKEN_AT_MOST, within=WITHIN)
        if spent is not None:
            raise Refusal("circle-too-often", when=f"<t:{int(spent.again.timestamp())}:D>")

    def _change(self, unit: Unit, seat: Seat, about: About) -> Joined:
        apart = True
        if about.stage.is_alumni is not seat.alumni:
            apart = seats.change_chair(unit, seat, about.stage)
            about = about if apart else replace(about, stage=seat.about.stage)
        seats.change_about(unit, seat.guild, seat.member, about)
        return Joined(rings.one(unit.connection, seat.circle), changed=True, apart=apart)

    @one_unit
    def leave(self, unit: Unit, guild: GuildId, member: MemberId) -> Left:
        """Gives the seat up and leaves the list; the seat goes to whoever waits. Raises Refusal: they have neither."""
        version = changes.begun(unit, guild)
        waited = seats.unwait(unit, guild, member)
        seat = seats.of(unit.connection, guild, member)
        if seat is None:
            if waited:
                return Left(None)
            raise Refusal("circle-none")
        ring = changes.give_up(unit, self._tools.keys, seat, version)
        self._tools.fill(unit, seat.circle, version)
        return Left(ring.name if ring is not None else "")

    @one_unit
    def stage_is(self, unit: Unit, guild: GuildId, member: MemberId, stage: Stage) -> Joined:
        """*I found work* keeps an alumni seat; *I am looking again* needs one of the twenty. Raises Refusal."""
        version = changes.begun(unit, guild)
        seat = self._seat(unit, guild, member)
        done = self._change(unit, seat, replace(seat.about, stage=stage))
        if not done.apart:
            raise Refusal("circle-no-seat")
        self._tools.fill(unit, seat.circle, version)
        return done

    @one_unit
    def monday(self, unit: Unit, guild: GuildId, member: MemberId) -> bool:
        """In the Monday round or out of it; gives how it is now. Raises Refusal: no seat."""
        seat = self._seat(unit, guild, member)
        wants = not seat.about.monday
        seats.change_monday(unit, guild, member, wants=wants)
        return wants

    @one_unit
    def move(self, unit: Unit, guild: GuildId, member: MemberId, start: int, to: int) -> Ring:
        """From a circle that became small into one that has seats: each person for themself. Raises Refusal."""
        version = changes.begun(unit, guild)
        seat, ring = self._seat(unit, guild, member), rings.one(unit.connection, to)
        if seat.circle == to and ring is not None:
            return ring
        if seat.circle != start or ring is None or ring.guild != guild:
            raise Refusal("circle-move-over")
        there = {one.member for one in seats.in_circle(unit.connection, to)}
        if there & self._tools.strangers(unit, guild, member):
            # the same words as for a seat that somebody else took: a shut door must not be seen
            raise Refusal("circle-no-seat")
        changes.give_up(unit, self._tools.keys, seat, version)
        if not changes.seated(unit, ring, member, seat.about, changes.begun(unit, guild)):
            raise Refusal("circle-no-seat")
        return ring

    def _seat(self, unit: Unit, guild: GuildId, member: MemberId) -> Seat:
        seat = seats.of(unit.connection, guild, member)
        if seat is None:
            raise Refusal("circle-none")
        return seat
