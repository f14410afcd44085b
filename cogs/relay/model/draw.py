"""Who is asked: drawn at random, and the better rested somebody is, the likelier."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from bot.domain.groups import GroupRules
from bot.domain.ids import MemberId
from cogs.relay.model.hours import Listener

RESTED_AFTER = timedelta(days=7)
"""Whoever was not asked for so long is as rested as one can be; also how long it is remembered who was asked when."""
_RESTED_MS = RESTED_AFTER // timedelta(milliseconds=1)
_HOUR_MS = 3_600_000
LISTENERS_THAT_HIDE = 6
"""Below so many, whoever is not asked would be known as the author (SPEC 4.12)."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who could be asked: when they were asked last (0 for never), and how often in a day and in a week."""

    listener: Listener
    last_ms: int
    today: int
    week: int

    @property
    def member(self) -> MemberId:
        return self.listener.member

    @property
    def has_room(self) -> bool:
        """Whether their day's limit leaves room for one more."""
        return self.today < self.listener.most

    def weight(self, now_ms: int) -> float:
        """Grows with the time since they were last asked, shrinks with how often they were asked this week."""
        rested = min(max(now_ms - self.last_ms, _HOUR_MS), _RESTED_MS)
        return rested / (1 + self.week)


def may_be_left_out(rules: GroupRules, listening: int) -> bool:
    """Whether an anonymous author who listens can be left out without being given away by it."""
    return rules.listening_author_left_out or listening >= LISTENERS_THAT_HIDE


def drawn(
    candidates: Sequence[Candidate], many: int, *, now_ms: int, is_author: Callable[[MemberId], bool], random: Random
) -> list[Candidate]:
    """Up to `many` of them. A drawn author takes nobody's place, so help is never one short for it.

    Weighted, without putting back: the largest `u ** (1 / weight)` (Efraimidis and Spirakis 2006).
    """
    order = sorted(candidates, key=lambda one: random.random() ** (1 / one.weight(now_ms)), reverse=True)
    chosen: list[Candidate] = []
    others = 0
    for one in order:
        if others == many:
            break
        chosen.append(one)
        others += not is_author(one.member)
    return chosen
