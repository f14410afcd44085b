"""One look at the queue: what is due is leased, and on SQLite the row work among it is done at once (decision 0087)."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.data import queue
from bot.data.queue import Job
from bot.data.unit import Unit

RowHandler = Callable[[Unit, Job], None]
JobHandler = Callable[[Job], Awaitable[None]]


@dataclass(frozen=True)
class Handlers:
    """Who deals with which kind of work."""

    rows: dict[str, RowHandler]
    jobs: dict[str, JobHandler]


@dataclass(frozen=True)
class Taken:
    """`to_run` is leased to us; `done` was done in the same transaction and is out of the queue.

    `next_times` is what `queue.next_times` says after that; None where more may be due than was taken.
    """

    to_run: Sequence[Job] = ()
    done: Sequence[Job] = ()
    next_times: tuple[int | None, int | None] | None = None


def take(unit: Unit, me: str, many: int) -> Taken:
    """Leases up to `many` due jobs."""
    claimed = queue.claim(unit.connection, me=me, now_ms=unit.now_ms, many=many)
    return Taken(claimed, (), _next_times(unit, all_taken=len(claimed) < many))


def take_and_do(unit: Unit, handlers: Handlers, me: str, many: int) -> Taken:
    """The same, and does what is row work, with what is due because of it. Raises what a handler raises."""
    to_run: list[Job] = []
    done: list[Job] = []
    while True:
        unit.scheduled = False
        room = many - len(to_run) - len(done)
        claimed = queue.claim(unit.connection, me=me, now_ms=unit.now_ms, many=room)
        rows = [job for job in claimed if job.kind in handlers.rows]
        if rows:
            queue.finish_all(unit.connection, rows)
        for job in rows:
            handlers.rows[job.kind](unit, job)
        to_run += [job for job in claimed if job.kind not in handlers.rows]
        done += rows
        if len(claimed) == room or not unit.scheduled:
            # what was scheduled before is done or is known: nobody need look for it
            unit.scheduled = False
            return Taken(to_run, done, _next_times(unit, all_taken=len(claimed) < room))


def _next_times(unit: Unit, *, all_taken: bool) -> tuple[int | None, int | None] | None:
    return queue.next_times(unit.connection, unit.now_ms) if all_taken else None
