"""The rows of what others gave: supports, lines, the names they write under."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, case, delete, func, insert, or_, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, LineId, MemberId, MessageId, Ref, VentId, random_id
from cogs.venting.model.came import Came
from cogs.venting.model.line import Kind, LineOn, WhoWasHere
from cogs.venting.model.vent import Cheer
from cogs.venting.store.tables import line, mask, shut_out, support, vent

_GIVEN = select(support).where(
    support.c.vent_id == bindparam("vent"), support.c.supporter_ref.in_(bindparam("refs", expanding=True))
)
_NEW_SUPPORT = insert(support)
_ROW = update(support).where(support.c.id == bindparam("row"))
_SET_CHEER = _ROW.values(cheer=bindparam("kind"))
_ADD_LINE_TO = _ROW.values(lines=support.c.lines + bindparam("many"))
_NO_SUPPORT = delete(support).where(support.c.id == bindparam("row"))
_CHEERS = (
    select(support.c.cheer, func.count().label("how_many"))
    .where(support.c.vent_id == bindparam("vent"), support.c.cheer.is_not(None))
    .group_by(support.c.cheer)
)
_WRITERS = select(func.count()).where(support.c.vent_id == bindparam("vent"), support.c.lines > 0)
_SIGNED = select(line.c.writer_id).where(
    line.c.vent_id == bindparam("vent"), line.c.writer_id.is_not(None), line.c.kind != Kind.REPLY.value
)

_CAME = select(
    func.count().label("people"), func.count(support.c.cheer).label("cheers"),
    func.sum(case((support.c.lines > 0, 1), else_=0)).label("writers"),
).where(support.c.vent_id == bindparam("vent"))  # fmt: skip
_UNSIGNED_WRITERS = select(func.count(func.distinct(line.c.writer_ref))).where(
    line.c.vent_id == bindparam("vent"), line.c.kind != Kind.REPLY.value, line.c.hidden == 0
)
_NEW_LINE = upsert(line).on_conflict_do_nothing().returning(line.c.id)
_WROTE_UNSIGNED = select(line.c.id).where(
    line.c.vent_id == bindparam("vent"),
    line.c.kind == Kind.LINE.value,
    line.c.writer_ref.in_(bindparam("refs", expanding=True)),
)
_LINE = select(line).where(line.c.id == bindparam("line"))
_IS_HIDDEN = select(line.c.hidden).where(line.c.id == bindparam("line")).with_for_update()
_ALL_LINES = select(line).where(line.c.vent_id == bindparam("vent"), line.c.message_id.is_not(None))
_LINE_AT = select(line).where(line.c.message_id == bindparam("message"))
_LINES_OF_REF = (
    select(line).join(vent).where(vent.c.guild_id == bindparam("guild"), line.c.writer_ref == bindparam("ref"))
)
_UNSIGNED = select(line).where(
    line.c.vent_id == bindparam("vent"), line.c.writer_ref.is_not(None), line.c.message_id.is_not(None)
)
_LINE_UP = update(line).where(line.c.id == bindparam("line")).values(message_id=bindparam("message"))
_LINE_GONE = delete(line).where(line.c.id == bindparam("line"))

_HIDE = (
    update(line)
    .where(line.c.id == bindparam("line"), line.c.hidden != bindparam("yes"))
    .values(hidden=bindparam("yes"))
)
_SIGNED_LINES = select(line).where(
    line.c.vent_id == bindparam("vent"),
    line.c.writer_id.is_not(None),
    line.c.kind == Kind.LINE.value,
    line.c.hidden == 0,
)
_THANK = update(line).where(line.c.id == bindparam("line"), line.c.thanked == 0).values(thanked=1)
_KEEP = update(line).where(line.c.id == bindparam("line"), line.c.kept == 0).values(kept=1)

_NAMES_IN_THREAD = select(mask.c.alias).where(mask.c.vent_id == bindparam("vent"))
_MASK = select(mask.c.alias).where(
    mask.c.vent_id == bindparam("vent"), mask.c.writer_ref.in_(bindparam("refs", expanding=True))
)
_PUT_ON = insert(mask)
_TAKE_OFF = delete(mask).where(
    mask.c.vent_id == bindparam("vent"), mask.c.writer_ref.in_(bindparam("refs", expanding=True))
)
_THEIRS_HERE = (line.c.vent_id == bindparam("vent"), line.c.writer_ref.in_(bindparam("refs", expanding=True)))
_REPLIES = select(line.c.message_id).where(*_THEIRS_HERE, line.c.message_id.is_not(None))
_SIGN = update(line).where(*_THEIRS_HERE).values(writer_id=bindparam("member"), writer_ref=None)
_NOT_SHUT_BY_KEY = delete(shut_out).where(
    shut_out.c.vent_id == bindparam("vent"), shut_out.c.writer_ref.in_(bindparam("refs", expanding=True))
)
_ANY_UNSIGNED = select(line.c.id).where(*_THEIRS_HERE).limit(1)
_SHUT = insert(shut_out)
_LET_IN = delete(shut_out).where(
    shut_out.c.vent_id == bindparam("vent"),
    or_(shut_out.c.writer_id == bindparam("member"), shut_out.c.writer_ref == bindparam("ref")),
)
_IS_SHUT = select(shut_out.c.id).where(
    shut_out.c.vent_id == bindparam("vent"),
    or_(shut_out.c.writer_id == bindparam("member"), shut_out.c.writer_ref.in_(bindparam("refs", expanding=True))),
)


def support_of(look: Look, number: VentId, refs: Sequence[Ref]) -> Row[Any] | None:
    """What the person with these refs has given this vent so far."""
    return look.execute(_GIVEN, {"vent": number, "refs": refs}).first()


def add_support(unit: Unit, number: VentId, who: Ref, *, cheer: str | None, lines: int) -> None:
    values = {"id": random_id(), "vent_id": number, "supporter_ref": who, "cheer": cheer, "lines": lines}
    unit.run(_NEW_SUPPORT, values)


def set_cheer(unit: Unit, row: int, cheer: str | None) -> None:
    unit.run(_SET_CHEER, {"row": row, "kind": cheer})


def add_line_to(unit: Unit, row: int, many: int = 1) -> None:
    unit.run(_ADD_LINE_TO, {"row": row, "many": many})


def drop_support(unit: Unit, row: int) -> None:
    unit.run(_NO_SUPPORT, {"row": row})


def who_was_here(look: Look, number: VentId) -> WhoWasHere:
    """For the author: counts, and the names of those who signed."""
    cheers = {Cheer(row.cheer): int(row.how_many) for row in look.execute(_CHEERS, {"vent": number})}
    signed = dict.fromkeys(look.execute(_SIGNED, {"vent": number}).scalars())
    writers = int(look.execute(_WRITERS, {"vent": number}).scalar_one())
    return WhoWasHere(cheers, writers, tuple(MemberId(member) for member in signed))


def came_unnamed(look: Look, number: VentId, *, by_name: bool) -> Came:
    """How much support stands on a vent that does not count between two named people.

    On a vent by name a signed line does, and cannot be told from the supports, which know no names: of those who
    cheered and those who wrote without a name the larger number is given, so that nobody is there twice.
    """
    row = look.execute(_CAME, {"vent": number}).one()
    cheers, writers, people = int(row.cheers or 0), int(row.writers or 0), int(row.people)
    if not by_name:
        return Came(people, cheers, writers)
    unsigned = int(look.execute(_UNSIGNED_WRITERS, {"vent": number}).scalar_one())
    return Came(max(cheers, unsigned), cheers, unsigned)


def add_line(unit: Unit, number: LineId, vent_id: VentId, who: Ref | MemberId, kind: Kind) -> bool:
    """False if this person has an unsigned line there already."""
    known = isinstance(who, int)
    values = {
        "id": number,
        "vent_id": vent_id,
        "writer_ref": None if known else who,
        "writer_id": who if known else None,
        "kind": kind,
        "message_id": None,
    }
    return unit.run(_NEW_LINE, values).scalar() is not None


def wrote_unsigned(look: Look, number: VentId, refs: Sequence[Ref]) -> bool:
    return look.execute(_WROTE_UNSIGNED, {"vent": number, "refs": refs}).first() is not None


def line_is_up(unit: Unit, number: LineId, message: MessageId) -> bool:
    """False if it is gone."""
    return unit.run(_LINE_UP, {"line": number, "message": message}).rowcount > 0


def line_there(look: Look, number: LineId) -> LineOn | None:
    row = look.execute(_LINE, {"line": number}).first()
    return _line(row) if row is not None else None


def line_at(look: Look, message: MessageId) -> LineOn | None:
    """The line that this message in a thread is."""
    row = look.execute(_LINE_AT, {"message": message}).first()
    return _line(row) if row is not None else None


def lines_of_ref(look: Look, guild: GuildId, ref: Ref) -> list[LineOn]:
    """All unsigned lines of one writer that are still there."""
    return [_line(row) for row in look.execute(_LINES_OF_REF, {"guild": guild, "ref": ref})]


def is_hidden(unit: Unit, number: LineId) -> bool | None:
    """None if it is gone; whoever hides or shows it waits until we are done."""
    hidden = unit.run(_IS_HIDDEN, {"line": number}).scalar()
    return None if hidden is None else bool(hidden)


def hide_line(unit: Unit, number: LineId, *, hidden: bool) -> bool:
    """Out of sight, or in sight again; False if it was so already."""
    return unit.run(_HIDE, {"line": number, "yes": int(hidden)}).rowcount > 0


def signed_lines(look: Look, number: VentId) -> list[LineOn]:
    """Lines under a vent that carry a name and are in sight."""
    return [_line(row) for row in look.execute(_SIGNED_LINES, {"vent": number})]


def keep(unit: Unit, number: LineId) -> bool:
    """False if it was kept before."""
    return unit.run(_KEEP, {"line": number}).rowcount > 0


def thank(unit: Unit, number: LineId) -> bool:
    """False if its author was thanked before."""
    return unit.run(_THANK, {"line": number}).rowcount > 0


def unsigned_lines(look: Look, number: VentId) -> list[LineOn]:
    """Everything that others wrote under a vent without their name."""
    return [_line(row) for row in look.execute(_UNSIGNED, {"vent": number})]


def all_lines(look: Look, number: VentId) -> list[LineOn]:
    """Everything that was written to a vent through the bot and stands there."""
    return [_line(row) for row in look.execute(_ALL_LINES, {"vent": number})]


def drop_line(unit: Unit, number: LineId) -> None:
    unit.run(_LINE_GONE, {"line": number})


def names_in_thread(look: Look, number: VentId) -> frozenset[str]:
    return frozenset(look.execute(_NAMES_IN_THREAD, {"vent": number}).scalars())


def mask_of(look: Look, number: VentId, refs: Sequence[Ref]) -> str | None:
    """The made-up name this person writes under in this thread, None if they have none yet."""
    return look.execute(_MASK, {"vent": number, "refs": refs}).scalar()


def put_on_mask(unit: Unit, number: VentId, ref: Ref, alias: str) -> None:
    unit.run(_PUT_ON, {"vent_id": number, "writer_ref": ref, "alias": alias})


def take_off_mask(unit: Unit, number: VentId, refs: Sequence[Ref]) -> None:
    """Their made-up name there goes, unless something still stands or waits under it."""
    if unit.run(_ANY_UNSIGNED, {"vent": number, "refs": refs}).first() is None:
        unit.run(_TAKE_OFF, {"vent": number, "refs": refs})


def name_author(unit: Unit, number: VentId, member: MemberId, refs: Sequence[Ref]) -> list[MessageId]:
    """What the author wrote under their own vent is theirs by id, and no key of theirs stands there any more.

    Gives the messages of it.
    """
    theirs = {"vent": number, "refs": list(refs)}
    messages = [MessageId(one) for one in unit.run(_REPLIES, theirs).scalars()]
    unit.run(_SIGN, theirs | {"member": member})
    unit.run(_TAKE_OFF, theirs)
    unit.run(_NOT_SHUT_BY_KEY, theirs)
    return messages


def shut_out_writer(unit: Unit, number: VentId, written: LineOn) -> None:
    """No more from the one who wrote this line, in this thread."""
    values = {
        "id": random_id(),
        "vent_id": number,
        "writer_ref": written.writer_ref,
        "writer_id": written.writer,
    }
    unit.run(_SHUT, values)


def let_in_writer(unit: Unit, number: VentId, written: LineOn) -> None:
    """The one who wrote this line may write in this thread again."""
    unit.run(_LET_IN, {"vent": number, "member": written.writer, "ref": written.writer_ref})


def is_shut_out(look: Look, number: VentId, member: MemberId, refs: Sequence[Ref]) -> bool:
    return look.execute(_IS_SHUT, {"vent": number, "member": member, "refs": refs}).first() is not None


def _line(row: Row[Any]) -> LineOn:
    return LineOn(row.id, row.vent_id, Kind(row.kind), row.message_id, row.writer_id, row.writer_ref, bool(row.hidden))
