"""The key messages of the relay, care, moderation and kind words in full, as they reach a person (INTERFACE)."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.cogs.moderation.desk import act, moderated
from tests.cogs.relay.listeners import WAIT, after, listens, pings
from tests.flows.test_key_messages import plain
from tests.stage import Stage


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Stage]:
    """With moderators and their place."""
    async with moderated(tmp_path) as ready:
        yield ready


async def test_the_ping_of_a_listener_asks_for_one_sentence_and_is_put_right_when_somebody_came(stage: Stage) -> None:
    await listens(stage, stage.ben)
    card, _ = await stage.vent(stage.ada)
    await after(stage, WAIT)

    [ping] = pings(stage, stage.ben)

    assert plain(ping.text) == (
        "Someone in **Job seekers** could use a line from you. They would like *just someone to listen*. "
        "One sentence is plenty: {link}\n"
        "-# 1 of at most 3 today. Nobody sees whether you answer."
    )
    assert [(one.label, (one.custom_id or "").split(":")[:2]) for one in ping.buttons] == [
        ("I'll write a line", ["relay", "take"]),
        ("Not now", ["relay", "pass"]),
        ("Rest until tomorrow", ["relay", "rest"]),
        ("Stop these", ["relay", "stop"]),
    ]
    for who in [stage.mia, *[one for one in stage.guild.members if one.name.startswith("Member")][:2]]:
        await who.press(card, "🫂 With you")
    await stage.quiet()
    assert stage.ben.sees_dm(stage.app)[-1].text == "Answered, thank you. Nothing left to do."


async def test_care_says_who_answers_now_and_what_this_is_not(stage: Stage) -> None:
    care = await stage.ada.run("care", channel=stage.room)

    assert care.text == (
        "If it is too much right now, a person can talk with you:\n"
        "Find A Helpline, https://findahelpline.com, has the line for your country. "
        "In danger right now: the emergency number where you are.\n"
        "This is a program in a group of job seekers: no doctor, no hotline, and nobody watches it all the time. "
        "If someone is in danger, the lines above or your emergency number are quicker.\n"
        "A moderator here can write with you too. They are not shown who you are."
    )


async def test_who_asks_for_a_moderator_reads_that_it_may_take_hours_and_where_the_answer_will_be(desk: Stage) -> None:
    care = await desk.ada.run("care", channel=desk.room)

    asked = await desk.ada.press(care.message, "Talk to a moderator, unnamed")

    assert asked.text == (
        "The moderators know now that somebody would like to talk. They were not told who.\n"
        "-# Moderators are volunteers. It may take them hours. An answer in the next quarter of an hour appears right "
        "here; a later one waits in `/my inbox`.\n"
        "You need not wait for us: Find A Helpline, https://findahelpline.com, has the line for your country. "
        "In danger right now: the emergency number where you are."
    )


async def test_the_blind_mute_says_all_there_is_to_know_and_not_who_it_was(desk: Stage) -> None:
    await desk.vent(desk.ben, "Mine.")
    card, _ = await desk.vent(desk.ada, "You are all useless.")

    done = await act(desk, card, "Mute 7 days", "attack")

    assert plain(done.text) == (
        "Done. Whoever wrote this cannot post or write without a name here until {date}. 1 post of theirs is hidden. "
        "You were not shown who it is. They read the reason you chose: *personal attack*."
    )
    assert done.buttons == ["Undo", "1 day", "30 days"]
    more = await desk.ben.press(card, "⋯")
    assert [one for one in more.buttons if one != "Report"][:8] == [
        "Mute 1 day", "Mute 7 days", "Mute 30 days", "Hide", "Hide all by this author", "Lock", "Reach out", "Brake",
    ]  # fmt: skip


async def test_a_cheer_and_thanks_say_who_and_whom_and_nothing_more(stage: Stage) -> None:
    cheer = await stage.ada.run("cheer", channel=stage.room, member=stage.ben, emoji="☕", line="I saw that.")
    thanks = await stage.ben.run("thanks", channel=stage.room, member=stage.ada, reason="You read my letter.")

    said = [re.sub(r"<@\d+>", "{person}", one.text) for one in stage.mia.sees(stage.room) if "<@" in one.text]
    assert said[-2:] == [
        "{person} is cheering {person} on ☕\nI saw that.",
        "{person} says thank you to {person}\nYou read my letter.",
    ]
    assert plain(cheer.text) == "It is there: {link}. Thank you for that."
    assert plain(thanks.text) == "It is there: {link}."


async def test_closed_direct_messages_and_an_empty_room_are_said_in_words_that_help(stage: Stage) -> None:
    _, posted = await stage.vent(stage.ada)
    stage.ada.dms_open = False

    told = await stage.ada.press(posted.message, "Tell me when someone answers")

    assert told.text == (
        "Your direct messages are closed to this server, so I can't. Answers wait in your inbox; to open them: "
        "server menu → Privacy Settings → allow direct messages. Then press again."
    )
    await after(stage, WAIT * 73)
    waiting = await stage.ada.run("my inbox", channel=stage.room)
    assert "Nobody has written yet. That says something about yesterday, not about you." in waiting.text
