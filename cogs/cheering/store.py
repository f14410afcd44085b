"""The rows of kind words that stand in channels, and of the jar."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    Row,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)  # fmt: skip

from bot.data.keys import Keys
from bot.data.schema import METADATA, box_column, member_column, moment_column, upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId
from cogs.cheering.model import Entry, Kind, KindWord, Source

_DAY_MS = timedelta(days=1) // timedelta(milliseconds=1)

jar_line = Table(
    "jar_line",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    member_column("owner_id"),
    # None once the giver is forgotten: the words stay, the name goes
    member_column("giver_id", nullable=True),
    Column("source", Text, nullable=False),
    box_column("sealed", "jar|{id}"),
    Column("thanked", Integer, nullable=False, server_default="0"),
    moment_column("kept_ms"),
)
Index("ix_jar_line_owner", jar_line.c.guild_id, jar_line.c.owner_id)
Index("ix_jar_line_giver", jar_line.c.guild_id, jar_line.c.giver_id)

kind_word = Table(
    "kind_word",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    member_column("giver_id"),
    member_column("receiver_id"),
    Column("kind", Text, nullable=False),
)
Index("ix_kind_word_giver", kind_word.c.guild_id, kind_word.c.giver_id)
Index("ix_kind_word_receiver", kind_word.c.guild_id, kind_word.c.receiver_id)
Index("ix_kind_word_message", kind_word.c.message_id)

_KEEP = upsert(jar_line).on_conflict_do_nothing()
_OWN = (jar_line.c.guild_id == bindparam("guild"), jar_line.c.owner_id == bindparam("owner"))
_COUNT = select(func.count()).where(*_OWN)
_NEWEST = select(jar_line).where(*_OWN).order_by(jar_line.c.kept_ms.desc(), jar_line.c.id)
_SOME = _NEWEST.limit(bindparam("most")).offset(bindparam("nth"))
_LINE = select(jar_line).where(*_OWN, jar_line.c.id == bindparam("line"))
_THANK = update(jar_line).where(*_OWN, jar_line.c.id == bindparam("line"), jar_line.c.thanked == 0).values(thanked=1)
_REMOVE = delete(jar_line).where(*_OWN, jar_line.c.id == bindparam("line"))
_REMOVE_ALL = delete(jar_line).where(*_OWN)
_GIVEN_BY = (jar_line.c.guild_id == bindparam("guild"), jar_line.c.giver_id == bindparam("giver"))
_COUNT_GIVEN = select(func.count()).where(*_GIVEN_BY)
_UNSIGN = update(jar_line).where(*_GIVEN_BY).values(giver_id=None)
_SERVERS = select(jar_line.c.guild_id).where(jar_line.c.owner_id == bindparam("owner")).distinct().limit(100)

_SAY = insert(kind_word)
_WORD = select(kind_word).where(kind_word.c.id == bindparam("word"))
_IS_SAID = update(kind_word).where(kind_word.c.id == bindparam("word")).values(message_id=bindparam("message"))
_UNSAY = delete(kind_word).where(kind_word.c.id == bindparam("word"))
_AT = select(kind_word).where(kind_word.c.message_id.in_(bindparam("messages", expanding=True)))
# the guild is what the indices begin with; what is on its way yet finds out by itself
_IN = select(kind_word).where(
    kind_word.c.guild_id == bindparam("guild"), kind_word.c.channel_id == bindparam("channel"),
    kind_word.c.message_id.is_not(None),
).limit(bindparam("most"))  # fmt: skip
_OF = select(kind_word).where(
    kind_word.c.guild_id == bindparam("guild"),
    or_(kind_word.c.giver_id == bindparam("member"), kind_word.c.receiver_id == bindparam("member")),
)


def keep(unit: Unit, keys: Keys, entry: Entry) -> None:
    """Puts a line into its owner's jar, sealed; nothing if it is there."""
    # kept lines to the day only: a moment could be laid beside the moments of a vent
    kept_ms = unit.now_ms // _DAY_MS * _DAY_MS if entry.source is Source.KEPT else unit.now_ms
    values = {
        "id": entry.id, "guild_id": entry.guild, "owner_id": entry.owner, "giver_id": entry.giver,
        "source": entry.source, "sealed": keys.seal(entry.said, f"jar|{entry.id}"), "kept_ms": kept_ms,
    }  # fmt: skip
    unit.run(_KEEP, values)


def said(keys: Keys, row: Row[Any]) -> str:
    """The words of a line in a jar. Raises keys.BoxBroken."""
    return keys.open(row.sealed, f"jar|{row.id}")


def count(look: Look, guild: GuildId, owner: MemberId) -> int:
    return int(look.execute(_COUNT, {"guild": guild, "owner": owner}).scalar_one())


def lines(look: Look, guild: GuildId, owner: MemberId, first: int, most: int) -> Sequence[Row[Any]]:
    """The newest is number 0."""
    return look.execute(_SOME, {"guild": guild, "owner": owner, "nth": first, "most": most}).fetchall()


def all_lines(look: Look, guild: GuildId, owner: MemberId) -> Sequence[Row[Any]]:
    """For a copy of everything, to be given to its owner."""
    return look.execute(_NEWEST, {"guild": guild, "owner": owner}).fetchall()


def line_of(look: Look, guild: GuildId, owner: MemberId, line: LineId) -> Row[Any] | None:
    return look.execute(_LINE, {"guild": guild, "owner": owner, "line": line}).first()


def thank(unit: Unit, guild: GuildId, owner: MemberId, line: LineId) -> bool:
    """False if its giver was thanked already."""
    return unit.run(_THANK, {"guild": guild, "owner": owner, "line": line}).rowcount > 0


def remove(unit: Unit, guild: GuildId, owner: MemberId, line: LineId) -> bool:
    return unit.run(_REMOVE, {"guild": guild, "owner": owner, "line": line}).rowcount > 0


def remove_all(unit: Unit, guild: GuildId, owner: MemberId) -> None:
    unit.run(_REMOVE_ALL, {"guild": guild, "owner": owner})


def count_given(look: Look, guild: GuildId, giver: MemberId) -> int:
    """Lines in other people's jars that carry this name."""
    return int(look.execute(_COUNT_GIVEN, {"guild": guild, "giver": giver}).scalar_one())


def unsign(unit: Unit, guild: GuildId, giver: MemberId) -> None:
    """Takes a name off all lines in others' jars."""
    unit.run(_UNSIGN, {"guild": guild, "giver": giver})


def servers(look: Look, owner: MemberId) -> Sequence[GuildId]:
    return [GuildId(row.guild_id) for row in look.execute(_SERVERS, {"owner": owner})]


def say(unit: Unit, word: KindWord) -> None:
    values = {
        "id": word.id, "guild_id": word.guild, "channel_id": word.channel, "message_id": word.message,
        "giver_id": word.giver, "receiver_id": word.receiver, "kind": word.kind,
    }  # fmt: skip
    unit.run(_SAY, values)


def word(look: Look, number: LineId) -> KindWord | None:
    row = look.execute(_WORD, {"word": number}).first()
    return _word(row) if row is not None else None


def is_said(unit: Unit, number: LineId, message: MessageId) -> bool:
    """False if it was taken down meanwhile."""
    return unit.run(_IS_SAID, {"word": number, "message": message}).rowcount > 0


def unsay(unit: Unit, number: LineId) -> bool:
    return unit.run(_UNSAY, {"word": number}).rowcount > 0


def words_of(look: Look, guild: GuildId, member: MemberId) -> list[KindWord]:
    """All that stand in channels and name this person."""
    return [_word(row) for row in look.execute(_OF, {"guild": guild, "member": member})]


def words_at(look: Look, messages: Sequence[MessageId]) -> list[KindWord]:
    """Those that stand there as one of these messages."""
    return [_word(row) for row in look.execute(_AT, {"messages": list(messages)})]


def words_in(look: Look, guild: GuildId, channel: ChannelId, *, most: int) -> list[KindWord]:
    """Some of those that stand in a channel or a thread."""
    return [_word(row) for row in look.execute(_IN, {"guild": guild, "channel": channel, "most": most})]


def _word(row: Row[Any]) -> KindWord:
    message = MessageId(row.message_id) if row.message_id is not None else None
    return KindWord(
        LineId(row.id), GuildId(row.guild_id), ChannelId(row.channel_id), message,
        MemberId(row.giver_id), MemberId(row.receiver_id), Kind(row.kind),
    )  # fmt: skip


TABLES = (jar_line, kind_word)
