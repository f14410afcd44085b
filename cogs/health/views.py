"""What a moderator presses on the panel. Everything is asked anew: a panel that is a day old shows today."""

import io
from collections.abc import Callable, Sequence
from typing import TypeVar
from zoneinfo import available_timezones

import discord
from babel.core import get_global

from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.domain.ports import AfterwardFigures, BoardItem, Circle, CircleDirectory, ListeningCover, OnBoard
from bot.feature import Ask
from bot.pictures.pool import PictureFailed, Pictures
from bot.ui.moderator import moderator_of
from bot.ui.press import Press
from cogs.health import cards, pictures
from cogs.health.model.panel import Page, Shown
from cogs.health.model.work import WINDOWS
from cogs.health.service.looking import Looking, hours_east

ALT_MAX = 1_024
"""An attachment's description (documentation, message create: attachments)."""
OF_A_CIRCLE = {Page.ANSWERS, Page.HOURS}
"""Pages that can be of one circle only."""
D = TypeVar("D")


class HealthViews:
    """`/mod health` and its buttons."""

    def __init__(self, looking: Looking, drawn: Pictures, ask: Ask) -> None:
        self._looking = looking
        self._pictures = drawn
        self._ask = ask

    async def page(self, press: Press) -> None:
        """A button of the panel. Raises Refusal for whoever does not moderate."""
        guild = await moderator_of(press, self._looking.rows)
        named, weeks, circle = (*press.args, "", "", "")[:3]
        page = Page(named) if named in set(Page) else Page.BOARD
        window = int(weeks) if weeks.isdecimal() and int(weeks) in WINDOWS else WINDOWS[0]
        await self.show(press, guild, page, window, int(circle) if circle.isdecimal() and int(circle) else None)

    async def show(self, press: Press, guild: GuildId, page: Page, weeks: int, circle: int | None) -> None:
        """One page: its words, its picture, its buttons."""
        ours = next((one for one in await self.circles(guild) if one.number == circle), None) if circle else None
        of_one = ours.number if ours and page in OF_A_CIRCLE else None
        shown = await self._looking.shown(guild, weeks, of_one)
        if page not in shown.pages:
            page = Page.BOARD
        items = [item for one in self._ask(OnBoard) for item in await one.board(guild)] if page is Page.BOARD else []
        items.sort(key=lambda item: item.since_ms)
        text, files = await self._content(press, guild, page, shown, items)
        for one in self._ask(AfterwardFigures) if page is Page.ANSWERS and ours is None else ():
            text += cards.afterwards(await one.afterwards(guild, shown.weeks), press.words)
        if ours is not None and page in OF_A_CIRCLE:
            text = press.words("health-of-circle", circle=ours.name) + "\n" + text
        face = cards.buttons(shown, page, ours.number if ours else None, items, press.words)
        await press.replace(text, face, files)

    async def _content(
        self, press: Press, guild: GuildId, page: Page, shown: Shown, items: Sequence[BoardItem]
    ) -> tuple[str, list[discord.File]]:
        words = press.words
        if page is Page.ANSWERS:
            text = cards.answers(shown, words)
            return text, await self._drawn(pictures.draw_answers, cards.answers_picture(shown, words), text)
        if page is Page.HOURS:
            zone = zone_of((await self._looking.channels(guild)).country)
            east, cover = hours_east(zone, self._looking.now()), await self._cover(guild, zone)
            text = cards.hours(shown, cover, east, zone or "UTC", words)
            return text, await self._drawn(pictures.draw_hours, cards.hours_picture(shown, cover, east, words), text)
        if page is Page.MUTUAL:
            text = cards.mutual(shown, words)
            return text, await self._drawn(pictures.draw_mutual, cards.mutual_picture(shown, words), text)
        if page is Page.CIRCLES:
            return cards.circles(await self.circles(guild), words), []
        listening = [await one.now(guild) for one in self._ask(ListeningCover)]
        return cards.board(shown, items, sum(listening) if listening else None, words), []

    async def circles(self, guild: GuildId) -> list[Circle]:
        """Those of the server."""
        return [circle for one in self._ask(CircleDirectory) for circle in await one.circles(guild)]

    async def _cover(self, guild: GuildId, zone: str | None) -> list[int]:
        """How many listen in each hour of a day in that zone, midnight first."""
        now = self._looking.now()
        first = (now.hour + hours_east(zone, now)) % 24
        by_hour = [0] * 24
        for one in self._ask(ListeningCover):
            for later, count in enumerate(await one.by_hour(guild)):
                by_hour[(first + later) % 24] += count
        return by_hour

    async def _drawn(self, function: Callable[[D], bytes], data: D | None, text: str) -> list[discord.File]:
        """None where there is nothing to draw, or it could not be drawn: the words say the same."""
        if data is None:
            return []
        try:
            png = await self._pictures.draw(function, data)
        except PictureFailed:
            return []
        # read aloud: without the signs that make it bold
        alt = text.replace("*", "").replace("`", "")
        return [discord.File(io.BytesIO(png), filename="health.png", description=alt[:ALT_MAX])]


def zone_of(country: str | None) -> str | None:
    """A country's first zone in CLDR, None where it is not known: good enough for the hours of a picture."""
    if country is None:
        return None
    zones = get_global("territory_zones").get(country.upper(), ())
    return next((zone for zone in zones if zone in available_timezones()), None)


def complete_circle(circles: Sequence[Circle], typed: str) -> list[discord.app_commands.Choice[str]]:
    """Circles with what is typed in their names."""
    wanted = typed.casefold()
    found = [one for one in circles if wanted in one.name.casefold()]
    return [discord.app_commands.Choice(name=one.name[:100], value=str(one.number)) for one in found[:25]]


def circle_of(circles: Sequence[Circle], given: str | None) -> int | None:
    """The number of a circle as it was chosen or typed. Raises Refusal for one that there is not."""
    if not given:
        return None
    wanted = given.strip().casefold()
    for one in circles:
        if wanted in {str(one.number), one.name.casefold()}:
            return one.number
    raise Refusal("health-no-circle")
