"""The rows of rooms: panels, and the group's answers to "How is it now?"."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select

from bot.data import backlog
from bot.data.queue import NewJob
from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import ChannelId, GuildId, MessageId
from cogs.venting.model.vent import How, Panel
from cogs.venting.model.work import Work
from cogs.venting.store.tables import panel, vent_how

_new_panel = upsert(panel)
_PANEL_IS = _new_panel.on_conflict_do_update(
    index_elements=["room_id"],
    set_={"message_id": _new_panel.excluded.message_id, "moved_ms": _new_panel.excluded.moved_ms},
)
_PANEL = select(panel).where(panel.c.room_id == bindparam("room"))
_ROOMS = select(panel.c.room_id).where(panel.c.guild_id == bindparam("guild"))
_GUILDS = select(panel.c.guild_id).distinct()
_FORGET = delete(panel).where(panel.c.room_id == bindparam("room"))
_COUNT = upsert(vent_how).on_conflict_do_update(
    index_elements=["guild_id", "week", "how"], set_={"answers": vent_how.c.answers + 1}
)


_HOWS = select(vent_how).where(vent_how.c.guild_id == bindparam("guild"))


def panel_of(look: Look, room: ChannelId) -> Panel | None:
    row = look.execute(_PANEL, {"room": room}).first()
    return Panel(row.message_id, row.moved_ms) if row is not None else None


def rooms_with_panel(look: Look, guild: GuildId) -> list[ChannelId]:
    """The rooms of a server that have, or had, the way in."""
    return [ChannelId(row.room_id) for row in look.execute(_ROOMS, {"guild": guild})]


def guilds_with_panel(look: Look) -> list[GuildId]:
    """The servers with such rooms."""
    return [GuildId(row.guild_id) for row in look.execute(_GUILDS)]


def count_readers(unit: Unit, guild: GuildId, due: datetime) -> None:
    """How many can read there is counted then, whatever was planned."""
    if not unit.schedule(NewJob(kind=Work.COUNT, key=str(guild), due=due, guild=guild)):
        backlog.hurry(unit.connection, Work.COUNT, str(guild), due)


def forget_panel(unit: Unit, room: ChannelId) -> None:
    """It belongs there no more."""
    unit.run(_FORGET, {"room": room})


def panel_is(unit: Unit, guild: GuildId, room: ChannelId, message: MessageId | None) -> None:
    unit.run(_PANEL_IS, {"room_id": room, "guild_id": guild, "message_id": message, "moved_ms": unit.now_ms})


def count_how(unit: Unit, guild: GuildId, week: int, how: How) -> None:
    """One more such answer in that week; nobody's name is with it."""
    unit.run(_COUNT, {"guild_id": guild, "week": week, "how": how, "answers": 1})


def hows(look: Look, guild: GuildId) -> dict[int, dict[How, int]]:
    """Such answers by week and kind."""
    found: dict[int, dict[How, int]] = {}
    for row in look.execute(_HOWS, {"guild": guild}):
        found.setdefault(row.week, {})[How(row.how)] = row.answers
    return found
