"""What a message of ours is to show, and whether it shows that still.

Several may write one message at a time: two jobs, or a job and a press that gives the card its new count. Whoever
writes last may have read first. So each looks, after it has written, whether the rows are still as it read them.
"""

import json
from dataclasses import dataclass

from bot.data import backlog, drafts
from bot.data.queue import Job
from bot.data.unit import Look, Unit, one_aside, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.ids import MessageId, VentId
from bot.screening.escape import escape
from cogs.venting.model.line import LineOn
from cogs.venting.model.vent import Vent
from cogs.venting.model.work import Work
from cogs.venting.service.tools import Tools
from cogs.venting.store import answers, moderated, vents


@dataclass(frozen=True)
class Drawn:
    """A vent's card, or a `line` under it, as the rows have it. Both texts are safe as they are.

    `words` are its author's, while they are kept for *Add or change*; `sealed` is what was taken out of sight.
    """

    vent: Vent
    line: LineOn | None
    words: str | None
    sealed: str | None

    @property
    def hidden(self) -> bool:
        """Whether the moderators have taken it out of sight."""
        return self.vent.hidden if self.line is None else self.line.hidden


class Faces:
    """For the jobs that draw, and for the press that draws."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_look
    def card(self, look: Look, number: VentId) -> Drawn | None:
        """A vent's card; None where there is none, or none yet."""
        vent = vents.by_id(look, number)
        return self._card(look, vent) if vent is not None else None

    @one_look
    def at(self, look: Look, message: MessageId) -> Drawn | None:
        """The card, or the line, that this message is; None once it is gone."""
        vent = vents.by_message(look, message)
        if vent is not None:
            return self._card(look, vent)
        line = answers.line_at(look, message)
        under = vents.by_id(look, line.vent) if line is not None else None
        return Drawn(under, line, None, self._sealed(look, message)) if under is not None else None

    def _card(self, look: Look, vent: Vent) -> Drawn | None:
        if vent.message is None:
            return None
        return Drawn(vent, None, self._words(look, vent.id), self._sealed(look, vent.message))

    def _words(self, look: Look, number: VentId) -> str | None:
        kept = drafts.read(look, self._tools.keys, number, to_ms(self.rows.wall.now()))
        return escape(json.loads(kept)["text"]) if kept is not None else None

    def _sealed(self, look: Look, message: MessageId) -> str | None:
        box = moderated.sealed_words(look, message)
        return self._tools.keys.open(box, f"hidden|{message}") if box is not None else None

    @one_unit
    def stands(self, unit: Unit, drawn: Drawn, message: MessageId, job: Job) -> bool:
        """Whether what was drawn is so still: the job is done. False: it is to be drawn again.

        Whoever changes it waits for us, so that their own work is put in after ours is taken out of the queue.
        """
        if not (self._is_as(unit, drawn.vent) if drawn.line is None else self._is_line_as(unit, drawn.line)):
            return False
        if not drawn.hidden:
            # the words are on the message again
            moderated.seal(unit, message, None)
        unit.finish(job)
        return True

    @one_unit
    def is_still(self, unit: Unit, vent: Vent, job: Job) -> bool:
        """The same for a vent of which something else than its card was done as the rows had it."""
        if not self._is_as(unit, vent):
            return False
        unit.finish(job)
        return True

    def _is_as(self, unit: Unit, drawn: Vent) -> bool:
        return vents.held_version(unit, drawn.id) in {drawn.version, None}

    def _is_line_as(self, unit: Unit, drawn: LineOn) -> bool:
        return answers.is_hidden(unit, drawn.id) in {drawn.hidden, None}

    async def look_again(self, vent: Vent, text: str | None) -> None:
        """After a press gave the card a face of this `vent` and `text`: if that is old by now, it is drawn again.

        `text` is None where nobody knows what stands there. Where the process dies between the two, an old face stays
        until the card is drawn the next time, or looked at after the next start (`jobs.looking`).
        """
        now, words = await self._now(vent.id)
        if now is None:
            return
        version, hidden = now
        is_grave = text is None or hidden or words not in {text, None}
        if is_grave or version != vent.version:
            await self.draw_again(vent, at_once=is_grave)

    @one_look
    def _now(self, look: Look, number: VentId) -> tuple[tuple[int, bool] | None, str | None]:
        return vents.version_of(look, number), self._words(look, number)

    @one_aside
    def draw_again(self, unit: Unit, vent: Vent, *, at_once: bool) -> None:
        """What stands there is old: the card is drawn from its rows soon, or now."""
        # counted as a change: a drawing that is under way looks again then
        vents.bump(unit, vent.id)
        self._tools.refresh(unit, vent)
        if at_once:
            backlog.hurry(unit.connection, Work.REFRESH, str(vent.id), unit.now)
