"""A Friday night: three aged accounts, nine posts, thirty lines without a name; one moderator with a phone."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sandbox import Answer, Member
from tests.cogs.moderation.desk import later, line, member, moderated, report, standing, try_to_vent
from tests.contract.crowd import NoLimits
from tests.stage import Stage

POSTS_EACH, LINES_EACH = 3, 10
PRESSES = 8
HATE = "You will never find work."


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty with a moderators' channel."""
    async with moderated(tmp_path) as ready:
        ready.discord.rest.limits = NoLimits()  # type: ignore[assignment]
        yield ready


class Phone:
    """Ben's presses, counted."""

    def __init__(self, ben: Member) -> None:
        self.ben = ben
        self.presses = 0

    async def mute(self, card: object) -> Answer:
        tools = await self.ben.menu("Report", card)
        self.presses += 2
        return await self.ben.press(tools.message, "Mute 30 days")


async def test_three_trolls_are_out_in_eight_presses_and_everybody_else_can_still_post(stage: Stage) -> None:
    honest = [await stage.vent(member(stage, number), f"Honest {number}.") for number in range(20, 30)]
    trolls = [member(stage, number) for number in (1, 2, 3)]
    spam: dict[Member, list[object]] = {troll: [] for troll in trolls}
    for _ in range(POSTS_EACH):
        for troll in trolls:
            card, _ = await stage.vent(troll, HATE)
            spam[troll].append(card)
        await later(stage, timedelta(minutes=6))
    for troll in trolls:
        for card, _ in honest[:LINES_EACH]:
            await line(stage, troll, card, HATE)

    phone = Phone(stage.ben)
    answers = [await phone.mute(spam[troll][0]) for troll in trolls]

    assert phone.presses <= PRESSES
    for answer in answers:
        assert f"{POSTS_EACH + LINES_EACH} posts of theirs are hidden." in answer.text
        assert not any(troll.name in answer.text or str(troll.id) in answer.text for troll in trolls)
    places = [stage.room, *(card.thread for card, _ in honest)]
    await stage.discord.until(lambda: not any(HATE in one.text for at in places for one in stage.ada.sees(at)), 60)
    fresh, _ = await stage.vent(member(stage, 31), "A new one.")
    for troll in trolls:
        assert "cannot post or write without a name" in (await try_to_vent(stage, troll)).text
        assert "cannot post or write without a name" in (await line(stage, troll, fresh, "x")).text
    assert all("Honest" in card.text for card, _ in honest)


async def test_with_the_board_only_it_takes_no_more_presses(stage: Stage) -> None:
    """Members report each troll once; the moderator never opens the room."""
    honest, _ = await stage.vent(member(stage, 20), "Honest.")
    trolls = [member(stage, number) for number in (1, 2, 3)]
    spam: dict[Member, list[Any]] = {troll: [] for troll in trolls}
    for _ in range(POSTS_EACH):
        for troll in trolls:
            card, _ = await stage.vent(troll, HATE)
            spam[troll].append(card)
        await later(stage, timedelta(minutes=6))
    for number, troll in enumerate(trolls, start=10):
        await report(stage, member(stage, number), spam[troll][0], reason="attack")
    await later(stage, timedelta(minutes=2))
    await stage.quiet()
    await stage.discord.until(lambda: standing(stage).text.count("a personal attack") == len(trolls))

    board, presses = standing(stage), 0
    numbers = [b.custom_id for b in board.buttons if b.label == "Mute 30 days"]
    for number in numbers:
        done = await stage.ben.press(board, number)
        presses += 1
        assert "3 posts of theirs are hidden." in done.text
        assert not any(troll.name in done.text or str(troll.id) in done.text for troll in trolls)

    assert presses <= PRESSES
    await stage.discord.until(lambda: not any(HATE in one.text for one in stage.ada.sees(stage.room)), 60)
    await stage.vent(member(stage, 31), "A new one.")
    for troll in trolls:
        assert "cannot post or write without a name" in (await try_to_vent(stage, troll)).text
    assert "Honest." in honest.text
    await later(stage, timedelta(minutes=2))
    await stage.discord.until(lambda: "Nothing waits for you" in standing(stage).text)
