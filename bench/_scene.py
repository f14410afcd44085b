"""A sandbox with our bot and a bare one in it, each a process of its own."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import discord

from sandbox import Sandbox, Server

RIGHTS = discord.Permissions(
    view_channel=True, send_messages=True, send_messages_in_threads=True, create_public_threads=True,
    manage_threads=True, embed_links=True, attach_files=True, read_message_history=True,
).value  # fmt: skip


@dataclass(frozen=True)
class Bot:
    """A running bot."""

    process: asyncio.subprocess.Process

    def cpu_s(self) -> float:
        """Seconds of processor time of all its threads so far (Linux, scheduler statistics, first field)."""
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(one.read_text(encoding="utf-8").split()[0]) for one in threads) / 1e9

    def memory_mb(self) -> float:
        """Resident memory (proc(5), status, VmRSS)."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


@dataclass(frozen=True)
class Scene:
    """`people` are members who may press."""

    discord: Sandbox
    guild: Server
    room: Any
    bare_room: Any
    people: list[Any]
    ours: Bot
    bare: Bot

    def button(self, room: Any, name: str) -> Any:
        """The last message there with this button."""
        seen = reversed(self.people[0].sees(room))
        return next((one for one in seen if any((b.custom_id or "").startswith(name) for b in one.buttons)), None)


@asynccontextmanager
async def scene(*, people: int = 60, database_url: str = "") -> AsyncIterator[Scene]:
    """Both bots are there and ours is set up."""
    async with Sandbox.open() as local:
        apps = {name: local.application(name, token=f"token-of-{name}") for name in ("ours", "bare")}
        mia = local.person("Mia")
        guild = local.guild("Job seekers", owner=mia)
        room, bare_room = guild.channel("vent-room"), guild.channel("bare-room")
        members = [guild.join(local.person(f"Member {number}")) for number in range(people)]
        for app in apps.values():
            guild.install(app, RIGHTS)
        with TemporaryDirectory() as folder:
            ours = await _ours(local, folder, database_url)
            bare = await _bare(local, bare_room.id)
            try:
                await local.until(lambda: all(local.hub.is_connected(app.state) for app in apps.values()), timeout=30)
                one = Scene(local, guild, room, bare_room, members, Bot(ours), Bot(bare))
                await mia.in_(guild).run("setup channels", channel=room, vent_room=room)
                await local.until(lambda: one.button(room, "vent:open") and one.button(bare_room, "bare:"), timeout=30)
                yield one
            finally:
                for process in (ours, bare):
                    process.kill()
                    await process.wait()


async def _ours(local: Sandbox, folder: str, database_url: str) -> asyncio.subprocess.Process:
    given = {
        "TOKEN": "token-of-ours", "DATA_DIR": f"{folder}/data", "HTTP_BIND": "off", "LOG_LEVEL": "WARNING",
        "DISCORD_API": local.api, "DISCORD_GATEWAY": local.gateway, "DATABASE_URL": database_url,
    }  # fmt: skip
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path.cwd())}
    environment |= {f"WINGBEAT_{name}": value for name, value in given.items() if value}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment, stdout=asyncio.subprocess.DEVNULL
    )


async def _bare(local: Sandbox, channel: int) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench._bare", local.api, local.gateway, "token-of-bare", str(channel)
    )


def table(*rows: tuple[str, ...]) -> None:
    """Prints rows in columns; the first one is the head."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        print(
            "  ".join(
                cell.ljust(width) if not place else cell.rjust(width)
                for place, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
        )
