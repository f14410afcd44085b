"""About how many people can read a room, as far as Discord tells without naming them (SPEC 4.12: a lower bound)."""

from collections.abc import Mapping, Sequence
from typing import Any

VIEW, ADMINISTRATOR = 1 << 10, 1 << 3
ROOMS_COUNTED = 5
Json = Mapping[str, Any]


async def about_how_many(http: Any, guild: int, rooms: Sequence[int]) -> tuple[str, int]:
    """(the server's name, about how many people can read in the most private of these rooms), by discord.py's requests.

    Raises discord.HTTPException.
    """
    found = await http.get_guild(guild, with_counts=True)
    counts: Mapping[str, int] = await http.get_role_member_counts(guild) if rooms else {}
    shown: list[Json] = [await http.get_channel(room) for room in rooms[:ROOMS_COUNTED]]
    return str(found["name"]), min(readers_of(found, counts, room) for room in shown or [{}])


def readers_of(guild: Json, counts: Mapping[str, int], room: Json) -> int:
    """`guild` with counts, how many have each role, and the room, as Discord gives them.

    Where everyone reads: all without the bots. Else the largest role that reads, or the people let in one by one.
    """
    everyone = next(role for role in guild["roles"] if role["id"] == guild["id"])
    bots = [role for role in guild["roles"] if _is_bots(role)]
    people = max(int(guild["approximate_member_count"]) - max(len(bots), 1), 0)
    if _reads(everyone, everyone, room):
        return people
    others = [role for role in guild["roles"] if role not in bots and role is not everyone]
    by_role = [counts.get(str(role["id"]), 0) for role in others if _reads(role, everyone, room)]
    let_in = sum(bool(int(one["allow"]) & VIEW) for one in _overwrites(room) if int(one["type"]) == 1)
    return min(max([1, let_in, *by_role]), people)


def _reads(role: Json, everyone: Json, room: Json) -> bool:
    granted = int(everyone["permissions"]) | int(role["permissions"])
    if granted & ADMINISTRATOR:
        return True
    for who in dict.fromkeys((everyone["id"], role["id"])):
        for one in _overwrites(room):
            if str(one["id"]) == str(who):
                granted = granted & ~int(one["deny"]) | int(one["allow"])
    return bool(granted & VIEW)


def _is_bots(role: Json) -> bool:
    tags: Json = role.get("tags") or {}
    return "bot_id" in tags


def _overwrites(room: Json) -> Sequence[Json]:
    return room.get("permission_overwrites") or ()
