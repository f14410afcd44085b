"""Private threads that a plan needs no more: what the bot wrote there names its owner."""

from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.ids import ChannelId, GuildId
from cogs.checkins.model.plan import Work


def take_away(unit: Unit, guild: GuildId, thread: ChannelId | None) -> None:
    """The thread goes from Discord, with all that stands in it; nothing where there is none."""
    if thread is not None:
        unit.schedule(NewJob(kind=Work.CLEAR, key=str(thread), guild=guild))
