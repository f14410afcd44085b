"""What the doctor's findings look like: values and words in, components out."""

from typing import Any

import discord
from discord import ui

from bot.domain.errors import THREADS_FULL
from bot.domain.ids import ChannelId
from bot.screening.escape import escape
from bot.text.catalogue import Words
from cogs.doctor.model import Finding, Report

GRAVE, MILD = discord.Colour(0xD9534F), discord.Colour(0xE0A93B)
RED, YELLOW = "🔴", "🟡"
MEANT_SHOWN = 10


def page(report: Report, number: int, words: Words) -> ui.LayoutView:
    """A page of findings, each with what can be done about it."""
    number = report.nearest(number)
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(_head(report, words)))
    for finding in report.page(number):
        face.add_item(_one(finding, number, words))
    row = ui.ActionRow[ui.LayoutView]()
    if len(report.shown) != 1:
        row.add_item(_button(words("doctor-again-all"), f"doctor:again:{number}:all"))
    if number > 0:
        row.add_item(_button(words("doctor-back"), f"doctor:page:{number - 1}"))
    if number + 1 < report.pages:
        row.add_item(_button(words("doctor-more"), f"doctor:page:{number + 1}"))
    if report.meant:
        row.add_item(_button(words("doctor-meant-list", count=len(report.meant)), "doctor:aside:0"))
    if row.children:
        face.add_item(row)
    return face


def _head(report: Report, words: Words) -> str:
    grave = sum(finding.grave for finding in report.shown)
    if not report.shown:
        head = words("doctor-well")
    else:
        head = words("doctor-head", grave=grave, mild=len(report.shown) - grave)
    if report.pages > 1:
        head += f" {words('doctor-pages', pages=report.pages)}"
    if report.about is not None:
        head += f"\n-# {words('doctor-about', count=report.about)}"
    return head


def _one(finding: Finding, number: int, words: Words) -> ui.Container[ui.LayoutView]:
    row = ui.ActionRow[ui.LayoutView]()
    if finding.mendable:
        mend = _button(words("doctor-mend"), f"doctor:mend:{number}:{finding.key}", style=discord.ButtonStyle.primary)
        row.add_item(mend)
    row.add_item(_button(words("doctor-again"), f"doctor:again:{number}:{finding.key}"))
    if not finding.grave:
        row.add_item(_button(words("doctor-meant"), f"doctor:meant:{number}:{finding.key}"))
    text = ui.TextDisplay[ui.LayoutView](said(finding, words))
    return ui.Container(text, row, accent_colour=GRAVE if finding.grave else MILD)


def said(finding: Finding, words: Words) -> str:
    """What is so, what it means, and the taps that mend it."""
    return f"{RED if finding.grave else YELLOW} {_sentence(finding, words)}"


def _sentence(finding: Finding, words: Words) -> str:
    args = {key: escape(value) if key in {"role", "bot"} else value for key, value in _texts(finding.args)}
    if finding.needs:
        follows = dict.fromkeys(words.find(f"{need}.so") or words("doctor-so") for need in finding.needs)
        args |= {
            "cannot": words.find(f"{finding.needs[0]}.cannot") or words(finding.needs[0]),
            "so": words("doctor-and").join(follows),
            "right": words(f"right-name-{finding.args['permission']}"),
        }
    return words(finding.text_id, **args)


def _texts(args: Any) -> list[tuple[str, Any]]:
    return list(args.items())


def put_aside(report: Report, first: int, words: Words) -> ui.LayoutView:
    """What is meant to be, each with the way back."""
    face = ui.LayoutView(timeout=None)
    shown = report.meant[first : first + MEANT_SHOWN]
    face.add_item(ui.TextDisplay(words("doctor-meant-head" if shown else "doctor-meant-none")))
    for finding in shown:
        back = _button(words("doctor-unmeant"), f"doctor:unmeant:{finding.key}")
        # its first sentence says which one it is
        headline = said(finding, words).split("\n")[0]
        face.add_item(ui.Section(ui.TextDisplay[ui.LayoutView](headline), accessory=back))
    row = ui.ActionRow[ui.LayoutView](_button(words("doctor-findings"), "doctor:page:0"))
    if first + MEANT_SHOWN < len(report.meant):
        row.add_item(_button(words("doctor-more"), f"doctor:aside:{first + MEANT_SHOWN}"))
    face.add_item(row)
    return face


def hindered(permission: str, place: ChannelId) -> tuple[str, dict[str, str | int]]:
    """(text id, its variables) of what the moderators read when the bot was refused something."""
    if permission == THREADS_FULL:
        return "doctor-told-threads", {}
    return "doctor-told", {"right": permission, "place": str(place)}


def told(text_id: str, args: dict[str, str | int], mark: str, words: Words) -> tuple[str, ui.View]:
    """The same in the moderators' place, with the way to the doctor."""
    face = ui.View(timeout=None)
    face.add_item(ui.Button(label=words("doctor-look"), custom_id=mark))
    return words(text_id, **args), face


def _button(
    label: str, custom_id: str, *, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=label, custom_id=custom_id, style=style)
