"""The tables of check-ins."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
)  # fmt: skip

from bot.data.schema import METADATA, PERSON, box_column, member_column, moment_column
from cogs.checkins.model.plan import DayState, State

checkin_plan = Table(
    "checkin_plan",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    member_column("member_id"),
    Column("zone", Text, nullable=False),
    # of the day, on the wall there
    Column("minute", Integer, nullable=False),
    # bits, Monday first
    Column("days", Integer, nullable=False),
    Column("acts", Text, nullable=False, server_default=""),
    Column("by", Text, nullable=False),
    # the private thread, which is one person's, also while they get direct messages; None where there is none
    Column("thread_id", BigInteger, info={PERSON: "id"}),
    Column("share", Text, nullable=False),
    Column("state", Integer, nullable=False),
    # days asked without an answer, in a row
    Column("silent", Integer, nullable=False, server_default="0"),
    # nothing that was due before this is asked
    moment_column("since_ms"),
    moment_column("recap_ms", nullable=True, index=True),
    # by the real clock, when a recap was first tried
    moment_column("recap_first_ms", nullable=True),
    Column("locale", Text, nullable=False),
    # own words: what is counted, the next step, the plan for the next no
    box_column("sealed", "plan|{guild_id}|{member_id}", nullable=True),
    UniqueConstraint("guild_id", "member_id"),
)
Index("ix_checkin_plan_member", checkin_plan.c.member_id)
# written out, not bound: an engine takes a partial index only where it can see that the statement asks for its part
IS_ON = checkin_plan.c.state == literal_column(str(int(State.ON)))
Index(
    "ix_checkin_plan_bucket", checkin_plan.c.zone, checkin_plan.c.minute, checkin_plan.c.id,
    sqlite_where=IS_ON, postgresql_where=IS_ON,
)  # fmt: skip

# holds for people without a plan too: buddies rest with it
checkin_pause = Table(
    "checkin_pause",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    member_column("member_id", primary_key=True),
    moment_column("until_ms"),
    Column("version", Integer, nullable=False),
)

# all plans of one zone and minute fall due together (docs/decisions/0041-check-ins-in-buckets.md)
checkin_bucket = Table(
    "checkin_bucket",
    METADATA,
    Column("zone", Text, primary_key=True),
    Column("minute", Integer, primary_key=True),
    # the next local date, as its ordinal, and its instant
    Column("day", Integer, nullable=False),
    moment_column("due_ms", index=True),
    # the last plan of this date that was dealt with
    Column("cursor", BigInteger, nullable=False, server_default="0"),
)

checkin_day = Table(
    "checkin_day",
    METADATA,
    Column("plan_id", BigInteger, ForeignKey("checkin_plan.id", ondelete="CASCADE"), primary_key=True),
    # the local date, as its ordinal: one row for each, whatever clocks and zones do
    Column("day", Integer, primary_key=True, autoincrement=False, index=True),
    Column("state", Integer, nullable=False),
    Column("planned", Integer, nullable=False, server_default="1"),
    moment_column("due_ms", nullable=True),
    # whose turn it is within its server, so that a large one does not keep a small one waiting
    Column("turn", BigInteger, nullable=False, server_default="0"),
    Column("tries", Integer, nullable=False, server_default="0"),
    # by the real clock: when it was first tried, and when it may be tried again
    moment_column("first_ms", nullable=True),
    Column("visible_ms", BigInteger, nullable=False, server_default="0"),
    Column("answer", Text),
    moment_column("answered_ms", nullable=True),
    Column("counts", Text),
    box_column("sealed", "day|{plan_id}|{day}", nullable=True),
)
IS_WAITING = checkin_day.c.state == literal_column(str(int(DayState.WAITING)))
Index(
    "ix_checkin_day_waiting",
    checkin_day.c.turn,
    checkin_day.c.due_ms,
    sqlite_where=IS_WAITING,
    postgresql_where=IS_WAITING,
)

TABLES = (checkin_plan, checkin_pause, checkin_bucket, checkin_day)
