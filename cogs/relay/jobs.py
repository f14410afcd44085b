"""What the relay says while nobody presses. Each may run twice and does it once; all is looked at again before."""

import json
from collections.abc import Callable, Sequence
from typing import Protocol

from bot.data.queue import Job
from bot.delivery.sender import CannotReach
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, RoleId, VentId
from bot.domain.ports import CircleDirectory
from bot.screening.escape import escape
from bot.text.catalogue import Catalogue, Words
from bot.ui.press import Face
from cogs.relay import cards
from cogs.relay.model.waiting import Work
from cogs.relay.service.asking import Asking

Circles = Callable[[], Sequence[CircleDirectory]]


class Speaks(Protocol):
    """What these jobs need of `bot.delivery.sender.Sender`."""

    async def send(
        self, job: Job, channel: ChannelId, *, mark: str, face: Face | None = None, text: str | None = None,
        silent: bool = False, pinging: RoleId | None = None,
    ) -> MessageId:  # fmt: skip
        """Sends the job's one message; gives the earlier one if it was sent before. Raises CannotReach."""
        ...

    async def edit(self, channel: ChannelId, message: MessageId, face: Face, text: str | None = None) -> bool:
        """False if it is gone. Raises CannotReach."""
        ...

    async def delete(self, channel: ChannelId, message: MessageId) -> bool:
        """False if it was gone already. Raises CannotReach."""
        ...


class RelayJobs:
    """Handlers of the queue's `relay.*` work."""

    def __init__(self, asking: Asking, sender: Speaks, catalogue: Catalogue, circles: Circles) -> None:
        self._asking = asking
        self._sender = sender
        self._catalogue = catalogue
        self._circles = circles

    async def ping(self, job: Job) -> None:
        """Somebody is asked for a line."""
        ping = await self._asking.before_sending(job)
        if ping is None:
            return
        words = self._catalogue.words(ping.locale)
        text = words("relay-ping", **ping.args | {"server": escape(str(ping.args["server"]))})
        face, mark = cards.ping(ping.vent, ping.guild, words), f"relay:take:{ping.vent}"
        try:
            message = await self._sender.send(job, ping.dm, mark=mark, text=text, face=face)
        except CannotReach:
            await self._asking.could_not_reach(ping, job)
            return
        await self._asking.was_sent(ping, message, job)

    async def settle(self, job: Job) -> None:
        """A message of ours gets its last words."""
        standing = self._asking.standing(job)
        words = self._catalogue.words(standing.locale)
        try:
            await self._sender.edit(standing.channel, standing.message, cards.nothing(), words(standing.text_id))
        except CannotReach:
            return

    async def circle(self, job: Job) -> None:
        """Those are asked who are in the author's circle: a few at first, after an hour all who listen."""
        vent = VentId(int(job.key.partition("/")[0]))
        many = json.loads(job.payload).get("many")
        clock = await (self._asking.waits(vent) if many is None else self._asking.still_up(vent))
        companions: list[MemberId] = []
        if clock is not None and clock.author is not None:
            for directory in self._circles():
                companions += await directory.companions(clock.guild, clock.author)
        await self._asking.ask_circle(vent, companions, job, many)

    async def role(self, job: Job) -> None:
        """After an hour those are pinged in the room who asked for that."""
        vent, guild = VentId(int(job.key)), job.guild or GuildId(0)
        role = await self._asking.role(guild)
        clock = await self._asking.waits(vent)
        if role is None or clock is None:
            return
        words = await self._words(guild)
        text = words("relay-role", role=f"<@&{role}>", link=clock.place)
        await self._in_room(job, Work.ROLE, clock.room, text, pinging=role)

    async def lift(self, job: Job) -> None:
        """The room's last words but one lead to the card, silently. The panel goes below them by itself."""
        total = int(json.loads(job.payload).get("total", 0))
        clock = await self._asking.waits(VentId(int(job.key)), total)
        if clock is None:
            return
        words = await self._words(clock.guild)
        await self._in_room(job, Work.LIFT, clock.room, words("relay-lift", link=clock.place), total=total)

    async def _in_room(
        self, job: Job, kind: Work, room: ChannelId, text: str, *, pinging: RoleId | None = None, total: int = 0
    ) -> None:
        vent = VentId(int(job.key))
        mark = f"vent:line:{vent}:{job.id}"
        face = cards.in_room(mark, await self._words(job.guild or GuildId(0)))
        try:
            message = await self._sender.send(
                job, room, mark=mark, text=text, face=face, silent=pinging is None, pinging=pinging
            )
        except CannotReach as closed:
            if closed.permission is not None:
                raise  # looked at again with the right there: by then it may not be needed
            return
        await self._asking.stands(vent, kind, message, job, total)

    async def moderators(self, job: Job) -> None:
        """The moderators are asked: after six hours, or because the author wants one of them to answer."""
        about = json.loads(job.payload)
        vent, why, guild = VentId(about["vent"]), str(about["why"]), job.guild or GuildId(0)
        channel = (await self._asking.channels(guild)).moderators
        clock = await (self._asking.waits(vent) if why == "waited" else self._asking.still_up(vent))
        if channel is None or clock is None:
            return
        words = await self._words(guild)
        mark = f"vent:line:{vent}:{job.id}"
        text = words(f"relay-moderators-{why}", room=str(clock.room), link=clock.place)
        try:
            await self._sender.send(job, channel, mark=mark, text=text, face=cards.in_room(mark, words))
        except CannotReach as closed:
            if closed.permission is not None:
                raise

    async def lower(self, job: Job) -> None:
        """What lifted a card goes."""
        room, message = json.loads(job.payload)
        try:
            await self._sender.delete(ChannelId(room), MessageId(message))
        except CannotReach as closed:
            if closed.permission is not None:
                raise

    async def _words(self, guild: GuildId) -> Words:
        return self._catalogue.words((await self._asking.channels(guild)).locale)
