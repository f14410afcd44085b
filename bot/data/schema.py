"""How tables are declared: one metadata, naming, and the mark on every column that says who somebody is."""

from sqlalchemy import BigInteger, Column, LargeBinary, MetaData
from sqlalchemy.dialects.postgresql import insert as upsert

__all__ = ["METADATA", "PERSON", "member_column", "moment_column", "person_of", "ref_column", "upsert"]

# `upsert` is PostgreSQL's INSERT ... ON CONFLICT; SQLite's compiler reads it too, but not the other way round:
# PostgreSQL's asks for a `constraint_target` (SQLAlchemy 2.1, postgresql/base.py; both paths are tested)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

PERSON = "person"
"""Key in `Column.info`: "id" for a Discord id, "ref" for a keyed stand-in, "box" for a sealed one, "number"
for a random one that another row says who it is."""
BOUND_TO = "bound to"
"""Key in `Column.info` of a sealed column: what its boxes are bound to. With it a rotation can seal them anew."""
MADE_OF = "made of"
"""Key in `Column.info` of a ref: the column with the sealed id that it stands for, and its purpose. With it a rotation
can make the ref anew, of the row's `guild_id` and that id."""
MEMBER = "member"
"""Key in `Column.info` of a column that holds a user's own id: whoever left is looked for by it."""


def member_column(name: str, *, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    """A Discord user's id."""
    return Column(
        name, BigInteger, primary_key=primary_key, nullable=nullable, autoincrement=False,
        info={PERSON: "id", MEMBER: True},
    )  # fmt: skip


def ref_column(
    name: str, *, primary_key: bool = False, nullable: bool = False, made_of: tuple[str, str] | None = None
) -> Column[bytes]:
    """A 32-byte ref: stands for a person under a key. `made_of` is (the column of the sealed id, the purpose).

    A ref without it must not be needed for longer than `rotating.REFS_HOLD`.
    """
    info: dict[str, object] = {PERSON: "ref"}
    if made_of is not None:
        info[MADE_OF] = made_of
    return Column(name, LargeBinary, primary_key=primary_key, nullable=nullable, info=info)


def box_column(name: str, row: str, *, nullable: bool = False) -> Column[bytes]:
    """A sealed box. `row` is what it is bound to, with the table's own columns: "inbox|{id}"."""
    return Column(name, LargeBinary, nullable=nullable, info={PERSON: "box", BOUND_TO: row})


def moment_column(name: str, *, nullable: bool = False, index: bool = False) -> Column[int]:
    """A moment in milliseconds since 1970; its name ends in `_ms`."""
    return Column(name, BigInteger, nullable=nullable, index=index)


def person_of(column: Column[object]) -> str | None:
    """How the column says who somebody is ("id", "ref", "box"), None if it does not."""
    mark = column.info.get(PERSON)
    return str(mark) if mark else None
