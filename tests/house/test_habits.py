"""The habits the house does without: found where they are planted, and nowhere else."""

from pathlib import Path, PurePosixPath

import pytest

from tests.house.habits import breaches

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*ROOT.glob("bot/**/*.py"), *ROOT.glob("cogs/**/*.py")])
FEATURE = PurePosixPath("cogs/listening/views.py")
BOT = PurePosixPath("bot/ui/parts.py")


def told(path: PurePosixPath, source: str) -> list[str]:
    return [breach.says.split(":")[0] for breach in breaches(path, source)]


def test_this_house_has_none_of_these_habits() -> None:
    found = [
        str(breach)
        for file in SOURCES
        for breach in breaches(PurePosixPath(file.relative_to(ROOT).as_posix()), file.read_text(encoding="utf-8"))
    ]

    assert found == []


PLANTED = {
    "bot.add_view(panel)": "add_view",
    "self.client.add_view(panel, message_id=3)": "add_view",
    "from discord.ui import DynamicItem": "DynamicItem",
    "from discord import ui\nclass Cheer(ui.DynamicItem): ...": "DynamicItem",
    "import discord\nclass Cheer(discord.ui.DynamicItem): ...": "DynamicItem",
    "from discord.ext import tasks": "discord.ext.tasks",
    "import discord.ext.tasks": "discord.ext.tasks",
    "from discord.ext.tasks import loop": "discord.ext.tasks",
    "number = int(text) if text.isdigit() else 0": "isdigit",
    "from sqlalchemy import text\ntext(f'select {name}')": "SQL put together from parts",
    "import sqlalchemy as sa\nsa.text('select ' + name)": "SQL put together from parts",
    "import sqlalchemy\nsqlalchemy.text('select %s' % name)": "SQL put together from parts",
    "from sqlalchemy import text\ntext('select {}'.format(name))": "SQL put together from parts",
    "connection.exec_driver_sql(f'drop {name}')": "SQL put together from parts",
    "connection.execute(f'drop {name}')": "SQL put together from parts",
    "unit.run('drop ' + name)": "SQL put together from parts",
    "connection.execute('drop {}'.format(name))": "SQL put together from parts",
}
DECORATED = {
    "from discord import ui\nclass Card:\n    @ui.button(label='x')\n    async def press(self): ...",
    "import discord\nclass Card:\n    @discord.ui.select(options=[])\n    async def choose(self): ...",
    "from discord.ui import button as knob\nclass Card:\n    @knob()\n    async def press(self): ...",
}
PLANTED_IN_A_FEATURE = {
    "import asyncio\nasync def wait(): await asyncio.sleep(1)": "asyncio.sleep",
    "from asyncio import sleep\nasync def wait(): await sleep(1)": "asyncio.sleep",
    "from typing import cast\ncast(int, room)": "cast",
    "import typing\ntyping.cast(int, room)": "cast",
    "room = give()  # type: ignore[attr-defined]": "an excuse to the type checker",
    "room = give()  # pyright: ignore": "an excuse to the type checker",
}


@pytest.mark.parametrize("path", [BOT, FEATURE], ids=str)
@pytest.mark.parametrize(("source", "expected"), PLANTED.items())
def test_a_planted_habit_is_found_in_the_bot_and_in_a_feature(path: PurePosixPath, source: str, expected: str) -> None:
    found = told(path, source)

    assert set(found) == {expected}


@pytest.mark.parametrize("path", [BOT, FEATURE], ids=str)
@pytest.mark.parametrize("source", sorted(DECORATED))
def test_a_button_with_a_callback_of_its_own_is_found(path: PurePosixPath, source: str) -> None:
    found = told(path, source)

    assert found == ["a decorated button or select keeps state"]


@pytest.mark.parametrize(("source", "expected"), PLANTED_IN_A_FEATURE.items())
def test_a_planted_habit_is_found_in_a_feature(source: str, expected: str) -> None:
    found = told(FEATURE, source)

    assert found == [expected]


@pytest.mark.parametrize("source", PLANTED_IN_A_FEATURE)
def test_the_bot_may_wait_and_may_know_better_than_the_type_checker(source: str) -> None:
    found = told(BOT, source)

    assert found == []


@pytest.mark.parametrize("path", ["bot/utils.py", "cogs/venting/helpers/words.py", "bot/data/misc.py"])
def test_a_module_named_after_nothing_is_found(path: str) -> None:
    found = told(PurePosixPath(path), "")

    assert len(found) == 1
    assert found[0].startswith("there is no room called")


def test_what_only_looks_alike_is_left_alone() -> None:
    source = "\n".join(
        [
            "from sqlalchemy import text",
            "from bot import text as words",
            "text('select :name')",
            "connection.exec_driver_sql('BEGIN IMMEDIATE' if writing else 'BEGIN')",
            "words.text(f'{name}')",
            "note = 'say type: ignore and add_view'",
            "from bot.ui import button",
            "button(label='x')",
        ]
    )

    assert told(FEATURE, source) == []
