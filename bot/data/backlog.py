"""Work that is in the queue already, by its kind and key: looked into, changed, moved, taken out, tried again."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update
from sqlalchemy.engine import Connection

from bot.data.tables import job
from bot.domain.clock import real_ms, to_ms
from bot.domain.ids import GuildId

_HELD_BACK = and_(job.c.guild_id == bindparam("guild"), job.c.lease_by.is_(None))
_GO_ON = update(job).where(_HELD_BACK, job.c.dead == 0, job.c.visible_ms > bindparam("real")).values(visible_ms=0)
_REVIVE = update(job).where(_HELD_BACK, job.c.dead == 1).values(dead=0, attempts=1, failures=0, visible_ms=0)
_NAMED = and_(job.c.kind == bindparam("job_kind"), job.c.key == bindparam("job_key"))
_SEALED_IN = select(job.c.id, job.c.sealed).where(_NAMED)
_SEALED = _SEALED_IN.where(job.c.lease_by.is_(None)).with_for_update()
_RESEAL = update(job).where(job.c.id == bindparam("job_id")).values(sealed=bindparam("box"))
_DROP = delete(job).where(_NAMED)
_DROP_WAITING = _DROP.where(job.c.lease_by.is_(None))
_FACTS = select(job.c.id, job.c.payload).where(
    job.c.guild_id == bindparam("guild"), job.c.kind.startswith("fact:"), job.c.lease_by.is_(None)
)
_DROP_ONE = delete(job).where(job.c.id == bindparam("job_id"), job.c.lease_by.is_(None))
_HURRY = update(job).where(_NAMED).values(due_ms=bindparam("due"))
_NO_LATER = _HURRY.where(job.c.due_ms > bindparam("due"), job.c.lease_by.is_(None))


def reseal(connection: Connection, kind: str, key: str, change: Callable[[bytes], bytes]) -> bool:
    """Changes what is sealed in work that nobody has begun; False where it is being done, is done, or never was."""
    row = connection.execute(_SEALED, {"job_kind": kind, "job_key": key}).first()
    if row is None or row.sealed is None:
        return False
    connection.execute(_RESEAL, {"job_id": row.id, "box": change(row.sealed)})
    return True


def sealed(connection: Connection, kind: str, key: str) -> bytes | None:
    """What is sealed in work that is not done yet; None where there is none."""
    row = connection.execute(_SEALED_IN, {"job_kind": kind, "job_key": key}).first()
    return row.sealed if row is not None else None


def drop(connection: Connection, kind: str, key: str) -> None:
    """Takes work out of the queue that is no longer wanted."""
    connection.execute(_DROP, {"job_kind": kind, "job_key": key})


def drop_waiting(connection: Connection, kind: str, key: str) -> None:
    """The same for work nobody has begun: what is being done ends in its own way."""
    connection.execute(_DROP_WAITING, {"job_kind": kind, "job_key": key})


def drop_facts(connection: Connection, guild: GuildId, speaks: Callable[[str], bool]) -> None:
    """Takes facts out that nobody has heard yet and whose text `speaks` of somebody."""
    for row in connection.execute(_FACTS, {"guild": guild}).fetchall():
        if speaks(row.payload):
            connection.execute(_DROP_ONE, {"job_id": row.id})


def hurry(connection: Connection, kind: str, key: str, due: datetime) -> None:
    """Moves waiting work to another due time."""
    connection.execute(_HURRY, {"job_kind": kind, "job_key": key, "due": to_ms(due)})


def no_later(connection: Connection, kind: str, key: str, due_ms: int) -> None:
    """Moves waiting work to an earlier due time, and never to a later one."""
    connection.execute(_NO_LATER, {"job_kind": kind, "job_key": key, "due": due_ms})


def go_on(connection: Connection, guild: GuildId) -> None:
    """What waits on this server to be tried again is tried now: the right it waited for is there."""
    connection.execute(_GO_ON, {"guild": guild, "real": real_ms()})


def revive(connection: Connection, guild: GuildId) -> None:
    """What was given up on this server is tried again, with all its tries; it knows that it was tried before."""
    connection.execute(_REVIVE, {"guild": guild})
