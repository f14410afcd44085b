"""The texts of venting that pass the filter as forms: mended words, lines, answers, replies."""

from bot.ui.held import Text
from bot.ui.press import Press
from cogs.venting.cards import forms
from cogs.venting.views.answering import AnsweringViews, is_signed
from cogs.venting.views.asking import card_of, vent_of
from cogs.venting.views.owning import OwningViews
from cogs.venting.views.posting import PostingViews, edit_form

_THERE = frozenset({"line-already-there", "vent-already-there"})


def texts(posting: PostingViews, answering: AnsweringViews, owning: OwningViews) -> tuple[Text, ...]:
    """What is filled in, and what becomes of it."""
    return (
        Text("vent:edit", "text", edit_form, posting.edited, mends=True),
        Text(
            "vent:line", "line", answering.empty_line, answering.line_written, by_name=is_signed, settled=_THERE,
            with_name={"sign": ("signed",)},
        ),
        Text("vent:answer", "text", _answer, answering.answered, settled=_THERE),
        Text("vent:reply", "text", _reply, owning.replied, settled=_THERE),
    )  # fmt: skip


def _answer(press: Press) -> forms.ui.Modal:
    return forms.answer_form(card_of(press), press.words)


def _reply(press: Press) -> forms.ui.Modal:
    return forms.reply_form(vent_of(press), press.words)
