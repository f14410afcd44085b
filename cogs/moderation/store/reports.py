"""The rows of reports, and how posts stand that moderators acted on. No table knows whose post it is."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, or_, select, update

from bot.data.schema import upsert
from bot.data.tables import mod_log
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, MessageId, Ref
from cogs.moderation.model import Case, Reason
from cogs.moderation.store.tables import post_state, report, reported_post

DAY_MS = 24 * 3_600_000

_new = upsert(post_state)
_HIDE = _new.on_conflict_do_update(
    index_elements=["message_id"],
    set_={
        "hidden": 1, "hide_act": _new.excluded.hide_act, "version": post_state.c.version + 1,
        "until_ms": _new.excluded.until_ms,
    },
    where=post_state.c.hidden == 0,
).returning(post_state.c.version)  # fmt: skip
_LOCK = _new.on_conflict_do_update(
    index_elements=["message_id"],
    set_={
        "locked": 1, "lock_act": _new.excluded.lock_act, "version": post_state.c.version + 1,
        "until_ms": _new.excluded.until_ms,
    },
    where=post_state.c.locked == 0,
).returning(post_state.c.version)  # fmt: skip
_STATE = select(post_state).where(post_state.c.message_id == bindparam("message"))
_SHOW = (
    update(post_state)
    .where(post_state.c.guild_id == bindparam("guild"), post_state.c.hide_act == bindparam("act"))
    .where(post_state.c.hidden == 1)
    .values(hidden=0, version=post_state.c.version + 1)
    .returning(post_state.c.message_id, post_state.c.version)
)
_SHOW_ONE = (
    update(post_state)
    .where(post_state.c.guild_id == bindparam("guild"), post_state.c.message_id == bindparam("message"))
    .where(post_state.c.hidden == 1)
    .values(hidden=0, version=post_state.c.version + 1)
    .returning(post_state.c.version)
)
_UNLOCK = (
    update(post_state)
    .where(post_state.c.guild_id == bindparam("guild"), post_state.c.lock_act == bindparam("act"))
    .where(post_state.c.locked == 1)
    .values(locked=0, version=post_state.c.version + 1)
    .returning(post_state.c.message_id, post_state.c.version)
)
_TOUCHED = (
    select(post_state.c.message_id)
    .where(post_state.c.guild_id == bindparam("guild"))
    .where(or_(post_state.c.hide_act == bindparam("act"), post_state.c.lock_act == bindparam("act")))
    .limit(500)
)
_THEIR_STATES = (
    post_state.c.guild_id == bindparam("guild"), post_state.c.message_id.in_(bindparam("messages", expanding=True))
)  # fmt: skip
_LOSE_ACT = (
    update(post_state)
    .where(
        *_THEIR_STATES,
        post_state.c.hide_act.in_(select(mod_log.c.id).where(mod_log.c.act.in_(bindparam("acts", expanding=True)))),
    )
    .values(hide_act=None)
)
_LOSE_MOMENT = (
    update(post_state).where(*_THEIR_STATES).values(until_ms=post_state.c.until_ms - post_state.c.until_ms % DAY_MS)
)
_STATES_OVER = delete(post_state).where(post_state.c.until_ms < bindparam("before"))

_new_case = upsert(reported_post)
_OPEN = _new_case.on_conflict_do_update(index_elements=["message_id"], set_={"until_ms": _new_case.excluded.until_ms})
_CASE = select(reported_post, func.coalesce(post_state.c.hidden, 0).label("hidden")).select_from(
    reported_post.outerjoin(post_state, post_state.c.message_id == reported_post.c.message_id)
)
_ONE_CASE = _CASE.where(
    reported_post.c.guild_id == bindparam("guild"), reported_post.c.message_id == bindparam("message")
)
_WAITING = (
    _CASE.where(reported_post.c.guild_id == bindparam("guild"), reported_post.c.reviewed == 0)
    .order_by(reported_post.c.since_ms)
    .limit(bindparam("most"))
)
_OF = update(reported_post).where(reported_post.c.message_id == bindparam("message"))
_REVIEWED = _OF.where(reported_post.c.guild_id == bindparam("guild"), reported_post.c.reviewed == 0).values(reviewed=1)
_REOPEN = _OF.where(reported_post.c.guild_id == bindparam("guild"), reported_post.c.reviewed == 1).values(reviewed=0)
_SEALED = _OF.values(sealed=bindparam("box"))
_PLACED = _OF.values(place_channel_id=bindparam("channel"), place_message_id=bindparam("place"))
_WORDS = select(reported_post.c.sealed).where(
    reported_post.c.guild_id == bindparam("guild"), reported_post.c.message_id == bindparam("message")
)
_CASES_OVER = delete(reported_post).where(reported_post.c.until_ms < bindparam("before"))
_REPORT = upsert(report).on_conflict_do_nothing(index_elements=["message_id", "reporter_ref"]).returning(report.c.id)
_HAS_REPORTED = select(report.c.id).where(
    report.c.message_id == bindparam("message"), report.c.reporter_ref.in_(bindparam("refs", expanding=True))
)
_REASONS = (
    select(report.c.reason, func.count().label("many"))
    .where(report.c.message_id == bindparam("message"))
    .group_by(report.c.reason)
    .order_by(func.count().desc(), report.c.reason)
)
_SAID = select(report.c.id, report.c.sealed).where(
    report.c.message_id == bindparam("message"), report.c.sealed.is_not(None)
).limit(10)  # fmt: skip


def hide(unit: Unit, guild: GuildId, message: MessageId, act: int, until_ms: int) -> int | None:
    """The new version; None if it was hidden already."""
    values = {
        "message_id": message, "guild_id": guild, "hidden": 1, "locked": 0, "hide_act": act, "lock_act": None,
        "version": 1, "until_ms": until_ms,
    }  # fmt: skip
    return unit.run(_HIDE, values).scalar()


def lock(unit: Unit, guild: GuildId, message: MessageId, act: int, until_ms: int) -> int | None:
    """The new version; None if it was locked already."""
    values = {
        "message_id": message, "guild_id": guild, "hidden": 0, "locked": 1, "hide_act": None, "lock_act": act,
        "version": 1, "until_ms": until_ms,
    }  # fmt: skip
    return unit.run(_LOCK, values).scalar()


def show_of(unit: Unit, guild: GuildId, act: int) -> list[tuple[MessageId, int]]:
    """What that act hid is to be seen again: (message, version)."""
    return [(row.message_id, row.version) for row in unit.run(_SHOW, {"guild": guild, "act": act})]


def show(unit: Unit, guild: GuildId, message: MessageId) -> int | None:
    """This post is to be seen again, whatever else its act hid: the new version; None if it was not hidden."""
    return unit.run(_SHOW_ONE, {"guild": guild, "message": message}).scalar()


def unlock_of(unit: Unit, guild: GuildId, act: int) -> list[tuple[MessageId, int]]:
    return [(row.message_id, row.version) for row in unit.run(_UNLOCK, {"guild": guild, "act": act})]


def touched_by(look: Look, guild: GuildId, act: int) -> list[MessageId]:
    """The posts that this act hid or locked."""
    return list(look.execute(_TOUCHED, {"guild": guild, "act": act}).scalars())


def lose_act(unit: Unit, guild: GuildId, acts: Sequence[str], messages: Sequence[MessageId]) -> None:
    """Neither an act of these kinds, which reaches others too, nor its moment stands beside these posts any more."""
    values: dict[str, Any] = {"guild": guild, "messages": list(messages)}
    unit.run(_LOSE_ACT, values | {"acts": list(acts)})
    unit.run(_LOSE_MOMENT, values)


def reopen(unit: Unit, guild: GuildId, message: MessageId) -> bool:
    """A reported post waits for a moderator again; False if there is none, or it does."""
    return unit.run(_REOPEN, {"guild": guild, "message": message}).rowcount > 0


def hide_act(look: Look, message: MessageId) -> int | None:
    """The act that hides this post now."""
    row = look.execute(_STATE, {"message": message}).first()
    return row.hide_act if row is not None and row.hidden else None


def lock_act(look: Look, message: MessageId) -> int | None:
    """The act that locks this post's thread now."""
    row = look.execute(_STATE, {"message": message}).first()
    return row.lock_act if row is not None and row.locked else None


def open_case(unit: Unit, guild: GuildId, room: ChannelId, message: MessageId, until_ms: int) -> None:
    values = {
        "message_id": message, "guild_id": guild, "room_id": room, "since_ms": unit.now_ms, "until_ms": until_ms,
    }  # fmt: skip
    unit.run(_OPEN, values)


def add_report(unit: Unit, message: MessageId, who: Ref, reason: Reason, box: bytes | None, number: int) -> bool:
    """False if this person has reported it before."""
    values = {"id": number, "message_id": message, "reporter_ref": who, "reason": reason, "sealed": box}
    return unit.run(_REPORT, values).scalar() is not None


def has_reported(look: Look, message: MessageId, refs: Sequence[Ref]) -> bool:
    return look.execute(_HAS_REPORTED, {"message": message, "refs": list(refs)}).first() is not None


def case(look: Look, guild: GuildId, message: MessageId) -> Case | None:
    row = look.execute(_ONE_CASE, {"guild": guild, "message": message}).first()
    return _case(look, row) if row is not None else None


def waiting(look: Look, guild: GuildId, *, most: int) -> list[Case]:
    """Cases that nobody has looked at, the oldest first."""
    rows = look.execute(_WAITING, {"guild": guild, "most": most}).fetchall()
    return [_case(look, row) for row in rows]


def is_reviewed(unit: Unit, guild: GuildId, message: MessageId) -> bool:
    """False if there is no case, or somebody was there before."""
    return unit.run(_REVIEWED, {"guild": guild, "message": message}).rowcount > 0


def keep_words(unit: Unit, message: MessageId, box: bytes) -> None:
    unit.run(_SEALED, {"message": message, "box": box})


def words_of(look: Look, guild: GuildId, message: MessageId) -> bytes | None:
    return look.execute(_WORDS, {"guild": guild, "message": message}).scalar()


def said_with(look: Look, message: MessageId) -> list[tuple[int, bytes]]:
    """(number, sealed words) of the reports that came with words; ten at most."""
    return [(row.id, row.sealed) for row in look.execute(_SAID, {"message": message})]


def told_at(unit: Unit, message: MessageId, channel: ChannelId, place: MessageId) -> None:
    unit.run(_PLACED, {"message": message, "channel": channel, "place": place})


def sweep(unit: Unit) -> None:
    """What has been kept long enough."""
    unit.run(_STATES_OVER, {"before": unit.now_ms})
    unit.run(_CASES_OVER, {"before": unit.now_ms})


def _case(look: Look, row: Row[Any]) -> Case:
    reasons = {Reason(one.reason): one.many for one in look.execute(_REASONS, {"message": row.message_id})}
    told = row.place_channel_id is not None
    return Case(
        guild=row.guild_id, room=row.room_id, message=row.message_id, reasons=reasons, since_ms=row.since_ms,
        hidden=bool(row.hidden), reviewed=bool(row.reviewed),
        place=(row.place_channel_id, row.place_message_id) if told else None,
    )  # fmt: skip
