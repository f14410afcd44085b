"""The tables of the ledger: people stand in it as numbers, and one table says who they are."""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from bot.data.schema import METADATA, PERSON, box_column, member_column, ref_column
from cogs.reciprocity.model.balance import WHO

ledger_person = Table(
    "ledger_person",
    METADATA,
    # random; when the row goes, whatever carries the number leads to nobody any more
    Column("number", BigInteger, primary_key=True, autoincrement=False, info={PERSON: "number"}),
    Column("guild_id", BigInteger, nullable=False),
    # the id of whoever keeps a balance, the ref of everybody else who is in somebody's
    member_column("member_id", nullable=True),
    ref_column("who_ref", nullable=True, made_of=("who_box", WHO)),
    # with the ref: the id, sealed, for those whom they were there for by name
    box_column("who_box", "ledger|{number}", nullable=True),
    # days since 1970
    Column("since_day", Integer, nullable=False),
    Column("thanks", Integer, nullable=False, server_default="0"),
    # what came to them without a name, as it was at their first look in this week; sealed
    Column("got_week", Text),
    box_column("got_box", "got|{number}", nullable=True),
    UniqueConstraint("guild_id", "member_id"),
    UniqueConstraint("guild_id", "who_ref"),
    CheckConstraint("(member_id IS NULL) <> (who_ref IS NULL)", name="id_or_ref"),
)
Index("ix_ledger_person_member", ledger_person.c.member_id)

ledger_act = Table(
    "ledger_act",
    METADATA,
    Column("giver_no", BigInteger, primary_key=True, autoincrement=False, info={PERSON: "number"}),
    # days since 1970
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("receiver_no", BigInteger, primary_key=True, autoincrement=False, info={PERSON: "number"}),
    Column("kind", Text, primary_key=True),
    # 1 for what was silently not passed on: in the giver's own figures only (docs/decisions/0021)
    Column("held", Integer, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("acts", Integer, nullable=False),
    Column("removed", Integer, nullable=False, server_default="0"),
    # without it SQLite would keep the order in which rows came
    sqlite_with_rowid=False,
)
Index("ix_ledger_act_receiver", ledger_act.c.receiver_no, ledger_act.c.day)
Index("ix_ledger_act_day", ledger_act.c.guild_id, ledger_act.c.day)

ledger_waiting = Table(
    "ledger_waiting",
    METADATA,
    # given without a name, sealed, until the week is over
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False, index=True),
    box_column("sealed", "given|{id}"),
    sqlite_with_rowid=False,
)


def _its_number() -> Column[int]:
    """Goes with the person's row, also when a whole server is thrown away."""
    there = ForeignKey("ledger_person.number", ondelete="CASCADE")
    return Column("number", BigInteger, there, primary_key=True, autoincrement=False, info={PERSON: "number"})


ledger_week = Table(
    "ledger_week",
    METADATA,
    # given without a name: neither post nor receiver
    _its_number(),
    Column("week", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("acts", Integer, nullable=False),
    sqlite_with_rowid=False,
)

ledger_month = Table(
    "ledger_month",
    METADATA,
    # what is left of acts after 90 days
    _its_number(),
    Column("month", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("acts", Integer, nullable=False),
    sqlite_with_rowid=False,
)

TABLES = (ledger_person, ledger_act, ledger_waiting, ledger_week, ledger_month)
