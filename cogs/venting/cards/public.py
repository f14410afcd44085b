"""What everybody sees: the card, the lines, the panel.

The text of a vent is stored nowhere but in its message, so a card that changes is built from the one that is there:
`text_on` reads it back by the number its part carries.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from discord import ui

from bot.domain.ids import MemberId
from bot.screening.escape import escape
from bot.text.catalogue import Words
from cogs.venting.cards.parts import CALM, PRIMARY, button, relative
from cogs.venting.model.cheers import CheerSet
from cogs.venting.model.line import LineOn, WrittenLine
from cogs.venting.model.vent import Cheer, Vent

BUTTONS_IN_ROW = 5
"""Documentation, action row."""
TEXT_PART = 2
"""The component id of the part that holds the vent's text."""
PANEL_MARK = "vent:open"
"""The button of the way in; nothing else has it."""
HEAD_PART, SAID_PART = 4, 3
"""The same for who wrote a line, and for its words."""


def card(vent: Vent, text: str, words: Words, cheers: CheerSet) -> ui.LayoutView:
    """The public card. `text` is safe already (`escape`)."""
    inner = ui.Container[ui.LayoutView](
        ui.TextDisplay(words("vent-card-head", name=head_name(vent), wish=words(f"vent-card-wish-{vent.wish}"))),
        ui.TextDisplay(text, id=TEXT_PART),
        accent_colour=CALM,
        spoiler=vent.warning,
    )
    face = ui.LayoutView(timeout=None)
    face.add_item(inner)
    face.add_item(ui.TextDisplay(_small(vent, words)))
    for row in _card_rows(vent, words, cheers):
        face.add_item(row)
    return face


def _small(vent: Vent, words: Words) -> str:
    return f"-# {words('vent-card-small', count=vent.supporters, ends=relative(vent.ends_ms))}"


def counts_as(vent: Vent, message_components: Sequence[Mapping[str, Any]], words: Words) -> bool:
    """Whether a card as Discord gives it back says how many are there now, and until when it stands."""
    return any(part.get("content") == _small(vent, words) for part in message_components)


def head_name(vent: Vent) -> str:
    """The made-up name, or who it is."""
    return vent.alias if vent.alias is not None else f"<@{vent.author}>"


def _card_rows(vent: Vent, words: Words, cheers: CheerSet) -> list[ui.ActionRow[ui.LayoutView]]:
    """One row; with a laugh the cheers fill one of their own."""
    pressed = [
        button(cheer_label(one, words, cheers), f"vent:cheer:{vent.id}:{one}") for one in cheers.below(vent.wish)
    ]
    tools = [
        button(words("vent-write-line"), f"vent:line:{vent.id}", style=PRIMARY),
        button(words("vent-more"), f"vent:more:{vent.id}"),
    ]
    if len(pressed) + len(tools) <= BUTTONS_IN_ROW:
        return [ui.ActionRow(*pressed, *tools)]
    return [ui.ActionRow(*pressed), ui.ActionRow(*tools)]


def cheer_label(cheer: Cheer, words: Words, cheers: CheerSet) -> str:
    """The server's own words for it, or the usual ones."""
    return cheers.labels.get(cheer) or words(f"vent-cheer-{cheer}")


def text_on(message_components: Sequence[Mapping[str, Any]]) -> str | None:
    """The vent's text on a card as Discord gives it back, None if this is no card of ours.

    Takes raw component dicts.
    """
    return _content(message_components, TEXT_PART)


def said_on(message_components: Sequence[Mapping[str, Any]]) -> str | None:
    """The words of a line on its message, as a person wrote them; None if this is no line of ours."""
    said = _content(message_components, SAID_PART)
    return unescape(said) if said is not None else None


def said_as_shown(message_components: Sequence[Mapping[str, Any]]) -> str | None:
    """Head and words of a line on its message, safe as they are."""
    head, said = _content(message_components, HEAD_PART), _content(message_components, SAID_PART)
    return None if head is None or said is None else f"{head}\n{said}"


def _content(components: Sequence[Mapping[str, Any]], number: int) -> str | None:
    for part in components:
        if part.get("id") == number and "content" in part:
            return str(part["content"])
        inside = _content(part.get("components", ()), number)
        if inside is not None:
            return inside
    return None


def unescape(text: str) -> str:
    """Takes the backslashes away that `escape` put there."""
    return re.sub(r"\\([^\w\s])", r"\1", text)


def panel(words: Words) -> ui.LayoutView:
    """The room's way in; stays the last message."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("vent-panel")))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(button(words("vent-panel-open"), PANEL_MARK, style=PRIMARY))
    row.add_item(button(words("vent-panel-new"), "setup:new"))
    face.add_item(row)
    return face


def line(written: WrittenLine, words: Words, *, by_author: bool, to: MemberId | None = None) -> ui.LayoutView:
    """A line or an answer in the thread; `to` says for whom, where a thread has several posts in it."""
    name = escape(written.name)
    # a name alone could be anybody's: the mention cannot be forged, and pings nobody
    called = f"**{name}**" if written.writer is None else f"**{name}** <@{written.writer}>"
    face = ui.LayoutView(timeout=None)
    head = words("line-by-author" if by_author else "line-by", name=called)
    if to is not None:
        head = words("line-by-to", name=called, to=f"<@{to}>")
    face.add_item(ui.TextDisplay(head, id=HEAD_PART))
    face.add_item(ui.TextDisplay(escape(written.said), id=SAID_PART))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(button(words("vent-more"), f"vent:said:{written.id}:{written.vent}"))
    face.add_item(row)
    return face


def hidden(vent: Vent, words: Words) -> ui.LayoutView:
    """A card that the moderators have taken out of sight; its words are sealed."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("vent-card-hidden")))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(button(words("vent-more"), f"vent:more:{vent.id}"))
    face.add_item(row)
    return face


def hidden_line(line: LineOn, words: Words) -> ui.LayoutView:
    """A line that the moderators have taken out of sight."""
    return _line_face(line, (ui.TextDisplay(words("line-hidden-by-moderators")),), words)


def line_again(line: LineOn, shown: str, words: Words) -> ui.LayoutView:
    """A line in sight again; `shown` is head and words as they stood there."""
    head, _, said = shown.partition("\n")
    return _line_face(line, (ui.TextDisplay(head, id=HEAD_PART), ui.TextDisplay(said, id=SAID_PART)), words)


def _line_face(line: LineOn, parts: Sequence[ui.TextDisplay[ui.LayoutView]], words: Words) -> ui.LayoutView:
    face = ui.LayoutView(timeout=None)
    for part in parts:
        face.add_item(part)
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(button(words("vent-more"), f"vent:said:{line.id}:{line.vent}"))
    face.add_item(row)
    return face
