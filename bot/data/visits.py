"""How many different people use the bot on a server, counted without watching anybody (SPEC 4.12).

A person leaves one row: a ref of a purpose of its own, so it meets no other row of theirs, and the week in which they
were here last, never a moment. After four weeks it goes. See docs/decisions/0022-counting-people.md.
"""

from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, delete, func, select

from bot.data.keys import Keys
from bot.data.schema import upsert
from bot.data.tables import visit
from bot.data.unit import Look, Rows, Unit, one_aside
from bot.domain.groups import PEOPLE_WITHIN_DAYS
from bot.domain.ids import GuildId, MemberId, Ref

PURPOSE = "visit"
"""The purpose of these refs."""

_new = upsert(visit)
_HERE = _new.on_conflict_do_update(index_elements=["guild_id", "who_ref"], set_={"week": _new.excluded.week})
_OLDER_KEYS = delete(visit).where(
    visit.c.guild_id == bindparam("guild"), visit.c.who_ref.in_(bindparam("refs", expanding=True))
)
_PEOPLE = select(func.count()).where(visit.c.guild_id == bindparam("guild"), visit.c.week > bindparam("before"))
_OVER = delete(visit).where(visit.c.week <= bindparam("before"))


class Visits:
    """Notes who was here; a row is written once a week, the rest is remembered while the process lives."""

    def __init__(self, rows: Rows, keys: Keys) -> None:
        self.rows = rows
        self._keys = keys
        self._week = 0
        self._noted: set[Ref] = set()

    async def note(self, guild: GuildId, member: MemberId) -> None:
        """Somebody used the bot here."""
        week = week_of(self.rows.wall.now())
        if week != self._week:
            self._week, self._noted = week, set()
        ref = self._keys.ref(PURPOSE, guild, member)
        if ref not in self._noted:
            self._noted.add(ref)
            await self._write(guild, member, week)

    @one_aside
    def _write(self, unit: Unit, guild: GuildId, member: MemberId, week: int) -> None:
        newest, *older = self._keys.refs(PURPOSE, guild, member)
        if older:  # else one person would count twice after a rotation
            unit.run(_OLDER_KEYS, {"guild": guild, "refs": older})
        unit.run(_HERE, {"guild_id": guild, "who_ref": newest, "week": week})


def people(look: Look, guild: GuildId, now: datetime) -> int:
    """How many different people were here in this week and the three before."""
    return int(look.execute(_PEOPLE, {"guild": guild, "before": _first_gone(now)}).scalar_one())


def expire(unit: Unit) -> None:
    """Throws away who has not been here for four weeks."""
    unit.run(_OVER, {"before": _first_gone(unit.now)})


def week_of(moment: datetime) -> int:
    """The week's Monday (UTC), in days since 1970-01-01."""
    day = (moment.date() - date(1970, 1, 1)).days
    return day - moment.weekday()


def monday(week: int) -> date:
    """The day that `week_of` numbered."""
    return date(1970, 1, 1) + timedelta(days=week)


def _first_gone(now: datetime) -> int:
    return week_of(now - timedelta(days=PEOPLE_WITHIN_DAYS))
