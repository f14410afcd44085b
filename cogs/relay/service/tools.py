"""What the relay's services have in common."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random, SystemRandom

from bot.data import backlog, guilds
from bot.data.doors import Doors
from bot.data.inbox import AUTHOR, Inbox
from bot.data.keys import Keys
from bot.data.people import People
from bot.data.queue import NewJob
from bot.data.unit import Look, Rows, Unit
from bot.domain.events import WaitingChanged
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, Ref, VentId
from cogs.relay.model.waiting import FEATURE, Clock, Work
from cogs.relay.store import clocks, pings

MODERATION = "moderation"


@dataclass(frozen=True)
class Standing:
    """A message of ours and the words it is to have from now on."""

    channel: ChannelId
    message: MessageId
    text_id: str
    locale: str | None


@dataclass(frozen=True)
class Tools:
    """Shared by the services of this feature; each method is a step inside somebody's unit."""

    rows: Rows
    keys: Keys
    inbox: Inbox
    doors: Doors
    people: People
    random: Random = SystemRandom()  # noqa: RUF009  it has no state

    def refs(self, guild: GuildId, member: MemberId) -> Sequence[Ref]:
        """What an anonymous author is known by, under all living keys."""
        return self.keys.refs(AUTHOR, guild, member)

    def is_by(self, clock: Clock, member: MemberId) -> bool:
        """Whether this person wrote the vent."""
        if clock.author_ref is not None:
            return clock.author_ref in self.refs(clock.guild, member)
        return clock.author == member

    def is_on(self, look: Look, guild: GuildId) -> bool:
        """Whether the server wants people to be asked at all; looked at when it would happen."""
        return FEATURE in guilds.features(look, guild)

    def look(self, unit: Unit, guild: GuildId, vent: VentId, due: datetime) -> None:
        """The vent is looked at then, whatever was planned."""
        if not unit.schedule(NewJob(kind=Work.LOOK, key=str(vent), due=due, guild=guild)):
            backlog.hurry(unit.connection, Work.LOOK, str(vent), due)

    def reword(self, unit: Unit, guild: GuildId, standing: Standing) -> None:
        """A message of ours gets other words. Where it stands may say whose it is, so it is sealed."""
        key = str(standing.message)
        place = json.dumps([standing.channel, standing.message, standing.text_id, standing.locale])
        sealed = self.keys.seal(place, f"settle|{key}")
        unit.schedule(NewJob(kind=Work.SETTLE, key=key, guild=guild, sealed=sealed))

    def has_moderators(self, look: Look, guild: GuildId) -> bool:
        """Whether anybody can be asked: in their channel, or by the board and by word to who is on duty."""
        return guilds.channels(look, guild).moderators is not None or MODERATION in guilds.features(look, guild)

    def ask_moderators(self, unit: Unit, clock: Clock, why: str) -> None:
        """They are asked in their channel; without one it stands on the board (`service.board`)."""
        if guilds.channels(unit.connection, clock.guild).moderators is None:
            unit.emit(WaitingChanged(clock.guild))
            return
        payload = json.dumps({"vent": clock.vent, "why": why})
        unit.schedule(NewJob(kind=Work.MODERATORS, key=f"{clock.vent}/{why}", guild=clock.guild, payload=payload))

    def forget_ask(self, unit: Unit, vent: VentId, member: MemberId) -> None:
        """They said that they would rather not: it waits in their inbox no more."""
        for ask in pings.of(unit.connection, vent):
            if ask.member == member:
                self.inbox.drop(unit, ask.id)

    def lower(self, unit: Unit, clock: Clock) -> None:
        """What lifted the card goes."""
        if clock.lift_message is not None:
            place = json.dumps([clock.room, clock.lift_message])
            unit.schedule(NewJob(kind=Work.LOWER, key=str(clock.lift_message), guild=clock.guild, payload=place))
            clocks.lift_message_is(unit, clock.vent, None)
