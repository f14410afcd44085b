"""The form for the hours of a server's day, and what is said once they are chosen."""

import discord
from discord import ui

from bot.domain.hours import CLOSES, OPENS, Hours
from bot.text.catalogue import Words
from cogs.setup.cards.parts import back, screen

ZONE_MAX = 60


def hours_form(custom_id: str, now: Hours | None, words: Words) -> ui.Modal:
    """Where most people are, and from when until when."""
    form = ui.Modal(title=words("setup-hours"), custom_id=custom_id)
    zone = ui.TextInput[ui.Modal](
        custom_id="zone", style=discord.TextStyle.short, max_length=ZONE_MAX, required=False,
        placeholder=words("setup-hours-zone.placeholder"), default=now.zone if now is not None else None,
    )  # fmt: skip
    described = words("setup-hours-zone.description")
    form.add_item(ui.Label(text=words("setup-hours-zone"), description=described, component=zone))
    opens, closes = (now.opens, now.closes) if now is not None else (OPENS, CLOSES)
    for name, usual, hours in (("opens", opens, range(24)), ("closes", closes, range(1, 25))):
        choice = ui.Select[ui.Modal](custom_id=name)
        for hour in hours:
            choice.add_option(label=f"{hour:02}:00", value=str(hour), default=hour == usual)
        form.add_item(ui.Label(text=words(f"setup-day-{name}"), component=choice))
    return form


def kept(chosen: Hours | None, words: Words) -> ui.LayoutView:
    """How it stands now."""
    if chosen is None:
        return screen(words("setup-hours-usual"), back(words))
    text = words(
        "setup-hours-kept", zone=chosen.zone.replace("_", " "), opens=f"{chosen.opens:02}:00",
        closes=f"{chosen.closes:02}:00", always=int(chosen.all_day),
    )  # fmt: skip
    return screen(text, back(words))
