"""A form as somebody had filled it in, or as things stand."""

import asyncio
from collections.abc import Awaitable, Mapping
from typing import Any, TypeVar

import discord
from discord import ui

from bot.domain.errors import Refusal

T = TypeVar("T")
READ_WITHIN_S = 1.5
"""A form must open within Discord's 3 s (documentation, receiving and responding)."""


async def as_it_stands(reading: Awaitable[T]) -> T:
    """What a form is filled with before somebody changes it.

    Raises Refusal where the rows do not answer in time: an empty form would be written over what is there.
    """
    try:
        async with asyncio.timeout(READ_WITHIN_S):
            return await reading
    except TimeoutError:
        raise Refusal("read-too-slowly") from None


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
        part.default_values = [discord.SelectDefaultValue(id=int(one), type=user) for one in given if one.isdecimal()]
