"""What one's own page looks like."""

from collections.abc import Sequence

from discord import ui

from bot.data.inbox import Note
from bot.domain.ids import GuildId
from bot.text.catalogue import Words


def notes(waiting: Sequence[Note], guild: GuildId, words: Words) -> ui.LayoutView:
    """All notes, the newest first, and one button to empty the inbox."""
    face = ui.LayoutView(timeout=None)
    lines = "\n".join("• " + words(note.text_id, **note.args) for note in waiting)
    face.add_item(ui.TextDisplay(words("inbox-head") + "\n" + lines))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(ui.Button(label=words("inbox-clear"), custom_id=f"my:emptyinbox:{guild}"))
    face.add_item(row)
    return face
