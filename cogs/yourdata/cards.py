"""What one's own page looks like, to its owner only."""

from collections.abc import Iterator, Sequence

import discord
from discord import ui

from bot.data.inbox import Note
from bot.domain.ids import GuildId
from bot.text.catalogue import Words
from cogs.yourdata.model import Account, Mine, Toggle

NOTES_ON_A_PAGE = 5
CHARACTERS_ON_A_PAGE, BYTES_ON_A_PAGE = 3_500, 9_000
"""Of the 4,000 characters of a message's text parts (documentation, message components), and of the bytes that it can
hold besides (discord-api-docs#8554): what a moderator wrote may be 800 characters long, and escaped."""
BUTTONS_IN_A_ROW = 5


def notes(waiting: Sequence[Note], guild: GuildId, page: int, words: Words) -> ui.LayoutView:
    """A page of notes, the newest first, each with what it offers, and one button to empty the inbox.

    The first one for a page that is there no more.
    """
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("inbox-head")))
    pages = _pages(waiting, words)
    page = page if page < len(pages) else 0
    offered: set[str] = set()
    for note, said in pages[page]:
        face.add_item(ui.TextDisplay(said))
        # two notes about one thing offer the same: a message may hold each custom id once
        buttons = [one for one in note.buttons[:BUTTONS_IN_A_ROW] if one[1] not in offered]
        offered |= {custom_id for _, custom_id in buttons}
        if buttons:
            offers = [
                ui.Button[ui.LayoutView](label=words(label), url=does) if does.startswith("https://")
                else _button(words(label), does)
                for label, does in buttons
            ]  # fmt: skip
            face.add_item(ui.ActionRow[ui.LayoutView](*offers))
    row = ui.ActionRow[ui.LayoutView]()
    if page + 1 < len(pages):
        row.add_item(_button(words("inbox-more"), f"my:inbox:{guild}:{page + 1}"))
    row.add_item(_button(words("inbox-clear"), f"my:emptyinbox:{guild}"))
    face.add_item(row)
    return face


def _pages(waiting: Sequence[Note], words: Words) -> list[list[tuple[Note, str]]]:
    """The notes and what each says, as many on a page as a message can hold."""
    pages: list[list[tuple[Note, str]]] = [[]]
    for note in waiting:
        one = (note, "• " + words(note.text_id, **note.args))
        if pages[-1] and not _fits([said for _, said in (*pages[-1], one)]):
            pages.append([])
        pages[-1].append(one)
    return pages


def _fits(texts: Sequence[str]) -> bool:
    text = "".join(texts)
    is_short = len(text) <= CHARACTERS_ON_A_PAGE and len(text.encode()) <= BYTES_ON_A_PAGE
    return len(texts) <= NOTES_ON_A_PAGE and is_short


def settings(mine: Mine, guild: GuildId, server: str, words: Words) -> ui.LayoutView:
    """One screen; each line says what is so now, its button what it would become."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("settings-head", server=server)))
    for part in _direct_messages(mine, guild, words):
        face.add_item(part)
    for which, on in ((Toggle.QUIET, mine.quiet), (Toggle.CLOSED, mine.closed)):
        face.add_item(_line(which, f"my:set:{guild}:{which}", words, on=on))
    if mine.avoids and not mine.hushed:
        face.add_item(ui.TextDisplay(words("settings-hushed-avoids")))
    else:
        face.add_item(_line(Toggle.HUSHED, f"my:set:{guild}:{Toggle.HUSHED}", words, on=mine.hushed))
    if mine.avoids:
        face.add_item(ui.TextDisplay(_avoided(mine, words)))
    return face


def _direct_messages(mine: Mine, guild: GuildId, words: Words) -> Iterator[ui.Section[ui.LayoutView]]:
    if mine.dms and mine.asked_only:
        yield _switch(words("settings-dms-asked"), f"my:dm:{guild}", words, on=True)
        yield _switch(words("settings-dms-else"), f"my:dm:{guild}", words, on=False)
    else:
        yield _line("dms", f"my:dm:{guild}", words, on=mine.dms)


def _line(name: str, custom_id: str, words: Words, *, on: bool) -> ui.Section[ui.LayoutView]:
    return _switch(words(f"settings-{name}-{'on' if on else 'off'}"), custom_id, words, on=on)


def _switch(text: str, custom_id: str, words: Words, *, on: bool) -> ui.Section[ui.LayoutView]:
    turn = "off" if on else "on"
    label = words(f"settings-turn-{turn}")
    style = discord.ButtonStyle.secondary if on else discord.ButtonStyle.primary
    button = ui.Button[ui.LayoutView](label=label, custom_id=f"{custom_id}:{turn}", style=style)
    return ui.Section(ui.TextDisplay(text), accessory=button)


def _avoided(mine: Mine, words: Words) -> str:
    people = ", ".join(f"<@{other}>" for other in mine.avoided)
    if mine.nameless:
        nameless = words("settings-avoided-gone", count=mine.nameless)
        people = f"{people}, {nameless}" if people else nameless
    return words("settings-avoided", people=people)


def privacy(account: Account, server: str, words: Words) -> ui.LayoutView:
    """What is kept, in numbers."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(_told(words("privacy-head", server=server), account, words, words("privacy-small"))))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(_button(words("privacy-copy"), f"my:forget:copy:{account.guild}"))
    row.add_item(_button(words("privacy-forget"), f"my:forget:ask:{account.guild}"))
    face.add_item(row)
    return face


def forget(account: Account, server: str, words: Words) -> ui.LayoutView:
    """Key message 12: what goes, what stays and until when, and the way out."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(_told(words("forget-ask", server=server), account, words, words("forget-small"))))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(_button(words("forget-copy"), f"my:forget:copy:{account.guild}"))
    yes = ui.Button[ui.LayoutView](
        label=words("forget-yes"), custom_id=f"my:forget:yes:{account.guild}", style=discord.ButtonStyle.danger
    )
    row.add_item(yes)
    row.add_item(_button(words("forget-no"), f"my:forget:no:{account.guild}"))
    face.add_item(row)
    return face


def _told(head: str, account: Account, words: Words, small: str) -> str:
    lines = [head, *(f"- {words(kept.text_id, count=kept.count)}" for kept in account.kept)]
    if account.muted is not None:
        lines.append(words("forget-muted", until=f"<t:{account.muted.until_ms // 1000}:D>"))
    return "\n".join([*lines, f"-# {small}"])


def said(text: str) -> ui.LayoutView:
    """A screen's last word."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(text))
    return face


def _button(label: str, custom_id: str) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=label, custom_id=custom_id)
