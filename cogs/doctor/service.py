"""What the doctor remembers, and what it can mend in the rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.data import backlog, guilds, scopes, upkeep
from bot.data.guilds import Channels
from bot.data.inbox import Note
from bot.data.people import People
from bot.data.queue import Job
from bot.data.unit import Look, Rows, Unit, one_aside, one_look, one_unit
from bot.domain.clock import from_ms, to_ms
from bot.domain.events import RoomsChosen
from bot.domain.ids import ChannelId, GuildId, MemberId, RoleId
from bot.domain.ports import BoardItem
from cogs.doctor.model import DOCTOR, HINDERED, MEANT_AT_MOST, TOLD_AGAIN_MS


@dataclass(frozen=True)
class Known:
    """What the rows say of a server."""

    channels: Channels
    on: frozenset[str]
    moderators: frozenset[RoleId]
    not_seekers: frozenset[RoleId]
    ping: RoleId | None
    meant: tuple[str, ...]
    backlog: upkeep.Backlog
    backup_age: timedelta | None


class CheckUps:
    """For people who manage a server; whether somebody does was asked before."""

    def __init__(self, rows: Rows, people: People, wake: Callable[[], None]) -> None:
        self.rows = rows
        self._people = people
        self._wake = wake

    @one_look
    def known(self, look: Look, guild: GuildId) -> Known:
        """All there is in the rows."""
        now = self.rows.wall.now()
        backup = upkeep.last_backup(look)
        return Known(
            guilds.channels(look, guild), guilds.features(look, guild), guilds.moderator_roles(look, guild),
            guilds.not_seekers(look, guild), guilds.ping_role(look, guild),
            tuple(guilds.section(look, guild, DOCTOR).get("meant", ())),
            upkeep.backlog(look, guild, to_ms(now)), now - from_ms(backup) if backup is not None else None,
        )  # fmt: skip

    async def begin(self, guild: GuildId) -> None:
        """What waited for a right on this server is tried now: somebody is looking, so something may be mended."""
        await self._begin(guild)
        self._wake()

    @one_aside
    def _begin(self, unit: Unit, guild: GuildId) -> None:
        backlog.go_on(unit.connection, guild)

    @one_aside
    def still_hindered(self, unit: Unit, guild: GuildId, keys: Sequence[str]) -> None:
        """Forgets what hindered the bot and does so no more: told again at once if it comes back."""
        before = guilds.held(unit, guild, HINDERED)
        after = {key: at for key, at in before.items() if key in keys}
        if after != before:
            guilds.choose(unit, guild, HINDERED, after)

    @one_unit
    def is_meant(self, unit: Unit, guild: GuildId, key: str) -> None:
        """*It's meant to be*: not shown again here. The oldest goes where there are too many."""
        meant = [one for one in self._meant(unit, guild) if one != key]
        guilds.choose(unit, guild, DOCTOR, {"meant": [*meant, key][-MEANT_AT_MOST:]})

    @one_unit
    def is_not_meant(self, unit: Unit, guild: GuildId, key: str) -> None:
        """*Show it again*."""
        guilds.choose(unit, guild, DOCTOR, {"meant": [one for one in self._meant(unit, guild) if one != key]})

    def _meant(self, unit: Unit, guild: GuildId) -> list[str]:
        return list(guilds.held(unit, guild, DOCTOR).get("meant", ()))

    # --- mending ----------------------------------------------------------------------------------------------------

    @one_unit
    def place_panels(self, unit: Unit, guild: GuildId) -> None:
        """The way in goes into its rooms anew."""
        unit.emit(RoomsChosen(guild, guilds.channels(unit.connection, guild).vent_rooms))

    @one_unit
    def register_commands(self, unit: Unit, guild: GuildId) -> None:
        """Discord is told this server's commands again."""
        scopes.forget_scope(unit, guild)
        scopes.plant_sync(unit, guild)

    @one_unit
    def try_again(self, unit: Unit, guild: GuildId) -> None:
        """What was given up here is tried once more; each piece of work looks itself whether it is still wanted."""
        backlog.revive(unit.connection, guild)
        unit.scheduled = True

    @one_unit
    def forget_place(self, unit: Unit, guild: GuildId, channel: ChannelId) -> None:
        """A place that is gone is not chosen any more."""
        guilds.held(unit, guild, guilds.CHANNELS)
        chosen = guilds.channels(unit.connection, guild)
        rooms = tuple(room for room in chosen.vent_rooms if room != channel)
        moderators = None if chosen.moderators == channel else chosen.moderators
        wins = None if chosen.wins == channel else chosen.wins
        guilds.choose_channels(unit, guild, replace(chosen, vent_rooms=rooms, moderators=moderators, wins=wins))

    @one_unit
    def forget_role(self, unit: Unit, guild: GuildId, role: RoleId) -> None:
        """A role that is gone is nobody's any more."""
        chosen = guilds.held(unit, guild, guilds.ROLES)
        for name in ("moderators", "not_seekers"):
            if role in chosen.get(name, ()):
                chosen[name] = [one for one in chosen[name] if one != role]
        if chosen.get("ping") == role:
            chosen["ping"] = None
        guilds.choose(unit, guild, guilds.ROLES, chosen)

    # --- passing on -------------------------------------------------------------------------------------------------

    @one_look
    def moderators(self, look: Look, guild: GuildId) -> tuple[ChannelId | None, str | None]:
        """(the moderators' place, the server's language)"""
        channels = guilds.channels(look, guild)
        return channels.moderators, channels.locale

    @one_unit
    def owner_is_told(self, unit: Unit, job: Job, owner: MemberId, note: Note) -> None:
        """Where the moderators cannot be reached, whoever owns the server hears of it."""
        self._people.tell_self(unit, job.guild or GuildId(0), owner, note)
        unit.finish(job)

    @one_look
    def _hindered(self, look: Look, guild: GuildId) -> dict[str, int]:
        since = to_ms(self.rows.wall.now()) - TOLD_AGAIN_MS
        return {key: at for key, at in guilds.section(look, guild, HINDERED).items() if at >= since}

    async def board(self, guild: GuildId) -> Sequence[BoardItem]:
        """What hindered the bot in the last day, in one line (`bot.domain.ports.OnBoard`)."""
        found = await self._hindered(guild)
        if not found:
            return []
        return [BoardItem("doctor-board", {"count": len(found)}, min(found.values()), "doctor-look", "doctor:open")]
