"""A week with a buddy, over real sockets."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.data import guilds, scopes
from bot.data.facts import decode, encode
from bot.domain.errors import Refusal
from bot.domain.events import CheckInShared, CheckInsPaused
from bot.domain.ids import GuildId, MemberId
from cogs.buddies.store import people
from tests.stage import INVITED, Stage

WEEK = timedelta(days=7)
TO_MONDAY = timedelta(days=5, hours=8)
"""To an hour after pairs are drawn."""
WEDNESDAY, MONDAY = datetime(2026, 11, 25, 9, 0, tzinfo=UTC), datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


@pytest.fixture
async def stage(stage: Stage) -> Stage:
    """With buddies switched on, in the middle of a week."""
    assert stage.bot is not None
    stage.discord.clock.set(WEDNESDAY)
    await stage.later(timedelta())
    guild = GuildId(stage.guild.id)
    await stage.bot.database.change(
        lambda unit: (guilds.switch_on(unit, guild, ("buddies",)), scopes.plant_sync(unit, guild))
    )
    await stage.discord.until(lambda: "buddy" in stage.ada.commands(stage.room))
    return stage


def cara(stage: Stage) -> Any:
    return next(one for one in stage.guild.members if one.name == "Member 0")


async def on(stage: Stage, *several: Any) -> list[str]:
    return [(await one.run("buddy on", channel=stage.room)).text for one in several]


async def inbox(stage: Stage, who: Any) -> Any:
    await stage.quiet()
    return await who.run("my inbox", channel=stage.room)


async def tell(stage: Stage, fact: Any) -> None:
    assert stage.bot is not None
    await stage.bot.database.change(lambda unit: unit.emit(fact))
    await stage.quiet()


async def test_the_first_waits_and_the_second_meets_them_at_once(stage: Stage) -> None:
    first, second = await on(stage, stage.ada, stage.ben)

    assert "As soon as somebody is free" in first
    assert f"<@{stage.ada.id}>" in second
    assert f"<@{stage.ben.id}>" in (await inbox(stage, stage.ada)).text
    assert "Your buddy" not in (await inbox(stage, stage.ben)).text, "it was in the answer already"


async def test_on_the_day_of_the_round_nobody_is_paired_for_a_few_hours(stage: Stage) -> None:
    stage.discord.clock.set(MONDAY)
    await stage.later(timedelta())
    said = await on(stage, stage.ada, stage.ben)
    await stage.ada.menu("Ask to be buddies", cara(stage), channel=stage.room)
    yes = await cara(stage).press((await inbox(stage, cara(stage))).message, "Yes")
    at = f"<t:{int((MONDAY + timedelta(hours=7)).timestamp())}:R>"

    assert all(f"when pairs are drawn {at}" in one for one in said)
    assert f"when pairs are drawn next, {at}" in yes.text
    await stage.later(timedelta(hours=7, minutes=1))
    text = (await inbox(stage, cara(stage))).text
    assert text.count("Your buddy this week") == 1
    assert f"<@{stage.ada.id}>" in text, "whom they said yes to"


async def test_on_monday_there_is_a_new_round_and_an_odd_one_makes_a_three(stage: Stage) -> None:
    await on(stage, stage.ada, stage.ben, cara(stage))

    await stage.later(WEEK)

    text = (await inbox(stage, cara(stage))).text
    ada, ben = f"<@{stage.ada.id}>", f"<@{stage.ben.id}>"
    either = {f"Your buddies this week are {one} & {other}." for one, other in ((ada, ben), (ben, ada))}
    assert [one for one in either if one in text], text


async def test_who_says_that_they_talked_is_believed_and_nobody_else_hears_of_it(stage: Stage) -> None:
    await on(stage, stage.ada, stage.ben)
    await stage.later(timedelta(days=6))

    said = await stage.ada.press((await inbox(stage, stage.ada)).message, "We talked")

    assert "Good to hear" in said.text
    assert "talked" not in (await inbox(stage, stage.ben)).text.replace("Did you and", "")
    assert "That is fine" in (await stage.ben.run("buddy met", channel=stage.room, talked=False)).text


async def test_three_silent_weeks_bring_one_kind_question_and_then_quiet(stage: Stage) -> None:
    await on(stage, stage.ada, stage.ben)
    for by in (TO_MONDAY, WEEK, WEEK, WEEK):
        await stage.later(by)
        await stage.quiet()

    box = await inbox(stage, stage.ada)
    assert box.text.count("Three times I asked") == 1
    told = box.text.count("Your buddy this week")
    await tell(stage, CheckInShared(GuildId(stage.guild.id), MemberId(stage.ben.id), "buddy", 0))
    assert "checked in" not in (await inbox(stage, stage.ada)).text, "that would not be quiet"
    await stage.later(WEEK)
    assert (await inbox(stage, stage.ada)).text.count("Your buddy this week") == told

    await stage.ben.press((await inbox(stage, stage.ben)).message, "Keep me in")
    back = await stage.ada.press((await inbox(stage, stage.ada)).message, "Keep me in")
    assert f"<@{stage.ben.id}>" in back.text


async def test_whoever_was_asked_only_as_the_bot_came_back_was_not_silent(stage: Stage) -> None:
    await on(stage, stage.ada, stage.ben)
    for _ in range(4):
        await stage.later(WEEK)  # down from Wednesday to Wednesday
        await stage.quiet()

    assert "Three times I asked" not in (await inbox(stage, stage.ada)).text


async def test_two_of_whom_one_avoids_the_other_never_meet_and_the_other_cannot_tell(stage: Stage) -> None:
    done = await stage.ada.run("buddy avoid", channel=stage.room, member=stage.ben)
    await on(stage, stage.ada, stage.ben)
    asked = await stage.ben.menu("Ask to be buddies", stage.ada, channel=stage.room)

    assert "they are not told" in done.text
    for _ in range(3):
        await stage.later(WEEK)
        assert f"<@{stage.ada.id}>" not in (await inbox(stage, stage.ben)).text
    assert "I ask" in asked.text
    assert "would like to be your buddy" not in (await inbox(stage, stage.ada)).text


async def test_who_stops_is_missed_kindly_and_the_other_meets_who_waits(stage: Stage) -> None:
    await on(stage, stage.ada, stage.ben, cara(stage))

    answer = await stage.ada.run("buddy off", channel=stage.room)

    assert "You are out" in answer.text
    text = (await inbox(stage, stage.ben)).text
    assert "could not stay" in text
    assert f"<@{cara(stage).id}>" in text
    assert "don't take part" in (await stage.ada.run("buddy off", channel=stage.room)).text

    await stage.ada.run("buddy on", channel=stage.room)
    forget = await stage.ben.run("my forget", channel=stage.room)
    await stage.ben.press(forget.message, "Forget me here")
    await stage.quiet()
    text = (await inbox(stage, cara(stage))).text
    assert "could not stay" in text
    assert f"<@{stage.ada.id}>" in text, "who is forgotten frees their buddy as well"
    assert f"<@{stage.ben.id}>" not in text


async def test_a_yes_brings_two_together_and_a_no_is_heard_by_nobody(stage: Stage) -> None:
    asked = await stage.ada.menu("Ask to be buddies", stage.ben, channel=stage.room)
    assert "If they say yes" in asked.text
    again = await stage.ada.menu("Ask to be buddies", stage.ben, channel=stage.room)
    assert "asked" in again.text

    box = await inbox(stage, stage.ben)
    no = await stage.ben.press(box.message, "No, thank you")
    assert "Nobody is told" in no.text
    assert "nothing to answer" in (await stage.ben.press(box.message, "Yes")).text
    assert "Nothing waits" in (await inbox(stage, stage.ada)).text

    await stage.ada.menu("Ask to be buddies", cara(stage), channel=stage.room)
    yes = await cara(stage).press((await inbox(stage, cara(stage))).message, "Yes")
    assert f"<@{stage.ada.id}>" in yes.text
    assert f"<@{cara(stage).id}>" in (await inbox(stage, stage.ada)).text


async def test_who_asks_back_has_said_yes_and_nobody_is_asked_for_what_they_have(stage: Stage) -> None:
    async def asks(one: Any, other: Any) -> str:
        return (await one.menu("Ask to be buddies", other, channel=stage.room)).text

    await asks(stage.ada, stage.ben)
    back = await asks(stage.ben, stage.ada)
    again = [await asks(stage.ben, stage.ada), await asks(stage.ada, stage.ben)]
    boxes = [(await inbox(stage, one)).text for one in (stage.ada, stage.ben)]

    assert f"you have somebody: <@{stage.ada.id}>" in back
    assert ["are buddies already" in one for one in again] == [True, True]
    assert f"Your buddy this week is <@{stage.ben.id}>" in boxes[0]
    assert not any("would like" in one for one in boxes)

    # Cara said yes to Ada, who has somebody until Monday
    await asks(stage.ada, cara(stage))
    said = [await asks(cara(stage), stage.ada), await asks(cara(stage), stage.ada), await asks(stage.ada, cara(stage))]
    assert ["are buddies when pairs are drawn next" in one for one in said] == [True, True, True]
    assert (await inbox(stage, stage.ada)).text.count("said yes") == 1
    await stage.ben.run("buddy off", channel=stage.room)
    sooner = (await inbox(stage, stage.ada)).text
    assert f"Your buddy this week is <@{cara(stage).id}>" in sooner
    assert "said yes" not in sooner, "it is so already"

    # who avoids somebody reads silence as everybody does, also where that one had asked
    await asks(stage.mia, cara(stage))
    await cara(stage).run("buddy avoid", channel=stage.room, member=stage.mia)
    assert "I ask" in await asks(cara(stage), stage.mia)
    assert "would like" not in (await inbox(stage, stage.mia)).text


async def test_a_no_reads_like_silence_to_whoever_asks_again(stage: Stage) -> None:
    for other in (stage.ben, cara(stage)):
        await stage.ada.menu("Ask to be buddies", other, channel=stage.room)
    await stage.ben.press((await inbox(stage, stage.ben)).message, "No, thank you")

    after_no = await stage.ada.menu("Ask to be buddies", stage.ben, channel=stage.room)
    after_silence = await stage.ada.menu("Ask to be buddies", cara(stage), channel=stage.room)

    assert after_no.text.replace(str(stage.ben.id), "") == after_silence.text.replace(str(cara(stage).id), "")


async def test_who_is_out_stays_out_whatever_is_said_to_what_they_asked(stage: Stage) -> None:
    await stage.ada.menu("Ask to be buddies", stage.ben, channel=stage.room)
    await on(stage, stage.ada)
    box = await inbox(stage, stage.ben)
    await stage.ada.run("buddy off", channel=stage.room)

    yes = await stage.ben.press(box.message, "Yes")

    assert "nothing to answer" in yes.text
    assert "Nothing waits" in (await inbox(stage, stage.ada)).text


async def test_a_yes_holds_until_the_next_round_however_late_it_was_said(stage: Stage) -> None:
    await on(stage, stage.ada, stage.ben, cara(stage), stage.mia)
    await stage.ada.menu("Ask to be buddies", cara(stage), channel=stage.room)
    await stage.later(timedelta(days=6, hours=20))
    box = await inbox(stage, cara(stage))
    yes = await cara(stage).press(box.message, "buddy:yes")
    assert "when pairs are drawn next" in yes.text or f"<@{stage.ada.id}>" in yes.text

    await stage.later(timedelta(days=6))
    await stage.quiet()

    newest = (await inbox(stage, cara(stage))).text.split("Your buddy this week is ")[1]
    assert newest.startswith(f"<@{stage.ada.id}>")


async def test_whoever_avoids_their_buddy_forgets_nothing_of_the_weeks_before(stage: Stage) -> None:
    await on(stage, stage.ada, stage.ben, cara(stage), stage.mia)
    for _ in range(2):
        await stage.later(WEEK)
        await stage.quiet()
    weeks = (await stage.ada.run("my privacy", channel=stage.room)).text
    [mine] = await on(stage, stage.ada)
    buddy = next(one for one in (stage.ben, cara(stage), stage.mia) if f"<@{one.id}>" in mine)
    await stage.ada.run("buddy avoid", channel=stage.room, member=buddy)

    assert "the last ten: 3" in weeks
    assert "the last ten: 2" in (await stage.ada.run("my privacy", channel=stage.room)).text


async def test_not_yet_said_of_a_week_that_is_over_promises_no_time(stage: Stage) -> None:
    await on(stage, stage.ada, stage.ben)
    running = await stage.ben.run("buddy met", channel=stage.room, talked=False)
    await stage.later(timedelta(days=4, hours=8))
    box = await inbox(stage, stage.ada)
    await stage.later(timedelta(days=2))
    await stage.quiet()
    over = await stage.ada.press(box.message, "Not yet")

    assert "There is still time" in running.text
    assert over.text.strip() == "That is fine."


async def test_what_waits_is_what_is_so_now(stage: Stage) -> None:
    guild, ada = GuildId(stage.guild.id), MemberId(stage.ada.id)
    texts = ("Your buddy this week", "checked in", "talk?", "would like")
    await on(stage, stage.ada, stage.ben)
    for _ in range(2):
        await stage.later(WEEK)
        await tell(stage, CheckInShared(guild, ada, "buddy", 0))
    await cara(stage).menu("Ask to be buddies", stage.ben, channel=stage.room)
    box = await inbox(stage, stage.ben)
    for label in ("We talked", "No, thank you"):
        await stage.ben.press(box.message, label)
    answered = (await inbox(stage, stage.ben)).text

    assert [box.text.count(one) for one in texts] == [1, 1, 1, 1]
    assert [answered.count(one) for one in texts] == [1, 1, 0, 0]

    await stage.ben.run("buddy off", channel=stage.room)
    assert "Nothing waits" in (await inbox(stage, stage.ben)).text
    assert "could not stay" in (await inbox(stage, stage.ada)).text


async def test_who_is_left_without_anybody_hears_it_once_is_not_asked_again_and_meets_the_next(stage: Stage) -> None:
    guild = GuildId(stage.guild.id)
    await on(stage, stage.ada, stage.ben)
    await stage.later(timedelta(days=5))
    await tell(stage, CheckInsPaused(guild, MemberId(stage.ben.id), 4_000_000_000_000, 1))
    await stage.later(timedelta(days=2))
    box = await inbox(stage, stage.ada)
    await stage.ada.press(box.message, "Empty it")
    for _ in range(3):
        await stage.later(WEEK)
        await stage.quiet()
    after = await inbox(stage, stage.ada)
    [met] = await on(stage, cara(stage))

    assert "There are too few this week" in box.text
    assert "Nothing waits" in after.text, "there was one week to ask about, not three"
    assert f"<@{stage.ada.id}>" in met


async def test_only_who_was_asked_can_answer(stage: Stage) -> None:
    await stage.ada.menu("Ask to be buddies", stage.ben, channel=stage.room)
    box = await inbox(stage, stage.ben)
    button = next(one for one in box.message.buttons if one.label == "Yes")

    assert stage.bot is not None
    number = int((button.custom_id or "").split(":")[2])
    views = stage.bot._parts["buddies"].presses["buddy:yes"].handler.__self__  # type: ignore[attr-defined]
    with pytest.raises(Refusal):
        await views._asking.yes(number, MemberId(cara(stage).id))


async def test_a_shared_check_in_reaches_the_buddy_and_a_pause_rests_all_of_it(stage: Stage) -> None:
    guild = GuildId(stage.guild.id)
    assert stage.bot is not None
    await on(stage, stage.ada, stage.ben)

    # as a version said it that told the answer too
    said = encode(CheckInShared(guild, MemberId(stage.ada.id), "buddy", 0)).replace('"to"', '"answer":"rest","to"')
    await tell(stage, decode(said))
    assert f"<@{stage.ada.id}> checked in, <t:" in (await inbox(stage, stage.ben)).text

    far = 4_000_000_000_000
    await tell(stage, CheckInsPaused(guild, MemberId(stage.ada.id), far, 1))
    await tell(stage, CheckInsPaused(guild, MemberId(stage.ada.id), None, 0))
    await stage.later(timedelta(days=4, hours=12))
    assert "talk?" not in (await inbox(stage, stage.ada)).text
    assert "talk?" in (await inbox(stage, stage.ben)).text
    await stage.later(timedelta(hours=20))
    after = (await inbox(stage, stage.ben)).text
    assert "Your buddy this week" not in after
    assert "checked in" not in after, "they are buddies no more"
    silent = {
        row.member_id: row.silent for row in await stage.bot.database.read(lambda look: people.everybody(look, guild))
    }
    assert silent == {stage.ada.id: 0, stage.ben.id: 1}


async def test_it_goes_on_after_a_restart(stage: Stage) -> None:
    await on(stage, stage.ada, stage.ben)
    await stage.restart()

    await stage.later(WEEK)

    assert (await inbox(stage, stage.ben)).text.count("Your buddy this week") >= 1


async def test_while_buddies_are_switched_off_nobody_hears_of_them_and_then_it_goes_on(stage: Stage) -> None:
    guild = GuildId(stage.guild.id)
    await on(stage, stage.ben, stage.ada)
    assert stage.bot is not None
    await stage.bot.database.change(lambda unit: guilds.switch_off(unit, guild, ("buddies",)))
    box = await inbox(stage, stage.ben)
    assert "Your buddy this week" in box.text
    await stage.ben.press(box.message, "Empty it")

    await stage.later(WEEK)
    await tell(stage, CheckInShared(guild, MemberId(stage.ada.id), "buddy", 0))
    assert "budd" not in (await inbox(stage, stage.ben)).text
    assert "talk" not in (await inbox(stage, stage.ben)).text

    await stage.bot.database.change(lambda unit: guilds.switch_on(unit, guild, ("buddies",)))
    await stage.later(WEEK)
    box = await inbox(stage, stage.ben)
    assert "Your buddy this week" in box.text

    # the same where the bot was removed
    await stage.ben.press(box.message, "Empty it")
    stage.guild.uninstall(stage.app)
    await stage.quiet()
    await stage.later(WEEK)
    await tell(stage, CheckInShared(guild, MemberId(stage.ada.id), "buddy", 0))
    stage.guild.install(stage.app, INVITED)
    await stage.quiet()
    assert "Nothing waits" in (await inbox(stage, stage.ben)).text
    await stage.later(WEEK)
    assert "Your buddy this week" in (await inbox(stage, stage.ben)).text
