"""Making a plan: two forms and what is said of it."""

import secrets
from collections.abc import Sequence
from datetime import datetime, time

from discord import ui

from bot.domain.clock import to_ms
from bot.domain.ids import GuildId
from bot.places.finder import Found, clock_at, clock_in
from bot.text.catalogue import Words
from cogs.checkins.cards.parts import PRIMARY, next_one, short, stamp_ms
from cogs.checkins.cards.parts import button as _button
from cogs.checkins.model.asked import Asked
from cogs.checkins.model.plan import ACTS, OWN_MAX, STEP_MAX, By, Plan, Share
from cogs.checkins.model.times import EVERY_DAY, NAMES, WEEKDAYS


def begin_form(guild: GuildId, asked: Asked, words: Words) -> ui.Modal:
    """Where and when; what was typed before stands in it."""
    form = ui.Modal(title=words("form-begin"), custom_id=f"checkin:begin:{guild}:{secrets.token_hex(4)}")
    zone = ui.TextInput[ui.Modal](
        custom_id="zone", max_length=60, placeholder=words("form-begin-zone.placeholder"),
        default=asked.zone[:60] or None,
    )  # fmt: skip
    form.add_item(
        ui.Label(text=words("form-begin-zone"), description=words("form-begin-zone.description"), component=zone)
    )
    when = ui.TextInput[ui.Modal](
        custom_id="time", max_length=20, placeholder=words("form-begin-time.placeholder"),
        default=asked.time[:20] or None,
    )  # fmt: skip
    form.add_item(ui.Label(text=words("form-begin-time"), component=when))
    where = ui.RadioGroup[ui.Modal](custom_id="where")
    for by in By:
        where.add_option(label=words(f"form-begin-{by}"), value=by, default=by == (asked.where or By.DM))
    description = words("form-begin-where.description")
    form.add_item(ui.Label(text=words("form-begin-where"), description=description, component=where))
    share = ui.RadioGroup[ui.Modal](custom_id="share")
    for to in Share:
        share.add_option(label=words(f"share-{to}"), value=to, default=to == (asked.share or Share.NOBODY))
    description = words("form-begin-share.description")
    form.add_item(ui.Label(text=words("form-begin-share"), description=description, component=share))
    return form


def plan_form(guild: GuildId, asked: Asked, before: Plan | None, words: Words) -> ui.Modal:
    """The days and what is counted; zone, time and the rest stand in its id."""
    custom_id = f"checkin:plan:{guild}:{asked.state}:{secrets.token_hex(3)}"
    form = ui.Modal(title=words("form-begin"), custom_id=custom_id)
    chosen = before.days if before is not None else WEEKDAYS
    days = ui.CheckboxGroup[ui.Modal](custom_id="days", min_values=1)
    for number, name in enumerate(NAMES):
        days.add_option(label=words(f"day-{name}"), value=name, default=bool(chosen >> number & 1))
    form.add_item(ui.Label(text=words("form-plan-days"), component=days))
    counted = before.acts if before is not None else ACTS[:1]
    acts = ui.CheckboxGroup[ui.Modal](custom_id="acts", required=False, min_values=0)
    for act in ACTS:
        acts.add_option(label=words(f"act-{act}"), value=act, default=act in counted)
    description = words("form-plan-acts.description")
    form.add_item(ui.Label(text=words("form-plan-acts"), description=description, component=acts))
    own = short("own", OWN_MAX, words("form-plan-own.placeholder"), before.words.own if before is not None else "")
    form.add_item(ui.Label(text=words("form-plan-own"), component=own))
    step = short("step", STEP_MAX, words("form-plan-step.placeholder"), before.words.step if before else "")
    description = words("form-plan-step.description")
    form.add_item(ui.Label(text=words("form-plan-step"), description=description, component=step))
    return form


def change_it(guild: GuildId, draft: int, words: Words) -> ui.View:
    """Back to the form, with all that was typed."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("checkin-change-it"), f"checkin:again:{guild}:{draft}", style=PRIMARY))
    return face


def which_zone(guild: GuildId, asked: Asked, found: Sequence[Found], words: Words) -> ui.View:
    """Several places are called that: choose one."""
    face = ui.View(timeout=None)
    state = f"{asked.minute}:{asked.where or '-'}:{asked.share or '-'}"
    choice = ui.Select[ui.View](custom_id=f"checkin:zone:{guild}:{state}", placeholder=words("checkin-which-zone"))
    for place in found[:25]:
        choice.add_option(label=place.label[:100], value=place.zone, description=place.zone)
    face.add_item(choice)
    return face


def choose_days(guild: GuildId, asked: Asked, words: Words) -> ui.View:
    """From where and when on to the days."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("checkin-choose-days"), f"checkin:days:{guild}:{asked.state}", style=PRIMARY))
    return face


def settled(plan: Plan, words: Words, *, ask_share: bool, offer_thread: bool, offer_dm: bool) -> ui.View:
    """Below a plan that is set."""
    face = ui.View(timeout=None)
    state = f"{plan.zone}:{plan.minute}:-:-"
    face.add_item(_button(words("checkin-edit"), f"checkin:days:{plan.guild}:{state}", row=0))
    on = plan.recap_ms is None
    face.add_item(_button(words(f"checkin-recap-{'on' if on else 'off'}"), f"checkin:recap:{plan.id}:{int(on)}", row=0))
    if offer_dm:
        face.add_item(_button(words("checkin-use-dm"), f"checkin:dm:{plan.id}", style=PRIMARY, row=0))
    if offer_thread:
        face.add_item(_button(words("checkin-use-thread"), f"checkin:thread:{plan.id}", style=PRIMARY, row=0))
    if ask_share:
        for to in Share:
            face.add_item(_button(words(f"share-{to}"), f"checkin:share:{plan.id}:{to}", row=1))
    return face


def said_plan(plan: Plan, next_due: datetime | None, now: datetime, words: Words, *, hears: str, reached: bool) -> str:
    """What was set, in words; `hears` as `Planning.who_hears` gives it, "asked" where that is asked below."""
    by = plan.by if reached else "inbox"
    text = words(
        "checkin-is-set", days=said_days(plan.days, words), time=said_time(plan.minute, words.locale),
        zone=plan.zone.replace("_", " "), now=clock_in(plan.zone, now, words.locale), by=by,
        thread=f"<#{plan.thread}>", share=hears, **next_one(next_due),
    )  # fmt: skip
    if not plan.is_paused(to_ms(now)):
        return text
    far = plan.paused_until_ms >= 1 << 51
    more = words("checkin-paused-open") if far else words("checkin-paused-still", until=stamp_ms(plan.paused_until_ms))
    return f"{text}\n{more}"


def said_days(days: int, words: Words) -> str:
    """ "on weekdays", "on Monday, Wednesday"."""
    if days == EVERY_DAY:
        return words("checkin-every-day")
    if days == WEEKDAYS:
        return words("checkin-weekdays")
    names = [words(f"day-{name}") for number, name in enumerate(NAMES) if days >> number & 1]
    return words("checkin-on-days", names=", ".join(names))


def said_time(minute: int, locale: str) -> str:
    """The minute of the day as this language writes it."""
    return clock_at(time(*divmod(minute, 60)), locale)


def typed_time(minute: int) -> str:
    """The minute of the day as it can be typed."""
    return time(*divmod(minute, 60)).strftime("%H:%M")
