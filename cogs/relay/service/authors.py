"""What an author does whose vent has waited for a day."""

import json
from datetime import timedelta

from bot.data.queue import NewJob
from bot.data.unit import Unit, one_unit
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId, MemberId, VentId
from cogs.relay.model.waiting import ASK_AFTER, ASK_MORE_AFTER, Clock, Work
from cogs.relay.service.tools import Tools
from cogs.relay.store import clocks


class Authors:
    """Only the author of a vent can do these; nobody else is told who that is."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_unit
    def show_again(self, unit: Unit, vent: VentId, guild: GuildId, member: MemberId) -> None:
        """*Show it once more*: lifted, and the wait begins anew. Raises Refusal: gone, another's, shown lately, off."""
        clock = self._own(unit, vent, guild, member)
        if not clock.worded:
            raise Refusal("relay-again-already")
        if clock.closed:
            raise Refusal("relay-again-closed")
        if not self._tools.is_on(unit.connection, guild):
            raise Refusal("relay-again-off")
        clocks.worded(unit, vent, said=False)
        # those who listen are asked now, and not after the usual wait
        waited = ASK_MORE_AFTER if clock.total else ASK_AFTER
        clocks.start(unit, vent, unit.now_ms - waited // timedelta(milliseconds=1))
        self._tools.lower(unit, clock)
        unit.schedule(NewJob(kind=Work.LIFT, key=str(vent), guild=guild, payload=json.dumps({"total": clock.total})))
        self._tools.look(unit, guild, vent, unit.now)

    @one_unit
    def ask_moderator(self, unit: Unit, vent: VentId, guild: GuildId, member: MemberId) -> None:
        """*Ask a moderator to answer*, once. Raises Refusal: not one's own, gone."""
        clock = self._own(unit, vent, guild, member)
        if clock.moderators_asked:
            return
        clocks.moderators_asked(unit, vent)
        self._tools.ask_moderators(unit, clock, "asked")

    def _own(self, unit: Unit, vent: VentId, guild: GuildId, member: MemberId) -> Clock:
        clock = clocks.held(unit, vent)
        if clock is None or clock.guild != guild or clocks.is_over(unit, vent):
            raise Refusal("relay-over")
        if not self._tools.is_by(clock, member):
            raise Refusal("relay-not-yours")
        return clock
