"""What people do with their own balance."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from bot.data.doors import Doors
from bot.data.given import Given
from bot.data.inbox import Note
from bot.data.keys import Keys
from bot.data.people import People
from bot.data.queue import Job
from bot.data.unit import Look, Rows, Unit, one_aside, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.ids import GuildId, MemberId
from bot.domain.ports import OwnPosts, Received
from cogs.reciprocity.model.balance import (  # fmt: skip
    NAMES_SHOWN,
    Balance,
    Counted,
    Keeper,
    Kind,
    Sum,
    Unnamed,
    day_of,
    first_day,
    kind_of,
    monday_of,
    week_of,
    weeks_until,
)
from cogs.reciprocity.service import tools
from cogs.reciprocity.store import acts, own, people, sums
from cogs.reciprocity.store.sums import POST

SIGNED_AT_MOST = 300
WEEK_DAYS = 7


class Balances:
    """Each method concerns the one person who asks."""

    def __init__(
        self, rows: Rows, keys: Keys, doors: Doors, people: People, posts: Callable[[], Sequence[OwnPosts]]
    ) -> None:
        self.rows = rows
        self._keys = keys
        self._doors = doors
        self._people = people
        self._posts = posts

    async def mine(self, guild: GuildId, member: MemberId) -> Balance | None:
        """Their last four weeks; None if they keep no balance here.

        What came without a name is asked for at the first look in a week and stays so until the next one: a figure
        that moved with each cheer would tell whoever looks over a shoulder whose post it was.
        """
        keeper = await self._keeper(guild, member)
        if keeper is None:
            return None
        week = week_of(self._today())
        before = own.frozen(self._keys, keeper)
        if before is not None and before[0] == week:
            got = before[1]
        else:
            got = tools.added(await self._received(guild, member))
            await self._freeze(keeper, week, got)
        return await self._balance(keeper, member, got)

    async def _received(self, guild: GuildId, member: MemberId) -> list[Received]:
        return [one for posts in self._posts() for one in await posts.received(guild, member)]

    @one_look
    def _keeper(self, look: Look, guild: GuildId, member: MemberId) -> Keeper | None:
        return people.keeper(look, guild, member)

    @one_aside
    def _freeze(self, unit: Unit, keeper: Keeper, week: str, got: Unnamed) -> None:
        own.freeze(unit, self._keys, keeper, week, got)

    @one_look
    def _balance(self, look: Look, keeper: Keeper, member: MemberId, got: Unnamed) -> Balance:
        today = self._today()
        since = max(first_day(today), keeper.since)
        waiting = [one for _, one in own.waiting_of(look, self._keys, keeper.guild, member)]
        names = self._signed(look, keeper, member, since)
        return Balance(
            gave=self._gave(look, keeper, since, weeks_until(today), waiting),
            got=_and_unnamed(_counted(acts.got(look, keeper.number, since)), got.people, got.kinds),
            this_week=self._gave(look, keeper, max(monday_of(today), since), (week_of(today),), waiting).total,
            signed=tuple(names[:NAMES_SHOWN]), more_signed=max(len(names) - NAMES_SHOWN, 0), thanks=keeper.thanks,
            has_months=bool(sums.months(look, keeper.number)),
        )  # fmt: skip

    def _gave(self, look: Look, keeper: Keeper, since: int, weeks: Sequence[str], waiting: Sequence[Given]) -> Counted:
        named = _counted(acts.gave(look, keeper.number, since))
        unnamed = Counter[str]()
        for row in sums.weeks(look, keeper.number):
            if row.week in weeks:
                unnamed[row.kind] += row.acts
        for (week, kind), count in own.by_kind(waiting).items():
            if week in weeks:
                unnamed[kind] += count
        # what was given earlier and is taken back now counts below nothing in its week
        kinds = {kind: count for kind, count in unnamed.items() if kind != POST and count > 0}
        return _and_unnamed(named, max(unnamed[POST], 0), kinds)

    def _signed(self, look: Look, keeper: Keeper, member: MemberId, since: int) -> list[MemberId]:
        """Who was there by name, but for those whom this person avoids."""
        rows = acts.signed(look, keeper.number, since, SIGNED_AT_MOST)
        avoided = set(self._doors.avoided(look, keeper.guild, member))
        return [one for one in (people.name_of(self._keys, row) for row in rows) if one not in avoided]

    # --- choosing -----------------------------------------------------------------------------------------------------

    @one_unit
    def begin(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        """Keeps a balance from now on; nothing if they do already."""
        people.begin(unit, self._keys, guild, member, day_of(unit.now_ms))

    @one_unit
    def end(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        """Stops, throws away what was theirs alone, and unlinks the rest at once."""
        if people.keeper(unit.connection, guild, member) is not None:
            own.unlink(unit, self._keys, guild, member)

    @one_unit
    def want_thanks(self, unit: Unit, guild: GuildId, member: MemberId, *, wanted: bool) -> bool:
        """A word on Fridays, or none any more; False if they keep no balance."""
        keeper = people.keeper(unit.connection, guild, member)
        if keeper is None:
            return False
        people.want_thanks(unit, keeper.number, wanted=wanted)
        if wanted:
            tools.plan_friday(unit, guild, keeper.number)
        return True

    @one_look
    def servers(self, look: Look, member: MemberId) -> list[GuildId]:
        """Where this person keeps a balance."""
        return people.servers(look, member)

    # --- Fridays ------------------------------------------------------------------------------------------------------

    def friday(self, unit: Unit, job: Job) -> None:
        """The queue's `reciprocity.friday`: thanks one person, and plans the next; silent in a quiet week."""
        found = people.keeper_of(unit.connection, int(job.key))
        if found is None or not found[1].thanks:
            return
        member, keeper = found
        tools.plan_friday(unit, keeper.guild, keeper.number)
        since = day_of(unit.now_ms) - WEEK_DAYS + 1
        thanked = {row.other for row in acts.got(unit.connection, keeper.number, since) if row.kind == Kind.THANKS}
        if thanked:
            self._people.tell_self(unit, keeper.guild, member, Note("balance-friday", {"count": len(thanked)}))

    def _today(self) -> int:
        return day_of(to_ms(self.rows.wall.now()))


def _counted(rows: Sequence[Sum]) -> Counted:
    kinds = Counter[Kind]()
    for row in rows:
        kinds[row.kind] += row.acts
    return Counted(len({row.other for row in rows}), kinds)


def _and_unnamed(named: Counted, persons: int, kinds: Mapping[str, int]) -> Counted:
    both = Counter(named.acts) + Counter({kind_of(kind): count for kind, count in kinds.items()})
    return Counted(named.people + persons, both)
