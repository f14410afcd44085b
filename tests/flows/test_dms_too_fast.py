"""Discord lets a bot open only so many direct messages in a while; nobody is told then that theirs are closed."""

from typing import Any

import pytest

from tests.stage import Stage

OPEN = "/users/@me/channels"


async def by_settings(stage: Stage, who: Any) -> str:
    screen = await who.run("my settings", channel=stage.room)
    answer = await who.press(screen.message, f"my:dm:{stage.guild.id}:on")
    await stage.discord.until(lambda: answer.messages)
    return "".join(said.text for said in answer.messages)


async def by_a_post(stage: Stage, who: Any) -> str:
    _, posted = await stage.vent(who)
    return (await who.press(posted.message, "vent:tell")).text


@pytest.mark.parametrize("way", [by_settings, by_a_post])
async def test_whoever_asks_then_reads_when_to_try_again_and_nobody_else_is_tried(stage: Stage, way: Any) -> None:
    stage.discord.settings.dm_opens = 0

    first = await way(stage, stage.ada)
    asked = len(requests(stage))
    stage.discord.settings.dm_opens = 50
    second = await way(stage, stage.mia)

    for text in (first, second):
        assert "only a few at a time" in text
        assert "messages are closed" not in text
    assert len(requests(stage)) == asked == 1


def requests(stage: Stage) -> list[Any]:
    """Those by which direct messages are opened."""
    return [one for one in stage.discord.requests if one.route == OPEN]
