"""Moderators of a real server look at how it is doing."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.data import guilds, scopes
from bot.data.unit import Unit
from bot.domain.ids import GuildId
from cogs.circles.model.circle import Band
from cogs.circles.store.tables import circle
from cogs.health.model.cells import Cell
from cogs.health.model.definitions import Chance, Figures, Mutuality, week_of
from cogs.health.store import published, unpublished
from cogs.venting.model.vent import How
from cogs.venting.store import rooms
from tests.stage import Stage, staged

WEEKS = 9
HERON = 7
A_WEEK = Figures(
    vents=12, unanswered=1, enough=8, supports=30, named=14, waits=(2, 2, 2, 2, 1, 1, 1, 0, 0, 0),
    hours=(0,) * 43 + (5, 5, 2) + (0,) * 122,
)  # fmt: skip


async def switched_on(stage: Stage, *, moderators: Any = None) -> None:
    await stage.set_up()
    guild = GuildId(stage.guild.id)
    if moderators is not None:
        await stage.mia.run("setup channels", channel=stage.room, moderators=moderators)

    def switch(unit: Unit) -> None:
        guilds.switch_on(unit, guild, ("health",))
        scopes.plant_sync(unit, guild)

    assert stage.bot is not None
    await stage.bot.database.change(switch)
    await stage.discord.until(lambda: "mod health" in stage.mia.commands(stage.room))


async def with_a_past(stage: Stage) -> None:
    """Weeks that are published, as the weekly job leaves them."""
    guild, bot = GuildId(stage.guild.id), stage.bot
    assert bot is not None

    def publish(unit: Unit) -> None:
        last = week_of(unit.now_ms) - 14
        unpublished.heard_first(unit, guild)
        for back in range(WEEKS):
            published.publish(unit, guild, Cell(0, last - 7 * back, 1, 9, A_WEEK))
        published.publish(unit, guild, Cell(HERON, last, 1, 9, A_WEEK))
        unit.run(circle.insert(), {
            "id": HERON, "guild_id": guild, "name": "Heron", "band": Band.EUROPE, "opened_ms": 0,
            "last_ms": 0, "shares_ms": 0, "gone_ms": 0,
        })  # fmt: skip
        for back in (56, 28):
            published.publish_mutuality(unit, guild, Mutuality(last - back, 4, 80, 0.2, Chance(-0.05, 0.05)))
        published.is_frozen(unit, guild, last)
        for how, many in ((How.BETTER, 7), (How.SAME, 5), (How.WORSE, 1)):
            for _ in range(many):
                rooms.count_how(unit, guild, last, how)

    await bot.database.change(publish)
    await stage.later(timedelta(days=7, hours=1))


async def turned(stage: Stage, panel: Any, page: str) -> Any:
    """The panel after a press that may take as long as a first picture."""
    before = panel.text
    await stage.mia.press(panel.message, f"health:page:{page}")
    await stage.discord.until(lambda: panel.message.text != before, timeout=30)
    return panel.message


@pytest.fixture
async def stage(tmp_path: Path) -> Any:
    async with staged(tmp_path) as one:
        yield one


async def test_a_moderator_turns_the_pages_and_takes_a_copy(stage: Stage) -> None:
    await switched_on(stage)
    await with_a_past(stage)

    panel = await stage.mia.run("mod health", channel=stage.room)
    board = panel.text
    answers = await turned(stage, panel, "answers:4")
    said = answers.text
    pictures = answers.stored.attachments

    assert board.startswith("**What waits**")
    assert "Fewer than 5 people listen" in board
    assert "Of 60 posts in 4 weeks" in said
    assert "better 7, the same 5, worse fewer than 5." in said
    assert "*" not in pictures[0].description
    assert len(pictures) == 1

    await stage.restart()
    await stage.mia.press(panel.message, "health:page:mutual")
    await stage.discord.until(lambda: "more mutual than chance" in panel.message.text, timeout=30)

    of_circle = await stage.mia.run("mod health", channel=stage.room, circle="heron", weeks=12)
    assert of_circle.text.startswith("Of **Heron** only:")
    assert "Of 12 posts in 12 weeks" in of_circle.text
    assert "no such circle" in (await stage.mia.run("mod health", channel=stage.room, circle="Wren")).text

    copy = await stage.mia.run("mod export", channel=stage.room)
    assert "8 cells" not in copy.text
    assert f"{WEEKS + 1} cells" in copy.text


async def test_a_plain_member_sees_neither_command_nor_page(stage: Stage) -> None:
    await switched_on(stage)
    await with_a_past(stage)
    panel = await stage.mia.run("mod health", channel=stage.room)

    assert not {"mod health", "mod export"} & set(stage.ada.commands(stage.room))
    assert "health:page:answers:4:0" in {button.custom_id for button in panel.message.buttons}


async def test_the_first_week_ends_with_three_lines_for_moderators(stage: Stage) -> None:
    desk = stage.guild.channel("moderators")
    await switched_on(stage, moderators=desk)
    await stage.vent(stage.ada)
    await stage.quiet()
    first = (await stage.mia.run("mod health", channel=stage.room)).text

    await stage.later(timedelta(days=6, hours=20))
    await stage.quiet()
    before = [one.text for one in stage.mia.sees(desk) if "first week" in one.text]
    await stage.later(timedelta(hours=5))
    await stage.quiet()
    notes = [one.text for one in stage.mia.sees(desk) if "first week" in one.text]

    assert "no figures yet" in first
    assert before == []
    assert len(notes) == 1
    assert len(notes[0].splitlines()) == 3
    assert not any(sign.isdigit() for sign in notes[0])


@pytest.mark.parametrize(("readers", "pages"), [(10, 0), (20, 2), (30, 3), (60, 5)])
async def test_a_group_is_shown_what_its_size_can_bear(tmp_path: Path, readers: int, pages: int) -> None:
    async with staged(tmp_path, people=readers) as stage:
        await switched_on(stage)
        await with_a_past(stage)

        panel = await stage.mia.run("mod health", channel=stage.room)

        assert len([one for one in panel.message.buttons if ":4:" in (one.custom_id or "")]) == pages
