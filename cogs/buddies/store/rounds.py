"""Who is with whom, week by week."""

from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, delete, insert, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId, random_id
from cogs.buddies.model.weeks import ANSWER_KEPT_ROUNDS, Group, PairId
from cogs.buddies.store.tables import buddy_group, buddy_round, buddy_seat

_ROUND = select(buddy_round).where(buddy_round.c.guild_id == bindparam("guild"))
_new_round = upsert(buddy_round)
_BEGIN = _new_round.on_conflict_do_update(
    index_elements=["guild_id"],
    set_={"number": buddy_round.c.number + 1, "began_ms": _new_round.excluded.began_ms},
).returning(buddy_round.c.number)
_TURN = _new_round.on_conflict_do_update(index_elements=["guild_id"], set_={"number": buddy_round.c.number})
_WAIT = _ROUND.with_for_update()
_GROUP = insert(buddy_group)
_SEAT = insert(buddy_seat)
_seats = buddy_group.join(buddy_seat, buddy_seat.c.group_id == buddy_group.c.id)
_IN_ROUND = (
    select(buddy_group.c.id, buddy_group.c.round, buddy_seat.c.member_id, buddy_seat.c.talked)
    .select_from(_seats)
    .where(buddy_group.c.guild_id == bindparam("guild"), buddy_group.c.round >= bindparam("since"))
    .order_by(buddy_group.c.round, buddy_group.c.id, buddy_seat.c.member_id)
)
_OF_GROUP = (
    select(buddy_group.c.id, buddy_group.c.guild_id, buddy_group.c.round, buddy_seat.c.member_id)
    .select_from(_seats)
    .where(buddy_group.c.id == bindparam("group"))
    .order_by(buddy_seat.c.member_id)
)
_TALKED = (
    update(buddy_seat)
    .where(buddy_seat.c.group_id == bindparam("group"), buddy_seat.c.member_id == bindparam("member"))
    .values(talked=bindparam("said"))
)
_ASK_SEATS = (
    update(buddy_seat)
    .where(
        buddy_seat.c.group_id == bindparam("group"),
        buddy_seat.c.member_id.in_(bindparam("members", expanding=True)),
        buddy_seat.c.talked.is_(None),
    )
    .values(talked=-1)
    .returning(buddy_seat.c.member_id)
)
_LEAVE_SEAT = delete(buddy_seat).where(
    buddy_seat.c.member_id == bindparam("member"),
    buddy_seat.c.group_id.in_(select(buddy_group.c.id).where(buddy_group.c.guild_id == bindparam("guild"))),
)
_LEAVE_ONE = delete(buddy_seat).where(
    buddy_seat.c.group_id == bindparam("group"), buddy_seat.c.member_id == bindparam("member")
)
_END = (
    delete(buddy_seat).where(buddy_seat.c.group_id == bindparam("group")),
    delete(buddy_group).where(buddy_group.c.id == bindparam("group")),
)
_OLD = delete(buddy_group).where(
    buddy_group.c.guild_id == bindparam("guild"), buddy_group.c.round < bindparam("before")
)
_OLD_SEATS = delete(buddy_seat).where(
    buddy_seat.c.group_id.in_(
        select(buddy_group.c.id).where(
            buddy_group.c.guild_id == bindparam("guild"), buddy_group.c.round < bindparam("before")
        )
    )
)


def turn(unit: Unit, guild: GuildId) -> None:
    """Nobody else makes or ends pairs on this server until the unit ends: for whoever looks who is free, and pairs."""
    unit.run(_TURN, {"guild_id": guild, "number": 0, "began_ms": unit.now_ms})


def wait_for_turn(unit: Unit, guild: GuildId) -> None:
    """The same for whoever only goes: nothing is begun where there was no round yet."""
    unit.run(_WAIT, {"guild": guild}).first()


def round_of(look: Look, guild: GuildId) -> int | None:
    """The round that runs; 0 or None before the first."""
    row = look.execute(_ROUND, {"guild": guild}).first()
    return None if row is None else int(row.number)


def begin_round(unit: Unit, guild: GuildId) -> int:
    """The next round's number, 1 for the first; what is older than anybody asks for goes."""
    values = {"guild_id": guild, "number": 1, "began_ms": unit.now_ms}
    number = int(unit.run(_BEGIN, values).scalar_one())
    before = {"guild": guild, "before": number - ANSWER_KEPT_ROUNDS}
    unit.run(_OLD_SEATS, before)
    unit.run(_OLD, before)
    return number


def add_group(unit: Unit, guild: GuildId, number: int, members: Sequence[MemberId]) -> Group:
    """These are buddies in this round."""
    group = Group(PairId(random_id()), guild, number, tuple(members))
    unit.run(_GROUP, {"id": group.id, "guild_id": guild, "round": number})
    for member in members:
        unit.run(_SEAT, {"group_id": group.id, "member_id": member, "talked": None})
    return group


def groups_since(look: Look, guild: GuildId, since: int) -> Mapping[Group, dict[MemberId, int | None]]:
    """The groups from a round on, and who of them said whether they talked."""
    found: dict[tuple[int, int], dict[MemberId, int | None]] = {}
    for row in look.execute(_IN_ROUND, {"guild": guild, "since": since}).fetchall():
        found.setdefault((row.id, row.round), {})[MemberId(row.member_id)] = row.talked
    return {Group(PairId(one), guild, number, tuple(said)): said for (one, number), said in found.items()}


def current(look: Look, guild: GuildId, member: MemberId) -> Group | None:
    """Whose buddy this person is in the round that runs; None where there is nobody."""
    number = round_of(look, guild)
    if number is None:
        return None
    found = groups_since(look, guild, number)
    return next((one for one in found if member in one.members and len(one.members) > 1), None)


def group(look: Look, number: PairId) -> Group | None:
    """One group, None where it is gone."""
    rows = look.execute(_OF_GROUP, {"group": number}).fetchall()
    if not rows:
        return None
    return Group(number, GuildId(rows[0].guild_id), rows[0].round, tuple(MemberId(row.member_id) for row in rows))


def talked(unit: Unit, number: PairId, member: MemberId, *, said: bool) -> bool:
    """False if they are not in that group."""
    return unit.run(_TALKED, {"group": number, "member": member, "said": int(said)}).rowcount > 0


def ask_whether_talked(unit: Unit, number: PairId, members: Sequence[MemberId]) -> Sequence[MemberId]:
    """Marks these as asked; gives those of them who have not said it of themselves."""
    asked = unit.run(_ASK_SEATS, {"group": number, "members": members}).fetchall()
    return sorted(MemberId(row.member_id) for row in asked)


def end(unit: Unit, number: PairId) -> None:
    """These are buddies no more."""
    for statement in _END:
        unit.run(statement, {"group": number})


def leave_seat(unit: Unit, number: PairId, member: MemberId) -> None:
    """They are in that group no more."""
    unit.run(_LEAVE_ONE, {"group": number, "member": member})


def leave_seats(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """Nobody is their buddy any more, nor was."""
    unit.run(_LEAVE_SEAT, {"guild": guild, "member": member})
