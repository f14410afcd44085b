"""A copy of the settings, and starting over."""

from collections.abc import Sequence

from discord import ui

from bot.screening.escape import escape
from bot.text.catalogue import Words
from cogs.setup.cards.parts import DANGER, PRIMARY, Row, back, button, screen
from cogs.setup.model import Copy

STRANGERS_SHOWN = 12


def copy(words: Words, *, note: str = "") -> ui.LayoutView:
    """Take one along, bring one in."""
    row = Row(
        button(words("setup-copy-take"), "setup:export", style=PRIMARY), button(words("setup-copy-bring"), "setup:pick")
    )
    return screen(words("setup-copy"), row, back(words), note=note)


def file_form(custom_id: str, words: Words) -> ui.Modal:
    """One file."""
    form = ui.Modal(title=words("setup-copy-bring"), custom_id=custom_id)
    upload = ui.FileUpload[ui.Modal](custom_id="file", min_values=1, max_values=1)
    form.add_item(
        ui.Label(text=words("setup-copy-file"), description=words("setup-copy-file.description"), component=upload)
    )
    return form


def looked_at(number: int, one: Copy, words: Words) -> ui.LayoutView:
    """What a file would change, and what in it is not here; nothing is changed yet."""
    lines = [words("setup-copy-would", server=escape(one.server) or "?", sections=_named(list(one.sections), words))]
    lines += left_out(one, words)
    row = Row(button(words("setup-copy-leave"), f"setup:leave:{number}"))
    if one.sections:
        row = Row(button(words("setup-copy-use"), f"setup:bring:{number}", style=PRIMARY), *row.children)
    return screen("\n".join(lines), row)


def left_out(one: Copy, words: Words) -> list[str]:
    """What of a file is not used here."""
    lines: list[str] = []
    if one.strangers:
        named = [escape(one.names.get(each, each)) for each in one.strangers[:STRANGERS_SHOWN]]
        count = len(one.strangers)
        lines.append(words("setup-copy-strangers", count=count, names=", ".join(named)))
    if one.unknown:
        lines.append(words("setup-copy-unknown", names=", ".join(escape(name) for name in one.unknown)))
    return lines


def _named(sections: Sequence[str], words: Words) -> str:
    return ", ".join(words.find(f"setup-section-{name}") or name for name in sections)


def reset(chosen: Sequence[str], words: Words) -> ui.LayoutView:
    """What would go; nothing goes yet."""
    if not chosen:
        return screen(words("setup-reset-nothing"), back(words))
    row = Row(
        button(words("setup-reset-first"), "setup:resetsure"),
        button(words("setup-copy-take"), "setup:export"),
        button(words("setup-reset-keep"), "setup:more"),
    )
    return screen(words("setup-reset", sections=_named(chosen, words)), row)


def reset_sure(words: Words) -> ui.LayoutView:
    """The second press does it."""
    row = Row(
        button(words("setup-reset-do"), "setup:resetdo", style=DANGER),
        button(words("setup-reset-keep"), "setup:more"),
    )  # fmt: skip
    return screen(words("setup-reset-sure"), row)


def bring(words: Words) -> ui.View:
    """Below a copy: another one can be brought in."""
    face = ui.View(timeout=None)
    face.add_item(button(words("setup-copy-bring"), "setup:pick"))
    return face
