"""The relay's tables."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)  # fmt: skip

from bot.data.schema import METADATA, member_column, moment_column, ref_column

listener = Table(
    "listener",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    member_column("member_id", primary_key=True),
    Column("zone", Text, nullable=False),
    Column("opens", Integer, nullable=False),
    Column("closes", Integer, nullable=False),
    Column("most", Integer, nullable=False),
    Column("by_dm", Integer, nullable=False),
    Column("locale", Text),
    moment_column("paused_until_ms"),
    moment_column("rests_until_ms"),
    # when they were last asked; 0 for never
    moment_column("last_ms"),
)
Index("ix_listener_member", listener.c.member_id)

# that somebody was asked, without what for: for the day's limit and for whose turn it is; a week
listening_turn = Table(
    "listening_turn",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    member_column("member_id"),
    moment_column("at_ms", index=True),
)
Index("ix_listening_turn_member", listening_turn.c.guild_id, listening_turn.c.member_id, listening_turn.c.at_ms)

vent_clock = Table(
    "vent_clock",
    METADATA,
    Column("vent_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    # None until it is known that the vent is up: support may be heard of first
    Column("room_id", BigInteger),
    Column("message_id", BigInteger),
    Column("wish", Text),
    Column("shown", Text),
    ref_column("author_ref", nullable=True),
    member_column("author_id", nullable=True),
    Column("at_once", Integer, nullable=False, server_default="0"),
    moment_column("made_ms", index=True),
    moment_column("started_ms"),
    Column("total", Integer, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False, server_default="-1"),
    Column("closed", Integer, nullable=False, server_default="0"),
    Column("closed_version", Integer, nullable=False, server_default="-1"),
    # until when others are held back for somebody who is writing; not who that is
    Column("claimed_until_ms", BigInteger, nullable=False, server_default="0"),
    Column("widened", Integer, nullable=False, server_default="0"),
    Column("lifted", Integer, nullable=False, server_default="0"),
    Column("worded", Integer, nullable=False, server_default="0"),
    Column("moderators_asked", Integer, nullable=False, server_default="0"),
    # when its author asked for a moderator; 0 for never, and once somebody came
    Column("asked_ms", BigInteger, nullable=False, server_default="0"),
    # somebody more was there since this was last looked at
    Column("answered", Integer, nullable=False, server_default="0"),
    Column("role_message_id", BigInteger),
    Column("lift_message_id", BigInteger),
    CheckConstraint("author_id IS NULL OR author_ref IS NULL", name="one_author"),
)

# vents that are gone, so that a late fact does not start a clock for one; a day
vent_over = Table(
    "vent_over",
    METADATA,
    Column("vent_id", BigInteger, primary_key=True, autoincrement=False),
    moment_column("until_ms", index=True),
)

# who was asked for which vent; goes with the clock
listening_ask = Table(
    "listening_ask",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("vent_id", BigInteger, ForeignKey("vent_clock.vent_id", ondelete="CASCADE"), nullable=False),
    member_column("member_id"),
    Column("stage", Text, nullable=False),
    moment_column("at_ms"),
    Column("dm_channel_id", BigInteger),
    Column("message_id", BigInteger),
    UniqueConstraint("vent_id", "member_id"),
)
Index("ix_listening_ask_member", listening_ask.c.member_id)

# how much somebody wrote lately, by key: not which lines, nor to whom (docs/decisions/0020-relay.md)
listening_load = Table(
    "listening_load",
    METADATA,
    ref_column("who_ref", primary_key=True),
    moment_column("hour_ms"),
    Column("in_hour", Integer, nullable=False),
    # in the hour of the clock before that one
    Column("in_hour_before", Integer, nullable=False, server_default="0"),
    moment_column("week_ms", index=True),
    Column("in_week", Integer, nullable=False),
)

TABLES = (listener, listening_turn, vent_clock, vent_over, listening_ask, listening_load)
