"""What is kept about a person: counted, given as a copy, forgotten."""

from collections.abc import Sequence

from bot.data import leaving
from bot.data.forgetting import Forgetting
from bot.data.inbox import AUTHOR
from bot.data.keys import Keys
from bot.data.mutes import is_muted
from bot.data.persons import Copy, Person, PersonRows
from bot.data.unit import Look, Rows, one_look
from bot.domain.clock import from_ms, to_ms
from bot.domain.ids import GuildId, MemberId
from cogs.yourdata.model import Account, Kept, Muted

_MOMENT = "_ms"
NO_END = "without an end"


class Accounts:
    """Asks every feature's privacy room."""

    def __init__(self, rows: Rows, keys: Keys, kept: Sequence[PersonRows], forgetting: Forgetting) -> None:
        self.rows = rows
        self._forgetting = forgetting
        self._keys = keys
        self._kept = kept

    @one_look
    def account(self, look: Look, guild: GuildId, member: MemberId) -> Account:
        """In numbers, without what there is none of."""
        who = Person(guild, member, self._keys)
        counted = [Kept(rows.text_id, rows.count(look, who)) for rows in self._kept]
        held = is_muted(look, guild, self._keys.refs(AUTHOR, guild, member), to_ms(self.rows.wall.now()))
        muted = Muted(to_ms(held.until)) if held is not None else None
        return Account(guild, tuple(one for one in counted if one.count), muted)

    @one_look
    def copy(self, look: Look, guild: GuildId, member: MemberId) -> dict[str, list[Copy]]:
        """Every row as its person may read it, by kind; kinds of which there is none too."""
        who = Person(guild, member, self._keys)
        return {rows.name: [_readable(row) for row in rows.export(look, who)] for rows in self._kept}

    async def forget(self, guild: GuildId, member: MemberId) -> None:
        """Erases everything in one unit; what must go from Discord is scheduled in it."""
        await self._forgetting.person(guild, member)

    @one_look
    def servers(self, look: Look, member: MemberId) -> Sequence[GuildId]:
        """Where anything is kept about this person, by name or by key; also where nothing is switched on (any more)."""
        return [guild for guild in leaving.servers(look) if self._knows(look, guild, member)]

    def _knows(self, look: Look, guild: GuildId, member: MemberId) -> bool:
        who = Person(guild, member, self._keys)
        return any(rows.count(look, who) for rows in self._kept)


def _readable(row: Copy) -> Copy:
    """Moments as dates that a person can read."""
    return {
        name.removesuffix(_MOMENT): _date(value) if name.endswith(_MOMENT) and isinstance(value, int) else value
        for name, value in row.items()
    }


def _date(ms: int) -> str | None:
    """None for what never was; a pause without an end ends later than the calendar does."""
    if ms == 0:
        return None
    try:
        return from_ms(ms).isoformat(timespec="seconds")
    except OverflowError:
        return NO_END
