"""What circles look like: values and words in, text and components out."""

import secrets
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.domain.ids import ChannelId
from bot.text.catalogue import Words
from cogs.circles.model.circle import About, Band, Field, Ring, Stage, Standing
from cogs.circles.model.matching import Reason
from cogs.circles.model.round import NAMED_AT_MOST, Shared
from cogs.circles.service.looking import Mine
from cogs.circles.service.proposing import Card, Overview
from cogs.circles.service.seating import Joined

MESSAGE_MAX = 2_000
OFFERED_AT_MOST = 5
PRIMARY = discord.ButtonStyle.primary


def join_form(words: Words, filled: About) -> ui.Modal:
    """Four taps at most, and none where the defaults hold. Phones keep an old form's choices: an id of its own."""
    form = ui.Modal(title=words("form-circle"), custom_id=f"circle:join:{secrets.token_hex(4)}")
    described = words("form-circle-band.description")
    bands = ui.RadioGroup[ui.Modal](custom_id="zone")
    for band in Band:
        bands.add_option(label=words(f"circle-band-{band}"), value=band, default=band is filled.band)
    form.add_item(ui.Label(text=words("form-circle-band"), description=described, component=bands))
    fields = ui.Select[ui.Modal](custom_id="field")
    for field in Field:
        fields.add_option(label=words(f"circle-field-{field}"), value=field, default=field is filled.field)
    form.add_item(ui.Label(text=words("form-circle-field"), component=fields))
    stages = ui.RadioGroup[ui.Modal](custom_id="stage")
    for stage in Stage:
        stages.add_option(label=words(f"circle-stage-{stage}"), value=stage, default=stage is filled.stage)
    form.add_item(ui.Label(text=words("form-circle-stage"), component=stages))
    extras = ui.CheckboxGroup[ui.Modal](custom_id="extras", required=False, min_values=0, max_values=1)
    extras.add_option(
        label=words("form-circle-monday"), value="monday", description=words("form-circle-monday.description"),
        default=filled.monday,
    )  # fmt: skip
    form.add_item(ui.Label(text=words("form-circle-extras"), component=extras))
    return form


def joined(done: Joined, about: About, words: Words) -> tuple[str, ui.View]:
    """What came of joining, with the reasons."""
    ring = done.ring
    if ring is None:
        text_id = "circle-listed" if done.listed else "circle-waits"
        return words(text_id, count=done.missing), leave_list(words)
    if done.changed:
        return words("circle-changed" if done.apart else "circle-changed-not-apart", name=ring.name), about_way(words)
    lines = [words("circle-seat", name=ring.name, place=place(ring), there=int(ring.thread is not None))]
    if done.opened:
        lines.append(words("circle-opened", count=done.people))
    else:
        lines.append(words("circle-why", reasons=reasons(done.reasons, about, words)))
    lines.append(words("circle-who-reads"))
    return "\n".join(lines), about_way(words)


def reasons(found: Sequence[Reason], about: About, words: Words) -> str:
    """Why this circle, in a few words each."""
    said = {
        Reason.BAND: words("circle-why-band", band=words(f"circle-band-{about.band}")),
        Reason.FIELD: words("circle-why-field", field=words(f"circle-field-{about.field}")),
        Reason.STAGE: words("circle-why-stage"),
        Reason.SEAT: words("circle-why-seat"),
    }
    return " · ".join(said[reason] for reason in found)


def about(mine: Mine, words: Words) -> tuple[str, ui.View]:
    """One's own circle, or how one comes to have one."""
    if mine.ring is not None and mine.seat is not None:
        return _own(mine, mine.ring, words)
    if mine.waits:
        text_id = "circle-waits" if mine.how == "open" else "circle-listed"
        return words(text_id, count=mine.missing), leave_list(words)
    if mine.how == "room":
        return words("circle-is-the-room", readers=mine.readers), ui.View(timeout=None)
    face = ui.View(timeout=None)
    label = words("circle-join" if mine.how == "open" else "circle-like")
    face.add_item(_button(label, "circle:ask", style=PRIMARY))
    return words("circle-about-list" if mine.how == "list" else "circle-about"), face


def _own(mine: Mine, ring: Ring, words: Words) -> tuple[str, ui.View]:
    alumni = mine.seat is not None and mine.seat.alumni
    monday = mine.seat is not None and mine.seat.about.monday
    text = words(
        "circle-mine", name=ring.name, place=place(ring), there=int(ring.thread is not None), people=mine.people,
        alumni=mine.alumni, monday=int(monday), own=int(alumni),
    )  # fmt: skip
    face = ui.View(timeout=None)
    if mine.seat is not None and mine.seat.shut:
        text += "\n" + words("circle-mine-shut")
        face.add_item(_button(words("circle-try"), "circle:try", style=PRIMARY))
    face.add_item(_button(words("circle-monday-off" if monday else "circle-monday-on"), "circle:monday"))
    stage = (Stage.MONTHS, "circle-looking") if alumni else (Stage.LANDED, "circle-landed")
    face.add_item(_button(words(stage[1]), f"circle:stage:{stage[0]}"))
    face.add_item(_button(words("circle-change"), "circle:ask"))
    face.add_item(_button(words("circle-leave"), "circle:leave"))
    return text, face


def place(ring: Ring) -> str:
    """How its place is linked (documentation, message formatting)."""
    return f"<#{ring.thread}>" if ring.thread is not None else ""


def leave_list(words: Words) -> ui.View:
    """For those who wait."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("circle-unlist"), "circle:leave"))
    return face


def about_way(words: Words) -> ui.View:
    """The two that one may want at once."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("circle-charter"), "circle:charter"))
    face.add_item(_button(words("circle-leave"), "circle:leave"))
    return face


def join_way(words: Words) -> ui.View:
    """The way back in."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("circle-join"), "circle:ask", style=PRIMARY))
    return face


def welcome(number: int, words: Words) -> ui.View:
    """Below the first words in a circle's place."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("circle-look-mine"), f"circle:about:{number}"))
    face.add_item(_button(words("circle-charter"), "circle:charter"))
    return face


def round_call(custom_id: str, words: Words) -> ui.View:
    """Below Monday's call: in or out, for whoever presses."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("circle-monday"), custom_id))
    return face


def quiet_way(custom_id: str, words: Words) -> ui.View:
    """Below what is told once a day."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("circle-look-mine"), custom_id))
    return face


def offer(custom_id: str, words: Words) -> ui.View:
    """Each for themself."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("circle-move"), custom_id, style=PRIMARY))
    face.add_item(_button(words("circle-stay"), "circle:stay"))
    return face


def shared(said: Sequence[Shared], words: Words) -> str:
    """Who checked in. Not what they answered: that is theirs."""
    people = [f"<@{one.member}>" for one in said][:NAMED_AT_MOST]
    return words("circle-shared", people=", ".join(people))


# --- for moderators ---------------------------------------------------------------------------------------------------


def overview(over: Overview, words: Words) -> tuple[str, ui.View]:
    """Every circle in a line, and what could be done, as a proposal."""
    face = ui.View(timeout=None)
    if not over.cards and not over.waiting:
        return words("circle-mod-empty"), face
    lines = [words("circle-mod-head", count=len(over.cards))]
    for card in over.cards:
        lines += _proposal(card, over.parent, words)
        _add_act(face, card, words)
    if over.waiting:
        lines.append(words("circle-mod-waiting" if over.opens else "circle-mod-list", count=over.waiting))
    return _fitting(lines), face


def _proposal(card: Card, parent: ChannelId | None, words: Words) -> list[str]:
    how = words(f"circle-standing-{card.standing}")
    lines = [words("circle-mod-one", name=card.ring.name, people=card.people, alumni=card.alumni, how=how)]
    if card.shut:
        lines.append(words("circle-mod-shut", count=card.shut, parent=str(parent), there=int(parent is not None)))
    if card.ring.waits:
        lines.append(words("circle-mod-gone"))
    elif card.ring.cannot:
        lines.append(words("circle-mod-cannot"))
    elif card.partner is not None:
        lines.append(words(f"circle-mod-{card.standing}", other=card.partner.name))
    elif card.standing in {Standing.SMALL, Standing.QUIET, Standing.FULL}:
        lines.append(words(f"circle-mod-{card.standing}-alone"))
    return lines


def _add_act(face: ui.View, card: Card, words: Words) -> None:
    if len(face.children) >= OFFERED_AT_MOST:
        return
    if card.ring.waits:
        face.add_item(_button(words("circle-reopen"), f"circle:reopen:{card.ring.id}"))
    elif card.partner is not None and card.ring.thread is not None:
        label = words("circle-ask-them", name=card.ring.name)
        face.add_item(_button(label, f"circle:offer:{card.ring.id}:{card.partner.id}"))


def _fitting(lines: Sequence[str]) -> str:
    kept: list[str] = []
    for line in lines:
        if len("\n".join([*kept, line])) > MESSAGE_MAX:
            break
        kept.append(line)
    return "\n".join(kept)


def _button(
    label: str, custom_id: str, *, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=custom_id, style=style)
