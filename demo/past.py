"""The last days: acted out by the community on a clock that is moved on between the acts, and dated accordingly."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from demo.acts import Card, Hands
from demo.cast import Character
from demo.town import Place
from sandbox import Clock, Sandbox
from sandbox.snowflakes import EPOCH_MS, Snowflakes

MADE_AGO = timedelta(days=30)
NOTICED_S = 1.05
"""The bot looks at the clock once a second."""
AWAKE = range(7, 23)
NO_LIMIT = 100_000
HOURS_AGO = (92.0, 68.5, 43.0, 20.5, 0.7)
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

    async def happen(self, places: Sequence[Place]) -> list[Card]:
        """Gives the vents, oldest first."""
        cards: list[Card] = []
        settings = self._discord.settings
        # cards dated back would count as old ones, which Discord lets be edited rarely
        usual, settings.old_message_edits = settings.old_message_edits, NO_LIMIT
        try:
            for step, hours in enumerate(HOURS_AGO):
                self.set_back(timedelta(hours=hours))
                await asyncio.sleep(NOTICED_S)
                cards += await self._let_out(places, step)
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
        fresh = [one for one in awake(place, self._discord.clock.now()) if one not in before]
        chosen = self._random.choice(fresh or place.seekers)
        before.append(chosen)
        del before[: -len(place.seekers) // 2]
        return chosen


def _vents_of(place: Place, step: int) -> int:
    """How many are let out there in that step: the first server has most."""
    if place.number == 1:
        return 2 if step % 2 == 0 and step < len(HOURS_AGO) - 1 else 1
    return 1 if (step + place.number) % 2 == 0 else 0


def awake(place: Place, now: datetime) -> list[Character]:
    """The seekers for whom it is day."""
    return [one for one in place.seekers if now.astimezone(ZoneInfo(one.zone)).hour in AWAKE]
