"""What happens every week without anybody pressing: publishing, and a few words for the moderators."""

import asyncio
import random
from collections.abc import Sequence

from bot.data.queue import Job
from bot.delivery.sender import CannotReach, Sender
from bot.domain.clock import to_ms
from bot.domain.ids import GuildId
from bot.domain.ports import GivingFigures, LedgerFigures
from bot.feature import Ask
from bot.text.catalogue import Catalogue
from cogs.health import cards
from cogs.health.model.cells import LOOKERS, PEOPLE_AT_LEAST, tenth_may_be_published
from cogs.health.model.chance import chance
from cogs.health.model.definitions import DAY_MS, Figures, Mutuality, rho, together
from cogs.health.model.panel import DEAR_WAIT_MS, HALF, MANY_ALONE, Detail, Page, share
from cogs.health.model.work import FIRST_NOTE, MUTUAL_EVENTS_AT_LEAST
from cogs.health.service.freezing import Block, Freezing
from cogs.health.service.looking import Looking

LOOKED_AT_LEAST = 5
"""A week with fewer posts says nothing about the next."""
SENTENCES = 3
"""Of a digest (SPEC 4.8)."""

Said = list[tuple[str, dict[str, str | int]]]


class HealthJobs:
    """Handlers of the queue's `health.*` work."""

    def __init__(self, freezing: Freezing, looking: Looking, sender: Sender, catalogue: Catalogue, ask: Ask) -> None:
        self._freezing = freezing
        self._looking = looking
        self._sender = sender
        self._catalogue = catalogue
        self._ask = ask

    async def freeze(self, job: Job) -> None:
        """Publishes the weeks that are over."""
        guild = GuildId(int(job.key))
        if not await self._looking.is_on(guild):
            await self._freezing.wait(guild, job)
            return
        block = await self._freezing.next_block(guild, to_ms(self._looking.now()))
        await self._freezing.freeze(guild, await self._mutuality(guild, block), job)

    async def _mutuality(self, guild: GuildId, block: Block | None) -> Mutuality | None:
        """None where too little was given by name; the next week joins then."""
        if block is None:
            return None
        for ledger in self._ask(LedgerFigures):
            given = await ledger.figures(guild, block.from_week * DAY_MS, block.until_week * DAY_MS)
            if given.events < MUTUAL_EVENTS_AT_LEAST or len(given.degrees) < PEOPLE_AT_LEAST + LOOKERS:
                continue
            value = rho(given.pairs, given.mutual, len(given.degrees))
            # seconds of pure Python in a large group: not on the event loop. Seeded: a second try says the same
            band = await asyncio.to_thread(chance, given.degrees, random.Random(f"{guild}/{block.from_week}"))  # noqa: S311
            if value is not None and band is not None:
                return Mutuality(block.from_week, block.weeks, given.events, value, band, top_tenth(given))
        return None

    async def digest(self, job: Job) -> None:
        """What changed and what to do, where there is a place for moderators; nothing in a quiet week."""
        guild = job.guild or GuildId(0)
        here = await self._looking.channels(guild)
        shown = await self._looking.shown(guild, 4)
        words = self._catalogue.words(here.locale)
        if here.moderators is None or not await self._looking.is_on(guild):
            return
        if job.key.endswith(f"/{FIRST_NOTE}"):
            text = words("health-week-one")
        elif shown.first_week or shown.detail is not Detail.ALL:
            return
        else:
            said = changes(await self._looking.lately(guild))
            if not said:
                return
            text = "\n".join([words("health-digest-head"), *(words(text_id, **args) for text_id, args in said)])
        mark = f"health:page:{Page.BOARD}:4:0"
        face = cards.buttons(shown, Page.BOARD, None, (), words)
        try:
            await self._sender.send(job, here.moderators, mark=f"{mark}:{job.id}", text=text, face=face)
        except CannotReach:
            return


def top_tenth(given: GivingFigures) -> int | None:
    """The share of acts by the tenth of givers who gave most, in percent; None where that is too few people to tell."""
    givers = sum(gave > 0 for gave, _ in given.degrees)
    return round(100 * given.share_of_top_tenth) if tenth_may_be_published(givers) else None


def changes(weeks: Sequence[Figures]) -> Said:
    """What is worth a sentence: SENTENCES at most, the dearest first. Nothing where the week was like those before.

    `weeks` are the last one and, the newest first, those before it; without events where nothing was published.
    """
    now, *before = weeks
    usual = together([one for one in before if one.events])
    posts = round(usual.vents / max(1, sum(one.events > 0 for one in before)))
    if not now.events:
        # said once: in the week after it is no news
        fell = before and before[0].events and posts >= LOOKED_AT_LEAST
        return [("health-digest-few", {"before": posts})] if fell else []
    if posts >= max(2 * now.vents, 2 * LOOKED_AT_LEAST):
        return [("health-digest-fewer-posts", {"now": now.vents, "before": posts})]
    if now.vents < LOOKED_AT_LEAST:
        return []
    said = _of_answers(now, usual)
    if posts >= LOOKED_AT_LEAST and now.vents >= 2 * posts:
        said.append(("health-digest-more-posts", {"now": now.vents, "before": posts}))
    if said and said[0][0] != "health-digest-better":
        del said[SENTENCES - 1 :]
        said.append(("health-digest-act", {}))
    return said


def _of_answers(now: Figures, usual: Figures) -> Said:
    """Whether more or fewer were left alone than before, and whether it takes longer than it did."""
    known = usual.vents >= LOOKED_AT_LEAST
    late, late_before = share(now.unanswered, now.vents), share(usual.unanswered, usual.vents) if known else 0
    said: Said = []
    if late - late_before >= MANY_ALONE:
        said.append(("health-digest-unanswered", {"count": now.unanswered, "all": now.vents}))
    elif late_before - late >= MANY_ALONE:
        said.append(("health-digest-better", {"now": 100 - late, "before": 100 - late_before}))
    if _slow(now) and not (known and _slow(usual)):
        said.append(("health-digest-slow", {}))
    return said


def _slow(figures: Figures) -> bool:
    half = cards.quantile(figures, HALF)
    return half is None or half > DEAR_WAIT_MS
