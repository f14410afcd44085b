"""Two hundred people over twelve weeks on the real services: they join, leave, find work, move when asked."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot.data.database import Database
from bot.domain.clock import Wall
from bot.domain.errors import Refusal
from bot.domain.ids import MemberId
from cogs.circles.model.circle import ALUMNI_SEATS, SEATS, WANTED, About, Band, Field, Stage, Standing
from tests.cogs.circles.town import GUILD, Town, frequented, town_on
from tests.rows import migrated

PEOPLE, WEEKS = 200, 12
# how people behave in a week: guesses, written down so that they can be argued with
WANT_AT_FIRST, LAND, MOVE_WHEN_ASKED = 0.6, 0.02, 0.7
AVOIDING_PAIRS = 15


class Life:
    """What they do, by lot."""

    def __init__(self, town: Town, seed: int, *, come: int, go: float) -> None:
        self.town = town
        self.come, self.go = come, go
        self.proposed = 0
        self.chance = Random(seed)
        self.abouts = {number: self._about() for number in range(1, PEOPLE + 1)}
        self.apart = {tuple(sorted(self.chance.sample(range(1, PEOPLE + 1), 2))) for _ in range(AVOIDING_PAIRS)}
        self.sizes: list[list[int]] = []

    def _about(self) -> About:
        band = self.chance.choices(list(Band), (4, 5, 1, 1))[0]
        return About(band, self.chance.choice(list(Field)), self.chance.choice([Stage.START, Stage.MONTHS, Stage.LONG]))

    async def begin(self) -> None:
        doors = self.town.circles.seating._tools.doors
        for one, two in self.apart:
            await self.town.database.change(
                lambda unit, one=one, two=two: doors.shut(unit, GUILD, MemberId(one), MemberId(two))
            )
        await self._join(self.chance.sample(range(1, PEOPLE + 1), int(PEOPLE * WANT_AT_FIRST)))

    async def week(self) -> None:
        wall = self.town.database.wall
        wall.follow((wall.now() + timedelta(days=7)).timestamp(), 1)
        await frequented(self.town.database, self.town.keys)
        seated = await self.town.members()
        for number in self.chance.sample(seated, int(len(seated) * self.go)):
            await self.town.leave(number)
        for number in self.chance.sample(await self.town.members(), int(len(seated) * LAND)):
            await self._stage(number)
        outside = [number for number in self.abouts if number not in set(await self.town.members())]
        await self._join(self.chance.sample(outside, min(self.come, len(outside))))
        await self._moderators_ask()
        self.sizes.append(await self.town.sizes())

    async def _join(self, numbers: list[int]) -> None:
        for number in numbers:
            try:
                await self.town.join(number, self.abouts[number])
            except Refusal:
                continue  # too often, which is theirs to hear

    async def _stage(self, number: int) -> None:
        try:
            await self.town.circles.seating.stage_is(GUILD, MemberId(number), Stage.LANDED)
        except Refusal:
            return  # no chair of the other kind is free

    async def _moderators_ask(self) -> None:
        """They press *Ask them* where it is proposed; each person decides alone."""
        for card in (await self.town.circles.proposing.overview(GUILD)).cards:
            if card.standing is not Standing.SMALL or card.partner is None:
                continue
            self.proposed += 1
            for seat in (await self.town.seats()).get(card.ring.id, []):
                if self.chance.random() < MOVE_WHEN_ASKED:
                    try:
                        await self.town.circles.seating.move(GUILD, seat.member, card.ring.id, card.partner.id)
                    except Refusal:
                        continue  # somebody they avoid is there


async def holds(life: Life) -> None:
    """What must be so at the end of every week."""
    town = life.town
    over = await town.circles.proposing.overview(GUILD)
    for card in over.cards:
        assert card.people <= SEATS
        assert card.alumni <= ALUMNI_SEATS
        well = WANTED <= card.people <= SEATS
        assert well or card.standing in {Standing.GROWS, Standing.SMALL}, card
    members = await town.members()
    assert max(Counter(members).values(), default=0) <= 1
    for seats in (await town.seats()).values():
        there = {seat.member for seat in seats}
        assert not any(one in there and two in there for one, two in life.apart)
    for card in over.cards:
        others = [one for one in over.cards if one.ring.id != card.ring.id and one.people + card.people <= SEATS]
        if card.standing is Standing.SMALL and others:
            assert card.partner is not None, "there is one that has room for all, and moderators read so"


@pytest.mark.parametrize(("come", "go"), [(12, 0.05), (3, 0.09)], ids=["growing", "shrinking"])
async def test_circles_stay_fifteen_to_twenty_or_are_proposed_for_merging(tmp_path: Path, come: int, go: float) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'rows.db'}"
    await migrated(url)
    database = Database(url, Wall())
    await database.open()
    try:
        life = Life(town_on(database), 1, come=come, go=go)
        await frequented(database, life.town.keys)
        await life.begin()
        for _ in range(WEEKS):
            await life.week()
            await holds(life)

        every = [size for week in life.sizes for size in week]
        share = sum(WANTED <= size <= SEATS for size in every) / len(every)
        assert share > (0.9 if come > 10 else 0.4), life.sizes
        assert life.proposed or come > 10, "where people leave, merging is proposed"
    finally:
        await database.close()
