"""What a server writes down: words, help lines, cheers."""

import json
import secrets

from discord import ui

from bot.data.guilds import Resource
from bot.domain.errors import InWords
from bot.domain.ids import GuildId
from bot.screening.helplines import Helplines
from bot.text.catalogue import Words
from bot.ui.filled import as_it_stands
from bot.ui.moderator import manager_of
from bot.ui.press import Press
from cogs.setup.cards import lists as cards
from cogs.setup.cards.parts import button
from cogs.setup.model import CHEERS
from cogs.setup.service.lists import Lists
from cogs.setup.service.servers import Servers
from cogs.setup.views.asking import show


class ListViews:
    """Each method answers one command, press or form."""

    def __init__(self, lists: Lists, servers: Servers, helplines: Helplines) -> None:
        self._lists = lists
        self._servers = servers
        self._helplines = helplines

    # --- words ------------------------------------------------------------------------------------------------------

    async def words(self, press: Press) -> None:
        """`/setup words`."""
        guild = manager_of(press)
        await show(press, cards.words_here(await self._lists.words(guild), press.words))

    async def ask_words(self, press: Press) -> None:
        """*Add words*, or *Change it* with what could not be taken: opens the form."""
        manager_of(press)
        typed = await self._kept(press) or ""
        await press.form(cards.words_form(f"setup:words:{_fresh()}", typed, press.words, adds=True))

    async def ask_drop(self, press: Press) -> None:
        """*Take words out*: opens the form."""
        manager_of(press)
        await press.form(cards.words_form(f"setup:wordsdrop:{_fresh()}", "", press.words, adds=False))

    async def add_words(self, press: Press) -> None:
        """The form came back; what could not be taken is kept for half an hour."""
        guild = manager_of(press)
        change = await self._lists.add_words(guild, press.one("words"))
        refused = "\n".join(one.entry for one in change.refused)
        again = await self._lists.keep_text(refused) if refused else None
        entries = await self._lists.words(guild)
        await show(press, cards.words_here(entries, press.words, note=cards.added(change, press.words), again=again))

    async def drop_words(self, press: Press) -> None:
        """The form came back."""
        guild = manager_of(press)
        change = await self._lists.drop_words(guild, press.one("words"))
        note = press.words("setup-words-dropped", count=len(change.taken), unknown=change.known)
        await show(press, cards.words_here(await self._lists.words(guild), press.words, note=note))

    # --- help lines -------------------------------------------------------------------------------------------------

    async def resources(self, press: Press) -> None:
        """`/setup resources`."""
        guild = manager_of(press)
        await self._show_resources(press, guild, await self._lists.resources(guild))

    async def ask_line(self, press: Press) -> None:
        """*Add a line*: opens the form."""
        manager_of(press)
        given = _resource(await self._kept(press))
        await press.form(cards.resource_form(f"setup:line:{_fresh()}", given, press.words))

    async def add_line(self, press: Press) -> None:
        """The form came back."""
        guild = manager_of(press)
        given = Resource(*(press.one(name).strip() for name in ("name", "reach", "hours", "url")))
        try:
            own = await self._lists.add_resource(guild, given)
        except InWords as why:
            await self._refuse(press, why, [given.name, given.reach, given.hours, given.url], "setup:addline")
            return
        await self._show_resources(press, guild, own, press.words("setup-line-kept"))

    async def drop_line(self, press: Press) -> None:
        """One line less."""
        guild = manager_of(press)
        own = await self._lists.drop_resource(guild, press.one("values"))
        await self._show_resources(press, guild, own, press.words("setup-kept"))

    async def _show_resources(self, press: Press, guild: GuildId, own: tuple[Resource, ...], note: str = "") -> None:
        country = (await self._servers.channels(guild)).country or ""
        usual = [f"{one.name}: {one.number}" for one in self._helplines.for_country(country)]
        directory = self._helplines.directory
        lines = " · ".join([*usual, f"{directory.name}, {directory.url}"])
        await show(press, cards.resources(own, lines, press.words, note=note))

    # --- cheers -----------------------------------------------------------------------------------------------------

    async def cheers(self, press: Press) -> None:
        """The three signs."""
        guild = manager_of(press)
        await self._show_cheers(press, guild)

    async def ask_cheers(self, press: Press) -> None:
        """*Change them*: opens the form with what holds now."""
        guild = manager_of(press)
        kept = await self._kept(press)
        typed = [str(one) for one in json.loads(kept)] if kept else await self._typed(guild, press.words)
        form = cards.cheers_form(f"setup:cheers:{_fresh()}", typed[:CHEERS], typed[CHEERS], press.words)
        await press.form(form)

    async def choose_cheers(self, press: Press) -> None:
        """The form came back."""
        guild = manager_of(press)
        typed, laugh = [press.one(f"cheer{number}") for number in range(CHEERS)], press.one("laugh")
        try:
            await self._lists.choose_cheers(guild, typed, laugh)
        except InWords as why:
            await self._refuse(press, why, [*typed, laugh], "setup:setcheers")
            return
        await self._show_cheers(press, guild, press.words("setup-cheers-kept"))

    async def usual_cheers(self, press: Press) -> None:
        """*The usual ones*."""
        guild = manager_of(press)
        await self._lists.usual_cheers(guild)
        await self._show_cheers(press, guild, press.words("setup-kept"))

    async def _show_cheers(self, press: Press, guild: GuildId, note: str = "") -> None:
        own = await self._lists.cheers(guild)
        await show(press, cards.cheers(own, _usual(press.words), press.words, note=note))

    async def _typed(self, guild: GuildId, words: Words) -> list[str]:
        own = await as_it_stands(self._lists.cheers(guild))
        if own is None:
            return [*_usual(words), ""]
        laugh = " ".join(own.laugh) if own.laugh is not None else ""
        return [*(f"{emoji} {label}" for emoji, label in own.list), laugh]

    # --- what could not be taken ------------------------------------------------------------------------------------

    async def _refuse(self, press: Press, refusal: InWords, typed: list[str], custom_id: str) -> None:
        number = await self._lists.keep_text(json.dumps(typed))
        face = ui.View(timeout=None)
        face.add_item(button(press.words("setup-change-it"), f"{custom_id}:{number}"))
        await press.say(press.words(refusal.text_id, **refusal.args_for_text), face)

    async def _kept(self, press: Press) -> str | None:
        if not press.args or not press.args[0].isdecimal():
            return None
        return await as_it_stands(self._lists.kept_text(int(press.args[0])))


def _resource(kept: str | None) -> Resource:
    return Resource(*(str(one) for one in json.loads(kept))) if kept else Resource("", "")


def _usual(words: Words) -> list[str]:
    """What every server starts with, as venting calls it."""
    return [words.find(f"vent-cheer-{number}") or "" for number in range(CHEERS)]


def _fresh() -> str:
    # phones keep an old text under a form's id: each gets an id of its own
    return secrets.token_hex(4)
