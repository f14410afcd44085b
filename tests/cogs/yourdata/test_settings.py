"""How a person is written to, and the switches for it."""

from typing import Any

import pytest

from tests.cogs.checkins.people import plan
from tests.cogs.cheering.test_cheers import LINE, inbox_of
from tests.cogs.relay.listeners import listens
from tests.rows import eventually
from tests.stage import Stage


def dms_of(who: Any, stage: Stage) -> list[Any]:
    (app,) = stage.discord.world.apps.values()
    return who.sees_dm(app)


async def switch(stage: Stage, who: Any, button: str) -> Any:
    screen = await who.run("my settings", channel=stage.room)
    return await who.press(screen.message, f"my:{button}")


async def dms_on(stage: Stage, who: Any) -> None:
    await switch(stage, who, f"dm:{stage.guild.id}:on")
    await stage.discord.until(lambda: dms_of(who, stage))


async def quiet_cheer(stage: Stage, said: str = LINE) -> None:
    await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=said, quietly=True)


async def test_nobody_is_written_to_who_did_not_say_yes(stage: Stage) -> None:
    await quiet_cheer(stage)

    assert dms_of(stage.ben, stage) == []
    assert LINE in await inbox_of(stage.ben, stage)


async def test_who_switches_direct_messages_on_gets_one_that_shows_how_they_are(stage: Stage) -> None:
    answer = await switch(stage, stage.ben, f"dm:{stage.guild.id}:on")

    (first,) = dms_of(stage.ben, stage)
    assert "Job seekers" in first.text
    assert first.button("Stop these messages")
    assert "**Direct messages: on.**" in answer.text


async def test_what_is_for_them_alone_then_comes_as_a_direct_message_and_not_in_the_inbox(stage: Stage) -> None:
    await dms_on(stage, stage.ben)

    await quiet_cheer(stage)
    await stage.discord.until(lambda: len(dms_of(stage.ben, stage)) == 2)

    assert LINE in dms_of(stage.ben, stage)[-1].text
    await eventually(lambda: nothing_waits(stage))


async def nothing_waits(stage: Stage) -> bool:
    return "Nothing waits" in await inbox_of(stage.ben, stage)


async def plans(stage: Stage, who: Any) -> Any:
    return await plan(stage, who)


async def asks_to_listen(stage: Stage, who: Any) -> Any:
    return await listens(stage, who, where="dm")


@pytest.mark.parametrize("asks_for", [plans, asks_to_listen], ids=["check-ins", "listening"])
async def test_a_yes_to_one_thing_by_direct_message_is_none_to_all_else(stage: Stage, asks_for: Any) -> None:
    await asks_for(stage, stage.ben)
    heard = len(dms_of(stage.ben, stage))

    await quiet_cheer(stage)
    screen = await stage.ben.run("my settings", channel=stage.room)
    shown, waits = screen.text, await inbox_of(stage.ben, stage)
    before = len(dms_of(stage.ben, stage))
    await stage.ben.press(screen.message, f"my:dm:{stage.guild.id}:on")
    await asks_for(stage, stage.ben)
    await stage.discord.until(lambda: len(dms_of(stage.ben, stage)) > before)
    after = await stage.ben.run("my settings", channel=stage.room)

    assert (LINE in waits, before) == (True, heard)
    assert "**Direct messages: on** for what you chose" in shown
    assert "**What else is for you alone** waits" in shown
    assert "**Direct messages: on.** What is for you alone comes" in after.text, "and takes none back"


async def test_one_tap_below_a_direct_message_was_the_last(stage: Stage) -> None:
    await dms_on(stage, stage.ben)
    await stage.ben.person.press(dms_of(stage.ben, stage)[-1], "Stop these messages")

    await quiet_cheer(stage)

    assert LINE in await inbox_of(stage.ben, stage)
    assert len([message for message in dms_of(stage.ben, stage) if LINE in message.text]) == 0


async def test_closed_direct_messages_are_said_and_off(stage: Stage) -> None:
    stage.ben.dms_open = False

    answer = await switch(stage, stage.ben, f"dm:{stage.guild.id}:on")

    await stage.discord.until(lambda: "closed to this server" in answer.text)
    assert "**Direct messages: off.**" in answer.text


async def test_direct_messages_that_were_closed_meanwhile_end_in_the_inbox(stage: Stage) -> None:
    await dms_on(stage, stage.ben)
    stage.ben.dms_open = False

    await quiet_cheer(stage)

    await stage.discord.until(lambda: any(one.status == 403 for one in stage.discord.requests))
    assert LINE in await inbox_of(stage.ben, stage)
    assert "**Direct messages: off.**" in (await stage.ben.run("my settings", channel=stage.room)).text


async def test_quiet_keeps_everything_in_the_inbox(stage: Stage) -> None:
    await dms_on(stage, stage.ben)
    await switch(stage, stage.ben, f"set:{stage.guild.id}:quiet:on")

    await quiet_cheer(stage)

    assert LINE in await inbox_of(stage.ben, stage)
    assert len(dms_of(stage.ben, stage)) == 1


async def test_two_presses_on_an_old_screen_do_it_once(stage: Stage) -> None:
    screen = await stage.ben.run("my settings", channel=stage.room)
    button = screen.message.button(f"my:set:{stage.guild.id}:closed:on")
    await stage.ben.press(screen.message, button.custom_id)

    again = await stage.ben.run("my settings", channel=stage.room)

    assert "**Closed door: on.**" in again.text


async def test_the_switches_answer_after_a_restart(stage: Stage) -> None:
    screen = await stage.ben.run("my settings", channel=stage.room)
    await stage.restart()

    answer = await stage.ben.press(screen.message, f"my:set:{stage.guild.id}:hushed:on")

    assert "**Kind words, quietly: on.**" in answer.text


async def test_the_settings_open_in_a_direct_message(stage: Stage) -> None:
    await switch(stage, stage.ben, f"set:{stage.guild.id}:quiet:on")

    answer = await stage.ben.person.run("my settings")

    assert "Job seekers" in answer.text
    assert "**Quiet: on.**" in answer.text


async def test_in_a_direct_message_who_is_not_known_anywhere_is_told_so(stage: Stage) -> None:
    answer = await stage.ben.person.run("my inbox")

    assert "nothing of you" in answer.text


async def test_oneself_and_bots_cannot_be_avoided(stage: Stage) -> None:
    (app,) = stage.discord.world.apps.values()

    own = await stage.ben.run("my avoid", channel=stage.room, member=stage.ben)
    bot = await stage.ben.run("my avoid", channel=stage.room, member=app.user)

    assert "your own name" in own.text
    assert "a bot" in bot.text


async def test_whom_one_avoids_stands_in_ones_settings_only(stage: Stage) -> None:
    await stage.ben.run("my avoid", channel=stage.room, member=stage.ada)

    mine = await stage.ben.run("my settings", channel=stage.room)
    theirs = await stage.ada.run("my settings", channel=stage.room)

    assert f"<@{stage.ada.id}>" in mine.text
    assert f"<@{stage.ben.id}>" not in theirs.text
