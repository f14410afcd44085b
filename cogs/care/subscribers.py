"""What care does about what others said. Rows only."""

from datetime import timedelta

from bot.data.inbox import Inbox, Note
from bot.data.keys import Keys
from bot.data.unit import Unit
from bot.domain.events import CareWaits, ReachOut, ReachTakenBack, VentNamed
from bot.screening.escape import escape
from cogs.care import store
from cogs.care.model import NOTES_KEPT, Talk, answer_buttons


class CareSubscribers:
    """Hears of moderators who want to reach an author."""

    def __init__(self, keys: Keys, inbox: Inbox) -> None:
        self._keys = keys
        self._inbox = inbox

    def reach_author(self, unit: Unit, fact: ReachOut) -> None:
        """The words wait under the author's key, unless they want none. Nobody is told whether they do."""
        if store.is_blocked(unit.connection, fact.guild, [fact.author_ref]):
            return
        words = self._keys.open(fact.sealed, f"reach|{fact.number}")
        kept_ms = unit.now_ms + NOTES_KEPT // timedelta(milliseconds=1)
        number = fact.number
        talk = Talk(number, fact.guild, fact.author_ref, fact.vent, fact.room, fact.message, is_open=True)
        store.begin(unit, talk, kept_ms=kept_ms)
        values = {
            "id": number, "talk_id": number, "by_moderator": 1, "sealed": self._keys.seal(words, f"care-note|{number}"),
            "said_ms": unit.now_ms, "until_ms": kept_ms,
        }  # fmt: skip
        store.add_note(unit, values)
        note = Note("care-note-reached", {"words": escape(words)}, answer_buttons(number))
        # under the same number, so that it can be taken back
        self._inbox.put(unit, fact.guild, fact.author_ref, note, number=number)
        if fact.vent is not None:
            unit.emit(CareWaits(fact.guild, fact.vent))

    def take_back(self, unit: Unit, fact: ReachTakenBack) -> None:
        """The moderator's words go, unless they were read."""
        self._inbox.drop(unit, fact.number)
        if store.note(unit.connection, fact.number) is not None:
            store.drop_notes(unit, [fact.number])
            store.close(unit, fact.number)

    def let_go_of_post(self, unit: Unit, fact: VentNamed) -> None:
        """A post carries a name now: whoever wrote it talks on without one, as before."""
        store.lose_post(unit, fact.guild, fact.messages)
