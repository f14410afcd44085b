"""What buddies hear of each other. Rows only."""

from bot.data.doors import Door, Doors
from bot.data.inbox import Inbox, Note
from bot.data.people import People
from bot.data.unit import Unit
from bot.domain.events import CheckInShared, CheckInsPaused
from cogs.buddies.model.weeks import CHECKED_IN
from cogs.buddies.store import people, rounds

BUDDY = "buddy"


class BuddySubscribers:
    """Hears of check-ins."""

    def __init__(self, people: People, doors: Doors, inbox: Inbox) -> None:
        self._people = people
        self._inbox = inbox
        self._doors = doors

    def tell_buddy(self, unit: Unit, fact: CheckInShared) -> None:
        """That they checked in, and never what they answered or wrote."""
        if fact.to != BUDDY or not people.is_on(unit.connection, fact.guild):
            return
        group = rounds.current(unit.connection, fact.guild, fact.member)
        for other in group.others(fact.member) if group is not None else ():
            if not people.takes_part(unit.connection, fact.guild, other, unit.now_ms):
                continue  # they pause, or were silent for weeks: then it stays quiet
            if self._doors.between(unit.connection, fact.guild, fact.member, other) is Door.OPEN:
                # it may wait in the inbox for days: how long ago that was Discord writes
                args: dict[str, str | int] = {"who": f"<@{fact.member}>", "at": f"<t:{fact.at_ms // 1000}:R>"}
                note = Note(CHECKED_IN, args, about=fact.member)
                # the newest is enough
                self._inbox.over(unit, fact.guild, (CHECKED_IN,), to=other, about=fact.member)
                self._people.tell_self(unit, fact.guild, other, note)

    def pause(self, unit: Unit, fact: CheckInsPaused) -> None:
        """Who pauses check-ins is not paired either (SPEC 4.5)."""
        people.pause(unit, fact.guild, fact.member, fact.until_ms, fact.version)
