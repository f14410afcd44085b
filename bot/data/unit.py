"""Units of work: rows, facts and jobs in one transaction, all or nothing.

A unit is a plain function. It cannot await, so it cannot talk to Discord while it holds the database, and it runs to
its end whatever happens to the task that asked for it.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar

from sqlalchemy import CursorResult, Executable, bindparam, delete
from sqlalchemy.engine import Connection

from bot.data import backlog, deed, queue
from bot.data.facts import encode
from bot.data.queue import Job, NewJob
from bot.data.schema import upsert
from bot.data.tables import seen_press
from bot.domain.clock import Wall, real_ms, to_ms
from bot.domain.events import Fact

PRESS_MEMORY_MS = 15 * 60_000
"""How long Discord's tokens live, so how late an event can be repeated (documentation, receiving and responding)."""

_REMEMBER = upsert(seen_press).on_conflict_do_nothing().returning(seen_press.c.interaction_id)
_FORGET = delete(seen_press).where(seen_press.c.seen_ms < bindparam("before"))

Subscriptions = Mapping[type[Fact], tuple[str, ...]]
"""Which subscribers hear which fact, by name ("cheering.keep_line")."""


@dataclass
class Unit:
    """One transaction. Given to the function that does the work; useless after it."""

    connection: Connection
    subscriptions: Subscriptions
    now: datetime
    scheduled: bool = field(default=False, init=False)
    no_later: bool = field(default=False, init=False)
    """Whether work that is there already is moved to an earlier time that is asked for: at a start, since what comes
    again and again was put a year away where the clock was a year ahead for a moment."""

    @property
    def now_ms(self) -> int:
        """People's time at the start of the unit, in milliseconds since 1970."""
        return to_ms(self.now)

    def run(self, statement: Executable, values: Any = None) -> CursorResult[Any]:
        """Runs one statement. Several parameter sets run as one executemany."""
        return self.connection.execute(statement, values)

    def emit(self, fact: Fact) -> None:
        """Writes the fact once for each subscriber, as work to be done."""
        subscribers = self.subscriptions.get(type(fact), ())
        if not subscribers:
            return
        self.scheduled = True
        payload = encode(fact)
        jobs = [NewJob(kind=f"fact:{one}", payload=payload, guild=fact.guild) for one in subscribers]
        queue.put_all(self.connection, jobs, self.now_ms)

    def schedule(self, job: NewJob) -> bool:
        """Puts work into the queue, due now unless it says when. False if the same work is there already."""
        self.scheduled = True
        is_new = queue.put(self.connection, job, self.now_ms)
        if self.no_later and not is_new and job.key is not None and job.due is not None:
            backlog.no_later(self.connection, job.kind, job.key, to_ms(job.due))
        return is_new

    def finish(self, job: Job) -> None:
        """Takes the job out of the queue together with what it did.

        Raises queue.LeaseLost if somebody else has it by now; the whole unit is then undone.
        """
        queue.finish(self.connection, job)

    def first_time(self, interaction_id: int) -> bool:
        """False if this interaction was dealt with before (Discord may deliver an event twice)."""
        forget_presses(self)
        return self.run(_REMEMBER, {"interaction_id": interaction_id, "seen_ms": real_ms()}).scalar() is not None


def forget_presses(unit: Unit) -> None:
    """Those that can come no second time any more; by the real clock."""
    unit.run(_FORGET, {"before": real_ms() - PRESS_MEMORY_MS})


Look: TypeAlias = Connection
"""A connection that is only read from: what rooms without SQL call it."""

P = ParamSpec("P")
T = TypeVar("T")


class HasRows(Protocol):
    """A service: something that holds the way to the rows."""

    @property
    def rows(self) -> "Rows": ...


class Rows(Protocol):
    """The way to the rows: what services are given."""

    wall: Wall

    async def change(self, work: Callable[[Unit], T]) -> T:
        """Runs `work` in one transaction; commits when it returns, undoes all of it when it raises."""
        ...

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Runs `work` on a connection that cannot write."""
        ...


S = TypeVar("S", bound=HasRows)


def one_unit(method: Callable[Concatenate[S, Unit, P], T]) -> Callable[Concatenate[S, P], Awaitable[T]]:
    """Makes a service's method of a function on a unit: called without the unit, awaited, one transaction.

    It is an act: once it is in the rows, what breaks afterwards is told as such (`deed`).
    """
    without_note = one_aside(method)

    @wraps(method)
    async def call(self: S, *args: P.args, **kwargs: P.kwargs) -> T:
        deed.note(done=False)
        result = await without_note(self, *args, **kwargs)
        deed.note(done=True)
        return result

    return call


def one_aside(method: Callable[Concatenate[S, Unit, P], T]) -> Callable[Concatenate[S, P], Awaitable[T]]:
    """The same for what is kept beside an act (drafts, what was read, what is to be drawn again)."""

    @wraps(method)
    async def call(self: S, *args: P.args, **kwargs: P.kwargs) -> T:
        def work(unit: Unit) -> T:
            return method(self, unit, *args, **kwargs)

        return await self.rows.change(work)

    return call


def one_look(method: Callable[Concatenate[S, Connection, P], T]) -> Callable[Concatenate[S, P], Awaitable[T]]:
    """The same for reading: the function is given a connection that cannot write."""

    @wraps(method)
    async def call(self: S, *args: P.args, **kwargs: P.kwargs) -> T:
        def work(connection: Connection) -> T:
            return method(self, connection, *args, **kwargs)

        return await self.rows.read(work)

    return call
