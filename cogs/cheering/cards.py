"""What kind words and a jar look like."""

import secrets
from collections.abc import Sequence

import discord
from discord import ui

from bot.domain.ids import GuildId, LineId, MemberId, MessageId
from bot.screening.escape import escape
from bot.text.catalogue import Words
from cogs.cheering.model import EMOJI, JAR_PAGE, LINE_MAX, OFFERED_IN_FORM, JarLine, Jarred, Kind, KindWord, Source


def aloud(word: KindWord, emoji: str, said: str, words: Words) -> ui.LayoutView:
    """A kind word in the channel. Mentions, so that no name can be forged; nobody is pinged."""
    head = words(f"aloud-{word.kind}", giver=f"<@{word.giver}>", receiver=f"<@{word.receiver}>", emoji=emoji)
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(f"{head}\n{escape(said)}" if said else head))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(ui.Button(label=words("cheer-more"), custom_id=f"cheer:more:{word.id}"))
    face.add_item(row)
    return face


def more(word: KindWord, words: Words, *, may_thank: bool) -> ui.View:
    """What the two whom it concerns can do with it."""
    face = ui.View(timeout=None)
    if may_thank:
        face.add_item(_primary(words("jar-thank"), f"cheer:back:{word.guild}:{word.id}"))
    face.add_item(_button(words("cheer-down"), f"cheer:down:{word.id}"))
    return face


def cheer_form(words: Words, receiver: MemberId, kind: Kind, emoji: Sequence[str] = EMOJI) -> ui.Modal:
    """*Cheer* and *Thank for this* from a menu. Whom it is for stands in the form itself, never in its id."""
    # phones keep old texts under a form's id: a prefilled one gets an id of its own
    form = ui.Modal(title=words(f"form-{kind}"), custom_id=f"cheer:{kind}:{secrets.token_hex(4)}")
    filled = discord.SelectDefaultValue(id=receiver, type=discord.SelectDefaultValueType.user)
    who = ui.UserSelect[ui.Modal](custom_id="member", default_values=[filled])
    form.add_item(ui.Label(text=words("form-cheer-member"), component=who))
    if kind is Kind.CHEER:
        form.add_item(ui.Label(text=words("form-cheer-emoji"), component=_emoji(emoji)))
    thanks = kind is Kind.THANKS
    line = _line(words(f"form-{kind}-line.placeholder"), required=thanks)
    form.add_item(ui.Label(text=words(f"form-{kind}-line"), component=line))
    quietly = ui.CheckboxGroup[ui.Modal](custom_id="quietly", required=False, min_values=0)
    quietly.add_option(label=words("form-cheer-quietly"), value="quietly")
    form.add_item(ui.Label(text=words("form-cheer-how"), component=quietly))
    return form


def _emoji(offered: Sequence[str]) -> ui.RadioGroup[ui.Modal]:
    group = ui.RadioGroup[ui.Modal](custom_id="emoji")
    for emoji in offered[:OFFERED_IN_FORM]:
        group.add_option(label=emoji, value=emoji, default=emoji == offered[0])
    return group


def _line(placeholder: str, *, required: bool) -> ui.TextInput[ui.Modal]:
    return ui.TextInput(
        custom_id="line", style=discord.TextStyle.paragraph, max_length=LINE_MAX, required=required,
        placeholder=placeholder,
    )  # fmt: skip


def put_form(guild: GuildId, words: Words) -> ui.Modal:
    """*Put one in for a bad day*."""
    form = ui.Modal(title=words("form-jar"), custom_id=f"cheer:put:{guild}")
    line = _line(words("form-jar-line.placeholder"), required=True)
    form.add_item(ui.Label(text=words("form-jar-line"), component=line))
    return form


def jar(line: JarLine, guild: GuildId, words: Words) -> ui.LayoutView:
    """One line at a time, with the way to the next."""
    face = ui.LayoutView(timeout=None)
    said, from_whom = ui.TextDisplay[ui.LayoutView](escape(line.said)), ui.TextDisplay[ui.LayoutView](_by(line, words))
    face.add_item(ui.Container[ui.LayoutView](said, from_whom))
    face.add_item(ui.TextDisplay("-# " + words("jar-count", count=line.total)))
    with_this, with_all = ui.ActionRow[ui.LayoutView](), ui.ActionRow[ui.LayoutView]()
    if line.total > 1:
        following = (line.place + 1) % line.total
        with_this.add_item(_primary(words("jar-next"), f"cheer:jar:{guild}:{following}"))
        with_all.add_item(_button(words("jar-list"), f"cheer:list:{guild}:0"))
    if line.may_thank:
        with_this.add_item(_button(words("jar-thank"), f"cheer:back:{guild}:{line.id}"))
    with_this.add_item(_button(words("jar-remove"), f"cheer:unjar:{guild}:{line.id}:{line.place}"))
    with_all.add_item(_button(words("jar-put"), f"cheer:put:{guild}"))
    face.add_item(with_this)
    face.add_item(with_all)
    return face


def _by(line: JarLine, words: Words) -> str:
    if line.source is not Source.GIVEN:
        return "-# " + words(f"jar-{line.source}")
    by = words("jar-by", giver=f"<@{line.giver}>") if line.giver is not None else words("jar-by-someone")
    return f"-# {by}"


def empty(guild: GuildId, words: Words) -> ui.LayoutView:
    """Nothing in it yet, and what may come."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("jar-empty")))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(_button(words("jar-put"), f"cheer:put:{guild}"))
    face.add_item(row)
    return face


def none_today(words: Words) -> ui.LayoutView:
    """Nothing in it on a day on which somebody would need it: where lines come from."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("jar-none-today")))
    return face


def jar_list(some: Sequence[Jarred], total: int, guild: GuildId, page: int, words: Words) -> ui.LayoutView:
    """A page of all lines, each with the way out."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("jar-count", count=total)))
    for line in some:
        out = _button(words("jar-remove"), f"cheer:unlist:{guild}:{line.id}:{page}")
        face.add_item(ui.Section[ui.LayoutView](ui.TextDisplay(escape(line.said)), accessory=out))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(_button(words("jar-one"), f"cheer:jar:{guild}:0"))
    if (page + 1) * JAR_PAGE < total:
        row.add_item(_button(words("jar-more"), f"cheer:list:{guild}:{page + 1}"))
    face.add_item(row)
    return face


def link(guild: GuildId, channel: int, message: MessageId) -> str:
    """The address of a message (documentation, message formatting)."""
    return f"https://discord.com/channels/{guild}/{channel}/{message}"


def mark_of(number: LineId) -> str:
    """The beginning of a custom id that only this kind word's message carries."""
    return f"cheer:more:{number}"


def _button(label: str, custom_id: str) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=label, custom_id=custom_id)


def _primary(label: str, custom_id: str) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=label, custom_id=custom_id, style=discord.ButtonStyle.primary)
