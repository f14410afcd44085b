"""What care looks like: values and words in, components out."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.data.guilds import HelpHere, Resource
from bot.domain.ids import GuildId
from bot.screening.escape import escape
from bot.screening.helplines import Helpline, Helplines
from bot.text.catalogue import Words
from cogs.care.model import WORDS_MAX, Asked, Call, Conversation, Letter, News, answer_buttons

MESSAGE_MAX = 2_000
LINES_SHOWN = 4
OFFERED_AT_MOST = 25
"""A select's options (documentation, string select)."""


def help_lines(helplines: Helplines, here: HelpHere, words: Words) -> str:
    """The server's own lines, then those of its country, and where to look for others.

    Where neither is known: where to look one up, and that the place has an emergency number.
    """
    lines = helplines.for_country(here.country)
    shown = [*(_own(line, words) for line in here.own), *(_line(line, words) for line in lines)][:LINES_SHOWN]
    return "\n".join([*shown, _directory(helplines, words)]) if shown else _no_line(helplines, words)


def ask_country(helplines: Helplines, words: Words) -> ui.View:
    """Where nobody chose a country for the server: whoever reads can say where they are. Nothing of it is kept."""
    face, every = ui.View(timeout=None), helplines.countries()
    face.add_item(_countries("care:country", words("care-country"), every[:OFFERED_AT_MOST], words))
    if more := every[OFFERED_AT_MOST : 2 * OFFERED_AT_MOST]:
        face.add_item(_countries("care:country:more", words("care-country-more"), more, words))
    return face


def _countries(custom_id: str, placeholder: str, codes: Sequence[str], words: Words) -> ui.Select[Any]:
    choice = ui.Select[Any](custom_id=custom_id, placeholder=placeholder)
    # an operator's own file may have a country that the texts do not name
    for name, code in sorted((words.find(f"country-{code}") or code, code) for code in codes):
        choice.add_option(label=name, value=code)
    return choice


def first_line(helplines: Helplines, here: HelpHere, words: Words) -> str:
    """One line of resources: the server's own first, else the country's, else where to look one up."""
    if here.own:
        return _own(here.own[0], words)
    found = helplines.for_country(here.country)
    return _line(found[0], words) if found else _no_line(helplines, words)


def _own(line: Resource, words: Words) -> str:
    # its address stays one that can be pressed: its shape was checked when it was written down
    parts = (escape(line.reach), escape(line.hours), line.url)
    return words("care-line-own", name=escape(line.name), rest=" · ".join(part for part in parts if part))


def _line(line: Helpline, words: Words) -> str:
    if not line.also:
        return words("care-line", name=line.name, number=line.number, hours=line.hours)
    return words("care-line-also", name=line.name, number=line.number, hours=line.hours, also=line.also)


def _no_line(helplines: Helplines, words: Words) -> str:
    return words("care-no-line", name=helplines.directory.name, url=helplines.directory.url)


def _directory(helplines: Helplines, words: Words) -> str:
    return words("care-directory", name=helplines.directory.name, url=helplines.directory.url)


def care(lines: str, words: Words, countries: ui.View | None = None) -> tuple[str, ui.View]:
    """`/care`; with a choice of `countries` where the server has none."""
    face = countries if countries is not None else ui.View(timeout=None)
    face.add_item(_button(words("care-ask"), "care:ask:here", style=discord.ButtonStyle.primary))
    return words("care-head", lines=lines), face


def asked(one: Asked, line: str, words: Words) -> tuple[str, ui.View]:
    """What one reads after asking for a moderator."""
    text_id = "care-asked-again" if one.again else "care-asked-owner" if one.with_owner else "care-asked"
    said = _said(one.conversation, words)
    parts = [words(text_id), *([said] if said else []), words("care-meanwhile", line=line)]
    return _clipped("\n".join(parts)), _own_buttons(one.conversation, words)


def told(letter: Letter, line: str, words: Words) -> tuple[str, ui.View]:
    """What appears in place of that."""
    if letter.news is News.CLOSED:
        face = ui.View(timeout=None)
        face.add_item(_button(words("care-ask-again"), "care:ask:again"))
        return words("care-closed-by-moderator", line=line), face
    if letter.news is News.NOBODY_YET:
        return words("care-nobody-yet", line=line), _own_buttons(letter.conversation, words)
    return talk(letter.conversation, words)


def talk(conversation: Conversation, words: Words, line: str | None = None) -> tuple[str, ui.View]:
    """A talk as the one who asked sees it, with one `line` of resources where their words can mean danger."""
    said = _said(conversation, words)
    small = words("care-talk-small")
    text = f"{said}\n{small}" if said else words("care-waits")
    text = f"{words('care-meanwhile', line=line)}\n{text}" if line is not None else text
    return _clipped(text), _own_buttons(conversation, words)


def _said(conversation: Conversation, words: Words) -> str:
    lines = [
        words("care-said-moderator" if note.by_moderator else "care-said-you", words=escape(note.words))
        for note in conversation.notes
        if note.words
    ]
    # the newest whole, whatever must go to make room
    while len("\n".join(lines)) > MESSAGE_MAX - 500 and len(lines) > 1:
        lines.pop(0)
    return "\n".join(lines)


def _own_buttons(conversation: Conversation, words: Words) -> ui.View:
    face = ui.View(timeout=None)
    number = conversation.talk.id
    if conversation.answered:
        for text_id, custom_id in answer_buttons(number):
            face.add_item(_button(words(text_id), custom_id))
    else:
        face.add_item(_button(words("care-say-more"), f"care:reply:{number}"))
        face.add_item(_button(words("care-withdraw"), f"care:close:{number}"))
    return face


def call(one: Call, words: Words) -> tuple[str, ui.View]:
    """What moderators read. Nobody's name is in it, for nobody knows one."""
    if not one.note.words:
        text = words("care-mod-asked")
    elif one.talk.message is not None and one.talk.room is not None:
        link = message_link(one.talk.guild, one.talk.room, one.talk.message)
        text = words("care-mod-about", link=link, words=escape(one.note.words))
    else:
        text = words("care-mod-written", words=escape(one.note.words))
    return _clipped(f"{text}\n{words('care-mod-small')}"), call_buttons(one.talk.id, one.note.id, words)


def call_buttons(talk_number: int, note: int, words: Words) -> ui.View:
    """What moderators can do about it."""
    face = ui.View(timeout=None)
    answer = f"care:answer:{talk_number}:{note}"
    face.add_item(_button(words("care-answer"), answer, style=discord.ButtonStyle.primary))
    face.add_item(_button(words("care-close"), f"care:shut:{talk_number}:{note}"))
    return face


def marked(text: str, mark: str) -> str:
    """What moderators read, with a last line that says how it stands."""
    return text if text.endswith(mark) else _clipped(f"{text}\n-# {mark}")


def form(title: str, label: str, custom_id: str, description: str) -> ui.Modal:
    """One paragraph."""
    made = ui.Modal(title=title, custom_id=custom_id)
    field = ui.TextInput[ui.Modal](
        custom_id="text", style=discord.TextStyle.paragraph, max_length=WORDS_MAX, min_length=1
    )
    made.add_item(ui.Label(text=label, description=description, component=field))
    return made


def message_link(guild: GuildId, room: int, message: int) -> str:
    """The address of a message (documentation, message formatting)."""
    return f"https://discord.com/channels/{guild}/{room}/{message}"


def _clipped(text: str) -> str:
    return text if len(text) <= MESSAGE_MAX else text[: MESSAGE_MAX - 1] + "…"


def _button(
    label: str, custom_id: str, *, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=custom_id, style=style)
