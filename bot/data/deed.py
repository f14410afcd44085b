"""Whether what somebody asked for is in the rows by now: what breaks after that is not told as if it had failed.

A press has its deed while it is answered. A unit that is an act (`one_unit`) is noted there; what is kept beside an
act, a draft for example, is none (`one_aside`).
"""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass
class Deed:
    """`done` says of the last act that was begun whether it is in the rows."""

    done: bool = False


_current: ContextVar[Deed | None] = ContextVar("deed", default=None)


def begin() -> Deed:
    """From now on whatever this task does, and the tasks that it starts, belongs to one deed."""
    deed = Deed()
    _current.set(deed)
    return deed


def note(*, done: bool) -> None:
    """An act begins, or is in the rows. Without a deed nothing: jobs answer nobody."""
    deed = _current.get()
    if deed is not None:
        deed.done = done


def is_done() -> bool:
    """Whether the last act of the deed that this task belongs to is in the rows."""
    deed = _current.get()
    return deed is not None and deed.done
