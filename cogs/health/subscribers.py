"""What community health hears: counts, never who did what to whom. Rows only, and only where it is switched on."""

from bot.data import guilds
from bot.data.community import group
from bot.data.keys import Keys
from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.events import (
    CircleJoined,
    CircleLeft,
    Fact,
    SupportGiven,
    SupportRemoved,
    VentEnded,
    VentPosted,
    VentSupported,
)
from bot.domain.ids import GuildId, MemberId, Ref
from cogs.health.model.cells import SERVER
from cogs.health.model.definitions import week_of
from cogs.health.model.work import FIRST_NOTE, FIRST_WEEK, REF, Work, next_freeze
from cogs.health.store import published, unpublished
from cogs.health.store.unpublished import NAMED, UNNAMED

FEATURE = "health"
IN_CIRCLE = "circle"


class HealthSubscribers:
    """Each method hears one fact."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def note_post(self, unit: Unit, fact: VentPosted) -> None:
        """A post is up: where, when, and that somebody took part."""
        if not self._is_on(unit, fact):
            return
        week = self._open_week(unit, fact.guild, fact.at_ms)
        circle = SERVER
        if fact.author is not None:
            if fact.shown == IN_CIRCLE:
                circle = unpublished.circle_of(unit.connection, fact.guild, fact.author)
            self._named(unit, fact.guild, circle, week, fact.author)
        elif fact.author_ref is not None:
            who = self._of_week(fact.guild, week, int.from_bytes(fact.author_ref, "big"))
            unpublished.took_part(unit, fact.guild, circle, week, UNNAMED, who)
        unpublished.posted(unit, fact, circle, week)

    def note_support(self, unit: Unit, fact: VentSupported) -> None:
        """How many are there now; not who."""
        if self._is_on(unit, fact):
            enough = group(unit.connection, fact.guild, unit.now).rules.enough_support
            unpublished.supported(unit, fact, enough)

    def note_end(self, unit: Unit, fact: VentEnded) -> None:
        """It waits for nobody any more."""
        unpublished.ended(unit, fact.vent)

    def note_act(self, unit: Unit, fact: SupportGiven) -> None:
        """One named act, and that two people took part; not that it was from the one to the other."""
        if not self._is_on(unit, fact):
            return
        week = self._open_week(unit, fact.guild, fact.at_ms)
        circle = self._shared(unit, fact.guild, fact.giver, fact.receiver)
        unpublished.acted(unit, fact.guild, circle, week, 1)
        for member in (fact.giver, fact.receiver):
            self._named(unit, fact.guild, circle, week, member)

    def note_removed(self, unit: Unit, fact: SupportRemoved) -> None:
        """It does not count any more, or does again; in the week in which that is heard."""
        if self._is_on(unit, fact):
            circle = self._shared(unit, fact.guild, fact.giver, fact.receiver)
            unpublished.acted(unit, fact.guild, circle, week_of(unit.now_ms), -1 if fact.removed else 1)

    def note_seat(self, unit: Unit, fact: CircleJoined) -> None:
        """Somebody sits in a circle now. Heard also where health is off: it may be switched on later."""
        unpublished.seated(unit, fact.guild, fact.member, fact.circle, fact.version)

    def note_leaving(self, unit: Unit, fact: CircleLeft) -> None:
        """Somebody sits nowhere now. Nothing stays of it: they may have wanted to be forgotten."""
        unpublished.unseated(unit, fact.guild, fact.member, fact.version)

    def _is_on(self, unit: Unit, fact: Fact) -> bool:
        if FEATURE not in guilds.features(unit.connection, fact.guild):
            return False
        if unpublished.heard_first(unit, fact.guild):
            guild, first = fact.guild, unit.now + FIRST_WEEK
            unit.schedule(NewJob(kind=Work.FREEZE, key=str(guild), due=next_freeze(unit.now), guild=guild))
            unit.schedule(NewJob(kind=Work.DIGEST, key=f"{guild}/{FIRST_NOTE}", due=first, guild=guild))
        return True

    def _open_week(self, unit: Unit, guild: GuildId, at_ms: int) -> int:
        """The week of a moment; what is heard of after its week was published counts in the first that is open."""
        frozen = published.frozen_week(unit.connection, guild)
        return week_of(at_ms) if frozen is None else max(week_of(at_ms), frozen + 7)

    def _shared(self, unit: Unit, guild: GuildId, one: MemberId, other: MemberId) -> int:
        circle = unpublished.circle_of(unit.connection, guild, one)
        return circle if circle == unpublished.circle_of(unit.connection, guild, other) else SERVER

    def _named(self, unit: Unit, guild: GuildId, circle: int, week: int, member: MemberId) -> None:
        unpublished.took_part(unit, guild, circle, week, NAMED, self._of_week(guild, week, member))

    def _of_week(self, guild: GuildId, week: int, who: int) -> Ref:
        return self._keys.ref(REF, guild, week, who)
