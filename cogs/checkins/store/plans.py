"""Plans and pauses: one statement each."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, select, update

from bot.data.keys import Keys
from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, MemberId
from cogs.checkins.model.plan import By, OwnWords, Plan, Share, State
from cogs.checkins.store.tables import checkin_pause as pause
from cogs.checkins.store.tables import checkin_plan as plan

_PAUSE_OF = and_(pause.c.guild_id == plan.c.guild_id, pause.c.member_id == plan.c.member_id)
PLAN_AND_PAUSE = select(plan, func.coalesce(pause.c.until_ms, 0).label("paused_until_ms")).select_from(
    plan.outerjoin(pause, _PAUSE_OF)
)
_BY_ID = PLAN_AND_PAUSE.where(plan.c.id == bindparam("plan"))
_OF = PLAN_AND_PAUSE.where(plan.c.guild_id == bindparam("guild"), plan.c.member_id == bindparam("member"))
# the plan alone, and not against new days that hang on it
_HELD_BY_ID = _BY_ID.with_for_update(of=plan, key_share=True)
_HELD_OF = _OF.with_for_update(of=plan, key_share=True)
_PAUSES = (pause.c.guild_id == bindparam("guild"), pause.c.member_id == bindparam("member"))
_SERVERS = (
    select(plan.c.guild_id)
    .where(plan.c.member_id == bindparam("member"))
    .union(select(pause.c.guild_id).where(pause.c.member_id == bindparam("member")))
    .limit(100)
)
_new = upsert(plan)
_CHANGED = (
    "zone", "minute", "days", "acts", "by", "thread_id", "share", "state", "silent", "since_ms", "locale", "sealed",
)  # fmt: skip
_KEEP = _new.on_conflict_do_update(
    index_elements=["guild_id", "member_id"], set_={name: _new.excluded[name] for name in _CHANGED}
)
_pausing = upsert(pause)
_PAUSE = _pausing.on_conflict_do_update(
    index_elements=["guild_id", "member_id"],
    set_={"until_ms": _pausing.excluded.until_ms, "version": pause.c.version + 1},
).returning(pause.c.version)
_UNTIL = select(pause.c.until_ms).where(*_PAUSES)
_HEARD = update(plan).where(plan.c.id == bindparam("plan")).values(silent=0)
_HEARD_AND_ON = _HEARD.values(state=bindparam("now"), since_ms=bindparam("since"))
_STATE = update(plan).where(plan.c.id == bindparam("plan")).values(state=bindparam("now"))
_SILENT = update(plan).where(plan.c.id == bindparam("plan")).values(silent=plan.c.silent + 1)
_WORDS = update(plan).where(plan.c.id == bindparam("plan")).values(sealed=bindparam("box"))
_SHARE = update(plan).where(plan.c.id == bindparam("plan")).values(share=bindparam("to"))
_NO_THREAD = (
    update(plan).where(plan.c.id == bindparam("plan"), plan.c.thread_id == bindparam("gone")).values(thread_id=None)
)
_RECAP = update(plan).where(plan.c.id == bindparam("plan")).values(recap_ms=bindparam("due"), recap_first_ms=None)
_RECAP_TRIED = (
    update(plan)
    .where(plan.c.id == bindparam("plan"))
    .values(recap_first_ms=func.coalesce(plan.c.recap_first_ms, bindparam("real")))
    .returning(plan.c.recap_first_ms)
)
_RECAPS = PLAN_AND_PAUSE.where(plan.c.recap_ms <= bindparam("now")).order_by(plan.c.recap_ms).limit(bindparam("many"))
_NEXT_RECAP = select(func.min(plan.c.recap_ms))
_FORGET = delete(plan).where(plan.c.guild_id == bindparam("guild"), plan.c.member_id == bindparam("member"))
_FORGET_PAUSE = delete(pause).where(*_PAUSES)
_THERE = select(plan.c.id).where(plan.c.zone == bindparam("zone"), plan.c.minute == bindparam("minute")).limit(1)
_SEVERAL = (
    select(plan.c.member_id)
    .where(plan.c.member_id.in_(bindparam("members", expanding=True)))
    .where(plan.c.by == By.DM, plan.c.state != int(State.STOPPED))
    .group_by(plan.c.member_id)
    .having(func.count() > 1)
)
_NOBODY_S = (
    delete(plan)
    .where(plan.c.state == int(State.STOPPED), plan.c.since_ms < bindparam("before"))
    .returning(plan.c.guild_id, plan.c.thread_id)
)


def by_id(look: Look, keys: Keys, number: int) -> Plan | None:
    """None where it is gone."""
    row = look.execute(_BY_ID, {"plan": number}).first()
    return opened(keys, row) if row is not None else None


def of(look: Look, keys: Keys, guild: GuildId, member: MemberId) -> Plan | None:
    """This person's plan on a server."""
    row = look.execute(_OF, {"guild": guild, "member": member}).first()
    return opened(keys, row) if row is not None else None


def held(unit: Unit, keys: Keys, number: int) -> Plan | None:
    """The same as `by_id`; two units that write a person's words wait for each other. Days first, then this."""
    row = unit.run(_HELD_BY_ID, {"plan": number}).first()
    return opened(keys, row) if row is not None else None


def held_of(unit: Unit, keys: Keys, guild: GuildId, member: MemberId) -> Plan | None:
    """The same as `of`, held as in `held`."""
    row = unit.run(_HELD_OF, {"guild": guild, "member": member}).first()
    return opened(keys, row) if row is not None else None


def opened(keys: Keys, row: Any) -> Plan:
    """A row of PLAN_AND_PAUSE. Raises keys.BoxBroken."""
    box = row.sealed
    words = OwnWords(**json.loads(keys.open(box, _name(row.guild_id, row.member_id)))) if box else OwnWords()
    return Plan(
        row.id, GuildId(row.guild_id), MemberId(row.member_id), row.zone, row.minute, row.days,
        tuple(filter(None, row.acts.split(","))), By(row.by),
        ChannelId(row.thread_id) if row.thread_id is not None else None, Share(row.share), State(row.state),
        row.silent, row.recap_ms, row.locale, words, row.paused_until_ms,
    )  # fmt: skip


def keep(unit: Unit, keys: Keys, one: Plan, since_ms: int) -> None:
    """Writes the plan whole, but for its recap and its pause. Nothing due before `since_ms` is asked."""
    values = {
        "id": one.id, "guild_id": one.guild, "member_id": one.member, "zone": one.zone, "minute": one.minute,
        "days": one.days, "acts": ",".join(one.acts), "by": one.by, "thread_id": one.thread, "share": one.share,
        "state": int(one.state), "silent": one.silent, "since_ms": since_ms, "recap_ms": one.recap_ms,
        "locale": one.locale, "sealed": _box(keys, one),
    }  # fmt: skip
    unit.run(_KEEP, values)


def words_are(unit: Unit, keys: Keys, one: Plan) -> None:
    """Keeps what the person wrote for themselves."""
    unit.run(_WORDS, {"plan": one.id, "box": _box(keys, one)})


def _box(keys: Keys, one: Plan) -> bytes | None:
    if one.words == OwnWords():
        return None
    return keys.seal(json.dumps(asdict(one.words)), _name(one.guild, one.member))


def _name(guild: int, member: int) -> str:
    return f"plan|{guild}|{member}"


def heard(unit: Unit, number: int) -> None:
    """Its owner did something: silence is over."""
    unit.run(_HEARD, {"plan": number})


def on_again(unit: Unit, number: int) -> None:
    """It asks again, from now on."""
    unit.run(_HEARD_AND_ON, {"plan": number, "now": int(State.ON), "since": unit.now_ms})


def state_is(unit: Unit, number: int, state: State) -> None:
    """How it stands."""
    unit.run(_STATE, {"plan": number, "now": int(state)})


def silent(unit: Unit, numbers: Sequence[int]) -> None:
    """These were asked once more."""
    if numbers:
        unit.run(_SILENT, [{"plan": number} for number in numbers])


def share_is(unit: Unit, number: int, share: Share) -> None:
    """Who hears of answers from now on."""
    unit.run(_SHARE, {"plan": number, "to": share})


def thread_is_gone(unit: Unit, number: int, thread: ChannelId) -> bool:
    """The inbox takes its place; False where it is another thread by now."""
    return unit.run(_NO_THREAD, {"plan": number, "gone": thread}).rowcount > 0


def servers(look: Look, member: MemberId) -> list[GuildId]:
    """Where this person has a plan or a pause; 100 at most."""
    return [GuildId(row.guild_id) for row in look.execute(_SERVERS, {"member": member})]


def with_several(look: Look, members: Sequence[MemberId]) -> frozenset[MemberId]:
    """Who of these gets questions of several servers by direct message."""
    found = look.execute(_SEVERAL, {"members": list(members)}).scalars()
    return frozenset(map(MemberId, found))


def pause_until(unit: Unit, guild: GuildId, member: MemberId, until_ms: int) -> int:
    """Gives the version of this pause; 0 for `until_ms` ends it."""
    values = {"guild_id": guild, "member_id": member, "until_ms": until_ms, "version": 1}
    return int(unit.run(_PAUSE, values).scalar_one())


def paused_until(look: Look, guild: GuildId, member: MemberId) -> int:
    """0 where nothing is paused."""
    return int(look.execute(_UNTIL, {"guild": guild, "member": member}).scalar() or 0)


def recap_at(unit: Unit, number: int, due_ms: int | None) -> None:
    """The next recap; None for none any more."""
    unit.run(_RECAP, {"plan": number, "due": due_ms})


def recap_tried(unit: Unit, number: int, real_ms: int) -> int:
    """Notes that a recap is about to be sent; gives when that was first tried, by the real clock."""
    return int(unit.run(_RECAP_TRIED, {"plan": number, "real": real_ms}).scalar_one())


def recaps(look: Look, keys: Keys, now_ms: int, many: int) -> list[tuple[Plan, int | None]]:
    """(a plan whose recap is due, when it was tried before), the longest due first."""
    rows = look.execute(_RECAPS, {"now": now_ms, "many": many}).fetchall()
    return [(opened(keys, row), row.recap_first_ms) for row in rows]


def next_recap(look: Look) -> int | None:
    """When the next recap is due; None where nobody wants one."""
    return look.execute(_NEXT_RECAP).scalar()


def is_used(look: Look, zone: str, minute: int) -> bool:
    """Whether anybody has a plan of this zone and minute."""
    return look.execute(_THERE, {"zone": zone, "minute": minute}).first() is not None


def forget(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """The plan with all its days, and the pause."""
    unit.run(_FORGET, {"guild": guild, "member": member})
    unit.run(_FORGET_PAUSE, {"guild": guild, "member": member})


def forget_stopped(unit: Unit, before_ms: int) -> list[tuple[GuildId, ChannelId | None]]:
    """Plans that were stopped so long ago that nothing else of them is kept any more; gives what threads they had."""
    rows = unit.run(_NOBODY_S, {"before": before_ms}).fetchall()
    return [(GuildId(row.guild_id), ChannelId(row.thread_id) if row.thread_id is not None else None) for row in rows]
