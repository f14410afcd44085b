"""One worker per process: claims due work, runs it, forgets it.

Handlers come in two kinds. A *row handler* is a plain function on a unit: the worker finishes its job in the same unit,
so that it happens exactly once. A *job handler* is a coroutine that may speak to Discord: it must be fit to run again,
and may finish its job in a unit of its own.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from sqlalchemy.engine import Connection

from bot.data import queue, serial, signals
from bot.data.database import Database
from bot.data.facts import decode
from bot.data.queue import LEASE_MS, Job, LeaseLost
from bot.data.taking import Handlers, RowHandler, Taken, take, take_and_do
from bot.data.unit import Unit
from bot.domain.clock import real_ms, to_ms
from bot.domain.errors import CannotReach, DatabaseAway
from bot.observe import metrics

AT_ONCE = 24
LONGEST_SLEEP_S = 5.0
"""A moved wall clock is noticed at the latest after this."""
RENEW_EVERY_S = LEASE_MS / 3000
AGAIN_S = 1.0
_DONE, _FAILED = "done", "failed"
WITHOUT_RIGHT_MS = (3_000, 600_000)
"""Work that lacks a right is tried again after as long as it has waited, within these bounds; `queue.go_on` ends it."""

log = logging.getLogger(__name__)


class Later(Exception):
    """Raised by a handler to be tried again after `after_ms` of real time; the try does not count."""

    def __init__(self, after_ms: int, why: str) -> None:
        super().__init__(why)
        self.after_ms = after_ms


class Worker:
    """Runs the queue. `start` it once the handlers are known; `drain` lets running work end."""

    def __init__(self, database: Database, handlers: Handlers, *, name: str) -> None:
        self._database = database
        self._handlers = handlers
        self.name = name
        """Nobody else's: whoever takes a dead process's shards frees what that had leased. Set it before `start`."""
        self._wake = asyncio.Event()
        self._running: dict[int, Job] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._ended: dict[str, asyncio.Future[BaseException | None]] = {}
        self._loops: list[asyncio.Task[None]] = []
        self._draining = False
        self._unsure = False
        """Whether a claim may have been granted without our hearing of it."""
        self._more = False
        """Whether more may be due than the last look at the queue took."""
        self._alone = database.is_sqlite
        database.on_scheduled = self._wake.set

    async def start(self) -> None:
        """Frees what an earlier life of this process left leased, and begins."""
        owner = None if self._alone else self.name
        await self._database.on_writer(lambda connection: queue.free(connection, owner))
        self._loops = [asyncio.create_task(self._claim_for_ever()), asyncio.create_task(self._renew_for_ever())]

    def hear(self, said: str) -> None:
        """Another process tells how a job ended that somebody in this one may wait for."""
        what, _, rest = said.partition(" ")
        name, _, why = rest.partition(" ")
        ended = self._ended.get(name)
        if ended is not None and not ended.done():
            ended.set_result(None if what == _DONE else RuntimeError(why))

    def wake(self) -> None:
        """Looks at the queue now: something was put in or the wall clock was moved."""
        self._wake.set()

    async def drain(self, seconds: float) -> None:
        """Claims no more, gives running work `seconds` to end, then lets go; leases bring the rest back."""
        self._draining = True
        self._wake.set()
        until = time.monotonic() + seconds
        # a claim that is under way gives back what it gets
        for ending in (self._loops[:1], self._tasks):
            if ending:
                await asyncio.wait(ending, timeout=max(until - time.monotonic(), 0))
        for task in (*self._loops, *self._tasks):
            task.cancel()
        await asyncio.gather(*self._loops, *self._tasks, return_exceptions=True)

    def ending(self, kind: str, key: str) -> "asyncio.Future[BaseException | None]":
        """A future for the end of one job in this process: None when done, the failure of its last try otherwise.

        Ask before the job is scheduled.
        """
        return self._ended.setdefault(f"{kind}/{key}", asyncio.get_running_loop().create_future())

    def is_awaited(self, job: Job) -> bool:
        """Whether somebody in this process waits for the job's end."""
        return f"{job.kind}/{job.key}" in self._ended

    def forget_ending(self, kind: str, key: str) -> None:
        self._ended.pop(f"{kind}/{key}", None)

    @property
    def alive(self) -> bool:
        """Whether the queue is being read."""
        return bool(self._loops) and not any(loop.done() for loop in self._loops)

    @property
    def busy(self) -> int:
        """How many jobs run now."""
        return len(self._running)

    async def _claim_for_ever(self) -> None:
        while not self._draining:
            self._wake.clear()
            try:
                times = await self._claim()
                if times is not None:
                    await self._rest(*times)
            except DatabaseAway:
                self._unsure = True
                await asyncio.sleep(AGAIN_S)
            except Exception:
                log.exception("the queue could not be read; trying again")
                await asyncio.sleep(AGAIN_S)

    async def _claim(self) -> tuple[int | None, int | None] | None:
        """Begins what is due; gives when to look again as `queue.next_times` does, None for at once."""
        room = AT_ONCE - len(self._running)
        self._more = True
        if room <= 0:
            return None, None  # until one of those that run is over
        began = time.monotonic()
        taken = await self._taken(room)
        self._unsure, self._more = False, taken.next_times is None
        for job in taken.done:
            self._is_over(job, None, "done", (time.monotonic() - began) / len(taken.done))
        if self._draining and taken.to_run:
            await self._database.on_writer(lambda connection: [queue.unclaim(connection, job) for job in taken.to_run])
            return None
        self._running.update((job.id, job) for job in taken.to_run)
        for job in taken.to_run:
            task = asyncio.create_task(self._run(job))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return taken.next_times

    async def _taken(self, many: int) -> Taken:
        if self._alone:
            try:
                return await self._database.change(lambda unit: self._take_and_do(unit, many))
            except DatabaseAway:
                raise
            except Exception:  # whose failure it was, and what follows from it, comes out one by one
                log.debug("row work failed together", exc_info=True)
        return await self._database.change(lambda unit: self._take(unit, many))

    def _take_and_do(self, unit: Unit, many: int) -> Taken:
        self._free_unheard(unit)
        return take_and_do(unit, self._handlers, self.name, many)

    def _take(self, unit: Unit, many: int) -> Taken:
        self._free_unheard(unit)
        return take(unit, self.name, many)

    def _free_unheard(self, unit: Unit) -> None:
        """Whatever was granted when the line was cut would else wait for its lease to end."""
        if self._unsure:
            queue.free(unit.connection, self.name, held=self._running)

    async def _rest(self, due: int | None, visible: int | None) -> None:
        wall = self._database.wall
        pause = LONGEST_SLEEP_S
        if due is not None:
            pause = min(pause, (due - to_ms(wall.now())) / 1000 / max(wall.speed, 0.001))
        if visible is not None:
            pause = min(pause, (visible - real_ms()) / 1000)
        try:
            async with asyncio.timeout(max(pause, 0.005)):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def _run(self, job: Job) -> None:
        failure: BaseException | None = None
        began, outcome = time.monotonic(), "failed"
        try:
            with serial.of(job.guild):
                await self._handle(job)
            outcome = "done"
        except LeaseLost as lost:
            failure = lost
            log.warning("a lease on %s was lost; its new holder goes on", job.kind)
        except Later as later:
            failure, outcome = later, "later"
            await self._put_back(job, later, later.after_ms)
        except DatabaseAway as away:
            failure, outcome = away, "later"
            await self._put_back(job, away, int(AGAIN_S * 1000))
        except CannotReach as closed:
            failure, outcome = closed, "later" if closed.permission is not None else "failed"
            log.info("%s: %s", job.kind, closed)
            await self._put_back(job, closed, _until_right(job) if closed.permission is not None else None)
        except Exception as error:  # whatever a handler raises, the job is kept and the worker lives
            failure = error
            log.exception("%s failed at try %d", job.kind, job.failures + 1)
            await self._put_back(job, error, None)
        finally:
            self._is_over(job, failure, outcome, time.monotonic() - began)

    def _is_over(self, job: Job, failure: BaseException | None, outcome: str, seconds: float) -> None:
        if self._running.get(job.id) is job:  # else its lease ran out, and this process has claimed it anew
            del self._running[job.id]
        metrics.jobs.labels(job.kind, outcome).inc()
        metrics.job_seconds.observe(seconds)
        if self._more or outcome != _DONE:  # there is room for one more, or it is to be tried again
            self._wake.set()
        ended = self._ended.pop(f"{job.kind}/{job.key}", None)
        if ended is not None and not ended.done():
            ended.set_result(failure)

    async def _handle(self, job: Job) -> None:
        on_rows = self._handlers.rows.get(job.kind)
        if on_rows is not None:
            await self._database.change(lambda unit: (unit.finish(job), on_rows(unit, job)))
            return
        handler = self._handlers.jobs.get(job.kind)
        if handler is None:
            raise Later(60_000, "nobody here knows this kind of work")
        await handler(job)
        await self._database.on_writer(lambda connection: self._finish(connection, job))

    def _finish(self, connection: Connection, job: Job) -> None:
        queue.finish_if_mine(connection, job)
        if not self._alone:
            signals.tell(connection, f"{_DONE} {job.kind}/{job.key}")

    async def _put_back(self, job: Job, error: Exception, after_ms: int | None) -> None:
        why = f"{type(error).__name__}: {error}"
        try:
            dead = await self._once_it_answers(lambda connection: self._back(connection, job, why, after_ms))
        except Exception:
            log.exception("%s could not be put back; its lease will bring it back", job.kind)
            return
        if dead:
            log.error("%s was given up after %d tries; `wingbeat check` lists it", job.kind, job.failures + 1)

    async def _once_it_answers(self, work: Callable[[Connection], bool]) -> bool:
        while True:
            try:
                return await self._database.on_writer(work)
            except DatabaseAway:
                if self._draining:
                    raise
                await asyncio.sleep(AGAIN_S)

    def _back(self, connection: Connection, job: Job, why: str, after_ms: int | None) -> bool:
        if not self._alone:
            signals.tell(connection, f"{_FAILED} {job.kind}/{job.key} {why}")
        return queue.put_back(connection, job, why, after_ms=after_ms)

    async def _renew_for_ever(self) -> None:
        while True:
            await asyncio.sleep(RENEW_EVERY_S)
            try:
                for job in list(self._running.values()):
                    await self._database.on_writer(partial(_renew, job))
            except DatabaseAway:
                log.warning("leases could not be renewed; trying again")
            except Exception:
                log.exception("leases could not be renewed; trying again")


def _until_right(job: Job) -> int:
    least, most = WITHOUT_RIGHT_MS
    return min(max(real_ms() - job.first_claimed_ms, least), most)


def _renew(job: Job, connection: Connection) -> None:
    queue.renew(connection, job)


def hearing(subscriber: Callable[[Unit, Any], None]) -> RowHandler:
    """A subscriber as the queue runs it."""

    def hear(unit: Unit, job: Job) -> None:
        subscriber(unit, decode(job.payload))

    return hear
