"""Steps inside somebody's unit."""

from collections.abc import Sequence

from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.ids import GuildId
from bot.domain.ports import Received
from cogs.reciprocity.model.balance import Unnamed, Work, next_friday
from cogs.reciprocity.store.sums import POST


def plan_friday(unit: Unit, guild: GuildId, number: int) -> None:
    """The word on the next Friday, once."""
    due = next_friday(unit.now)
    unit.schedule(NewJob(kind=Work.FRIDAY, key=str(number), due=due, guild=guild))


def added(received: Sequence[Received]) -> Unnamed:
    """All answers to the question in one."""
    kinds: dict[str, int] = {}
    for one in received:
        if one.acts and one.kind != POST:
            kinds[one.kind] = kinds.get(one.kind, 0) + one.acts
    return Unnamed(sum(one.people for one in received if one.kind == POST), kinds)
