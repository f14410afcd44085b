"""What one person's figures lie in that is sealed, and how all of it comes to lead to nobody."""

import json
from collections.abc import Sequence

from bot.data import backlog, given
from bot.data.given import Given
from bot.data.keys import Keys
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId
from cogs.reciprocity.model.balance import Keeper, Kind, Unnamed, Work
from cogs.reciprocity.store import acts, people, sums
from cogs.reciprocity.store.sums import POST


def unlink(unit: Unit, keys: Keys, guild: GuildId, member: MemberId) -> None:
    """Nothing in the rows leads to this person any more; nothing if nothing did."""
    number = people.number_of(unit.connection, keys, guild, member)
    if number is None:
        return
    sums.no_longer_wait(unit, [waits for waits, _ in waiting_of(unit.connection, keys, guild, member)])
    sums.drop_of(unit, number)
    people.unlink(unit, number)
    acts.drop_of_nobody(unit, number)
    backlog.drop(unit.connection, Work.FRIDAY, str(number))


def waiting_of(look: Look, keys: Keys, guild: GuildId, member: MemberId) -> list[tuple[int, Given]]:
    """(id, what) this person gave without a name and is not added up yet. Opens all of the server's that wait."""
    opened = [(number, given.opened(keys, number, sealed)) for number, sealed in sums.waiting(look, guild)]
    return [(number, one) for number, one in opened if one.giver == member]


def by_kind(several: Sequence[Given]) -> dict[tuple[str, str], int]:
    """(ISO week, kind or POST) → how often."""
    found: dict[tuple[str, str], int] = {}
    for one in several:
        for kind, count in ((Kind.CHEER, one.cheers), (Kind.LINE, one.lines), (POST, one.posts)):
            found[one.week, str(kind)] = found.get((one.week, str(kind)), 0) + count
    return found


# --- what came without a name, as it was at the first look of a week --------------------------------------------------


def frozen(keys: Keys, keeper: Keeper) -> tuple[str, Unnamed] | None:
    """(the week, what had come at their first look in it); None if they never looked."""
    if keeper.frozen is None:
        return None
    week, box = keeper.frozen
    count, kinds = json.loads(keys.open(box, f"got|{keeper.number}"))
    return week, Unnamed(count, kinds)


def freeze(unit: Unit, keys: Keys, keeper: Keeper, week: str, got: Unnamed) -> None:
    """Keeps it for the rest of the week, sealed."""
    box = keys.seal(json.dumps([got.people, dict(got.kinds)]), f"got|{keeper.number}")
    people.freeze(unit, keeper.number, week, box)
