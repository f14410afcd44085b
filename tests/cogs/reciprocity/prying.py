"""One person who tries all there is, to learn something of Ada."""

from collections.abc import Awaitable, Iterator
from contextlib import suppress
from typing import Any

from sandbox import ClientRefusal
from sandbox.deeds.interactions import COMPONENT, Deed
from sandbox.people import offers, typed
from tests.contract.searching import as_text
from tests.stage import Stage

ENDS = ("my:forget:yes", "balance:", "vent:alldown", "setup:")
"""Presses that end the walk or begin one's own figures, which are no one else's."""
OWN_SIDE = ("reciprocity", "yourdata", "health")
"""Features whose presses show figures or copies: each is sent with Ada's id in it, as a hostile client could."""
TYPED = {"time": "9", "zone": "Europe/Berlin", "until": "2 weeks"}
SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3


class Prying:
    """Every command there, menu and button below; `said` and `files` are what came of it, `ran` what was offered."""

    def __init__(self, stage: Stage, who: Any, channel: Any, card: Any = None) -> None:
        self.stage, self.who, self.channel, self.card = stage, who, channel, card
        self.said: list[str] = []
        self.files: list[bytes] = []
        self.ran: set[str] = set()

    async def all_of_it(self) -> None:
        for offer in self._offered():
            for name in leaves(offer):
                if offer.command.kind == SLASH:
                    await self._try(name, self.who.run(name, channel=self.channel, **self._typed(name)))
                elif offer.command.kind == USER_MENU:
                    await self._try(name, self.who.menu(name, self.stage.ada, channel=self.channel))
                elif self.card is not None:
                    await self._try(name, self.who.menu(name, self.card))
        await self._press_as_a_hostile_client()

    def _offered(self) -> list[offers.Offer]:
        return offers.offered(self.stage.discord.world, self.who.user, self.channel)

    async def _try(self, name: str, running: Awaitable[Any]) -> None:
        try:
            answer = await running
        except ClientRefusal:
            return
        self.ran.add(name)
        await self._keep(answer)
        for button in list(answer.message.buttons) if answer.message is not None else []:
            if button.custom_id and not button.custom_id.startswith(ENDS):
                # a press before may have turned the message into another screen
                with suppress(ClientRefusal):
                    await self._keep(await self.who.press(answer.message, button.custom_id))

    async def _keep(self, answer: Any) -> None:
        self.said.append(answer.text)
        if answer.form is not None:
            self.said.append(as_text([answer.form.title, *map(vars, answer.form.fields.values())]))
        if answer.message is not None:
            self.said.append(as_text(answer.message.wire))
            self.files += [bytes(one.data) for one in answer.message.stored.attachments]

    def _typed(self, name: str) -> dict[str, Any]:
        first, *words = name.split(" ")
        _, options = typed.path(offers.find(self._offered(), first, SLASH).command.body, words)
        return dict(self._filled(options))

    def _filled(self, options: list[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
        """What has to be filled in, and Ada wherever a person can be named."""
        for one in options:
            kind, name = one["type"], one["name"]
            if kind in (typed.USER, typed.MENTIONABLE):
                yield name, self.stage.ada
            elif one.get("choices"):
                yield name, one["choices"][0]["value"]
            elif one.get("required"):
                usual = {typed.CHANNEL: self.stage.room, typed.INTEGER: one.get("min_value", 1), typed.BOOLEAN: True}
                yield name, usual.get(kind, TYPED.get(name, "Ada"))

    async def _press_as_a_hostile_client(self) -> None:
        ada, guild, bot = self.stage.ada.id, self.stage.guild.id, self.stage.bot
        assert bot is not None
        app = self.stage.discord.world.apps[self.stage.app.id]
        sent = await bot.client.get_partial_messageable(self.channel.id).send("-")
        source = self.channel.messages[sent.id]
        for press in [one for feature in OWN_SIDE for one in bot._parts[feature].presses]:
            for args in () if press == "my:forget" else (f"{ada}", f"{guild}:{ada}", f"{ada}:{guild}"):
                data = {"custom_id": f"{press}:{args}", "component_type": 3, "values": [str(guild)]}
                await self._keep(await self.who._do(Deed(COMPONENT, app, self.who.user, self.channel, data, source)))


def leaves(offer: offers.Offer) -> list[str]:
    """The names under which a command is run: its own, or those of its subcommands."""
    found = offers.names([offer])
    return found[1:] or found
