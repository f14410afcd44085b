"""When it is day for a server: whom it wakes to be pinged in the room, and from when until when."""

import secrets

from bot.domain.errors import Refusal
from bot.domain.hours import CLOSES, OPENS, Hours
from bot.places.finder import Places
from bot.screening.escape import said_back
from bot.ui.filled import as_it_stands
from bot.ui.moderator import manager_of
from bot.ui.press import Press
from cogs.setup.cards import hours as cards
from cogs.setup.service.lists import Lists
from cogs.setup.views.asking import show

ZONES_NAMED = 5
HOURS_A_DAY = 24


class HoursViews:
    """Each method answers one press or form."""

    def __init__(self, lists: Lists, places: Places) -> None:
        self._lists = lists
        self._places = places

    async def ask(self, press: Press) -> None:
        """*Hours* opens its form with what holds now."""
        guild = manager_of(press)
        now = await as_it_stands(self._lists.hours(guild))
        # phones keep an old text under a form's id: each gets an id of its own
        await press.form(cards.hours_form(f"setup:hours:{secrets.token_hex(4)}", now, press.words))

    async def chosen(self, press: Press) -> None:
        """The form came back. Without a place the server goes by where most of its listeners are again."""
        guild, typed = manager_of(press), press.one("zone").strip()
        if not typed:
            await self._lists.choose_hours(guild, None)
            await show(press, cards.kept(None, press.words))
            return
        found = list(dict.fromkeys(place.zone for place in await self._places.meant(typed, press.words.locale)))
        if len(found) != 1:
            text_id = "setup-hours-several" if found else "setup-hours-unknown"
            raise Refusal(text_id, typed=said_back(typed), some=", ".join(found[:ZONES_NAMED]))
        opens, closes = _hour(press.one("opens"), OPENS), _hour(press.one("closes"), CLOSES)
        chosen = Hours(found[0], opens % HOURS_A_DAY, closes)
        await self._lists.choose_hours(guild, chosen)
        await show(press, cards.kept(chosen, press.words))


def _hour(text: str, usual: int) -> int:
    return min(max(int(text), 0), HOURS_A_DAY) if text.isdecimal() else usual
