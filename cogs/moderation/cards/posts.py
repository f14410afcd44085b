"""What moderation looks like: values and words in, components out. Nobody's name is in any of it."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.data.modlog import Entry
from bot.data.mutes import Mute
from bot.domain.ids import ChannelId, GuildId, MessageId
from bot.screening.escape import escape
from bot.text.catalogue import Words
from bot.ui.moderator import REASONS, add_tools
from cogs.moderation.model import (
    ABOUT_BOT_MAX,
    HIDDEN_KEPT,
    LOG_SHOWN,
    MUTES_SHOWN,
    REACH_WORDS_MAX,
    REPORT_WORDS_MAX,
    Act,
    Case,
    Looked,
    Order,
    Outcome,
    Reason,
)

MESSAGE_MAX = 2_000
DAYS = (1, 7, 30)
REASONED = (Act.HIDE, Act.HIDE_ALL, Act.MUTE, Act.LOCK, "decline")
"""Acts of which the author reads a reason."""
Face = ui.View
TAKEN_BACK = (
    Act.HIDE, Act.HIDE_ALL, Act.HIDDEN_BY_REPORTS, Act.MUTE, Act.LOCK, Act.REACH, Act.BRAKE, Act.BRAKE_OFF, Act.KEEP,
)  # fmt: skip
HIDES = (Act.HIDE, Act.HIDE_ALL, Act.HIDDEN_BY_REPORTS)
"""For as long as the words are kept."""
_DAY_MS = 86_400_000


def report(case: Case, words: Words, *, ours: bool) -> tuple[str, ui.View]:
    """A reported post, in the moderators' place."""
    where = link(case.guild, case.room, case.message)
    lines = [words("mod-reported", count=case.reports, link=where, reasons=_reasons(case, words))]
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


def tools(looked: Looked, words: Words, reason: str | None = None) -> tuple[str, ui.View]:
    """What can be done about one post; above it what it said, where that is kept, and what people said about it."""
    face = ui.View(timeout=None)
    add_tools(face, looked.message, words, reason=reason)
    case, lines = looked.case, list[str]()
    if case is not None:
        where = link(case.guild, case.room, case.message)
        lines.append(words("mod-reported", count=case.reports, link=where, reasons=_reasons(case, words)))
        if not case.reviewed:
            face.add_item(_button(words("mod-keep"), f"mod:keep:{case.message}", row=3))
    if looked.hidden:
        face.add_item(_button(words("mod-show"), f"mod:show:{looked.message}", row=3))
    if looked.lock is not None:
        face.add_item(_button(words("mod-unlock"), f"mod:undo:{looked.lock}", row=3))
    if looked.post:
        lines.append(words("mod-words-post", words=quoted(looked.post)))
    lines += [words("mod-words-report", words=escape(one)) for one in looked.reports]
    last = words("mod-tools", reason=words(f"mod-read-{reason or REASONS[0]}"))
    above = _cut("\n".join(lines), MESSAGE_MAX - len(last) - 1)
    return f"{above}\n{last}".strip(), face


def quoted(text: str) -> str:
    """Each line behind a bar, so that it is seen whose words these are."""
    return "\n".join(f"> {line}" for line in text.splitlines())


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _reasons(case: Case, words: Words) -> str:
    return ", ".join(
        words("mod-report-reason", reason=words(f"mod-reason-{reason}"), count=count)
        for reason, count in case.reasons.items()
    )


def muted(done: Outcome, order: Order, days: int, words: Words, *, why: str | None = None) -> tuple[str, ui.View]:
    """Key message 10 of INTERFACE. `why`: the right without which their posts stay in sight for now."""
    text = words(
        "mod-muted", until=_day(done.until_ms or 0), hidden=0 if why else done.hidden,
        reason=words(f"mod-read-{order.reason}"),
    )  # fmt: skip
    if why is not None:
        text += "\n" + words("mod-mute-waits", why=why)
    face = undo(done.act, words)
    for other in DAYS:
        if other != days:
            label = words("mod-days", count=other)
            face.add_item(_button(label, f"mod:mute{other}:{order.message}:{order.reason}"))
    return text, face


def hidden(done: Outcome, order: Order, words: Words, *, why: str | None = None) -> tuple[str, ui.View]:
    """`why`: the right without which it stays in sight for now."""
    reason = words(f"mod-read-{order.reason}")
    if why is not None:
        return words("mod-hide-waits", why=why, reason=reason), undo(done.act, words)
    return words("mod-hidden", count=done.hidden, reason=reason), undo(done.act, words)


def undo(act: int, words: Words) -> ui.View:
    face = ui.View(timeout=None)
    face.add_item(_button(words("mod-undo"), f"mod:undo:{act}"))
    return face


def braked(done: Outcome, words: Words) -> tuple[str, ui.View]:
    if done.until_ms is None:
        return words("mod-brake-off"), undo(done.act, words)
    return words("mod-braked", until=_day(done.until_ms)), undo(done.act, words)


def taken_back(done: Outcome, words: Words) -> str:
    """*Undo*: what is so again."""
    if done.braked_ms is not None:
        return words("mod-brake-again", until=_day(done.braked_ms))
    return words("mod-undone", count=done.hidden)


def said(post: str | None, reports: Sequence[str], words: Words) -> str:
    """What a reported post said, and what people said about it."""
    lines = [words("mod-words-post", words=quoted(post)) if post else words("mod-words-none")]
    lines += [words("mod-words-report", words=escape(one)) for one in reports]
    return _cut("\n".join(lines), MESSAGE_MAX)


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


def about_bot_form(words: Words) -> ui.Modal:
    """*It is about this bot*: words for whoever runs it."""
    form = ui.Modal(title=words("form-about-bot"), custom_id="mod:operator")
    field = ui.TextInput[ui.Modal](
        custom_id="words", style=discord.TextStyle.paragraph, max_length=ABOUT_BOT_MAX, min_length=1
    )
    described = words("form-about-bot-words.description")
    form.add_item(ui.Label(text=words("form-about-bot-words"), description=described, component=field))
    return form


def how_to_report(about: str, reason: str, words: Words, *, reaches_operator: bool) -> tuple[str, ui.View]:
    """`/report` without a link: what somebody wrote already is given back to them."""
    text, face = words("report-how"), ui.View(timeout=None)
    if reason:
        text += "\n" + words("report-yours", words=escape(reason[:REPORT_WORDS_MAX]))
    if reaches_operator:
        face.add_item(_button(words("report-about-bot"), "mod:operator"))
    if about:
        text += "\n" + words("report-bot", about=about)
    return text, face


def for_operator(said: str, mark: str, words: Words) -> tuple[str, ui.View]:
    """What somebody told whoever runs the bot. The button does nothing: by it the message is known again."""
    face = ui.View(timeout=None)
    face.add_item(ui.Button(label=words("report-bot-unnamed"), custom_id=mark, disabled=True))
    return _cut(words("report-bot-came", words=quoted(escape(said))), MESSAGE_MAX), face


def reach_form(message: str, reason: Reason, words: Words) -> ui.Modal:
    """*Reach out*, about the post at `message`."""
    form = ui.Modal(title=words("form-reach"), custom_id=f"mod:reach:{message}:{reason}")
    field = ui.TextInput[ui.Modal](
        custom_id="text", style=discord.TextStyle.paragraph, max_length=REACH_WORDS_MAX, min_length=1
    )
    described = words("form-reach-words.description")
    form.add_item(ui.Label(text=words("form-reach-words"), description=described, component=field))
    return form


def mutes(held: Sequence[Mute], page: int, many: int, words: Words) -> tuple[str, ui.View]:
    """Links and dates, never people; `many` hold in all, `held` are those of this page."""
    face = ui.View(timeout=None)
    if not held:
        return words("mod-mutes-empty"), face
    lines = [words("mod-mutes-head", count=many)]
    for place, one in enumerate(held):
        number = page * MUTES_SHOWN + place + 1
        where = link(one.guild, one.room, one.message) if one.room and one.message else words("mod-mutes-named")
        until = _day(int(one.until.timestamp() * 1000))
        said = words("mod-mutes-one", link=where, until=until, reason=words(f"mod-read-{one.reason}"))
        lines.append(f"{number}. {said}")
        face.add_item(_button(words("mod-mutes-lift", number=number), f"mod:undo:{one.act}", row=place // 4))
    if page > 0:
        face.add_item(_button(words("mod-mutes-before"), f"mod:mutes:{page - 1}", row=2))
    if many > (page + 1) * MUTES_SHOWN:
        face.add_item(_button(words("mod-mutes-more"), f"mod:mutes:{page + 1}", row=2))
    return "\n".join(lines), face


def log(entries: Sequence[Entry], page: int, now_ms: int, words: Words) -> tuple[str, ui.View]:
    """Who did what, newest first; one more than LOG_SHOWN means that there are older ones."""
    face = ui.View(timeout=None)
    if not entries:
        return words("mod-log-empty"), face
    lines = [words("mod-log-head")]
    for place, one in enumerate(entries[:LOG_SHOWN]):
        number = page * LOG_SHOWN + place + 1
        lines.append(f"{number}. {_log_line(one, words)}")
        if _can_be_taken_back(one, now_ms):
            face.add_item(_button(words("mod-log-take-back", number=number), f"mod:undo:{one.id}", row=place // 4))
    if page > 0:
        face.add_item(_button(words("mod-log-newer"), f"mod:log:{page - 1}", row=2))
    if len(entries) > LOG_SHOWN:
        face.add_item(_button(words("mod-log-older"), f"mod:log:{page + 1}", row=2))
    return "\n".join(lines), face


def _can_be_taken_back(entry: Entry, now_ms: int) -> bool:
    """As far as the log tells; a mute or brake may be over all the same."""
    kept = now_ms - entry.at_ms <= HIDDEN_KEPT.days * _DAY_MS
    if entry.done.act == Act.BRAKE_OFF and entry.done.was is None:
        return False
    return not entry.undone and entry.done.act in TAKEN_BACK and (kept or entry.done.act not in HIDES)


def _log_line(entry: Entry, words: Words) -> str:
    done = entry.done
    by_reports = done.act == Act.HIDDEN_BY_REPORTS
    who = f"<@{done.moderator}>" if done.moderator is not None else words("mod-log-nobody")
    about = link(done.guild, done.room, done.message) if done.room and done.message else ""
    line = words(
        "mod-log-one", when=f"<t:{entry.at_ms // 1000}:R>", who=words("mod-log-several") if by_reports else who,
        what=_what(done.act, done.reason, words), about=about, why=_why(done.act, done.reason, words),
    )  # fmt: skip
    return f"~~{line}~~" if entry.undone else line


def _what(act: str, reason: str | None, words: Words) -> str:
    if act == Act.HIDDEN_BY_REPORTS:
        return words("mod-log-hide")
    if act == Act.UNDO:
        return words("mod-log-undo", what=words(f"mod-log-{reason}") if reason else "")
    return words(f"mod-log-{act}")


def _why(act: str, reason: str | None, words: Words) -> str:
    return words(f"mod-read-{reason}") if act in REASONED and reason in set(Reason) else ""


def link(guild: GuildId, room: int, message: int) -> str:
    """The address of a message (documentation, message formatting)."""
    return f"https://discord.com/channels/{guild}/{room}/{message}"


def _day(ms: int) -> str:
    """A time that everybody reads in their own zone (documentation, timestamp styles)."""
    return f"<t:{ms // 1000}:f>"


def _button(label: str, custom_id: str, row: int | None = None) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=custom_id, row=row)
