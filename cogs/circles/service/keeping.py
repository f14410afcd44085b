"""What jobs ask and say of circles: their places, who is to be taken in, what is told when."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.data import guilds, people
from bot.data.guilds import Channels
from bot.data.inbox import Note
from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.events import CirclePlaceGone
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId
from cogs.circles.model.circle import FEATURE, OPENS_AGAIN, Ring, Seat, Work
from cogs.circles.model.round import ROUND_FROM, Shared, round_due
from cogs.circles.service.tools import Tools, parent_of
from cogs.circles.store import changes, rings, seats

_MS = timedelta(milliseconds=1)
SWEEP_EVERY = timedelta(hours=1)
CHECK_EVERY_H = 24
LOOK_AGAIN_AFTER = timedelta(days=7)
"""So often it is looked whether somebody is still there (SPEC 4.10: one look-up per stored id and week)."""
TRY_AGAIN = timedelta(hours=6)
CHECKED_AT_MOST = 10_000


@dataclass(frozen=True)
class Round:
    """A Monday round to be called: whom it is for."""

    ring: Ring
    members: tuple[MemberId, ...]


class Keeping:
    """For the jobs. Each unit may run twice and does it once."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    # --- places -----------------------------------------------------------------------------------------------------

    @one_look
    def ring(self, look: Look, number: int) -> Ring | None:
        """None once it has ended, or where the feature is switched off."""
        return self._living(look, number)

    @staticmethod
    def _living(look: Look, number: int) -> Ring | None:
        found = rings.one(look, number)
        return found if found is not None and FEATURE in guilds.features(look, found.guild) else None

    @one_look
    def parent(self, look: Look, guild: GuildId) -> ChannelId | None:
        """The channel in which threads are made: the one that was chosen, else the vent room."""
        return parent_of(look, guild)

    @one_look
    def channels(self, look: Look, guild: GuildId) -> Channels:
        """Where things happen on this server, and its language."""
        return guilds.channels(look, guild)

    @one_unit
    def has_place(self, unit: Unit, number: int, thread: ChannelId, job: Job) -> None:
        """What the circle is is said there, and everybody is taken in; it shuts where the circle ended meanwhile."""
        rings.thread_is(unit, number, thread)
        ring = rings.one(unit.connection, number)
        unit.finish(job)
        if ring is None:
            unit.schedule(NewJob(kind=Work.SHUT, key=str(thread), guild=job.guild))
            return
        seats.nobody_is_placed(unit, number)
        unit.schedule(NewJob(kind=Work.CHARTER, key=str(thread), guild=ring.guild, payload=json.dumps(number)))
        changes.place_soon(unit, ring)

    @one_unit
    def could_not_open(self, unit: Unit, number: int, job: Job) -> None:
        """The right is missing: moderators see it on their board, and it is tried again."""
        rings.cannot(unit, number)
        unit.finish(job)
        unit.schedule(NewJob(kind=Work.OPEN, key=str(number), guild=job.guild, due=unit.now + TRY_AGAIN))

    @one_unit
    def place_is_gone(self, unit: Unit, thread: ChannelId) -> None:
        """Somebody deleted the thread: it opens anew, but the second time within a week only if a moderator says so."""
        ring = rings.at(unit.connection, thread)
        if ring is None:
            return
        again = ring.gone_ms and unit.now_ms - ring.gone_ms < OPENS_AGAIN // _MS
        rings.gone(unit, ring.id, waits=bool(again))
        seats.nobody_is_placed(unit, ring.id)
        unit.emit(CirclePlaceGone(ring.guild, thread))
        if not again:
            self._tools.open_place(unit, ring)

    @one_unit
    def place_sleeps(self, unit: Unit, thread: ChannelId) -> None:
        """The thread was archived: it is woken."""
        ring = rings.at(unit.connection, thread)
        if ring is not None:
            unit.schedule(NewJob(kind=Work.WAKE, key=str(thread), guild=ring.guild))

    @one_look
    def is_place(self, look: Look, thread: ChannelId) -> bool:
        """Whether a circle has its place there."""
        return rings.at(look, thread) is not None

    async def somebody_wrote(self, thread: ChannelId) -> None:
        """Notes that the circle lives; not who wrote, nor what."""
        if await self._is_news(thread):
            await self._wrote(thread)

    @one_look
    def _is_news(self, look: Look, thread: ChannelId) -> bool:
        ring = rings.at(look, thread)
        return ring is not None and to_ms(self.rows.wall.now()) - ring.last_ms > rings.HOUR_MS

    @one_unit
    def _wrote(self, unit: Unit, thread: ChannelId) -> None:
        rings.somebody_wrote(unit, thread)

    # --- people in their places ---------------------------------------------------------------------------------------

    @one_look
    def to_place(self, look: Look, number: int) -> list[Seat]:
        """Those who are not in the thread yet."""
        return [seat for seat in seats.in_circle(look, number) if not seat.placed]

    @one_unit
    def is_placed(self, unit: Unit, seat: Seat, thread: ChannelId) -> None:
        """They are in; whoever gave the seat up meanwhile is taken out again."""
        if not seats.placed(unit, seat):
            changes.take_out(unit, self._tools.keys, seat, thread)

    @one_unit
    def is_shut_out(self, unit: Unit, seat: Seat) -> None:
        """They do not see the channel above: they hear so once, moderators read how many; it is tried again daily."""
        ring = rings.one(unit.connection, seat.circle)
        if ring is not None and seats.shut(unit, seat):
            note = Note("circle-note-shut", {"name": ring.name}, (("circle-try", f"circle:try:{seat.guild}"),))
            self._tools.people.tell_self(unit, seat.guild, seat.member, note)

    @one_unit
    def try_again(self, unit: Unit, guild: GuildId, member: MemberId) -> Ring:
        """They say that they see the channel now. Raises Refusal: no seat."""
        seat = seats.of(unit.connection, guild, member)
        ring = rings.one(unit.connection, seat.circle) if seat is not None else None
        if ring is None:
            raise Refusal("circle-none")
        changes.place_soon(unit, ring)
        return ring

    @one_look
    def to_look_at(self, look: Look, number: int) -> list[Seat]:
        """Those of whom it was not looked for a week whether they are still there."""
        before = to_ms(self.rows.wall.now()) - LOOK_AGAIN_AFTER // _MS
        return [seat for seat in seats.in_circle(look, number) if seat.placed and seat.looked_ms < before]

    @one_unit
    def is_still_there(self, unit: Unit, seat: Seat) -> None:
        seats.looked(unit, seat)

    @one_unit
    def has_gone(self, unit: Unit, seat: Seat, *, is_here: bool) -> None:
        """They left the thread by themselves, or (not `is_here`) the server: the seat is free again."""
        version = changes.begun(unit, seat.guild)
        ring = changes.give_up(unit, self._tools.keys, seat, version)
        if ring is None:
            return
        if is_here:
            note = Note("circle-note-out", {"name": ring.name})
            self._tools.people.tell_self(unit, seat.guild, seat.member, note)
        self._tools.fill(unit, seat.circle, version)

    def to_take_out(self, job: Job) -> tuple[ChannelId, MemberId]:
        """Whom a job takes out of which thread. Raises keys.BoxBroken."""
        thread, member = json.loads(self._tools.keys.open(job.sealed or b"", f"circle-out|{job.key}"))
        return ChannelId(thread), MemberId(member)

    @one_look
    def sits_at(self, look: Look, guild: GuildId, member: MemberId, thread: ChannelId) -> bool:
        """Whether they have a seat in the circle of this thread (again)."""
        seat, ring = seats.of(look, guild, member), rings.at(look, thread)
        return seat is not None and ring is not None and seat.circle == ring.id

    # --- what is told -------------------------------------------------------------------------------------------------

    @one_look
    def round(self, look: Look, number: int) -> Round | None:
        """Whom the Monday round is for; None where too few want it."""
        ring = self._living(look, number)
        if ring is None or ring.thread is None:
            return None
        now_ms = to_ms(self.rows.wall.now())
        wanted = [
            seat.member
            for seat in seats.in_circle(look, number)
            if seat.about.monday and seat.placed and not people.choices(look, seat.guild, seat.member).is_silent(now_ms)
        ]
        return Round(ring, tuple(wanted)) if len(wanted) >= ROUND_FROM else None

    @one_unit
    def round_stands(self, unit: Unit, called: Round, message: MessageId, job: Job) -> None:
        """The one before goes: nobody's name stands there longer than needed."""
        unit.finish(job)
        if not self._stands(unit, called.ring, called.members, message, called.ring.round_message):
            unit.schedule(NewJob(kind=Work.ROUND, key=job.key, guild=job.guild))
            return
        rings.round_message_is(unit, called.ring.id, message)

    def _stands(
        self, unit: Unit, ring: Ring, named: Iterable[MemberId], message: MessageId, before: MessageId | None
    ) -> bool:
        """False: somebody whom it names went while it was sent, maybe to be forgotten, and it goes again."""
        changes.begun(unit, ring.guild)
        rings.held(unit, ring.id)
        here = {seat.member for seat in seats.in_circle(unit.connection, ring.id)}
        stands = here.issuperset(named)
        changes.clear(unit, ring, before if stands else message)
        return stands

    @one_look
    def shares(self, look: Look, number: int) -> tuple[Ring, list[Shared]] | None:
        """What is to be told in a circle; None where there is nothing, or no place."""
        ring = self._living(look, number)
        found = seats.shares(look, number, to_ms(self.rows.wall.now()))
        return (ring, found) if ring is not None and ring.thread is not None and found else None

    @one_unit
    def shares_stand(self, unit: Unit, ring: Ring, said: list[Shared], message: MessageId, job: Job) -> None:
        """Told; what came meanwhile is told tomorrow. The one before goes."""
        unit.finish(job)
        if not self._stands(unit, ring, [one.member for one in said], message, ring.shares_message):
            unit.schedule(NewJob(kind=Work.SHARES, key=job.key, guild=job.guild))
            return
        seats.shares_said(unit, ring.id, said)
        rings.shares_message_is(unit, ring.id, message)
        if seats.shares(unit.connection, ring.id, unit.now_ms):
            changes.share_later(unit, ring, since_ms=unit.now_ms)

    # --- upkeep -------------------------------------------------------------------------------------------------------

    def sweep(self, unit: Unit, _: Job) -> None:
        """The queue's `circles.sweep`: Monday rounds, the daily look at each circle, what has run out."""
        seats.expire_shares(unit)
        for number, guild in rings.all_after(unit.connection, 0, most=CHECKED_AT_MOST):
            if FEATURE not in guilds.features(unit.connection, guild):
                continue
            ring = rings.one(unit.connection, number)
            if ring is not None:
                self._call_round(unit, ring)
                # spread over the day, each at an hour of its own
                if unit.now.hour == ring.id % CHECK_EVERY_H:
                    unit.schedule(NewJob(kind=Work.CHECK, key=str(ring.id), guild=guild))
        self.plant_sweep(unit)

    def _call_round(self, unit: Unit, ring: Ring) -> None:
        week = round_due(ring.band, ring.round_week, unit.now)
        if week is not None and ring.thread is not None:
            rings.round_called(unit, ring.id, week)
            unit.schedule(NewJob(kind=Work.ROUND, key=f"{ring.id}/{week}", guild=ring.guild))

    def plant_sweep(self, unit: Unit) -> None:
        unit.schedule(NewJob(kind=Work.SWEEP, key="hourly", due=unit.now + SWEEP_EVERY))
