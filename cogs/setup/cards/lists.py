"""What a server writes down: its words, its help lines, its cheers; screens and forms."""

from collections.abc import Sequence

import discord
from discord import ui

from bot.data.guilds import Resource
from bot.screening.escape import escape
from bot.text.catalogue import Words
from cogs.setup.cards.parts import PRIMARY, Row, back, button, screen, whole_lines
from cogs.setup.model import (
    CHEER_LABEL_MAX,
    CHEERS,
    HOURS_MAX,
    NAME_MAX,
    REACH_MAX,
    RESOURCES_MOST,
    URL_MAX,
    Change,
    Refused,
)  # fmt: skip
from cogs.setup.settings import Cheers

PASTED_MAX = 4_000
"""A text input's longest (PLATFORM 1.2)."""
REFUSED_SHOWN = 8


def words_here(entries: Sequence[str], words: Words, *, note: str = "", again: int | None = None) -> ui.LayoutView:
    """The list, hidden until tapped, as far as it can be shown. `again` holds what could not be taken."""
    text = words("setup-words", count=len(entries))
    shown, left = whole_lines([escape(entry) for entry in entries], 2_400)
    if shown:
        text += "\n||" + ", ".join(shown) + "||"
    if left:
        text += "\n" + words("setup-words-rest", count=left)
    row = Row(button(words("setup-words-add"), "setup:addwords", style=PRIMARY))
    if entries:
        row.add_item(button(words("setup-words-drop"), "setup:dropwords"))
    if again is not None:
        row.add_item(button(words("setup-change-it"), f"setup:addwords:{again}"))
    return screen(text, row, back(words), note=note)


def added(change: Change, words: Words) -> str:
    """What became of what was typed."""
    lines = [words("setup-words-added", count=len(change.taken), known=change.known)]
    lines += [_why(one, words) for one in change.refused[:REFUSED_SHOWN]]
    if len(change.refused) > REFUSED_SHOWN:
        lines.append(words("setup-words-others", count=len(change.refused) - REFUSED_SHOWN))
    return "\n".join(lines)


def _why(one: Refused, words: Words) -> str:
    entry = escape(one.entry[:REACH_MAX])
    return "• " + words(f"setup-word-{one.why}", entry=entry, most=one.most, letter=escape(one.letter))


def words_form(custom_id: str, text: str, words: Words, *, adds: bool) -> ui.Modal:
    """One paragraph, an entry a line."""
    form = ui.Modal(title=words("setup-words-add" if adds else "setup-words-drop"), custom_id=custom_id)
    field = ui.TextInput[ui.Modal](
        custom_id="words", style=discord.TextStyle.paragraph, max_length=PASTED_MAX, default=text[:PASTED_MAX] or None
    )
    described = words("setup-words-form") if adds else words("setup-words-form-drop")
    form.add_item(ui.Label(text=words("setup-words-label"), description=described, component=field))
    return form


def resources(own: Sequence[Resource], usual: str, words: Words, *, note: str = "") -> ui.LayoutView:
    """The server's own lines, and those of its country that follow them."""
    lines = [words("setup-resources", count=len(own))]
    lines += [f"• {line(one, words)}" for one in own]
    lines.append(words("setup-resources-usual", lines=usual))
    rows = Row()
    if len(own) < RESOURCES_MOST:
        rows.add_item(button(words("setup-resource-add"), "setup:addline", style=PRIMARY))
    parts: list[ui.Item[ui.LayoutView]] = [rows] if rows.children else []
    if own:
        drop = ui.Select[ui.LayoutView](custom_id="setup:dropline", placeholder=words("setup-resource-drop"))
        for one in own:
            drop.add_option(label=one.name, value=one.name)
        parts.append(Row(drop))
    return screen("\n".join(lines), *parts, back(words), note=note)


def line(one: Resource, words: Words) -> str:
    """One of the server's own lines as people read it."""
    parts = [f"**{escape(one.name)}** {escape(one.reach)}", escape(one.hours), one.url]
    return " · ".join(part for part in parts if part)


def resource_form(custom_id: str, given: Resource, words: Words) -> ui.Modal:
    """Four short fields."""
    form = ui.Modal(title=words("setup-resource-add"), custom_id=custom_id)
    fields = (("name", NAME_MAX, given.name, True), ("reach", REACH_MAX, given.reach, True),
              ("hours", HOURS_MAX, given.hours, False), ("url", URL_MAX, given.url, False))  # fmt: skip
    for name, most, value, needed in fields:
        field = ui.TextInput[ui.Modal](
            custom_id=name, max_length=most, default=value[:most] or None, required=needed
        )  # fmt: skip
        label, described = words(f"setup-line-{name}"), words(f"setup-line-{name}.description")
        form.add_item(ui.Label(text=label, description=described, component=field))
    return form


def cheers(own: Cheers | None, usual: Sequence[str], words: Words, *, note: str = "") -> ui.LayoutView:
    """The three signs below a post, and the laugh."""
    shown = [f"{emoji} {label}" for emoji, label in own.list] if own is not None else list(usual)
    lines = [words("setup-cheers"), *(f"• {escape(one)}" for one in shown)]
    if own is not None and own.laugh is not None:
        laugh = f"{own.laugh[0]} {own.laugh[1]}"
        lines.append(words("setup-cheers-laugh", laugh=escape(laugh)))
    row = Row(button(words("setup-cheers-change"), "setup:setcheers", style=PRIMARY))
    if own is not None:
        row.add_item(button(words("setup-cheers-usual"), "setup:usualcheers"))
    return screen("\n".join(lines), row, back(words), note=note)


def cheers_form(custom_id: str, typed: Sequence[str], laugh: str, words: Words) -> ui.Modal:
    """Three signs and a laugh, each as "emoji words"."""
    form = ui.Modal(title=words("setup-cheers-change"), custom_id=custom_id)
    most = CHEER_LABEL_MAX + 20
    for number in range(CHEERS):
        field = ui.TextInput[ui.Modal](custom_id=f"cheer{number}", default=typed[number][:most], max_length=most)
        described = words("setup-cheer.description")
        form.add_item(ui.Label(text=words("setup-cheer", number=number + 1), description=described, component=field))
    last = ui.TextInput[ui.Modal](custom_id="laugh", default=laugh[:most] or None, max_length=most, required=False)
    form.add_item(
        ui.Label(text=words("setup-laugh"), description=words("setup-laugh.description"), component=last)
    )  # fmt: skip
    return form
