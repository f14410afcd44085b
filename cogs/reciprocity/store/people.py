"""Who is which number, and who keeps a balance."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, or_, select, update

from bot.data.keys import Keys
from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId, random_id
from cogs.reciprocity.model.balance import WHO, Keeper
from cogs.reciprocity.store.tables import ledger_act, ledger_person

SERVERS_AT_MOST = 100

_HERE = ledger_person.c.guild_id == bindparam("guild")
_REFS = ledger_person.c.who_ref.in_(bindparam("refs", expanding=True))
_KEEPER = select(ledger_person).where(_HERE, ledger_person.c.member_id == bindparam("member"))
_ANYBODY = select(ledger_person).where(_HERE, or_(ledger_person.c.member_id == bindparam("member"), _REFS))
_OF_NUMBER = select(ledger_person).where(ledger_person.c.number == bindparam("no"))
_HELD = _OF_NUMBER.with_for_update()
_KEPT_BY = select(ledger_person.c.member_id).where(
    _HERE, ledger_person.c.member_id.in_(bindparam("members", expanding=True))
)
_ADD = upsert(ledger_person).on_conflict_do_nothing()
_SET = update(ledger_person).where(ledger_person.c.number == bindparam("no"))
_BEGINS = _SET.values(member_id=bindparam("member"), who_ref=None, who_box=None, since_day=bindparam("since"))
_THANKS = _SET.values(thanks=bindparam("wanted"))
_FREEZE = _SET.values(got_week=bindparam("week"), got_box=bindparam("box"))
_REWRITE = update(ledger_person).where(ledger_person.c.who_ref == bindparam("old")).values(who_ref=bindparam("new"))
_GONE = delete(ledger_person).where(ledger_person.c.number == bindparam("no"))
_SERVERS = (
    select(ledger_person.c.guild_id).where(ledger_person.c.member_id == bindparam("member")).limit(SERVERS_AT_MOST)
)
_IN_AN_ACT = or_(
    exists().where(ledger_act.c.giver_no == ledger_person.c.number),
    exists().where(ledger_act.c.receiver_no == ledger_person.c.number),
)
_UNNEEDED = delete(ledger_person).where(ledger_person.c.member_id.is_(None), ~_IN_AN_ACT)


def keeper(look: Look, guild: GuildId, member: MemberId) -> Keeper | None:
    """None for whoever keeps no balance here."""
    row = look.execute(_KEEPER, {"guild": guild, "member": member}).first()
    return _keeper(row) if row is not None else None


def keeper_of(look: Look, number: int) -> tuple[MemberId, Keeper] | None:
    """The same by number, and who it is."""
    row = look.execute(_OF_NUMBER, {"no": number}).first()
    return (MemberId(row.member_id), _keeper(row)) if row is not None and row.member_id is not None else None


def _keeper(row: Row[Any]) -> Keeper:
    frozen = (str(row.got_week), bytes(row.got_box)) if row.got_week is not None else None
    return Keeper(row.number, GuildId(row.guild_id), row.since_day, bool(row.thanks), frozen)


def keeps(look: Look, guild: GuildId, members: Sequence[MemberId]) -> frozenset[MemberId]:
    """Those of them who keep a balance."""
    return frozenset(map(MemberId, look.execute(_KEPT_BY, {"guild": guild, "members": list(members)}).scalars()))


def number_of(look: Look, keys: Keys, guild: GuildId, member: MemberId) -> int | None:
    """What stands for somebody in the rows; None where they are in nobody's."""
    refs = keys.refs(WHO, guild, member)
    return look.execute(_ANYBODY, {"guild": guild, "member": member, "refs": refs}).scalar()


def know(unit: Unit, keys: Keys, guild: GuildId, member: MemberId, today: int) -> int:
    """The same; whoever is in nobody's rows yet gets a number, under a key."""
    newest, *older = keys.refs(WHO, guild, member)
    for old in older:
        unit.run(_REWRITE, {"old": old, "new": newest})
    found = number_of(unit.connection, keys, guild, member)
    if found is not None:
        return found
    number = random_id()
    unit.run(_ADD, {
        "number": number, "guild_id": guild, "member_id": None, "who_ref": newest,
        "who_box": keys.seal(str(member), _row(number)), "since_day": today,
    })  # fmt: skip
    # somebody else may have been quicker
    return number_of(unit.connection, keys, guild, member) or number


def hold(unit: Unit, number: int) -> None:
    """Nobody else counts what this person gives until the unit is done (SQLite has one writer anyway)."""
    unit.run(_HELD, {"no": number}).first()


def begin(unit: Unit, keys: Keys, guild: GuildId, member: MemberId, today: int) -> None:
    """They keep a balance from now on."""
    number = know(unit, keys, guild, member, today)
    if keeper(unit.connection, guild, member) is None:
        unit.run(_BEGINS, {"no": number, "member": member, "since": today})


def want_thanks(unit: Unit, number: int, *, wanted: bool) -> None:
    unit.run(_THANKS, {"no": number, "wanted": int(wanted)})


def freeze(unit: Unit, number: int, week: str, box: bytes) -> None:
    """What had come without a name when they first looked in that week."""
    unit.run(_FREEZE, {"no": number, "week": week, "box": box})


def unlink(unit: Unit, number: int) -> None:
    """From here on the number stands for nobody."""
    unit.run(_GONE, {"no": number})


def servers(look: Look, member: MemberId) -> list[GuildId]:
    """Where this person keeps a balance."""
    return [GuildId(guild) for guild in look.execute(_SERVERS, {"member": member}).scalars()]


def name_of(keys: Keys, row: Row[Any]) -> MemberId:
    """Who a row is about. Raises keys.BoxBroken."""
    if row.member_id is not None:
        return MemberId(row.member_id)
    return MemberId(int(keys.open(row.who_box, _row(row.number))))


def drop_unneeded(unit: Unit) -> None:
    """Those who keep no balance and are in nobody's any more."""
    unit.run(_UNNEEDED)


def _row(number: int) -> str:
    return f"ledger|{number}"
