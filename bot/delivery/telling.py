"""Takes notes from the inbox into direct messages, for those who want them there. May run twice and does it once."""

import discord
from discord import ui

from bot.data.inbox import Note
from bot.data.people import IntoInbox, People
from bot.data.queue import Job
from bot.data.worker import Later
from bot.delivery.sender import CannotReach, Sender
from bot.domain.ids import GuildId
from bot.text.catalogue import Catalogue, Words

BUTTONS_IN_A_ROW = 5
SERVERS_SOON_MS = 200


class Telling:
    """The handler of `people.TELL`."""

    def __init__(self, people: People, sender: Sender, catalogue: Catalogue) -> None:
        self._people = people
        self._sender = sender
        self._catalogue = catalogue

    async def tell(self, job: Job) -> None:
        """Looks again at what the person chose, then writes; a closed door leaves the note in the inbox.

        Raises Later where it is not known yet whether the bot is still on their server.
        """
        if not self._sender.knows_servers:
            raise Later(SERVERS_SOON_MS, "Discord has not yet said on which servers I am")
        guild = job.guild or GuildId(0)
        waiting = await self._people.waiting(job)
        if waiting is None:
            return
        member, note = waiting
        way = await self._people.way_to(guild, member)
        if isinstance(way, IntoInbox):
            await self._people.keeps_waiting(job)
            return
        words = self._catalogue.words(way.locale)
        mark = f"my:stop:{guild}:{job.id}"
        text = words(note.text_id, **note.args)
        try:
            await self._sender.send(job, way.channel, mark=mark, text=text, face=_face(note, mark, words))
        except CannotReach:
            await self._people.dms_are_closed(job, guild, member, way.channel)
            return
        await self._people.told(job)


def _face(note: Note, mark: str, words: Words) -> ui.View:
    """What the note offers, and one tap with which it was the last."""
    face = ui.View(timeout=None)
    for label, custom_id in note.buttons[: BUTTONS_IN_A_ROW - 1]:
        if custom_id.startswith("https://"):
            face.add_item(ui.Button(label=words(label), url=custom_id))
        else:
            face.add_item(ui.Button(label=words(label), custom_id=custom_id, style=discord.ButtonStyle.primary))
    face.add_item(ui.Button(label=words("stop-messages"), custom_id=mark))
    return face
