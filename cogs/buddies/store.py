"""The rows of buddies: who takes part, who is with whom, who avoids whom, who asked whom."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    Row,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)  # fmt: skip

from bot.data.schema import METADATA, box_column, member_column, moment_column, ref_column, upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId, Ref, random_id
from cogs.buddies.model import ANSWER_KEPT_ROUNDS, Group, Pair, PairId

_MS = timedelta(milliseconds=1)

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
    ref_column("other_ref", primary_key=True),
    box_column("other_box", "buddy-avoid|{guild_id}|{closer_id}", nullable=True),
)

buddy_ask = Table(
    "buddy_ask",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    member_column("asker_id"),
    member_column("asked_id"),
    # "open", or "yes": they are together from the next round on
    Column("state", Text, nullable=False),
    moment_column("until_ms", index=True),
)
Index("ix_buddy_ask_asker", buddy_ask.c.guild_id, buddy_ask.c.asker_id)
Index("ix_buddy_ask_asked", buddy_ask.c.guild_id, buddy_ask.c.asked_id)

TABLES = (buddy, buddy_round, buddy_group, buddy_seat, buddy_avoid, buddy_ask)

_WHO = (buddy.c.guild_id == bindparam("guild"), buddy.c.member_id == bindparam("member"))
_new = upsert(buddy)
_JOIN = _new.on_conflict_do_update(
    index_elements=["guild_id", "member_id"], set_={"silent": 0, "asked": 0, "paused_until_ms": None}
)
_LEAVE = delete(buddy).where(*_WHO)
_ONE = select(buddy).where(*_WHO)
_WAITS_FOR = select(buddy.c.member_id, buddy.c.silent, buddy.c.asked, buddy.c.paused_until_ms).where(
    buddy.c.guild_id == bindparam("guild")
).order_by(buddy.c.member_id)  # fmt: skip
_HEARD = update(buddy).where(*_WHO).values(silent=0, asked=0)
_SILENT = update(buddy).where(*_WHO).values(silent=buddy.c.silent + 1)
_ASKED = update(buddy).where(*_WHO).values(asked=1)
_PAUSE = (
    update(buddy)
    .where(*_WHO, buddy.c.pause_version < bindparam("version"))
    .values(paused_until_ms=bindparam("until"), pause_version=bindparam("version"))
)
_SERVERS = select(buddy.c.guild_id).distinct()

_ROUND = select(buddy_round).where(buddy_round.c.guild_id == bindparam("guild"))
_new_round = upsert(buddy_round)
_BEGIN = _new_round.on_conflict_do_update(
    index_elements=["guild_id"],
    set_={"number": buddy_round.c.number + 1, "began_ms": _new_round.excluded.began_ms},
).returning(buddy_round.c.number)
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
    .where(buddy_seat.c.group_id == bindparam("group"), buddy_seat.c.talked.is_(None))
    .values(talked=-1)
    .returning(buddy_seat.c.member_id)
)
_LEAVE_SEAT = delete(buddy_seat).where(
    buddy_seat.c.member_id == bindparam("member"),
    buddy_seat.c.group_id.in_(select(buddy_group.c.id).where(buddy_group.c.guild_id == bindparam("guild"))),
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

_CLOSER = (buddy_avoid.c.guild_id == bindparam("guild"), buddy_avoid.c.closer_id == bindparam("closer"))
_AVOIDS = select(buddy_avoid).where(*_CLOSER)
_HOW_MANY = select(func.count()).where(*_CLOSER)
_new_avoid = upsert(buddy_avoid)
_AVOID = _new_avoid.on_conflict_do_nothing()
_MEET = delete(buddy_avoid).where(*_CLOSER, buddy_avoid.c.other_ref.in_(bindparam("refs", expanding=True)))
_ALL_AVOIDS = select(buddy_avoid.c.closer_id, buddy_avoid.c.other_ref).where(
    buddy_avoid.c.guild_id == bindparam("guild")
)

_PUT_ASK = insert(buddy_ask)
_ASK = select(buddy_ask).where(buddy_ask.c.id == bindparam("ask"))
_OPEN_BETWEEN = select(buddy_ask.c.id).where(
    buddy_ask.c.guild_id == bindparam("guild"), buddy_ask.c.asker_id == bindparam("asker"),
    buddy_ask.c.asked_id == bindparam("asked"),
)  # fmt: skip
_SAID_YES = update(buddy_ask).where(buddy_ask.c.id == bindparam("ask")).values(state="yes")
_DROP_ASK = delete(buddy_ask).where(buddy_ask.c.id == bindparam("ask"))
_WISHED = select(buddy_ask).where(buddy_ask.c.guild_id == bindparam("guild"), buddy_ask.c.state == "yes")
_RAN_OUT = delete(buddy_ask).where(buddy_ask.c.until_ms < bindparam("before"))
_OLD_ASKS = delete(buddy_ask).where(
    buddy_ask.c.guild_id == bindparam("guild"), buddy_ask.c.until_ms < bindparam("before")
)


def prune(unit: Unit) -> None:
    """Asks that ran out; weeks go with each new round."""
    unit.run(_RAN_OUT, {"before": unit.now_ms})


# --- who takes part ---------------------------------------------------------------------------------------------------


def join(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """Takes somebody in; whoever was in already counts as heard of."""
    unit.run(_JOIN, {"guild_id": guild, "member_id": member, "since_ms": unit.now_ms})


def leave(unit: Unit, guild: GuildId, member: MemberId) -> bool:
    """False if they did not take part."""
    return unit.run(_LEAVE, {"guild": guild, "member": member}).rowcount > 0


def is_in(look: Look, guild: GuildId, member: MemberId) -> bool:
    return look.execute(_ONE, {"guild": guild, "member": member}).first() is not None


def everybody(look: Look, guild: GuildId) -> Sequence[Row[Any, Any, Any, Any]]:
    """All who take part (member_id, silent, asked, paused_until_ms), in one order."""
    return look.execute(_WAITS_FOR, {"guild": guild}).fetchall()


def heard(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """They answered something: it suits them."""
    unit.run(_HEARD, {"guild": guild, "member": member})


def silent(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """One more round without a word."""
    unit.run(_SILENT, {"guild": guild, "member": member})


def was_asked(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """They were asked whether it still suits them."""
    unit.run(_ASKED, {"guild": guild, "member": member})


def pause(unit: Unit, guild: GuildId, member: MemberId, until_ms: int | None, version: int) -> None:
    """As their check-ins; an older fact changes nothing."""
    unit.run(_PAUSE, {"guild": guild, "member": member, "until": until_ms, "version": version})


# --- rounds -----------------------------------------------------------------------------------------------------------


def round_of(look: Look, guild: GuildId) -> int | None:
    """The round that runs, None before the first."""
    row = look.execute(_ROUND, {"guild": guild}).first()
    return None if row is None else int(row.number)


def begin_round(unit: Unit, guild: GuildId) -> int:
    """The next round's number, 1 for the first; what is older than anybody asks for goes."""
    values = {"guild_id": guild, "number": 1, "began_ms": unit.now_ms}
    number = int(unit.run(_BEGIN, values).scalar_one())
    before = {"guild": guild, "before": number - ANSWER_KEPT_ROUNDS}
    unit.run(_OLD_SEATS, before)
    unit.run(_OLD, before)
    unit.run(_OLD_ASKS, {"guild": guild, "before": unit.now_ms})
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


def ask_whether_talked(unit: Unit, number: PairId) -> Sequence[MemberId]:
    """Marks them as asked; gives those who have not said it of themselves."""
    return sorted(MemberId(row.member_id) for row in unit.run(_ASK_SEATS, {"group": number}).fetchall())


def leave_seats(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """Nobody is their buddy any more, nor was."""
    unit.run(_LEAVE_SEAT, {"guild": guild, "member": member})


# --- who avoids whom --------------------------------------------------------------------------------------------------


def avoid(unit: Unit, guild: GuildId, closer: MemberId, other: Ref, box: bytes) -> None:
    unit.run(_AVOID, {"guild_id": guild, "closer_id": closer, "other_ref": other, "other_box": box})


def meet_again(unit: Unit, guild: GuildId, closer: MemberId, refs: Sequence[Ref]) -> bool:
    """False if they did not avoid them."""
    return unit.run(_MEET, {"guild": guild, "closer": closer, "refs": list(refs)}).rowcount > 0


def avoids(look: Look, guild: GuildId, closer: MemberId) -> Sequence[Row[Any]]:
    """Whom somebody avoids (other_ref, other_box)."""
    return look.execute(_AVOIDS, {"guild": guild, "closer": closer}).fetchall()


def how_many_avoided(look: Look, guild: GuildId, closer: MemberId) -> int:
    return int(look.execute(_HOW_MANY, {"guild": guild, "closer": closer}).scalar_one())


def barred(look: Look, guild: GuildId, by_ref: Mapping[Ref, MemberId]) -> set[Pair]:
    """The pairs of people, known by their refs, of whom one avoids the other."""
    rows = look.execute(_ALL_AVOIDS, {"guild": guild}).fetchall()
    found = [(MemberId(row.closer_id), by_ref.get(Ref(row.other_ref))) for row in rows]
    return {frozenset((closer, other)) for closer, other in found if other is not None}


# --- who asked whom ---------------------------------------------------------------------------------------------------


def put_ask(unit: Unit, number: int, guild: GuildId, asker: MemberId, asked: MemberId, until_ms: int) -> None:
    values = {"id": number, "guild_id": guild, "asker_id": asker, "asked_id": asked, "state": "open"}
    unit.run(_PUT_ASK, values | {"until_ms": until_ms})


def ask(look: Look, number: int) -> Row[Any] | None:
    return look.execute(_ASK, {"ask": number}).first()


def is_asked(look: Look, guild: GuildId, asker: MemberId, asked: MemberId) -> bool:
    return look.execute(_OPEN_BETWEEN, {"guild": guild, "asker": asker, "asked": asked}).first() is not None


def said_yes(unit: Unit, number: int) -> None:
    unit.run(_SAID_YES, {"ask": number})


def drop_ask(unit: Unit, number: int) -> None:
    unit.run(_DROP_ASK, {"ask": number})


def wished(look: Look, guild: GuildId) -> Sequence[Row[Any]]:
    """Who said yes to whom, for the next round."""
    return look.execute(_WISHED, {"guild": guild}).fetchall()
