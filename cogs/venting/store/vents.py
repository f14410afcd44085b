"""The rows of vents themselves."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, func, insert, or_, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, Ref, VentId
from cogs.venting.model.line import Kind
from cogs.venting.model.vent import Card, Mine, Shown, Stage, Vent, Wish
from cogs.venting.store.tables import line, past_vent, support, vent

_SUPPORTERS = select(func.count()).where(support.c.vent_id == vent.c.id).correlate(vent).scalar_subquery()
_LINES = (
    select(func.count())
    .where(line.c.vent_id == vent.c.id, line.c.kind != Kind.REPLY.value, line.c.message_id.is_not(None))
    .correlate(vent)
    .scalar_subquery()
)
_VENT: Select[Any] = select(vent, _SUPPORTERS.label("supporters"))
_BY_ID = _VENT.where(vent.c.id == bindparam("vent"))
_BY_MESSAGE = _VENT.where(vent.c.message_id == bindparam("message"))
_OWN = or_(vent.c.author_id == bindparam("member"), vent.c.author_ref.in_(bindparam("refs", expanding=True)))
_UP_AT = select(vent.c.id).where(vent.c.message_id.in_(bindparam("messages", expanding=True)))
_UP_IN = (
    select(vent.c.id)
    .where(vent.c.room_id == bindparam("room"), vent.c.message_id.is_not(None))
    .limit(bindparam("most"))
)
_STANDING = (
    select(vent.c.id, vent.c.room_id, vent.c.message_id)
    .where(vent.c.id > bindparam("after"), vent.c.message_id.is_not(None))
    .order_by(vent.c.id)
    .limit(bindparam("most"))
)
_MINE = (
    _VENT.add_columns(_LINES.label("lines"))
    .where(vent.c.guild_id == bindparam("guild"), _OWN)
    .order_by(vent.c.ends_ms.desc())
    .limit(bindparam("most"))
)
_NEEDS = (
    _VENT.where(vent.c.guild_id == bindparam("guild"), vent.c.stage == Stage.UP, vent.c.closed == 0)
    .where(vent.c.hidden == 0, or_(vent.c.shown != Shown.CIRCLE, vent.c.room_id == bindparam("circle")))
    .order_by(_SUPPORTERS, vent.c.posted_ms)
    .limit(bindparam("most"))
)
_IN_CIRCLE = _VENT.where(vent.c.room_id == bindparam("thread"), vent.c.shown == bindparam("shown_in"))
_OF_REF = _VENT.where(vent.c.guild_id == bindparam("guild"), vent.c.author_ref == bindparam("ref"))
_OVERDUE = _VENT.where(vent.c.ends_ms < bindparam("before")).limit(100)
_SERVERS = select(vent.c.guild_id).distinct()
_NAMES = select(vent.c.alias).where(vent.c.guild_id == bindparam("guild"), vent.c.alias.is_not(None))
_ADD = insert(vent)
_SET = update(vent).where(vent.c.id == bindparam("vent"))
_IS_UP = _SET.values(message_id=bindparam("message"), posted_ms=bindparam("now"), version=vent.c.version + 1)
_HAS_THREAD = _SET.values(thread_id=bindparam("thread"), stage=Stage.UP)
_TELL = _SET.values(tell_box=bindparam("box"))
_TOLD = _SET.values(told_day=bindparam("day"), told=bindparam("count"))
_BY_AUTHOR, _BY_MODERATORS = 1, 2
"""Who closed it; 0 is nobody."""
_CLOSE = _SET.values(closed=bindparam("shut"))
_END_AT = _SET.values(ends_ms=bindparam("at"))
_HIDE = _SET.where(vent.c.hidden != bindparam("yes")).values(hidden=bindparam("yes"))
_NAME = _SET.values(author_id=bindparam("member"), author_ref=None, alias=None, shown=Shown.OPEN)
_REWRITE = _SET.values(author_ref=bindparam("ref"), key_id=bindparam("kid"))
_BUMP = _SET.values(version=vent.c.version + 1).returning(vent.c.version)
_VERSION = select(vent.c.version, vent.c.hidden).where(vent.c.id == bindparam("vent"))
_HELD_VERSION = select(vent.c.version).where(vent.c.id == bindparam("vent")).with_for_update()
_REMOVE = delete(vent).where(vent.c.id == bindparam("vent"))
_PAST = upsert(past_vent).on_conflict_do_nothing()
_PAST_REF = select(past_vent.c.room_id, past_vent.c.author_ref).where(
    past_vent.c.guild_id == bindparam("guild"), past_vent.c.message_id == bindparam("message")
)
_PAST_FORGET = delete(past_vent).where(
    past_vent.c.room_id == bindparam("room"), past_vent.c.author_ref.in_(bindparam("refs", expanding=True))
)
_PAST_OVER = delete(past_vent).where(past_vent.c.until_ms < bindparam("before"))


def _vent(row: Row[Any]) -> Vent:
    return Vent(
        id=row.id,
        guild=row.guild_id,
        room=row.room_id,
        message=row.message_id,
        thread=row.thread_id,
        wish=Wish(row.wish),
        shown=Shown(row.shown),
        alias=row.alias,
        author=row.author_id,
        author_ref=row.author_ref,
        warning=bool(row.warning),
        stage=Stage(row.stage),
        posted_ms=row.posted_ms,
        ends_ms=row.ends_ms,
        closed=bool(row.closed),
        hidden=bool(row.hidden),
        tells=row.tell_box is not None,
        supporters=row.supporters,
        version=row.version,
        closed_by_author=row.closed == _BY_AUTHOR,
    )


def by_id(look: Look, number: VentId) -> Vent | None:
    row = look.execute(_BY_ID, {"vent": number}).first()
    return _vent(row) if row is not None else None


def by_message(look: Look, message: MessageId) -> Vent | None:
    row = look.execute(_BY_MESSAGE, {"message": message}).first()
    return _vent(row) if row is not None else None


def at_messages(look: Look, messages: Sequence[MessageId]) -> list[VentId]:
    """Those whose card is among these messages."""
    return [VentId(row.id) for row in look.execute(_UP_AT, {"messages": messages})]


def up_in(look: Look, room: ChannelId, *, most: int) -> list[VentId]:
    """Those whose card is in this room."""
    return [VentId(row.id) for row in look.execute(_UP_IN, {"room": room, "most": most})]


def of_author(look: Look, guild: GuildId, member: MemberId, refs: Sequence[Ref], *, most: int) -> list[Mine]:
    """A person's own vents, the newest first."""
    rows = look.execute(_MINE, {"guild": guild, "member": member, "refs": refs, "most": most})
    return [Mine(_vent(row), row.lines) for row in rows]


def standing(look: Look, after: VentId, *, most: int) -> list[Card]:
    """The cards that are up, those with the smallest numbers above `after`."""
    rows = look.execute(_STANDING, {"after": after, "most": most})
    return [Card(VentId(row.id), ChannelId(row.room_id), MessageId(row.message_id)) for row in rows]


def of_ref(look: Look, guild: GuildId, ref: Ref) -> list[Vent]:
    """All living vents of one anonymous author."""
    return [_vent(row) for row in look.execute(_OF_REF, {"guild": guild, "ref": ref})]


def least_supported(look: Look, guild: GuildId, circle: ChannelId | None, *, most: int) -> list[Vent]:
    """Those with room for a few words, the least supported first; of circles' only those in the place `circle`."""
    values = {"guild": guild, "circle": circle or 0, "most": most}
    return [_vent(row) for row in look.execute(_NEEDS, values)]


def in_circle(look: Look, thread: ChannelId) -> list[Vent]:
    """Those that stand in a circle's place, or are on their way there."""
    return [_vent(row) for row in look.execute(_IN_CIRCLE, {"thread": thread, "shown_in": Shown.CIRCLE})]


def overdue(look: Look, before_ms: int) -> list[Vent]:
    """Those whose end is past all the same: its work was lost, or they never went up."""
    return [_vent(row) for row in look.execute(_OVERDUE, {"before": before_ms})]


def servers(look: Look) -> list[GuildId]:
    """Where anybody has anything up."""
    return sorted(GuildId(row.guild_id) for row in look.execute(_SERVERS))


def names_on_server(look: Look, guild: GuildId) -> frozenset[str]:
    return frozenset(look.execute(_NAMES, {"guild": guild}).scalars())


def tell_state(look: Look, number: VentId) -> tuple[bytes | None, int, int]:
    """(sealed address, day number of the last telling, tellings on that day)"""
    row = look.execute(_BY_ID, {"vent": number}).one()
    return row.tell_box, row.told_day, row.told


def add(unit: Unit, values: dict[str, Any]) -> None:
    unit.run(_ADD, values)


def is_up(unit: Unit, number: VentId, message: MessageId) -> bool:
    """False if it is gone."""
    return unit.run(_IS_UP, {"vent": number, "message": message, "now": unit.now_ms}).rowcount > 0


def has_thread(unit: Unit, number: VentId, thread: ChannelId) -> None:
    unit.run(_HAS_THREAD, {"vent": number, "thread": thread})


def seal_address(unit: Unit, number: VentId, box: bytes | None) -> None:
    """Keeps who to tell, or with None erases it."""
    unit.run(_TELL, {"vent": number, "box": box})


def count_telling(unit: Unit, number: VentId, day: int, count: int) -> None:
    unit.run(_TOLD, {"vent": number, "day": day, "count": count})


def close(unit: Unit, number: VentId, *, shut: bool) -> None:
    """Takes no more lines, or takes them again, as the moderators say."""
    unit.run(_CLOSE, {"vent": number, "shut": _BY_MODERATORS if shut else 0})


def close_own(unit: Unit, number: VentId, *, shut: bool) -> bool:
    """The same as its author says; False where it was so already, or the moderators hold it closed."""
    before, after = (0, _BY_AUTHOR) if shut else (_BY_AUTHOR, 0)
    return unit.run(_CLOSE.where(vent.c.closed == before), {"vent": number, "shut": after}).rowcount > 0


def ends_at(unit: Unit, number: VentId, at_ms: int) -> None:
    unit.run(_END_AT, {"vent": number, "at": at_ms})


def hide(unit: Unit, number: VentId, *, hidden: bool) -> bool:
    """Out of sight, or in sight again; False if it was so already."""
    return unit.run(_HIDE, {"vent": number, "yes": int(hidden)}).rowcount > 0


def name_author(unit: Unit, number: VentId, member: MemberId) -> None:
    """Its author shows who they are: the id comes, ref and made-up name go."""
    unit.run(_NAME, {"vent": number, "member": member})


def rewrite(unit: Unit, number: VentId, ref: Ref, key_id: int) -> None:
    """Its owner acted under a newer key: the ref follows."""
    unit.run(_REWRITE, {"vent": number, "ref": ref, "kid": key_id})


def bump(unit: Unit, number: VentId) -> int | None:
    """Counts a change of what is seen of the vent; gives the new version, None if it is gone.

    Whoever changes it too waits until we are done, so it comes first where something is read and then written.
    """
    return unit.run(_BUMP, {"vent": number}).scalar()


def version_of(look: Look, number: VentId) -> tuple[int, bool] | None:
    """(how often what is seen of it changed, whether it is out of sight); None once it is gone."""
    row = look.execute(_VERSION, {"vent": number}).first()
    return (row.version, bool(row.hidden)) if row is not None else None


def held_version(unit: Unit, number: VentId) -> int | None:
    """How it stands, None if it is gone; whoever changes it waits until we are done."""
    return unit.run(_HELD_VERSION, {"vent": number}).scalar()


def remove(unit: Unit, number: VentId) -> None:
    """With all supports and lines."""
    unit.run(_REMOVE, {"vent": number})


def remember_past(unit: Unit, guild: GuildId, room: ChannelId, message: MessageId, ref: Ref, until_ms: int) -> None:
    """(message, ref) of a post without a name that is gone, for mutes and reports (SPEC 4.2)."""
    values = {"message_id": message, "guild_id": guild, "room_id": room, "author_ref": ref, "until_ms": until_ms}
    unit.run(_PAST, values)


def past_ref(look: Look, guild: GuildId, message: MessageId) -> tuple[ChannelId, Ref] | None:
    """(room, who wrote it) of an ended vent, while that is remembered."""
    row = look.execute(_PAST_REF, {"guild": guild, "message": message}).first()
    return (ChannelId(row.room_id), Ref(row.author_ref)) if row is not None else None


def forget_past(unit: Unit, room: ChannelId, refs: Sequence[Ref]) -> None:
    """What somebody wrote in this place without a name, and what is gone, is not remembered any more."""
    unit.run(_PAST_FORGET, {"room": room, "refs": list(refs)})


def expire_past(unit: Unit) -> None:
    unit.run(_PAST_OVER, {"before": unit.now_ms})
