"""What was deleted on Discord by hand: nobody is named by it any more, and it does not count (SPEC 4.7)."""

from collections.abc import Sequence

from bot.data.unit import Look, Rows, Unit, one_look, one_unit
from bot.domain.events import SupportRemoved
from bot.domain.ids import ChannelId, GuildId, MessageId
from cogs.cheering import store
from cogs.cheering.model import KindWord

AT_A_TIME = 50


class Losing:
    """What the bot deletes itself has no rows any more by then, so that all that is found here was not its doing."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    async def messages_gone(self, messages: Sequence[MessageId]) -> None:
        """These messages are gone; hardly any is a kind word. Raises DatabaseAway."""
        found = await self._at(messages)
        if found:
            await self._are_gone(found)

    async def place_gone(self, guild: GuildId, place: ChannelId) -> None:
        """A whole channel or thread is gone. Raises DatabaseAway."""
        while found := await self._in(guild, place):
            await self._are_gone(found)

    @one_look
    def _at(self, look: Look, messages: Sequence[MessageId]) -> list[KindWord]:
        return store.words_at(look, messages)

    @one_look
    def _in(self, look: Look, guild: GuildId, place: ChannelId) -> list[KindWord]:
        return store.words_in(look, guild, place, most=AT_A_TIME)

    @one_unit
    def _are_gone(self, unit: Unit, words: Sequence[KindWord]) -> None:
        for word in words:
            if store.unsay(unit, word.id):
                unit.emit(SupportRemoved(word.guild, word.giver, word.receiver, word.kind, removed=True))
