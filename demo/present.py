"""Life goes on: now and then somebody lets something out, answers, or talks; and a visitor's vent is heard."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from random import Random

from demo.acts import OURS, Card, Hands
from demo.cast import Character
from demo.manners import is_unkind
from demo.town import Place, awake, voices
from demo.words import talks
from sandbox import Sandbox
from sandbox.control.live import Live
from sandbox.errors import ClientRefusal
from sandbox.state.world import Event

LOOK_EVERY_S = 0.5
AT_LEAST_BETWEEN_S = 2.0
"""Real seconds between two acts, however fast people's clock runs."""
BETWEEN = (35.0, 90.0)
"""Seconds of people's clock."""
HEARD_AFTER = (7.0, 42.0)
FIRST_HEARD_AFTER = (5.0, 12.0)
VENTS_APART_S = 180.0
ENOUGH = 6
"""From so many on, a vent needs nobody else."""


class Present:
    """Acts until cancelled. `is_up` says whether the bot can be reached."""

    def __init__(
        self, discord: Sandbox, hands: Hands, random: Random, places: Sequence[Place], *, is_up: Callable[[], bool]
    ) -> None:
        self._discord = discord
        self._hands = hands
        self._random = random
        self._places = places
        self._is_up = is_up
        self._cards: dict[int, Card] = {}
        self._visitors: set[int] = set()
        self._lived = 0.0
        self._hearings: list[tuple[float, Card, bool]] = []
        self._next = self._soon()
        self._vented_at = asyncio.get_running_loop().time()
        self._talk: list[Iterator[tuple[Place, str, Character, str]]] = []
        discord.world.listeners.append(self._noticed)

    def _noticed(self, event: Event) -> None:
        """Who acts at the page is left alone from then on."""
        if OURS.get():
            return
        if event.message is not None and event.name == "MESSAGE_CREATE" and not event.message.author.bot:
            self._visitors.add(event.message.author.id)
        elif event.name == "INTERACTION_CREATE":
            who = event.data.get("user") or event.data["member"]["user"]
            self._visitors.add(int(who["id"]))

    async def go_on(self, cards: Sequence[Card]) -> None:
        """Knows these vents; every other one is a visitor's."""
        self._cards = {one.seen.id: one for one in cards}
        last = self._discord.clock.now()
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            now = self._discord.clock.now()
            # a clock that was set back takes nothing back
            self._lived += max(0.0, (now - last).total_seconds())
            last = now
            if self._is_up():
                await self._look_around()

    async def _look_around(self) -> None:
        self._find_visitors_vents()
        due = next((one for one in sorted(self._hearings, key=lambda one: one[0]) if one[0] <= self._lived), None)
        if due is not None:
            self._hearings.remove(due)
            if not await self._hear(due[1], with_words=due[2]):
                self._hearings.append((self._lived + self._random.uniform(*FIRST_HEARD_AFTER), due[1], due[2]))
        elif self._next <= self._lived:
            self._next = self._lived + self._random.uniform(*BETWEEN)
            await self._act()
        else:
            return
        await asyncio.sleep(AT_LEAST_BETWEEN_S)
        await self._hands.tidy()

    def _soon(self) -> float:
        return self._lived + self._random.uniform(*BETWEEN) / 2

    def _find_visitors_vents(self) -> None:
        for place in self._places:
            for seen in self._hands.cards(place):
                if seen.id not in self._cards and seen.thread is not None and not is_unkind(seen.text):
                    card = self._cards[seen.id] = Card(place, seen)
                    self._promise(card)

    def _promise(self, card: Card) -> None:
        """Two or three cheers and a line, the first one soon."""
        times = [self._random.uniform(*HEARD_AFTER) for _ in range(self._random.randint(2, 3))]
        self._hearings.append((self._lived + self._random.uniform(*FIRST_HEARD_AFTER), card, False))
        self._hearings += [(self._lived + one, card, number == 0) for number, one in enumerate(times)]

    async def _hear(self, card: Card, *, with_words: bool) -> bool:
        """False where it did not go through: a bot just started may be slow to answer, and somebody else tries."""
        by = self._somebody(card.place, card.heard_by)
        # its words may have been changed meanwhile
        if by is None or not card.is_up or is_unkind(card.seen.text):
            return True
        card.heard_by.add(by)
        return await (self._hands.line(card, by) if with_words else self._hands.cheer(card, by))

    async def _act(self) -> None:
        """One of the things that people do."""
        loop = asyncio.get_running_loop()
        chance = self._random.random()
        if chance < 0.2 and loop.time() - self._vented_at > VENTS_APART_S:
            self._vented_at = loop.time()
            await self._vent()
        elif chance < 0.4:
            await self._say()
        else:
            await self._support()

    async def _vent(self) -> None:
        # the larger a server, the more often somebody there has such a day
        place = self._random.choices(self._places, [len(one.members) for one in self._places])[0]
        author = self._somebody(place, set(place.seekers) - set(place.authors))
        card = await self._hands.vent(place, author) if author is not None else None
        if card is not None:
            self._cards[card.seen.id] = card
            self._hearings.append((self._lived + self._random.uniform(*HEARD_AFTER), card, False))

    async def _support(self) -> None:
        """Whoever has least is heard first."""
        self._cards = {number: one for number, one in self._cards.items() if one.is_up}
        waiting = [one for one in self._cards.values() if len(one.heard_by) < ENOUGH]
        if not waiting:
            return
        self._random.shuffle(waiting)
        card = min(waiting, key=lambda one: len(one.heard_by))
        await self._hear(card, with_words=self._random.random() < 0.4)

    async def _say(self) -> None:
        """The next sentence of a conversation."""
        if not self._talk:
            self._talk.append(self._conversation())
        said = next(self._talk[0], None)
        if said is None:
            self._talk.clear()
            return
        place, channel, by, text = said
        member = place.members[by]
        if member.id in self._taken() or channel not in place.channels:
            return
        try:
            await member.say(place.channels[channel], text)
        except ClientRefusal:
            return

    def _conversation(self) -> Iterator[tuple[Place, str, Character, str]]:
        place = self._random.choice(self._places)
        talk = self._random.choice(talks(place.plan.language, place.number))
        speakers = voices(place, talk, self._random, self._discord.clock.now())
        for who, text in talk.said:
            yield place, talk.channel, speakers[who], text

    def _somebody(self, place: Place, but: set[Character]) -> Character | None:
        """Awake if possible, and nobody whom a visitor plays or looks through."""
        taken = self._taken()
        free = [one for one in place.seekers if one not in but and place.members[one].id not in taken]
        up = set(awake(place, self._discord.clock.now()))
        choice = [one for one in free if one in up] or free
        return self._random.choice(choice) if choice else None

    def _taken(self) -> set[int]:
        """Everybody whom a visitor has played, or is looking through on a page now."""
        owners = [getattr(one, "__self__", None) for one in self._discord.world.listeners]
        pages = [viewer for one in owners if isinstance(one, Live) for viewer in one.viewers]
        return self._visitors.union(*(one.people for one in pages))
