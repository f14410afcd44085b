"""Hostile and unlucky input: each gets a clear sentence, and nothing is lost."""

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest

from sandbox import Member
from tests.stage import Stage


async def opened_form(stage: Stage, member: Member) -> Any:
    return (await member.press(stage.panel(), "vent:open")).form


async def test_nothing_but_invisible_characters_is_refused_in_words(stage: Stage) -> None:
    form = await opened_form(stage, stage.ada)

    answer = await stage.ada.submit(form, raw=True, text="\u200b \u2800\n", help="listen", name="hidden", extras=[])

    assert "There was nothing in it yet" in answer.text
    assert not stage.cards()


async def test_two_thousand_and_one_characters_are_refused_and_can_be_changed_without_typing_again(
    stage: Stage,
) -> None:
    form = await opened_form(stage, stage.ada)

    answer = await stage.ada.submit(form, raw=True, text="x" * 2_001, help="advice", name="hidden", extras=["warning"])

    assert "2,001 characters, and 2,000 fit" in answer.text
    again = await stage.ada.press(answer.message, "Change it")
    assert again.form.fields["text"].value == "x" * 2_000
    assert again.form.fields["help"].value == "advice"
    assert again.form.custom_id != form.custom_id


async def test_two_thousand_characters_of_any_kind_fit_on_the_card(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "*" * 2_000)
    other, _ = await stage.vent(stage.ben, "語" * 2_000)

    assert card.thread is not None
    assert "語" * 2_000 in other.text


@pytest.mark.parametrize(
    "text",
    [
        "@everyone and @here look",
        "-# 3 people are with you",
        "# Official notice",
        "**Quiet Heron** (author)",
        "[click me](https://example.org/steal)",
        "> quoted\n```\ncode\n```",
        "\u202egnirts desrever\u202c",
        "<@&123456789012345678> <#123456789012345678> </vent:123456789012345678>",
    ],
)
async def test_a_text_can_forge_nothing_on_the_card_and_pings_nobody(stage: Stage, text: str) -> None:
    form = await opened_form(stage, stage.ada)
    answer = await stage.ada.submit(form, text=text, help="listen", name="hidden")
    if answer.message is not None and any(b.label == "Post it as it is" for b in answer.message.buttons):
        await stage.ada.press(answer.message, "Post it as it is")
    await stage.discord.until(stage.cards)
    [card] = stage.cards()

    shown = next(part["content"] for part in _walk(card.components) if part.get("id") == 2)
    assert not card.pings
    assert "\n-# " not in f"\n{shown}"
    assert "\n# " not in f"\n{shown}"
    assert "](" not in shown.replace("\\](", "").replace("\\]\\(", "")
    assert "(author)" not in shown
    assert "\u202e" not in shown
    assert "<@&" not in shown.replace("\\<", "")


async def test_a_press_on_a_card_whose_row_is_gone_is_answered_in_words(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada)
    with sqlite3.connect(stage.folder / "wingbeat.db") as rows:
        rows.execute("PRAGMA foreign_keys = ON")
        rows.execute("DELETE FROM vent")
    rows.close()

    for custom_id in ("vent:cheer", "vent:more"):
        assert "This post is gone" in (await stage.ben.press(card, custom_id)).text
    opened = await stage.ben.press(card, "vent:line")
    assert "This post is gone" in (await stage.ben.submit(opened.form, line="Hello", sign="signed")).text
    for label in ("Tell me when someone answers", "Take it down"):
        assert "This post is gone" in (await stage.ada.press(answer.message, label)).text


async def test_an_unknown_button_is_from_an_older_version(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    stored = card.stored.components
    for part in _walk(stored):
        if str(part.get("custom_id", "")).startswith("vent:more"):
            part["custom_id"] = "vents:v0:more"

    answer = await stage.ben.press(card, "vents:v0:more")

    assert "older version" in answer.text


async def test_two_people_pressing_at_once_count_as_two_and_one_person_pressing_twice_as_none(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    await asyncio.gather(stage.ben.press(card, "🫂 With you"), stage.mia.press(card, "☕ Sitting with you"))
    await stage.discord.until(lambda: "2 people are with you" in card.text)
    await asyncio.gather(stage.ben.press(card, "🫂 With you"), stage.ben.press(card, "🫂 With you"))
    await stage.quiet()
    posts = await stage.ada.run("my posts")

    assert "2 people with you" in posts.text


async def test_what_discord_delivers_twice_is_done_once(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    stage.discord.faults.repeat_events("INTERACTION_CREATE", times=2)
    await stage.ben.press(card, "🫂 With you")
    await stage.ben.run("my avoid", member=stage.mia)
    await stage.quiet()
    posts = await stage.ada.run("my posts")
    settings = await stage.ben.run("my settings")

    assert "1 person with you" in posts.text
    assert stage.mia.mention in settings.text


async def test_a_form_sent_after_a_restart_is_taken(stage: Stage) -> None:
    form = await opened_form(stage, stage.ada)

    await stage.restart()
    await stage.ada.submit(form, text="Still here.", help="listen", name="hidden")

    await stage.discord.until(lambda: any("Still here." in card.text for card in stage.cards()))


async def test_a_room_the_bot_may_not_write_in_is_said_and_the_words_are_kept(stage: Stage) -> None:
    form = await opened_form(stage, stage.ada)
    send = discord.Permissions(send_messages=True).value
    stage.guild.overwrite(stage.room, stage.guild.role_of(stage.app), deny=send)

    answer = await stage.ada.submit(form, text="Nobody can read this.", help="listen", name="hidden")

    assert "I lack the right **Send Messages** in" in answer.text
    again = await stage.ada.press(answer.message, "Change it")
    assert again.form.fields["text"].value == "Nobody can read this."
    stage.guild.overwrite(stage.room, stage.guild.role_of(stage.app))
    await stage.ada.submit(again.form, text="Now they can.", help="listen", name="hidden")
    await stage.discord.until(stage.cards)


async def test_a_room_without_the_right_to_open_threads_leaves_no_half_post(stage: Stage) -> None:
    form = await opened_form(stage, stage.ada)
    threads = discord.Permissions(create_public_threads=True).value
    stage.guild.overwrite(stage.room, stage.guild.role_of(stage.app), deny=threads)

    answer = await stage.ada.submit(form, text="Half a post?", help="listen", name="hidden")

    assert "I lack the right **Create Public Threads** in" in answer.text
    assert not stage.cards()


async def test_a_database_locked_for_two_seconds_delays_the_answer_and_loses_nothing(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    locker = sqlite3.connect(stage.folder / "wingbeat.db", isolation_level=None, check_same_thread=False)
    locker.execute("BEGIN IMMEDIATE")
    asyncio.get_running_loop().call_later(2.0, locker.execute, "COMMIT")

    answer = await stage.ben.press(card, "🫂 With you")

    await stage.discord.until(lambda: "1 person is with you" in card.text)
    assert answer.failed is None
    locker.close()


async def test_somebody_in_a_time_out_is_refused_and_keeps_their_words(stage: Stage) -> None:
    form = await opened_form(stage, stage.ada)
    stage.guild.time_out(stage.ada, timedelta(hours=1))

    answer = await stage.ada.submit(form, text="Let me.", help="listen", name="hidden")

    assert "You are in time-out" in answer.text
    assert "Change it" in answer.buttons


async def test_a_read_only_room_for_everyone_is_no_bar_but_a_denied_role_is(stage: Stage) -> None:
    send = discord.Permissions(send_messages=True).value
    muted = stage.guild.role("Muted")
    stage.guild.overwrite(stage.room, stage.guild.everyone, deny=send)
    stage.guild.overwrite(stage.room, stage.guild.role_of(stage.app), allow=send)

    card, _ = await stage.vent(stage.ada)
    stage.guild.give(stage.ben, muted)
    stage.guild.overwrite(stage.room, muted, deny=send)
    form = await opened_form(stage, stage.ben)
    answer = await stage.ben.submit(form, text="Me too.", help="listen", name="hidden")

    assert card.thread is not None
    assert "You may not write in" in answer.text


async def test_three_a_day_five_minutes_apart_by_name_and_without_counted_together(stage: Stage) -> None:
    await stage.vent(stage.ada, "One", name="hidden")
    form = await opened_form(stage, stage.ada)
    too_soon = await stage.ada.submit(form, text="Two", help="listen", name="open")
    assert "You posted just now" in too_soon.text

    for text, name in (("Two", "open"), ("Three", "hidden")):
        await stage.later(timedelta(minutes=5, seconds=2))
        await stage.vent(stage.ada, text, name=name)
    await stage.later(timedelta(minutes=6))
    form = await opened_form(stage, stage.ada)
    full = await stage.ada.submit(form, text="Four", help="listen", name="open")
    assert "That was three today" in full.text
    await stage.later(timedelta(days=1))
    await stage.vent(stage.ada, "Four", name="open")


async def test_whatever_number_a_refusal_tells_the_words_are_said_to_be_kept(stage: Stage) -> None:
    stage.discord.clock.set(datetime.fromtimestamp(1_830_000_000, UTC))
    await stage.later(timedelta())
    await stage.vent(stage.ada, name="open")
    form = await opened_form(stage, stage.ada)

    answer = await stage.ada.submit(form, text="And again.", help="listen", name="open")

    assert "You posted just now. You can post again <t:1830000" in answer.text
    assert "Your words are kept for 30 minutes." in answer.text


async def test_one_unsigned_line_a_person_and_vent_and_a_signed_one_beside_it(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    for line, sign, expected in (
        ("First", "unsigned", "It is in their thread"),
        ("Second", "unsigned", "a line with a made-up name here already"),
        ("Third", "signed", "It is in their thread"),
    ):
        form = (await stage.ben.press(card, "Write a line")).form
        answer = await stage.ben.submit(form, line=line, sign=sign)
        assert expected in answer.text

    assert "1 person is with you" in card.text or await _soon(stage, card, "1 person is with you")


async def test_the_author_cannot_cheer_or_answer_themselves(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    pressed = await stage.ada.press(card, "🫂 With you")
    form = (await stage.ada.press(card, "Write a line")).form
    written = await stage.ada.submit(form, line="Me.", sign="unsigned")
    await stage.ada.react(card, "🫂")
    await stage.quiet()

    assert "This one is yours" in pressed.text
    assert "This one is yours" in written.text
    assert "is with you" not in card.text


async def test_others_tools_are_not_for_others(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada)
    number = answer.message.button("vent:tell").custom_id.split(":")[-1]

    seen = await stage.ben.press(card, "⋯")
    assert not any(button in seen.buttons for button in ("Take it down", "Answer as the author", "Who was here"))
    posts = await stage.ben.run("my posts")
    assert number not in str([m.components for m in posts.messages])


async def _soon(stage: Stage, card: Any, text: str) -> bool:
    await stage.later(timedelta(seconds=10))
    await stage.discord.until(lambda: text in card.text)
    return True


def _walk(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for part in components:
        found += [part, *_walk(part.get("components", []))]
    return found
