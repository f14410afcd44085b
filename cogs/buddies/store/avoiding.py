"""Who is never paired with whom, by key."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId, Ref
from cogs.buddies.model.weeks import Pair
from cogs.buddies.store.tables import buddy_avoid

_CLOSER = (buddy_avoid.c.guild_id == bindparam("guild"), buddy_avoid.c.closer_id == bindparam("closer"))
_AVOIDS = select(buddy_avoid).where(*_CLOSER)
_HOW_MANY = select(func.count()).where(*_CLOSER)
_new_avoid = upsert(buddy_avoid)
_AVOID = _new_avoid.on_conflict_do_nothing()
_MEET = delete(buddy_avoid).where(*_CLOSER, buddy_avoid.c.other_ref.in_(bindparam("refs", expanding=True)))
_ALL_AVOIDS = select(buddy_avoid.c.closer_id, buddy_avoid.c.other_ref).where(
    buddy_avoid.c.guild_id == bindparam("guild")
)


def avoid(unit: Unit, guild: GuildId, closer: MemberId, other: Ref, box: bytes) -> None:
    unit.run(_AVOID, {"guild_id": guild, "closer_id": closer, "other_ref": other, "other_box": box})


def meet_again(unit: Unit, guild: GuildId, closer: MemberId, refs: Sequence[Ref]) -> bool:
    """False if they did not avoid them."""
    return unit.run(_MEET, {"guild": guild, "closer": closer, "refs": list(refs)}).rowcount > 0


def avoids(look: Look, guild: GuildId, closer: MemberId) -> Sequence[Row[Any]]:
    """Whom somebody avoids (other_ref, other_box)."""
    return look.execute(_AVOIDS, {"guild": guild, "closer": closer}).fetchall()


def how_many_avoided(look: Look, guild: GuildId, closer: MemberId) -> int:
    return int(look.execute(_HOW_MANY, {"guild": guild, "closer": closer}).scalar_one())


def barred(look: Look, guild: GuildId, by_ref: Mapping[Ref, MemberId]) -> set[Pair]:
    """The pairs of people, known by their refs, of whom one avoids the other."""
    rows = look.execute(_ALL_AVOIDS, {"guild": guild}).fetchall()
    found = [(MemberId(row.closer_id), by_ref.get(Ref(row.other_ref))) for row in rows]
    return {frozenset((closer, other)) for closer, other in found if other is not None}
