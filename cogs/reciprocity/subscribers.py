"""What the ledger does about what others said: each fact once, in the unit that takes it out of the queue."""

from bot.data import given
from bot.data.keys import Keys
from bot.data.unit import Unit
from bot.domain.events import GivenWithoutAName, SupportGiven, SupportHeldBack, SupportRemoved
from cogs.reciprocity.model.balance import PAIR_A_DAY, day_of, kind_of
from cogs.reciprocity.store import acts, people, sums


class LedgerSubscribers:
    """Hears who was there for whom. Nothing is kept of an act of which neither of the two keeps a balance."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def count_given(self, unit: Unit, fact: SupportGiven) -> None:
        """Both are named."""
        if people.keeps(unit.connection, fact.guild, [fact.giver, fact.receiver]):
            self._count(unit, fact, held=False)

    def count_held_back(self, unit: Unit, fact: SupportHeldBack) -> None:
        """It was not passed on, which only the giver's own figures may not show."""
        if people.keeps(unit.connection, fact.guild, [fact.giver]):
            self._count(unit, fact, held=True)

    def _count(self, unit: Unit, fact: SupportGiven | SupportHeldBack, *, held: bool) -> None:
        if fact.giver == fact.receiver:
            return
        day = day_of(fact.at_ms)
        giver = people.know(unit, self._keys, fact.guild, fact.giver, day)
        receiver = people.know(unit, self._keys, fact.guild, fact.receiver, day)
        people.hold(unit, giver)
        if acts.counted_today(unit.connection, giver, receiver, day) < PAIR_A_DAY:
            acts.add(unit, fact.guild, (giver, receiver), kind_of(fact.kind), day, held=held)

    def count_removed(self, unit: Unit, fact: SupportRemoved) -> None:
        """A post was taken away, and what it counted with it; or it is back."""
        giver, receiver = (
            people.number_of(unit.connection, self._keys, fact.guild, member)
            for member in (fact.giver, fact.receiver)
        )  # fmt: skip
        if giver is None or receiver is None:
            return
        people.hold(unit, giver)
        change = acts.remove if fact.removed else acts.bring_back
        change(unit, (giver, receiver), kind_of(fact.kind))

    def keep_unnamed(self, unit: Unit, fact: GivenWithoutAName) -> None:
        """Stays sealed until the week is over; of whoever keeps no balance nothing stays."""
        giver = given.opened(self._keys, fact.number, fact.sealed).giver
        if people.keeps(unit.connection, fact.guild, [giver]):
            sums.wait(unit, fact.guild, fact.number, fact.sealed)
