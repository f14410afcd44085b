"""A server and everybody on it: which there are, who is known by id, and how all of it goes (SPEC 4.10)."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cache

from sqlalchemy import Column, CompoundSelect, Delete, Select, Table, bindparam, delete, func, select, union

from bot.data import guilds, scopes
from bot.data.backlog import drop
from bot.data.queue import NewJob
from bot.data.schema import MEMBER, METADATA
from bot.data.tables import command_scope, job
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MemberId

KEPT = timedelta(days=14)
"""How long a server's data stays once the bot was removed from it."""
GOODBYE = "bot.goodbye"
"""The queue's work of throwing a server's data away when KEPT is over."""
GUILD = "guild_id"
AWAY = select(job.c.guild_id).where(job.c.kind == GOODBYE, job.c.guild_id.is_not(None))
"""The servers from which the bot was removed and of which something is kept: a few, by one index."""
NOT_OF_A_SERVER = frozenset({command_scope.name})
"""What Discord was last told, also of a scope that is no server: 0."""


def tables_of_servers() -> list[Table]:
    """Every table with a server's number in it, what hangs on others first."""
    return [table for table in reversed(METADATA.sorted_tables) if GUILD in table.c]


@cache
def _purges() -> Sequence[Delete]:
    return [delete(table).where(table.c[GUILD] == bindparam("guild")) for table in tables_of_servers()]


def purge(unit: Unit, guild: GuildId) -> None:
    """Throws everything away. What hangs on these rows without a number of its own goes with them (ON DELETE CASCADE).

    What nobody could tell to be this server's, refs in counts of a day or a week, runs out by itself.
    """
    for statement in _purges():
        unit.run(statement, {"guild": guild})


def count(look: Look, guild: GuildId) -> dict[str, int]:
    """How many rows of which table are this server's; without those that have none."""
    found: dict[str, int] = {}
    for table in reversed(tables_of_servers()):
        where = table.c[GUILD] == guild
        found[table.name] = int(look.execute(select(func.count()).select_from(table).where(where)).scalar_one())
    return {name: rows for name, rows in found.items() if rows}


@cache
def _servers() -> CompoundSelect[int]:
    named = [table for table in tables_of_servers() if table.name not in NOT_OF_A_SERVER]
    return union(*(select(table.c[GUILD]).where(table.c[GUILD] > 0) for table in named))


def servers(look: Look) -> list[GuildId]:
    """Every server of which anything is kept."""
    return sorted(GuildId(row[0]) for row in look.execute(_servers()))


def members_columns() -> list[Column[int]]:
    """Every column that holds a user's own id beside a server's number."""
    return [column for table in tables_of_servers() for column in table.c if column.info.get(MEMBER)]


@cache
def _members() -> CompoundSelect[int]:
    def one(column: Column[int]) -> Select[int]:
        return select(column).where(column.table.c[GUILD] == bindparam("guild"), column.is_not(None))

    return union(*(one(column) for column in members_columns()))


def members(look: Look, guild: GuildId) -> list[MemberId]:
    """Everybody of whom something is kept here by id, each once."""
    return sorted(MemberId(row[0]) for row in look.execute(_members(), {"guild": guild}))


def named_in(look: Look, guild: GuildId, member: MemberId) -> dict[str, int]:
    """In how many rows of which table somebody stands by id. What is kept by key is not counted: nobody may ask."""
    found: dict[str, int] = {}
    for column in members_columns():
        where = (column.table.c[GUILD] == guild, column == member)
        rows = int(look.execute(select(func.count()).select_from(column.table).where(*where)).scalar_one())
        name = str(column.table.name)
        found[name] = found.get(name, 0) + rows
    return {name: rows for name, rows in found.items() if rows}


# --- the bot was removed from a server ------------------------------------------------------------------------------


def was_removed(unit: Unit, guild: GuildId) -> None:
    """Its data goes in KEPT, unless the bot is added again. The first time counts."""
    unit.schedule(NewJob(kind=GOODBYE, key=str(guild), guild=guild, due=unit.now + KEPT))


def was_added(unit: Unit, guild: GuildId) -> None:
    """What is kept there stays. The server's own commands went with the bot: Discord is told them anew."""
    drop(unit.connection, GOODBYE, str(guild))
    scopes.forget_scope(unit, guild)
    if guilds.features(unit.connection, guild):
        scopes.plant_sync(unit, guild)


def away(look: Look) -> frozenset[GuildId]:
    """The servers of AWAY: nothing that is theirs reaches anybody by itself until the bot is added again."""
    return frozenset(GuildId(row.guild_id) for row in look.execute(AWAY))


def is_away(look: Look, guild: GuildId) -> bool:
    """Whether the bot was removed from this server."""
    return guild in away(look)


def roll_call(unit: Unit, is_here: Callable[[GuildId], bool | None]) -> None:
    """The bot may have been removed and added while it was down. `is_here` is None for another process's servers."""
    gone = away(unit.connection)
    for guild in servers(unit.connection):
        here = is_here(guild)
        if here and guild in gone:
            was_added(unit, guild)
        elif here is False:
            was_removed(unit, guild)
