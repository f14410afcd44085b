"""Somebody asks for a moderator without their name, and is answered: in place, or where they look next."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.domain.clock import real_ms
from bot.screening.helplines import load
from cogs.care.store import care_talk
from tests.cogs.moderation.desk import desk, moderated, told
from tests.rows import rows
from tests.stage import Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty with a moderators' channel."""
    async with moderated(tmp_path) as ready:
        yield ready


def calls(stage: Stage) -> list[Any]:
    """What moderators were told, oldest first."""
    return [m for m in told(stage) if any((b.custom_id or "").startswith("care:") for b in m.buttons)]


async def ask(stage: Stage) -> Any:
    """Ada asks, and the moderators have it."""
    care = await stage.ada.run("care", channel=stage.room)
    asked = await stage.ada.press(care.message, "Talk to a moderator, unnamed")
    await stage.discord.until(lambda: calls(stage))
    return asked


async def answer(stage: Stage, words: str, call: Any = None) -> Any:
    opened = await stage.ben.press(call or calls(stage)[-1], "Answer")
    return await stage.ben.submit(opened.form, text=words)


async def test_words_for_a_call_that_was_deleted_by_hand_meanwhile_are_passed_on_and_it_is_said(stage: Stage) -> None:
    asked = await ask(stage)
    [call] = calls(stage)
    opened = await stage.ben.press(call, "Answer")
    await stage.mia.delete(call)

    told = await stage.ben.submit(opened.form, text="We are here.")

    assert "It is on its way" in told.text
    await stage.discord.until(lambda: "We are here." in asked.text)


async def test_care_names_a_line_of_the_country_and_where_to_look_elsewhere_and_what_this_is_not(stage: Stage) -> None:
    care = await stage.ada.run("care", channel=stage.room)

    assert care.message.ephemeral
    assert "Find A Helpline" in care.text
    assert "no doctor, no hotline" in care.text
    assert care.buttons == ["Talk to a moderator, unnamed"]


async def test_where_no_country_is_chosen_one_can_say_where_one_is(stage: Stage) -> None:
    answer = await stage.ada.run("care", channel=stage.room)
    offered = [one for select in answer.message.selects for one in select.options]
    told = await stage.ada.choose(answer.message, "care:country", ["DE"])

    assert "In danger right now: the emergency number where you are." in answer.text
    assert {("Germany", "DE"), ("Japan", "JP"), ("Mexico", "MX")} <= {(one.label, one.value) for one in offered}
    assert {one.value for one in offered} == set(load().countries())
    assert all(one.label != one.value for one in offered)
    assert "TelefonSeelsorge" in told.text
    assert "Talk to a moderator, unnamed" in answer.buttons


async def test_one_tap_tells_the_moderators_and_nothing_they_get_says_who(stage: Stage) -> None:
    asked = await ask(stage)

    [call] = calls(stage)
    assert "Somebody would like to talk with a moderator" in call.text
    assert "may never be read" in call.text
    assert "They were not told who" in asked.text
    assert [button.label for button in call.buttons] == ["Answer", "Close"]
    seen = json.dumps(stage.ben.visible(), default=str)
    after = seen[seen.rindex("Somebody would like to talk") - 500 :]
    assert str(stage.ada.id) not in after
    assert "Ada" not in json.dumps(call.wire, default=str)
    assert str(stage.ada.id) not in json.dumps(call.wire, default=str)


async def test_an_answer_within_the_quarter_of_an_hour_appears_where_they_asked(stage: Stage) -> None:
    asked = await ask(stage)

    passed = await answer(stage, "I am here. What happened?")

    await stage.discord.until(lambda: "I am here. What happened?" in asked.text)
    assert "A moderator:" in asked.text
    assert asked.buttons == ["Answer", "Close", "Block"]
    assert "may never be read" in passed.text
    assert "One of you has answered." in calls(stage)[0].text
    inbox = await stage.ada.run("my inbox", channel=stage.room)
    assert "Nothing waits" in inbox.text


async def test_they_write_to_and_fro_and_nobody_learns_a_name(stage: Stage) -> None:
    asked = await ask(stage)
    await answer(stage, "What happened?")
    await stage.discord.until(lambda: "What happened?" in asked.text)

    opened = await stage.ada.press(asked.message, "Answer")
    said = await stage.ada.submit(opened.form, text="They let me go today.")
    await stage.discord.until(lambda: len(calls(stage)) == 2)
    await answer(stage, "That is hard.")

    assert "They let me go today." in calls(stage)[-1].text
    assert str(stage.ada.id) not in json.dumps(calls(stage)[-1].wire, default=str)
    await stage.discord.until(lambda: "That is hard." in said.text)
    assert stage.ben.name not in said.text


async def test_after_ten_minutes_without_a_moderator_the_person_reads_so_in_place_with_a_line(stage: Stage) -> None:
    asked = await ask(stage)

    stage.discord.clock.move(timedelta(minutes=10, seconds=30))

    await stage.discord.until(lambda: "Nobody has been able to answer yet" in asked.text)
    assert "Find A Helpline" in asked.text
    await answer(stage, "Sorry, I was asleep.")
    await stage.discord.until(lambda: "Sorry, I was asleep." in asked.text)


async def test_nobody_is_told_of_a_wait_once_a_moderator_has_answered(stage: Stage) -> None:
    asked = await ask(stage)
    await answer(stage, "Here.")
    await stage.discord.until(lambda: "Here." in asked.text)

    stage.discord.clock.move(timedelta(minutes=11))
    await stage.quiet()

    assert "Nobody has been able" not in asked.text


async def test_an_answer_after_the_token_has_died_waits_under_the_key_with_the_ways_to_go_on(stage: Stage) -> None:
    asked = await ask(stage)
    stage.discord.faults.fail(
        "PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", status=401, code=50027
    )

    await answer(stage, "I am here now.")

    await stage.quiet()
    assert "I am here now." not in asked.text
    inbox = await stage.ada.run("my inbox", channel=stage.room)
    assert "I am here now." in inbox.text
    assert {"Answer", "Close", "Block"} <= set(inbox.buttons)
    opened = await stage.ada.press(inbox.message, "care:reply")
    await stage.ada.submit(opened.form, text="Thank you for coming.")
    await stage.discord.until(lambda: "Thank you for coming." in calls(stage)[-1].text)


async def test_an_answer_reaches_the_person_though_the_bot_was_started_anew_meanwhile(stage: Stage) -> None:
    asked = await ask(stage)

    await stage.restart()
    await answer(stage, "Still here.")

    await stage.discord.until(lambda: "Still here." in asked.text)


async def test_a_moderator_closes_and_the_person_reads_that_they_can_ask_again(stage: Stage) -> None:
    asked = await ask(stage)

    await stage.ben.press(calls(stage)[0], "Close")

    await stage.discord.until(lambda: "closed this talk" in asked.text)
    assert not calls(stage), "there is nothing left to press"
    again = await stage.ada.press(asked.message, "Ask again")
    assert "They were not told who" in again.text


async def test_who_closes_their_talk_is_not_reached_by_it_any_more(stage: Stage) -> None:
    asked = await ask(stage)

    closed = await stage.ada.press(asked.message, "Never mind")

    assert "Closed" in closed.text
    late = await answer(stage, "Hello?")
    assert "closed already" in late.text


async def test_asking_twice_is_one_wish(stage: Stage) -> None:
    await ask(stage)

    again = await ask(stage)
    await stage.quiet()

    assert "You have asked already" in again.text
    assert len(calls(stage)) == 1


async def test_only_moderators_answer_and_only_the_one_who_asked_presses_their_buttons(stage: Stage) -> None:
    asked = await ask(stage)
    ids = [b.custom_id for b in (*asked.message.buttons, *calls(stage)[0].buttons)]
    stranger = next(one for one in stage.guild.members if one.name == "Member 1")
    stage.guild.overwrite(desk(stage), stranger.person, allow=1 << 10 | 1 << 16)

    refused = [await stranger.press(calls(stage)[0], one) for one in ("Answer", "Close")]

    assert all("people who moderate" in one.text for one in refused)
    assert len(ids) == 4


async def test_where_there_is_no_place_for_moderators_the_owner_is_asked_and_the_person_is_told_so(
    tmp_path: Path,
) -> None:
    async with staged(tmp_path) as stage:
        await stage.set_up()
        care = await stage.ada.run("care", channel=stage.room)
        asked = await stage.ada.press(care.message, "Talk to a moderator, unnamed")
        await stage.quiet()

        assert "left word for the owner" in asked.text
        inbox = await stage.mia.run("my inbox", channel=stage.room)
        assert "would like to talk with a moderator" in inbox.text
        opened = await stage.mia.press(inbox.message, "care:answer")
        await stage.mia.submit(opened.form, text="I own this place; I am listening.")
        await stage.discord.until(lambda: "I am listening." in asked.text)


async def test_an_owner_who_is_asked_by_direct_message_answers_and_closes_there(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.set_up()
        mine = await stage.mia.run("my settings", channel=stage.room)
        await stage.mia.press(mine.message, "my:dm")
        care = await stage.ada.run("care", channel=stage.room)
        asked = await stage.ada.press(care.message, "Talk to a moderator, unnamed")
        await stage.quiet()
        letter = stage.mia.person.sees_dm(stage.app)[-1]
        await stage.restart()

        opened = await stage.mia.person.press(letter, "Answer")
        await stage.mia.person.submit(opened.form, text="I own this place; I am listening.")
        await stage.discord.until(lambda: "I am listening." in asked.text)
        number = letter.buttons[0].custom_id.partition("answer:")[2]
        closed = await stage.mia.person.press(letter, "Close")
        late = await stage.mia.person.submit(opened.form, text="And another thing.")
        hers = (await stage.ada.person.run("my inbox")).message
        forged = {"custom_id": f"care:shut:{number}", "component_type": 2}
        stranger = await stage.ada.person._touch(stage.ada.person.look(hers), forged)

        assert closed.text.startswith("Closed.")
        assert "kept for 30 minutes" in late.text
        assert late.buttons == ["Change it", "Don't send it"]
        assert "people who moderate" in stranger.text


async def test_words_for_a_talk_that_was_closed_meanwhile_are_not_lost(stage: Stage) -> None:
    asked = await ask(stage)
    form = (await stage.ada.press(asked.message, "Say a little more")).form
    moderators = (await stage.ben.press(calls(stage)[-1], "Answer")).form
    await stage.ben.press(calls(stage)[-1], "Close")

    mine = await stage.ada.submit(form, text="A long text of mine. " * 30)
    theirs = await stage.ben.submit(moderators, text="A long answer.")

    for one, refused, said in ((stage.ada, mine, "A long text of mine. " * 30), (stage.ben, theirs, "A long answer.")):
        assert "Your words are kept for 30 minutes." in refused.text
        assert refused.buttons == ["Change it", "Don't send it"]
        again = (await one.press(refused.message, "Change it")).form
        assert again.fields["text"].value == said
        assert "kept for 30 minutes" in (await one.submit(again)).text


async def test_an_owner_who_is_alone_reads_that_nobody_else_could_be_asked_and_still_gets_a_line(
    tmp_path: Path,
) -> None:
    async with staged(tmp_path) as stage:
        await stage.set_up()
        care = await stage.mia.run("care", channel=stage.room)

        asked = await stage.mia.press(care.message, "Talk to a moderator, unnamed")

        assert "no other moderators' place" in asked.text
        assert "Find A Helpline" in asked.text


async def test_when_the_moderators_place_is_gone_the_owner_is_asked(stage: Stage) -> None:
    stage.guild.remove_channel(desk(stage))

    care = await stage.ada.run("care", channel=stage.room)
    await stage.ada.press(care.message, "Talk to a moderator, unnamed")
    await stage.quiet()

    inbox = await stage.mia.run("my inbox", channel=stage.room)
    assert "would like to talk with a moderator" in inbox.text


async def test_what_was_said_is_kept_for_thirty_days_and_then_gone_for_moderators_too(stage: Stage) -> None:
    asked = await ask(stage)
    opened = await stage.ada.press(asked.message, "Say a little more")
    await stage.ada.submit(opened.form, text="A secret of mine.")
    await stage.discord.until(lambda: len(calls(stage)) == 2)

    stage.discord.clock.move(timedelta(days=31))

    await stage.discord.until(lambda: not calls(stage))


async def test_buttons_of_a_talk_that_is_gone_answer_in_words(stage: Stage) -> None:
    asked = await ask(stage)
    stage.discord.clock.move(timedelta(days=62))
    await stage.quiet()

    closed = await stage.ada.press(asked.message, "Never mind")

    assert "over and gone" in closed.text or "Closed" in closed.text


async def test_within_a_minute_of_its_end_the_way_back_is_gone(stage: Stage) -> None:
    await ask(stage)
    await stage.later(timedelta(minutes=2))
    await stage.quiet()
    (still,) = await rows(stage.bot.database, care_talk)

    a_quarter_ago = {"answer_until_ms": real_ms() - 1}
    await stage.bot.database.change(lambda unit: unit.run(update(care_talk).values(a_quarter_ago)))
    await stage.later(timedelta(minutes=1, seconds=1))
    await stage.quiet()

    (talk,) = await rows(stage.bot.database, care_talk)
    assert still.answer_box is not None
    assert (talk.answer_box, talk.answer_until_ms) == (None, None)


async def test_where_the_token_goes_nobody_can_read_it(stage: Stage) -> None:
    asked = await ask(stage)
    await answer(stage, "A word nobody else may read.")
    await stage.quiet()
    await stage.stop()

    kept = b"".join(file.read_bytes() for file in stage.folder.glob("wingbeat.db*"))

    assert asked.interaction.token.encode() not in kept
    assert b"A word nobody else may read." not in kept
    assert str(stage.ada.id).encode() not in kept
