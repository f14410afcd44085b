"""What Discord says about moderation: commands, menus, and what anybody presses to report."""

import discord
from discord import ui

from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MessageId
from bot.screening.escape import escape
from bot.ui.commands import Menu, Slash
from bot.ui.groups import Groups
from bot.ui.held import Text
from bot.ui.moderator import moderator_of, seems_moderator
from bot.ui.press import Press
from cogs.moderation.cards import board, posts
from cogs.moderation.model import REPORT_WORDS_MAX, Operator, Place, Reported, place_of, reason_of
from cogs.moderation.service.desk import Desk
from cogs.moderation.service.moderating import Moderating
from cogs.moderation.service.reporting import Reporting

MODERATORS = discord.Permissions(moderate_members=True)


class ModCog:
    """Receives; the services decide."""

    def __init__(
        self, moderating: Moderating, reporting: Reporting, desk: Desk, groups: Groups, operator: Operator
    ) -> None:
        self._moderating = moderating
        self._reporting = reporting
        self._desk = desk
        self._groups = groups
        self._operator = operator

    def slashes(self) -> list[Slash]:
        return [
            Slash(("report",), self.report),
            Slash(("mod", "board"), self.board, permission=MODERATORS),
            Slash(("mod", "mutes"), self.mutes, permission=MODERATORS),
            Slash(("mod", "log"), self.log, permission=MODERATORS),
            Slash(("mod", "brake"), self.brake, permission=MODERATORS),
        ]

    def menus(self) -> list[Menu]:
        return [Menu("menu-report", discord.Message, self.report_message, opens_form=True)]

    # --- reports ----------------------------------------------------------------------------------------------------

    async def report(self, press: Press, link: str | None = None, reason: str | None = None) -> None:
        """`/report`; without a link it says how else."""
        guild = _guild(press)
        if link is None:
            reaches = self._operator.channel is not None
            await press.say(
                *posts.how_to_report(self._operator.contact, reason or "", press.words, reaches_operator=reaches)
            )
            return
        place = place_of(link)
        if place is None or place.guild != guild:
            raise Refusal("report-no-link", words=escape((reason or "")[:REPORT_WORDS_MAX]), given=int(bool(reason)))
        await self._report(press, place, "rules", reason or "")

    async def report_message(self, press: Press, message: discord.Message) -> None:
        """The menu *Report*: a form, or for a moderator what can be done."""
        _guild(press)
        await self._open(press, ChannelId(message.channel.id), MessageId(message.id))

    async def report_button(self, press: Press) -> None:
        """*Report* behind ⋯."""
        _guild(press)
        await self._open(press, press.channel or ChannelId(0), MessageId(int(press.args[0])))

    async def _open(self, press: Press, room: ChannelId, message: MessageId) -> None:
        if await seems_moderator(press, self._reporting.rows, otherwise=False):
            # this way may open a form and is never held by itself
            await press.hold()
            looked = await self._reporting.look(_guild(press), message)
            await press.say(*posts.tools(looked, press.words))
        else:
            await press.form(posts.report_form(room, message, press.words))

    def text(self) -> Text:
        """What somebody says of a post."""
        return Text("mod:report", "words", _report_form, self.reported, args=2, straight=True)

    async def reported(self, press: Press) -> None:
        """The form came back."""
        room, message = ChannelId(int(press.args[0])), MessageId(int(press.args[1]))
        place = Place(_guild(press), room, message)
        await self._report(press, place, press.one("reason"), press.one("words"))

    async def _report(self, press: Press, place: Place, reason: str, words: str) -> None:
        needed = (await self._groups.of(press)).rules.reports_that_hide
        done = await self._reporting.report(place, press.member, reason_of(reason), words, needed=needed)
        await press.say(press.words(_said(done)))

    # --- for moderators ---------------------------------------------------------------------------------------------

    async def board(self, press: Press) -> None:
        """`/mod board`: what waits, the longest first."""
        guild = await moderator_of(press, self._moderating.rows)
        await press.say(face=board.board(await self._desk.overview(guild), press.words))

    async def mutes(self, press: Press) -> None:
        """`/mod mutes`: links and dates, never people."""
        guild = await moderator_of(press, self._moderating.rows)
        held, many = await self._reporting.mutes(guild)
        await press.say(*posts.mutes(held, 0, many, press.words))

    async def log(self, press: Press) -> None:
        """`/mod log`: what moderators did lately."""
        guild = await moderator_of(press, self._moderating.rows)
        entries, now_ms = await self._reporting.log(guild)
        await press.say(*posts.log(entries, 0, now_ms, press.words))

    async def brake(self, press: Press, minutes: int) -> None:
        """`/mod brake`: posting without a name rests; 0 ends it."""
        guild = await moderator_of(press, self._moderating.rows)
        done = await self._moderating.brake(guild, press.member, minutes)
        text, face = posts.braked(done, press.words)
        await press.say(text, face)


def _report_form(press: Press) -> ui.Modal:
    return posts.report_form(ChannelId(int(press.args[0])), MessageId(int(press.args[1])), press.words)


def _guild(press: Press) -> GuildId:
    if press.guild is None:
        raise Refusal("only-in-server")
    return press.guild


def _said(done: Reported) -> str:
    if not done.new:
        return "report-before"
    return "report-hidden" if done.hidden else "report-taken"
