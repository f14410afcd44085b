"""Doors between two people of a server: who may be brought together, and who not (SPEC 4.4).

Every feature that brings one person's words, name or company to another asks here first. A door to all is known; a
door to one is silent: docs/decisions/0021-silent-doors.md says how it stays so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import and_, bindparam, delete, func, or_, select, update

from bot.data import people
from bot.data.keys import Keys
from bot.data.schema import upsert
from bot.data.tables import door
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId, Ref

DOORS_AT_MOST = 100
_PURPOSE = "door"

_new = upsert(door)
_SHUT = _new.on_conflict_do_update(
    index_elements=["guild_id", "closer_id", "other_ref"], set_={"other_box": _new.excluded.other_box}
)
_HERE = door.c.guild_id == bindparam("guild")
_BY_ONE = and_(door.c.closer_id == bindparam("one"), door.c.other_ref.in_(bindparam("other_refs", expanding=True)))
_BY_OTHER = and_(door.c.closer_id == bindparam("other"), door.c.other_ref.in_(bindparam("one_refs", expanding=True)))
_BETWEEN = select(door.c.closer_id).where(_HERE, or_(_BY_ONE, _BY_OTHER))
_IS_SHUT = select(door.c.closer_id).where(_HERE, _BY_ONE)
_OPEN = delete(door).where(_HERE, _BY_ONE)
_OF = (_HERE, door.c.closer_id == bindparam("member"))
_AVOIDED = select(door).where(*_OF).order_by(door.c.closed_ms).limit(DOORS_AT_MOST)
_HOW_MANY = select(func.count()).where(*_OF)
_FORGET = delete(door).where(*_OF)
_AGAINST = (_HERE, door.c.other_ref.in_(bindparam("refs", expanding=True)))
_CLOSERS = select(door.c.closer_id).where(*_AGAINST)
_NAMELESS = update(door).where(*_AGAINST).values(other_box=None)


class Door(StrEnum):
    """How it stands from one person to another."""

    OPEN = "open"
    SHUT_TO_ALL = "shut-to-all"
    """The other takes nothing from anybody; may be said."""
    SHUT_BY_YOU = "shut-by-you"
    """The one who asks avoids the other; may be said to them."""
    SHUT_SILENTLY = "shut-silently"
    """The other avoids the one who asks, who must never be able to tell."""


@dataclass(frozen=True)
class Doors:
    """Asked inside units: rows only."""

    keys: Keys

    def between(self, look: Look, guild: GuildId, one: MemberId, other: MemberId) -> Door:
        """What stands between `one`, who acts, and `other`, whom it would reach."""
        values = {
            "guild": guild, "one": one, "other": other,
            "one_refs": self._refs(guild, one), "other_refs": self._refs(guild, other),
        }  # fmt: skip
        closers = set(look.execute(_BETWEEN, values).scalars())
        if one in closers:
            return Door.SHUT_BY_YOU
        # before the silent one: who shut the door to all gives everybody the same answer
        if people.choices(look, guild, other).closed:
            return Door.SHUT_TO_ALL
        return Door.SHUT_SILENTLY if other in closers else Door.OPEN

    def strangers(self, look: Look, guild: GuildId, member: MemberId) -> frozenset[MemberId]:
        """All whom this person must not be brought together with, whichever of the two shut the door."""
        closers = look.execute(_CLOSERS, {"guild": guild, "refs": self._refs(guild, member)}).scalars()
        return frozenset(map(MemberId, closers)) | frozenset(self.avoided(look, guild, member))

    def is_hushed(self, look: Look, guild: GuildId, member: MemberId) -> bool:
        """Whether what others give this person stays out of channels, whoever gives it.

        So for those who chose it and for those who avoid anybody at all: else the one avoided could tell by looking.
        """
        return people.choices(look, guild, member).hushed or self.count(look, guild, member) > 0

    def shut(self, unit: Unit, guild: GuildId, closer: MemberId, other: MemberId) -> bool:
        """False if it was shut already."""
        refs = self._refs(guild, other)
        if unit.run(_IS_SHUT, {"guild": guild, "one": closer, "other_refs": refs}).first() is not None:
            return False
        box = self.keys.seal(str(other), _row(guild, closer))
        values = {
            "guild_id": guild, "closer_id": closer, "other_ref": refs[0], "other_box": box, "closed_ms": unit.now_ms,
        }  # fmt: skip
        unit.run(_SHUT, values)
        return True

    def reopen(self, unit: Unit, guild: GuildId, closer: MemberId, other: MemberId) -> bool:
        """False if it was open already."""
        values = {"guild": guild, "one": closer, "other_refs": self._refs(guild, other)}
        return unit.run(_OPEN, values).rowcount > 0

    def avoided(self, look: Look, guild: GuildId, member: MemberId) -> Sequence[MemberId]:
        """Whom this person avoids, the first one first; without those who were forgotten."""
        rows = look.execute(_AVOIDED, {"guild": guild, "member": member}).fetchall()
        return [MemberId(int(self.keys.open(row.other_box, _row(guild, member)))) for row in rows if row.other_box]

    def count(self, look: Look, guild: GuildId, member: MemberId) -> int:
        """How many this person avoids."""
        return int(look.execute(_HOW_MANY, {"guild": guild, "member": member}).scalar_one())

    def forget(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        """Their own doors go. Others' doors against them stay, by key alone."""
        unit.run(_FORGET, {"guild": guild, "member": member})
        unit.run(_NAMELESS, {"guild": guild, "refs": self._refs(guild, member)})

    def _refs(self, guild: GuildId, member: MemberId) -> list[Ref]:
        return self.keys.refs(_PURPOSE, guild, member)


def _row(guild: GuildId, closer: MemberId) -> str:
    return f"door|{guild}|{closer}"
