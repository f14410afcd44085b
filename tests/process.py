"""The bot as a process of its own: for tests that kill it, or read all it says."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
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


async def command(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Runs `python -m bot` to its end; gives the exit code and all it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, cwd=folder, env=surroundings(folder, **variables),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await asyncio.wait_for(process.communicate(), START_TIMEOUT_S)
    return process.returncode or 0, said.decode()


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
