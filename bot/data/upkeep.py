"""The shared rows' own upkeep: key marks, starts, and what has run out."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import bindparam, delete, func, insert, or_, select, update
from sqlalchemy.engine import Connection

from bot.data import guilds, visits
from bot.data.keys import Keys
from bot.data.queue import Job, NewJob
from bot.data.schema import upsert
from bot.data.tables import brake, day_limit, draft, inbox, job, key_mark, mod_log, mute, process_start
from bot.data.unit import Unit, forget_presses
from bot.domain.clock import real_ms
from bot.domain.errors import StartRefused
from bot.domain.ids import GuildId, random_id

SWEEP_EVERY = timedelta(minutes=10)
SEALED_KEPT = timedelta(hours=72)
"""Texts wait so long in the queue (SPEC 5); later they are not said any more, and what was given up is not listed."""
SWEEP = "bot.sweep"
HELD_BACK_AT_MOST = timedelta(days=2)
"""Work that is held back for longer was put back while the machine's clock was ahead."""
STARTS_KEPT_MS = 24 * 3600 * 1000
"""Discord counts a day's identifies, 1,000 in all (documentation, gateway, session start limit)."""

OPERATOR = GuildId(0)
"""Under this number stands what belongs to no server."""
BACKUP = "backup"

_MARKS = select(key_mark.c.key_id, key_mark.c.mark)
_MARK = upsert(key_mark).on_conflict_do_nothing()
_UNMARK = delete(key_mark).where(key_mark.c.key_id == bindparam("key"))
_START = insert(process_start)
_OLD_STARTS = delete(process_start).where(process_start.c.started_ms < bindparam("before"))
_STARTS = select(func.count()).select_from(process_start)
_RUN_OUT = tuple(
    delete(table).where(table.c.until_ms < bindparam("before"))
    for table in (inbox, draft, day_limit, mute, brake, mod_log)
)
_DEAD = select(job.c.kind, job.c.failures, job.c.error).where(job.c.dead == 1).limit(50)
_DEAD_COUNT = select(func.count()).where(job.c.dead == 1)
_STALE = delete(job).where(
    job.c.due_ms < bindparam("before"), job.c.lease_by.is_(None), or_(job.c.dead == 1, job.c.sealed.is_not(None))
)
_STUCK = update(job).where(job.c.visible_ms > bindparam("far")).values(visible_ms=0, lease_by=None)
_OVERDUE = select(func.min(job.c.due_ms)).where(
    job.c.dead == 0, job.c.lease_by.is_(None), job.c.visible_ms <= bindparam("real"), job.c.due_ms <= bindparam("now")
)
_GIVEN_UP = select(func.count()).where(job.c.dead == 1, job.c.guild_id == bindparam("guild"))
_WAITING = select(func.count(), func.min(job.c.due_ms)).where(job.c.dead == 0)


def check_keys(connection: Connection, keys: Keys) -> None:
    """Raises StartRefused where rows were written under a key that is not in the key file any more."""
    living = keys.marks()
    for row in connection.execute(_MARKS).fetchall():
        if row.key_id not in living and keys.has_outlived(row.key_id):
            connection.execute(_UNMARK, {"key": row.key_id})
        elif living.get(row.key_id) != row.mark:
            raise StartRefused(
                f"The key file does not hold key {row.key_id}, under which this database was written. "
                "Without it nobody's posts, mutes or notes can be found again. "
                "Put the right key file back; nothing was changed."
            )
    for key_id, mark in living.items():
        connection.execute(_MARK, {"key_id": key_id, "mark": mark})


def has_keyed_rows(connection: Connection) -> bool:
    """Whether this database was ever written under a key."""
    return connection.execute(_MARKS.limit(1)).first() is not None


def count_start(unit: Unit) -> int:
    """Notes this start; gives how many there were in the last 24 hours."""
    unit.run(_OLD_STARTS, {"before": real_ms() - STARTS_KEPT_MS})
    unit.run(_START, {"id": random_id(), "started_ms": real_ms()})
    return int(unit.run(_STARTS).scalar_one())


def sweep(unit: Unit, _: Job | None = None) -> None:
    """Throws away what has run out, and plants the next sweep.

    A press is remembered for PRESS_MEMORY_MS of real time, and until the next sweep where no other press comes: for
    25 minutes at most.
    """
    for statement in _RUN_OUT:
        unit.run(statement, {"before": unit.now_ms})
    unit.run(_STUCK, {"far": real_ms() + HELD_BACK_AT_MOST // timedelta(milliseconds=1)})
    forget_presses(unit)
    visits.expire(unit)
    unit.run(_STALE, {"before": unit.now_ms - SEALED_KEPT // timedelta(milliseconds=1)})
    unit.schedule(NewJob(kind=SWEEP, key="often", due=unit.now + SWEEP_EVERY))


@dataclass(frozen=True)
class QueueState:
    """What an operator wants to know of the queue; `oldest_due_ms` is people's time, None when it is empty."""

    waiting: int
    oldest_due_ms: int | None
    dead: list[tuple[str, int, str | None]]
    """The first fifty."""
    dead_count: int


def queue_state(connection: Connection) -> QueueState:
    """How much waits, and what was given up."""
    waiting, oldest = connection.execute(_WAITING).one()
    dead = [(row.kind, row.failures, row.error) for row in connection.execute(_DEAD)]
    return QueueState(waiting, oldest, dead, int(connection.execute(_DEAD_COUNT).scalar_one()))


@dataclass(frozen=True)
class Backlog:
    """`overdue_ms`: how late the longest due work is that nobody has taken; `given_up`: on one server."""

    overdue_ms: int
    given_up: int


def backlog(connection: Connection, guild: GuildId, now_ms: int) -> Backlog:
    """How far the queue is behind at `now_ms` of people's time, and what it has given up on this server."""
    oldest = connection.execute(_OVERDUE, {"real": real_ms(), "now": now_ms}).scalar()
    given_up = connection.execute(_GIVEN_UP, {"guild": guild}).scalar_one()
    return Backlog(0 if oldest is None else now_ms - oldest, given_up)


def backup_noted(unit: Unit) -> None:
    """A backup of this database was written now."""
    guilds.choose(unit, OPERATOR, BACKUP, {"at_ms": unit.now_ms})


def last_backup(connection: Connection) -> int | None:
    """When the newest backup was written, in milliseconds of people's time; None where there was none."""
    return guilds.section(connection, OPERATOR, BACKUP).get("at_ms")
