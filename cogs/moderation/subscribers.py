"""What moderation does about what others said: the board is looked at. Rows only."""

from datetime import timedelta

from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.clock import from_ms
from bot.domain.events import Fact, RoomsChosen, VentNamed
from cogs.moderation.model import BOARD_AFTER, BOARD_OLD, BOARD_OLD_AFTER, LOOKED_AT_EVERY, Work
from cogs.moderation.store import desk, named


def look_at_board(unit: Unit, fact: Fact) -> None:
    """Something more waits, or less: the board shows it soon; several changes are one edit (SPEC 7)."""
    stands = desk.board_of(unit.connection, fact.guild)
    is_old = stands is not None and unit.now_ms - stands.posted_ms > BOARD_OLD // timedelta(milliseconds=1)
    pause = BOARD_OLD_AFTER if is_old else BOARD_AFTER
    slot = pause // timedelta(milliseconds=1)
    desk.look(unit, fact.guild, from_ms((unit.now_ms // slot + 1) * slot))


def place_board(unit: Unit, fact: RoomsChosen) -> None:
    """Places were chosen: the board goes to the moderators'."""
    desk.look(unit, fact.guild, unit.now)
    due = unit.now + LOOKED_AT_EVERY
    unit.schedule(NewJob(kind=Work.WATCH, key=str(fact.guild), due=due, guild=fact.guild))


def let_go_of_post(unit: Unit, fact: VentNamed) -> None:
    """A post carries a name now: nothing ties it any more to what was done to its author while nobody knew them."""
    named.let_go(unit, fact.guild, fact.messages)
