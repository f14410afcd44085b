"""After a start: cards are looked at, some at a time, for what happened while nobody listened or drew."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.data.queue import Job
from bot.domain.errors import CannotReach
from bot.domain.ids import VentId
from cogs.venting.cards import public
from cogs.venting.jobs.tools import JobTools
from cogs.venting.model.vent import Card


class LookingJobs:
    """What was deleted by hand is over; what shows an old face, left by a press that was killed, is drawn again."""

    def __init__(self, tools: JobTools) -> None:
        self._tools = tools
        self._losing = tools.vents.losing
        self._faces = tools.vents.faces

    async def look_over(self, job: Job) -> None:
        """Some cards; the next ones follow by themselves."""
        cards = await self._losing.standing(VentId(json.loads(job.payload)["after"]))
        for card in cards:
            await self._look_at(card)
        await self._losing.were_looked_over(cards, job)

    async def _look_at(self, card: Card) -> None:
        try:
            parts = await self._tools.sender.components_of(card.room, card.message)
        except CannotReach:
            return
        if parts is None:
            await self._losing.messages_gone([card.message])
        else:
            await self._compare(card.vent, parts)

    async def _compare(self, number: VentId, parts: Sequence[Mapping[str, Any]]) -> None:
        drawn = await self._faces.card(number)
        if drawn is None:
            return
        text = public.text_on(parts)
        is_grave = drawn.hidden is not (text is None) or (text is not None and drawn.words not in {None, text})
        words = await self._tools.words(drawn.vent.guild)
        if is_grave or not (drawn.hidden or public.counts_as(drawn.vent, parts, words)):
            await self._faces.draw_again(drawn.vent, at_once=is_grave)
