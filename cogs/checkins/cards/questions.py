"""The question, what follows an answer, and the note."""

import secrets
from datetime import date

import discord
from discord import ui

from bot.domain.ids import GuildId
from bot.text.catalogue import Words
from cogs.checkins.cards.parts import PRIMARY, short
from cogs.checkins.cards.parts import button as _button
from cogs.checkins.model.counting import prefilled
from cogs.checkins.model.plan import ACTS, COUNTS_MAX, LEARNED_MAX, OWN, STEP_MAX, THEN_MAX, Day, Plan

ANSWERS = ("did", "part", "rest", "tough")


def question(number: int, day: date, words: Words, *, may_put_off: bool = True) -> ui.View:
    """What a ping can be answered with: one row on a phone, and a second."""
    face = ui.View(timeout=None)
    for name in ANSWERS:
        face.add_item(_button(words(f"answer-{name}"), f"checkin:answer:{number}:{day.toordinal()}:{name}", row=0))
    if may_put_off:
        face.add_item(_button(words("checkin-later"), f"checkin:later:{number}:{day.toordinal()}", row=1))
    face.add_item(_button(words("checkin-pause"), f"checkin:pause:{number}", row=1))
    return face


def mark_of(number: int, day: date) -> str:
    """The beginning of a custom id that only this question's message carries."""
    return f"checkin:answer:{number}:{day.toordinal()}:"


def answered(number: int, day: date, words: Words) -> ui.View:
    """After an answer."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("checkin-note"), f"checkin:note:{number}:{day.toordinal()}", style=PRIMARY))
    face.add_item(_button(words("checkin-change"), f"checkin:change:{number}:{day.toordinal()}"))
    return face


def cared(number: int, day: date, guild: GuildId, words: Words, *, room: str | None, in_dm: bool) -> ui.View:
    """After a tough day. In direct messages the form cannot open: there the way to the room, if there is one."""
    face = ui.View(timeout=None)
    if not in_dm:
        face.add_item(_button(words("checkin-let-out"), "vent:open"))
    elif room is not None:
        face.add_item(ui.Button[ui.View](label=words("checkin-let-out"), url=room))
    face.add_item(_button(words("checkin-kind-line"), f"cheer:read:{guild}"))
    face.add_item(_button(words("checkin-note"), f"checkin:note:{number}:{day.toordinal()}"))
    face.add_item(_button(words("checkin-change"), f"checkin:change:{number}:{day.toordinal()}"))
    return face


def silence(number: int, day: date, words: Words) -> ui.View:
    """The one kind question."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("checkin-keep"), f"checkin:keep:{number}:{day.toordinal()}", style=PRIMARY))
    face.add_item(_button(words("checkin-week"), f"checkin:week:{number}:{day.toordinal()}"))
    face.add_item(_button(words("checkin-stop"), f"checkin:stop:{number}:{day.toordinal()}"))
    return face


def nothing() -> ui.View:
    """No buttons any more."""
    return ui.View(timeout=None)


def pausing(guild: GuildId, words: Words) -> ui.View:
    """How long, and back again."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("checkin-pause-week"), f"checkin:rest:{guild}:7"))
    face.add_item(_button(words("checkin-pause-fortnight"), f"checkin:rest:{guild}:14"))
    face.add_item(_button(words("checkin-resume"), f"checkin:resume:{guild}", style=PRIMARY))
    return face


def start(guild: GuildId, words: Words) -> ui.View:
    """For whoever has no plan yet."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("checkin-begin"), f"checkin:begin:{guild}", style=PRIMARY))
    return face


def labels(plan: Plan, words: Words) -> dict[str, str]:
    """What each counted kind is called."""
    return {kind: plan.words.own if kind == OWN else words(f"act-{kind}") for kind in plan.counted}


def all_labels(plan: Plan, words: Words) -> dict[str, str]:
    """The same and all other kinds: whoever writes one down means it."""
    return {act: words(f"act-{act}") for act in ACTS} | labels(plan, words)


def step_form(guild: int, words: Words) -> ui.Modal:
    """One small step, to be brought along with the next question."""
    form = ui.Modal(title=words("form-note-step"), custom_id=f"checkin:step:{guild}:{secrets.token_hex(4)}")
    form.add_item(ui.Label(text=words("form-note-step"), component=short("step", STEP_MAX, None, "")))
    return form


def note_form(number: int, on: date, found: tuple[Plan, Day | None] | None, words: Words) -> ui.Modal:
    """Counts, one thing learned, the next step, and whether a no came in. `found` is None where it took too long."""
    plan, there = found if found is not None else (None, None)
    custom_id = f"checkin:note:{number}:{on.toordinal()}:{secrets.token_hex(4)}"
    form = ui.Modal(title=words("form-note"), custom_id=custom_id)
    known = (labels(plan, words) if plan is not None else {}) or {act: words(f"act-{act}") for act in ACTS[:1]}
    counts = ui.TextInput[ui.Modal](
        custom_id="counts", style=discord.TextStyle.paragraph, max_length=COUNTS_MAX, required=False,
        default=prefilled(known, there.counts if there is not None else {}),
    )  # fmt: skip
    description = words("form-note-counts.description")
    form.add_item(ui.Label(text=words("form-note-counts"), description=description, component=counts))
    learned = short("learned", LEARNED_MAX, None, there.learned if there is not None else "")
    form.add_item(ui.Label(text=words("form-note-learned"), component=learned))
    form.add_item(ui.Label(text=words("form-note-step"), component=short("step", STEP_MAX, None, "")))
    no = ui.CheckboxGroup[ui.Modal](custom_id="no", required=False, min_values=0)
    no.add_option(label=words("form-note-no-box"), value="no")
    form.add_item(ui.Label(text=words("form-note-no"), description=words("form-note-no.description"), component=no))
    return form


def noted(number: int, words: Words, *, then_before: bool) -> ui.View:
    """After a no: one small plan for the next."""
    face = ui.View(timeout=None)
    label = words("checkin-then-again") if then_before else words("checkin-then")
    face.add_item(_button(label, f"checkin:then:{number}", style=PRIMARY))
    return face


def then_form(number: int, before: str, words: Words) -> ui.Modal:
    """When the next no comes."""
    form = ui.Modal(title=words("form-then"), custom_id=f"checkin:then:{number}:{secrets.token_hex(4)}")
    text = ui.TextInput[ui.Modal](
        custom_id="then", max_length=THEN_MAX, required=False, default=before or None,
        placeholder=words("form-then-text.placeholder"),
    )  # fmt: skip
    description = words("form-then-text.description")
    form.add_item(ui.Label(text=words("form-then-text"), description=description, component=text))
    return form
