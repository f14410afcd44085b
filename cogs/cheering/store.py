"""The rows of the jar."""

from typing import Any

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Row, Table, bindparam, delete, func, select

from bot.data.schema import METADATA, PERSON, member_column, moment_column, upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, LineId, MemberId

jar_line = Table(
    "jar_line",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    member_column("owner_id"),
    # None once the giver is forgotten: the words stay, the name goes
    member_column("giver_id", nullable=True),
    Column("sealed", LargeBinary, nullable=False, info={PERSON: "box"}),
    moment_column("kept_ms"),
)
Index("ix_jar_line_owner", jar_line.c.guild_id, jar_line.c.owner_id)

_KEEP = upsert(jar_line).on_conflict_do_nothing()
_OWN = (jar_line.c.guild_id == bindparam("guild"), jar_line.c.owner_id == bindparam("owner"))
_COUNT = select(func.count()).where(*_OWN)
_NTH = (
    select(jar_line).where(*_OWN).order_by(jar_line.c.kept_ms.desc(), jar_line.c.id).limit(1).offset(bindparam("nth"))
)
_REMOVE = delete(jar_line).where(*_OWN, jar_line.c.id == bindparam("line"))


def keep(unit: Unit, values: dict[str, Any]) -> None:
    unit.run(_KEEP, values)


def count(look: Look, guild: GuildId, owner: MemberId) -> int:
    return int(look.execute(_COUNT, {"guild": guild, "owner": owner}).scalar_one())


def nth(look: Look, guild: GuildId, owner: MemberId, number: int) -> Row[Any] | None:
    """The newest is number 0."""
    return look.execute(_NTH, {"guild": guild, "owner": owner, "nth": number}).first()


def remove(unit: Unit, guild: GuildId, owner: MemberId, line: LineId) -> bool:
    return unit.run(_REMOVE, {"guild": guild, "owner": owner, "line": line}).rowcount > 0


TABLES = (jar_line,)
