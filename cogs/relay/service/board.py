"""What waits for moderators where they have no channel to be asked in (SPEC 3, MOD)."""

from collections.abc import Sequence

from bot.data import guilds
from bot.data.unit import Look, one_look
from bot.domain.ids import GuildId
from bot.domain.ports import BoardItem
from cogs.relay.model.waiting import FEATURE, LIFT_AFTER, Clock
from cogs.relay.service.tools import Tools
from cogs.relay.store import clocks

AT_ONCE = 2
"""So many posts at a time: reports need room beside them."""
_LIFT_MS = LIFT_AFTER.total_seconds() * 1_000


class Board:
    """Answers `OnBoard`. With it comes the word to whoever is on duty."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows

    @one_look
    def board(self, look: Look, guild: GuildId) -> Sequence[BoardItem]:
        """Posts that have waited for six hours, until a day is over, and those whose author asked for a moderator."""
        if guilds.channels(look, guild).moderators is not None or FEATURE not in guilds.features(look, guild):
            return []
        items = [_item(clock) for clock in clocks.for_moderators(look, guild, most=2 * AT_ONCE)]
        return sorted(items, key=lambda item: item.since_ms)[:AT_ONCE]


def _item(clock: Clock) -> BoardItem:
    why, since_ms = "waited", clock.started_ms + int(_LIFT_MS)
    if clock.asked_ms:
        why, since_ms = "asked", clock.asked_ms
    args: dict[str, str | int] = {"room": str(clock.room), "link": clock.place}
    return BoardItem(f"relay-moderators-{why}", args, since_ms, "relay-write", f"vent:line:{clock.vent}")
