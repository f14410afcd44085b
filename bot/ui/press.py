"""One act of one person (a press, a form sent, a command) and the ways to answer it.

Whoever handles it need not know whether Discord has been told "wait" meanwhile: `say`, `update` and `form` pick the
request that is still possible.
"""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, cast

import discord
from discord import ui
from discord.utils import MISSING

from bot.domain.errors import UNKNOWN_MESSAGE
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId
from bot.text.catalogue import Words
from bot.ui.args import Args

Face = ui.View | ui.LayoutView
Expects = Literal["words", "update"]
"""What a press answers with when it must wait: words for the person alone, or a new face for the message."""

BAD_REQUEST, ALREADY_ANSWERED = 400, 40060
"""Of the one Discord says what is wrong with it; the code is of those that came too late all the same."""


@dataclass
class Press:
    """`args` are the parts of the custom id after `feature:verb`; `fields` the form's values by field id."""

    interaction: discord.Interaction
    words: Words
    server_words: Words
    args: tuple[str, ...] = Args()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    expects: Expects = "words"
    leaves_no_trace: bool = field(default=False, init=False)
    """Set where somebody was forgotten just now: not even that they were here is noted."""
    draft: int | None = field(default=None, init=False)
    """What waits under this number is passed on by it."""
    _held: bool = field(default=False, init=False)
    _answered: bool = field(default=False, init=False)
    _first: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    @property
    def id(self) -> int:
        """The same for one act, however often it comes: when Discord delivers it twice, and for all the presses on a
        button that passes on what waits."""
        return self.draft if self.draft is not None else self.interaction.id

    @property
    def member(self) -> MemberId:
        return MemberId(self.interaction.user.id)

    @property
    def guild(self) -> GuildId | None:
        """The server it was done in, None in a direct message."""
        number = self.interaction.guild_id
        return GuildId(number) if number is not None else None

    @property
    def channel(self) -> ChannelId | None:
        number = self.interaction.channel_id
        return ChannelId(number) if number is not None else None

    @property
    def message(self) -> MessageId | None:
        """The message whose button was pressed, None for commands."""
        message = self.interaction.message
        return MessageId(message.id) if message is not None else None

    @property
    def answered(self) -> bool:
        return self._answered

    def one(self, name: str) -> str:
        """The value of a field with one value; empty where the person left it empty."""
        values = self.fields.get(name, ())
        return values[0] if values else ""

    async def form(self, modal: ui.Modal) -> None:
        """Opens a form. Only possible as the first answer, so the handler must not wait for anything before."""
        async with self._first:
            modal.stop()
            await self._first_answer(self.interaction.response.send_modal(modal))

    async def say(self, text: str = "", face: Face | None = None, files: Sequence[discord.File] = ()) -> None:
        """Answers in words that only this person sees. A second time it follows up."""
        async with self._first:
            view = cast("Any", _stopped(face) if face is not None else MISSING)
            content = text or None
            if not self._answered and not self._held:
                send = self.interaction.response.send_message
                await self._first_answer(send(content, view=view, files=list(files) or MISSING, ephemeral=True))
            elif not self._answered and self.expects == "words":
                self._answered = True
                await self.interaction.edit_original_response(content=content, view=view, attachments=list(files))
            else:
                self._answered = True
                follow = self.interaction.followup.send
                await follow(content or MISSING, view=view, files=list(files) or MISSING, ephemeral=True)

    async def update(self, face: Face, text: str | None = None) -> None:
        """Gives the pressed message a new face (and, for a classic one, new words)."""
        async with self._first:
            view = cast("Any", _stopped(face))
            words: dict[str, Any] = {} if text is None else {"content": text}
            if not self._answered and not self._held:
                await self._first_answer(self.interaction.response.edit_message(view=view, **words))
            else:
                self._answered = True
                await self.interaction.edit_original_response(view=view, **words)

    async def replace(self, text: str, face: Face, files: Sequence[discord.File] = ()) -> None:
        """Turns the page of a screen that only this person sees; elsewhere opens one."""
        message = self.interaction.message
        if message is None or not message.flags.ephemeral:
            await self.say(text, face, files)
            return
        async with self._first:
            view = cast("Any", _stopped(face))
            if not self._answered and not self._held:
                edit = self.interaction.response.edit_message
                await self._first_answer(edit(content=text, view=view, attachments=list(files)))
            else:
                self._answered = True
                await self.interaction.edit_original_response(content=text, view=view, attachments=list(files))

    async def conclude(self, text: str) -> None:
        """The last words of a message that has done its work; beside it where it has other things on it too.

        A direct message turns into the words. `/my inbox` shows several notes in one message: there they come below.
        """
        message = self.interaction.message
        if message is None or message.flags.components_v2:
            await self.say(text)
        else:
            await self.update(ui.View(timeout=None), text)

    async def _first_answer(self, sent: Awaitable[object]) -> None:
        """The answer that Discord waits for. One that it does not take leaves the way free for another."""
        self._answered = True
        try:
            await sent
        except discord.HTTPException as error:
            is_free = error.status == BAD_REQUEST or error.code == UNKNOWN_MESSAGE
            self._answered = not is_free or error.code == ALREADY_ANSWERED
            raise

    async def hold(self) -> None:
        """Tells Discord that the answer will take a moment; nothing if it is there already."""
        async with self._first:
            if self._answered or self._held:
                return
            self._held = True
            if self.expects == "update":
                await self.interaction.response.defer()
            else:
                await self.interaction.response.defer(ephemeral=True, thinking=True)


def _stopped(face: Face) -> Face:
    """A view that discord.py's store never hears of (PLATFORM 0.4): presses come back through the router."""
    face.stop()
    return face
