"""What follows when somebody takes a seat or gives it up: facts, the thread, the waiting list, a circle's end.

Every change of seats begins with `begun`: one at a time on a server.
"""

import json

from bot.data import community
from bot.data.inbox import Note
from bot.data.keys import Keys
from bot.data.people import People
from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.clock import from_ms
from bot.domain.events import CircleJoined, CircleLeft
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, random_id
from cogs.circles.model.circle import About, Ring, Seat, Work
from cogs.circles.model.round import SHARED_AFTER, SHARED_EVERY
from cogs.circles.store import rings, seats


def begun(unit: Unit, guild: GuildId) -> int:
    """The version of this change. Others who change seats here wait until the unit ends."""
    return rings.next_version(unit, guild)


def seated(unit: Unit, ring: Ring, member: MemberId, about: About, version: int) -> bool:
    """Gives a seat; False where none is free or they have one."""
    if not seats.take(unit, ring.guild, member, ring.id, about):
        return False
    seats.unwait(unit, ring.guild, member)
    unit.emit(CircleJoined(ring.guild, ring.id, member, version))
    place_soon(unit, ring)
    return True


def place_soon(unit: Unit, ring: Ring) -> None:
    """Whoever is not in the thread yet is taken in."""
    if ring.thread is not None:
        # a number of its own: one that runs already may have looked before
        unit.schedule(NewJob(kind=Work.SEAT, key=f"{ring.id}/{random_id()}", guild=ring.guild))


def give_up(unit: Unit, keys: Keys, seat: Seat, version: int) -> Ring | None:
    """The seat is free again; an empty circle ends. None if they had left before."""
    ring = rings.one(unit.connection, seat.circle)
    if ring is None or not seats.leave(unit, seat):
        return None
    seats.unshare(unit, seat.guild, seat.member)
    unit.emit(CircleLeft(seat.guild, ring.id, seat.member, version, ring.thread))
    if ring.thread is not None:
        take_out(unit, keys, seat, ring.thread)
    if rings.is_empty(unit.connection, ring.id):
        _end(unit, ring)
    return ring


def take_out(unit: Unit, keys: Keys, seat: Seat, thread: ChannelId) -> None:
    """The thread is closed to them."""
    key = str(random_id())
    sealed = keys.seal(json.dumps([thread, seat.member]), f"circle-out|{key}")
    unit.schedule(NewJob(kind=Work.OUT, key=key, guild=seat.guild, sealed=sealed))


def _end(unit: Unit, ring: Ring) -> None:
    rings.remove(unit, ring.id)
    if ring.thread is not None:
        unit.schedule(NewJob(kind=Work.SHUT, key=str(ring.thread), guild=ring.guild))


def clear_names(unit: Unit, ring: Ring) -> None:
    """The bot's own messages there that carry names go."""
    clear(unit, ring, ring.shares_message, ring.round_message)
    rings.cleared(unit, ring.id)


def clear(unit: Unit, ring: Ring, *messages: MessageId | None) -> None:
    """Those of these messages in the circle's place that are there go."""
    found = [one for one in messages if one is not None]
    if ring.thread is not None and found:
        payload = json.dumps([ring.thread, found])
        unit.schedule(NewJob(kind=Work.CLEAR, key=str(random_id()), guild=ring.guild, payload=payload))


def opens_here(unit: Unit, guild: GuildId) -> bool:
    """Whether the group is large enough for circles to open by themselves (SPEC 4.12)."""
    return community.group(unit.connection, guild, unit.now).rules.circles == "open"


def told_of_seat(unit: Unit, people: People, ring: Ring, member: MemberId) -> None:
    """Whoever waited hears that they have a seat."""
    place = f"https://discord.com/channels/{ring.guild}/{ring.thread}" if ring.thread is not None else ""
    args: dict[str, str | int] = {"name": ring.name, "link": place, "there": int(ring.thread is not None)}
    people.tell_self(unit, ring.guild, member, Note("circle-note-seat", args))


def share_later(unit: Unit, ring: Ring, *, since_ms: int) -> None:
    """Shared check-ins are told together, once a day at most; `since_ms` is when it was told last."""
    due = max(unit.now + SHARED_AFTER, from_ms(since_ms) + SHARED_EVERY)
    unit.schedule(NewJob(kind=Work.SHARES, key=str(ring.id), guild=ring.guild, due=due))
