"""Where pictures are drawn: in one process beside the bot, because what draws them holds the interpreter (DATA 6).

It starts at the first picture, goes when nobody wanted one for a while, and never outlives the bot.
"""

import asyncio
import contextlib
import faulthandler
import logging
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import TypeVar

DRAWN_WITHIN_S = 8.0
"""A picture takes a tenth of a second; whatever takes this long never ends."""
WAIT_AT_MOST_S = 30.0
"""For the process to start on a slow machine, for its first look at the fonts, and for pictures before this one."""
RESTS_AFTER_S = 300.0
"""The process holds 90 MB (DATA 6) that a small machine wants back."""
DRAWN_BY_ONE = 500
"""Pictures after which the process is replaced, so that what leaks in it stays small."""

D = TypeVar("D")

log = logging.getLogger(__name__)


class PictureFailed(Exception):
    """There is no picture this time; its text twin says the same."""


@dataclass(frozen=True)
class Picture:
    """A picture as it is sent: PNG, and what it shows in words for those who do not see it (at most 1,024 characters).

    `name` is its file name.
    """

    name: str
    png: bytes
    alt: str


class Pictures:
    """The one place where pictures come from."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()
        self._rest: asyncio.TimerHandle | None = None

    async def draw(self, function: Callable[[D], bytes], data: D) -> bytes:
        """What `function` makes of `data` (a PNG), without holding up the event loop.

        The function stands at the top of a module that imports neither Discord nor matplotlib; both it and the data are
        pickled. Raises PictureFailed where the process died or took too long, and what the function raises.
        """
        if self._rest is not None:
            self._rest.cancel()
        try:
            async with asyncio.timeout(WAIT_AT_MOST_S), self._turn:
                return await asyncio.get_running_loop().run_in_executor(self._awake(), _drawn, function, data)
        except (BrokenProcessPool, TimeoutError) as error:
            log.warning("a picture could not be drawn: %s", type(error).__name__)
            self.close()
            raise PictureFailed(function.__name__) from error
        finally:
            self._rest = asyncio.get_running_loop().call_later(RESTS_AFTER_S, self.close)

    @property
    def awake(self) -> bool:
        """Whether there is a process."""
        return self._pool is not None

    def close(self) -> None:
        """Lets the process go; the next picture starts another. Waits for nothing."""
        if self._rest is not None:
            self._rest.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None

    def _awake(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # spawn: a fork would copy the bot's threads' locks and its keys
            self._pool = ProcessPoolExecutor(
                max_workers=1, mp_context=get_context("spawn"), initializer=_begin, max_tasks_per_child=DRAWN_BY_ONE
            )
        return self._pool


def _begin() -> None:
    """In the new process: it ends with its parent, not by the terminal's Ctrl-C, and loads what draws."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from bot.pictures import style  # here only: the bot itself never loads matplotlib

    style.prepare()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        # a killed parent tells nobody; without this the process would wait for work for ever
        os._exit(0)


def _drawn(function: Callable[[D], bytes], data: D) -> bytes:
    # ends the process from outside the interpreter, and says where it hung
    faulthandler.dump_traceback_later(DRAWN_WITHIN_S, exit=True)
    with contextlib.ExitStack() as stack:
        stack.callback(faulthandler.cancel_dump_traceback_later)
        return function(data)
