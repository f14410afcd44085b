"""What goes with a vent when it ends, and what stays for a week after it."""

import json

from bot.data import backlog, drafts
from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.clock import to_ms
from bot.domain.events import VentEnded
from bot.domain.ids import ChannelId, GuildId, MessageId
from cogs.venting.model.gate import Held
from cogs.venting.model.line import LineOn
from cogs.venting.model.vent import PAST_KEPT, Vent
from cogs.venting.model.work import Work
from cogs.venting.store import answers, vents


def end(unit: Unit, vent: Vent) -> None:
    """Rows go at once, card and thread by the queue; (message, ref) of what had no name stays (SPEC 4.2)."""
    if vent.author_ref is not None and vent.message is not None:
        until_ms = to_ms(unit.now + PAST_KEPT)
        vents.remember_past(unit, vent.guild, vent.room, vent.message, vent.author_ref, until_ms)
    for line in answers.unsigned_lines(unit.connection, vent.id):
        remember_line(unit, vent, line)
    if vent.in_circle:
        _take_lines_away(unit, vent)
    vents.remove(unit, vent.id)
    drafts.drop(unit, vent.id)
    # its words, sealed, where it has not gone up yet
    backlog.drop_waiting(unit.connection, Work.PUBLISH, str(vent.id))
    where = json.dumps({"room": vent.room, "message": vent.message, "thread": vent.own_thread})
    unit.schedule(NewJob(kind=Work.REMOVE, key=str(vent.id), guild=vent.guild, payload=where))
    unit.emit(VentEnded(vent.guild, vent.id))


def take_back(unit: Unit, vent: Vent, thread: ChannelId | None) -> None:
    """It was ended while it went up, when the rows knew no card or no thread yet: what stands by now goes too."""
    own = None if vent.in_circle else thread
    where = json.dumps({"room": vent.room, "message": vent.message, "thread": own})
    unit.schedule(NewJob(kind=Work.REMOVE, guild=vent.guild, payload=where))


def take_line_back(unit: Unit, guild: GuildId, thread: ChannelId, message: MessageId) -> None:
    """The same for a line."""
    where = json.dumps({"thread": thread, "message": message})
    unit.schedule(NewJob(kind=Work.HIDE_LINE, guild=guild, payload=where))


def _take_lines_away(unit: Unit, vent: Vent) -> None:
    """Where the thread stays, what was written to this vent through the bot goes one by one."""
    for line in answers.all_lines(unit.connection, vent.id):
        where = json.dumps({"thread": vent.thread, "message": line.message})
        unit.schedule(NewJob(kind=Work.HIDE_LINE, key=str(line.id), guild=vent.guild, payload=where))


def give_up(unit: Unit, one: Held) -> None:
    """What was not up yet does not go up any more."""
    vent = vents.by_id(unit.connection, one.vent)
    if one.line is not None:
        answers.drop_line(unit, one.line)
    elif vent is not None:
        end(unit, vent)


def remember_line(unit: Unit, vent: Vent, line: LineOn) -> None:
    """An insult is no less one for being gone: its (message, ref) stays for mutes and reports."""
    if line.writer_ref is not None and line.message is not None and vent.thread is not None:
        until_ms = to_ms(unit.now + PAST_KEPT)
        vents.remember_past(unit, vent.guild, vent.thread, line.message, line.writer_ref, until_ms)
