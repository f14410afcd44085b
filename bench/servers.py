"""Memory on many servers, against discord.py bots: the same GUILD_CREATE payloads through the real clients.

Each client is a process of its own. `all` is what a discord.py bot keeps that asks for members; `default` is
`Intents.default()`; `ours` is our client without features: what these need does not grow with servers (`memory`).
"""

import argparse
import asyncio
import gc
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import discord

from bench._scene import table
from bot.client import Client

AS = ("default", "all", "ours")


def payload(number: int, people: int, *, members: bool) -> dict[str, Any]:
    """A server of twenty channels and fifteen roles. Discord tells members only to who may ask for them."""
    base = (number + 1) << 32
    roles = [
        {
            "id": str(base + one), "name": f"role {one}", "permissions": "1071698660929", "position": one, "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}, "hoist": False,
            "managed": False, "mentionable": False, "flags": 0, "icon": None, "unicode_emoji": None,
        }
        for one in range(15)
    ]  # fmt: skip
    channels = [
        {
            "id": str(base + 100 + one), "type": 0, "name": f"channel-{one}", "position": one, "nsfw": False,
            "topic": "What this channel is for, in a sentence.", "last_message_id": None, "parent_id": None,
            "rate_limit_per_user": 0, "flags": 0,
            "permission_overwrites": [{"id": str(base), "type": 0, "allow": "0", "deny": "1024"}],
        }
        for one in range(20)
    ]  # fmt: skip
    those = [person(base + 1_000 + one, base) for one in range(people if members else 1)]
    return {
        "id": str(base), "name": f"Server {number}", "owner_id": str(base + 1_000), "roles": roles, "emojis": [],
        "stickers": [], "channels": channels, "threads": [], "members": those, "member_count": people, "large": False,
        "voice_states": [], "presences": [], "stage_instances": [], "guild_scheduled_events": [], "features": [],
        "preferred_locale": "en-US", "system_channel_flags": 0, "verification_level": 1, "mfa_level": 0,
        "default_message_notifications": 1, "explicit_content_filter": 0, "premium_tier": 0, "nsfw_level": 0,
        "afk_timeout": 300, "soundboard_sounds": [], "unavailable": False, "joined_at": "2026-01-01T00:00:00+00:00",
    }  # fmt: skip


def person(number: int, base: int) -> dict[str, Any]:
    user = {
        "id": str(number), "username": f"member{number}", "discriminator": "0", "avatar": None, "global_name": "Member",
        "public_flags": 0,
    }  # fmt: skip
    return {
        "user": user, "nick": None, "roles": [str(base + 3)], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False,
        "mute": False, "flags": 0,
    }  # fmt: skip


def client(kind: str) -> Any:
    if kind == "ours":
        return Client(shard_ids=None, shard_count=1)
    intents = discord.Intents.default() if kind == "default" else discord.Intents.all()
    return discord.AutoShardedClient(intents=intents, shard_count=1)


async def live_as(kind: str, servers: int, people: int) -> None:
    """Prints the megabytes of memory that the servers took."""
    one = client(kind)
    state = one._connection
    before = memory_mb()
    for number in range(servers):
        # through text, as from the wire: no string is shared that would not be there
        data = json.loads(json.dumps(payload(number, people, members=kind == "all")))
        state._add_guild_from_data(data)
    gc.collect()
    print(memory_mb() - before)


def memory_mb() -> float:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def main(servers: int, people: int) -> None:
    sizes = {kind: measured(kind, servers, people) for kind in AS}
    table(
        (f"{servers} servers of {people}", "to default", "to all"),
        *((kind, f"{size / sizes['default']:.2f}", f"{size / sizes['all']:.2f}") for kind, size in sizes.items()),
    )


def measured(kind: str, servers: int, people: int) -> float:
    command = [sys.executable, "-m", "bench.servers", "--live-as", kind, f"--servers={servers}", f"--people={people}"]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--servers", type=int, default=2_500)
    options.add_argument("--people", type=int, default=200)
    options.add_argument("--live-as", choices=AS, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.live_as:
        asyncio.run(live_as(given.live_as, given.servers, given.people))
    else:
        main(given.servers, given.people)
