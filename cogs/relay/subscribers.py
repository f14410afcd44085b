"""What the relay does about what venting said. Rows only; what follows from them is decided at the next look."""

from bot.data import backlog
from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.events import VentClosed, VentEnded, VentNamed, VentPosted, VentSupported, WaitingChanged
from bot.domain.ids import GuildId, VentId
from bot.observe import metrics
from cogs.relay.model.waiting import Work
from cogs.relay.store import clocks, heard


def start_clock(unit: Unit, fact: VentPosted) -> None:
    """A vent is up: the wait begins. Not for one that is known to be gone by now."""
    if not clocks.is_over(unit, fact.vent) and heard.posted(unit, fact):
        _look_now(unit, fact.guild, fact.vent)


def count_support(unit: Unit, fact: VentSupported) -> None:
    """Somebody was there, or took it back: the last one taken back starts the wait anew."""
    known = clocks.counted(unit, fact.vent)
    if known is None and clocks.is_over(unit, fact.vent):
        return
    before, asks_moderator = known or (0, False)
    if not heard.supported(unit, fact):
        return
    if fact.total > before == 0:
        # all servers together, for the operator: whose post it was stands nowhere (SPEC 8)
        metrics.first_support_seconds.observe(clocks.age_ms(unit, fact.vent) / 1000)
    if fact.total > before:
        clocks.came(unit, fact.vent)
    if fact.total == 0 and before > 0:
        clocks.reopen(unit, fact.vent)
    if (fact.total == 0) != (before == 0) or (asks_moderator and fact.total > before):
        # only then moderators see anything else: who nobody came to, and who asked for one of them
        unit.emit(WaitingChanged(fact.guild))
    _look_now(unit, fact.guild, fact.vent)


def mark_closed(unit: Unit, fact: VentClosed) -> None:
    """Nobody is asked for a vent that takes no lines."""
    if not clocks.is_over(unit, fact.vent) and heard.closed(unit, fact):
        _look_now(unit, fact.guild, fact.vent)


def name_author(unit: Unit, fact: VentNamed) -> None:
    """Its author shows who they are: the clock knows them by id, and by no key any more."""
    if not clocks.is_over(unit, fact.vent):
        heard.named(unit, fact)


def end_clock(unit: Unit, fact: VentEnded) -> None:
    """It is gone, and with it who was asked."""
    clocks.over(unit, fact.vent)
    _look_now(unit, fact.guild, fact.vent)


def _look_now(unit: Unit, guild: GuildId, vent: VentId) -> None:
    if not unit.schedule(NewJob(kind=Work.LOOK, key=str(vent), guild=guild)):
        backlog.hurry(unit.connection, Work.LOOK, str(vent), unit.now)
