"""Texts that wait: what a feature says of a kind of text, what was filled in, and the buttons below it."""

import re
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import ui

from bot.domain.ids import GuildId
from bot.screening.escape import is_blank
from bot.text.catalogue import Words
from bot.ui.press import Press
from bot.ui.router import Handler

_AGAIN = re.compile(r"([0-9]{1,19})-[0-9a-f]{8}", re.ASCII)
CUSTOM_ID_MAX = 100
"""(documentation, component reference)"""
_PRIMARY, _SECONDARY = discord.ButtonStyle.primary, discord.ButtonStyle.secondary


def never(_: Press) -> bool:
    """For texts that never stand under a name."""
    return False


@dataclass(frozen=True)
class Text:
    """A kind of text: the form it comes back from, and what is done with it.

    `args` is how many parts of the form's custom id belong to it; what follows is the suffix of a prefilled one.
    """

    form: str
    part: str
    """The form's field that holds the words."""
    more: tuple[str, ...] = field(default=(), kw_only=True)
    """Further fields of it with words of one's own."""
    empty: Callable[[Press], ui.Modal]
    """The form as it is opened, for `press.args`; what was filled in is put there by the filter."""
    pass_on: Handler
    """Takes it, by `press.args` and `press.fields`. Raises Refusal: the words are kept all the same."""
    args: int = 1
    own: bool = False
    """Nobody but its writer reads it: only words that can mean danger are spoken of."""
    straight: bool = False
    """It goes to those who are there to read it, such as moderators: nothing holds it up, it is only not lost."""
    server: Callable[[Press], Awaitable[GuildId | None]] | None = None
    """Which server it is for, where it can be given in a direct message."""
    by_name: Callable[[Press], bool] = never
    """Whether its writer signs it: then it is others whom it could give away, and their names are expected in it."""
    mends: bool = False
    """It takes the place of words that were passed on already: they stay as they are until then."""
    settled: frozenset[str] = frozenset()
    """Refusals after which nothing is to be kept, such as "it is there already"."""
    with_name: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Fields that put it under its writer's name, where that is a way out."""

    @property
    def feature(self) -> str:
        return self.form.partition(":")[0]

    @property
    def kind(self) -> str:
        """How the texts of its buttons end, where they differ from a post's."""
        return "-change" if self.mends else "-own" if self.own else "-sent" if self.straight else ""

    def said(self, press: Press) -> list[str]:
        """The words in it, field by field; none where there are none."""
        return [given for given in map(press.one, (self.part, *self.more)) if not is_blank(given)]


@dataclass(frozen=True)
class Held:
    """A form as it came back."""

    form: str
    args: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]


def again(number: int) -> str:
    """The suffix of a form that is opened again with what waits under `number`.

    Another at each opening: phones keep an old text under a form's id.
    """
    return f"{number}-{secrets.token_hex(4)}"


def earlier(suffix: Sequence[str]) -> int | None:
    """What the form that came back was opened with: its buttons are to say from now on that it was changed."""
    found = _AGAIN.fullmatch(suffix[0]) if suffix else None
    return int(found[1]) if found is not None else None


def opened_again(number: int, came: "Held") -> str:
    """The custom id of that form; where it would be too long, without saying what it is opened with."""
    whole = ":".join([came.form, *came.args, again(number)])
    return whole if len(whole) <= CUSTOM_ID_MAX else ":".join([came.form, *came.args, secrets.token_hex(4)])


def mending(text: Text, number: int, words: Words) -> ui.View:
    """It could not be passed on; it can be changed."""
    return _rows(_change(text, number, words, _PRIMARY), _drop(text, number, words))


def mending_or_name(text: Text, number: int, words: Words) -> ui.View:
    """Not without a name just now; with it at any time."""
    name = _button(words("draft-name"), f"{text.feature}:draft:name:{number}", _PRIMARY)
    return _rows(name, _change(text, number, words, _SECONDARY), _drop(text, number, words))


def preflight(text: Text, number: int, words: Words) -> ui.View:
    """Something in it could lead back to somebody (key message 4)."""
    post = _button(words("draft-post"), f"{text.feature}:draft:post:{number}", _SECONDARY)
    return _rows(_change(text, number, words, _PRIMARY), post, _drop(text, number, words))


def danger(text: Text, number: int, words: Words, *, with_moderators: bool) -> ui.View:
    """Somebody may be in danger (key message 5). Moderators are those of a server, so not in a direct message."""
    safe = words("draft-safe-own") if text.own else words("draft-safe")
    asking = [_button(words("draft-moderator"), f"care:ask:{number}", _PRIMARY)] if with_moderators else []
    return _rows(
        _button(safe, f"{text.feature}:draft:safe:{number}", _SECONDARY), *asking,
        _change(text, number, words, _SECONDARY), _drop(text, number, words),
    )  # fmt: skip


def _change(text: Text, number: int, words: Words, style: discord.ButtonStyle) -> ui.Button[Any]:
    return _button(words("draft-change"), f"{text.feature}:draft:change:{number}", style)


def _drop(text: Text, number: int, words: Words) -> ui.Button[Any]:
    return _button(words(f"draft-drop{text.kind}"), f"{text.feature}:draft:drop:{number}", _SECONDARY)


def _button(label: str, custom_id: str, style: discord.ButtonStyle) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=custom_id, style=style)


def _rows(*buttons: ui.Button[Any]) -> ui.View:
    face = ui.View(timeout=None)
    for one in buttons:
        face.add_item(one)
    return face
