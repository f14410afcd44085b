"""What moderators did, kept for a year: who, what, on which post, why. Never whose post it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Row, bindparam, insert, select, update

from bot.data.mutes import Brake
from bot.data.tables import mod_log
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, random_id

KEPT = timedelta(days=365)

_ADD = insert(mod_log)
_ONE = select(mod_log).where(mod_log.c.guild_id == bindparam("guild"), mod_log.c.id == bindparam("act"))
_LATEST = (
    select(mod_log)
    .where(mod_log.c.guild_id == bindparam("guild"))
    .order_by(mod_log.c.at_ms.desc(), mod_log.c.id)
    .limit(bindparam("most"))
    .offset(bindparam("after"))
)
_UNDONE = update(mod_log).where(mod_log.c.id == bindparam("entry")).values(undone=1)
_LOSE_POST = (
    update(mod_log)
    .where(mod_log.c.guild_id == bindparam("guild"), mod_log.c.message_id.in_(bindparam("messages", expanding=True)))
    .values(room_id=None, message_id=None)
)
_FORGET = (
    update(mod_log)
    .where(mod_log.c.guild_id == bindparam("guild"), mod_log.c.moderator_id == bindparam("moderator"))
    .values(moderator_id=None)
)


@dataclass(frozen=True)
class Done:
    """One entry to be written. `room` and `message` say where, None for what is about no post."""

    guild: GuildId
    moderator: MemberId | None
    act: str
    room: ChannelId | None = None
    message: MessageId | None = None
    reason: str | None = None
    was: Brake | None = None
    """The brake that held before: taking the act back brings it again."""


@dataclass(frozen=True)
class Entry:
    """One entry as it stands in the log."""

    id: int
    done: Done
    undone: bool
    at_ms: int


def note(unit: Unit, done: Done) -> int:
    """Writes an entry; gives its number, by which the act can be undone."""
    number = random_id()
    values = {
        "id": number, "guild_id": done.guild, "moderator_id": done.moderator, "act": done.act, "room_id": done.room,
        "message_id": done.message, "reason": done.reason, "at_ms": unit.now_ms,
        "was_until_ms": done.was.until_ms if done.was is not None else None,
        "was_act_id": done.was.act if done.was is not None else None,
        "until_ms": unit.now_ms + KEPT // timedelta(milliseconds=1),
    }  # fmt: skip
    unit.run(_ADD, values)
    return number


def entry(look: Look, guild: GuildId, act: int) -> Entry | None:
    """None where there is none, or on another server."""
    row = look.execute(_ONE, {"guild": guild, "act": act}).first()
    return _entry(row) if row is not None else None


def latest(look: Look, guild: GuildId, *, most: int, after: int = 0) -> Sequence[Entry]:
    """The newest first, without the newest `after`."""
    return [_entry(row) for row in look.execute(_LATEST, {"guild": guild, "most": most, "after": after})]


def is_undone(unit: Unit, act: int) -> None:
    """The act was taken back."""
    unit.run(_UNDONE, {"entry": act})


def lose_post(unit: Unit, guild: GuildId, messages: Sequence[MessageId]) -> None:
    """These carry a name now: no entry says any more that it was about one of them.

    By its number, and by its moment, an entry leads to what waits under the author's key.
    """
    unit.run(_LOSE_POST, {"guild": guild, "messages": list(messages)})


def forget(unit: Unit, guild: GuildId, moderator: MemberId) -> None:
    """They become "a former moderator" (SPEC 4.10)."""
    unit.run(_FORGET, {"guild": guild, "moderator": moderator})


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    was = Brake(row.was_until_ms, row.was_act_id) if row.was_until_ms is not None else None
    done = Done(row.guild_id, row.moderator_id, row.act, row.room_id, row.message_id, row.reason, was)
    return Entry(row.id, done, bool(row.undone), row.at_ms)
