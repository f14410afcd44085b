"""Steps of a server's life, drawn at random: of one person who never shows their name nothing is seen."""

import os
import random
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sandbox import ClientRefusal, Member
from tests.contract.crowd import NoLimits
from tests.contract.searching import Traces, as_text
from tests.stage import Stage, staged

STEPS = int(os.environ.get("WALK_STEPS", "250"))
NAME = "Ottoline Wexcombe"


class Walk:
    """Everybody does anything; `quiet` is one of them and never chooses to be seen."""

    def __init__(self, stage: Stage, quiet: Member) -> None:
        self.stage = stage
        self.quiet = quiet
        others = [one for one in stage.guild.members if one.name.startswith("Member")]
        self.people = [quiet, quiet, stage.ada, stage.ben, *others[:3]]
        self.chance = random.Random(11)
        self.done: dict[str, int] = {}

    async def step(self) -> None:
        who = self.chance.choice(self.people)
        acts = (self.vent, self.cheer, self.cheer, self.line, self.more, self.look, self.react, self.mine)
        act = self.chance.choice(acts)
        if self.chance.random() < 0.05:
            await self.stage.later(timedelta(minutes=self.chance.choice((6, 90, 1_500))))
        try:
            await act(who)
            self.done[act.__name__] = self.done.get(act.__name__, 0) + 1
        except ClientRefusal:
            return  # what a client does not offer, nobody can do

    async def vent(self, who: Member) -> None:
        panel = self.stage.panel()
        if panel is None:
            return
        form = (await who.press(panel, "vent:open")).form
        name = "hidden" if who == self.quiet else self.chance.choice(("hidden", "open"))
        wish = self.chance.choice(("listen", "cheer", "stories", "advice"))
        await who.submit(form, text=f"No again, {self.chance.random()}.", help=wish, name=name)

    def card(self) -> Any:
        cards = self.stage.cards()
        if not cards:
            raise ClientRefusal("there is no card")
        return self.chance.choice(cards)

    async def cheer(self, who: Member) -> None:
        await who.press(self.card(), self.chance.choice(("🫂 With you", "☕ Sitting with you", "💪 Rooting for you")))

    async def line(self, who: Member) -> None:
        form = (await who.press(self.card(), "Write a line")).form
        sign = "unsigned" if who == self.quiet else self.chance.choice(("signed", "unsigned"))
        await who.submit(form, line="I have been there.", sign=sign)

    async def more(self, who: Member) -> None:
        answer = await who.press(self.card(), "⋯")
        tools = [one for one in answer.buttons if one not in ("Use my name",)]
        if answer.message is None or not tools:
            return
        label = self.chance.choice(tools)
        pressed = await who.press(answer.message, label)
        if pressed.form is not None:
            field = next(iter(pressed.form.fields))
            await who.submit(pressed.form, **{field: "Thank you all."})

    async def look(self, who: Member) -> None:
        await who.run(
            self.chance.choice(("my posts", "my inbox", "listen", "my jar", "care", "my privacy", "my balance"))
        )

    async def mine(self, who: Member) -> None:
        posts = await who.run("my posts")
        if posts.message is not None and posts.message.buttons:
            button = self.chance.choice([one for one in posts.message.buttons if one.custom_id])
            await who.press(posts.message, button.custom_id or "")

    async def react(self, who: Member) -> None:
        if who != self.quiet:  # Discord itself shows who reacted
            await who.react(self.card(), self.chance.choice(("🫂", "☕", "🎉")))


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path) as ready:
        ready.discord.rest.limits = NoLimits()  # type: ignore[assignment]
        await ready.set_up()
        yield ready


async def test_random_steps_show_nothing_of_who_never_shows_their_name(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    quiet = stage.guild.join(stage.discord.person(NAME))
    walk, others = Walk(stage, quiet), [stage.ada, stage.ben, stage.mia]
    before = {one.id: {as_text(each) for each in one.visible()} for one in others}
    requests = len(stage.discord.requests)

    for _ in range(STEPS):
        await walk.step()
    await stage.quiet()

    traces = Traces(quiet)
    seen = [each for one in others for each in one.visible() if as_text(each) not in before[one.id]]
    rows = [stage.folder / name for name in ("wingbeat.db", "wingbeat.db-wal")]
    assert walk.done["vent"] > STEPS / 40
    assert walk.done["line"] > STEPS / 40
    assert traces.in_requests(stage.discord.requests[requests:]) == []
    assert traces.in_sight(seen) == []
    assert traces.in_text(caplog.text) == []
    assert traces.in_files(*rows) == []
    assert not [one for one in stage.discord.requests if one.status >= 500]
