"""What was deleted on Discord by hand: the vent is over, and its author hears of it once."""

import json
from collections.abc import Sequence
from datetime import datetime

from bot.data.inbox import Note
from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.events import SupportRemoved
from bot.domain.ids import ChannelId, MessageId, VentId
from cogs.venting.model.line import Kind
from cogs.venting.model.vent import Card, Vent
from cogs.venting.model.work import LOOK_OVER_AFTER, LOOK_OVER_EVERY, LOOKED_OVER, Work
from cogs.venting.service.talking import Talking
from cogs.venting.service.tools import Tools
from cogs.venting.store import answers, ending, talking, vents

AT_A_TIME = 50


class Losing:
    """What the bot deletes itself has no rows any more by then, so that all that is found here was not its doing."""

    def __init__(self, tools: Tools, talk: Talking) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._talk = talk

    async def messages_gone(self, messages: Sequence[MessageId]) -> None:
        """These messages are gone; hardly any is a card, or was typed in a vent's thread. Raises DatabaseAway."""
        self._talk.remember_gone(messages)
        cards, threads = await self._at(messages)
        for number in cards:
            await self._is_gone(number)
        for number in threads:
            await self._talk.are_gone(number, messages)

    @one_look
    def standing(self, look: Look, after: VentId) -> list[Card]:
        """Some of the cards that are up, for whoever looks whether they still are; all have had their turn at the end.

        `after` is the last of those before, 0 in the beginning.
        """
        return vents.standing(look, after, most=LOOKED_OVER)

    @one_unit
    def were_looked_over(self, unit: Unit, cards: Sequence[Card], job: Job) -> None:
        """The next ones follow soon; after the last nothing does."""
        unit.finish(job)
        if len(cards) == LOOKED_OVER:
            self._plan(unit, cards[-1].vent, unit.now + LOOK_OVER_EVERY)

    def plant(self, unit: Unit) -> None:
        """At a start: what happened on Discord before is heard by nobody any more."""
        self._plan(unit, VentId(0), unit.now + LOOK_OVER_AFTER)

    def _plan(self, unit: Unit, after: VentId, due: datetime) -> None:
        payload = json.dumps({"after": after})
        unit.schedule(NewJob(kind=Work.LOOK_OVER, key="start", due=due, payload=payload))

    async def room_gone(self, room: ChannelId) -> None:
        """A whole room is gone; what was not up there yet is told of when it cannot go up. Raises DatabaseAway."""
        while found := await self._in(room):
            for number in found:
                await self._is_gone(number)

    @one_look
    def _at(self, look: Look, messages: Sequence[MessageId]) -> tuple[list[VentId], list[VentId]]:
        """(the vents whose cards these are, those in whose threads they were typed)"""
        return vents.at_messages(look, messages), talking.under(look, messages)

    @one_look
    def _in(self, look: Look, room: ChannelId) -> list[VentId]:
        return vents.up_in(look, room, most=AT_A_TIME)

    @one_unit
    def _is_gone(self, unit: Unit, number: VentId) -> None:
        # card and thread may go at the same time: whoever comes second waits here, and finds nothing
        held = vents.held_version(unit, number)
        vent = vents.by_id(unit.connection, number) if held is not None else None
        if vent is None:
            return
        self._counts_no_more(unit, vent)
        ending.end(unit, vent)
        note = Note("note-deleted", {"name": vent.alias or "", "named": int(vent.alias is None)})
        if vent.author is not None:
            self._tools.people.tell_self(unit, vent.guild, vent.author, note)
        elif vent.author_ref is not None:
            self._tools.inbox.put(unit, vent.guild, vent.author_ref, note)

    def _counts_no_more(self, unit: Unit, vent: Vent) -> None:
        """What was taken away does not count between two who are both named (SPEC 4.7); a hidden one's did not."""
        if vent.author is None or vent.hidden:
            return
        signed = [line.writer for line in answers.signed_lines(unit.connection, vent.id)]
        for writer in (*signed, *talking.writers(unit.connection, vent.id)):
            if writer is not None:
                unit.emit(SupportRemoved(vent.guild, writer, vent.author, Kind.LINE, removed=True))
