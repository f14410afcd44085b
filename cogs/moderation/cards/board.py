"""The board: what waits for moderators, and who wants to be written to about it."""

import hashlib
import json
from typing import Any

import discord
from discord import ui

from bot.domain.hours import CLOSES, OPENS
from bot.domain.ids import GuildId
from bot.domain.ports import BoardItem
from bot.text.catalogue import Words
from cogs.moderation.model import Duty, Overview

ACTS = (
    ("hide", "mod-hide"), ("hideall", "mod-hide-all"), ("lock", "mod-lock"), ("reach", "mod-reach"),
    ("mute1", "mod-mute-1"), ("mute7", "mod-mute-7"), ("mute30", "mod-mute-30"),
)  # fmt: skip
"""What is behind ⋯ too; with *Look at it* two rows of four. Discord takes 40 parts in a message: three items fit."""
IN_A_ROW = 4
HOURS_A_DAY = 24
FEW = 5
"""Below it no number of people is said (SPEC 4.8)."""


def board(seen: Overview, words: Words, mark: str = "mod:duty") -> ui.LayoutView:
    """What waits, the longest first, with what can be done about the oldest. `mark` is the custom id of *Ping me*."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay("\n".join(_head(seen, words))))
    used: set[str] = set()
    for number, item in enumerate(seen.items, start=1):
        face.add_item(ui.TextDisplay(_item(number, item, words)))
        for row in _rows(item, words, used):
            face.add_item(row)
    last = ui.ActionRow[ui.LayoutView]()
    for text_id, custom_id in (("mod-ping-me", mark), ("mod-brake", "mod:brake:0"), ("mod-gate", "vent:gate")):
        last.add_item(_button(words(text_id), custom_id))
    face.add_item(last)
    return face


def digest(face: ui.LayoutView) -> str:
    """The same for boards that show the same."""
    shown = json.dumps(face.to_components(), sort_keys=True, default=str)
    return hashlib.sha256(shown.encode()).hexdigest()


def _head(seen: Overview, words: Words) -> list[str]:
    young, middle, old = seen.by_age()
    lines = [words("mod-board-waiting", count=len(seen.waiting), young=young, middle=middle, old=old)]
    lines.append(
        words("mod-board-listening", count=seen.listening, few=int(seen.listening < FEW), roster=int(seen.roster))
    )
    if seen.braked_until is not None:
        lines.append(words("mod-board-braked", until=f"<t:{int(seen.braked_until.timestamp())}:f>"))
    lines.append(words("mod-board-head", more=int(seen.more)) if seen.items else words("mod-board-empty"))
    return lines


def _item(number: int, item: BoardItem, words: Words) -> str:
    # no list: each item is a part of its own, and a client would count anew in each
    text = f"**{number}** · " + words(item.text_id, **item.args)
    return f"{text}\n> {item.quoted}" if item.quoted else text


def _rows(item: BoardItem, words: Words, used: set[str]) -> list[ui.ActionRow[ui.LayoutView]]:
    """Two items may lead to one screen, or be about one post: Discord takes a custom id once in a message."""
    said = [(item.button_text_id, item.custom_id)]
    if item.message is not None:
        said += [(text_id, f"mod:{act}:{item.message}") for act, text_id in ACTS]
    new = [(text_id, custom_id) for text_id, custom_id in said if custom_id not in used]
    used.update(custom_id for _, custom_id in new)
    styles = {item.custom_id: discord.ButtonStyle.primary}
    buttons = [
        _button(words(text_id), custom_id, styles.get(custom_id, discord.ButtonStyle.secondary))
        for text_id, custom_id in new
    ]
    rows: list[ui.ActionRow[ui.LayoutView]] = []
    for start in range(0, len(buttons), IN_A_ROW):
        row = ui.ActionRow[ui.LayoutView]()
        for button in buttons[start : start + IN_A_ROW]:
            row.add_item(button)
        rows.append(row)
    return rows


# --- Ping me ----------------------------------------------------------------------------------------------------------


def duty_form(guild: GuildId, words: Words, suffix: str) -> ui.Modal:
    """*Ping me*: where one is, and from when until when."""
    form = ui.Modal(title=words("form-duty"), custom_id=f"mod:duty:{guild}:{suffix}")
    zone = ui.TextInput[ui.Modal](custom_id="zone", max_length=60, placeholder=words("form-duty-zone.placeholder"))
    form.add_item(ui.Label(text=words("form-duty-zone"), component=zone))
    for name, usual, hours in (("opens", OPENS, range(HOURS_A_DAY)), ("closes", CLOSES, range(1, HOURS_A_DAY + 1))):
        choice = ui.Select[ui.Modal](custom_id=name)
        for hour in hours:
            choice.add_option(label=f"{hour:02}:00", value=str(hour), default=hour == usual)
        form.add_item(ui.Label(text=words(f"form-duty-{name}"), component=choice))
    return form


def on_duty(duty: Duty, words: Words) -> tuple[str, ui.View]:
    """How it stands, and one tap to end it."""
    hours = duty.hours
    text = words(
        "mod-on-duty", opens=f"{hours.opens:02}:00", closes=f"{hours.closes:02}:00", always=int(hours.all_day),
        zone=hours.zone.replace("_", " "), dm=int(duty.dm is not None),
    )  # fmt: skip
    face = ui.View(timeout=None)
    face.add_item(_button(words("mod-off-duty"), f"mod:offduty:{duty.guild}"))
    return text, face


def ping(guild: GuildId, mark: str, words: Words) -> ui.View:
    """Below a ping: one tap and it was the last."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("mod-off-duty"), f"mod:offduty:{guild}:{mark}"))
    return face


def _button(label: str, custom_id: str, style: discord.ButtonStyle = discord.ButtonStyle.secondary) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=custom_id, style=style)
