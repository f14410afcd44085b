"""The rows of vents, supports and lines. One function, one statement, where it can be."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Row,
    Select,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)  # fmt: skip

from bot.data.schema import METADATA, PERSON, member_column, moment_column, ref_column, upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId, Ref, VentId, random_id
from cogs.venting.model import Mine, Shown, Stage, Vent, Wish

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
    # who to tell and where, sealed, while the author wants to be told (SPEC 4.1)
    Column("tell_box", LargeBinary, info={PERSON: "box"}),
    Column("told_day", Integer, nullable=False, server_default="0"),
    Column("told", Integer, nullable=False, server_default="0"),
    # whether a note already waits under the author's key
    Column("noted", Integer, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False, server_default="0"),
    CheckConstraint("(author_id IS NULL) <> (author_ref IS NULL)", name="one_author"),
)
Index("ix_vent_author_ref", vent.c.guild_id, vent.c.author_ref)
Index("ix_vent_author_id", vent.c.guild_id, vent.c.author_id)

support = Table(
    "support",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("vent_id", BigInteger, ForeignKey("vent.id", ondelete="CASCADE"), nullable=False),
    # HMAC over vent and person: cannot be linked between vents. The id only where they signed
    ref_column("supporter_ref", nullable=True),
    member_column("supporter_id", nullable=True),
    Column("cheer", Text),
    Column("lines", Integer, nullable=False, server_default="0"),
    UniqueConstraint("vent_id", "supporter_ref"),
    CheckConstraint("(supporter_id IS NULL) <> (supporter_ref IS NULL)", name="one_supporter"),
)
Index("uq_support_vent_id_supporter_id", support.c.vent_id, support.c.supporter_id, unique=True)

line = Table(
    "line",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("vent_id", BigInteger, ForeignKey("vent.id", ondelete="CASCADE"), nullable=False),
    # the writer's key, so that a mute can hold; the id only where they signed
    ref_column("writer_ref", nullable=True),
    member_column("writer_id", nullable=True),
    Column("alias", Text),
    Column("message_id", BigInteger),
    UniqueConstraint("vent_id", "writer_ref"),
    UniqueConstraint("vent_id", "alias"),
    CheckConstraint("(writer_id IS NULL) <> (writer_ref IS NULL)", name="one_writer"),
)

past_vent = Table(
    "past_vent",
    METADATA,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
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

_SUPPORTERS = select(func.count()).where(support.c.vent_id == vent.c.id).correlate(vent).scalar_subquery()
_LINES = select(func.count()).where(line.c.vent_id == vent.c.id).correlate(vent).scalar_subquery()
_VENT: Select[Any] = select(vent, _SUPPORTERS.label("supporters"))
_BY_ID = _VENT.where(vent.c.id == bindparam("vent"))
_BY_MESSAGE = _VENT.where(vent.c.message_id == bindparam("message"))
_BY_THREAD = _VENT.where(vent.c.thread_id == bindparam("thread"))
_OWN = or_(vent.c.author_id == bindparam("member"), vent.c.author_ref.in_(bindparam("refs", expanding=True)))
_MINE = (
    _VENT.add_columns(_LINES.label("lines"))
    .where(vent.c.guild_id == bindparam("guild"), _OWN)
    .order_by(vent.c.ends_ms.desc())
    .limit(bindparam("most"))
)
_NAMES = select(vent.c.alias).where(vent.c.guild_id == bindparam("guild"), vent.c.alias.is_not(None))
_NAMES_IN_THREAD = select(line.c.alias).where(line.c.vent_id == bindparam("vent"), line.c.alias.is_not(None))
_ADD = insert(vent)
_STAGE = update(vent).where(vent.c.id == bindparam("vent"))
_IS_UP = _STAGE.values(message_id=bindparam("message"), posted_ms=bindparam("now"), version=vent.c.version + 1)
_HAS_THREAD = _STAGE.values(thread_id=bindparam("thread"), stage=Stage.UP)
_TELL = _STAGE.values(tell_box=bindparam("box"))
_NOTED = _STAGE.values(noted=1)
_UNNOTE = update(vent).where(vent.c.guild_id == bindparam("guild"), _OWN).values(noted=0)
_TOLD = _STAGE.values(told_day=bindparam("day"), told=bindparam("count"))
_REMOVE = delete(vent).where(vent.c.id == bindparam("vent"))
_BUMP = _STAGE.values(version=vent.c.version + 1).returning(vent.c.version)
_PAST = upsert(past_vent).on_conflict_do_nothing()
_PAST_OVER = delete(past_vent).where(past_vent.c.until_ms < bindparam("before"))

_SUPPORTER = or_(
    support.c.supporter_id == bindparam("member"), support.c.supporter_ref.in_(bindparam("refs", expanding=True))
)
_GIVEN = select(support).where(support.c.vent_id == bindparam("vent"), _SUPPORTER)
_NEW_SUPPORT = insert(support)
_SET_CHEER = update(support).where(support.c.id == bindparam("row")).values(cheer=bindparam("kind"))
_ADD_LINE_TO = update(support).where(support.c.id == bindparam("row")).values(lines=support.c.lines + 1)
_SIGN = (
    update(support).where(support.c.id == bindparam("row")).values(supporter_id=bindparam("member"), supporter_ref=None)
)
_NO_SUPPORT = delete(support).where(support.c.id == bindparam("row"))

_NEW_LINE = upsert(line).on_conflict_do_nothing(index_elements=["vent_id", "writer_ref"]).returning(line.c.id)
_WROTE_UNSIGNED = select(line.c.id).where(
    line.c.vent_id == bindparam("vent"), line.c.writer_ref.in_(bindparam("refs", expanding=True))
)
_LINE = select(line).where(line.c.id == bindparam("line"))
_LINE_UP = update(line).where(line.c.id == bindparam("line")).values(message_id=bindparam("message"))
_LINE_GONE = delete(line).where(line.c.id == bindparam("line"))

_new_panel = upsert(panel)
_PANEL_IS = _new_panel.on_conflict_do_update(
    index_elements=["room_id"],
    set_={"message_id": _new_panel.excluded.message_id, "moved_ms": _new_panel.excluded.moved_ms},
)
_PANEL = select(panel).where(panel.c.room_id == bindparam("room"))


def _vent(row: Row[Any]) -> Vent:
    return Vent(
        id=row.id, guild=row.guild_id, room=row.room_id, message=row.message_id, thread=row.thread_id,
        wish=Wish(row.wish), shown=Shown(row.shown), alias=row.alias, author=row.author_id, warning=bool(row.warning),
        author_ref=row.author_ref, stage=Stage(row.stage), posted_ms=row.posted_ms, ends_ms=row.ends_ms,
        tells=row.tell_box is not None, noted=bool(row.noted), supporters=row.supporters, version=row.version,
    )  # fmt: skip


def by_id(look: Look, number: VentId) -> Vent | None:
    row = look.execute(_BY_ID, {"vent": number}).first()
    return _vent(row) if row is not None else None


def by_message(look: Look, message: MessageId) -> Vent | None:
    row = look.execute(_BY_MESSAGE, {"message": message}).first()
    return _vent(row) if row is not None else None


def by_thread(look: Look, thread: ChannelId) -> Vent | None:
    row = look.execute(_BY_THREAD, {"thread": thread}).first()
    return _vent(row) if row is not None else None


def of_author(look: Look, guild: GuildId, member: MemberId, refs: Sequence[Ref], *, most: int) -> list[Mine]:
    """A person's own vents, the newest first."""
    rows = look.execute(_MINE, {"guild": guild, "member": member, "refs": refs, "most": most})
    return [Mine(_vent(row), row.lines) for row in rows]


def tell_state(look: Look, number: VentId) -> tuple[bytes | None, int, int]:
    """(sealed address, day number of the last telling, tellings on that day)"""
    row = look.execute(_BY_ID, {"vent": number}).one()
    return row.tell_box, row.told_day, row.told


def names_on_server(look: Look, guild: GuildId) -> frozenset[str]:
    return frozenset(look.execute(_NAMES, {"guild": guild}).scalars())


def names_in_thread(look: Look, number: VentId) -> frozenset[str]:
    return frozenset(look.execute(_NAMES_IN_THREAD, {"vent": number}).scalars())


def add(unit: Unit, values: dict[str, Any]) -> None:
    unit.run(_ADD, values)


def is_up(unit: Unit, number: VentId, message: MessageId) -> None:
    unit.run(_IS_UP, {"vent": number, "message": message, "now": unit.now_ms})


def has_thread(unit: Unit, number: VentId, thread: ChannelId | None) -> None:
    unit.run(_HAS_THREAD, {"vent": number, "thread": thread})


def seal_address(unit: Unit, number: VentId, box: bytes | None) -> None:
    """Keeps who to tell, or with None erases it."""
    unit.run(_TELL, {"vent": number, "box": box})


def count_telling(unit: Unit, number: VentId, day: int, count: int) -> None:
    unit.run(_TOLD, {"vent": number, "day": day, "count": count})


def is_noted(unit: Unit, number: VentId) -> None:
    """A note about it waits for its author."""
    unit.run(_NOTED, {"vent": number})


def notes_read(unit: Unit, guild: GuildId, member: MemberId, refs: Sequence[Ref]) -> None:
    unit.run(_UNNOTE, {"guild": guild, "member": member, "refs": refs})


def remove(unit: Unit, number: VentId) -> None:
    """With all supports and lines."""
    unit.run(_REMOVE, {"vent": number})


def remember_past(unit: Unit, guild: GuildId, message: MessageId, ref: Ref, until_ms: int) -> None:
    """(message, ref) of an ended anonymous vent, for mutes and reports (SPEC 4.2)."""
    unit.run(_PAST, {"message_id": message, "guild_id": guild, "author_ref": ref, "until_ms": until_ms})


def expire_past(unit: Unit) -> None:
    unit.run(_PAST_OVER, {"before": unit.now_ms})


def bump(unit: Unit, number: VentId) -> int:
    """Counts a change of the vent's support; gives the new version."""
    return int(unit.run(_BUMP, {"vent": number}).scalar_one())


def support_of(unit: Unit, number: VentId, member: MemberId, refs: Sequence[Ref]) -> Row[Any] | None:
    """What this person has given this vent so far."""
    return unit.run(_GIVEN, {"vent": number, "member": member, "refs": refs}).first()


def add_support(unit: Unit, number: VentId, who: Ref | MemberId, *, cheer: str | None, lines: int) -> None:
    known = isinstance(who, int)
    values = {
        "id": random_id(), "vent_id": number, "supporter_ref": None if known else who,
        "supporter_id": who if known else None, "cheer": cheer, "lines": lines,
    }  # fmt: skip
    unit.run(_NEW_SUPPORT, values)


def set_cheer(unit: Unit, row: int, cheer: str | None) -> None:
    unit.run(_SET_CHEER, {"row": row, "kind": cheer})


def add_line_to(unit: Unit, row: int) -> None:
    unit.run(_ADD_LINE_TO, {"row": row})


def sign_support(unit: Unit, row: int, member: MemberId) -> None:
    """Whoever signs on a vent is known there: the ref goes, so that it cannot be told whose it was."""
    unit.run(_SIGN, {"row": row, "member": member})


def drop_support(unit: Unit, row: int) -> None:
    unit.run(_NO_SUPPORT, {"row": row})


def add_line(unit: Unit, number: LineId, vent_id: VentId, who: Ref | MemberId, alias: str | None) -> bool:
    """False if this person has an unsigned line there already."""
    known = isinstance(who, int)
    values = {
        "id": number, "vent_id": vent_id, "writer_ref": None if known else who, "writer_id": who if known else None,
        "alias": alias, "message_id": None,
    }  # fmt: skip
    return unit.run(_NEW_LINE, values).scalar() is not None


def wrote_unsigned(unit: Unit, number: VentId, refs: Sequence[Ref]) -> bool:
    return unit.run(_WROTE_UNSIGNED, {"vent": number, "refs": refs}).first() is not None


def line_is_up(unit: Unit, number: LineId, message: MessageId) -> None:
    unit.run(_LINE_UP, {"line": number, "message": message})


def line_there(look: Look, number: LineId) -> Row[Any] | None:
    return look.execute(_LINE, {"line": number}).first()


def drop_line(unit: Unit, number: LineId) -> None:
    unit.run(_LINE_GONE, {"line": number})


def panel_of(look: Look, room: ChannelId) -> Row[Any] | None:
    return look.execute(_PANEL, {"room": room}).first()


def panel_is(unit: Unit, guild: GuildId, room: ChannelId, message: MessageId | None) -> None:
    unit.run(_PANEL_IS, {"room_id": room, "guild_id": guild, "message_id": message, "moved_ms": unit.now_ms})


TABLES = (vent, support, line, past_vent, panel)
