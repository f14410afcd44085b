"""The bot as a process of its own: for tests that kill it, or read all it says."""

import asyncio
import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sandbox import Sandbox
from tests.stage import CROWD, INVITED, TOKEN, Stage

ROOT = Path(__file__).parents[1]
START_TIMEOUT_S = 30.0
STOP_TIMEOUT_S = 15.0


def surroundings(folder: Path, **variables: str) -> dict[str, str]:
    """An environment with nothing in it but what is said; `variables` without their prefix."""
    given = {"data_dir": str(folder / "data"), "keys_file": str(folder / "keys.json"), "http_bind": "off"} | variables
    ours = {f"WINGBEAT_{name.upper()}": value for name, value in given.items()}
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)} | ours


MANY_COMMANDS = """
import json, os, sys
from bot.cli import main

for line in sys.stdin:
    one = json.loads(line)
    child = os.fork()
    if child == 0:
        os.chdir(one["folder"])
        os.environ.clear()
        os.environ.update(one["surroundings"])
        said = os.open(one["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for number, place in enumerate((nothing, said, said)):
            os.dup2(place, number)
        main(one["arguments"], prog_name="wingbeat")
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""One process that has read all code and becomes a new one for each command: reading takes most of a short one."""


@cache
def _many_commands() -> "subprocess.Popen[str]":
    """Ends with its standard input, so also when this process is killed."""
    process = subprocess.Popen(  # noqa: S603  our own interpreter
        [sys.executable, "-c", MANY_COMMANDS], env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    atexit.register(process.communicate)
    return process


async def command(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Runs `wingbeat` in a process of its own to its end; gives the exit code and all it said."""
    with tempfile.TemporaryDirectory() as other:
        said = Path(other) / "said.txt"
        one = {
            "folder": str(folder), "arguments": arguments, "said": str(said),
            "surroundings": surroundings(folder, **variables),
        }  # fmt: skip
        try:
            ended = await asyncio.wait_for(asyncio.to_thread(_one_command, json.dumps(one)), START_TIMEOUT_S)
        except TimeoutError:
            _many_commands().kill()
            _many_commands.cache_clear()
            raise
        return int(ended), said.read_text(encoding="utf-8")


def _one_command(one: str) -> str:
    process = _many_commands()
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(one + "\n")
    process.stdin.flush()
    return process.stdout.readline()


@dataclass
class StageApart(Stage):
    """A stage whose bot is `python -m bot run`, with its log in `said`."""

    variables: dict[str, str] = field(default_factory=dict[str, str])
    process: "asyncio.subprocess.Process | None" = None

    @property
    def said(self) -> Path:
        return self.folder / "said.txt"

    async def start(self) -> Any:
        """Returns when the bot is connected: presses reach it from then on."""
        given = {
            "token": TOKEN, "discord_api": self.discord.api, "discord_gateway": self.discord.gateway,
            "clock_url": self.discord.clock_url, "delivery__identify_every_s": "0", **self.variables,
        }  # fmt: skip
        if self.database_url is not None:
            given["database_url"] = self.database_url
        with self.said.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=self.folder, env=surroundings(self.folder, **given),
                stdout=log, stderr=log,
            )  # fmt: skip

        process = self.process
        await self.discord.until(lambda: self.is_connected or process.returncode is not None, timeout=START_TIMEOUT_S)
        if process.returncode is not None:
            raise RuntimeError(f"the bot did not start: {self.said.read_text()[-2000:]}")
        return None

    @property
    def is_connected(self) -> bool:
        return any(session.connection for session in self.discord.hub.of(self.app.state))

    async def kill(self) -> None:
        """SIGKILL: no goodbye, nothing put in order."""
        await self._end("kill")

    async def stop(self) -> None:
        """SIGTERM: in good order."""
        await self._end("terminate")

    async def _end(self, how: str) -> None:
        if self.process is None:
            return
        if self.process.returncode is None:
            getattr(self.process, how)()
        await asyncio.wait_for(self.process.wait(), STOP_TIMEOUT_S)
        self.process = None
        await self.discord.until(lambda: not self.is_connected)


@asynccontextmanager
async def staged_apart(
    folder: Path, *, people: int = CROWD, database_url: str | None = None, **variables: str
) -> AsyncIterator[StageApart]:
    """A server set up with the bot beside it."""
    async with Sandbox.open() as local:
        app = local.application("Wingbeat", token=TOKEN)
        mia, ada, ben = (local.person(name) for name in ("Mia", "Ada", "Ben"))
        guild = local.guild("Job seekers", owner=mia)
        room = guild.channel("vent-room")
        for number in range(people - 3):
            guild.join(local.person(f"Member {number}"))
        stage = StageApart(
            discord=local, app=app, folder=folder, guild=guild, room=room, ada=guild.join(ada), ben=guild.join(ben),
            mia=mia.in_(guild), database_url=database_url, variables=variables,
        )  # fmt: skip
        guild.install(app, INVITED)
        try:
            await stage.start()
            await stage.set_up()
            yield stage
        finally:
            await stage.stop()
