"""The board, and the moderators who want to be written to when something is on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.data import guilds, people
from bot.data.community import community
from bot.data.inbox import Note
from bot.data.mutes import braked_until
from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.hours import Hours
from bot.domain.ids import ChannelId, GuildId, MemberId, RoleId
from bot.domain.ports import BoardItem, ListeningCover, OnBoard
from cogs.moderation.model import BOARD_SHOWN, LOOKED_AT_EVERY, Duty, Overview, Standing, Work
from cogs.moderation.service.tools import Tools
from cogs.moderation.store import desk

MODERATION = "moderation"


@dataclass(frozen=True)
class Asked:
    """Who knows what the board shows."""

    items: Callable[[], Sequence[OnBoard]]
    cover: Callable[[], Sequence[ListeningCover]]


@dataclass(frozen=True)
class Call:
    """Somebody on duty is to be written to. `dm` is None where it goes to the inbox."""

    duty: Duty
    dm: ChannelId | None
    server: str
    board: Standing | None
    roles: frozenset[RoleId]


class Desk:
    """For the board's job, and for moderators who come and go."""

    def __init__(self, tools: Tools, asked: Asked) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._asked = asked

    # --- what waits -------------------------------------------------------------------------------------------------

    async def overview(self, guild: GuildId) -> Overview:
        """What waits for moderators now, the longest first."""
        items = [item for each in self._asked.items() for item in await each.board(guild)]
        items.sort(key=lambda item: item.since_ms)
        covers = self._asked.cover()
        waiting = [since for each in covers for since in await each.waiting(guild)]
        listening = [await each.by_hour(guild) for each in covers]
        now = self.rows.wall.now()
        until = await self.rows.read(lambda look: braked_until(look, guild, to_ms(now)))
        return Overview(
            items=items[:BOARD_SHOWN], more=len(items) > BOARD_SHOWN, waiting=sorted(waiting),
            listening=sum(hours[0] for hours in listening), roster=any(sum(hours) for hours in listening),
            braked_until=until, now_ms=to_ms(now),
        )  # fmt: skip

    @one_look
    def place(self, look: Look, guild: GuildId) -> tuple[ChannelId | None, str | None, Standing | None]:
        """(the moderators' place, the server's language, the board that stands)"""
        channels = guilds.channels(look, guild)
        return channels.moderators, channels.locale, desk.board_of(look, guild)

    @one_unit
    def stands(
        self, unit: Unit, guild: GuildId, before: Standing | None, after: Standing | None, items: Sequence[BoardItem]
    ) -> Standing | None:
        """The board is there (`after`; None: nowhere). Who is on duty and has not heard of something is written to.

        Gives a board that somebody else has put up meanwhile: there is one only.
        """
        known = {one.message for one in (before, after) if one is not None}
        there = desk.board_of(unit.connection, guild)
        if after is None:
            desk.no_board(unit, guild)
        else:
            desk.board_stands(unit, guild, after)
        for duty in desk.everybody_on_duty(unit.connection, guild):
            if duty.is_pinged(items, unit.now, unit.now_ms):
                desk.pinged(unit, duty.id)
                unit.schedule(NewJob(kind=Work.PING, key=f"{duty.id}/{unit.now_ms}", guild=guild, payload=str(duty.id)))
        return there if there is not None and there.message not in known else None

    def watch(self, unit: Unit, job: Job) -> None:
        """Time has passed: the board is looked at, and again in a while, as long as anybody moderates with it."""
        guild = job.guild or GuildId(0)
        if MODERATION in guilds.features(unit.connection, guild):
            desk.look(unit, guild, unit.now)
            plant_watch(unit, guild)

    def plant_watches(self, unit: Unit) -> None:
        for guild in guilds.guilds_with_features(unit.connection):
            if MODERATION in guilds.features(unit.connection, guild):
                plant_watch(unit, guild)

    # --- on duty ----------------------------------------------------------------------------------------------------

    @one_look
    def duty(self, look: Look, guild: GuildId, member: MemberId) -> Duty | None:
        return desk.duty_of(look, guild, member)

    @one_unit
    def begin(
        self, unit: Unit, guild: GuildId, member: MemberId, hours: Hours, *, dm: ChannelId | None, locale: str | None
    ) -> None:
        """*Ping me*: they are written to within these hours, once an hour at most."""
        desk.begin_duty(unit, guild, member, hours, dm=dm, locale=locale)
        desk.look(unit, guild, unit.now)

    @one_unit
    def end(self, unit: Unit, guild: GuildId, member: MemberId) -> bool:
        """*Off*; False if they were not on duty."""
        return desk.end_duty(unit, guild, member)

    @one_look
    def call(self, look: Look, job: Job) -> Call | None:
        """Looked at again at the moment of sending; None where they or all of it are off, or their hours over."""
        duty = desk.duty(look, int(job.payload))
        if duty is None or not duty.hours.holds_at(self.rows.wall.now()):
            return None
        if MODERATION not in guilds.features(look, duty.guild):
            return None
        quiet = people.choices(look, duty.guild, duty.member).is_silent(to_ms(self.rows.wall.now()))
        known, roles = community(look, duty.guild), guilds.moderator_roles(look, duty.guild)
        return Call(duty, None if quiet else duty.dm, known.name, desk.board_of(look, duty.guild), roles)

    @one_unit
    def into_inbox(self, unit: Unit, call: Call, note: Note, job: Job, *, closed: bool) -> None:
        """They look when they want to; `closed`: Discord lets nothing through any more."""
        if closed:
            desk.dms_are_closed(unit, call.duty.id)
        self._tools.inbox.put(unit, call.duty.guild, call.duty.member, note)
        unit.finish(job)


def plant_watch(unit: Unit, guild: GuildId, after: timedelta = LOOKED_AT_EVERY) -> None:
    """The next look at a server's board."""
    unit.schedule(NewJob(kind=Work.WATCH, key=str(guild), due=unit.now + after, guild=guild))
