"""The card's buttons, lines and answers by others."""

from collections.abc import Awaitable

from discord import ui

from bot.data.unit import Rows
from bot.data.worker import Worker
from bot.domain.errors import Refusal
from bot.domain.groups import rules_for
from bot.domain.ids import GuildId, LineId, MessageId, VentId, random_id
from bot.domain.ports import CircleDirectory, RestOffers
from bot.feature import Ask
from bot.ui.args import chosen
from bot.ui.groups import Groups
from bot.ui.moderator import may_moderate, report_button, tools_of
from bot.ui.press import Press
from cogs.venting.cards import forms, holding, own, public
from cogs.venting.cards.parts import button, link, rows
from cogs.venting.model.line import WrittenLine
from cogs.venting.model.vent import Cheer, Standing, Vent, Writer
from cogs.venting.model.work import Work
from cogs.venting.service.vents import Vents
from cogs.venting.views.asking import (
    PassOn,
    among,
    card_of,
    circle_of,
    guild_of,
    line_of,
    name_of,
    raw_components,
    standing,
    vent_of,
    why_line_waits,
)
from cogs.venting.views.posting import settled


class AnsweringViews:
    """Anybody but the author; ⋯ finds out who presses."""

    def __init__(self, vents: Vents, worker: Worker, rows: Rows, groups: Groups, ask: Ask, *, pass_on: PassOn) -> None:
        self._vents = vents
        self._worker = worker
        self._rows = rows
        self._groups = groups
        self._ask = ask
        self._pass_on = pass_on

    async def cheer(self, press: Press) -> None:
        """One of the three; the press itself gives the card its new count."""
        number, which = vent_of(press), chosen(Cheer, press.args[1])
        cheered = await self._vents.answering.cheer(number, press.member, which)
        text = public.text_on(raw_components(press))
        shown = None
        try:
            if text is not None:
                await press.update(public.card(cheered.vent, text, press.server_words, cheered.cheers))
                shown = text
        finally:
            await self._vents.faces.look_again(cheered.vent, shown)
        await press.say(press.words(f"vent-cheer-{cheered.change}"))

    async def listen(self, press: Press) -> None:
        """`/listen`, and *See who could use a line* on one's balance."""
        if press.guild is None:
            raise Refusal("only-in-server")
        circle = await circle_of(self._ask(CircleDirectory), press.guild, press.member)
        found = await self._vents.answering.needing_a_line(press.guild, press.member, circle)
        if found:
            await press.say(face=own.needs(found, press.guild, press.words))
        else:
            await press.say(press.words("listen-none"))

    async def line(self, press: Press) -> None:
        """*Write a line* opens its form."""
        rules = among(press, await self._groups.soon(press)).rules
        await press.form(forms.line_form(vent_of(press), press.words, rules))

    def empty_line(self, press: Press) -> ui.Modal:
        """The same form, to be filled with what was written before; with a choice of names if there was one."""
        return forms.line_form(vent_of(press), press.words, rules_for(None if "sign" in press.fields else 0))

    async def line_written(self, press: Press) -> None:
        """The line came back. Who chose a made-up name is never shown with their own instead."""
        if not is_signed(press):
            await self._may_be_unsigned(press)
        vent, may = await self._there(press, vent_of(press))
        writer = Writer(press.member, name_of(press) if is_signed(press) else None, may.arrival)
        line = LineId(random_id())
        write = self._vents.answering.write_line(vent.id, line, writer, press.one("line"), press=press.id)
        await self._write(press, vent.id, line, write)

    async def _write(self, press: Press, number: VentId, line: LineId, write: Awaitable[WrittenLine]) -> None:
        """Writes, waits until it stands there, and says where; or that a moderator looks first."""
        ended = self._worker.ending(Work.SAY_LINE, str(line))
        try:
            written = await write
            if written.held:
                how_long = await self._vents.holding.how_long(guild_of(press))
                face = holding.line_waits(line, guild_of(press), press.words)
                await press.say(press.words("held-line", long=how_long), face)
                return
            await settled(ended)
        finally:
            self._worker.forget_ending(Work.SAY_LINE, str(line))
        await self._line_placed(press, number, line)

    async def sign_line(self, press: Press) -> None:
        """*Use my name* on a line that waits."""
        line, guild = line_of(press), guild_of(press)
        writer = Writer(press.member, name_of(press))
        await self._vents.holding.sign_line(line, guild, writer, press=press.id)
        await press.say(press.words("line-on-its-way"))

    async def unline(self, press: Press) -> None:
        """*Take it back*."""
        await self._vents.holding.take_line_back(line_of(press), guild_of(press), press.member)
        await press.say(press.words("line-taken-back"))

    async def answer_menu(self, press: Press, card: MessageId) -> None:
        """*Answer anonymously* opens its form; whether there is such a card is seen when it comes back."""
        await press.form(forms.answer_form(card, press.words))

    async def answered(self, press: Press) -> None:
        """The answer came back."""
        found = await self._vents.course.at_message(card_of(press))
        if found is None:
            raise Refusal("answer-not-here")
        vent, may = await self._there(press, found.id)
        signs = is_answer_signed(press)
        if not signs:
            await self._may_be_unsigned(press)
        line, writer = LineId(random_id()), Writer(press.member, name_of(press) if signs else None, may.arrival)
        answer = self._vents.answering.answer(vent.id, line, writer, press.one("text"), press=press.id)
        await self._write(press, vent.id, line, answer)

    async def _may_be_unsigned(self, press: Press) -> None:
        """Raises Refusal where so few are here that a made-up name would hide nobody (SPEC 4.12)."""
        if not (await self._groups.of(press)).rules.lines_may_be_unsigned:
            raise Refusal("unnamed-few-here")

    async def _there(self, press: Press, number: VentId) -> tuple[Vent, Standing]:
        vent = await self._vents.course.look(number)
        if vent is None:
            raise Refusal("vent-gone")
        return vent, standing(press, vent.room)

    async def _line_placed(self, press: Press, number: VentId, line: LineId) -> None:
        there, message = await self._vents.answering.line_place(line)
        vent = await self._vents.course.look(number)
        if not there or vent is None:
            raise Refusal("line-thread-gone")
        if message is None or vent.thread is None:
            why = why_line_waits(press, vent.room)
            await press.say(press.words("line-waits", why=why) if why else press.words("line-on-its-way"))
        else:
            await press.say(press.words("line-written", link=link(vent.guild, vent.thread, message)))
        await self._offer_rest(press, vent.guild)

    async def _offer_rest(self, press: Press, guild: GuildId) -> None:
        """Who has written a good deal is offered a rest, never made to take it."""
        offers = [await one.wrote_once_more(guild, press.member) for one in self._ask(RestOffers)]
        if any(offers):
            face = rows(button(press.words("relay-rest"), f"relay:rest:{guild}"))
            await press.say(press.words("relay-rest-offer"), face)

    async def more(self, press: Press) -> None:
        """⋯ on the card."""
        number = vent_of(press)
        vent = await self._vents.course.look(number)
        if vent is None:
            raise Refusal("vent-gone")
        if await self._vents.owning.is_own(number, press.member):
            await press.say(press.words("vent-more-own"), own.more(vent, press.words, here=press.guild is not None))
        elif vent.message is not None:
            await self._more_of(press, vent.message)

    async def _more_of(self, press: Press, message: MessageId) -> None:
        """For everybody *Report*; for moderators what *Report* and *Look at it* show them, too."""
        if await may_moderate(press, self._rows):
            await self._pass_on(press, tools_of(message))
            return
        face = ui.View(timeout=None)
        face.add_item(report_button(message, press.words))
        await press.say(press.words("vent-more-other"), face)

    async def said(self, press: Press) -> None:
        """⋯ on a line."""
        number = VentId(int(press.args[1]))
        if not await self._vents.owning.is_own(number, press.member):
            if press.message is not None:
                await self._more_of(press, press.message)
            return
        vent, _ = await self._there(press, number)
        _, line = await self._vents.owning.line_under(line_of(press), vent.guild, press.member)
        await press.say(press.words("line-more-own"), own.line_tools(line, press.words))


def is_answer_signed(press: Press) -> bool:
    """Answers have no choice of names: only *Use my name*, where they were refused without one, puts it there."""
    return press.one("sign") == "signed"


def is_signed(press: Press) -> bool:
    """Whether a line is to stand under its writer's name; where there was no choice, it is."""
    return press.one("sign") != "unsigned"
