"""What Discord asks of application commands.

https://docs.discord.com/developers/interactions/application-commands
"""

from collections.abc import Mapping
from typing import Literal

from sandbox.official.errors import TOO_MANY_COMMANDS, ErrorBody, Wrong, not_one_of, plain, unseen
from sandbox.official.forms import Spot
from sandbox.official.names import (
    DESCRIPTION,
    NAME,
    check_description,
    check_menu_name,
    check_name,
    check_translations,
    longest,
)
from sandbox.official.options import check_options
from sandbox.official.shapes import Json, items, members, numbered, text, whole

Scope = Literal["global", "guild"]

CHAT, USER, MESSAGE, ENTRY_POINT = range(1, 5)
MOST = {CHAT: 100, USER: 15, MESSAGE: 15, ENTRY_POINT: 1}  # Registering a Command
SIZE = 8_000  # Slash Commands

_SAME_NAME = Wrong("APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
_TOO_LARGE = Wrong("APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({SIZE})")
_DESCRIBED_MENU = unseen("APPLICATION_COMMAND_INVALID_DESCRIPTION", "Context menu commands cannot have description")
_MENU_OPTIONS = unseen("APPLICATION_COMMAND_INVALID_OPTIONS", "Context menu commands cannot have options")
_GUILD_ENTRY = unseen("APPLICATION_COMMAND_TYPE_INVALID", "Guild commands cannot be of type PRIMARY_ENTRY_POINT")
_BAD_PERMISSIONS = Wrong("NUMBER_TYPE_COERCE", 'Value "{}" is not int.')


def commands(given: Json, scope: Scope) -> ErrorBody | None:
    """Discord's error for a bulk overwrite of all commands of a scope, or `None`."""
    form = Spot()
    names: set[tuple[int, str]] = set()
    for place, one in numbered(given):
        here, key = form.at(place), (_type(one), text(one.get("name")))
        if key in names:
            here.wrong(_SAME_NAME)
        names.add(key)
        check_command(one, here, scope)
    return form.answer() or _count(given)


def command(given: Json, scope: Scope) -> ErrorBody | None:
    """As `commands`, for one command that is created."""
    form = Spot()
    check_command(members(given), form, scope)
    return form.answer()


def _type(given: Mapping[str, Json]) -> int:
    kind = whole(given.get("type"))
    return CHAT if kind is None else kind


def _count(given: Json) -> ErrorBody | None:
    for kind, most in MOST.items():
        if sum(1 for _, one in numbered(given) if _type(one) == kind) > most:
            return plain(TOO_MANY_COMMANDS, most)
    return None


def check_command(given: Mapping[str, Json], spot: Spot, scope: Scope) -> None:
    kind = _type(given)
    if kind not in MOST:
        spot.at("type").wrong(not_one_of(*MOST))
        return
    if kind == ENTRY_POINT and scope == "guild":
        spot.at("type").wrong(_GUILD_ENTRY)
    check_translations(given.get("name_localizations"), spot.at("name_localizations"), most=NAME, slash=kind == CHAT)
    _check_permissions(given.get("default_member_permissions"), spot.at("default_member_permissions"))
    if kind == CHAT:
        _check_slash(given, spot)
    else:
        _check_menu(given, spot, kind)


def _check_permissions(bits: Json, spot: Spot) -> None:
    if bits is not None and whole(bits) is None:
        spot.wrong(Wrong(_BAD_PERMISSIONS.code, _BAD_PERMISSIONS.message.format(bits)))


def _check_slash(given: Mapping[str, Json], spot: Spot) -> None:
    check_name(given.get("name"), spot.at("name"))
    check_description(given.get("description"), spot.at("description"))
    translated = given.get("description_localizations")
    check_translations(translated, spot.at("description_localizations"), most=DESCRIPTION, slash=False)
    check_options(given.get("options"), spot.at("options"))
    if size(given) > SIZE:
        spot.wrong(_TOO_LARGE)


def _check_menu(given: Mapping[str, Json], spot: Spot, kind: int) -> None:
    check_menu_name(given.get("name"), spot.at("name"))
    if given.get("description") and kind != ENTRY_POINT:
        spot.at("description").wrong(_DESCRIBED_MENU)
    if items(given.get("options")):
        spot.at("options").wrong(_MENU_OPTIONS)


def size(given: Mapping[str, Json]) -> int:
    """Characters of names, descriptions and values, of the command, its options and their choices (Slash Commands)."""
    own = longest(given.get("name"), given.get("name_localizations"))
    own += longest(given.get("description"), given.get("description_localizations"))
    if "value" in given:
        own += len(str(given["value"]))
    inner = (*numbered(given.get("options")), *numbered(given.get("choices")))
    return own + sum(size(one) for _, one in inner)
