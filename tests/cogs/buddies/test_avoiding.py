"""Never with one person, on both engines."""

from bot.data import keys, rotating
from bot.data.database import Database
from bot.data.keys import Keys
from bot.domain.ids import GuildId, MemberId
from cogs.buddies.model.weeks import AVOID, box_row
from cogs.buddies.store import avoiding
from tests.rows import database, engine, migrated_file, new_bare_rows, new_rows

__all__ = ["database", "engine", "migrated_file", "new_bare_rows", "new_rows"]

HERE = GuildId(1)
ADA, BEN = MemberId(11), MemberId(12)


async def test_two_are_kept_apart_also_when_the_key_of_that_day_has_gone(database: Database) -> None:
    first = keys.new_keys()
    box = first.seal(str(BEN), box_row(HERE, ADA))
    await database.change(lambda unit: avoiding.avoid(unit, HERE, ADA, first.ref(AVOID, HERE, BEN), box))

    rotated = first.rotated()
    await database.change(lambda unit: rotating.seal_anew(unit, rotated))

    alone = Keys({rotated.active: rotated.masters[rotated.active]}, rotated.active)
    by_ref = {ref: member for member in (ADA, BEN) for ref in alone.refs(AVOID, HERE, member)}
    assert await database.read(lambda look: avoiding.barred(look, HERE, by_ref)) == {frozenset((ADA, BEN))}
