"""What people type themselves in a vent's thread: that they were there counts, what they wrote is not looked at."""

from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.ids import MessageId, VentId
from cogs.venting.model.vent import Vent, Writer
from cogs.venting.service.answering import Answering
from cogs.venting.service.tools import Tools
from cogs.venting.store import answers, vents


class Talking:
    """Discord tells who wrote where. It does not tell who took something back: what was typed stays counted."""

    def __init__(self, tools: Tools, answering: Answering) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._answering = answering

    async def somebody_wrote(self, thread: MessageId, writer: Writer) -> None:
        """Counts whoever typed in the thread made from this card, once; nothing where it would be no support.

        Raises DatabaseAway.
        """
        vent = await self._counts_in(thread, writer)
        if vent is None:
            return
        try:
            await self._count(vent.id, writer)
        except Refusal:
            return  # gone meanwhile: there is nobody to answer

    @one_look
    def _counts_in(self, look: Look, thread: MessageId, writer: Writer) -> Vent | None:
        vent = vents.by_message(look, thread)
        return vent if vent is not None and self._is_support(look, vent, writer) else None

    def _is_support(self, look: Look, vent: Vent, writer: Writer) -> bool:
        """Nobody is there for themselves; and what no line may be, no typed word is."""
        refs = self._tools.refs(vent.guild, writer.member)
        if vent.is_by(writer.member, refs) or vent.hidden or vent.closed:
            return False
        return not answers.is_shut_out(look, vent.id, writer.member, refs) and not self._answering.has_written(
            look, vent.id, writer.member
        )

    @one_unit
    def _count(self, unit: Unit, number: VentId, writer: Writer) -> None:
        version = self._tools.changes(unit, number)
        vent = self._tools.another_s(unit.connection, number, writer.member)
        if self._is_support(unit.connection, vent, writer):
            self._answering.talked(unit, vent, writer, version)
