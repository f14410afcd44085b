"""What a vent looks like: values and words in, components out.

The text of a vent is stored nowhere but in its message, so a card that changes is built from the one that is there:
`text_on` reads it back by the number its part carries.
"""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.domain.groups import GroupRules
from bot.domain.ids import GuildId, MessageId, VentId
from bot.screening.escape import escape
from bot.text.catalogue import Words
from cogs.venting.model import LINE_MAX, REPLY_MAX, TEXT_MAX, Cheer, Mine, Shown, Vent, Wish, WrittenLine

CALM = 0x6C8EAD
TEXT_PART = 2
"""The component id of the part that holds the vent's text."""


def card(vent: Vent, text: str, words: Words) -> ui.LayoutView:
    """The public card. `text` is safe already (`escape`)."""
    small = words("vent-card-small", count=vent.supporters, ends=_relative(vent.ends_ms))
    inner = ui.Container[ui.LayoutView](
        ui.TextDisplay(words("vent-card-head", name=head_name(vent), wish=words(f"vent-card-wish-{vent.wish}"))),
        ui.TextDisplay(text, id=TEXT_PART),
        accent_colour=CALM,
        spoiler=vent.warning,
    )
    face = ui.LayoutView(timeout=None)
    face.add_item(inner)
    face.add_item(ui.TextDisplay(f"-# {small}"))
    face.add_item(_card_row(vent, words))
    return face


def head_name(vent: Vent) -> str:
    """The made-up name, or who it is."""
    return vent.alias if vent.alias is not None else f"<@{vent.author}>"


def _card_row(vent: Vent, words: Words) -> ui.ActionRow[ui.LayoutView]:
    row = ui.ActionRow[ui.LayoutView]()
    for cheer in Cheer:
        row.add_item(_button(words(f"vent-cheer-{cheer}"), f"vent:cheer:{vent.id}:{cheer}"))
    row.add_item(_button(words("vent-write-line"), f"vent:line:{vent.id}", style=discord.ButtonStyle.primary))
    row.add_item(_button(words("vent-more"), f"vent:more:{vent.id}"))
    return row


def text_on(message_components: Sequence[Any]) -> str | None:
    """The vent's text on a card as Discord gives it back, None if this is no card of ours.

    Takes raw component dicts.
    """
    for part in message_components:
        if part.get("id") == TEXT_PART and "content" in part:
            return str(part["content"])
        inside = text_on(part.get("components", ()))
        if inside is not None:
            return inside
    return None


def panel(words: Words) -> ui.LayoutView:
    """The room's way in; stays the last message."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("vent-panel")))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(_button(words("vent-panel-open"), "vent:open", style=discord.ButtonStyle.primary))
    row.add_item(_button(words("vent-panel-new"), "setup:new"))
    face.add_item(row)
    return face


def line(written: WrittenLine, words: Words, *, by_author: bool) -> ui.LayoutView:
    """A line or an answer in the thread."""
    name = escape(written.name)
    # a name alone could be anybody's: the mention cannot be forged, and pings nobody
    called = f"**{name}**" if written.writer is None else f"**{name}** <@{written.writer}>"
    face = ui.LayoutView(timeout=None)
    head = words("line-by-author" if by_author else "line-by", name=called)
    face.add_item(ui.TextDisplay(f"{head}\n{escape(written.said)}"))
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(_button(words("vent-more"), f"vent:said:{written.id}:{written.vent}"))
    face.add_item(row)
    return face


def confirmation(number: VentId, words: Words) -> ui.View:
    """What the author may do right after posting."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("vent-tell"), f"vent:tell:{number}", style=discord.ButtonStyle.primary))
    face.add_item(_button(words("vent-change"), f"vent:change:{number}"))
    face.add_item(_button(words("vent-down"), f"vent:down:{number}"))
    return face


def stop_telling(number: VentId, words: Words) -> ui.View:
    face = ui.View(timeout=None)
    face.add_item(_button(words("vent-stop-telling"), f"vent:untell:{number}"))
    return face


def told(custom_id: str, words: Words) -> ui.View:
    """Below a direct message: one tap and it was the last."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("vent-stop-telling"), custom_id))
    return face


def refused(draft: int, words: Words) -> ui.View:
    """The text could not be taken; it can be mended."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("draft-change"), f"vent:draft:change:{draft}", style=discord.ButtonStyle.primary))
    face.add_item(_button(words("draft-drop"), f"vent:draft:drop:{draft}"))
    return face


def more(vent: Vent, words: Words, *, own: bool) -> ui.View:
    """What is behind ⋯."""
    face = ui.View(timeout=None)
    if own:
        face.add_item(_button(words("vent-reply"), f"vent:reply:{vent.id}", style=discord.ButtonStyle.primary))
        face.add_item(_button(words("vent-change"), f"vent:change:{vent.id}"))
        face.add_item(_button(words("vent-tell"), f"vent:tell:{vent.id}"))
        face.add_item(_button(words("vent-down"), f"vent:down:{vent.id}"))
    return face


POSTS_ON_A_PAGE = 5


def posts(mine: Sequence[Mine], guild: GuildId, page: int, words: Words) -> ui.LayoutView:
    """One page of one's own vents, with their tools."""
    face = ui.LayoutView(timeout=None)
    start = page * POSTS_ON_A_PAGE
    for one in mine[start : start + POSTS_ON_A_PAGE]:
        face.add_item(ui.TextDisplay(_post_line(one, words)))
        row = ui.ActionRow[ui.LayoutView]()
        if one.vent.message is not None:
            row.add_item(ui.Button(label=words("posts-open"), url=link(guild, one.vent.room, one.vent.message)))
        verb, label = ("untell", "vent-stop-telling") if one.vent.tells else ("tell", "vent-tell")
        row.add_item(_button(words(label), f"vent:{verb}:{one.vent.id}:{guild}"))
        row.add_item(_button(words("vent-down"), f"vent:down:{one.vent.id}:{guild}"))
        face.add_item(row)
    last = ui.ActionRow[ui.LayoutView]()
    if start + POSTS_ON_A_PAGE < len(mine):
        last.add_item(_button(words("posts-next"), f"vent:posts:{guild}:{page + 1}"))
    if len(mine) > 1:
        last.add_item(_button(words("posts-all-down"), f"vent:alldown:{guild}"))
    if last.children:
        face.add_item(last)
    return face


def _post_line(one: Mine, words: Words) -> str:
    name = one.vent.alias if one.vent.alias is not None else words("posts-by-name")
    return words("posts-one", name=name, count=one.vent.supporters, lines=one.lines, ends=_relative(one.vent.ends_ms))


def vent_form(
    words: Words, *, readers: int | None, rules: GroupRules, circles: bool, text: str, suffix: str
) -> ui.Modal:
    """*Let something out*, with what is honest for a group of this size."""
    form = ui.Modal(title=words("form-vent"), custom_id="vent:write" + suffix)
    field = ui.TextInput[ui.Modal](
        custom_id="text", style=discord.TextStyle.paragraph, max_length=TEXT_MAX, min_length=1,
        placeholder=words("form-vent-text.placeholder"), default=text[:TEXT_MAX] or None,
    )  # fmt: skip
    form.add_item(
        ui.Label(text=words("form-vent-text"), description=words("form-vent-text.description"), component=field)
    )
    wishes = ui.RadioGroup[ui.Modal](custom_id="help")
    for wish in Wish:
        text_id = f"form-vent-{wish}"
        wishes.add_option(
            label=words(text_id), value=wish, description=words(f"{text_id}.description"), default=wish is Wish.LISTEN
        )
    form.add_item(ui.Label(text=words("form-vent-help"), component=wishes))
    names = _names(words, readers, rules, circles=circles)
    if names is not None:
        form.add_item(ui.Label(text=words("form-vent-name"), component=names))
    extras = ui.CheckboxGroup[ui.Modal](custom_id="extras", required=False, min_values=0)
    for extra in ("warning", "later"):
        extras.add_option(label=words(f"form-vent-{extra}"), value=extra)
    form.add_item(ui.Label(text=words("form-vent-extras"), component=extras))
    return form


def _names(words: Words, readers: int | None, rules: GroupRules, *, circles: bool) -> ui.RadioGroup[ui.Modal] | None:
    """Who can see it; None where there is nothing to choose (a radio group has two options at least)."""
    hidden = {
        "not-offered": [],
        "second": [(Shown.HIDDEN, words("form-vent-hidden.small", count=readers or 0))],
        "first": [(Shown.HIDDEN, words("form-vent-hidden.description", count=readers or 0))],
    }[rules.no_name]
    named = [(Shown.CIRCLE, ""), (Shown.OPEN, "")] if circles else [(Shown.OPEN, "")]
    order = [*hidden, *named] if rules.no_name == "first" else [*named, *hidden]
    if len(order) < 2:
        return None
    group = ui.RadioGroup[ui.Modal](custom_id="name")
    for shown, description in order:
        label = words(f"form-vent-{shown}")
        group.add_option(label=label, value=shown, description=description or None, default=shown is order[0][0])
    return group


def line_form(number: VentId, words: Words, rules: GroupRules, suffix: str) -> ui.Modal:
    """*Write a line*, with three honest starters in its placeholder."""
    form = ui.Modal(title=words("form-line"), custom_id=f"vent:line:{number}{suffix}")
    field = ui.TextInput[ui.Modal](
        custom_id="line", style=discord.TextStyle.paragraph, max_length=LINE_MAX, min_length=1,
        placeholder=words("form-line-text.placeholder"),
    )  # fmt: skip
    form.add_item(
        ui.Label(text=words("form-line-text"), description=words("form-line-text.description"), component=field)
    )
    if rules.lines_may_be_unsigned:
        choice = ui.RadioGroup[ui.Modal](custom_id="sign")
        order = ("signed", "unsigned") if rules.lines_signed_first else ("unsigned", "signed")
        for one in order:
            choice.add_option(label=words(f"form-line-{one}"), value=one, default=one == order[0])
        form.add_item(ui.Label(text=words("form-line-sign"), component=choice))
    return form


def text_form(title: str, label: str, custom_id: str, *, most: int, text: str, field: str) -> ui.Modal:
    """A form with one paragraph."""
    form = ui.Modal(title=title, custom_id=custom_id)
    paragraph = ui.TextInput[ui.Modal](
        custom_id=field, style=discord.TextStyle.paragraph, max_length=most, min_length=1, default=text[:most] or None
    )
    form.add_item(ui.Label(text=label, component=paragraph))
    return form


def reply_form(number: VentId, words: Words) -> ui.Modal:
    """*Answer as the author*."""
    title, label = words("form-reply"), words("form-reply-text")
    return text_form(title, label, f"vent:reply:{number}", most=REPLY_MAX, text="", field="text")


def link(guild: GuildId, room: int, message: MessageId | int) -> str:
    """The address of a message (documentation, message formatting)."""
    return f"https://discord.com/channels/{guild}/{room}/{message}"


def _relative(ms: int) -> str:
    return f"<t:{ms // 1000}:R>"


def _button(
    label: str, custom_id: str, *, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=custom_id, style=style)
