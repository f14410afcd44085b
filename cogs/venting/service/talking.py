"""What people type themselves in a vent's thread: that they were there counts, what they wrote is not looked at."""

from collections import deque
from collections.abc import Sequence

from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.ids import MessageId, VentId
from cogs.venting.model.vent import Vent, Writer
from cogs.venting.service.answering import Answering
from cogs.venting.service.tools import Tools
from cogs.venting.store import answers, talking, vents

KNOWN_AT_MOST = 20
"""So many messages of one person in one thread are known: who deletes these, and no others, counts as gone."""
GONE_REMEMBERED = 1_000
"""A message can be deleted before it was counted; so many of the last are held against that, in memory."""


class Talking:
    """Discord tells who wrote where, and of what is deleted only its number: so that number is kept."""

    def __init__(self, tools: Tools, answering: Answering) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._answering = answering
        self._gone: deque[MessageId] = deque(maxlen=GONE_REMEMBERED)

    async def somebody_wrote(self, thread: MessageId, message: MessageId, writer: Writer) -> None:
        """Counts whoever typed in the thread made from this card, once; nothing where it would be no support.

        Raises DatabaseAway.
        """
        vent = await self._counts_in(thread, writer)
        if vent is None:
            return
        try:
            await self._count(vent.id, message, writer)
        except Refusal:
            return  # gone meanwhile: there is nobody to answer
        if message in self._gone:
            await self.are_gone(vent.id, [message])

    @one_look
    def _counts_in(self, look: Look, thread: MessageId, writer: Writer) -> Vent | None:
        vent = vents.by_message(look, thread)
        return vent if vent is not None and self._is_support(look, vent, writer) else None

    def _is_support(self, look: Look, vent: Vent, writer: Writer) -> bool:
        """Nobody is there for themselves; and what no line may be, no typed word is.

        Of whoever counts by what they typed some further messages are known, too; of others none.
        """
        refs = self._tools.refs(vent.guild, writer.member)
        if vent.is_by(writer.member, refs) or vent.hidden or vent.closed:
            return False
        if answers.is_shut_out(look, vent.id, writer.member, refs):
            return False
        known = talking.how_many(look, vent.id, writer.member)
        return known < KNOWN_AT_MOST if known else not self._answering.has_written(look, vent.id, writer.member)

    @one_unit
    def _count(self, unit: Unit, number: VentId, message: MessageId, writer: Writer) -> None:
        vents.held_version(unit, number)
        vent = self._tools.another_s(unit.connection, number, writer.member)
        if not self._is_support(unit.connection, vent, writer):
            return
        is_first = talking.how_many(unit.connection, number, writer.member) == 0
        talking.note(unit, number, writer.member, message)
        if is_first:
            self._answering.talked(unit, vent, writer, self._tools.changes(unit, number))

    def remember_gone(self, messages: Sequence[MessageId]) -> None:
        """These were deleted, whatever they were."""
        self._gone.extend(messages)

    @one_unit
    def are_gone(self, unit: Unit, number: VentId, messages: Sequence[MessageId]) -> None:
        """Of whom nothing typed is left there, counts no more. Raises DatabaseAway."""
        vents.held_version(unit, number)
        writers = talking.gone(unit, number, messages)
        vent = vents.by_id(unit.connection, number)
        for member in writers if vent is not None else ():
            if vent is not None and talking.how_many(unit.connection, number, member) == 0:
                self._answering.unsaid(unit, vent, member)
