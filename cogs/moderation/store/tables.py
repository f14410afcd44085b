"""The tables of moderation; columns that say who somebody is are marked. No table knows whose a post is."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from bot.data.schema import METADATA, PERSON, box_column, member_column, moment_column, ref_column

post_state = Table(
    "post_state",
    METADATA,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("hidden", Integer, nullable=False, server_default="0"),
    Column("locked", Integer, nullable=False, server_default="0"),
    # the log's entries that hid and locked it, by which they are undone
    Column("hide_act", BigInteger),
    Column("lock_act", BigInteger),
    # counts every change, so that a late fact changes nothing
    Column("version", Integer, nullable=False),
    moment_column("until_ms", index=True),
)
Index("ix_post_state_hide_act", post_state.c.hide_act)
Index("ix_post_state_lock_act", post_state.c.lock_act)

reported_post = Table(
    "reported_post",
    METADATA,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("room_id", BigInteger, nullable=False),
    Column("reviewed", Integer, nullable=False, server_default="0"),
    # the words, so that deleting them does not end the matter (SPEC 5)
    box_column("sealed", "reported|{message_id}", nullable=True),
    Column("place_channel_id", BigInteger),
    Column("place_message_id", BigInteger),
    moment_column("since_ms"),
    moment_column("until_ms", index=True),
)
Index("ix_reported_post_guild", reported_post.c.guild_id, reported_post.c.reviewed, reported_post.c.since_ms)

report = Table(
    "report",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, ForeignKey("reported_post.message_id", ondelete="CASCADE"), nullable=False),
    # HMAC over post and person: one report each, and no link between posts
    ref_column("reporter_ref"),
    Column("reason", Text, nullable=False),
    box_column("sealed", "report|{id}", nullable=True),
    UniqueConstraint("message_id", "reporter_ref"),
)

# the one message in the moderators' place that shows what waits
board = Table(
    "board",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    # of what it shows, so that nothing is edited that stays as it is
    Column("digest", Text, nullable=False),
    moment_column("posted_ms"),
)

# moderators who want to be written to when something waits, at what hours of theirs
on_duty = Table(
    "on_duty",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    member_column("member_id"),
    # opened when they said yes; None: their direct messages are closed, so it waits in the inbox
    Column("dm_channel_id", BigInteger, info={PERSON: "id"}),
    Column("zone", Text, nullable=False),
    Column("opens", Integer, nullable=False),
    Column("closes", Integer, nullable=False),
    Column("locale", Text),
    # when they were last written to; 0 for never
    moment_column("pinged_ms"),
    UniqueConstraint("guild_id", "member_id"),
)

TABLES = (post_state, reported_post, report, board, on_duty)
