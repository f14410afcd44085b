"""What all of this feature's services need, and the one way in which people become buddies."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.data.doors import Door, Doors
from bot.data.inbox import Inbox, Note
from bot.data.keys import Keys
from bot.data.people import People
from bot.data.queue import NewJob
from bot.data.unit import Look, Rows, Unit
from bot.domain.ids import GuildId, MemberId, Ref
from cogs.buddies.model.pairing import Round, groups, pairs_of
from cogs.buddies.model.weeks import (
    ALONE,
    AVOID,
    HAVE,
    ROUNDS_APART,
    SAID_YES,
    TALKED_AFTER,
    Group,
    Pair,
    Work,
    next_round,
    takes_part_now,
)  # fmt: skip
from cogs.buddies.store import asks, avoiding, people, rounds

_LEAST_WEEK = timedelta(days=1)


@dataclass(frozen=True)
class Tools:
    """Rows, keys, people, doors and what waits for people."""

    rows: Rows
    keys: Keys
    people: People
    doors: Doors
    inbox: Inbox
    chance: random.Random = field(default_factory=random.SystemRandom)

    def begin(self, unit: Unit, guild: GuildId) -> None:
        """From the first who takes part on there is a round every week."""
        unit.schedule(NewJob(kind=Work.ROUND, key=str(guild), due=next_round(unit.now), guild=guild))

    def bring_together(
        self, unit: Unit, guild: GuildId, *, number: int, waiting: Sequence[MemberId], reads: MemberId | None = None
    ) -> list[MemberId]:
        """Makes buddies of these in a round and tells them; gives who is left over.

        `reads` is who pressed just now and reads it in the answer: they get no note besides.
        """
        look = unit.connection
        wishes = asks.wished(look, guild)
        wished = [frozenset((MemberId(row.asker_id), MemberId(row.asked_id))) for row in wishes]
        before, barred = self._before(look, guild, number), self._barred(look, guild, waiting)
        made, alone = groups(waiting, before, barred, wished, self.chance)
        together = pairs_of(made)
        for row, pair in zip(wishes, wished, strict=True):
            if pair in together:
                asks.drop_ask(unit, row.id)
        for members in made:
            self._are_buddies(unit, rounds.add_group(unit, guild, number, members), reads)
        return alone

    def _are_buddies(self, unit: Unit, group: Group, reads: MemberId | None) -> None:
        for member in group.members:
            # whoever was alone until now is so no more
            self.inbox.over(unit, group.guild, (HAVE, ALONE), to=member)
            for other in group.others(member):
                # what was said for the next round is so now
                self.inbox.over(unit, group.guild, (SAID_YES,), to=member, about=other)
            if member == reads:
                continue
            others = group.others(member)
            args: dict[str, str | int] = {"who": named(others), "many": len(others)}
            about = others[0] if len(others) == 1 else None
            self.people.tell_self(unit, group.guild, member, Note(HAVE, args, about=about))
        due = min(unit.now + TALKED_AFTER, next_round(unit.now) - _LEAST_WEEK)
        if due > unit.now:
            unit.schedule(NewJob(kind=Work.TALKED, key=str(group.id), due=due, guild=group.guild))

    def waiting(self, look: Look, guild: GuildId, now_ms: int) -> list[MemberId]:
        """Who takes part and has nobody in the round that runs."""
        number = rounds.round_of(look, guild) or 0
        taken = {member for group in rounds.groups_since(look, guild, number) for member in group.members if number}
        return [
            MemberId(row.member_id)
            for row in people.everybody(look, guild)
            if MemberId(row.member_id) not in taken and takes_part_now(row.asked, row.paused_until_ms, now_ms)
        ]

    def may_meet(self, look: Look, guild: GuildId, one: MemberId, other: MemberId) -> bool:
        """False where one of the two avoids the other, here or everywhere, or shut the door to all."""
        doors = self.doors
        if doors.between(look, guild, one, other) is not Door.OPEN:
            return False
        return not self._barred(look, guild, (one, other))

    def refs(self, guild: GuildId, member: MemberId) -> list[Ref]:
        """By which this person is avoided."""
        return self.keys.refs(AVOID, guild, member)

    def _barred(self, look: Look, guild: GuildId, people: Iterable[MemberId]) -> set[Pair]:
        everybody = frozenset(people)
        by_ref = {ref: member for member in everybody for ref in self.refs(guild, member)}
        strangers = {
            frozenset((member, other))
            for member in everybody
            for other in self.doors.strangers(look, guild, member)
            if other in everybody
        }
        return strangers | avoiding.barred(look, guild, by_ref)

    def _before(self, look: Look, guild: GuildId, number: int) -> list[Round]:
        """The rounds before this one, the last first."""
        found = rounds.groups_since(look, guild, number - ROUNDS_APART)
        return [[group.members for group in found if group.round == number - age] for age in range(1, ROUNDS_APART + 1)]


def named(members: Sequence[MemberId]) -> str:
    """One mention, or two."""
    return " & ".join(f"<@{member}>" for member in members)
