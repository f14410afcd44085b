"""What the doctor does when Discord refuses the bot something: the moderators read of it, once a day per cause."""

from bot.data import guilds
from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.events import Hindered
from cogs.doctor.model import HINDERED, HINDERED_AT_MOST, TELL, TOLD_AGAIN_MS, key_of_right


def pass_on(unit: Unit, fact: Hindered) -> None:
    """Plans to tell them, unless they heard of the same right in the same place within a day."""
    told = guilds.held(unit, fact.guild, HINDERED)
    key = key_of_right(fact.permission, fact.place)
    recent = {one: at for one, at in told.items() if unit.now_ms - at < TOLD_AGAIN_MS}
    if key in recent or len(recent) >= HINDERED_AT_MOST:
        return
    guilds.choose(unit, fact.guild, HINDERED, recent | {key: unit.now_ms})
    unit.schedule(NewJob(kind=TELL, key=f"{fact.guild}/{key}", guild=fact.guild, payload=key))
