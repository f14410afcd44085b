"""What people who manage a server do."""

from collections.abc import Sequence
from dataclasses import replace

from bot.data import guilds
from bot.data.guilds import Channels
from bot.data.scopes import plant_sync
from bot.data.unit import Look, Rows, Unit, one_look, one_unit
from bot.domain.events import RoomsChosen
from bot.domain.ids import ChannelId, GuildId
from cogs.setup.model import FIRST_FEATURES


class Servers:
    """A server's choices."""

    def __init__(self, rows: Rows, known: Sequence[str]) -> None:
        self.rows = rows
        self._first = tuple(name for name in FIRST_FEATURES if name in known)

    @one_look
    def channels(self, look: Look, guild: GuildId) -> Channels:
        return guilds.channels(look, guild)

    @one_unit
    def choose(
        self, unit: Unit, guild: GuildId, *, vent_room: ChannelId | None, moderators: ChannelId | None,
        wins: ChannelId | None, country: str | None, locale: str | None,
    ) -> Channels:  # fmt: skip
        """Keeps what was chosen (None leaves a choice as it was), switches the first features on, tells everybody."""
        before = guilds.channels(unit.connection, guild)
        chosen = replace(
            before,
            vent_rooms=(vent_room,) if vent_room is not None else before.vent_rooms,
            moderators=moderators if moderators is not None else before.moderators,
            wins=wins if wins is not None else before.wins,
            country=country or before.country,
            locale=locale or before.locale,
        )
        guilds.choose_channels(unit, guild, chosen)
        if chosen.vent_rooms:
            guilds.switch_on(unit, guild, self._first)
            plant_sync(unit, guild)
            unit.emit(RoomsChosen(guild, chosen.vent_rooms))
        return chosen
