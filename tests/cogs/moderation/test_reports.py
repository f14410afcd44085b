"""People report what harms them; several hide a post until somebody has looked."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.cogs.moderation.desk import act, desk, member, moderated, report, reports
from tests.stage import Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty with a moderators' channel."""
    async with moderated(tmp_path) as ready:
        yield ready


def address(stage: Stage, card: object) -> str:
    return f"https://discord.com/channels/{stage.guild.id}/{stage.room.id}/{card.id}"


async def test_a_report_reaches_the_moderators_with_link_reason_and_what_they_can_do(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "You are all useless.")

    thanked = await report(stage, member(stage, 1), card, reason="attack", words="It hurts people.")

    assert "Nobody is told that it was you" in thanked.text
    await stage.discord.until(lambda: reports(stage))
    [told] = reports(stage)
    assert f"A report on {address(stage, card)}: A personal attack." in told.text
    labels = [button.label for button in told.buttons]
    assert labels[:2] == ["Leave it as it is", "What it said"]
    assert {"Hide", "Hide all by this author", "Mute 1 day", "Mute 7 days", "Mute 30 days", "Lock", "Reach out"} < set(
        labels
    )
    seen = json.dumps(told.wire, default=str)
    assert str(member(stage, 1).id) not in seen
    assert str(stage.ada.id) not in seen


async def test_what_it_said_is_kept_though_the_author_deletes_it(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada, "You are all useless.")
    await report(stage, member(stage, 1), card, words="See this.")
    await stage.discord.until(lambda: reports(stage))
    await stage.ada.press(answer.message, "Take it down")
    await stage.discord.until(lambda: not stage.cards())

    said = await stage.ben.press(reports(stage)[0], "What it said")

    assert "You are all useless." in said.text
    assert "See this." in said.text
    assert said.message.ephemeral


async def test_three_peoples_reports_hide_a_post_and_one_person_alone_never_does(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "You are all useless.")
    elsewhere = stage.guild.channel("elsewhere")
    one = member(stage, 1)
    await report(stage, one, card)
    again = await report(stage, one, card)
    by_link = await one.run("report", channel=elsewhere, link=address(stage, card))
    by_thread = await one.run(
        "report", channel=elsewhere, link=f"https://discord.com/channels/{stage.guild.id}/{card.thread.id}"
    )

    for answer in (again, by_link, by_thread):
        assert "already" in answer.text
    await report(stage, member(stage, 2), card)
    await stage.quiet()
    assert "useless" in card.text
    third = await report(stage, member(stage, 3), card, reason="attack")

    assert "out of sight now" in third.text
    await stage.discord.until(lambda: "useless" not in card.text)
    await stage.discord.until(lambda: "3 reports" in reports(stage)[0].text)
    assert len(reports(stage)) == 1


async def test_a_moderator_leaves_it_and_no_further_report_hides_it(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "A strong opinion.")
    for number in (1, 2, 3):
        await report(stage, member(stage, number), card)
    await stage.discord.until(lambda: "strong" not in card.text and reports(stage))

    kept = await stage.ben.press(reports(stage)[0], "Leave it as it is")
    await stage.discord.until(lambda: "A strong opinion." in card.text)
    fourth = await report(stage, member(stage, 4), card)
    await stage.quiet()

    assert "stays as it is" in kept.text
    assert "out of sight" not in fourth.text
    assert "A strong opinion." in card.text


async def test_a_small_group_needs_two_reports(tmp_path: Path) -> None:
    async with moderated(tmp_path, people=20) as stage:
        card, _ = await stage.vent(stage.ada, "You are all useless.")
        await report(stage, member(stage, 1), card)

        second = await report(stage, member(stage, 2), card)

        assert "out of sight now" in second.text


async def test_a_moderator_who_reports_is_shown_what_to_do_instead(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    tools = await stage.ben.menu("Report", card)

    assert tools.form is None
    assert "Mute 7 days" in tools.buttons


async def test_an_ordinary_message_is_reported_with_its_link_and_nothing_blind_is_offered(stage: Stage) -> None:
    message = await member(stage, 5).say(stage.room, "Buy my course!")

    await report(stage, member(stage, 1), message, reason="spam")

    await stage.discord.until(lambda: reports(stage))
    assert "Discord's own tools" in reports(stage)[0].text
    assert len(reports(stage)[0].buttons) == 2


@pytest.mark.parametrize("link", ["what?", "https://discord.com/channels/1/2/3", "https://example.com/"])
async def test_a_link_that_is_none_is_answered_with_how_to_get_one(stage: Stage, link: str) -> None:
    answer = await stage.ada.run("report", channel=stage.room, link=link)

    assert "Copy Message Link" in answer.text


async def test_report_without_a_link_says_how(stage: Stage) -> None:
    answer = await stage.ada.run("report", channel=stage.room)

    assert "Apps → Report" in answer.text


async def test_ten_reports_are_enough_for_a_day(stage: Stage) -> None:
    one = member(stage, 1)
    base = f"https://discord.com/channels/{stage.guild.id}/{stage.room.id}/"
    for number in range(10):
        await one.run("report", channel=stage.room, link=f"{base}{1000 + number}")

    answer = await one.run("report", channel=stage.room, link=f"{base}2000")

    assert "ten reports today" in answer.text


async def test_the_board_shows_reports_and_talks_by_age_with_a_button_each(stage: Stage) -> None:
    empty = await stage.ben.run("mod board", channel=stage.room)
    assert "Nothing waits" in empty.text
    card, _ = await stage.vent(stage.ada)
    await report(stage, member(stage, 1), card)
    care = await stage.ada.run("care", channel=stage.room)
    await stage.ada.press(care.message, "care:ask")

    board = await stage.ben.run("mod board", channel=stage.room)

    assert address(stage, card) in board.text
    assert "Somebody would like to talk" in board.text
    looked = await stage.ben.press(board.message, "mod:tools")
    assert "Mute 7 days" in looked.buttons


async def test_without_a_moderators_place_the_owner_is_told_and_finds_it_on_the_board(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.set_up()
        card, _ = await stage.vent(stage.ada)
        await report(stage, member(stage, 1), card)
        await report(stage, member(stage, 2), card)
        await stage.quiet()

        inbox = await stage.mia.run("my inbox", channel=stage.room)
        board = await stage.mia.run("mod board", channel=stage.room)

        assert inbox.text.count("Somebody reported") == 1
        assert "2 reports" in board.text


async def test_when_a_moderator_has_acted_the_report_says_so_to_the_others(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    await report(stage, member(stage, 1), card)
    await stage.discord.until(lambda: reports(stage))

    await act(stage, card, "Hide")

    await stage.discord.until(lambda: "Looked at." in reports(stage)[0].text)
    board = await stage.ben.run("mod board", channel=stage.room)
    assert "Nothing waits" in board.text
    assert desk(stage) is reports(stage)[0].channel
