"""Typed ways in: slash commands and menus, described by the texts, answered by the router.

A feature gives `Slash` and `Menu` values; `assemble` makes discord.py commands of them. Groups that several features
share (`/my`, `/setup`, `/mod`) come into being from the paths.
"""

import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, cast

import discord
from discord import app_commands

from bot.text.catalogue import Catalogue, Words
from bot.ui.press import Press
from bot.ui.router import Router, Way

Completer = Callable[[discord.Interaction, str], Awaitable[list[app_commands.Choice[str]]]]
AnyCommand = app_commands.Command[Any, Any, Any] | app_commands.Group | app_commands.ContextMenu
TEXT_ID = "text_id"
"""Where a menu, whose name people read, says which text it is."""


@dataclass(frozen=True)
class Slash:
    """A slash command. `path` is ("vent",) or ("my", "posts"); the handler takes the press and the options by name.

    `scope`: "everywhere" is registered globally, "server" per server while its feature is on.
    """

    path: tuple[str, ...]
    handler: Callable[..., Awaitable[None]]
    scope: Literal["everywhere", "server"] = "server"
    dm: bool = False
    opens_form: bool = False
    permission: discord.Permissions | None = None
    completers: Mapping[str, Completer] = field(default_factory=dict[str, Completer])


@dataclass(frozen=True)
class Menu:
    """A context menu on a message or a user; the handler takes the press and the target."""

    text_id: str
    on: type[discord.Message] | type[discord.Member]
    handler: Callable[..., Awaitable[None]]
    opens_form: bool = False


def slash_command(slash: Slash, words: Words, router: Router) -> app_commands.Command[Any, Any, Any]:
    """discord.py's command for it; options, their types and whether they are required come from the handler."""
    text_id = "cmd-" + "-".join(slash.path)
    given = list(inspect.signature(slash.handler, eval_str=True).parameters.values())[1:]

    async def callback(interaction: discord.Interaction, **options: object) -> None:
        async def handle(press: Press) -> None:
            await slash.handler(press, **options)

        await router.run(router.press(interaction), Way(handle, opens_form=slash.opens_form), " ".join(slash.path))

    first = inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction)
    cast("Any", callback).__signature__ = inspect.Signature([first, *given])
    described = {option.name: words(f"{text_id}.{option.name}") for option in given}
    command = app_commands.Command(
        name=slash.path[-1],
        description=words(text_id),
        callback=cast("Any", app_commands.describe(**described)(callback) if described else callback),
        auto_locale_strings=False,
    )
    for option, completer in slash.completers.items():
        command.autocomplete(option)(cast("Any", completer))
    return command


def menu_command(menu: Menu, words: Words, router: Router) -> app_commands.ContextMenu:
    """discord.py's context menu for it."""

    async def callback(interaction: discord.Interaction, target: Any) -> None:
        async def handle(press: Press) -> None:
            await menu.handler(press, target)

        await router.run(router.press(interaction), Way(handle, opens_form=menu.opens_form), menu.text_id)

    callback.__annotations__["target"] = menu.on
    made = app_commands.ContextMenu(
        name=words(menu.text_id), callback=callback, auto_locale_strings=False, extras={TEXT_ID: menu.text_id}
    )
    made.guild_only = True
    return made


def assemble(slashes: Iterable[Slash], words: Words, router: Router) -> list[AnyCommand]:
    """Commands and groups; a group is as wide and as open as its members say."""
    groups: dict[str, app_commands.Group] = {}
    made: list[AnyCommand] = []
    for slash in slashes:
        command = slash_command(slash, words, router)
        if len(slash.path) == 1:
            _restrict(command, [slash])
            made.append(command)
            continue
        name = slash.path[0]
        if name not in groups:
            groups[name] = app_commands.Group(name=name, description=words(f"cmd-{name}"), auto_locale_strings=False)
            made.append(groups[name])
        groups[name].add_command(command)
    for name, group in groups.items():
        _restrict(group, [slash for slash in slashes if slash.path[0] == name])
    return made


def _restrict(command: app_commands.Command[Any, Any, Any] | app_commands.Group, parts: Sequence[Slash]) -> None:
    everywhere_in_dm = any(slash.dm for slash in parts)
    command.allowed_contexts = app_commands.AppCommandContext(guild=True, dm_channel=everywhere_in_dm)
    command.allowed_installs = app_commands.AppInstallationType(guild=True, user=False)
    permission = next((slash.permission for slash in parts if slash.permission is not None), None)
    if permission is not None:
        command.default_permissions = permission


def localised(command: AnyCommand, tree: app_commands.CommandTree[Any], catalogue: Catalogue) -> dict[str, Any]:
    """What Discord is sent for it, with what people read in every language we have.

    Commands keep their names (docs/decisions/0073-languages.md); their descriptions, and the names of menus, are texts
    (documentation, application commands, localization).
    """
    payload = command.to_dict(tree)
    if not isinstance(command, app_commands.ContextMenu):
        return _described(payload, catalogue, f"cmd-{command.name}")
    for locale in catalogue.locales:
        _set(payload, "name_localizations", locale, catalogue.words(locale).find(command.extras[TEXT_ID]))
    return payload


def _described(payload: dict[str, Any], catalogue: Catalogue, own_id: str) -> dict[str, Any]:
    for locale in catalogue.locales:
        _set(payload, "description_localizations", locale, catalogue.words(locale).find(own_id))
    for option in payload.get("options", ()):
        if option["type"] in {1, 2}:
            _described(option, catalogue, f"{own_id}-{option['name']}")
            continue
        for locale in catalogue.locales:
            _set(
                option, "description_localizations", locale, catalogue.words(locale).find(f"{own_id}.{option['name']}")
            )
    return payload


def _set(payload: dict[str, Any], key: str, locale: str, text: str | None) -> None:
    if text is not None:
        payload.setdefault(key, {})[locale] = text
