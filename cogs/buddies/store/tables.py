"""What is kept."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text

from bot.data.schema import METADATA, box_column, member_column, moment_column, ref_column
from cogs.buddies.model.weeks import AVOID

buddy = Table(
    "buddy",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    member_column("member_id", primary_key=True),
    # rounds in a row without a word from them; the one in which they were asked whether it still suits them
    Column("silent", Integer, nullable=False, server_default="0"),
    Column("asked", Integer, nullable=False, server_default="0"),
    # paused with their check-ins; `pause_version` is the fact's
    moment_column("paused_until_ms", nullable=True),
    Column("pause_version", BigInteger, nullable=False, server_default="-1"),
    moment_column("since_ms"),
)

buddy_round = Table(
    "buddy_round",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    moment_column("began_ms"),
)

buddy_group = Table(
    "buddy_group",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("round", Integer, nullable=False),
)
Index("ix_buddy_group_round", buddy_group.c.guild_id, buddy_group.c.round)

buddy_seat = Table(
    "buddy_seat",
    METADATA,
    Column("group_id", BigInteger, ForeignKey("buddy_group.id", ondelete="CASCADE"), primary_key=True),
    member_column("member_id", primary_key=True),
    # whether they talked, as they say: 1 or 0; -1 where they were asked and did not say, None before
    Column("talked", Integer),
)
Index("ix_buddy_seat_member", buddy_seat.c.member_id)

buddy_avoid = Table(
    "buddy_avoid",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    member_column("closer_id", primary_key=True),
    # by key: forgetting the other does not bring the two together again
    ref_column("other_ref", primary_key=True, made_of=("other_box", AVOID)),
    box_column("other_box", "buddy-avoid|{guild_id}|{closer_id}", nullable=True),
)

buddy_ask = Table(
    "buddy_ask",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    member_column("asker_id"),
    member_column("asked_id"),
    # "open"; "yes": they are together from the next round on; "no", which nobody is told
    Column("state", Text, nullable=False),
    moment_column("until_ms", index=True),
)
Index("ix_buddy_ask_asker", buddy_ask.c.guild_id, buddy_ask.c.asker_id)
Index("ix_buddy_ask_asked", buddy_ask.c.guild_id, buddy_ask.c.asked_id)

TABLES = (buddy, buddy_round, buddy_group, buddy_seat, buddy_avoid, buddy_ask)
