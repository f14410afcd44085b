"""What people press on their own page."""

import asyncio
import io
from collections.abc import Awaitable, Callable, Sequence

import discord

from bot.data.inbox import Inbox
from bot.data.people import TELL
from bot.data.worker import Worker
from bot.delivery.sender import Sender
from bot.domain.errors import CannotReach, Refusal
from bot.domain.ids import GuildId, random_id
from bot.screening.escape import escape
from bot.ui.args import chosen
from bot.ui.press import Press
from bot.ui.servers import chosen_server, names_of
from cogs.yourdata import cards
from cogs.yourdata.model import FirstMessage, Page, Toggle
from cogs.yourdata.service.account import Accounts
from cogs.yourdata.service.choosing import Choosing
from cogs.yourdata.service.copies import as_html, as_json

WAIT_FOR_FIRST_S = 6.0
"""How long the screen waits to learn whether the first direct message got through."""


class YourDataViews:
    """Looking at what there is: the pages, in a server or in a direct message."""

    def __init__(self, inbox: Inbox, choosing: Choosing, accounts: Accounts) -> None:
        self._inbox = inbox
        self._choosing = choosing
        self._accounts = accounts

    async def show(self, press: Press, guild: GuildId, page: Page) -> None:
        """One page of one server."""
        shows: dict[Page, Callable[[Press, GuildId], Awaitable[None]]] = {
            Page.INBOX: self._inbox_of, Page.SETTINGS: self._settings_of, Page.PRIVACY: self._privacy_of,
            Page.EXPORT: self._copy_of, Page.FORGET: self._forget_of,
        }  # fmt: skip
        await shows[page](press, guild)

    async def at(self, press: Press) -> None:
        """In a direct message: which server is meant."""
        guild, page = chosen_server(press), press.args[0] if press.args else ""
        if guild is None or page not in set(Page):
            raise Refusal("press-unknown")
        await self.show(press, guild, Page(page))

    async def _inbox_of(self, press: Press, guild: GuildId) -> None:
        notes = await self._inbox.notes(guild, press.member)
        await self._inbox.announce(guild, press.member)
        if not notes:
            await press.say(press.words("inbox-empty"))
        else:
            await press.say(face=cards.notes(notes, guild, 0, press.words))

    async def _settings_of(self, press: Press, guild: GuildId) -> None:
        mine = await self._choosing.mine(guild, press.member)
        await press.say(face=cards.settings(mine, guild, await server_name(press, guild), press.words))

    async def _privacy_of(self, press: Press, guild: GuildId) -> None:
        account = await self._accounts.account(guild, press.member)
        server = await server_name(press, guild)
        if account.nothing:
            await press.say(press.words("privacy-nothing", server=server))
        else:
            await press.say(face=cards.privacy(account, server, press.words))

    async def _copy_of(self, press: Press, guild: GuildId) -> None:
        copy = await self._accounts.copy(guild, press.member)
        (_, server), *_ = await names_of(press, [guild])
        at = self._accounts.rows.wall.now()
        files = [
            _file("my-data.html", as_html(copy, server, at, press.words)),
            _file("my-data.json", as_json(copy, server, at)),
        ]
        await press.say(press.words("export-here", server=escape(server)), files=files)

    async def _forget_of(self, press: Press, guild: GuildId) -> None:
        account = await self._accounts.account(guild, press.member)
        server = await server_name(press, guild)
        if account.nothing:
            await press.say(press.words("privacy-nothing", server=server))
        else:
            await press.say(face=cards.forget(account, server, press.words))

    async def more_notes(self, press: Press) -> None:
        """A further page of the inbox."""
        guild, page = GuildId(int(press.args[0])), int(press.args[1])
        notes = await self._inbox.notes(guild, press.member)
        face = cards.notes(notes, guild, page, press.words) if notes else cards.said(press.words("inbox-empty"))
        await press.update(face)

    async def empty_inbox(self, press: Press) -> None:
        """Throws the notes away, not what they speak of."""
        await self._inbox.empty(GuildId(int(press.args[0])), press.member)
        await press.say(press.words("inbox-cleared"))

    async def forget(self, press: Press) -> None:
        """`my:forget:…`: a copy first, forget me here, keep everything."""
        act, guild = press.args[0], GuildId(int(press.args[1]))
        if act == "yes":
            await self._accounts.forget(guild, press.member)
            press.leaves_no_trace = True
            await press.say(press.words("forget-done"))
        elif act == "no":
            await press.say(press.words("forget-kept"))
        else:
            await self.show(press, guild, Page.EXPORT if act == "copy" else Page.FORGET)


class SettingsViews:
    """Choosing. Each button says what it switches to, so that an old screen does what it said."""

    def __init__(self, choosing: Choosing, worker: Worker, sender: Sender) -> None:
        self._choosing = choosing
        self._worker = worker
        self._sender = sender

    async def turn(self, press: Press) -> None:
        """Quiet, the closed door, kind words in channels."""
        guild, which, to = GuildId(int(press.args[0])), chosen(Toggle, press.args[1]), press.args[2]
        locale = str(press.interaction.locale)
        mine = await self._choosing.turn(guild, press.member, which, on=to == "on", locale=locale)
        await press.update(cards.settings(mine, guild, await server_name(press, guild), press.words))

    async def dms(self, press: Press) -> None:
        """Direct messages: opened now, inside the yes, or stopped."""
        guild, server = GuildId(int(press.args[0])), await server_name(press, GuildId(int(press.args[0])))
        trouble = None
        if press.args[1] == "on":
            trouble = await self._switch_on(press, guild, server)
        else:
            await self._choosing.stop_writing(guild, press.member)
        mine = await self._choosing.mine(guild, press.member)
        await press.update(cards.settings(mine, guild, server, press.words))
        if trouble is not None:
            await press.say(press.words(trouble))

    async def _switch_on(self, press: Press, guild: GuildId, server: str) -> str | None:
        """What is to be said where Discord lets nothing through to them."""
        number = random_id()
        ended = self._worker.ending(TELL, str(number))
        try:
            dm = await self._sender.open_dm(press.member)
            first = FirstMessage(number, server, str(press.interaction.locale))
            await self._choosing.write_to(guild, press.member, dm, first)
            await _settled(ended)
        except CannotReach as closed:
            return closed.about_dm("dms-closed")
        finally:
            self._worker.forget_ending(TELL, str(number))
        return None if (await self._choosing.mine(guild, press.member)).dms else "dms-closed"

    async def stop(self, press: Press) -> None:
        """*Stop these messages*, below every direct message."""
        await self._choosing.stop_writing(GuildId(int(press.args[0])), press.member)
        await press.say(press.words("dms-stopped"))


async def server_name(press: Press, guild: GuildId) -> str:
    """The server's name, safe to show."""
    (_, name), *_ = await names_of(press, [guild])
    return escape(name)


def _file(name: str, text: str) -> discord.File:
    return discord.File(io.BytesIO(text.encode()), filename=name)


async def _settled(ended: "asyncio.Future[BaseException | None]") -> None:
    try:
        async with asyncio.timeout(WAIT_FOR_FIRST_S):
            await asyncio.shield(ended)
    except TimeoutError:
        pass


def distinct(*several: Sequence[GuildId]) -> list[GuildId]:
    """All of them, each once."""
    return list(dict.fromkeys(guild for some in several for guild in some))
