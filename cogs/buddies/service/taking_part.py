"""Taking part: in, out, avoiding somebody, saying whether one talked."""

from bot.data.inbox import Note
from bot.data.queue import Job
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId, MemberId
from cogs.buddies.model.weeks import (
    ASKS,
    AVOID_AT_MOST,
    GONE,
    HAVE,
    OF_TAKING_PART,
    QUIET,
    TALKED,
    Group,
    PairId,
    box_row,
    pairs_now,
)  # fmt: skip
from cogs.buddies.service.tools import Tools
from cogs.buddies.store import asks, avoiding, people, rounds


class TakingPart:
    """What one person does for themselves."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_unit
    def join(self, unit: Unit, guild: GuildId, member: MemberId) -> Group | None:
        """Takes part from now on; gives the buddy of this week where somebody else was waiting too."""
        people.join(unit, guild, member)
        self._tools.inbox.over(unit, guild, (QUIET,), to=member)
        self._tools.begin(unit, guild)
        rounds.turn(unit, guild)
        return self._meet_who_waits(unit, guild, member, reads=member)

    def _meet_who_waits(
        self, unit: Unit, guild: GuildId, member: MemberId, *, reads: MemberId | None = None
    ) -> Group | None:
        current = rounds.current(unit.connection, guild, member)
        if current is not None or not pairs_now(unit.now):
            return current
        waiting = self._tools.waiting(unit.connection, guild, unit.now_ms)
        if len(waiting) > 1:
            number = rounds.round_of(unit.connection, guild) or rounds.begin_round(unit, guild)
            self._tools.bring_together(unit, guild, number=number, waiting=waiting, reads=reads)
        return rounds.current(unit.connection, guild, member)

    @one_unit
    def leave(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        """Takes part no more; whoever was their buddy this week hears that, and perhaps meets somebody else.

        Nor does a yes to what they asked bring them back. Raises Refusal where they did not take part.
        """
        rounds.turn(unit, guild)
        if not people.leave(unit, guild, member):
            raise Refusal("buddy-not-in")
        asks.take_back(unit, guild, member)
        self._tools.inbox.over(unit, guild, (ASKS,), about=member)
        self._tools.inbox.over(unit, guild, OF_TAKING_PART, to=member)
        group = rounds.current(unit.connection, guild, member)
        rounds.leave_seats(unit, guild, member)
        if group is not None:
            self._free(unit, group.id)

    def left_alone(self, unit: Unit, job: Job) -> None:
        """Their buddy was forgotten, or left the server; all that the row still says is who is left."""
        number = PairId(int(job.key))
        if job.guild is None or people.is_on(unit.connection, job.guild):
            self._free(unit, number)
        else:
            rounds.end(unit, number)

    def _free(self, unit: Unit, number: PairId) -> None:
        """Whoever is alone in a group now hears that, and perhaps meets somebody else. Two of three go on."""
        group = rounds.group(unit.connection, number)
        if group is not None:
            rounds.turn(unit, group.guild)
            group = rounds.group(unit.connection, number)
        if group is None or len(group.members) > 1:
            return
        rounds.end(unit, number)
        for other in group.members:
            self._tools.inbox.over(unit, group.guild, (HAVE,), to=other)
            self._tools.people.tell_self(unit, group.guild, other, Note(GONE, {}))
            self._meet_who_waits(unit, group.guild, other)

    @one_unit
    def avoid(self, unit: Unit, guild: GuildId, member: MemberId, other: MemberId) -> bool:
        """Never with this person; a second time it is fine again (False). Nobody is told. Raises Refusal: oneself."""
        if member == other:
            raise Refusal("buddy-avoid-self")
        rounds.turn(unit, guild)
        refs = self._tools.refs(guild, other)
        if avoiding.meet_again(unit, guild, member, refs):
            return False
        if avoiding.how_many_avoided(unit.connection, guild, member) >= AVOID_AT_MOST:
            raise Refusal("buddy-avoid-full", most=AVOID_AT_MOST)
        box = self._tools.keys.seal(str(other), box_row(guild, member))
        avoiding.avoid(unit, guild, member, refs[0], box)
        group = rounds.current(unit.connection, guild, member)
        if group is not None and other in group.members:
            rounds.leave_seat(unit, group.id, member)
            self._tools.inbox.over(unit, guild, (HAVE,), to=member)
            self._free(unit, group.id)
        return True

    @one_unit
    def met(self, unit: Unit, guild: GuildId, member: MemberId, *, talked: bool) -> bool:
        """`/buddy met`: about this week's buddy (True), or last week's. Raises Refusal where there was none."""
        number = rounds.round_of(unit.connection, guild) or 0
        found = rounds.groups_since(unit.connection, guild, number - 1)
        mine = [group for group in found if member in group.members]
        if not mine:
            raise Refusal("buddy-nobody")
        return self._say(unit, mine[-1], member, talked=talked)

    @one_unit
    def met_in(self, unit: Unit, number: PairId, member: MemberId, *, talked: bool) -> bool:
        """The same by a button, which names the two. Raises Refusal where that is gone or not theirs."""
        group = rounds.group(unit.connection, number)
        if group is None or member not in group.members:
            raise Refusal("buddy-over")
        return self._say(unit, group, member, talked=talked)

    def _say(self, unit: Unit, group: Group, member: MemberId, *, talked: bool) -> bool:
        rounds.talked(unit, group.id, member, said=talked)
        people.heard(unit, group.guild, member)
        self._tools.inbox.over(unit, group.guild, (TALKED, QUIET), to=member)
        return group.round == rounds.round_of(unit.connection, group.guild)

    @one_unit
    def stays(self, unit: Unit, guild: GuildId, member: MemberId) -> Group | None:
        """It still suits them. Raises Refusal where they do not take part any more."""
        rounds.turn(unit, guild)
        if not people.is_in(unit.connection, guild, member):
            raise Refusal("buddy-not-in")
        people.heard(unit, guild, member)
        self._tools.inbox.over(unit, guild, (QUIET,), to=member)
        return self._meet_who_waits(unit, guild, member, reads=member)

    @one_look
    def group_of(self, look: Look, guild: GuildId, member: MemberId) -> Group | None:
        """Their buddy of this week, None where there is none."""
        return rounds.current(look, guild, member)
