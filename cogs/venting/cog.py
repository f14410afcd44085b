"""What Discord says about vents: commands, and what happens in the rooms."""

import discord

from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId
from bot.ui.commands import Menu, Slash
from bot.ui.press import Press
from cogs.venting.cards import own, public
from cogs.venting.model.vent import Writer
from cogs.venting.service.vents import Vents
from cogs.venting.views.answering import AnsweringViews
from cogs.venting.views.posting import PostingViews


class VentCog:
    """Receives; the service decides."""

    def __init__(self, vents: Vents, posting: PostingViews, answering: AnsweringViews) -> None:
        self._vents = vents
        self._posting = posting
        self._answering = answering

    def menus(self) -> list[Menu]:
        return [Menu("menu-answer", discord.Message, self.answer_anonymously, opens_form=True)]

    def slashes(self) -> list[Slash]:
        return [
            Slash(("vent",), self.vent, opens_form=True),
            Slash(("listen",), self.listen),
            Slash(("my", "posts"), self.posts, scope="everywhere", dm=True),
        ]

    async def vent(self, press: Press) -> None:
        """`/vent` has no options: some clients send a typed command as an ordinary message, under the author's name."""
        await self._posting.open(press)

    async def posts(self, press: Press) -> None:
        """`/my posts`; in a direct message, of all servers."""
        guilds = [press.guild] if press.guild is not None else await self._vents.owning.guilds_with_posts(press.member)
        shown = False
        for guild in guilds:
            mine = await self._vents.owning.mine(guild, press.member)
            if mine:
                shown = True
                await press.say(face=own.posts(mine, guild, 0, press.words))
        if not shown:
            await press.say(press.words("posts-none"))

    async def listen(self, press: Press) -> None:
        """`/listen`: vents that have room for a few words."""
        await self._answering.listen(press)

    async def answer_anonymously(self, press: Press, message: discord.Message) -> None:
        """The menu on a card or in its thread."""
        # a thread made from a card has the card's number; in a circle's place the cards are messages of the thread
        place = message.channel
        is_thread = isinstance(place, discord.Thread) and not place.is_private()
        await self._answering.answer_menu(press, MessageId(message.channel.id if is_thread else message.id))

    async def on_message(self, message: discord.Message) -> None:
        """Whoever wrote in a vent room, the panel goes to its end again; in a vent's thread they are there for it.

        The text is not looked at.
        """
        if message.guild is None:
            return
        if isinstance(message.channel, discord.Thread):
            if _is_talk(message, message.channel):
                writer = Writer(MemberId(message.author.id), message.author.display_name)
                thread = MessageId(message.channel.id)
                await self._vents.talking.somebody_wrote(thread, MessageId(message.id), writer)
            return
        guild, room = GuildId(message.guild.id), ChannelId(message.channel.id)
        if message.author.bot and _is_panel(message):
            self._vents.known_rooms.went_up(room)
        elif await self._vents.known_rooms.has_panel(guild, room):
            await self._vents.course.something_was_written(guild, room, MessageId(message.id))

    async def on_reaction(self, event: discord.RawReactionActionEvent) -> None:
        """A reaction with one of the server's emoji counts the same as the press.

        Raises DatabaseAway: the client then says it again.
        """
        if event.guild_id is None or (event.member is not None and event.member.bot):
            return  # what a bot takes back never counted
        vent = await self._vents.course.at_message(MessageId(event.message_id))
        if vent is None:
            return
        try:
            added = event.event_type == "REACTION_ADD"
            await self._vents.answering.react(vent.id, MemberId(event.user_id), event.emoji.name or "", added=added)
        except Refusal:
            return  # one's own, or gone meanwhile: there is nobody to answer

    async def on_messages_gone(self, event: discord.RawMessageDeleteEvent | discord.RawBulkMessageDeleteEvent) -> None:
        """Messages were deleted by hand: a vent whose card is gone is over, and typed words count no more.

        Raises DatabaseAway.
        """
        numbers = event.message_ids if isinstance(event, discord.RawBulkMessageDeleteEvent) else {event.message_id}
        if event.guild_id is not None:
            await self._vents.losing.messages_gone([MessageId(number) for number in numbers])

    async def on_thread_gone(self, event: discord.RawThreadDeleteEvent) -> None:
        """The same for its thread, which has the card's number. Raises DatabaseAway."""
        if event.thread_type is discord.ChannelType.public_thread:
            await self._vents.losing.messages_gone([MessageId(event.thread_id)])

    async def on_channel_gone(self, channel: discord.abc.GuildChannel) -> None:
        """The same for the whole room. Raises DatabaseAway."""
        await self._vents.losing.room_gone(ChannelId(channel.id))


def _is_talk(message: discord.Message, thread: discord.Thread) -> bool:
    """Whether a person typed in a thread that the bot made from a message: only vents have these."""
    guild, author = message.guild, message.author
    if author.bot or message.webhook_id is not None or message.is_system() or guild is None:
        return False
    return thread.owner_id == guild.me.id and not thread.is_private()


def _is_panel(message: discord.Message) -> bool:
    rows = [row for row in message.components if isinstance(row, discord.ActionRow)]
    return public.PANEL_MARK in [getattr(part, "custom_id", None) for row in rows for part in row.children]
