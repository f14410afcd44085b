"""What is kept until a week is published, and what is published."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from bot.data.schema import METADATA, member_column, moment_column, ref_column

# one row per post, until its week is published: no author, and not who was there
health_vent = Table(
    "health_vent",
    METADATA,
    Column("vent_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("circle", BigInteger, nullable=False),
    Column("week", Integer, nullable=False),
    moment_column("posted_ms"),
    moment_column("first_ms", nullable=True),
    # within the first day: how many there were at most, and when they were enough
    Column("most", Integer, nullable=False, server_default="0"),
    moment_column("enough_ms", nullable=True),
    # how many are there now; `version` is the facts'
    Column("total", Integer, nullable=False, server_default="0"),
    Column("version", BigInteger, nullable=False, server_default="-1"),
    Column("ended", Integer, nullable=False, server_default="0"),
)
Index("ix_health_vent_week", health_vent.c.guild_id, health_vent.c.week)
Index("ix_health_vent_waiting", health_vent.c.guild_id, health_vent.c.ended, health_vent.c.total)

# how many named acts there were, not between whom: that stays with who keeps a balance
health_act = Table(
    "health_act",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("circle", BigInteger, primary_key=True, autoincrement=False),
    Column("week", Integer, primary_key=True, autoincrement=False),
    Column("count", Integer, nullable=False),
)

# that somebody took part in a week: by a key of that week alone, so that nobody is followed from one to the next
health_person = Table(
    "health_person",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("circle", BigInteger, primary_key=True, autoincrement=False),
    Column("week", Integer, primary_key=True, autoincrement=False),
    Column("view", Text, primary_key=True),
    ref_column("who_ref", primary_key=True),
)

# a copy of who is in which circle, so that an event can be laid to it in the unit in which it is heard
health_seat = Table(
    "health_seat",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    member_column("member_id", primary_key=True),
    # None after they left it
    Column("circle", BigInteger),
    Column("version", BigInteger, nullable=False),
)

# --- published: for ever, no person in it ---

health_cell = Table(
    "health_cell",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("circle", BigInteger, primary_key=True, autoincrement=False),
    Column("from_week", Integer, primary_key=True, autoincrement=False),
    Column("weeks", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("body", Text, nullable=False),
    moment_column("published_ms"),
)

health_mutuality = Table(
    "health_mutuality",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("from_week", Integer, primary_key=True, autoincrement=False),
    Column("weeks", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    # thousandths
    Column("rho", Integer, nullable=False),
    Column("low", Integer, nullable=False),
    Column("high", Integer, nullable=False),
    # percent; None where a tenth of the givers was too few people
    Column("top_tenth", Integer),
)

# how far a server is: the first week that is still open, and since when anything was heard of it
health_state = Table(
    "health_state",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    moment_column("since_ms"),
    Column("frozen_week", Integer),
)

TABLES = (health_vent, health_act, health_person, health_seat, health_cell, health_mutuality, health_state)
