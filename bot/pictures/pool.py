"""Where pictures are drawn: in one process beside the bot, because what draws them holds the interpreter (DATA 6).

It starts at the first picture, goes when nobody wanted one for a while, and never outlives the bot.
"""

import asyncio
import logging
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.pictures.child import LENGTH, packed

WAIT_AT_MOST_S = 30.0
"""A picture takes a tenth of a second; the rest is for the process to start on a slow machine, for its first look at
the fonts, and for pictures before this one. Whatever takes longer never ends."""
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
        self._child: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._drawn = 0
        self._resting: asyncio.Task[None] | None = None
        self._endings: set[asyncio.Task[tuple[bytes, bytes]]] = set()

    async def draw(self, function: Callable[[D], bytes], data: D) -> bytes:
        """What `function` makes of `data` (a PNG), without holding up the event loop.

        The function stands at the top of a module that imports neither Discord nor matplotlib; both it and the data are
        pickled. Raises PictureFailed where the process died or took too long, and what the function raises.
        """
        try:
            async with asyncio.timeout(WAIT_AT_MOST_S), self._turn:
                reply = await self._asked((function, data))
        except (OSError, EOFError, TimeoutError) as error:
            log.warning("a picture could not be drawn: %s", type(error).__name__)
            raise PictureFailed(function.__name__) from error
        if isinstance(reply, Exception):
            raise reply
        return reply

    @property
    def awake(self) -> bool:
        """Whether there is a process."""
        return self._child is not None

    async def close(self) -> None:
        """Ends the process; the next picture starts another."""
        if self._resting is not None:
            self._resting.cancel()
        await self._end()
        await asyncio.gather(*self._endings, return_exceptions=True)

    async def _asked(self, request: object) -> Any:
        """The process's answer; one that does not come, or that nobody waits for any more, ends it."""
        if self._resting is not None:
            self._resting.cancel()
        try:
            child = self._child or await self._started()
            assert child.stdin is not None and child.stdout is not None  # noqa: S101, PT018  both are pipes
            child.stdin.write(packed(request))
            await child.stdin.drain()
            length = LENGTH.unpack(await child.stdout.readexactly(LENGTH.size))[0]
            reply = pickle.loads(await child.stdout.readexactly(length))  # noqa: S301  from our own child
        except BaseException:
            await self._end()
            raise
        self._drawn += 1
        if self._drawn >= DRAWN_BY_ONE:
            await self._end()
        self._resting = asyncio.create_task(self._rest())
        return reply

    async def _started(self) -> asyncio.subprocess.Process:
        # not multiprocessing: that would import the program's own main module again, whatever it is
        self._child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.pictures.child", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}, start_new_session=True,
        )  # fmt: skip
        return self._child

    async def _end(self) -> None:
        child, self._child, self._drawn = self._child, None, 0
        if child is None:
            return
        if child.returncode is None:
            child.kill()
        # not only its end: its pipes are closed too, also where whoever ends it is cancelled meanwhile
        ending = asyncio.create_task(child.communicate())
        self._endings.add(ending)
        ending.add_done_callback(self._endings.discard)
        await asyncio.shield(ending)

    async def _rest(self) -> None:
        await asyncio.sleep(RESTS_AFTER_S)
        async with self._turn:
            await self._end()
