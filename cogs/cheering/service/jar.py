"""What people do with their own jar."""

from collections.abc import Sequence

from bot.data import limits
from bot.data.doors import Door
from bot.data.inbox import Note
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.events import SupportGiven, SupportHeldBack
from bot.domain.ids import GuildId, LineId, MemberId, random_id
from bot.screening.escape import escape
from cogs.cheering import store
from cogs.cheering.model import JAR_PAGE, OWN_LINES_A_DAY, Entry, JarLine, Jarred, Kind, Source
from cogs.cheering.service.tools import Tools, screened, when


class Jar:
    """A person's own kept lines."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_look
    def open(self, look: Look, guild: GuildId, owner: MemberId, place: int) -> JarLine | None:
        """The line at `place`, 0 is the newest; the last one for a place beyond. None for an empty jar."""
        total = store.count(look, guild, owner)
        place = min(max(place, 0), max(total - 1, 0))
        rows = store.lines(look, guild, owner, place, 1)
        if not rows:
            return None
        row = rows[0]
        giver = MemberId(row.giver_id) if row.giver_id is not None else None
        return JarLine(
            LineId(row.id),
            giver,
            Source(row.source),
            store.said(self._tools.keys, row),
            place,
            total,
            thanked=bool(row.thanked),
        )

    @one_look
    def page(self, look: Look, guild: GuildId, owner: MemberId, page: int) -> tuple[Sequence[Jarred], int]:
        """One page of the list, and how many lines there are in all."""
        total = store.count(look, guild, owner)
        last = max(total - 1, 0) // JAR_PAGE
        rows = store.lines(look, guild, owner, min(max(page, 0), last) * JAR_PAGE, JAR_PAGE)
        return [Jarred(LineId(row.id), store.said(self._tools.keys, row)) for row in rows], total

    @one_unit
    def remove(self, unit: Unit, guild: GuildId, owner: MemberId, line: LineId) -> bool:
        """False if it was gone already."""
        return store.remove(unit, guild, owner, line)

    @one_unit
    def put_in(self, unit: Unit, guild: GuildId, owner: MemberId, text: str, *, press: int) -> None:
        """A line of one's own. Raises Refusal: nothing in it, too long, a day's limit, done already."""
        said = screened(text, empty_is_fine=False)
        if not unit.first_time(press):
            raise Refusal("jar-already-in")
        spent = limits.use(unit, self._tools.keys.refs("limit:jar", guild, owner), most=OWN_LINES_A_DAY)
        if spent is not None:
            raise Refusal("jar-day-full", when=when(spent.again))
        store.keep(unit, self._tools.keys, Entry(LineId(random_id()), guild, owner, None, Source.OWN, said))

    @one_unit
    def thank_back(self, unit: Unit, guild: GuildId, owner: MemberId, line: LineId, server: str) -> MemberId:
        """Tells the giver, once for each line; gives who it was.

        Raises Refusal: gone, nobody to thank, thanked before, a door, a day's limit.
        """
        row = store.line_of(unit.connection, guild, owner, line)
        if row is None:
            raise Refusal("jar-removed-before")
        if row.giver_id is None:
            raise Refusal("jar-nobody")
        giver = MemberId(row.giver_id)
        door = self._tools.doors.between(unit.connection, guild, owner, giver)
        if door in {Door.SHUT_BY_YOU, Door.SHUT_TO_ALL}:
            raise Refusal(f"cheer-{door}", other=f"<@{giver}>")
        if not store.thank(unit, guild, owner, line):
            raise Refusal("jar-thanked-before")
        self._tools.spend(unit, guild, owner, giver)
        if door is Door.SHUT_SILENTLY:
            unit.emit(SupportHeldBack(guild, owner, giver, Kind.THANKS, unit.now_ms))
            return giver
        note = Note("note-thanked-back", {"owner": f"<@{owner}>", "server": escape(server)}, about=owner)
        self._tools.people.tell_self(unit, guild, giver, note)
        unit.emit(SupportGiven(guild, owner, giver, Kind.THANKS, unit.now_ms))
        return giver

    @one_look
    def servers(self, look: Look, owner: MemberId) -> Sequence[GuildId]:
        """Where this person has a jar."""
        return store.servers(look, owner)
