"""What people press and fill in on the care line: those who ask, and moderators."""

import asyncio
import contextlib

import aiohttp
import discord
from discord import ui

from bot.data.guilds import HelpHere
from bot.delivery.questions import Questions
from bot.domain.errors import InWords, Refusal
from bot.domain.ids import GuildId
from bot.screening.crisis import signals
from bot.screening.helplines import Helplines
from bot.ui.held import Text
from bot.ui.moderator import NOT_THEIRS, moderator_of
from bot.ui.press import Press
from cogs.care import cards
from cogs.care.model import WayBack
from cogs.care.service.answering import Answering
from cogs.care.service.asking import Asking

LOOK_WITHIN_S = 1.0
"""A form must open within Discord's 3 s."""
_THERE = frozenset({"care-already-there"})


class CareViews:
    """Each method answers one press or form."""

    def __init__(self, asking: Asking, answering: Answering, helplines: Helplines, questions: Questions) -> None:
        self._asking = asking
        self._answering = answering
        self._helplines = helplines
        self._questions = questions

    # --- the one who asks -------------------------------------------------------------------------------------------

    async def care(self, press: Press) -> None:
        """`/care`: the lines first, then one's open talks."""
        guild = _guild(press)
        here = await self._asking.help_here(guild)
        countries = None if here.country or here.own else cards.ask_country(self._helplines, press.words)
        await press.say(*cards.care(cards.help_lines(self._helplines, here, press.words), press.words, countries))
        for conversation in await self._asking.talks(guild, press.member):
            await press.say(*cards.talk(conversation, press.words))

    async def country(self, press: Press) -> None:
        """*Where are you?*: the lines of that country, and nobody keeps the answer."""
        here = HelpHere(press.one("values"))
        await press.say(cards.help_lines(self._helplines, here, press.words))

    async def ask(self, press: Press) -> None:
        """*Talk to a moderator, unnamed*: one tap, and the wish is on its way."""
        guild = _guild(press)
        line = cards.first_line(self._helplines, await self._asking.help_here(guild), press.words)
        server = press.interaction.guild
        owns = server is not None and server.owner_id == press.member
        try:
            asked = await self._asking.ask(guild, press.member, _way_back(press), owns_server=owns)
        except InWords as why:
            # whoever asked for a person leaves with at least one way to reach one
            await press.say(press.words(why.text_id, **why.args_for_text) + "\n" + line)
            return
        await press.say(*cards.asked(asked, line, press.words))

    async def reply(self, press: Press) -> None:
        """*Answer*, *Say a little more*: opens its form."""
        await press.form(_reply_form(press))

    def reply_text(self) -> Text:
        """What is said to moderators."""
        return Text("care:reply", "text", _reply_form, self.replied, straight=True, settled=_THERE)

    def answer_text(self) -> Text:
        """What a moderator answers; from the board and the inbox about the talk as such, so with one part less."""
        return Text(
            "care:answer", "text", _answer_form, self.answered, args=2, straight=True, settled=_THERE | NOT_THEIRS
        )

    async def replied(self, press: Press) -> None:
        """The words came back."""
        conversation = await self._asking.write(
            int(press.args[0]), press.member, press.one("text"), _way_back(press), press=press.id
        )
        line = await self._beside(conversation.talk.guild, press)
        text, face = cards.talk(conversation, press.words, line)
        await press.say(text, face)

    async def _beside(self, guild: GuildId, press: Press) -> str | None:
        """A number to ring, where the words can mean danger. What is said to moderators is never held for it."""
        if not signals(press.one("text")):
            return None
        return cards.first_line(self._helplines, await self._asking.help_here(guild), press.words)

    async def close(self, press: Press) -> None:
        """*Close* and *Never mind*."""
        closed = await self._asking.close(int(press.args[0]), press.member)
        await press.say(press.words("care-closed-by-you" if closed else "care-over"))

    async def block(self, press: Press) -> None:
        """*Block*: no moderator reaches this person without a name, until they ask again."""
        await self._asking.block(int(press.args[0]), press.member)
        await press.say(press.words("care-blocked"))

    # --- moderators -------------------------------------------------------------------------------------------------

    async def answer(self, press: Press) -> None:
        """*Answer* opens its form."""
        try:
            async with asyncio.timeout(LOOK_WITHIN_S):
                await self._moderated(press)
        except (TimeoutError, discord.HTTPException, aiohttp.ClientError):
            pass  # it is asked again when the form comes back
        await press.form(_answer_form(press))

    async def answered(self, press: Press) -> None:
        """A moderator's words came back; the message in their place shows that somebody has answered."""
        guild = await self._moderated(press)
        number, text = int(press.args[0]), press.one("text")
        await self._answering.answer(number, guild, press.member, text, press=press.id)
        await _mark(press, "care-mod-answered", closed=False)
        await press.say(press.words("care-passed-on"))

    async def shut(self, press: Press) -> None:
        """*Close*, by a moderator."""
        guild = await self._moderated(press)
        closed = await self._answering.close(int(press.args[0]), guild, press.member)
        await _mark(press, "care-mod-closed", closed=True)
        await press.say(press.words("care-shut" if closed else "care-over"))

    async def _moderated(self, press: Press) -> GuildId:
        """The server, if this person moderates it. Raises Refusal.

        Whoever owns one without a moderators' place is asked by direct message: there the talk says which it is.
        """
        if press.guild is not None:
            return await moderator_of(press, self._answering.rows)
        guild, named = await self._answering.server_of(int(press.args[0]))
        if not await self._questions.moderates(guild, press.member, named):
            raise Refusal("needs-moderator")
        return guild


def _reply_form(press: Press) -> ui.Modal:
    words, custom_id = press.words, f"care:reply:{int(press.args[0])}"
    return cards.form(
        words("care-form-reply"), words("care-form-text"), custom_id, words("care-form-reply.description")
    )


def _answer_form(press: Press) -> ui.Modal:
    words, custom_id = press.words, ":".join(["care:answer", *press.args])
    return cards.form(
        words("care-form-answer"), words("care-form-text"), custom_id, words("care-form-answer.description")
    )


def _guild(press: Press) -> GuildId:
    if press.guild is None:
        raise Refusal("only-in-server")
    return press.guild


async def _mark(press: Press, text_id: str, *, closed: bool) -> None:
    """The message in the moderators' place shows how it stands; elsewhere (board, inbox) nothing changes."""
    message = press.interaction.message
    # below *Change it* the words come back from a screen of one's own
    if message is None or len(press.args) < 2 or message.flags.ephemeral:
        return
    face = ui.View(timeout=None)
    if not closed:
        face = cards.call_buttons(int(press.args[0]), int(press.args[1]), press.server_words)
    # it may have been deleted by hand meanwhile; what was done stands, and is said
    with contextlib.suppress(discord.NotFound):
        await press.update(face, cards.marked(message.content, press.server_words(text_id)))


def _way_back(press: Press) -> WayBack:
    of = press.interaction
    return WayBack(of.application_id, of.token, str(of.locale))
