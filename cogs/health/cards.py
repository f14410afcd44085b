"""What the panel says, and its buttons. Every picture has its words; every page names the act it leads to."""

from collections.abc import Sequence
from datetime import timedelta

import discord
from discord import ui

from bot.domain.ports import Afterwards, BoardItem, Circle
from bot.text.catalogue import Words
from cogs.health.model.cells import TENTH_FROM, shown_people
from cogs.health.model.charts import Answers, Hours, Mutual
from cogs.health.model.definitions import (
    HOUR_MS,
    HOURS,
    STEPS_MS,
    WEEKDAYS,
    Figures,
    Mutuality,
    ecdf,
    quantile_ms,
    shifted,
    week_begins,
)
from cogs.health.model.panel import (
    BLOCK_HOURS,
    DEAR_WAIT_MS,
    HALF,
    MANY_ALONE,
    NINE_TENTHS,
    Detail,
    Page,
    Shown,
    blocks,
    busiest,
    share,
    usually,
)
from cogs.health.model.work import MUTUAL_EVENTS_AT_LEAST

BOARD_SHOWN = 3
CIRCLES_SHOWN = 15
"""So many lines fit into a message of 2,000 characters with names of any length."""
CARRIED_BY_FEW = 50
"""Percent of what is given from which a tenth of the givers carries the others."""


def board(shown: Shown, items: Sequence[BoardItem], listening: int | None, words: Words) -> str:
    """What waits for moderators, and who waits for an answer."""
    lines = [words("health-board-head"), *("- " + words(one.text_id, **one.args) for one in items[:BOARD_SHOWN])]
    if not items:
        lines.append("- " + words("health-board-nothing"))
    waits = shown.waiting
    lines.append(
        "- " + words(
            "health-waiting", all=waits.all, hour=waits.within_hour, six=waits.within_six, day=waits.within_day,
            longer=waits.longer,
        )
    )  # fmt: skip
    if listening is not None:
        seen = shown_people(listening)
        lines.append("- " + (words("health-listening-few") if seen is None else words("health-listening", count=seen)))
    if shown.first_week:
        lines.append(words("health-first-week"))
    elif shown.detail is Detail.BOARD_ONLY:
        lines.append(words("health-small"))
    return "\n".join(lines)


def answers(shown: Shown, words: Words) -> str:
    """How soon somebody is there, and what shortens it."""
    now = shown.now
    if not now.vents:
        return words("health-answers-head") + "\n" + words("health-nothing-yet", weeks=shown.weeks)
    if shown.detail is not Detail.ALL:
        return words("health-answers-head") + "\n" + words("health-usually", when=usually(now) or "later")
    lines = [words("health-answers-head"), _spread(now, shown.weeks, words)]
    if shown.before.vents:
        half = _within(quantile(shown.before, HALF), words)
        lines.append(words("health-answers-before", half=half, vents=shown.before.vents))
    lines.append(words("health-answers-act-slow" if is_slow(now) else "health-answers-act"))
    return "\n".join(lines)


def afterwards(counted: Afterwards | None, words: Words) -> str:
    """How people were when their post had ended, in a line of its own; nothing where it may not be told.

    Without the sum, by which the smallest part could be worked out.
    """
    if counted is None:
        return ""
    parts = {"better": counted.better, "same": counted.same, "worse": counted.worse}
    few = words("health-afterwards-few")
    said = {how: few if shown_people(many) is None else str(many) for how, many in parts.items()}
    return "\n" + words("health-afterwards", **said)


def is_slow(figures: Figures) -> bool:
    """Whether half wait long, or many are left alone: then the page names what helps."""
    half = quantile(figures, HALF)
    return half is None or half > DEAR_WAIT_MS or share(figures.unanswered, figures.vents) >= MANY_ALONE


def _spread(now: Figures, weeks: int, words: Words) -> str:
    return words(
        "health-answers", weeks=weeks, vents=now.vents, half=_within(quantile(now, HALF), words),
        most=_within(quantile(now, NINE_TENTHS), words), unanswered=now.unanswered,
        unanswered_share=share(now.unanswered, now.vents), enough=share(now.enough, now.vents),
    )  # fmt: skip


def quantile(figures: Figures, part: float) -> int | None:
    return quantile_ms(figures.waits, figures.vents, part)


def _within(wait_ms: int | None, words: Words) -> str:
    if wait_ms is None:
        return words("health-more-than-a-day")
    if wait_ms < HOUR_MS:
        return words("health-minutes", count=wait_ms // 60_000)
    return words("health-hours", count=wait_ms // HOUR_MS)


def hours(shown: Shown, cover: Sequence[int], east: int, zone: str, words: Words) -> str:
    """When it is posted, and who listens then."""
    head = words("health-hours-head")
    fullest = busiest(shown.now.hours, east)
    if fullest is None:
        return head + "\n" + words("health-nothing-yet", weeks=shown.weeks)
    day, begins, _ = fullest
    lines = [
        head,
        words("health-hours-most", day=words(f"health-day-{day}"), at=begins, until=begins + BLOCK_HOURS, zone=zone),
    ]
    if cover:
        here = [count for hour, count in enumerate(cover) if begins <= hour < begins + BLOCK_HOURS]
        least = shown_people(min(here, default=0))
        lines.append(words("health-hours-cover-few") if least is None else words("health-hours-cover", least=least))
        lines.append(words("health-hours-act-few" if least is None else "health-hours-act"))
    return "\n".join(lines)


def mutual(shown: Shown, words: Words) -> str:
    """One sentence, and how much of the giving lies with a tenth of those who give."""
    head = words("health-mutual-head")
    if not shown.mutuality:
        return head + "\n" + words("health-mutual-not-yet", events=MUTUAL_EVENTS_AT_LEAST)
    last = shown.mutuality[-1]
    lines = [head, words("health-mutual", verdict=last.verdict, weeks=last.weeks)]
    if last.top_tenth is None:
        lines.append(words("health-mutual-tenth-few", givers=TENTH_FROM))
    else:
        much = "yes" if last.top_tenth >= CARRIED_BY_FEW else "no"
        lines.append(words("health-mutual-tenth", percent=last.top_tenth, much=much))
    lines.append(words("health-mutual-act", verdict=last.verdict))
    return "\n".join(lines)


def circles(several: Sequence[Circle], words: Words) -> str:
    """How each stands, as `/mod circles` says it, and what can be done."""
    head = words("health-circles-head")
    if not several:
        return head + "\n" + words("health-circles-none")
    lines = [head]
    for one in sorted(several, key=lambda one: one.name)[:CIRCLES_SHOWN]:
        seen = shown_people(one.people)
        people = words("health-few") if seen is None else words("health-people", count=seen)
        lines.append("- " + words("health-circle", name=one.name, people=people, seats=one.seats, state=one.standing))
    if len(several) > CIRCLES_SHOWN:
        lines.append(words("health-circles-more", count=len(several) - CIRCLES_SHOWN))
    lines.append(words("health-circles-act"))
    return "\n".join(lines)


def buttons(shown: Shown, page: Page, circle: int | None, items: Sequence[BoardItem], words: Words) -> ui.View:
    """What there is to press: the oldest of the board, the other pages, the two windows."""
    face = ui.View(timeout=None)
    if page is Page.BOARD:
        # two items may lead to one screen: Discord takes a custom id once in a message
        for custom_id, text_id in {item.custom_id: item.button_text_id for item in items[:BOARD_SHOWN]}.items():
            face.add_item(ui.Button(label=words(text_id), custom_id=custom_id, row=0))
    if len(shown.pages) > 1:
        for other in shown.pages:
            style = discord.ButtonStyle.primary if other is page else discord.ButtonStyle.secondary
            custom_id = f"health:page:{other}:{shown.weeks}:{circle or 0}"
            face.add_item(ui.Button(label=words(f"health-page-{other}"), custom_id=custom_id, style=style, row=1))
    if page in {Page.ANSWERS, Page.HOURS}:
        weeks = 12 if shown.weeks == 4 else 4
        custom_id = f"health:page:{page}:{weeks}:{circle or 0}"
        face.add_item(ui.Button(label=words("health-weeks", count=weeks), custom_id=custom_id, row=2))
    return face


# --- what the pictures are made of ------------------------------------------------------------------------------------


def answers_picture(shown: Shown, words: Words) -> Answers | None:
    """None where the words say as much."""
    if not shown.now.vents or shown.detail is not Detail.ALL:
        return None
    return Answers(
        title=words("health-answers-title"),
        ticks=tuple(_short(step, words) for step in STEPS_MS),
        now=tuple(reached for _, reached in ecdf(shown.now.waits, shown.now.vents)),
        before=tuple(reached for _, reached in ecdf(shown.before.waits, shown.before.vents)),
        now_name=words("health-now", weeks=shown.weeks, posts=shown.now.vents),
        before_name=words("health-before", weeks=shown.weeks, posts=shown.before.vents),
        by=words("health-answers-axis"),
    )  # fmt: skip


def _short(wait_ms: int, words: Words) -> str:
    if wait_ms < HOUR_MS:
        return words("health-short-minutes", count=wait_ms // 60_000)
    return words("health-short-hours", count=wait_ms // HOUR_MS)


def hours_picture(shown: Shown, cover: Sequence[int], east: int, words: Words) -> Hours | None:
    """By hours, or by blocks of six in a smaller group."""
    if not shown.now.vents or shown.detail not in {Detail.BLOCKS, Detail.ALL}:
        return None
    local = shifted(shown.now.hours, east)
    step = 1 if shown.detail is Detail.ALL else BLOCK_HOURS
    counts = local if step == 1 else blocks(local)
    per_day = HOURS // step
    return Hours(
        title=words("health-hours-title"),
        days=tuple(words(f"health-day-short-{day}") for day in range(WEEKDAYS)),
        hours=tuple(str(hour) for hour in range(0, HOURS, step)),
        posts=tuple(tuple(counts[day * per_day : (day + 1) * per_day]) for day in range(WEEKDAYS)),
        cover=tuple(shown_people(count) is not None for count in cover), cover_name=words("health-listen-short"),
        many=words("health-listen-many"), few=words("health-listen-few"),
        legend=tuple(words(f"health-shade-{number}") for number in range(4)),
    )  # fmt: skip


def mutual_picture(shown: Shown, words: Words) -> Mutual | None:
    """From two released figures on: a line needs two points."""
    several: Sequence[Mutuality] = shown.mutuality
    if len(several) < 2:
        return None
    ends = [week_begins(one.from_week + 7 * one.weeks) - timedelta(days=1) for one in several]
    return Mutual(
        title=words("health-mutual-title"),
        ticks=tuple(f"{end.day}.{end.month}." for end in ends),
        values=tuple(one.rho for one in several), low=tuple(one.chance.low for one in several),
        high=tuple(one.chance.high for one in several), band=words("health-mutual-band"),
        more=words("health-mutual-more"), less=words("health-mutual-less"),
    )  # fmt: skip
