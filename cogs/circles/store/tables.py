"""The tables of circles. The database keeps the rules: a chair is taken once, and nobody sits in two circles."""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from bot.data.schema import METADATA, member_column, moment_column
from cogs.circles.model.circle import SEATS

circle_server = Table(
    "circle_server",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    # grows with every change of a seat here, so that facts about seats can be put in order
    Column("version", BigInteger, nullable=False),
)

circle = Table(
    "circle",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("band", Text, nullable=False),
    Column("thread_id", BigInteger, unique=True),
    moment_column("opened_ms"),
    # when somebody last wrote there, to the hour; not who
    moment_column("last_ms"),
    moment_column("gone_ms"),
    Column("waits", Integer, nullable=False, server_default="0"),
    Column("cannot", Integer, nullable=False, server_default="0"),
    Column("round_week", Integer, nullable=False, server_default="0"),
    moment_column("shares_ms"),
    Column("shares_message_id", BigInteger),
    Column("round_message_id", BigInteger),
    UniqueConstraint("guild_id", "name"),
)

circle_seat = Table(
    "circle_seat",
    METADATA,
    # one row per person and server: nobody is in two circles
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    member_column("member_id", primary_key=True),
    Column("circle_id", BigInteger, ForeignKey("circle.id", ondelete="CASCADE"), nullable=False),
    Column("alumni", Integer, nullable=False),
    Column("chair", Integer, nullable=False),
    Column("band", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("monday", Integer, nullable=False),
    Column("placed", Integer, nullable=False, server_default="0"),
    # they could not be let in: they do not see the channel that the thread is in
    Column("shut", Integer, nullable=False, server_default="0"),
    # when it was last looked whether they are still there
    moment_column("looked_ms"),
    UniqueConstraint("circle_id", "alumni", "chair"),
    CheckConstraint(f"chair BETWEEN 1 AND {SEATS}", name="chairs"),
)

circle_wait = Table(
    "circle_wait",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    member_column("member_id", primary_key=True),
    Column("band", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("monday", Integer, nullable=False),
    moment_column("since_ms"),
)

# who checked in and wants their circle to know; gone as soon as it was said
circle_share = Table(
    "circle_share",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    member_column("member_id", primary_key=True),
    Column("circle_id", BigInteger, ForeignKey("circle.id", ondelete="CASCADE"), nullable=False),
    moment_column("at_ms"),
)
Index("ix_circle_share_circle", circle_share.c.circle_id)

TABLES = (circle_server, circle, circle_seat, circle_wait, circle_share)
