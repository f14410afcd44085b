"""History and recap: what is drawn, and its twin in words."""

from datetime import date

from babel.dates import format_skeleton
from discord import ui

from bot.places.finder import known_locale
from bot.text.catalogue import Words
from cogs.checkins.cards.parts import button
from cogs.checkins.cards.questions import labels
from cogs.checkins.model.plan import Kept, Plan
from cogs.checkins.model.recap import Drawn, Past
from cogs.checkins.model.times import NAMES

_LEGEND = ("did", "part", "rest", "asked", "missed")


def drawn(plan: Plan, past: Past, kept: Kept, words: Words, *, title: str) -> Drawn:
    """All that stands in the picture."""
    named = labels(plan, words)
    there = [cell for cell in _LEGEND if past.how_many(cell)]
    return Drawn(
        title=title,
        subtitle=_consistency(kept, words),
        weekdays=tuple(words(f"day-short-{name}") for name in NAMES),
        weeks=tuple((_week(monday, words.locale), cells) for monday, cells in past.weeks),
        acts=tuple((named.get(kind) or words(f"act-{kind}"), many) for kind, many in past.acts),
        legend=tuple((cell, words(f"history-{cell}")) for cell in there),
        unnamed=words("act-own"),
    )


def twin(plan: Plan, past: Past, kept: Kept, words: Words) -> str:
    """The same in words."""
    said = words("history-twin", weeks=len(past.weeks), parts=_days(past, words))
    return _with_the_rest(said, plan, past, kept, words)


def recap_said(plan: Plan, past: Past, kept: Kept, words: Words) -> str:
    """What stands above the weekly picture: the same in words, to its owner."""
    said = words("recap-said", member=f"<@{plan.member}>", parts=_days(past, words))
    return _with_the_rest(said, plan, past, kept, words)


def _days(past: Past, words: Words) -> str:
    found = [(kind, past.how_many(kind)) for kind in ("did", "part", "rest", "missed")]
    return ", ".join(words(f"twin-{kind}", count=many) for kind, many in found if many)


def _with_the_rest(said: str, plan: Plan, past: Past, kept: Kept, words: Words) -> str:
    named = labels(plan, words)
    said = f"{said} {_consistency(kept, words)}."
    acts = [
        words("history-act", label=named.get(kind) or words(f"act-{kind}"), count=many)
        for kind, many in past.acts
        if many
    ]
    return f"{said} {words('history-acts', acts=', '.join(acts))}" if acts else said


def _consistency(kept: Kept, words: Words) -> str:
    return words("history-subtitle", kept=kept.kept, of=kept.of)


def recap(number: int, week: int, words: Words) -> ui.View:
    """One tap with which it was the last."""
    face = ui.View(timeout=None)
    face.add_item(button(words("checkin-recap-off"), f"checkin:norecap:{number}:{week}"))
    return face


def recap_mark(number: int, week: int) -> str:
    """The beginning of a custom id that only this recap carries."""
    return f"checkin:norecap:{number}:{week}"


def _week(monday: date, locale: str) -> str:
    """The Monday as the language writes a day: "9 Nov", "Nov 9"."""
    return format_skeleton("MMMd", monday, locale=known_locale(locale))
