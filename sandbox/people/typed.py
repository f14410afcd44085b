"""Options typed after a slash command: checked as the client does, and put on the wire."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sandbox.errors import ClientRefusal, Json
from sandbox.state import render, render_message
from sandbox.state.model import Attachment, Channel, Guild, Role
from sandbox.state.world import World

STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, FILE = range(3, 12)
SUBCOMMAND, GROUP = 1, 2
TEXT_MOST = 6000


class HasId(Protocol):
    """A person, member, role, channel or application."""

    @property
    def id(self) -> int: ...


@dataclass
class Typed:
    """The `data` of a command so far: its options, and the things that they name."""

    world: World
    guild: Guild | None
    user_id: int
    options: list[Json] = field(default_factory=list["Json"])
    resolved: dict[str, Json] = field(default_factory=dict[str, "Json"])

    def data(self) -> Json:
        data: Json = {"options": self.options} if self.options else {}
        return data | {"resolved": self.resolved} if self.resolved else data

    def name_user(self, user_id: int) -> str:
        """Adds a user, in a server with their membership, to what is resolved."""
        user = self.world.users[user_id]
        self.resolved.setdefault("users", {})[str(user_id)] = render.user(user)
        member = self.guild.members.get(user_id) if self.guild else None
        if member is not None:
            shown = render.member(member, with_user=False)
            granted = self.world.allowed(user_id, next(iter(member.guild.channels.values())))
            self.resolved.setdefault("members", {})[str(user_id)] = shown | {"permissions": str(granted)}
        return str(user_id)

    def name_role(self, role: Role) -> str:
        self.resolved.setdefault("roles", {})[str(role.id)] = render.role(role)
        return str(role.id)

    def name_file(self, file: Attachment) -> str:
        self.resolved.setdefault("attachments", {})[str(file.id)] = render_message.attachment(file, ephemeral=True)
        return str(file.id)

    def name_channel(self, channel: Channel) -> str:
        granted = self.world.allowed(self.user_id, channel)
        shown = render.channel(channel) | {"permissions": str(granted)}
        self.resolved.setdefault("channels", {})[str(channel.id)] = shown
        return str(channel.id)


def path(body: Json, words: list[str]) -> tuple[list[Json], list[Json]]:
    """The subcommand that the words lead to: what encloses it, and the options it has. Raises ClientRefusal."""
    enclosing: list[Json] = []
    options: list[Json] = body.get("options") or []
    for word in words:
        found = next((one for one in options if one["name"] == word and one["type"] in (SUBCOMMAND, GROUP)), None)
        if found is None:
            raise ClientRefusal(
                f"/{body['name']} has no subcommand {word!r}; it has {[one['name'] for one in options]}"
            )
        enclosing.append(found)
        options = found.get("options") or []
    if any(one["type"] in (SUBCOMMAND, GROUP) for one in options):
        raise ClientRefusal(f"/{body['name']} needs one of its subcommands: {[one['name'] for one in options]}")
    return enclosing, options


def wrap(enclosing: list[Json], typed: list[Json]) -> list[Json]:
    """The options inside their subcommand and group."""
    for one in reversed(enclosing):
        typed = [{"name": one["name"], "type": one["type"], "options": typed}]
    return typed


def fill(typed: Typed, options: list[Json], given: Mapping[str, Any]) -> list[Json]:
    """The options with their values. Raises ClientRefusal for what the client would not send."""
    known = {one["name"]: one for one in options}
    for name in given:
        if name not in known:
            raise ClientRefusal(f"there is no option {name!r}; there are {list(known)}")
    for name, option in known.items():
        if option.get("required") and given.get(name) is None:
            raise ClientRefusal(f"the option {name!r} is required")
    return [
        {"name": name, "type": known[name]["type"], "value": _value(typed, known[name], value)}
        for name, value in given.items()
        if value is not None
    ]


def _value(typed: Typed, option: Json, given: Any) -> Any:
    kind, name = option["type"], option["name"]
    if kind in (USER, CHANNEL, ROLE, MENTIONABLE):
        return _named(typed, option, given)
    if kind == FILE and isinstance(given, Attachment):
        return typed.name_file(given)
    if option.get("choices"):
        return _chosen(option, given)
    if kind == STRING and isinstance(given, str):
        _within(name, len(given), option.get("min_length", 0), option.get("max_length", TEXT_MOST))
        return given
    if kind in (INTEGER, NUMBER) and isinstance(given, int | float) and not isinstance(given, bool):
        if kind == INTEGER and not isinstance(given, int):
            raise ClientRefusal(f"{name}: a whole number, not {given!r}")
        _within(name, given, option.get("min_value"), option.get("max_value"))
        return given
    if kind == BOOLEAN and isinstance(given, bool):
        return given
    raise ClientRefusal(f"{name}: {given!r} cannot be typed here")


def _within(name: str, size: float, least: float | None, most: float | None) -> None:
    if least is not None and size < least:
        raise ClientRefusal(f"{name}: must be at least {least}, not {size}")
    if most is not None and size > most:
        raise ClientRefusal(f"{name}: must be at most {most}, not {size}")


def _chosen(option: Json, given: Any) -> Any:
    for choice in option["choices"]:
        if given in (choice["value"], choice["name"]):
            return choice["value"]
    there = [choice["name"] for choice in option["choices"]]
    raise ClientRefusal(f"{option['name']}: there is no choice {given!r}; there are {there}")


def _by_id(typed: Typed, text: str) -> HasId | str:
    """The channel, role or user of an id in digits."""
    if not text.isdecimal():
        return text
    wanted = int(text)
    roles = typed.guild.roles if typed.guild else {}
    return typed.world.channels.get(wanted) or roles.get(wanted) or typed.world.users.get(wanted) or text


def _named(typed: Typed, option: Json, given: HasId | str) -> str:
    kind, name = option["type"], option["name"]
    if isinstance(given, str):
        given = _by_id(typed, given)
    if isinstance(given, Channel) and kind == CHANNEL:
        kinds = option.get("channel_types")
        if kinds and given.kind not in kinds:
            raise ClientRefusal(f"{name}: #{given.name} is not of a kind that can be chosen here")
        return typed.name_channel(given)
    if isinstance(given, Role) and kind in (ROLE, MENTIONABLE):
        return typed.name_role(given)
    wanted = getattr(given, "id", None)
    if kind in (USER, MENTIONABLE) and isinstance(wanted, int) and wanted in typed.world.users:
        return typed.name_user(wanted)
    raise ClientRefusal(f"{name}: {given!r} cannot be chosen here")
