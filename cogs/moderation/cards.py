"""What moderation looks like: values and words in, components out. Nobody's name is in any of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.data.modlog import Entry
from bot.data.mutes import Mute
from bot.domain.ids import ChannelId, GuildId, MessageId
from bot.domain.ports import BoardItem
from bot.screening.escape import escape
from bot.text.catalogue import Words
from bot.ui.moderator import add_tools
from cogs.moderation.model import REACH_WORDS_MAX, REPORT_WORDS_MAX, Act, Case, Order, Outcome, Reason

MESSAGE_MAX = 2_000
DAYS = (1, 7, 30)
LIFTED_FROM_LIST = 5


def report(case: Case, words: Words, *, ours: bool) -> tuple[str, ui.View]:
    """A reported post, in the moderators' place."""
    reasons = ", ".join(
        words("mod-report-reason", reason=words(f"mod-reason-{reason}"), count=count)
        for reason, count in case.reasons.items()
    )
    where = link(case.guild, case.room, case.message)
    lines = [words("mod-reported", count=case.reports, link=where, reasons=reasons)]
    if case.reviewed:
        lines.append(words("mod-reported-reviewed"))
    elif case.hidden:
        lines.append(words("mod-reported-hidden"))
    face = ui.View(timeout=None)
    face.add_item(_button(words("mod-keep"), f"mod:keep:{case.message}", row=0))
    face.add_item(_button(words("mod-words"), f"mod:words:{case.message}", row=0))
    if ours:
        add_tools(face, case.message, words, first_row=1)
    else:
        lines.append(words("mod-reported-not-ours"))
    return "\n".join(lines), face


def tools(message: MessageId, words: Words, reason: str = Reason.RULES) -> tuple[str, ui.View]:
    """What can be done about one post."""
    face = ui.View(timeout=None)
    add_tools(face, message, words, reason=reason)
    return words("mod-tools"), face


def muted(done: Outcome, order: Order, days: int, words: Words) -> tuple[str, ui.View]:
    """Key message 10 of INTERFACE."""
    text = words(
        "mod-muted", until=_day(done.until_ms or 0), hidden=done.hidden, reason=words(f"mod-read-{order.reason}")
    )
    face = undo(done.act, words)
    for other in DAYS:
        if other != days:
            label = words("mod-days", count=other)
            face.add_item(_button(label, f"mod:mute{other}:{order.message}:{order.reason}"))
    return text, face


def hidden(done: Outcome, order: Order, words: Words) -> tuple[str, ui.View]:
    text = words("mod-hidden", count=done.hidden, reason=words(f"mod-read-{order.reason}"))
    return text, undo(done.act, words)


def undo(act: int, words: Words) -> ui.View:
    face = ui.View(timeout=None)
    face.add_item(_button(words("mod-undo"), f"mod:undo:{act}"))
    return face


def braked(done: Outcome, words: Words) -> tuple[str, ui.View | None]:
    if done.until_ms is None:
        return words("mod-brake-off"), None
    return words("mod-braked", until=f"<t:{done.until_ms // 1000}:t>"), undo(done.act, words)


def said(post: str | None, reports: Sequence[str], words: Words) -> str:
    """What a reported post said, and what people said about it."""
    lines = [words("mod-words-post", words=post) if post else words("mod-words-none")]
    lines += [words("mod-words-report", words=escape(one)) for one in reports]
    text = "\n".join(lines)
    return text if len(text) <= MESSAGE_MAX else text[: MESSAGE_MAX - 1] + "…"


def report_form(room: ChannelId, message: MessageId, words: Words) -> ui.Modal:
    """*Report*: a reason, and words if one likes."""
    form = ui.Modal(title=words("form-report"), custom_id=f"mod:report:{room}:{message}")
    reasons = ui.RadioGroup[ui.Modal](custom_id="reason")
    for reason in Reason:
        reasons.add_option(label=words(f"mod-reason-{reason}"), value=reason, default=reason is Reason.RULES)
    form.add_item(ui.Label(text=words("form-report-reason"), component=reasons))
    field = ui.TextInput[ui.Modal](
        custom_id="words", style=discord.TextStyle.paragraph, max_length=REPORT_WORDS_MAX, required=False
    )
    described = words("form-report-words.description")
    form.add_item(ui.Label(text=words("form-report-words"), description=described, component=field))
    return form


def reach_form(message: str, reason: Reason, words: Words) -> ui.Modal:
    """*Reach out*, about the post at `message`."""
    form = ui.Modal(title=words("form-reach"), custom_id=f"mod:reach:{message}:{reason}")
    field = ui.TextInput[ui.Modal](
        custom_id="text", style=discord.TextStyle.paragraph, max_length=REACH_WORDS_MAX, min_length=1
    )
    described = words("form-reach-words.description")
    form.add_item(ui.Label(text=words("form-reach-words"), description=described, component=field))
    return form


def board(items: Sequence[BoardItem], braked_until: datetime | None, words: Words) -> tuple[str, ui.View]:
    """What waits, the longest first, with a button each for the oldest."""
    lines = [words("mod-board-head")] if items else [words("mod-board-empty")]
    if braked_until is not None:
        lines.append(words("mod-board-braked", until=f"<t:{int(braked_until.timestamp())}:f>"))
    face = ui.View(timeout=None)
    for number, item in enumerate(items, start=1):
        lines.append(f"{number}. " + words(item.text_id, **item.args))
        face.add_item(_button(f"{number} · {words(item.button_text_id)}"[:80], item.custom_id))
    return "\n".join(lines)[:MESSAGE_MAX], face


def mutes(held: Sequence[Mute], words: Words) -> tuple[str, ui.View]:
    """Links and dates, never people."""
    if not held:
        return words("mod-mutes-empty"), ui.View(timeout=None)
    face, lines = ui.View(timeout=None), [words("mod-mutes-head", count=len(held))]
    for number, one in enumerate(held, start=1):
        until = _day(int(one.until.timestamp() * 1000))
        where = link(one.guild, one.room, one.message)
        lines.append(
            f"{number}. " + words("mod-mutes-one", link=where, until=until, reason=words(f"mod-read-{one.reason}"))
        )
        if number <= LIFTED_FROM_LIST:
            face.add_item(_button(words("mod-mutes-lift", number=number), f"mod:undo:{one.act}"))
    return _clipped(lines), face


def log(entries: Sequence[Entry], words: Words) -> str:
    """Who did what, newest first."""
    if not entries:
        return words("mod-log-empty")
    return _clipped([words("mod-log-head"), *(_log_line(one, words) for one in entries)])


def _log_line(entry: Entry, words: Words) -> str:
    done = entry.done
    who = f"<@{done.moderator}>" if done.moderator is not None else words("mod-log-nobody")
    if done.act == Act.HIDDEN_BY_REPORTS:
        who = words("mod-log-reports")
    about = link(done.guild, done.room, done.message) if done.room and done.message else ""
    what = words("mod-log-hide" if done.act == Act.HIDDEN_BY_REPORTS else f"mod-log-{done.act}")
    line = words("mod-log-one", when=f"<t:{entry.at_ms // 1000}:R>", who=who, what=what, about=about)
    return f"~~{line}~~" if entry.undone else line


def link(guild: GuildId, room: int, message: int) -> str:
    """The address of a message (documentation, message formatting)."""
    return f"https://discord.com/channels/{guild}/{room}/{message}"


def _clipped(lines: list[str]) -> str:
    kept = list(lines)
    while len("\n".join(kept)) > MESSAGE_MAX:
        kept.pop()
    return "\n".join(kept)


def _day(ms: int) -> str:
    """A time that everybody reads in their own zone (documentation, timestamp styles)."""
    return f"<t:{ms // 1000}:f>"


def _button(label: str, custom_id: str, row: int | None = None) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=custom_id, row=row)
