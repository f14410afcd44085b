"""What the services of circles have in common."""

from dataclasses import dataclass
from random import Random, SystemRandom

from bot.data import guilds
from bot.data.doors import Doors
from bot.data.keys import Keys
from bot.data.people import People
from bot.data.queue import NewJob
from bot.data.unit import Look, Rows, Unit
from bot.domain.ids import ChannelId, GuildId, MemberId, random_id
from cogs.circles.model.circle import SEATS, SECTION, Ring, Seat, Work
from cogs.circles.model.matching import band_of, best, opening, seekers
from cogs.circles.model.names import flock
from cogs.circles.store import changes, rings, seats


@dataclass(frozen=True)
class Tools:
    """Shared by the services of this feature; each method is a step inside somebody's unit."""

    rows: Rows
    keys: Keys
    doors: Doors
    people: People
    random: Random = SystemRandom()  # noqa: RUF009  it has no state

    def strangers(self, unit: Unit, guild: GuildId, member: MemberId) -> frozenset[MemberId]:
        """Whom they must not be brought together with, whichever of the two wants it so."""
        return self.doors.strangers(unit.connection, guild, member)

    def open_if_enough(self, unit: Unit, guild: GuildId, version: int) -> Ring | None:
        """Ten wait: a circle opens, and all of them have a seat in it."""
        waiting = seats.waiting(unit.connection, guild)
        chosen = opening(waiting, lambda member: self.strangers(unit, guild, member))
        if not chosen:
            return None
        number = random_id()
        name = flock(self.random, rings.names(unit.connection, guild))
        rings.add(unit, number, guild, name, band_of([one for one in chosen if not one.about.stage.is_alumni]))
        ring = rings.held(unit, number)
        if ring is None:
            raise LookupError("a circle that was just added is not there")
        for one in chosen:
            changes.seated(unit, ring, one.member, one.about, version)
        self.open_place(unit, ring)
        return ring

    def open_place(self, unit: Unit, ring: Ring) -> None:
        """The queue makes a thread for it."""
        unit.schedule(NewJob(kind=Work.OPEN, key=str(ring.id), guild=ring.guild))

    def fill(self, unit: Unit, number: int, version: int) -> None:
        """Seats that became free in a circle go to those who wait, the longest first, where they fit."""
        ring = rings.one(unit.connection, number)
        if ring is None or not changes.opens_here(unit, ring.guild):
            return
        for one in seats.waiting(unit.connection, ring.guild):
            if not self.has_free_seat(unit, number):
                return
            beside = [(ring, seats.in_circle(unit.connection, number))]
            fit = best(one.about, beside, self.strangers(unit, ring.guild, one.member))
            if fit is not None and changes.seated(unit, ring, one.member, one.about, version):
                changes.told_of_seat(unit, self.people, ring, one.member)

    def fill_all(self, unit: Unit, guild: GuildId, version: int) -> None:
        """The same for every circle of a server: some seats become free where nobody looks at the list."""
        if seats.waiting(unit.connection, guild):
            for ring in rings.of(unit.connection, guild):
                self.fill(unit, ring.id, version)

    def with_seats(self, unit: Unit, guild: GuildId) -> list[tuple[Ring, list[Seat]]]:
        """Every circle with whoever is in it."""
        found = seats.by_circle(unit.connection, guild)
        return [(ring, found.get(ring.id, [])) for ring in rings.of(unit.connection, guild)]

    def has_free_seat(self, unit: Unit, number: int) -> bool:
        """Whether one of the twenty is free."""
        return seekers(seats.in_circle(unit.connection, number)) < SEATS


def parent_of(look: Look, guild: GuildId) -> ChannelId | None:
    """The channel in which threads are made: the one that was chosen, else the vent room."""
    chosen = guilds.section(look, guild, SECTION).get("parent")
    return ChannelId(chosen) if chosen else guilds.channels(look, guild).vent_room
