"""A new operator's walk: an empty server of thirty with two channels, and soon somebody lets something out there.

Taps are counted as a phone has them: a select opens with one and is answered with another, a button takes one.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest

from tests.stage import INVITED, Stage, staged

SEND = discord.Permissions(send_messages=True).value
MAKE = discord.Permissions(manage_channels=True).value
GIVE = discord.Permissions(manage_roles=True).value


@dataclass
class Walk:
    """Mia with her phone, on the screen of `/setup start`."""

    stage: Stage
    screen: Any = None
    taps: int = 0

    async def begin(self) -> str:
        answer = await self.stage.mia.run("setup start", channel=self.stage.guild.general)
        self.screen = answer.message
        return answer.text

    async def choose(self, name: str, value: Any) -> str:
        self.taps += 2
        return self._shown(await self.stage.mia.choose(self.screen, f"setup:{name}", [value]))

    async def press(self, label: str) -> str:
        self.taps += 1
        return self._shown(await self.stage.mia.press(self.screen, label))

    def _shown(self, answer: Any) -> str:
        self.screen = answer.updated or answer.message
        return str(answer.text)

    @property
    def buttons(self) -> list[str]:
        return [button.label for button in self.screen.buttons]

    async def somebody_vents(self, room: Any) -> None:
        """Ada finds the way in where it is said to be, and her post is up."""
        stage = self.stage
        stage.room = room
        await stage.discord.until(lambda: stage.panel() is not None and "vent" in stage.ada.commands(room))
        card, _ = await stage.vent(stage.ada, "They said no.")
        assert "They said no." in card.text


@pytest.fixture
async def walk(tmp_path: Path) -> AsyncIterator[Walk]:
    """Nothing is known here yet, and the bot has the rights of its usual invite."""
    async with staged(tmp_path, people=30) as stage:
        assert len(stage.guild.channels) == 2
        yield Walk(stage)


async def test_six_taps_choose_everything_and_then_somebody_lets_something_out(walk: Walk) -> None:
    asked = await walk.begin()
    assert "Where may people let things out?" in asked
    assert "Make a new room for it" not in walk.buttons
    assert "Create Channel" in asked

    await walk.choose("room", walk.stage.room)
    await walk.choose("country", "DE")
    said = await walk.choose("moderators", walk.stage.guild.general)

    assert walk.taps == 6
    assert "It is on" in said
    assert f"<#{walk.stage.room.id}>" in said
    assert "🔴" not in said
    assert f"Everyone here can read <#{walk.stage.guild.general.id}>" in said
    await walk.somebody_vents(walk.stage.room)
    care = await walk.stage.ada.run("care", channel=walk.stage.room)
    assert "TelefonSeelsorge" in care.text


async def test_without_a_place_for_moderators_five_taps_are_enough_and_word_goes_to_the_owner(walk: Walk) -> None:
    await walk.begin()
    await walk.choose("room", walk.stage.room)
    await walk.choose("country", "US")
    said = await walk.press("Switch it on, word to the owner")

    assert walk.taps == 5
    assert "Word for moderators goes to the server's owner" in said
    await walk.somebody_vents(walk.stage.room)


async def test_whoever_chooses_the_moderators_place_first_takes_no_wrong_turn(walk: Walk) -> None:
    await walk.begin()
    await walk.choose("moderators", walk.stage.guild.general)
    assert walk.stage.panel() is None

    await walk.choose("room", walk.stage.room)
    said = await walk.press("Switch it on")

    assert "It is on" in said
    again = await walk.begin()
    assert "Switch it on" in walk.buttons, "what was chosen is known the next time"
    assert "Create Channel" not in again


async def test_where_the_bot_may_it_makes_the_room_once_and_the_rest_is_four_taps(walk: Walk) -> None:
    walk.stage.guild.install(walk.stage.app, INVITED | MAKE)
    await walk.stage.discord.until(lambda: _guild(walk.stage).me.guild_permissions.manage_channels)
    walk.stage.guild.remove_channel(walk.stage.room)
    await walk.stage.discord.until(lambda: len(_guild(walk.stage).text_channels) == 1)

    await walk.begin()
    another: Any = await walk.stage.mia.run("setup start", channel=walk.stage.guild.general)
    await walk.press("Make a new room for it")
    await walk.stage.mia.press(another.message, "Make a new room for it")
    await walk.choose("country", "US")
    said = await walk.press("Switch it on, word to the owner")

    assert walk.taps == 4
    assert "It is on" in said
    made = [channel for channel in walk.stage.guild.channels if channel.name == "vent-room"]
    assert len(made) == 1
    await walk.somebody_vents(made[0])


async def test_pressed_twice_in_one_moment_it_still_makes_one_room(walk: Walk) -> None:
    stage = walk.stage
    stage.guild.install(stage.app, INVITED | MAKE)
    await stage.discord.until(lambda: _guild(stage).me.guild_permissions.manage_channels)
    stage.guild.remove_channel(stage.room)
    await stage.discord.until(lambda: len(_guild(stage).text_channels) == 1)
    asked: Any = await stage.mia.run("setup start", channel=stage.guild.general)

    await asyncio.gather(*[stage.mia.press(asked.message, "Make a new room for it") for _ in range(2)])

    assert [channel.name for channel in stage.guild.channels].count("vent-room") == 1


async def test_where_the_bot_may_not_write_it_says_so_and_the_taps_it_names_mend_it(walk: Walk) -> None:
    stage = walk.stage
    stage.guild.overwrite(stage.room, stage.guild.role_of(stage.app), deny=SEND)
    await walk.begin()
    await walk.choose("room", stage.room)
    said = await walk.press("Switch it on, word to the owner")

    assert "I can't put the way in into" in said
    assert "I lack **Send Messages**" in said
    assert "long-press the channel → Edit → Permissions" in said
    assert "Mend it for me" not in walk.buttons
    assert stage.panel() is None

    stage.guild.overwrite(stage.room, stage.guild.role_of(stage.app), allow=SEND)
    await stage.discord.until(lambda: _channel(stage).permissions_for(_guild(stage).me).send_messages)
    said = await walk.press("Check again")
    assert "It is on" in said
    assert "🔴" not in said
    await walk.somebody_vents(stage.room)


async def test_where_it_may_it_mends_a_read_only_room_for_itself_and_says_that_people_need_not_write(
    walk: Walk,
) -> None:
    stage = walk.stage
    stage.guild.install(stage.app, INVITED | GIVE)
    stage.guild.overwrite(stage.room, stage.guild.everyone, deny=SEND)
    await stage.discord.until(
        lambda: (
            not _channel(stage).permissions_for(_guild(stage).me).send_messages
            and _guild(stage).me.guild_permissions.manage_roles
        )
    )
    await walk.begin()
    await walk.choose("room", stage.room)
    await walk.press("Switch it on, word to the owner")
    said = await walk.press("Mend it for me")

    assert walk.taps == 4
    assert "It is on" in said
    assert "People cannot write in that room themselves. That is fine" in said
    await walk.somebody_vents(stage.room)


def _guild(stage: Stage) -> discord.Guild:
    assert stage.bot is not None
    found = stage.bot.client.get_guild(stage.guild.id)
    assert found is not None
    return found


def _channel(stage: Stage) -> Any:
    return _guild(stage).get_channel(stage.room.id)
