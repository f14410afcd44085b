"""The last days: acted out by the community on a clock that is moved on between the acts, and dated accordingly."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from demo.acts import Card, Hands, Silent
from demo.cast import Character
from demo.town import Place, awake
from sandbox import Clock, Sandbox
from sandbox.snowflakes import EPOCH_MS, Snowflakes

MADE_AGO = timedelta(days=30)
NOTICED_S = 1.05
"""The bot looks at the clock once a second."""
NO_LIMIT = 100_000
BACK_WITHIN_S = 90.0
HOURS_AGO = (94.0, 62.5, 41.0, 15.5, 0.7)
"""When something is let out, seen from now. The last ones still wait for company.

Few steps with two vents each: five messages in five seconds is all that Discord lets a bot write in one room.
"""


class Dates(Snowflakes):
    """Ids that carry people's time until `go_real` is called, so that history is dated as it happened."""

    def __init__(self, seed: int, clock: Clock) -> None:
        super().__init__(seed)
        self._clock: Clock | None = clock

    def make(self) -> int:
        if self._clock is None:
            return super().make()
        self._last = max((int(self._clock.unix() * 1000) - EPOCH_MS) << 22, self._last + 1)
        return self._last

    def go_real(self) -> None:
        self._clock = None


class Past:
    """Sets the clock back at once; `happen` brings it to now again."""

    def __init__(self, discord: Sandbox, hands: Hands, random: Random, seed: int) -> None:
        self._discord = discord
        self._hands = hands
        self._random = random
        self._dates = discord.world.ids = Dates(seed, discord.clock)
        self._last: dict[int, list[Character]] = {}
        self.set_back(MADE_AGO)

    def set_back(self, ago: timedelta) -> None:
        self._discord.clock.set(datetime.now(UTC) - ago)

    def end(self) -> None:
        """From here on it is now."""
        self.set_back(timedelta())
        self._dates.go_real()

    async def happen(self, places: Sequence[Place], is_up: Callable[[], bool]) -> list[Card]:
        """Gives the vents, oldest first. `is_up` says whether the bot is there. Raises Silent where none came up."""
        cards: list[Card] = []
        settings = self._discord.settings
        # cards dated back would count as old ones, which Discord lets be edited rarely
        usual, settings.old_message_edits = settings.old_message_edits, NO_LIMIT
        try:
            for step, hours in enumerate(HOURS_AGO):
                self.set_back(timedelta(hours=hours))
                await asyncio.sleep(NOTICED_S)
                await self._discord.until(is_up, BACK_WITHIN_S)
                cards += await self._let_out(places, step)
                if step > 0 and not cards:
                    raise Silent("The bot is there, but nothing that people let out came up.")
        finally:
            settings.old_message_edits = usual
            self.end()
        await asyncio.sleep(NOTICED_S)
        await self._hands.tidy()
        return cards

    async def _let_out(self, places: Sequence[Place], step: int) -> list[Card]:
        cards: list[Card | None] = []
        for turn in range(2):
            open_here = [place for place in places if turn < _vents_of(place, step)]
            cards += await asyncio.gather(*(self._one(place, step) for place in open_here))
            self._discord.clock.move(timedelta(seconds=self._random.uniform(20, 45)))
        return [one for one in cards if one is not None]

    async def _one(self, place: Place, step: int) -> Card | None:
        author = self._somebody(place)
        card = await self._hands.vent(place, author)
        if card is None:
            return None
        last = step == len(HOURS_AGO) - 1
        cheers = self._random.randint(0, 1) if last else min(self._random.randint(1, 5), len(place.seekers) // 3)
        lines = 0 if last else self._random.randint(0, 2) or self._random.randint(0, 1)
        await self._answer(card, cheers, lines)
        if lines and self._random.random() < 0.3:
            await self._hands.thank(card)
        return card

    async def _answer(self, card: Card, cheers: int, lines: int) -> None:
        others = [one for one in awake(card.place, self._discord.clock.now()) if one not in card.heard_by]
        chosen = self._random.sample(others, min(cheers + lines, len(others)))
        for number, by in enumerate(chosen):
            card.heard_by.add(by)
            await (self._hands.line(card, by) if number < lines else self._hands.cheer(card, by))

    def _somebody(self, place: Place) -> Character:
        """Who is awake and has not let anything out lately."""
        before = self._last.setdefault(place.number, [])
        up = awake(place, self._discord.clock.now())
        fresh = [one for one in up if one in place.authors and one not in before]
        chosen = self._random.choice(fresh or place.authors)
        before.append(chosen)
        del before[: -len(place.seekers) // 2]
        return chosen


def _vents_of(place: Place, step: int) -> int:
    """How many are let out there in that step: the first server has most."""
    if place.number == 1:
        return 2 if step % 2 == 0 and step < len(HOURS_AGO) - 1 else 1
    return 1 if (step + place.number) % 2 == 0 else 0
