"""What venting does about what others said. Rows only; what Discord must see follows by the queue."""

import json

from bot.data import backlog, people
from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.clock import to_ms
from bot.domain.events import (
    AuthorMuted,
    BrakeMoved,
    CareWaits,
    CircleLeft,
    CirclePlaceGone,
    Fact,
    PostHidden,
    PostShown,
    RoomsChosen,
    SupportRemoved,
    ThreadLocked,
    VentClosed,
    VentUnanswered,
    WaitingChanged,
)
from bot.domain.ids import MemberId, MessageId, VentId
from cogs.venting.model.line import Kind
from cogs.venting.model.vent import HIDDEN_KEPT, Vent
from cogs.venting.model.work import Work
from cogs.venting.store import answers, ending, gate, held, moderated, rooms, talking, vents


def place_panels(unit: Unit, fact: RoomsChosen) -> None:
    """Rooms were chosen, or what is on changed: the way in goes there, and from where it does not belong."""
    gate.begins(unit, fact.guild)
    for room in dict.fromkeys((*fact.vent_rooms, *rooms.rooms_with_panel(unit.connection, fact.guild))):
        if not unit.schedule(NewJob(kind=Work.PANEL, key=str(room), guild=fact.guild)):
            # its walk is planned already, for up to a minute from now
            backlog.hurry(unit.connection, Work.PANEL, str(room), unit.now)
    if fact.vent_rooms:
        # the first form says truly how many can read, and a room that few can see holds to the stricter rules at once
        rooms.count_readers(unit, fact.guild, unit.now)


def open_queue(unit: Unit, fact: BrakeMoved) -> None:
    """What waits for the brake's end waits for another moment."""
    gate.open_when_off(unit, fact.guild)


def drop_what_waits(unit: Unit, fact: AuthorMuted) -> None:
    """Nothing of theirs goes up any more; the mute's own note tells them why."""
    for one in held.of_ref(unit.connection, fact.guild, fact.author_ref):
        ending.give_up(unit, one)
    unit.emit(WaitingChanged(fact.guild))


def hide_post(unit: Unit, fact: PostHidden) -> None:
    """A card or a line goes out of sight; its words are sealed before."""
    if _is_news(unit, fact.message, fact.version):
        _mark(unit, fact.message, hidden=True)
        _plan(unit, Work.HIDE_POST, fact, fact.message)


def show_post(unit: Unit, fact: PostShown) -> None:
    """It is to be seen again."""
    if _is_news(unit, fact.message, fact.version):
        _mark(unit, fact.message, hidden=False)
        _plan(unit, Work.SHOW_POST, fact, fact.message)


def lock_thread(unit: Unit, fact: ThreadLocked) -> None:
    """Nobody writes there any more, or everybody again."""
    vent = vents.by_message(unit.connection, fact.message)
    if vent is None or not _is_news(unit, fact.message, fact.version):
        return
    vents.close(unit, vent.id, shut=fact.locked)
    _closed(unit, vent, closed=fact.locked)
    unit.schedule(NewJob(kind=Work.LOCK, guild=fact.guild, payload=json.dumps({"vent": vent.id})))


def leave_circle(unit: Unit, fact: CircleLeft) -> None:
    """Whoever gave up their seat cannot see any more what they let out there: it goes with them."""
    if fact.thread is not None:
        for vent in vents.in_circle(unit.connection, fact.thread):
            if vent.author == fact.member:
                ending.end(unit, vent)


def lose_place(unit: Unit, fact: CirclePlaceGone) -> None:
    """A circle's place was deleted, and the cards in it."""
    for vent in vents.in_circle(unit.connection, fact.thread):
        ending.end(unit, vent)


def tell_of_care(unit: Unit, fact: CareWaits) -> None:
    """A moderator wrote to the author: whoever wants to be told of answers hears that something waits."""
    vent = vents.by_id(unit.connection, fact.vent)
    if vent is not None and vent.tells:
        payload = json.dumps({"vent": fact.vent, "kind": "care"})
        unit.schedule(NewJob(kind=Work.TELL, guild=fact.guild, payload=payload))


def tell_of_silence(unit: Unit, fact: VentUnanswered) -> None:
    """A day without enough: whoever wants to be told hears that something waits, and what they could do.

    Whoever is known and has direct messages on has read it there.
    """
    vent = vents.by_id(unit.connection, fact.vent)
    if vent is None or not vent.tells:
        return
    way = people.reach(unit.connection, vent.guild, vent.author, unit.now_ms) if vent.author is not None else None
    if not isinstance(way, people.Dm):
        payload = json.dumps({"vent": fact.vent, "kind": "unanswered"})
        unit.schedule(NewJob(kind=Work.TELL, guild=fact.guild, payload=payload))


def _is_news(unit: Unit, message: MessageId, version: int) -> bool:
    vent = vents.by_message(unit.connection, message)
    line = answers.line_at(unit.connection, message) if vent is None else None
    under = vent.id if vent is not None else line.vent if line is not None else None
    if under is None:
        return False
    return moderated.see(unit, message, VentId(under), version, to_ms(unit.now + HIDDEN_KEPT))


def _mark(unit: Unit, message: MessageId, *, hidden: bool) -> None:
    vent = vents.by_message(unit.connection, message)
    line = answers.line_at(unit.connection, message)
    if vent is not None:
        if vents.hide(unit, vent.id, hidden=hidden):
            for signed in answers.signed_lines(unit.connection, vent.id):
                _counts(unit, vent, signed.writer, removed=hidden)
            for writer in talking.writers(unit.connection, vent.id):
                _counts(unit, vent, writer, removed=hidden)
        _closed(unit, vent, closed=hidden or vent.closed)
    elif line is not None:
        under = vents.by_id(unit.connection, line.vent)
        if answers.hide_line(unit, line.id, hidden=hidden) and under is not None and not under.hidden:
            _counts(unit, under, line.writer if line.kind is Kind.LINE else None, removed=hidden)


def _closed(unit: Unit, vent: Vent, *, closed: bool) -> None:
    version = vents.bump(unit, vent.id)
    if version is not None:
        unit.emit(VentClosed(vent.guild, vent.id, closed=closed, version=version))


def _counts(unit: Unit, vent: Vent, writer: MemberId | None, *, removed: bool) -> None:
    """What moderators take out of sight does not count between two who are both named, or does again."""
    if vent.author is not None and writer is not None:
        unit.emit(SupportRemoved(vent.guild, writer, vent.author, Kind.LINE, removed))


def _plan(unit: Unit, kind: Work, fact: Fact, message: MessageId) -> None:
    unit.schedule(NewJob(kind=kind, guild=fact.guild, payload=json.dumps({"message": message})))
