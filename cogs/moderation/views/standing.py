"""What moderators press to be written to, and what anybody presses to tell whoever runs the bot."""

import asyncio
import secrets

from discord import ui

from bot.data.unit import Rows
from bot.delivery.sender import Sender
from bot.domain.errors import CannotReach, Refusal
from bot.domain.hours import CLOSES, OPENS, Hours
from bot.domain.ids import ChannelId, GuildId
from bot.places.finder import Places
from bot.screening.escape import said_back
from bot.ui.held import Text
from bot.ui.moderator import moderator_of, seems_moderator
from bot.ui.press import Press
from cogs.moderation.cards import board, posts
from cogs.moderation.model import MUTES_SHOWN, Duty
from cogs.moderation.service.desk import Desk
from cogs.moderation.service.reporting import Reporting

LOOK_WITHIN_S = 1.0
HOURS_A_DAY = 24
ZONES_NAMED = 5
PAGES_AT_MOST = 1_000
_THERE = frozenset({"report-before"})


class StandingViews:
    """Each method answers one press or form."""

    def __init__(self, desk: Desk, reporting: Reporting, sender: Sender, places: Places) -> None:
        self._desk = desk
        self._reporting = reporting
        self._sender = sender
        self._places = places

    @property
    def _rows(self) -> Rows:
        return self._desk.rows

    async def ping_me(self, press: Press) -> None:
        """*Ping me*: the form; for whoever is on duty how it stands, and *Off*."""
        if press.guild is None or not await seems_moderator(press, self._rows, otherwise=True):
            raise Refusal("needs-moderator")
        duty = await self._duty(press, press.guild)
        if duty is None:
            # phones keep an old text under a form's id: each gets an id of its own
            await press.form(board.duty_form(press.guild, press.words, secrets.token_hex(4)))
        else:
            await press.say(*board.on_duty(duty, press.words))

    async def _duty(self, press: Press, guild: GuildId) -> Duty | None:
        try:
            async with asyncio.timeout(LOOK_WITHIN_S):
                return await self._desk.duty(guild, press.member)
        except TimeoutError:
            return None

    async def hours_chosen(self, press: Press) -> None:
        """The form came back."""
        guild = await moderator_of(press, self._rows)
        typed = press.one("zone")
        found = list(dict.fromkeys(place.zone for place in await self._places.meant(typed, press.words.locale)))
        if len(found) != 1:
            text_id = "mod-duty-zone-several" if found else "mod-duty-zone-unknown"
            raise Refusal(text_id, typed=said_back(typed), some=", ".join(found[:ZONES_NAMED]))
        opens, closes = _hour(press.one("opens"), OPENS), _hour(press.one("closes"), CLOSES)
        hours = Hours(found[0], opens % HOURS_A_DAY, closes)
        dm, trouble = await self._dm(press)
        await self._desk.begin(guild, press.member, hours, dm=dm, locale=press.words.locale)
        if trouble:
            await press.say(press.words(trouble))
        duty = await self._desk.duty(guild, press.member)
        if duty is not None:
            await press.say(*board.on_duty(duty, press.words))

    async def _dm(self, press: Press) -> tuple[ChannelId | None, str]:
        """Opened now, inside the yes; None where they are closed, and what is to be said beside that."""
        try:
            dm = await self._sender.open_dm(press.member)
            await self._sender.greet(dm, press.words("mod-duty-hello"))
        except CannotReach as closed:
            return None, closed.about_dm("")
        return dm, ""

    async def off_duty(self, press: Press) -> None:
        """*Off*, on a ping or on the screen; one's own, so it asks for no right."""
        done = await self._desk.end(GuildId(int(press.args[0])), press.member)
        await press.say(press.words("mod-is-off-duty" if done else "mod-was-off-duty"))

    async def log(self, press: Press) -> None:
        """A further page of the log."""
        guild, page = await moderator_of(press, self._rows), min(int(press.args[0]), PAGES_AT_MOST)
        entries, now_ms = await self._reporting.log(guild, page)
        await press.update(*_turned(posts.log(entries, page, now_ms, press.words)))

    async def mutes(self, press: Press) -> None:
        """A further page of who is mute; the last there is where some ended meanwhile."""
        guild, page = await moderator_of(press, self._rows), min(int(press.args[0]), PAGES_AT_MOST)
        held, many = await self._reporting.mutes(guild, page)
        if not held and many:
            page = (many - 1) // MUTES_SHOWN
            held, many = await self._reporting.mutes(guild, page)
        await press.update(*_turned(posts.mutes(held, page, many, press.words)))

    # --- about the bot itself ---------------------------------------------------------------------------------------

    async def about_bot(self, press: Press) -> None:
        """*It is about this bot* opens its form."""
        await press.form(_about_bot_form(press))

    def text(self) -> Text:
        """What somebody tells whoever runs the bot."""
        return Text("mod:operator", "words", _about_bot_form, self.told_operator, args=0, straight=True, settled=_THERE)

    async def told_operator(self, press: Press) -> None:
        """The words came back: they go to whoever runs the bot, without a name."""
        if press.guild is None:
            raise Refusal("only-in-server")
        await self._reporting.tell_operator(press.guild, press.member, press.one("words"), press=press.id)
        await press.say(press.words("report-bot-taken"))


def _about_bot_form(press: Press) -> ui.Modal:
    return posts.about_bot_form(press.words)


def _turned(said: "tuple[str, posts.Face]") -> "tuple[posts.Face, str]":
    return said[1], said[0]


def _hour(text: str, usual: int) -> int:
    return min(max(int(text), 0), HOURS_A_DAY) if text.isdecimal() else usual
