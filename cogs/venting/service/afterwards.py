"""How people are when their post has ended: who is asked, what is counted, and what may be told of it."""

from collections.abc import Sequence

from bot.data import community, limits
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.ids import GuildId, MemberId, VentId
from bot.domain.ports import Afterwards
from cogs.venting.model.afterwards import ANSWERED_WITHIN, PROOF_BYTES, afterwards
from cogs.venting.model.vent import COUNTED_COLUMN, How, week_of
from cogs.venting.service.tools import Tools
from cogs.venting.store import rooms


class HowTheyWere:
    """Numbers only; who answered what stands nowhere. Answers `AfterwardFigures`."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_look
    def afterwards(self, look: Look, guild: GuildId, weeks: int) -> Afterwards | None:
        """Of the last `weeks` whole weeks; None where it would be of fewer than ten."""
        return afterwards(rooms.hows(look, guild), week_of(self.rows.wall.now()), weeks)

    @one_unit
    def how_is_it(
        self, unit: Unit, guild: GuildId, member: MemberId, how: How, asked: Sequence[str], *, press: int
    ) -> bool:
        """One more answer in the group's weekly count; nobody's name is with it.

        `asked` is what `Tools.asked_now` put into the button: only of whom was asked it counts, within a week, once for
        a post and one a day from each. False where that day's was counted already, for another post. Asked, not counted
        where the group is small. Raises Refusal: nothing that the bot ever put there.
        """
        if not unit.first_time(press) or not self._was_asked(unit, member, asked):
            return True
        if community.group(unit.connection, guild, unit.now).column < COUNTED_COLUMN:
            return True
        answered = self._tools.keys.refs("limit:how-post", int(asked[0]), member)
        if limits.use(unit, answered, most=1, within=ANSWERED_WITHIN) is not None:
            return True
        if limits.use(unit, self._tools.keys.refs("limit:how", guild, member), most=1) is not None:
            limits.forget(unit, answered)
            return False
        rooms.count_how(unit, guild, week_of(unit.now), how)
        return True

    def _was_asked(self, unit: Unit, member: MemberId, asked: Sequence[str]) -> bool:
        if len(asked) != PARTS_OF_ASKED:
            return False
        number, day, proof = VentId(int(asked[0])), int(asked[1]), asked[2]
        if not 0 <= self._tools.day(unit.now) - day < ANSWERED_WITHIN.days:
            return False
        refs = self._tools.keys.refs("how", number, member, day)
        return str(proof) in {ref[:PROOF_BYTES].hex() for ref in refs}


PARTS_OF_ASKED = 3
"""The post, the day, and the proof that this person was asked about it then."""
