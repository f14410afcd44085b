"""The tables that every feature stands on."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from bot.data.schema import METADATA, PERSON, box_column, member_column, moment_column, ref_column

job = Table(
    "job",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    # what this job is about, so that it is there once: ids of things, never of persons of an anonymous flow
    Column("key", Text, nullable=False),
    Column("guild_id", BigInteger),
    # facts stand in it with the ids and refs they speak of
    Column("payload", Text, nullable=False, info={PERSON: "facts"}),
    Column("sealed", LargeBinary, info={PERSON: "box"}),
    moment_column("due_ms"),
    # by the real clock, as leases are: not to be claimed before
    moment_column("visible_ms"),
    moment_column("first_claimed_ms", nullable=True),
    Column("lease_by", Text),
    # how often it was claimed; how often it came back as failed: who dies over it fails at nothing
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("failures", Integer, nullable=False, server_default="0"),
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
    # somebody else whom the note names, so that it goes when they want to be forgotten
    member_column("about_id", nullable=True),
    Column("text_id", Text, nullable=False),
    box_column("sealed", "inbox|{id}"),
    Column("told", Integer, nullable=False, server_default="0"),
    moment_column("until_ms", index=True),
    CheckConstraint("(member_id IS NULL) <> (member_ref IS NULL)", name="one_owner"),
    # a note under a key never names anybody by id: the two in one row would tie them
    CheckConstraint("member_ref IS NULL OR about_id IS NULL", name="no_id_beside_ref"),
)
Index("ix_inbox_member", inbox.c.guild_id, inbox.c.member_id)
Index("ix_inbox_ref", inbox.c.guild_id, inbox.c.member_ref)
Index("ix_inbox_about", inbox.c.guild_id, inbox.c.about_id)

draft = Table(
    "draft",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    box_column("sealed", "draft|{id}"),
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

visit = Table(
    "visit",
    METADATA,
    # who used the bot lately, by a key of its own, so that small groups are known to be small
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    ref_column("who_ref", primary_key=True),
    # days since 1970-01-01 of the week's Monday: no moment that another row could share
    Column("week", Integer, nullable=False, index=True),
)

# what a person chose on one server; no row means nothing was chosen
preference = Table(
    "preference",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    member_column("member_id", primary_key=True),
    # the direct message channel, opened when they said yes; None: they did not, or took it back.
    # Discord gives one channel to one person, so it says who they are
    Column("dm_channel_id", BigInteger, info={PERSON: "id"}),
    # 1 while it was opened for one thing only, such as check-ins: all else for them alone waits in the inbox
    Column("dm_asked_only", Integer, nullable=False, server_default="0"),
    Column("quiet", Integer, nullable=False, server_default="0"),
    Column("closed", Integer, nullable=False, server_default="0"),
    Column("hushed", Integer, nullable=False, server_default="0"),
    # their language when they last chose something, for words that nobody is pressing for
    Column("locale", Text),
    # until then all is silent: they paused what they are asked (`/checkin pause`)
    moment_column("paused_until_ms", nullable=True),
)

door = Table(
    "door",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    # who avoids whom. The other stands there by key only, so that forgetting them does not open the door again
    member_column("closer_id", primary_key=True),
    ref_column("other_ref", primary_key=True, made_of=("other_box", "door")),
    # the other's id for the closer's own list, sealed; None once the other is forgotten
    box_column("other_box", "door|{guild_id}|{closer_id}", nullable=True),
    moment_column("closed_ms"),
)
Index("ix_door_other", door.c.guild_id, door.c.other_ref)

mute = Table(
    "mute",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    ref_column("author_ref"),
    Column("reason", Text, nullable=False),
    # the entry in the moderators' log that began it
    Column("act_id", BigInteger, nullable=False),
    # a post of theirs, so that moderators see what it was about; never who. None once that post carries a name
    Column("room_id", BigInteger),
    Column("message_id", BigInteger),
    moment_column("until_ms", index=True),
    UniqueConstraint("guild_id", "author_ref"),
)

brake = Table(
    "brake",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("act_id", BigInteger, nullable=False),
    moment_column("until_ms", index=True),
)

mod_log = Table(
    "mod_log",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    # None once they were forgotten: "a former moderator"
    member_column("moderator_id", nullable=True),
    Column("act", Text, nullable=False),
    Column("room_id", BigInteger),
    Column("message_id", BigInteger),
    Column("reason", Text),
    # the brake that held before, which taking this back brings again
    moment_column("was_until_ms", nullable=True),
    Column("was_act_id", BigInteger),
    Column("undone", Integer, nullable=False, server_default="0"),
    moment_column("at_ms"),
    moment_column("until_ms", index=True),
)
Index("ix_mod_log_guild_at", mod_log.c.guild_id, mod_log.c.at_ms)

# --- several processes on one PostgreSQL (bot/data/shards.py) ---

shard_lease = Table(
    "shard_lease",
    METADATA,
    Column("shard_id", BigInteger, primary_key=True, autoincrement=False),
    Column("shard_count", BigInteger, nullable=False),
    # a process, never a person
    Column("owner", Text, nullable=False),
    # the database's clock
    moment_column("until_ms"),
)

turn = Table(
    "turn",
    METADATA,
    # what is taken in turns: "identify/<rate key>", "requests"
    Column("name", Text, primary_key=True),
    # the database's clock, in microseconds since 1970
    Column("next_us", BigInteger, nullable=False),
)
