"""Every command on one page, from what Discord is given: docs/commands.md."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from bot.text.catalogue import Words
from bot.ui.commands import Menu, Slash

_HEAD = """# Commands

Written by `python -m bot commands --write` from the commands themselves; `make check` sees that it is true.

*everywhere*: on every server from the start; *DM*: in the bot's direct messages too. Everything else is there while a
server has its feature switched on. **!** must be given, \\* offers what fits while one types.
"""
_SLASHES = ("", "| command | what it does | options | where | who may |", "|---|---|---|---|---|")
_MENUS = (
    "", "## Menus", "", "Long-press or right-click a message or a person, then *Apps*.", "",
    "| menu | of | where |", "|---|---|---|",
)  # fmt: skip
_SUBCOMMAND, _GROUP = 1, 2
_TYPES = {3: "text", 4: "number", 5: "yes or no", 6: "person", 7: "channel", 8: "role", 10: "number", 11: "file"}
"""Documentation, application command option type."""
_MODERATORS = discord.Permissions(moderate_members=True)


@dataclass(frozen=True)
class Offered:
    """What one feature brings along."""

    feature: str
    slashes: Sequence[Slash]
    menus: Sequence[Menu]


def page(offered: Sequence[Offered], payloads: Sequence[dict[str, Any]], words: Words) -> str:
    """The whole page as Markdown, the same for the same commands; `payloads` is what Discord is given of each."""
    known = {path: leaf for payload in payloads for path, leaf in _leaves(payload, ())}
    rows = [_slash(slash, known[slash.path], of) for of in offered for slash in of.slashes]
    menus = [
        f"| *{words(menu.text_id)}* | {'messages' if menu.on is discord.Message else 'people'} | {_place(of)} |"
        for of in offered
        for menu in of.menus
    ]
    return "\n".join([_HEAD.rstrip(), *_SLASHES, *sorted(rows), *_MENUS, *sorted(menus)]) + "\n"


def _leaves(payload: dict[str, Any], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    path = (*above, str(payload["name"]))
    below = [one for one in payload.get("options", ()) if one["type"] in {_SUBCOMMAND, _GROUP}]
    if not below:
        yield path, payload
    for one in below:
        yield from _leaves(one, path)


def _slash(slash: Slash, leaf: dict[str, Any], of: Offered) -> str:
    options = "<br>".join(_option(one) for one in leaf.get("options", ())) or "–"
    where = _place(of) if slash.scope == "server" else "everywhere, DM" if slash.dm else "everywhere"
    return f"| `/{' '.join(slash.path)}` | {_plain(leaf['description'])} | {options} | {where} | {_who(slash)} |"


def _option(one: dict[str, Any]) -> str:
    kind = _TYPES.get(one["type"], "value")
    if one.get("choices"):
        kind = ", ".join(f"`{choice['value']}`" for choice in one["choices"])
    if "max_length" in one:
        kind += f" up to {one['max_length']}"
    marks = ("**!**" if one.get("required") else "") + ("\\*" if one.get("autocomplete") else "")
    return f"`{one['name']}`{marks} ({kind}): {_plain(one['description'])}"


def _place(of: Offered) -> str:
    return f"with *{of.feature}*"


def _who(slash: Slash) -> str:
    if slash.permission is None:
        return "everybody"
    names = " and ".join(name.replace("_", " ").title() for name, needed in slash.permission if needed)
    return f"{names}, or a role that moderates" if slash.permission == _MODERATORS else names


def _plain(text: str) -> str:
    return text.replace("|", "\\|")
