"""The author's tools."""

from collections.abc import Callable, Container

from bot.delivery.sender import Sender
from bot.domain.errors import CannotReach, Refusal
from bot.domain.ids import GuildId
from bot.ui.args import chosen
from bot.ui.press import Press
from cogs.venting.cards import forms, own, public
from cogs.venting.model.vent import Address, How, Writer
from cogs.venting.service.vents import Vents
from cogs.venting.views.asking import guild_of, line_of, name_of, vent_of, why_line_waits


class OwningViews:
    """Only the author is let through; the service asks."""

    def __init__(self, vents: Vents, sender: Sender, routed: Callable[[], Container[str]]) -> None:
        self._vents, self._course, self._afterwards = vents.owning, vents.course, vents.afterwards
        self._sender = sender
        self._routed = routed

    async def tell(self, press: Press) -> None:
        """Opens the direct message now, inside the opt-in, and seals where to write."""
        guild, number = guild_of(press), vent_of(press)
        await self._vents.own(number, guild, press.member)
        try:
            dm = await self._sender.open_dm(press.member)
            await self._sender.greet(dm, press.words("tell-hello"))
        except CannotReach as closed:
            raise Refusal(closed.about_dm("tell-closed")) from None
        await self._vents.tell_me(number, guild, Address(press.member, dm))
        await press.say(press.words("vent-will-tell"), own.stop_telling(number, guild, press.words))

    async def untell(self, press: Press) -> None:
        """*Stop telling me* erases the seal."""
        await self._vents.stop_telling(vent_of(press), guild_of(press), press.member)
        await press.say(press.words("vent-told-off"))

    async def use_my_name(self, press: Press) -> None:
        """*Use my name*, offered where nobody has come yet."""
        await self._vents.use_my_name(vent_of(press), guild_of(press), press.member)
        await press.say(press.words("vent-named"))

    async def down(self, press: Press) -> None:
        """*Take it down*; if somebody was there, one question is asked."""
        guild = guild_of(press)
        asked = await self._vents.take_down(vent_of(press), guild, press.member)
        text = press.words("vent-taken-down")
        if asked is not None:
            await press.say(text + "\n" + press.words("how"), own.how_is_it(guild, press.words, asked))
        else:
            await press.say(text)

    async def all_down(self, press: Press) -> None:
        """*Take all down*."""
        count = await self._vents.take_all_down(GuildId(int(press.args[0])), press.member)
        await press.say(press.words("vent-all-down", count=count))

    async def reply(self, press: Press) -> None:
        """*Answer as the author* opens its form."""
        await press.form(forms.reply_form(vent_of(press), press.words))

    async def replied(self, press: Press) -> None:
        """The author's answer came back."""
        writer = Writer(press.member, name_of(press))
        await self._vents.reply(vent_of(press), guild_of(press), writer, press.one("text"), press=press.id)
        why = why_line_waits(press, press.channel) if press.channel is not None else None
        await press.say(press.words("line-waits", why=why) if why else press.words("reply-on-its-way"))

    async def posts(self, press: Press) -> None:
        """A further page of one's own vents."""
        guild, page = GuildId(int(press.args[0])), int(press.args[1])
        mine = await self._vents.mine(guild, press.member)
        if not mine:
            await press.say(press.words("posts-none"))
            return
        await press.update(own.posts(mine, guild, page, press.words))

    async def lock(self, press: Press) -> None:
        """*Lock*: no more lines."""
        number, guild = vent_of(press), guild_of(press)
        await self._vents.lock(number, guild, press.member)
        await press.say(press.words("vent-locked"), own.undo(f"vent:unlock:{number}:{guild}", press.words))

    async def unlock(self, press: Press) -> None:
        """*Undo* of that, and *Open it again*."""
        await self._vents.unlock(vent_of(press), guild_of(press), press.member)
        await press.say(press.words("vent-unlocked"))

    async def gone(self, press: Press) -> None:
        """*Gone after …*"""
        ends_ms = await self._vents.gone_after(vent_of(press), guild_of(press, 2), press.member, int(press.args[1]))
        await press.say(press.words("vent-gone-at", ends=f"<t:{ends_ms // 1000}:f>"))

    async def who(self, press: Press) -> None:
        """*Who was here*: counts, and the names of those who signed."""
        found = await self._vents.who_was_here(vent_of(press), guild_of(press), press.member)
        cheers = await self._course.cheers(guild_of(press))
        await press.say(own.who_was_here(found, press.words, cheers))

    async def helped(self, press: Press) -> None:
        """*This helped*."""
        await self._vents.this_helped(line_of(press), guild_of(press), press.member)
        await press.say(press.words("line-helped-said"))

    async def keep(self, press: Press) -> None:
        """*Keep this line*: its words are read from its message, they are kept nowhere else."""
        guild = guild_of(press)
        vent, line = await self._vents.line_under(line_of(press), guild, press.member)
        parts = None
        if vent.thread is not None and line.message is not None:
            parts = await self._sender.components_of(vent.thread, line.message)
        said = public.said_on(parts or [])
        if said is None:
            raise Refusal("line-gone")
        await self._vents.keep_line(line.id, guild, press.member, said, press=press.id)
        await press.say(press.words("line-kept"))

    async def hide_line(self, press: Press) -> None:
        """*Hide this line*."""
        await self._vents.hide_line(line_of(press), guild_of(press), press.member)
        await press.say(press.words("line-hidden"))

    async def no_more(self, press: Press) -> None:
        """*No more from this writer*."""
        line = line_of(press)
        await self._vents.no_more_from(line, guild_of(press), press.member)
        await press.say(press.words("line-no-more-said"), own.undo(f"vent:moreagain:{line}", press.words))

    async def more_again(self, press: Press) -> None:
        """*Undo* of that."""
        await self._vents.more_from(line_of(press), guild_of(press), press.member)
        await press.say(press.words("line-more-again"))

    async def how(self, press: Press) -> None:
        """The answer to the one closing question; and one small step, if they like."""
        guild, how = GuildId(int(press.args[0])), chosen(How, press.args[1])
        counts = await self._afterwards.how_is_it(guild, press.member, how, press.args[2:], press=press.id)
        offers_step = how is not How.WORSE and own.STEP in self._routed()
        face = own.small_step(guild, press.words) if offers_step else None
        said = press.words(f"how-{how}-said")
        await press.say(said if counts else f"{said}\n{press.words('counted-today')}", face)
