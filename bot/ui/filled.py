"""A form as somebody had filled it in."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import ui


def filled(form: ui.Modal, fields: Mapping[str, tuple[str, ...]]) -> ui.Modal:
    """Puts what was filled in before into a form's parts, by field id; the form itself is given back."""
    for label in form.children:
        part = label.component if isinstance(label, ui.Label) else label
        given = fields.get(getattr(part, "custom_id", ""))
        if given is not None:
            _fill(part, given)
    return form


def _fill(part: ui.Item[Any], given: tuple[str, ...]) -> None:
    if isinstance(part, ui.TextInput):
        typed = given[0] if given else ""
        part.default = typed[: part.max_length] or None
    elif isinstance(part, ui.RadioGroup | ui.CheckboxGroup):
        for option in part.options:
            option.default = option.value in given
    elif isinstance(part, ui.UserSelect):
        user = discord.SelectDefaultValueType.user
        part.default_values = [discord.SelectDefaultValue(id=int(one), type=user) for one in given if one.isdigit()]
