"""The real bot as a process of its own, which meets the sandbox over sockets only."""

import asyncio
import os
import re
import signal
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path

from sandbox import Sandbox

READY_S = 60.0
END_S = 8.0
REMEMBERED = 12
LINE_MOST = 1 << 20
READY = re.compile(r"\bready\b")
ROOT = Path(__file__).parents[1]
DEATHS_MOST, DEATHS_WITHIN_S = 3, 60.0


class Died(Exception):
    """The bot ended by itself; `lines` are the last it said."""

    def __init__(self, why: str, lines: list[str]) -> None:
        super().__init__(why)
        self.lines = lines


class Bot:
    """Starts the bot, watches it, ends it. `folder` holds its rows, its keys and its log."""

    def __init__(self, discord: Sandbox, token: str, folder: Path, tell: Callable[[str], None]) -> None:
        self._environment = environment(discord, token, folder)
        self._folder = folder
        self._tell = tell
        self._process: asyncio.subprocess.Process | None = None
        self._reader: asyncio.Task[None] | None = None
        self._lines: deque[str] = deque(maxlen=REMEMBERED)
        self._ready = asyncio.Event()

    @property
    def is_ready(self) -> bool:
        return self._ready.is_set()

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    @property
    def last_lines(self) -> list[str]:
        return list(self._lines)

    async def start(self) -> None:
        """Returns when the bot is ready. Raises Died."""
        self._ready.clear()
        # a group of its own: Ctrl-C at the terminal is for us, and we end the bot in good order
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT, env=self._environment, cwd=self._folder, process_group=0, limit=LINE_MOST,
        )  # fmt: skip
        self._reader = asyncio.create_task(self._read(process))
        ready = asyncio.create_task(self._ready.wait())
        await asyncio.wait({ready, self._reader}, timeout=READY_S, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if not self.is_ready:
            why = "The bot is not ready after a minute." if self._reader.done() is False else await self._how_it_ended()
            raise Died(why, self.last_lines)

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        if process.stdout is None:
            return
        with (self._folder / "bot.log").open("a", encoding="utf-8") as log:
            async for raw in process.stdout:
                line = raw.decode(errors="replace").rstrip()
                log.write(line + "\n")
                log.flush()
                self._lines.append(line)
                if READY.search(line):
                    self._ready.set()

    async def _how_it_ended(self) -> str:
        code = await self._process.wait() if self._process is not None else 0
        if code < 0:
            return f"The bot was ended by a signal ({signal.Signals(-code).name})."
        return f"The bot ended by itself (exit code {code})."

    async def keep_up(self) -> None:
        """Starts it again whenever it ends. Raises Died when it does not stay up."""
        loop = asyncio.get_running_loop()
        deaths: deque[float] = deque(maxlen=DEATHS_MOST)
        while True:
            if self._reader is not None:
                await self._reader
            why = await self._how_it_ended()
            self._ready.clear()
            deaths.append(loop.time())
            if len(deaths) == DEATHS_MOST and deaths[-1] - deaths[0] < DEATHS_WITHIN_S:
                raise Died(f"{why} That was the third time within a minute.", self.last_lines)
            self._tell(f"{why} Starting it again; what people wrote is still there.")
            await self.start()
            self._tell("The bot is back.")

    async def end(self) -> None:
        """In good order where it can, within END_S anyway."""
        process = self._process
        if process is None:
            return
        if process.returncode is None:
            process.terminate()
        try:
            async with asyncio.timeout(END_S):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
        if self._reader is not None:
            self._reader.cancel()
            await asyncio.gather(self._reader, return_exceptions=True)


def environment(discord: Sandbox, token: str, folder: Path) -> dict[str, str]:
    """The caller's, without settings meant for a bot on the real Discord, with the sandbox's addresses."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("WINGBEAT_")}
    return own | {
        "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]),
        "PYTHONUNBUFFERED": "1",
        "WINGBEAT_TOKEN": token,
        "WINGBEAT_DISCORD_API": discord.api,
        "WINGBEAT_DISCORD_GATEWAY": discord.gateway,
        "WINGBEAT_CLOCK_URL": discord.clock_url,
        "WINGBEAT_DATA_DIR": str(folder),
        "WINGBEAT_KEYS_FILE": str(folder / "keys" / "master.json"),
        "WINGBEAT_HTTP_BIND": "127.0.0.1:0",
    }
