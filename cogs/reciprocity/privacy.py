"""What the ledger keeps about a person: their own figures, and their number in the figures of others."""

from collections.abc import Sequence
from typing import Any

from bot.data.persons import Copy, Person, PersonRows
from bot.data.retention import Retention
from bot.data.unit import Look
from cogs.reciprocity.model.balance import Side, date_of
from cogs.reciprocity.store import acts, own, people, sums
from cogs.reciprocity.store.tables import ledger_act, ledger_month, ledger_person, ledger_waiting, ledger_week


def _number(look: Look, who: Person) -> int | None:
    return people.number_of(look, who.keys, who.guild, who.member)


def _count(look: Look, who: Person) -> int:
    number = _number(look, who)
    if number is None:
        return 0
    kept = int(people.keeper(look, who.guild, who.member) is not None)
    waiting = own.waiting_of(look, who.keys, who.guild, who.member)
    summed = len(sums.weeks(look, number)) + len(sums.months(look, number))
    return max(kept + acts.how_many(look, number) + summed + len(waiting), 1)


def _copy(look: Look, who: Person) -> Sequence[Copy]:
    number = _number(look, who)
    if number is None:
        return []
    keeper = people.keeper(look, who.guild, who.member)
    waiting = own.by_kind([one for _, one in own.waiting_of(look, who.keys, who.guild, who.member)])
    got = own.frozen(who.keys, keeper) if keeper is not None else None
    return [
        {"keeps_a_balance": keeper is not None, "thanks_on_fridays": keeper is not None and keeper.thanks},
        *([] if got is None else [{"week": got[0], "people": got[1].people, "got_without_names": dict(got[1].kinds)}]),
        *(_act(row, number) for row in acts.of(look, number) if row.giver_no == number or not row.held),
        *({"week": row.week, "kind": row.kind, "given_without_names": row.acts} for row in sums.weeks(look, number)),
        *({"week": week, "kind": kind, "given_without_names": count} for (week, kind), count in waiting.items()),
        *({"month": row.month, row.side: row.acts, "kind": row.kind} for row in sums.months(look, number)),
    ]


def _act(row: Any, number: int) -> Copy:
    """Who the other was is not theirs to take along, nor whether it was passed on."""
    side = Side.GAVE if row.giver_no == number else Side.GOT
    return {"day": date_of(row.day), str(side): row.acts - row.removed, "kind": row.kind}


ROWS = (
    PersonRows(
        "balance", (ledger_person, ledger_act, ledger_waiting, ledger_week, ledger_month), _count, _copy,
        lambda unit, who: own.unlink(unit, who.keys, who.guild, who.member),
    ),
)  # fmt: skip

RETENTION = (
    Retention(
        (ledger_person,),
        "until its owner stops keeping a balance, wants to be forgotten or leaves; of others as long as their acts",
        stays=True,
    ),
    Retention((ledger_act, ledger_week), "90 days, then sums by month; seen to every night"),
    Retention((ledger_waiting,), "until the week is over; seen to every night"),
    Retention((ledger_month,), "twelve months; seen to every night"),
)
