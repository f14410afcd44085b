"""Kind words that go past the bot's buttons: deleted by hand, or forgotten while they are on their way."""

import asyncio
from typing import Any

import pytest

from cogs.cheering.store import kind_word
from sandbox.deeds.messages import delete_many
from tests.cogs.cheering.test_cheers import LINE, words
from tests.cogs.reciprocity.test_balance import balance, keeps
from tests.rows import count, eventually
from tests.stage import Stage

SEND = "/channels/{channel_id}/messages"
MESSAGE = "/channels/{channel_id}/messages/{message_id}"


async def are_kept(stage: Stage) -> int:
    """How many rows name two people."""
    assert stage.bot is not None
    return await count(stage.bot.database, kind_word)


async def go(stage: Stage, place: Any, how: str) -> None:
    """All that stand there, in one of the ways that Discord knows."""
    said = words(stage, place)
    if how == "one by one":
        for one in said:
            await stage.mia.delete(one)
    elif how == "many":
        delete_many(stage.discord.world, place, [one.stored for one in said])
    else:
        stage.guild.remove_channel(place)


@pytest.mark.parametrize("how", ["one by one", "many", "channel"])
async def test_what_is_deleted_by_hand_names_nobody_in_the_rows_and_counts_no_more(stage: Stage, how: str) -> None:
    place = stage.guild.channel("talk")
    await keeps(stage, stage.ben)
    await stage.ada.run("cheer", channel=place, member=stage.ben, line=LINE)
    await stage.mia.run("thanks", channel=place, member=stage.ben, reason=LINE)
    await stage.ada.run("cheer", channel=stage.room, member=stage.mia)
    assert "2 people were there for you" in (await balance(stage, stage.ben)).text

    await go(stage, place, how)

    async def is_so() -> bool:
        return await are_kept(stage) == 1

    await eventually(is_so)
    assert "were there for you" not in (await balance(stage, stage.ben)).text
    assert LINE in (await stage.ben.run("my jar", channel=stage.room)).text
    await stage.mia.press((await stage.mia.press(words(stage)[0], "cheer:more")).message, "cheer:down")
    await stage.discord.until(lambda: words(stage) == [])


async def test_of_whoever_is_forgotten_while_it_is_sent_nothing_stands_also_where_discord_fails_then(
    stage: Stage,
) -> None:
    held = stage.discord.faults.hold("POST", SEND)
    cheering = asyncio.create_task(stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=LINE))
    await held.came.wait()
    asked = await stage.ada.run("my forget", channel=stage.room)
    await stage.ada.press(asked.message, "my:forget:yes")
    await eventually(lambda: _none(stage))
    stage.discord.faults.fail("DELETE", MESSAGE, status=400)

    held.let_go.set()
    await cheering

    await stage.quiet()
    assert words(stage) == []


async def _none(stage: Stage) -> bool:
    return not await are_kept(stage)
