"""How many can read where people vent: counted when rooms are chosen, with every post, and daily."""

from datetime import timedelta

from bot.data import community, guilds
from bot.data.queue import Job, NewJob
from bot.data.unit import Unit, one_unit
from bot.domain.ids import GuildId
from cogs.venting.model.vent import FEATURE
from cogs.venting.model.work import Work
from cogs.venting.service.tools import Tools
from cogs.venting.store import rooms

COUNT_EVERY, COUNT_AGAIN = timedelta(days=1), timedelta(hours=1)
"""The second where Discord did not say."""
SPREAD_S = 3_600


class Counting:
    """For the job that counts."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows

    @one_unit
    def was_counted(self, unit: Unit, guild: GuildId, seen: tuple[str, int] | None, job: Job) -> None:
        """(the server's name, how many can read in its vent rooms), or None where Discord did not say.

        Nobody counts where there is nowhere to vent.
        """
        unit.finish(job)
        is_on = FEATURE in guilds.features(unit.connection, guild)
        if not is_on or not guilds.channels(unit.connection, guild).vent_rooms:
            return
        if seen is not None:
            community.was_seen(unit, guild, *seen, counted=True)
        rooms.count_readers(unit, guild, unit.now + (COUNT_AGAIN if seen is None else COUNT_EVERY))

    def plant(self, unit: Unit) -> None:
        """Wherever the way in is; not everywhere at one time, on this day and every other."""
        for guild in rooms.guilds_with_panel(unit.connection):
            due = unit.now + timedelta(seconds=guild % SPREAD_S)
            unit.schedule(NewJob(kind=Work.COUNT, key=str(guild), due=due, guild=guild))
