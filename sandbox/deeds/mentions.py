"""Whom a message mentions, as far as its `allowed_mentions` let it (documentation, Allowed Mentions Object)."""

import re
from dataclasses import dataclass, field

from sandbox.errors import Json
from sandbox.state import permissions
from sandbox.state.model import Channel, User
from sandbox.state.world import World

# a message of a bot or person parses all, an answer to an interaction only users
PARSE_ALL: Json = {"parse": ["users", "roles", "everyone"]}
PARSE_USERS: Json = {"parse": ["users"]}

_USER = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_EVERYONE = re.compile(r"@(?:everyone|here)\b")


@dataclass
class Mentioned:
    users: list[User] = field(default_factory=list[User])
    roles: list[int] = field(default_factory=list[int])
    everyone: bool = False


def find(world: World, channel: Channel, text: str, allowed: Json, rights: int) -> Mentioned:
    """The users, roles and "everyone" that the text pings; `rights` are its author's."""
    parse: set[str] = set(allowed.get("parse") or ())
    loud = bool(rights & permissions.MENTION_EVERYONE)
    found = Mentioned(everyone="everyone" in parse and loud and _EVERYONE.search(text) is not None)
    for user_id in _ids(_USER, text):
        if _lets(allowed, parse, "users", user_id) and user_id in world.users:
            found.users.append(world.users[user_id])
    for role_id in _ids(_ROLE, text):
        role = channel.guild.roles.get(role_id) if channel.guild else None
        if role and (role.mentionable or loud) and _lets(allowed, parse, "roles", role_id):
            found.roles.append(role_id)
    return found


def _ids(pattern: re.Pattern[str], text: str) -> list[int]:
    return list(dict.fromkeys(int(match) for match in pattern.findall(text)))


def _lets(allowed: Json, parse: set[str], kind: str, wanted: int) -> bool:
    return kind in parse or wanted in {int(one) for one in allowed.get(kind) or ()}
