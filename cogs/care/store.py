"""The rows of the care line. A talk holds a ref and never an id; what was said is sealed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    Row,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.data.schema import METADATA, box_column, moment_column, ref_column, upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, MessageId, Ref
from cogs.care.model import Talk

care_talk = Table(
    "care_talk",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    ref_column("author_ref"),
    # the post a moderator reached out about: one without a name, so no id can be found by it; None once it has one
    Column("vent_id", BigInteger),
    Column("room_id", BigInteger),
    Column("message_id", BigInteger),
    # the token of the author's last press: it says who they are, so it is sealed and short-lived
    box_column("answer_box", "care-answer|{id}", nullable=True),
    # by the real clock, as tokens are
    moment_column("answer_until_ms", nullable=True),
    Column("open", Integer, nullable=False, server_default="1"),
    moment_column("until_ms", index=True),
)
Index("ix_care_talk_author", care_talk.c.guild_id, care_talk.c.author_ref)

care_note = Table(
    "care_note",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("talk_id", BigInteger, ForeignKey("care_talk.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("by_moderator", Integer, nullable=False),
    box_column("sealed", "care-note|{id}"),
    # the message in the moderators' place
    Column("channel_id", BigInteger),
    Column("message_id", BigInteger),
    moment_column("said_ms"),
    moment_column("until_ms", index=True),
)

care_block = Table(
    "care_block",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    ref_column("author_ref", primary_key=True),
    moment_column("until_ms", index=True),
)

_WHOSE = care_talk.c.author_ref.in_(bindparam("refs", expanding=True))
_TALK = select(care_talk).where(care_talk.c.id == bindparam("talk"))
_OPEN_OF = (
    select(care_talk)
    .where(care_talk.c.guild_id == bindparam("guild"), _WHOSE, care_talk.c.open == 1)
    .order_by(care_talk.c.until_ms.desc())
    .limit(bindparam("most"))
)
_ANSWER = care_note.alias()
_BY_MODERATOR = (_ANSWER.c.talk_id == care_talk.c.id, _ANSWER.c.by_moderator == 1)
_OPEN = (
    select(
        care_talk.c.id, func.min(care_note.c.said_ms).label("since_ms"),
        select(func.count()).where(*_BY_MODERATOR).correlate(care_talk).scalar_subquery().label("answers"),
    )
    .join_from(care_talk, care_note, care_note.c.talk_id == care_talk.c.id)
    .where(
        care_talk.c.guild_id == bindparam("guild"), care_talk.c.open == 1, care_note.c.by_moderator == 0,
        ~select(_ANSWER.c.id).where(*_BY_MODERATOR, _ANSWER.c.said_ms >= care_note.c.said_ms)
        .correlate(care_talk, care_note).exists(),
    )
    .group_by(care_talk.c.id)
    .order_by(func.min(care_note.c.said_ms))
    .limit(bindparam("most"))
)  # fmt: skip
_ADD = insert(care_talk)
_TO = update(care_talk).where(care_talk.c.id == bindparam("talk"))
_WAY_BACK = _TO.values(
    answer_box=bindparam("box"), answer_until_ms=bindparam("ends"), author_ref=bindparam("ref"),
    until_ms=bindparam("kept"),
)  # fmt: skip
_TOUCH = _TO.values(until_ms=bindparam("kept"))
_CLOSE = _TO.where(care_talk.c.open == 1).values(open=0)
_LOSE_POST = (
    update(care_talk)
    .where(
        care_talk.c.guild_id == bindparam("guild"), care_talk.c.message_id.in_(bindparam("messages", expanding=True))
    )
    .values(vent_id=None, room_id=None, message_id=None)
)
_NOTES = (
    select(care_note)
    .where(care_note.c.talk_id == bindparam("talk"))
    .order_by(care_note.c.said_ms.desc(), care_note.c.id)
    .limit(bindparam("most"))
)
_NOTE = select(care_note).where(care_note.c.id == bindparam("note"))
_ADD_NOTE = insert(care_note)
_PLACED = (
    update(care_note)
    .where(care_note.c.id == bindparam("note"))
    .values(channel_id=bindparam("channel"), message_id=bindparam("message"))
)
_OVER = select(care_note).where(care_note.c.until_ms < bindparam("before")).limit(500)
_DROP_NOTES = delete(care_note).where(care_note.c.id.in_(bindparam("notes", expanding=True)))
_DROP_TALKS = delete(care_talk).where(
    care_talk.c.until_ms < bindparam("before"),
    ~select(care_note.c.id).where(care_note.c.talk_id == care_talk.c.id).correlate(care_talk).exists(),
)
_FADE = update(care_talk).where(care_talk.c.answer_until_ms < bindparam("real")).values(
    answer_box=None, answer_until_ms=None
)  # fmt: skip
_ANY_TOKEN = select(care_talk.c.id).where(care_talk.c.answer_until_ms.is_not(None)).limit(1)
_BLOCK = upsert(care_block).on_conflict_do_nothing()
_BLOCKED = select(care_block.c.until_ms).where(
    care_block.c.guild_id == bindparam("guild"), care_block.c.author_ref.in_(bindparam("refs", expanding=True))
)
_UNBLOCK = delete(care_block).where(
    care_block.c.guild_id == bindparam("guild"), care_block.c.author_ref.in_(bindparam("refs", expanding=True))
)
_BLOCKS_OVER = delete(care_block).where(care_block.c.until_ms < bindparam("before"))


def talk(look: Look, number: int) -> Talk | None:
    row = look.execute(_TALK, {"talk": number}).first()
    return _talk(row) if row is not None else None


def open_talks_of(look: Look, guild: GuildId, refs: Sequence[Ref], *, most: int) -> list[Talk]:
    return [_talk(row) for row in look.execute(_OPEN_OF, {"guild": guild, "refs": list(refs), "most": most})]


def unanswered(look: Look, guild: GuildId, *, most: int) -> list[tuple[int, int, bool]]:
    """(talk, since when, whether a moderator wrote before) where the last word is not theirs, the longest first."""
    rows = look.execute(_OPEN, {"guild": guild, "most": most})
    return [(row.id, row.since_ms, row.answers > 0) for row in rows]


def way_back(look: Look, number: int) -> tuple[bytes | None, int]:
    """(sealed token, real milliseconds until which it works)"""
    row = look.execute(_TALK, {"talk": number}).one()
    return row.answer_box, row.answer_until_ms or 0


def begin(unit: Unit, new: Talk, *, kept_ms: int) -> None:
    values = {
        "id": new.id, "guild_id": new.guild, "author_ref": new.author_ref, "vent_id": new.vent, "room_id": new.room,
        "message_id": new.message, "until_ms": kept_ms,
    }  # fmt: skip
    unit.run(_ADD, values)


def seal_way_back(unit: Unit, number: int, ref: Ref, box: bytes, *, ends_ms: int, kept_ms: int) -> None:
    """The author pressed something: the way back to them is that press now, and the ref the active key's."""
    unit.run(_WAY_BACK, {"talk": number, "ref": ref, "box": box, "ends": ends_ms, "kept": kept_ms})


def keep_until(unit: Unit, number: int, kept_ms: int) -> None:
    unit.run(_TOUCH, {"talk": number, "kept": kept_ms})


def lose_post(unit: Unit, guild: GuildId, messages: Sequence[MessageId]) -> None:
    """These carry a name now: no talk says any more that it began with one of them."""
    unit.run(_LOSE_POST, {"guild": guild, "messages": list(messages)})


def close(unit: Unit, number: int) -> bool:
    """False if it was closed before."""
    return unit.run(_CLOSE, {"talk": number}).rowcount > 0


def notes(look: Look, number: int, *, most: int) -> list[Row[Any]]:
    """The last ones, the oldest first."""
    return list(reversed(look.execute(_NOTES, {"talk": number, "most": most}).fetchall()))


def note(look: Look, number: int) -> Row[Any] | None:
    return look.execute(_NOTE, {"note": number}).first()


def add_note(unit: Unit, values: dict[str, Any]) -> None:
    unit.run(_ADD_NOTE, values)


def note_is_at(unit: Unit, number: int, channel: ChannelId, message: MessageId) -> None:
    unit.run(_PLACED, {"note": number, "channel": channel, "message": message})


def notes_over(look: Look, now_ms: int) -> Sequence[Row[Any]]:
    """What has been kept long enough, and where moderators can still read it."""
    return look.execute(_OVER, {"before": now_ms}).fetchall()


def drop_notes(unit: Unit, numbers: Sequence[int]) -> None:
    unit.run(_DROP_NOTES, {"notes": list(numbers)})


def sweep(unit: Unit, real_ms: int) -> None:
    """Tokens, empty talks and blocks whose time is over."""
    fade(unit, real_ms)
    unit.run(_DROP_TALKS, {"before": unit.now_ms})
    unit.run(_BLOCKS_OVER, {"before": unit.now_ms})


def fade(unit: Unit, real_ms: int) -> bool:
    """Tokens that work no more go; whether any are left."""
    unit.run(_FADE, {"real": real_ms})
    return unit.run(_ANY_TOKEN).first() is not None


def block(unit: Unit, guild: GuildId, ref: Ref, until_ms: int) -> None:
    unit.run(_BLOCK, {"guild_id": guild, "author_ref": ref, "until_ms": until_ms})


def is_blocked(look: Look, guild: GuildId, refs: Sequence[Ref]) -> bool:
    return look.execute(_BLOCKED, {"guild": guild, "refs": list(refs)}).first() is not None


def unblock(unit: Unit, guild: GuildId, refs: Sequence[Ref]) -> None:
    unit.run(_UNBLOCK, {"guild": guild, "refs": list(refs)})


def _talk(row: Row[Any]) -> Talk:
    return Talk(
        id=row.id, guild=row.guild_id, author_ref=row.author_ref, vent=row.vent_id, room=row.room_id,
        message=row.message_id, is_open=bool(row.open),
    )  # fmt: skip


TABLES = (care_talk, care_note, care_block)
