"""What people do with their listening hours, and what others may know of all of them together."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.data import people
from bot.data.community import community, now_known, was_seen
from bot.data.unit import Look, Unit, one_aside, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.hours import Hours
from bot.domain.ids import ChannelId, GuildId, MemberId
from cogs.relay.model.hours import FOR_EVER_MS, LOAD, Listener, cover, is_rest_offered, next_monday, tomorrow
from cogs.relay.service.tools import Tools
from cogs.relay.store import clocks, listeners, pings


@dataclass(frozen=True)
class Wished:
    """What somebody filled into the form. `dm` is their direct messages, None for the inbox."""

    hours: Hours
    most: int
    dm: ChannelId | None
    locale: str


class Listening:
    """A person's own hours."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_look
    def of(self, look: Look, guild: GuildId, member: MemberId) -> Listener | None:
        """None for whoever does not listen here."""
        return listeners.one(look, guild, member)

    @one_look
    def servers(self, look: Look, member: MemberId) -> list[GuildId]:
        """Where this person listens."""
        return listeners.servers(look, member)

    def now(self) -> datetime:
        """People's time."""
        return self.rows.wall.now()

    @one_unit
    def begin(self, unit: Unit, guild: GuildId, member: MemberId, wished: Wished) -> Listener:
        """Listens from now on, or with other hours; a pause is over with it. A rest is not: it ends tomorrow."""
        before = listeners.one(unit.connection, guild, member)
        rests = before.rests_until_ms if before is not None else 0
        one = Listener(
            guild, member, wished.hours, wished.most, by_dm=wished.dm is not None, locale=wished.locale,
            rests_until_ms=rests,
        )  # fmt: skip
        listeners.keep(unit, one)
        if wished.dm is not None:
            chosen = people.held(unit, guild, member)
            people.choose(unit, guild, member, people.asked_by_dm(chosen, wished.dm, wished.locale))
        return one

    @one_unit
    def pause(self, unit: Unit, guild: GuildId, member: MemberId, length: timedelta | None) -> Listener:
        """For `length`, or until its owner ends it. Raises Refusal."""
        until = FOR_EVER_MS if length is None else to_ms(unit.now + length)
        return self._paused(unit, guild, member, until)

    @one_unit
    def resume(self, unit: Unit, guild: GuildId, member: MemberId) -> Listener:
        """Pause and rest are over. Raises Refusal."""
        listeners.rest(unit, guild, member, 0)
        return self._paused(unit, guild, member, 0)

    def _paused(self, unit: Unit, guild: GuildId, member: MemberId, until_ms: int) -> Listener:
        listeners.pause(unit, guild, member, until_ms)
        one = listeners.one(unit.connection, guild, member)
        if one is None:
            raise Refusal("hours-none")
        return one

    @one_unit
    def rest(self, unit: Unit, guild: GuildId, member: MemberId, *, until_monday: bool = False) -> None:
        """Until tomorrow or Monday, by their own clock; what they were asked for goes to others.

        Never shorter than a rest that runs. Nothing for those who do not listen.
        """
        one = listeners.one(unit.connection, guild, member)
        if one is None:
            return
        until = next_monday(one.hours.zone, unit.now) if until_monday else tomorrow(one.hours.zone, unit.now)
        listeners.rest(unit, guild, member, max(to_ms(until), one.rests_until_ms))
        for vent in pings.of_member(unit.connection, guild, member):
            pings.passed(unit, vent, member)
            self._tools.forget_ask(unit, vent, member)
            self._tools.look(unit, guild, vent, unit.now)

    @one_unit
    def stop(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        """Nothing more comes, and nothing of it is kept but for a week's turns, so that the day's limit holds."""
        listeners.stop(unit, guild, member)
        for vent in pings.of_member(unit.connection, guild, member):
            self._tools.forget_ask(unit, vent, member)
            pings.leave(unit, vent, member)
            self._tools.look(unit, guild, vent, unit.now)

    async def server_is(self, guild: GuildId, name: str, readers: int) -> None:
        """Keeps what the server is called and about how many read there; writes only what is new."""
        if await self._is_news(guild, name, readers):
            await self._was_seen(guild, name, readers)

    @one_look
    def _is_news(self, look: Look, guild: GuildId, name: str, readers: int) -> bool:
        before = community(look, guild)
        return now_known(before, name, readers, to_ms(self.now())) != before

    @one_aside
    def _was_seen(self, unit: Unit, guild: GuildId, name: str, readers: int) -> None:
        was_seen(unit, guild, name, readers)

    # --- questions of other features: numbers only ------------------------------------------------------------------

    @one_look
    def everybody(self, look: Look, guild: GuildId) -> list[Listener]:
        """Everybody who agreed to listen."""
        return listeners.everybody(look, guild)

    @one_aside
    def wrote(self, unit: Unit, guild: GuildId, member: MemberId) -> bool:
        """Counts one line under a key that names nobody; whether to offer a rest."""
        refs = self._tools.keys.refs(LOAD, guild, member)
        listeners.rewrite_load(unit, refs)
        return is_rest_offered(*listeners.count_load(unit, refs[0]))


class Cover:
    """Answers `ListeningCover`: how many, never who."""

    def __init__(self, listening: Listening) -> None:
        self._listening = listening

    async def now(self, guild: GuildId) -> int:
        """How many may be asked for a line at this moment."""
        return (await self.by_hour(guild))[0]

    async def by_hour(self, guild: GuildId) -> list[int]:
        """How many in each of the next 24 hours, this one first."""
        return cover(await self._listening.everybody(guild), self._listening.now())

    async def waiting(self, guild: GuildId) -> list[int]:
        """When each vent that nobody has answered yet went up, the longest waiting first."""
        return await self._listening.rows.read(lambda look: clocks.unanswered(look, guild))


class Rests:
    """Answers `RestOffers`."""

    def __init__(self, listening: Listening) -> None:
        self._listening = listening

    async def wrote_once_more(self, guild: GuildId, member: MemberId) -> bool:
        """Counts one line or answer; whether to offer this person a rest now."""
        return await self._listening.wrote(guild, member)
