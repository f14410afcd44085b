"""What the sandbox costs: messages beside a plain list, and starts on many servers beside one.

Processor time, in rounds that take turns. Sandbox and bots share this process, so a start holds both ends of the wire.
"""

import argparse
import asyncio
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bench._bare import Bare
from bench._scene import RIGHTS, table
from bot.app import put_together
from bot.client import intents
from config.settings import load
from sandbox import App, Sandbox

READERS, NEWEST, READS = 200, 50, 20
WORDS, DISCORD_PY = "They said no. It was the fifth final round.", "bare discord.py"
Costs = defaultdict[str, list[float]]
Stop = Callable[[], Awaitable[object]]


async def messages_cost(local: Sandbox, messages: int, costs: Costs) -> None:
    """One round of posts and of looks at the newest 50, in seconds each."""
    kept: list[dict[str, object]] = []
    start = time.process_time()
    for number in range(messages):  # the floor: JSON is made once, as it must be for an event
        kept.append({"id": str(number), "type": 0, "content": WORDS, "author": {"id": "1", "username": "Ben"}})
        json.dumps(kept[-1])
    costs["post: a list"].append((time.process_time() - start) / messages)
    costs["read: a list"].append(looked(lambda: json.dumps(kept[-NEWEST:])))
    for guild in local.guilds:
        people, room, post = guild.members, guild.channel("room"), 0.0
        for upto in (NEWEST, messages):
            start = time.process_time()
            for number in range(len(room.messages), upto):
                await people[number % len(people)].say(room, WORDS)
            post += time.process_time() - start
            read = looked(lambda: json.dumps([one.wire for one in people[0].sees(room, NEWEST)]))  # noqa: B023
            costs[f"read: of {upto:,}, seen by {len(people)}"].append(read)
        costs[f"post: seen by {len(people)}"].append(post / messages)


def looked(deed: Callable[[], object]) -> float:
    start = time.process_time()
    for _ in range(READS):
        deed()
    return (time.process_time() - start) / READS


async def starts_cost(local: Sandbox, apps: dict[int, App], folder: Path, costs: Costs) -> None:
    """One round of starts until the last server is known, in seconds."""
    for servers, app in apps.items():
        for name, start in (("a bare socket", socket), (DISCORD_PY, bare), ("ours", ours)):
            before = time.process_time()
            stop = await start(local, app, servers, folder / str(servers))
            costs[f"{name}: {servers}"].append(time.process_time() - before)
            await stop()


async def socket(local: Sandbox, app: App, servers: int, _: Path) -> Stop:
    """No more than reading JSON until all servers were told."""
    session = aiohttp.ClientSession()
    gateway = await session.ws_connect(f"{local.gateway}?v=10&encoding=json", max_msg_size=0)
    await gateway.send_json({"op": 2, "d": {"token": app.token, "intents": intents().value, "properties": {}}})
    while servers:
        servers -= (await gateway.receive_json())["t"] == "GUILD_CREATE"
    return session.close


async def bare(_: Sandbox, app: App, servers: int, __: Path) -> Stop:
    rows, client = AsyncExitStack(), Bare(0)
    rows.push_async_callback(asyncio.wait, [asyncio.create_task(client.start(app.token))])
    rows.push_async_callback(client.close)
    rows.push_async_callback(client.wait_until_ready)
    await knows(client, servers)
    return rows.aclose


async def ours(local: Sandbox, app: App, servers: int, folder: Path) -> Stop:
    keys, rows = folder / "keys" / "master.json", AsyncExitStack()
    settings = load(token=app.token, data_dir=folder, keys_file=keys, http_bind="", clock_url=local.clock_url)
    bot = await put_together(settings, rows)
    rows.enter_context(redirect_stdout(StringIO()))
    rows.push_async_callback(asyncio.wait, [asyncio.create_task(bot.run(app.token))])
    rows.callback(bot.ended.set)
    rows.push_async_callback(bot.ready.wait)
    await knows(bot.client, servers)
    return rows.aclose


async def knows(client: discord.Client, servers: int) -> None:
    async with asyncio.timeout(60):
        while len(client.guilds) < servers or any(one.unavailable for one in client.guilds):  # noqa: ASYNC110
            await asyncio.sleep(0.002)  # discord.py tells nobody before it is ready


def show(costs: Costs, head: tuple[str, ...], floors: Callable[[str], tuple[str, ...]]) -> None:
    rows = [(head[0], "CPU ms", *head[1:])]
    for name, spent in sorted(costs.items()):
        ratios = (statistics.median(a / b for a, b in zip(spent, costs[to], strict=True)) for to in floors(name))
        rows.append((name, f"{statistics.median(spent) * 1000:.3f}", *(f"{one:.2f}" for one in ratios)))
    table(*rows)


async def main(messages: int, servers: int, rounds: int) -> None:
    costs = Costs(list)
    async with Sandbox.open() as local:
        guilds = [local.guild("Job seekers", owner=local.person("Mia")) for _ in range(2)]
        for number in range(1, READERS):
            guilds[1].join(local.person(f"Member {number}"))
        for number in range(rounds + 1):
            await messages_cost(local, messages, costs if number else Costs(list))
    show(costs, ("messages", "to a list"), lambda name: (f"{name[:4]}: a list",))
    costs.clear()
    async with Sandbox.open() as local:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = local.api, yarl.URL(local.gateway)
        apps = {size: local.application("Bot", token=f"token-of-{size}") for size in (1, servers)}
        for number in range(servers):
            guild = local.guild("Job seekers", owner=local.person("Mia"))
            for app in [app for size, app in apps.items() if number < size]:
                guild.install(app, RIGHTS)
        with TemporaryDirectory() as folder:
            for number in range(rounds + 1):  # the first one makes rows and commands
                await starts_cost(local, apps, Path(folder), costs if number else Costs(list))
    head = "a start: servers", "to 1 server", "to discord.py"
    show(costs, head, lambda name: (f"{name.split(':')[0]}: 1", f"{DISCORD_PY}:{name.split(':')[1]}"))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--messages", type=int, default=5_000)
    options.add_argument("--guilds", type=int, default=500)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    asyncio.run(main(given.messages, given.guilds, given.rounds))
