"""What a person chooses for themselves: how they are written to, and who reaches them."""

from dataclasses import replace

from bot.data import people
from bot.data.doors import Doors
from bot.data.inbox import Note
from bot.data.people import People
from bot.data.unit import Look, Rows, Unit, one_look, one_unit
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MemberId
from cogs.yourdata.model import FirstMessage, Mine, Toggle


class Choosing:
    """Settings and doors."""

    def __init__(self, rows: Rows, people: People, doors: Doors) -> None:
        self.rows = rows
        self._people = people
        self._doors = doors

    @one_look
    def mine(self, look: Look, guild: GuildId, member: MemberId) -> Mine:
        """Everything the screen shows."""
        return self._mine(look, guild, member)

    def _mine(self, look: Look, guild: GuildId, member: MemberId) -> Mine:
        chosen = people.choices(look, guild, member)
        avoided = tuple(self._doors.avoided(look, guild, member))
        nameless = max(self._doors.count(look, guild, member) - len(avoided), 0)
        return Mine(
            chosen.dm is not None, chosen.asked_only, chosen.quiet, chosen.closed, chosen.hushed, avoided, nameless
        )

    @one_unit
    def turn(self, unit: Unit, guild: GuildId, member: MemberId, which: Toggle, *, on: bool, locale: str) -> Mine:
        """Switches one thing to what the button said, so that two presses on an old screen do it once."""
        before = people.held(unit, guild, member)
        changed = {
            Toggle.QUIET: replace(before, quiet=on, locale=locale),
            Toggle.CLOSED: replace(before, closed=on, locale=locale),
            Toggle.HUSHED: replace(before, hushed=on, locale=locale),
        }[which]
        people.choose(unit, guild, member, changed)
        return self._mine(unit.connection, guild, member)

    @one_unit
    def write_to(self, unit: Unit, guild: GuildId, member: MemberId, dm: ChannelId, first: FirstMessage) -> None:
        """Direct messages on, into this channel; a first one shows how they are, and whether they get through."""
        before = people.held(unit, guild, member)
        people.choose(unit, guild, member, replace(before, dm=dm, asked_only=False, quiet=False, locale=first.locale))
        self._people.tell_self(unit, guild, member, Note("dm-first", {"server": first.server}), number=first.number)

    @one_unit
    def stop_writing(self, unit: Unit, guild: GuildId, member: MemberId) -> Mine:
        """Direct messages off, with one press; the channel is forgotten."""
        before = people.held(unit, guild, member)
        people.choose(unit, guild, member, replace(before, dm=None))
        return self._mine(unit.connection, guild, member)

    @one_unit
    def avoid(self, unit: Unit, guild: GuildId, member: MemberId, other: MemberId) -> bool:
        """Shuts the door to one, or opens it where it was shut; True if it is shut now. Raises Refusal for oneself."""
        if member == other:
            raise Refusal("avoid-self")
        if self._doors.reopen(unit, guild, member, other):
            return False
        return self._doors.shut(unit, guild, member, other)
