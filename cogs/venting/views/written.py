"""The texts of venting that pass the filter as forms: mended words, lines, answers, replies."""

from bot.domain.ids import GuildId
from bot.ui.held import Text
from bot.ui.press import Press
from cogs.venting.cards import forms
from cogs.venting.views.answering import AnsweringViews, is_answer_signed, is_signed
from cogs.venting.views.asking import card_of, guild_of, vent_of
from cogs.venting.views.owning import OwningViews
from cogs.venting.views.posting import PostingViews, edit_form

_THERE = frozenset({"line-already-there", "vent-already-there"})


def texts(posting: PostingViews, answering: AnsweringViews, owning: OwningViews) -> tuple[Text, ...]:
    """What is filled in, and what becomes of it."""
    return (
        Text("vent:edit", "text", edit_form, posting.edited, args=2, mends=True, server=_server),
        Text(
            "vent:line", "line", answering.empty_line, answering.line_written, by_name=is_signed, settled=_THERE,
            with_name={"sign": ("signed",)},
        ),
        Text(
            "vent:answer", "text", _answer, answering.answered, by_name=is_answer_signed, settled=_THERE,
            with_name={"sign": ("signed",)},
        ),
        Text("vent:reply", "text", _reply, owning.replied, settled=_THERE),
    )  # fmt: skip


async def _server(press: Press) -> GuildId:
    return guild_of(press)


def _answer(press: Press) -> forms.ui.Modal:
    return forms.answer_form(card_of(press), press.words)


def _reply(press: Press) -> forms.ui.Modal:
    return forms.reply_form(vent_of(press), press.words)
