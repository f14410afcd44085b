"""What a jar looks like, to its owner only."""

from discord import ui

from bot.domain.ids import GuildId
from bot.screening.escape import escape
from bot.text.catalogue import Words
from cogs.cheering.model import JarLine


def jar(line: JarLine, guild: GuildId, words: Words) -> ui.LayoutView:
    """One line at a time, with the way to the next."""
    face = ui.LayoutView(timeout=None)
    by = words("jar-by", giver=f"<@{line.giver}>") if line.giver is not None else words("jar-by-someone")
    said, from_whom = ui.TextDisplay[ui.LayoutView](escape(line.said)), ui.TextDisplay[ui.LayoutView](f"-# {by}")
    face.add_item(ui.Container[ui.LayoutView](said, from_whom))
    row = ui.ActionRow[ui.LayoutView]()
    if line.total > 1:
        following = (line.place + 1) % line.total
        row.add_item(ui.Button(label=words("jar-next"), custom_id=f"cheer:jar:{guild}:{following}"))
    row.add_item(ui.Button(label=words("jar-remove"), custom_id=f"cheer:unjar:{guild}:{line.id}"))
    face.add_item(ui.TextDisplay("-# " + words("jar-count", count=line.total)))
    face.add_item(row)
    return face
