"""The tables that every feature stands on."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from bot.data.schema import METADATA, PERSON, member_column, moment_column, ref_column

job = Table(
    "job",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    # what this job is about, so that it is there once: ids of things, never of persons of an anonymous flow
    Column("key", Text, nullable=False),
    Column("guild_id", BigInteger),
    Column("payload", Text, nullable=False),
    Column("sealed", LargeBinary, info={PERSON: "box"}),
    moment_column("due_ms"),
    # by the real clock, as leases are: not to be claimed before
    moment_column("visible_ms"),
    moment_column("first_claimed_ms", nullable=True),
    Column("lease_by", Text),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("dead", Integer, nullable=False, server_default="0"),
    Column("error", Text),
    UniqueConstraint("kind", "key"),
)
Index("ix_job_due", job.c.due_ms, sqlite_where=job.c.dead == 0, postgresql_where=job.c.dead == 0)

key_mark = Table(
    "key_mark",
    METADATA,
    Column("key_id", Integer, primary_key=True, autoincrement=False),
    Column("mark", LargeBinary, nullable=False),
)

seen_press = Table(
    "seen_press",
    METADATA,
    Column("interaction_id", BigInteger, primary_key=True, autoincrement=False),
    moment_column("seen_ms", index=True),
)

command_scope = Table(
    "command_scope",
    METADATA,
    # 0 is the global scope
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("payload_hash", Text, nullable=False),
)

process_start = Table(
    "process_start",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    moment_column("started_ms", index=True),
)

guild_setting = Table(
    "guild_setting",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("section", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

inbox = Table(
    "inbox",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    member_column("member_id", nullable=True),
    ref_column("member_ref", nullable=True),
    Column("text_id", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False, info={PERSON: "box"}),
    Column("told", Integer, nullable=False, server_default="0"),
    moment_column("until_ms", index=True),
    CheckConstraint("(member_id IS NULL) <> (member_ref IS NULL)", name="one_owner"),
)
Index("ix_inbox_member", inbox.c.guild_id, inbox.c.member_id)
Index("ix_inbox_ref", inbox.c.guild_id, inbox.c.member_ref)

draft = Table(
    "draft",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("sealed", LargeBinary, nullable=False, info={PERSON: "box"}),
    moment_column("until_ms", index=True),
)

day_limit = Table(
    "day_limit",
    METADATA,
    # HMAC over guild, user, what is limited and the day: a new stranger every day
    ref_column("who_ref", primary_key=True),
    Column("used", Integer, nullable=False),
    moment_column("last_ms"),
    moment_column("until_ms", index=True),
)
