"""*Ask to be buddies*: a private yes or no. Whoever asks never hears a no."""

from dataclasses import dataclass
from datetime import timedelta

from bot.data import limits
from bot.data.doors import Door
from bot.data.inbox import Note
from bot.data.unit import Look, Unit, one_unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId, MemberId, random_id
from cogs.buddies.model.weeks import ASK_KEPT, ASKS, ASKS_A_DAY, SAID_YES, YES_KEPT, Group, next_round, pairs_now
from cogs.buddies.service.tools import Tools
from cogs.buddies.store import asks, people, rounds

LIMIT = "limit:buddy"
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True)
class Came:
    """What came of asking: buddies now (`group`), buddies from the next round on (`agreed`), or it was passed on."""

    group: Group | None = None
    agreed: bool = False


class Asking:
    """Between two people, through the bot."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_unit
    def ask(self, unit: Unit, guild: GuildId, asker: MemberId, asked: MemberId, press: int) -> Came:
        """Asks once; who asks back has said yes. Raises Refusal: oneself, a door that may be spoken of, buddies
        already, asked already, too many today.

        Where the other avoids them nothing is passed on, and everything else is the same.
        """
        if asker == asked:
            raise Refusal("buddy-ask-self")
        rounds.turn(unit, guild)
        door = self._tools.doors.between(unit.connection, guild, asker, asked)
        if door in {Door.SHUT_BY_YOU, Door.SHUT_TO_ALL}:
            raise Refusal(f"buddy-{door}", other=f"<@{asked}>")
        there = self._there(unit, guild, asker, asked)
        if there is not None:
            return there
        if asks.is_asked(unit.connection, guild, asker, asked):
            raise Refusal("buddy-asked-before", other=f"<@{asked}>")
        if not unit.first_time(press):
            raise Refusal("buddy-asked-before", other=f"<@{asked}>")
        spent = limits.use(unit, self._tools.keys.refs(LIMIT, guild, asker), most=ASKS_A_DAY)
        if spent is not None:
            raise Refusal("buddy-ask-full", when=f"<t:{int(spent.again.timestamp())}:R>")
        number = random_id()
        asks.put_ask(unit, number, guild, asker, asked, unit.now_ms + ASK_KEPT // _MS)
        if self._tools.may_meet(unit.connection, guild, asker, asked):
            buttons = (("buddy-yes", f"buddy:yes:{number}"), ("buddy-no", f"buddy:no:{number}"))
            note = Note(ASKS, {"who": f"<@{asker}>"}, buttons, about=asker)
            self._tools.people.tell_self(unit, guild, asked, note)
        return Came()

    def _there(self, unit: Unit, guild: GuildId, asker: MemberId, asked: MemberId) -> Came | None:
        """What these two have of each other without asking, None for nothing. Raises Refusal: buddies already."""
        look = unit.connection
        group = rounds.current(look, guild, asker)
        # on the day of the round it is the next week that they ask for
        if group is not None and asked in group.members and pairs_now(unit.now):
            raise Refusal("buddy-already", other=f"<@{asked}>", at=f"<t:{int(next_round(unit.now).timestamp())}:R>")
        if asks.is_agreed(look, guild, asker, asked, unit.now_ms) and self._are_in(look, guild, asker, asked):
            return Came(agreed=True)
        number = asks.open_between(look, guild, asked, asker, unit.now_ms)
        if number is None or not self._tools.may_meet(look, guild, asker, asked):
            return None
        self._tools.inbox.over(unit, guild, (ASKS,), to=asker, about=asked)
        return Came(self._agree(unit, number, guild, asked, asker), agreed=True)

    def _are_in(self, look: Look, guild: GuildId, *both: MemberId) -> bool:
        return all(people.is_in(look, guild, one) for one in both)

    @one_unit
    def yes(self, unit: Unit, number: int, member: MemberId) -> tuple[Group | None, MemberId]:
        """Both take part from now on; at once, or (None) from the next round. Gives who asked, too. Raises Refusal."""
        guild, asker = self._open(unit, number, member)
        if not self._tools.may_meet(unit.connection, guild, asker, member):
            asks.drop_ask(unit, number)
            raise Refusal("buddy-ask-over")
        return self._agree(unit, number, guild, asker, member), asker

    def _agree(self, unit: Unit, number: int, guild: GuildId, asker: MemberId, member: MemberId) -> Group | None:
        """`member`, who presses just now, says yes; gives their group where that is so at once."""
        people.stay(unit, guild, asker)
        people.join(unit, guild, member)
        self._tools.begin(unit, guild)
        asks.said_yes(unit, number, to_ms(next_round(unit.now) + YES_KEPT))
        waiting = self._tools.waiting(unit.connection, guild, unit.now_ms)
        if pairs_now(unit.now) and {asker, member} <= set(waiting):
            running = rounds.round_of(unit.connection, guild) or rounds.begin_round(unit, guild)
            self._tools.bring_together(unit, guild, number=running, waiting=[asker, member], reads=member)
            return rounds.current(unit.connection, guild, member)
        self._tools.people.tell_self(unit, guild, asker, Note(SAID_YES, {"who": f"<@{member}>"}, about=member))
        return None

    @one_unit
    def no(self, unit: Unit, number: int, member: MemberId) -> None:
        """Nobody is told. Raises Refusal where there is nothing to answer any more."""
        self._open(unit, number, member)
        asks.said_no(unit, number)

    def _open(self, unit: Unit, number: int, member: MemberId) -> tuple[GuildId, MemberId]:
        found = asks.ask(unit.connection, number)
        if found is not None:
            rounds.turn(unit, GuildId(found.guild_id))
            found = asks.ask(unit.connection, number)
        if found is None or found.asked_id != member or found.state != "open" or found.until_ms < unit.now_ms:
            raise Refusal("buddy-ask-over")
        guild, asker = GuildId(found.guild_id), MemberId(found.asker_id)
        self._tools.inbox.over(unit, guild, (ASKS,), to=member, about=asker)
        return guild, asker
