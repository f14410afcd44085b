"""The tables of venting; columns that say who somebody is are marked."""

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
    and_,
)

from bot.data.schema import METADATA, box_column, member_column, moment_column, ref_column
from cogs.venting.model.line import Kind

vent = Table(
    "vent",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("room_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, unique=True),
    Column("thread_id", BigInteger),
    Column("wish", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("alias", Text),
    ref_column("author_ref", nullable=True),
    member_column("author_id", nullable=True),
    Column("key_id", Integer, nullable=False),
    Column("warning", Integer, nullable=False),
    Column("stage", Text, nullable=False),
    moment_column("posted_ms", nullable=True),
    moment_column("ends_ms"),
    Column("closed", Integer, nullable=False, server_default="0"),
    Column("hidden", Integer, nullable=False, server_default="0"),
    # who to tell and where, sealed, while the author wants to be told (SPEC 4.1)
    box_column("tell_box", "tell|{id}", nullable=True),
    Column("told_day", Integer, nullable=False, server_default="0"),
    Column("told", Integer, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False, server_default="0"),
    CheckConstraint("(author_id IS NULL) <> (author_ref IS NULL)", name="one_author"),
)
Index("ix_vent_author_ref", vent.c.guild_id, vent.c.author_ref)
Index("ix_vent_author_id", vent.c.guild_id, vent.c.author_id)
Index("ix_vent_room", vent.c.room_id)

support = Table(
    "support",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("vent_id", BigInteger, ForeignKey("vent.id", ondelete="CASCADE"), nullable=False),
    # HMAC over vent and person: cannot be linked between vents. Who signed stands with the line they signed
    ref_column("supporter_ref"),
    Column("cheer", Text),
    Column("lines", Integer, nullable=False, server_default="0"),
    UniqueConstraint("vent_id", "supporter_ref"),
)

line = Table(
    "line",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("vent_id", BigInteger, ForeignKey("vent.id", ondelete="CASCADE"), nullable=False),
    # the writer's key, so that a mute can hold; the id only where they signed
    ref_column("writer_ref", nullable=True),
    member_column("writer_id", nullable=True),
    Column("kind", Text, nullable=False),
    Column("message_id", BigInteger, unique=True),
    Column("thanked", Integer, nullable=False, server_default="0"),
    # the vent's author has it in their jar
    Column("kept", Integer, nullable=False, server_default="0"),
    Column("hidden", Integer, nullable=False, server_default="0"),
    CheckConstraint("(writer_id IS NULL) <> (writer_ref IS NULL)", name="one_writer"),
)
_UNSIGNED_LINE = and_(line.c.kind == Kind.LINE.value, line.c.writer_ref.is_not(None))
Index(
    "uq_line_unsigned", line.c.vent_id, line.c.writer_ref, unique=True,
    sqlite_where=_UNSIGNED_LINE, postgresql_where=_UNSIGNED_LINE,
)  # fmt: skip

talk = Table(
    "talk",
    METADATA,
    # which messages somebody typed in the thread, so that it counts no more once they are deleted; never what they say
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("vent_id", BigInteger, ForeignKey("vent.id", ondelete="CASCADE"), nullable=False),
    member_column("writer_id"),
)
Index("ix_talk_vent_writer", talk.c.vent_id, talk.c.writer_id)

mask = Table(
    "mask",
    METADATA,
    # the made-up name that somebody writes under in one thread
    Column("vent_id", BigInteger, ForeignKey("vent.id", ondelete="CASCADE"), primary_key=True),
    ref_column("writer_ref", primary_key=True),
    Column("alias", Text, nullable=False),
    UniqueConstraint("vent_id", "alias"),
)

shut_out = Table(
    "shut_out",
    METADATA,
    # "no more from this writer", in one thread
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("vent_id", BigInteger, ForeignKey("vent.id", ondelete="CASCADE"), nullable=False, index=True),
    ref_column("writer_ref", nullable=True),
    member_column("writer_id", nullable=True),
    CheckConstraint("(writer_id IS NULL) <> (writer_ref IS NULL)", name="one_writer"),
)

moderated = Table(
    "moderated",
    METADATA,
    # what moderators did to a post last, and its words while nobody may see them (SPEC 5: 7 days)
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("vent_id", BigInteger, ForeignKey("vent.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    box_column("sealed", "hidden|{message_id}", nullable=True),
    moment_column("until_ms", index=True),
)

held = Table(
    "held",
    METADATA,
    # a vent, or a line without a name, that is not up: a moderator is to look, the brake is on, or it was declined
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("vent_id", BigInteger, ForeignKey("vent.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("line_id", BigInteger, ForeignKey("line.id", ondelete="CASCADE"), index=True),
    Column("why", Text, nullable=False),
    Column("act_id", BigInteger),
    # its words (SPEC 5: 72 h)
    box_column("sealed", "held|{id}"),
    moment_column("since_ms"),
    moment_column("until_ms", index=True),
)
Index("ix_held_guild_why", held.c.guild_id, held.c.why, held.c.since_ms)

vent_how = Table(
    "vent_how",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    # days since 1970-01-01 of the week's Monday
    Column("week", Integer, primary_key=True, autoincrement=False),
    Column("how", Text, primary_key=True),
    Column("answers", Integer, nullable=False),
)

past_vent = Table(
    "past_vent",
    METADATA,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("room_id", BigInteger, nullable=False),
    ref_column("author_ref"),
    moment_column("until_ms", index=True),
)

panel = Table(
    "panel",
    METADATA,
    Column("room_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    moment_column("moved_ms"),
)

TABLES = (vent, support, line, talk, mask, shut_out, past_vent, panel, moderated, held, vent_how)
