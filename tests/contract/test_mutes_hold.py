"""A mute holds, and hits nobody else: everybody presses, through renames, rejoining, a restart (SPEC 9, second row).

Muted are people whose refs begin like somebody else's: with whole refs nobody is hit by mistake; cut to so many bits,
the same walk finds who is.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.data import keys
from bot.data.inbox import AUTHOR
from bot.data.keys import Keys
from bot.domain.ids import Ref
from tests.cogs.moderation.desk import act, moderated
from tests.contract.crowd import NoLimits, living_keys
from tests.stage import Stage

AT_ONCE = 6
MUTED_MOST = 3
SMALL = (90, 8)
FULL = (10_000, 24)
"""(people, bits): so many bits that a pair or more share a ref; SPEC 9 names the second line."""
BEGINNINGS = 500
"""So many join at once until two are alike."""
HELD = "You cannot post or write without a name here"
TAKEN = "It goes up"


@pytest.fixture(params=[SMALL, pytest.param(FULL, marks=pytest.mark.thorough)], ids=["a few", "ten thousand"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param


@pytest.fixture
async def stage(tmp_path: Path, size: tuple[int, int]) -> AsyncIterator[Stage]:
    async with moderated(tmp_path, people=size[0]) as ready:
        ready.discord.rest.limits = NoLimits()  # type: ignore[assignment]
        # who is refused is asked here, and not how soon on a machine that does other things as well
        ready.discord.settings.first_response = 60.0
        yield ready


def cut(ref: bytes, bits: int) -> bytes:
    """Its first bits, the rest zero."""
    return (int.from_bytes(ref, "big") >> (256 - bits) << (256 - bits)).to_bytes(32, "big")


def alike(stage: Stage, bits: int) -> list[list[Any]]:
    """People whose refs begin with the same bits; more come until there are some."""
    living, found = living_keys(stage), defaultdict[bytes, list[Any]](list)
    newest = [one for one in stage.guild.members if one not in (stage.ben, stage.mia)]
    while True:
        for one in newest:
            found[cut(living.ref(AUTHOR, stage.guild.id, one.id), bits)].append(one)
        if pairs := [same for same in found.values() if len(same) > 1]:
            return pairs
        newest = [stage.guild.join(stage.discord.person(f"Late {number}")) for number in range(BEGINNINGS)]


async def held_back(panel: Any, who: Any) -> bool:
    """Whether this person is refused a post without a name; what they post would go up later."""
    form = (await who.press(panel, "vent:open")).form
    answer = await who.submit(form, text="No again.", help="listen", name="hidden", extras=["later"])
    assert HELD in answer.text or TAKEN in answer.text, f"{who.name}: {answer!r}"
    return HELD in answer.text


async def held_back_among(stage: Stage, people: Sequence[Any]) -> set[int]:
    held = set[int]()
    for first in range(0, len(people), AT_ONCE):
        some = people[first : first + AT_ONCE]
        panel = stage.panel()
        told = await asyncio.gather(*(held_back(panel, one) for one in some))
        held |= {one.id for one, is_held in zip(some, told, strict=True) if is_held}
    return held


async def muted_and_found(stage: Stage, bits: int, *, others: int | None = None) -> tuple[set[int], set[int]]:
    """(who was muted, who is held back after all that a person may try)

    Everybody tries; or so many `others` besides those who could be taken for somebody else.
    """
    found = alike(stage, bits)
    pairs = found[:MUTED_MOST]
    muted = [same[0] for same in pairs]
    cards = [(await stage.vent(one, "You are all useless."))[0] for one in muted]
    for card in cards:
        await act(stage, card, "Mute 30 days")
    stage.guild.remove(muted[0])
    stage.guild.join(muted[0].person)
    muted[0].user.name = "Somebody New"
    await stage.restart()
    people = [one for one in stage.guild.members if one not in (stage.ben, stage.mia)]
    if others is not None:
        mixed_up = {one.id for same in found for one in same}
        people = [*(one for one in people if one.id in mixed_up), *[o for o in people if o.id not in mixed_up][:others]]
    return {one.id for one in muted}, await held_back_among(stage, people)


async def test_the_muted_are_held_back_and_nobody_else(stage: Stage, size: tuple[int, int]) -> None:
    muted, held = await muted_and_found(stage, size[1])

    assert held == muted


async def test_with_a_shorter_ref_the_same_walk_hits_somebody_else(
    stage: Stage, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Keys._ref

    def short(self: Keys, kid: int, purpose: str, parts: tuple[int, ...]) -> Ref:
        ref = whole(self, kid, purpose, parts)
        return Ref(cut(ref, size[1])) if purpose == AUTHOR else ref

    monkeypatch.setattr(keys.Keys, "_ref", short)

    muted, held = await muted_and_found(stage, size[1], others=20)

    assert held > muted
