"""The one durable queue: scheduled work, outgoing messages and facts alike.

Lease, run, forget: a row dies only after its work. Due times are people's times, leases are real time, so that moving
the wall neither repeats nor loses work. Design and measurements: docs/decisions/0002-own-queue.md.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Update, and_, any_, bindparam, case, delete, func, insert, literal_column, select, update
from sqlalchemy.dialects.postgresql import ARRAY as PG_ARRAY
from sqlalchemy.engine import Connection
from sqlalchemy.types import BigInteger

from bot.data.schema import upsert
from bot.data.tables import job
from bot.domain.clock import real_ms, to_ms
from bot.domain.ids import GuildId, random_id

LEASE_MS = 60_000
"""Shorter than Discord's nonce window ("the past few minutes"): a second try still meets the first one's nonce."""
FAILURES_MAX = 12
BACKOFF_MS = (500, 1_000, 3_000, 10_000, 30_000, 60_000, 300_000)


class LeaseLost(Exception):
    """Another worker has this job by now; what was done with it must not be kept."""


@dataclass(frozen=True)
class NewJob:
    """Work to be put into the queue.

    `key` makes it the only one of its kind; without one it is always put. `due` is people's time, None is now.
    `sealed` is a box of `Keys.seal`; what must not stand in clear (texts, people) goes there.
    """

    kind: str
    payload: str = "{}"
    key: str | None = None
    due: datetime | None = None
    guild: GuildId | None = None
    sealed: bytes | None = None


@dataclass
class Lease:
    """How long a job is ours, in real time; moved on by renewals, 0 once it is lost."""

    until_ms: int


@dataclass(frozen=True)
class Job:
    """Leased to this process. `first_claimed_ms` is real time, `due_ms` people's; `failures`: nobody died over them."""

    id: int
    kind: str
    key: str
    payload: str
    sealed: bytes | None
    guild: GuildId | None
    attempts: int
    first_claimed_ms: int
    lease: Lease
    lease_by: str
    failures: int = 0
    due_ms: int = 0

    @property
    def tried_before(self) -> bool:
        """Whether an earlier try may have reached Discord without our knowing."""
        return self.attempts > 1

    @property
    def delivery_key(self) -> str:
        """The same for every try of this one piece of work."""
        return f"{self.kind}/{self.id}"


_PUT_ALL = insert(job)
_PUT = upsert(job).on_conflict_do_nothing(index_elements=["kind", "key"]).returning(job.c.id)
_READY = and_(job.c.dead == 0, job.c.due_ms <= bindparam("wall"), job.c.visible_ms <= bindparam("real"))
_MINE = and_(job.c.id == bindparam("job_id"), job.c.lease_by == bindparam("me"), job.c.attempts == bindparam("tries"))
_FINISH = delete(job).where(_MINE)
_FAILED = (
    update(job)
    .where(_MINE)
    .values(
        visible_ms=bindparam("visible"), error=bindparam("why"), dead=bindparam("is_dead"), lease_by=None,
        failures=job.c.failures + 1,
    )
)  # fmt: skip
# never below 1: whoever claims it next must know that it was tried before
_LATER = _FAILED.values(attempts=case((job.c.attempts > 1, job.c.attempts - 1), else_=1), failures=job.c.failures)
_UNCLAIM = update(job).where(_MINE).values(visible_ms=0, lease_by=None, attempts=job.c.attempts - 1)
_RENEW = update(job).where(_MINE).values(visible_ms=bindparam("visible"))
_NEXT_DUE = select(func.min(job.c.due_ms)).where(job.c.dead == 0, job.c.visible_ms <= bindparam("real"))
_NEXT_VISIBLE = select(func.min(job.c.visible_ms)).where(
    job.c.dead == 0, job.c.due_ms <= bindparam("wall"), job.c.visible_ms > bindparam("real")
)
_NEXT = select(_NEXT_DUE.scalar_subquery(), _NEXT_VISIBLE.scalar_subquery())
_FREE = (
    update(job)
    .where(job.c.lease_by == bindparam("owner"), job.c.id.not_in(bindparam("held", expanding=True)))
    .values(visible_ms=0, lease_by=None)
)
_FREE_ALL = update(job).where(job.c.lease_by.is_not(None)).values(visible_ms=0, lease_by=None)


@cache
def _claim(dialect: str) -> Update:
    """The claim, the one statement that differs by engine.

    PostgreSQL: an array, since a bare IN (subquery LIMIT) may be planned again and exceed its limit.
    """
    ready = select(job.c.id).where(_READY).order_by(job.c.due_ms).limit(bindparam("many"))
    if dialect == "postgresql":
        locked = ready.with_for_update(skip_locked=True).scalar_subquery()
        mine = job.c.id == any_(func.array(locked, type_=PG_ARRAY(BigInteger)))
    else:
        mine = job.c.id.in_(ready)
    return (
        update(job)
        .where(mine)
        .values(
            visible_ms=bindparam("until"),
            attempts=job.c.attempts + literal_column("1"),
            lease_by=bindparam("me"),
            first_claimed_ms=func.coalesce(job.c.first_claimed_ms, bindparam("real")),
        )
        .returning(
            job.c.id, job.c.kind, job.c.key, job.c.payload, job.c.sealed, job.c.guild_id, job.c.attempts,
            job.c.first_claimed_ms, job.c.due_ms, job.c.failures,
        )
    )  # fmt: skip


def put(connection: Connection, new: NewJob, now_ms: int) -> bool:
    """Adds the job; False if one of its kind and key is there."""
    return connection.execute(_PUT, _values(new, now_ms)).scalar() is not None


def put_all(connection: Connection, new: Sequence[NewJob], now_ms: int) -> None:
    """Adds several without keys at once."""
    connection.execute(_PUT_ALL, [_values(one, now_ms) for one in new])


def _values(new: NewJob, now_ms: int) -> dict[str, object]:
    number = random_id()
    return {
        "id": number,
        "kind": new.kind,
        "key": new.key or str(number),
        "guild_id": new.guild,
        "payload": new.payload,
        "sealed": new.sealed,
        "due_ms": now_ms if new.due is None else to_ms(new.due),
        "visible_ms": 0,
        "first_claimed_ms": None,
        "lease_by": None,
        "error": None,
    }


def claim(connection: Connection, *, me: str, now_ms: int, many: int) -> list[Job]:
    """Leases up to `many` due jobs to `me` for LEASE_MS, the longest due first."""
    real = real_ms()
    values = {"wall": now_ms, "real": real, "many": many, "until": real + LEASE_MS, "me": me}
    rows = connection.execute(_claim(connection.dialect.name), values).fetchall()
    return [
        Job(
            id=row.id, kind=row.kind, key=row.key, payload=row.payload, sealed=row.sealed, guild=row.guild_id,
            attempts=row.attempts, first_claimed_ms=row.first_claimed_ms, lease=Lease(real + LEASE_MS), lease_by=me,
            failures=row.failures, due_ms=row.due_ms,
        )
        for row in sorted(rows, key=lambda row: row.due_ms)
    ]  # fmt: skip


def finish(connection: Connection, done: Job) -> None:
    """Raises LeaseLost."""
    if connection.execute(_FINISH, _mine(done)).rowcount == 0:
        raise LeaseLost(done.kind)


def finish_all(connection: Connection, done: Sequence[Job]) -> None:
    """The same for several, on SQLite, which counts what they changed together. Raises LeaseLost."""
    if connection.execute(_FINISH, [_mine(one) for one in done]).rowcount != len(done):
        raise LeaseLost("one of several")


def finish_if_mine(connection: Connection, done: Job) -> None:
    """The same for a handler that may have finished its job in a unit of its own."""
    connection.execute(_FINISH, _mine(done))


def put_back(connection: Connection, failed: Job, why: str, *, after_ms: int | None = None) -> bool:
    """Gives the job back to be tried again after a pause; True if it has been tried too often and is now dead.

    With `after_ms` the try does not count: nothing was wrong with the job.
    """
    pause = BACKOFF_MS[min(failed.failures, len(BACKOFF_MS) - 1)] if after_ms is None else after_ms
    is_dead = failed.failures + 1 >= FAILURES_MAX and after_ms is None
    values = _mine(failed) | {"visible": real_ms() + pause, "why": why[:200].replace("\0", ""), "is_dead": int(is_dead)}
    connection.execute(_FAILED if after_ms is None else _LATER, values)
    return is_dead


def unclaim(connection: Connection, claimed: Job) -> None:
    """Gives back a job that was claimed and not begun: as if it had never been claimed."""
    connection.execute(_UNCLAIM, _mine(claimed))


def renew(connection: Connection, held: Job) -> None:
    """Moves the job's lease on, or marks it as lost if it is somebody else's by now."""
    until = real_ms() + LEASE_MS
    renewed = connection.execute(_RENEW, _mine(held) | {"visible": until}).rowcount > 0
    held.lease.until_ms = until if renewed else 0


def free(connection: Connection, owner: str | None, *, held: Collection[int] = ()) -> None:
    """Frees the leases `owner` does not know to hold, as after an earlier life; None: all (SQLite has one process)."""
    if owner is None:
        connection.execute(_FREE_ALL)
    else:
        connection.execute(_FREE, {"owner": owner, "held": tuple(held)})


def next_times(connection: Connection, now_ms: int) -> tuple[int | None, int | None]:
    """(people's time of the next due job, real time at which a held-back one may be claimed), None for none."""
    due, visible = connection.execute(_NEXT, {"real": real_ms(), "wall": now_ms}).one()
    return due, visible


def _mine(held: Job) -> dict[str, object]:
    return {"job_id": held.id, "me": held.lease_by, "tries": held.attempts}
