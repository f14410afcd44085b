"""Reading and writing at a client: messages, reactions, and what a person can see."""

from datetime import timedelta
from itertools import islice
from time import monotonic

from sandbox.deeds import automod, events, messages, reactions, threads
from sandbox.deeds.messages import Draft
from sandbox.errors import ClientRefusal, Json, Refused
from sandbox.people import files
from sandbox.people.seen import Seen
from sandbox.people.town import Town
from sandbox.state import permissions as may
from sandbox.state import render_message
from sandbox.state.model import Attachment, Channel, Member, Message, User

STARTER = 21


class Writing:
    """Somebody who reads and writes."""

    def __init__(self, town: Town, user: User) -> None:
        self.town = town
        self.world = town.world
        self.user = user

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Writing) and type(other) is type(self) and other.user is self.user

    def __hash__(self) -> int:
        return hash(self.user.id)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.user.name}>"

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def mention(self) -> str:
        return f"<@{self.user.id}>"

    def file(self, name: str, data: bytes, kind: str = "application/octet-stream") -> Attachment:
        """A file, to be given to a command's option or a form's field."""
        return files.keep(self.world, name, data, kind)

    def look(self, message: Seen | Message) -> Message:
        """The message, if this person sees it. Raises ClientRefusal when it is gone, hidden or somebody else's."""
        stored = message.stored if isinstance(message, Seen) else message
        if stored.deleted or stored.channel.deleted:
            raise ClientRefusal("this message is gone")
        if not self.can_see(stored.channel) or not self._shown(stored):
            raise ClientRefusal(f"{self.name} does not see this message")
        return stored

    def can_see(self, channel: Channel) -> bool:
        return self.world.may(self.user.id, channel, may.VIEW_CHANNEL) and not channel.deleted

    def _shown(self, message: Message) -> bool:
        return message.only_for in (None, self.user.id)

    def sees(self, channel: Channel, newest: int | None = None) -> list[Seen]:
        """What is on the screen there, oldest first, own ephemeral messages included; nothing where they cannot look.

        With `newest` only the last so many, as a client loads them: the rest of a long channel is not looked at.
        The copy of a parent's message that heads a thread is left out.
        """
        if not self.can_see(channel) or not self.world.may(self.user.id, channel, may.READ_HISTORY):
            return []
        shown = (one for one in reversed(channel.messages.values()) if self._shown(one) and one.kind != STARTER)
        seen = [Seen(one, self.user.id) for one in islice(shown, newest)]
        seen.reverse()
        return seen

    async def say(
        self, channel: Channel, text: str, *, reply_to: Seen | Message | None = None, ago: timedelta | None = None
    ) -> Seen:
        """Writes a message; `ago` puts it into the past. Raises ClientRefusal where they cannot write."""
        self._may_write(channel)
        if not text.strip() or len(text) > 2000:
            raise ClientRefusal(f"a message has 1 to 2000 characters, not {len(text)}")
        if rule := automod.blocked_by(self.world, channel, self.user, text):
            raise ClientRefusal(f"blocked by AutoMod: {rule['name']}")
        draft = Draft(content=text.strip())
        if reply_to is not None:
            draft.reference, draft.kind = self.look(reply_to), 19
        if ago is not None:
            draft.at = self.world.clock.now() - ago
        return Seen(messages.post(self.world, channel, self.user, draft), self.user.id)

    def _may_write(self, channel: Channel) -> None:
        if not self.can_see(channel):
            raise ClientRefusal(f"{self.name} does not see this channel")
        needed = may.SEND_IN_THREADS if channel.thread else may.SEND_MESSAGES
        if not self.world.may(self.user.id, channel, needed):
            raise ClientRefusal(f"{self.name} may not write here")
        self._may_write_in_thread(channel)
        self._slow_mode(channel)

    def _may_write_in_thread(self, channel: Channel) -> None:
        locked = channel.thread is not None and channel.thread.locked
        if locked and not self.world.may(self.user.id, channel, may.MANAGE_THREADS):
            raise ClientRefusal("this thread is locked")

    def _slow_mode(self, channel: Channel) -> None:
        member = self._member(channel)
        if member is None or not channel.slowmode:
            return
        if self.world.allowed(self.user.id, channel) & (
            may.BYPASS_SLOWMODE | may.MANAGE_CHANNELS | may.MANAGE_MESSAGES
        ):
            return
        wait = member.wrote.get(channel.id, -channel.slowmode) + channel.slowmode - monotonic()
        if wait > 0:
            raise ClientRefusal(f"slow mode: {wait:.0f} s to wait")
        member.wrote[channel.id] = monotonic()

    def _member(self, channel: Channel) -> Member | None:
        return channel.guild.members.get(self.user.id) if channel.guild else None

    async def react(self, message: Seen | Message, emoji: str) -> None:
        """Adds a reaction. Raises ClientRefusal where they may not."""
        stored = self.look(message)
        wanted = reactions.emoji_of(emoji)
        new = reactions.key_of(wanted) not in stored.reactions
        needed = may.READ_HISTORY | (may.ADD_REACTIONS if new else 0)
        timed_out = (member := self._member(stored.channel)) and member.in_time_out(self.world.clock.now())
        if timed_out or stored.ephemeral or not self.world.may(self.user.id, stored.channel, needed):
            raise ClientRefusal(f"{self.name} may not react here")
        try:
            reactions.add(self.world, stored, self.user, wanted)
        except Refused as refused:
            raise ClientRefusal(str(refused.body["message"])) from refused

    async def unreact(self, message: Seen | Message, emoji: str) -> None:
        """Takes an own reaction back."""
        reactions.remove(self.world, self.look(message), self.user, reactions.emoji_of(emoji))

    async def follow(self, event_id: int, *, interested: bool = True) -> None:
        """Marks a scheduled event as interesting, or no longer. Raises ClientRefusal for one that is not seen."""
        for guild in self.world.guilds.values():
            event = guild.events.get(event_id)
            if event is not None and self.user.id in events.audience(self.world, event):
                events.follow(self.world, event, self.user, interested=interested)
                return
        raise ClientRefusal(f"{self.name} sees no such event")

    async def join_thread(self, thread: Channel) -> None:
        """Joins a thread. Raises ClientRefusal for one that is not seen."""
        if not self.can_see(thread):
            raise ClientRefusal(f"{self.name} does not see this thread")
        threads.add(self.world, thread, self.user)

    async def leave_thread(self, thread: Channel) -> None:
        """Leaves a thread; nothing happens where they are no member."""
        threads.remove(self.world, thread, self.user)

    async def edit(self, message: Seen | Message, text: str) -> None:
        """Changes an own message."""
        stored = self.look(message)
        if stored.author is not self.user:
            raise ClientRefusal("only own messages can be edited")
        messages.edit(self.world, stored, messages.Changes(content=text))

    async def delete(self, message: Seen | Message) -> None:
        """Deletes an own message, dismisses an ephemeral one, or as a moderator deletes another's."""
        stored = self.look(message)
        own = stored.author is self.user or stored.only_for == self.user.id
        if not own and not self.world.may(self.user.id, stored.channel, may.MANAGE_MESSAGES):
            raise ClientRefusal(f"{self.name} may not delete this message")
        messages.delete(self.world, stored)

    def visible(self) -> list[Json]:
        """All that ever could reach this person: every event they may have had, and every message they can read now."""
        own = self.user.id
        told: list[Json] = [{"event": one.name, "data": one.data} for one in self.world.events if own in one.audience]
        read: list[Json] = [
            {"message": render_message.message(one, viewer=own)}
            for channel in self.world.channels.values()
            if self.can_see(channel)
            for one in channel.messages.values()
            if self._shown(one)
        ]
        return told + read
