"""What people fill in. A form has at most five parts (documentation, modals)."""

from collections.abc import Sequence

import discord
from discord import ui

from bot.domain.groups import Group, GroupRules
from bot.domain.ids import MessageId, VentId
from bot.text.catalogue import Words
from bot.ui.groups import Readers
from cogs.venting.model.line import ANSWER_MAX, LINE_MAX, REPLY_MAX
from cogs.venting.model.vent import TEXT_MAX, Draft, Shown, Wish

ROLES_SHOWN_MAX = 60
"""Characters: a description has a hundred (documentation, label)."""
_HIDDEN_SAID = {"second": "form-vent-hidden.small", "first": "form-vent-hidden.description"}


def vent_form(
    words: Words, *, readers: Readers, circles: bool, filled: Draft | None, suffix: str, here: bool = False
) -> ui.Modal:
    """*Let something out*, with what is honest for those who read along, and what was filled in before.

    `here`: it was asked for in the place of the person's circle, so that this is what they mean.
    """
    form = ui.Modal(title=words("form-vent"), custom_id="vent:write" + suffix)
    field = ui.TextInput[ui.Modal](
        custom_id="text",
        style=discord.TextStyle.paragraph,
        max_length=TEXT_MAX,
        min_length=1,
        placeholder=words("form-vent-text.placeholder"),
        default=filled.text[:TEXT_MAX] if filled is not None else None,
    )
    description = words("form-vent-text.description")
    form.add_item(ui.Label(text=words("form-vent-text"), description=description, component=field))
    form.add_item(ui.Label(text=words("form-vent-help"), component=_wishes(words, filled)))
    names = _names(words, readers.group, circles=circles, filled=filled, here=here)
    beside = words("form-vent-others", roles=_shortened(readers.others)) if readers.others else None
    if names is not None:
        form.add_item(ui.Label(text=words("form-vent-name"), description=beside, component=names))
    extras = _extras(words, filled)
    form.add_item(
        ui.Label(text=words("form-vent-extras"), description=beside if names is None else None, component=extras)
    )
    return form


def _shortened(roles: Sequence[str]) -> str:
    """Their names, as many characters of them as fit."""
    named = ", ".join(roles)
    return named if len(named) <= ROLES_SHOWN_MAX else named[: ROLES_SHOWN_MAX - 1] + "…"


def _wishes(words: Words, filled: Draft | None) -> ui.RadioGroup[ui.Modal]:
    chosen = filled.wish if filled is not None else Wish.LISTEN
    wishes = ui.RadioGroup[ui.Modal](custom_id="help")
    for wish in Wish:
        description = words(f"form-vent-{wish}.description")
        wishes.add_option(label=words(f"form-vent-{wish}"), value=wish, description=description, default=wish is chosen)
    return wishes


def _extras(words: Words, filled: Draft | None) -> ui.CheckboxGroup[ui.Modal]:
    ticked = {"warning": filled is not None and filled.warning, "later": filled is not None and filled.later}
    extras = ui.CheckboxGroup[ui.Modal](custom_id="extras", required=False, min_values=0, max_values=2)
    for extra, on in ticked.items():
        extras.add_option(label=words(f"form-vent-{extra}"), value=extra, default=on)
    return extras


def _names(
    words: Words, group: Group, *, circles: bool, filled: Draft | None, here: bool
) -> ui.RadioGroup[ui.Modal] | None:
    """Who can see it; None where there is nothing to choose (a radio group has two options at least)."""
    rules = group.rules
    said = _HIDDEN_SAID.get(rules.no_name)
    hidden = [(Shown.HIDDEN, words(said, count=group.readers or 0))] if said is not None else []
    circle = [(Shown.CIRCLE, words("form-vent-circle.description"))] if circles else []
    named = [*circle, (Shown.OPEN, "")]
    order = [*hidden, *named] if rules.no_name == "first" else [*named, *hidden]
    if len(order) == 1:
        return None
    offered = [shown for shown, _ in order]
    usual = Shown.CIRCLE if here else offered[0]
    chosen = filled.shown if filled is not None and filled.shown in offered else usual
    choice = ui.RadioGroup[ui.Modal](custom_id="name")
    for shown, description in order:
        label = words(f"form-vent-{shown}")
        choice.add_option(label=label, value=shown, description=description or None, default=shown is chosen)
    return choice


def line_form(number: VentId, words: Words, rules: GroupRules) -> ui.Modal:
    """*Write a line*, with three honest starters in its placeholder."""
    form = ui.Modal(title=words("form-line"), custom_id=f"vent:line:{number}")
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


def answer_form(card: MessageId, words: Words) -> ui.Modal:
    """*Answer anonymously*; names the card, since the menu knows nothing else without waiting."""
    title, label = words("form-answer"), words("form-reply-text")
    return text_form(title, label, f"vent:answer:{card}", most=ANSWER_MAX, text="", field="text")
