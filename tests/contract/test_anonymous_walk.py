"""Steps of a server's life, drawn at random: of one person who never shows their name nothing is seen."""

import os
import random
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.data.inbox import AUTHOR
from bot.data.schema import METADATA
from sandbox import ClientRefusal, Member
from tests.contract.crowd import NoLimits, living_keys
from tests.contract.joins import Tables, ties
from tests.contract.searching import Traces, as_text
from tests.rows import rows
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
        self.named = 0

    async def step(self) -> None:
        who = self.chance.choice(self.people)
        acts = (self.vent, self.cheer, self.cheer, self.line, self.more, self.look, self.react, self.mine, self.by_name)
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
        tools = [one for one in answer.buttons if who != self.quiet or one != "Use my name"]
        if answer.message is None or not tools:
            return
        label = self.chance.choice(tools)
        pressed = await who.press(answer.message, label)
        if pressed.form is not None:
            field = next(iter(pressed.form.fields))
            await who.submit(pressed.form, **{field: "Thank you all."})

    async def by_name(self, who: Member) -> None:
        """*Use my name*, from a note of a day without anybody, or from the list of one's own."""
        if who == self.quiet:
            return
        shown = await who.run(self.chance.choice(("my inbox", "my posts")))
        for message in shown.messages:
            if "Use my name" in [one.label for one in message.buttons]:
                named = await who.press(message, "Use my name")
                self.named += "under your name" in named.text
                return

    async def shows_name(self, who: Member) -> None:
        """Answers under a post without a name, and puts the name on it a day later."""
        await self.stage.later(timedelta(days=1))
        await self.stage.quiet()
        card, _ = await self.stage.vent(who, "No again.", name="hidden")
        more = await who.press(card, "⋯")
        answering = await who.press(more.message, "vent:reply")
        await who.submit(answering.form, text="Thank you.")
        await self.stage.later(timedelta(hours=24, minutes=5))
        await self.stage.quiet()
        inbox = await who.run("my inbox")
        asked = next(m for m in inbox.messages if "Use my name" in [one.label for one in m.buttons])
        named = await who.press(asked, "Use my name")
        self.named += "under your name" in named.text

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


async def rows_and_refs(stage: Stage) -> tuple[Tables, dict[bytes, int]]:
    """What stands in the rows, and whose key is whose."""
    assert stage.bot is not None
    living, guild = living_keys(stage), stage.guild.id
    there = {
        name: [dict(row._mapping) for row in await rows(stage.bot.database, table)]
        for name, table in METADATA.tables.items()
    }
    return there, {ref: one.id for one in stage.guild.members for ref in living.refs(AUTHOR, guild, one.id)}


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
    for one in (stage.ada, stage.ben):
        await walk.shows_name(one)
    await stage.quiet()

    traces = Traces(quiet)
    seen = [each for one in others for each in one.visible() if as_text(each) not in before[one.id]]
    files = [stage.folder / name for name in ("wingbeat.db", "wingbeat.db-wal")]
    assert walk.named >= 2
    there, refs = await rows_and_refs(stage)
    assert ties(there, refs, set(refs.values())) == []
    assert walk.done["vent"] > STEPS / 40
    assert walk.done["line"] > STEPS / 40
    assert traces.in_requests(stage.discord.requests[requests:]) == []
    assert traces.in_sight(seen) == []
    assert traces.in_text(caplog.text) == []
    assert traces.in_files(*files) == []
    assert not [one for one in stage.discord.requests if one.status >= 500]
