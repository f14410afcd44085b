"""What the relay looks like: pings in plain words (a push shows nothing else), hours in one screen and one form."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import discord
from discord import ui

from bot.domain.clock import to_ms
from bot.domain.hours import CLOSES, OPENS, Hours
from bot.domain.ids import GuildId, VentId
from bot.text.catalogue import Words
from cogs.relay.model.hours import FOR_EVER_MS, MOST_A_DAY, Listener

WEEK_DAYS = 7


def ping(vent: VentId, guild: GuildId, words: Words) -> ui.View:
    """What somebody who is asked can press."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("relay-take"), f"relay:take:{vent}", style=discord.ButtonStyle.primary))
    face.add_item(_button(words("relay-pass"), f"relay:pass:{vent}"))
    face.add_item(_button(words("relay-rest"), f"relay:rest:{guild}"))
    face.add_item(_button(words("relay-stop"), f"relay:stop:{guild}"))
    return face


def in_room(custom_id: str, words: Words) -> ui.View:
    """Below what is said in a channel: the form for a line, at one press."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("relay-write"), custom_id, style=discord.ButtonStyle.primary))
    return face


def nothing() -> ui.View:
    """No buttons any more."""
    return ui.View(timeout=None)


def way_to(link: str, words: Words) -> ui.View:
    """One tap to where the line is written."""
    face = ui.View(timeout=None)
    face.add_item(ui.Button(label=words("relay-go"), url=link))
    return face


def hours(one: Listener | None, guild: GuildId, now: datetime, words: Words) -> tuple[str, ui.View]:
    """One's own hours in words, and all that can be done about them."""
    face = ui.View(timeout=None)
    if one is None:
        face.add_item(_button(words("hours-begin"), f"relay:set:{guild}", style=discord.ButtonStyle.primary))
        return words("hours-about"), face
    if is_paused(one, now):
        face.add_item(_button(words("hours-resume"), f"relay:resume:{guild}", style=discord.ButtonStyle.primary))
    else:
        face.add_item(_button(words("hours-pause-week"), f"relay:pause:{guild}:{WEEK_DAYS}"))
        face.add_item(_button(words("hours-pause-open"), f"relay:pause:{guild}:0"))
    face.add_item(_button(words("hours-change"), f"relay:set:{guild}:{state_of(one.hours, one.most, by_dm=one.by_dm)}"))
    face.add_item(_button(words("relay-stop"), f"relay:stop:{guild}"))
    return said_hours(one, now, words), face


def said_hours(one: Listener, now: datetime, words: Words) -> str:
    """When somebody listens, and whether it rests."""
    local = now.astimezone(ZoneInfo(one.hours.zone))
    text = words(
        "hours-are", opens=_hour(one.hours.opens), closes=_hour(one.hours.closes), most=one.most,
        zone=one.hours.zone.replace("_", " "), now=local.strftime("%H:%M"), dm=int(one.by_dm),
        always=int(one.hours.all_day),
    )  # fmt: skip
    if not is_paused(one, now):
        return text
    until_ms = max(one.paused_until_ms, one.rests_until_ms)
    paused = words("hours-paused", until=f"<t:{until_ms // 1000}:f>", open=int(until_ms >= FOR_EVER_MS))
    return f"{text}\n{paused}"


def is_paused(one: Listener, now: datetime) -> bool:
    """Whether nothing comes for now, whatever the hour."""
    return to_ms(now) < max(one.paused_until_ms, one.rests_until_ms)


def hours_form(guild: GuildId, words: Words, state: Sequence[str], suffix: str) -> ui.Modal:
    """Where, from when, until when, how often, how. `state` is what was chosen so far, as `state_of` writes it."""
    opens, closes, most, way = state[:4] if len(state) >= 4 else (str(OPENS), str(CLOSES), str(MOST_A_DAY), "dm")
    zone = state[4] if len(state) > 4 else ""
    form = ui.Modal(title=words("form-hours"), custom_id=f"relay:hours:{guild}:{suffix}")
    place = ui.TextInput[ui.Modal](
        custom_id="zone", min_length=1, max_length=60, placeholder=words("form-hours-zone.placeholder"),
        default=zone or None,
    )  # fmt: skip
    form.add_item(
        ui.Label(text=words("form-hours-zone"), description=words("form-hours-zone.description"), component=place)
    )
    form.add_item(_hour_choice("opens", words, first=0, chosen=opens))
    form.add_item(_hour_choice("closes", words, first=1, chosen=closes))
    often = ui.RadioGroup[ui.Modal](custom_id="most")
    for many in range(1, MOST_A_DAY + 1):
        often.add_option(label=words("form-hours-times", count=many), value=str(many), default=str(many) == most)
    form.add_item(ui.Label(text=words("form-hours-most"), component=often))
    reach = ui.RadioGroup[ui.Modal](custom_id="where")
    for value in ("dm", "inbox"):
        reach.add_option(label=words(f"form-hours-{value}"), value=value, default=value == way)
    form.add_item(ui.Label(text=words("form-hours-where"), component=reach))
    return form


def _hour_choice(name: str, words: Words, *, first: int, chosen: str) -> ui.Label[ui.Modal]:
    choice = ui.Select[ui.Modal](custom_id=name)
    for hour in range(first, first + 24):
        choice.add_option(label=_hour(hour), value=str(hour), default=str(hour) == chosen)
    return ui.Label(text=words(f"form-hours-{name}"), component=choice)


def which_zone(guild: GuildId, state: str, zones: Sequence[str], words: Words) -> ui.View:
    """Several places are called that, or none: choose, or type again. Nothing that was filled in is lost."""
    face = ui.View(timeout=None)
    if zones:
        choice = ui.Select[ui.View](custom_id=f"relay:zone:{guild}:{state}", placeholder=words("hours-which-zone"))
        for zone in zones:
            choice.add_option(label=zone.replace("_", " "), value=zone)
        face.add_item(choice)
    face.add_item(_button(words("hours-type-again"), f"relay:set:{guild}:{state}"))
    return face


def state_of(hours: Hours, most: int, *, by_dm: bool) -> str:
    """What was chosen, as parts of a custom id."""
    return f"{hours.opens}:{hours.closes}:{most}:{'dm' if by_dm else 'inbox'}:{hours.zone}"


def _hour(hour: int) -> str:
    return f"{hour:02}:00"


def _button(
    label: str, custom_id: str, *, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=custom_id, style=style)
