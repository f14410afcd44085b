"""What people press and fill in: on pings, on their hours, and after a day without an answer."""

import secrets
from datetime import timedelta

from bot.delivery.sender import Sender
from bot.domain.errors import CannotReach, Refusal
from bot.domain.hours import CLOSES, OPENS, Hours
from bot.domain.ids import ChannelId, GuildId, VentId
from bot.places.finder import Places, is_zone
from bot.screening.escape import said_back
from bot.ui.press import Press
from bot.ui.servers import chosen_server
from cogs.relay import cards
from cogs.relay.model.hours import MOST_A_DAY, Listener
from cogs.relay.service.listening import Wished
from cogs.relay.service.relay import Relay

HOURS_A_DAY = 24
LONGEST_PAUSE_DAYS = 366


class RelayViews:
    """Each method answers one press or form. None reads a cache: all of them work in direct messages too."""

    def __init__(self, relay: Relay, sender: Sender, places: Places) -> None:
        self._relay = relay
        self._sender = sender
        self._places = places

    # --- a ping -----------------------------------------------------------------------------------------------------

    async def take(self, press: Press) -> None:
        """*I'll write a line*."""
        clock, taken = await self._relay.asking.take(VentId(int(press.args[0])), press.member)
        text = press.words(taken, link=clock.place)
        await press.say(text, cards.way_to(clock.place, press.words))

    async def pass_on(self, press: Press) -> None:
        """*Not now*: the ping itself says that it is fine."""
        await self._relay.asking.pass_on(VentId(int(press.args[0])), press.member)
        if _is_ping(press):
            await press.update(cards.nothing(), press.words("relay-passed"))
        else:
            await press.say(press.words("relay-passed"))

    async def rest(self, press: Press) -> None:
        """*Rest until tomorrow*, *Rest until Monday*."""
        until_monday = press.args[1:] == ("monday",)
        await self._relay.listening.rest(_guild(press), press.member, until_monday=until_monday)
        await press.say(press.words("relay-resting-monday" if until_monday else "relay-resting"))

    async def stop(self, press: Press) -> None:
        """*Stop these*, on a ping or on one's hours."""
        await self._relay.listening.stop(_guild(press), press.member)
        if _is_ping(press):
            await press.update(cards.nothing(), press.words("relay-stopped"))
        else:
            await press.say(press.words("relay-stopped"))

    # --- one's hours ------------------------------------------------------------------------------------------------

    async def show(self, press: Press, guild: GuildId) -> None:
        """The one screen."""
        one = await self._relay.listening.of(guild, press.member)
        text, face = cards.hours(one, guild, self._relay.listening.now(), press.words)
        await press.say(text, face)

    async def hours(self, press: Press) -> None:
        """*Listen to someone*: the same as `/my hours`."""
        await self.show(press, _guild(press))

    async def server(self, press: Press) -> None:
        """In direct messages: which server was meant."""
        guild = chosen_server(press)
        if guild is None:
            raise Refusal("only-in-server")
        await self.show(press, guild)

    async def set(self, press: Press) -> None:
        """*Listen now and then* and *Change* open the form; waits for nothing."""
        # phones keep an old text under a form's id: each gets an id of its own
        await press.form(cards.hours_form(_guild(press), press.words, press.args[1:], secrets.token_hex(4)))

    async def filled(self, press: Press) -> None:
        """The form came back."""
        typed = press.one("zone")
        hours, most, by_dm = _hours(press), _number(press.one("most"), MOST_A_DAY, 1, MOST_A_DAY), _by_dm(press)
        found = [place.zone for place in await self._places.meant(typed, press.words.locale, patient=True)]
        if len(found) == 1:
            await self._begin(press, Hours(found[0], hours.opens, hours.closes), most, by_dm=by_dm)
            return
        text_id = "hours-zone-several" if found else "hours-zone-unknown"
        state = cards.state_of(hours, most, by_dm=by_dm)
        face = cards.which_zone(_guild(press), state, found, press.words)
        await press.say(press.words(text_id, typed=said_back(typed)), face)

    async def zone(self, press: Press) -> None:
        """One of several places was chosen."""
        opens, closes, most, way = (press.args[place] for place in range(1, 5))
        zone = press.one("values")
        if not is_zone(zone):
            raise Refusal("hours-zone-unknown", typed=said_back(zone))
        await self._begin(press, Hours(zone, int(opens), int(closes)), int(most), by_dm=way == "dm")

    async def _begin(self, press: Press, hours: Hours, most: int, *, by_dm: bool) -> None:
        """Opens the direct message now, inside the yes; where that is closed, the inbox does."""
        guild = _guild(press)
        dm, trouble = await self._dm(press) if by_dm else (None, None)
        wished = Wished(hours, most, dm, press.words.locale)
        one = await self._relay.listening.begin(guild, press.member, wished)
        if trouble is not None:
            await press.say(press.words(trouble))
        text, face = cards.hours(one, guild, self._relay.listening.now(), press.words)
        await press.say(text, face)

    async def _dm(self, press: Press) -> tuple[ChannelId | None, str | None]:
        """(where to write, what is to be said where that cannot be)"""
        try:
            return await self._sender.open_dm(press.member), None
        except CannotReach as closed:
            return None, closed.about_dm("hours-dm-closed")

    async def pause(self, press: Press) -> None:
        """For some days, or (0) until they want it again."""
        days = min(int(press.args[1]), LONGEST_PAUSE_DAYS)
        one = await self._relay.listening.pause(_guild(press), press.member, timedelta(days=days) if days else None)
        await self._changed(press, one)

    async def resume(self, press: Press) -> None:
        """*Go on*."""
        await self._changed(press, await self._relay.listening.resume(_guild(press), press.member))

    async def _changed(self, press: Press, one: Listener) -> None:
        text, face = cards.hours(one, one.guild, self._relay.listening.now(), press.words)
        await press.update(face, text)

    # --- after a day ------------------------------------------------------------------------------------------------

    async def again(self, press: Press) -> None:
        """*Show it once more*."""
        await self._relay.authors.show_again(VentId(int(press.args[0])), GuildId(int(press.args[1])), press.member)
        await press.say(press.words("relay-shown-again"))

    async def moderator(self, press: Press) -> None:
        """*Ask a moderator to answer*."""
        await self._relay.authors.ask_moderator(VentId(int(press.args[0])), GuildId(int(press.args[1])), press.member)
        await press.say(press.words("relay-moderator-asked"))


def _guild(press: Press) -> GuildId:
    """The server that the custom id names. Raises Refusal."""
    named = press.args[0] if press.args else ""
    if not named.isdecimal():
        raise Refusal("only-in-server")
    return GuildId(int(named))


def _is_ping(press: Press) -> bool:
    """Whether it was pressed on a message of its own in direct messages, not on a list or a screen."""
    message = press.interaction.message
    return message is not None and press.guild is None and not message.flags.ephemeral


def _hours(press: Press) -> Hours:
    """What was chosen; the usual where nothing was."""
    opens = _number(press.one("opens"), OPENS, 0, HOURS_A_DAY - 1)
    return Hours("", opens, _number(press.one("closes"), CLOSES, 1, HOURS_A_DAY))


def _by_dm(press: Press) -> bool:
    return press.one("where") != "inbox"


def _number(text: str, default: int, least: int, most: int) -> int:
    return min(max(int(text), least), most) if text.isdecimal() else default
