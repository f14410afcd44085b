"""What authors do with what they have let out."""

import json

from bot.data import guilds
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId, LineId, MemberId, VentId, random_id
from cogs.venting import store
from cogs.venting.model import POSTS_SHOWN, REPLY_MAX, Address, Mine, Vent, Work, Writer, WrittenLine
from cogs.venting.service.tools import Tools, screened


class Owning:
    """Only the author of a vent can do these."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_unit
    def mine(self, unit: Unit, guild: GuildId, member: MemberId) -> list[Mine]:
        """One's own vents; looking at them means their notes are read."""
        refs = self._tools.refs(guild, member)
        store.notes_read(unit, guild, member, refs)
        return store.of_author(unit.connection, guild, member, refs, most=POSTS_SHOWN)

    @one_look
    def guilds_with_posts(self, look: Look, member: MemberId) -> list[GuildId]:
        """The servers on which this person has something up."""
        known = guilds.guilds_with_features(look)
        return [g for g in known if store.of_author(look, g, member, self._tools.refs(g, member), most=1)]

    @one_look
    def own(self, look: Look, number: VentId, guild: GuildId, member: MemberId) -> Vent:
        """Raises Refusal unless it is there and one's own."""
        return self._tools.own(look, number, guild, member)

    @one_look
    def is_own(self, look: Look, number: VentId, member: MemberId) -> bool:
        """Raises Refusal if it is gone."""
        vent = store.by_id(look, number)
        if vent is None:
            raise Refusal("vent-gone")
        return vent.is_by(member, self._tools.refs(vent.guild, member))

    @one_unit
    def take_down(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId) -> Vent:
        """Ends one's own vent. Raises Refusal: not one's own, gone."""
        vent = self._tools.own(unit.connection, number, guild, member)
        self._tools.end(unit, vent)
        return vent

    @one_unit
    def take_all_down(self, unit: Unit, guild: GuildId, member: MemberId) -> int:
        """Ends all of one's own vents on this server; gives how many."""
        mine = store.of_author(unit.connection, guild, member, self._tools.refs(guild, member), most=POSTS_SHOWN)
        for one in mine:
            self._tools.end(unit, one.vent)
        return len(mine)

    @one_unit
    def tell_me(self, unit: Unit, number: VentId, guild: GuildId, address: Address) -> Vent:
        """Seals who and where to tell, until the vent ends. Raises Refusal: not one's own, gone."""
        vent = self._tools.own(unit.connection, number, guild, address.member)
        box = self._tools.keys.seal(json.dumps([address.member, address.dm]), f"tell|{number}")
        store.seal_address(unit, number, box)
        return vent

    @one_unit
    def stop_telling(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId) -> None:
        """Erases the seal. Raises Refusal: not one's own, gone."""
        self._tools.own(unit.connection, number, guild, member)
        store.seal_address(unit, number, None)

    @one_unit
    def reply(
        self, unit: Unit, number: VentId, guild: GuildId, writer: Writer, text: str, *, press: int
    ) -> WrittenLine:
        """Answers in one's own thread as the author: under the made-up name, or one's own. Raises Refusal."""
        vent = self._tools.own(unit.connection, number, guild, writer.member)
        said = screened(text, REPLY_MAX)
        if not unit.first_time(press):
            raise Refusal("line-already-there")
        written = WrittenLine(LineId(random_id()), vent.id, vent.alias or writer.name or "", vent.author, said)
        self._tools.send_line(unit, vent, written, Work.SAY_REPLY)
        return written
