"""What moderators do: they answer somebody whom they do not know."""

from collections.abc import Sequence

from bot.data import guilds, modlog
from bot.data.modlog import Done
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.events import WaitingChanged
from bot.domain.ids import GuildId, MemberId, RoleId
from bot.domain.ports import BoardItem
from cogs.care import store
from cogs.care.model import News, Talk
from cogs.care.service.tools import Tools, screened

BOARD_AT_MOST = 4
"""One more than the board shows: then it says that there is more."""


class Answering:
    """For moderators; whether somebody is one was asked before."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_look
    def server_of(self, look: Look, number: int) -> tuple[GuildId, frozenset[RoleId]]:
        """Whose talk it is, and the roles that server named to moderate. Raises Refusal: nobody knows."""
        talk = store.talk(look, number)
        if talk is None:
            raise Refusal("only-in-server")
        return talk.guild, guilds.moderator_roles(look, talk.guild)

    @one_unit
    def answer(self, unit: Unit, number: int, guild: GuildId, moderator: MemberId, words: str, *, press: int) -> None:
        """Passes an answer on. Raises Refusal: gone, over, empty, too long, there already."""
        talk = _talk(unit, number, guild)
        said = screened(words)
        if not talk.is_open:
            raise Refusal("care-over")
        if not unit.first_time(press):
            raise Refusal("care-already-there")
        self._tools.say(unit, talk, said, by_moderator=True)
        modlog.note(unit, Done(guild, moderator, "care-answer"))

    @one_unit
    def close(self, unit: Unit, number: int, guild: GuildId, moderator: MemberId) -> bool:
        """Ends a talk; False if it was over. Raises Refusal: gone."""
        talk = _talk(unit, number, guild)
        if not store.close(unit, talk.id):
            return False
        self._tools.tell(unit, talk, News.CLOSED, about=talk.id)
        modlog.note(unit, Done(guild, moderator, "care-close"))
        unit.emit(WaitingChanged(guild))
        return True

    async def board(self, guild: GuildId) -> Sequence[BoardItem]:
        """Whose last words nobody has answered yet (`bot.domain.ports.OnBoard`)."""
        waiting = await self.rows.read(lambda look: store.unanswered(look, guild, most=BOARD_AT_MOST))
        return [
            BoardItem(
                "care-on-board-again" if again else "care-on-board", {"since": f"<t:{since // 1000}:R>"}, since,
                "care-answer", f"care:answer:{talk}",
            )
            for talk, since, again in waiting
        ]  # fmt: skip


def _talk(unit: Unit, number: int, guild: GuildId) -> Talk:
    talk = store.talk(unit.connection, number)
    if talk is None or talk.guild != guild:
        raise Refusal("care-gone")
    return talk
