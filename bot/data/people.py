"""What a person chose on a server, and the one way in which the bot writes to them of itself (SPEC 3, SELF).

A note always goes into the inbox first; if they switched direct messages on, a job takes it from there into the
DM. So what they choose meanwhile (quiet, no DMs, forget me) holds for what is already on its way.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, delete, select, update

from bot.data import leaving
from bot.data.inbox import Inbox, Note
from bot.data.queue import Job, NewJob
from bot.data.schema import upsert
from bot.data.tables import job, preference
from bot.data.unit import Look, Rows, Unit, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.ids import ChannelId, GuildId, MemberId

TELL = "bot.tell"
"""The queue's work of taking a note from the inbox into a direct message; `bot.delivery.telling` does it."""

_WHO = (preference.c.guild_id == bindparam("guild"), preference.c.member_id == bindparam("member"))
_AWAY = leaving.AWAY.where(job.c.guild_id == preference.c.guild_id).exists().label("away")
_GET = select(preference, _AWAY).where(*_WHO)
_new = upsert(preference)
_SET = _new.on_conflict_do_update(
    index_elements=["guild_id", "member_id"],
    set_={
        name: _new.excluded[name] for name in ("dm_channel_id", "dm_asked_only", "quiet", "closed", "hushed", "locale")
    },
)
_HOLD = _new.on_conflict_do_update(index_elements=["guild_id", "member_id"], set_={"quiet": preference.c.quiet})
_DMS_CLOSED = (
    update(preference).where(*_WHO, preference.c.dm_channel_id == bindparam("shut")).values(dm_channel_id=None)
)
_PAUSE = _new.on_conflict_do_update(
    index_elements=["guild_id", "member_id"], set_={"paused_until_ms": _new.excluded.paused_until_ms}
)
_SERVERS = select(preference.c.guild_id).where(preference.c.member_id == bindparam("member")).limit(100)
_FORGET = delete(preference).where(*_WHO)


@dataclass(frozen=True)
class Choices:
    """What a person chose on one server."""

    dm: ChannelId | None = None
    """Where to write to them; None: not by direct message."""
    asked_only: bool = False
    """By direct message only what they asked to get that way, feature by feature; all else into the inbox."""
    quiet: bool = False
    """Everything goes into the inbox for a while, whatever else they chose."""
    closed: bool = False
    """Nobody reaches them through the bot."""
    hushed: bool = False
    """Kind words for them are not shown in channels."""
    locale: str | None = None
    paused_until_ms: int = 0
    """They paused what they are asked; `pause` says so, `choose` leaves it as it is."""
    away: bool = False
    """The bot was removed from the server; known of those who chose anything there."""

    def is_silent(self, now_ms: int) -> bool:
        """Whether nothing may come to them by itself: everything waits in the inbox."""
        return self.quiet or self.away or self.paused_until_ms > now_ms


@dataclass(frozen=True)
class Dm:
    """They want it as a direct message, in their language where it is known."""

    channel: ChannelId
    locale: str | None


@dataclass(frozen=True)
class IntoInbox:
    """They look when they want to."""


def choices(look: Look, guild: GuildId, member: MemberId) -> Choices:
    """What they chose, or what holds for whoever chose nothing."""
    row = look.execute(_GET, {"guild": guild, "member": member}).first()
    if row is None:
        return Choices()
    dm = ChannelId(row.dm_channel_id) if row.dm_channel_id is not None else None
    return Choices(
        dm, bool(row.dm_asked_only), bool(row.quiet), bool(row.closed), bool(row.hushed), row.locale,
        row.paused_until_ms or 0, bool(row.away),
    )  # fmt: skip


def held(unit: Unit, guild: GuildId, member: MemberId) -> Choices:
    """The same, and nobody else can change it until this unit ends: for whoever changes a part of it."""
    unit.run(_HOLD, {"guild_id": guild, "member_id": member})
    return choices(unit.connection, guild, member)


def reach(look: Look, guild: GuildId, member: MemberId, now_ms: int) -> Dm | IntoInbox:
    """Where a message to this person goes. Ask again at the moment of sending: they may have chosen anew."""
    chosen = choices(look, guild, member)
    if chosen.dm is None or chosen.asked_only or chosen.is_silent(now_ms):
        return IntoInbox()
    return Dm(chosen.dm, chosen.locale)


def choose(unit: Unit, guild: GuildId, member: MemberId, chosen: Choices) -> None:
    """Keeps what somebody chose, whole."""
    values = {
        "guild_id": guild, "member_id": member, "dm_channel_id": chosen.dm, "dm_asked_only": int(chosen.asked_only),
        "quiet": int(chosen.quiet), "closed": int(chosen.closed), "hushed": int(chosen.hushed),
        "locale": chosen.locale,
    }  # fmt: skip
    unit.run(_SET, values)


def dm_is_closed(unit: Unit, guild: GuildId, member: MemberId, dm: ChannelId) -> None:
    """Discord lets nothing through there: none until they say yes again. Nothing where they said so meanwhile."""
    unit.run(_DMS_CLOSED, {"guild": guild, "member": member, "shut": dm})


def asked_by_dm(chosen: Choices, dm: ChannelId | None, locale: str) -> Choices:
    """They asked to get one thing by direct message: that is no yes to all else (SPEC 2.3), nor takes one back."""
    return replace(chosen, dm=dm, asked_only=chosen.asked_only or chosen.dm is None, locale=locale)


def pause(unit: Unit, guild: GuildId, member: MemberId, until_ms: int | None) -> None:
    """Silent until a moment, or (None) no more."""
    unit.run(_PAUSE, {"guild_id": guild, "member_id": member, "paused_until_ms": until_ms})


def servers(look: Look, member: MemberId) -> Sequence[GuildId]:
    """Where this person has chosen anything; 100 at most."""
    return [GuildId(row.guild_id) for row in look.execute(_SERVERS, {"member": member})]


def forget(unit: Unit, guild: GuildId, member: MemberId) -> None:
    """All choices of a person on this server."""
    unit.run(_FORGET, {"guild": guild, "member": member})


class People:
    """Writes to people of the bot's own accord."""

    def __init__(self, rows: Rows, inbox: Inbox) -> None:
        self.rows = rows
        self._inbox = inbox

    def tell_self(self, unit: Unit, guild: GuildId, member: MemberId, note: Note, *, number: int | None = None) -> None:
        """Tells somebody, as a direct message if they switched these on, else in `/my inbox`.

        Whoever wants to wait for it gives it a `number` and awaits the end of the work (TELL, number).
        """
        by_dm = isinstance(reach(unit.connection, guild, member, unit.now_ms), Dm)
        number = self._inbox.put(unit, guild, member, note, announced=not by_dm, number=number)
        if by_dm:
            unit.schedule(NewJob(kind=TELL, key=str(number), guild=guild))

    @one_look
    def waiting(self, look: Look, job: Job) -> tuple[MemberId, Note] | None:
        """Whom the job writes to and what; None where the note is gone: read, thrown away, or its owner forgotten."""
        return self._inbox.one(look, int(job.key))

    @one_look
    def way_to(self, look: Look, guild: GuildId, member: MemberId) -> Dm | IntoInbox:
        """The same as `reach`, for jobs: asked at the moment of sending."""
        return reach(look, guild, member, to_ms(self.rows.wall.now()))

    @one_unit
    def told(self, unit: Unit, job: Job) -> None:
        """The direct message is there, so nothing waits any more."""
        self._inbox.drop(unit, int(job.key))
        unit.finish(job)

    @one_unit
    def keeps_waiting(self, unit: Unit, job: Job) -> None:
        """They chose the inbox meanwhile: the note stays and is announced there."""
        self._inbox.announce_later(unit, int(job.key))
        unit.finish(job)

    @one_unit
    def dms_are_closed(self, unit: Unit, job: Job, guild: GuildId, member: MemberId, dm: ChannelId) -> None:
        """Discord lets nothing through any more: the note stays, and no direct message until they say yes again."""
        dm_is_closed(unit, guild, member, dm)
        self._inbox.announce_later(unit, int(job.key))
        unit.finish(job)
