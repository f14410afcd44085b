"""What stands beside a post of what was done to its author while nobody knew them, and goes once it carries a name."""

from collections.abc import Sequence

from bot.data import modlog, mutes
from bot.data.unit import Unit
from bot.domain.ids import GuildId, MessageId
from cogs.moderation.model import OF_THE_AUTHOR
from cogs.moderation.store import reports


def let_go(unit: Unit, guild: GuildId, messages: Sequence[MessageId]) -> None:
    """Nothing ties these posts any more to a mute, or to an act that reached all that their author had up."""
    mutes.lose_post(unit, guild, messages)
    modlog.lose_post(unit, guild, messages)
    reports.lose_act(unit, guild, OF_THE_AUTHOR, messages)
