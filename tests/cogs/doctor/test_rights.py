"""Each right that is needed, removed in turn: the doctor finds it, the feature says so, nothing is lost."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.app import discover
from bot.text.catalogue import Catalogue
from sandbox.state.model import Channel
from tests.cogs.moderation.desk import desk, member, moderated, report, reports
from tests.rows import eventually
from tests.stage import INVITED, Stage

NAMES = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "create_public_threads": "Create Public Threads",
    "send_messages_in_threads": "Send Messages in Threads",
    "manage_threads": "Manage Threads",
    "read_message_history": "Read Message History",
}
"""Rights of the features that are on from the start."""
FROM_THE_START = ("venting", "cheering", "relay", "care", "moderation")


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Mia owns the server, Ben moderates; the bot does all it should."""
    async with moderated(tmp_path) as ready:
        await ready.quiet()
        yield ready


def deny(stage: Stage, channel: Channel, *names: str) -> None:
    bits = discord.Permissions(**dict.fromkeys(names, True)).value
    stage.guild.overwrite(channel, stage.app, deny=bits)


def allow_again(stage: Stage, channel: Channel) -> None:
    stage.guild.overwrite(channel, stage.app)


def needed(where: str) -> list[str]:
    """Rights by their features' manifests, so that a new one is tried by itself."""
    features = [feature for feature in discover() if feature.name in FROM_THE_START]
    every = [right for feature in features for right in feature.rights if right.place == where]
    return list(dict.fromkeys(right.permission for right in every))


async def check(stage: Stage, answer: Any = None) -> Any:
    """*Check again*; or the command. Gives what is read."""
    if answer is None:
        return await stage.mia.run("setup doctor", channel=stage.room)
    return await stage.mia.press(answer.message or answer.updated, "doctor:again")


def said_to_moderators(stage: Stage) -> list[str]:
    return [one.text for one in stage.ben.sees(desk(stage)) if "I lack the right" in one.text]


async def try_to_vent(stage: Stage) -> Any:
    opened = await stage.ada.press(stage.panel(), "vent:open")
    return await stage.ada.submit(opened.form, text="They said no again.", help="listen", name="hidden")


def test_every_right_of_a_vent_room_and_of_the_moderators_place_is_tried() -> None:
    assert set(needed("rooms")) == set(NAMES)
    assert set(needed("moderators")) == {"view_channel", "send_messages"}


def test_every_right_of_every_feature_stands_in_the_table() -> None:
    table = (Path(__file__).parents[3] / "docs" / "rights.md").read_text(encoding="utf-8").splitlines()
    words = Catalogue([]).words(None)

    features = discover()
    texts = Catalogue([feature.texts for feature in features]).words(None)
    for feature in features:
        for right in feature.rights:
            assert all(texts.find(f"{right.text_id}.{part}") for part in ("cannot", "so")), right
            name = words(f"right-name-{right.permission}")
            mark = "🔴" if right.grave else "🟡"
            row = f"| {right.place} | {name} | "
            assert any(line.startswith(row) and feature.name in line and mark in line for line in table), right


async def test_without_any_right_of_the_room_the_doctor_names_it_and_is_green_once_it_is_back(stage: Stage) -> None:
    well = await check(stage)
    assert well.text.startswith("All is well")

    for permission in needed("rooms"):
        deny(stage, stage.room, permission)
        found = await check(stage, well)
        assert f"in <#{stage.room.id}>" in found.text, permission
        assert f"allow *{NAMES[permission]}*" in found.text, permission
        assert "long-press the channel → Edit → Permissions → Wingbeat" in found.text
        allow_again(stage, stage.room)
        assert (await check(stage, well)).text.startswith("All is well"), permission


async def test_without_what_a_check_in_of_ones_own_thread_needs_the_doctor_says_what_follows(stage: Stage) -> None:
    ours, everyone = stage.guild.role_of(stage.app), stage.guild.everyone
    needs = ("create_private_threads", "send_messages_in_threads", "manage_threads")
    bits = discord.Permissions(**dict.fromkeys(needs, True)).value
    for role in (ours, everyone):
        stage.guild.permit(role, role.permissions & ~bits)
    # the vent room and its board keep theirs, so that only the server as a whole lacks them
    stage.guild.overwrite(stage.room, stage.app, allow=bits)

    found = (await check(stage)).text

    assert "🔴" not in found
    assert "can't open private threads" in found
    assert "check-ins that somebody wants in a thread of their own wait in `/my inbox`" in found
    assert "check-ins that come in a thread of one's own wait in `/my inbox`" in found
    assert "a check-in's thread stays, also where its owner is forgotten" in found


async def test_without_any_right_to_post_the_author_reads_which_and_keeps_the_words(stage: Stage) -> None:
    panel = stage.panel()
    opened = await stage.ada.press(panel, "vent:open")
    for permission in [name for name in needed("rooms") if name != "read_message_history"]:
        deny(stage, stage.room, permission)

        refused = await stage.ada.submit(opened.form, text=f"No, {permission}.", help="listen", name="hidden")

        assert f"I lack the right **{NAMES[permission]}** in <#{stage.room.id}>" in refused.text
        assert "kept for 30 minutes" in refused.text
        assert not stage.cards()
        opened = await stage.ada.press(refused.message, "Change it")
        assert opened.form.fields["text"].value == f"No, {permission}."
        allow_again(stage, stage.room)

    await stage.ada.submit(opened.form, text="At last.", help="listen", name="hidden")

    await stage.discord.until(lambda: len(stage.cards()) == 1)
    denied = [name for name in needed("rooms") if name != "read_message_history"]
    await stage.discord.until(lambda: len(said_to_moderators(stage)) >= len(denied))
    told = said_to_moderators(stage)
    assert [sum(f"**{NAMES[name]}**" in text for text in told) for name in denied] == [1] * len(denied)


async def test_a_line_waits_for_the_right_and_goes_up_when_somebody_checks_again(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    well = await check(stage)
    deny(stage, stage.room, "send_messages_in_threads")

    opened = await stage.ben.press(card, "Write a line")
    told = await stage.ben.submit(opened.form, line="I know this one.", sign="unsigned")

    assert "I lack the right **Send Messages in Threads**" in told.text
    assert "waits with me" in told.text
    await check(stage, well)
    allow_again(stage, stage.room)
    await check(stage, well)
    await stage.discord.until(lambda: any("I know this one." in one.text for one in stage.ben.sees(card.thread)))


async def test_a_post_that_was_to_go_up_later_waits_for_the_right(stage: Stage) -> None:
    opened = await stage.ada.press(stage.panel(), "vent:open")
    await stage.ada.submit(opened.form, text="In a while.", help="listen", name="hidden", extras=["later"])
    well = await check(stage)
    deny(stage, stage.room, "create_public_threads")
    await stage.later(timedelta(hours=2))
    await stage.discord.until(lambda: len(said_to_moderators(stage)) == 1)

    assert not stage.cards()
    allow_again(stage, stage.room)
    await check(stage, well)

    await stage.discord.until(lambda: len(stage.cards()) == 1)


async def test_what_a_moderator_hides_goes_out_of_sight_once_it_may(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "Something foul.")
    # its author's words are kept until then, and it would go at once
    await stage.later(timedelta(minutes=31))
    well = await check(stage)
    deny(stage, stage.room, "read_message_history")
    tools = await stage.ben.press(card, "vent:more")
    said = await stage.ben.press(tools.message, "Hide")
    await stage.discord.until(lambda: len(said_to_moderators(stage)) == 1)
    assert said.text.startswith("Noted, and it may still be in sight: I lack the right **Read Message History**")
    assert f"in <#{stage.room.id}>" in said.text

    assert "Read Message History" in said_to_moderators(stage)[0]
    allow_again(stage, stage.room)
    await check(stage, well)

    await stage.discord.until(lambda: "Something foul." not in card.text)
    assert "out of sight" in card.text


async def test_what_a_moderator_locks_is_locked_once_it_may_and_said_until_then(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "Something foul.", help="stories")
    well = await check(stage)
    deny(stage, stage.room, "manage_threads")
    tools = await stage.ben.press(card, "vent:more")
    locked = await stage.ben.press(tools.message, "Lock")
    muted = await stage.ben.press(tools.message, "Mute 1 day")

    assert locked.text.startswith("Noted. I take no more lines there, but people can still write: I lack the right")
    assert f"**Manage Threads** in <#{stage.room.id}>" in locked.text
    assert "1 post of theirs is hidden" in muted.text
    assert not card.thread.about.locked
    taken_back = await stage.ben.press(locked.message, "Undo")
    assert "**Manage Threads**" in taken_back.text
    await stage.ben.press(tools.message, "Lock")
    allow_again(stage, stage.room)
    await check(stage, well)

    await stage.discord.until(lambda: card.thread.about.locked)


async def test_a_mute_says_what_stays_in_sight_for_now_and_never_that_it_is_hidden(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "Something foul.")
    deny(stage, stage.room, "read_message_history")
    tools = await stage.ben.press(card, "vent:more")

    muted = await stage.ben.press(tools.message, "Mute 7 days")

    assert "cannot post or write without a name here until" in muted.text
    assert "may still be in sight: I lack the right **Read Message History**" in muted.text
    assert "hidden" not in muted.text
    # its author's words are kept still, so nothing has to be read
    await stage.discord.until(lambda: "Something foul." not in card.text)


@pytest.mark.parametrize("permission", ["view_channel", "send_messages"])
async def test_without_the_moderators_place_reports_and_the_missing_right_reach_the_owner(
    stage: Stage, permission: str
) -> None:
    card, _ = await stage.vent(stage.ada)
    well = await check(stage)
    deny(stage, desk(stage), permission)

    found = await check(stage, well)
    await report(stage, member(stage, 1), card)
    care = await stage.ada.run("care", channel=stage.room)
    await stage.ada.press(care.message, "Talk to a moderator, unnamed")
    await stage.quiet()

    assert f"allow *{NAMES[permission]}*" in found.text
    assert "reports reach only whoever owns the server" in found.text
    assert "whoever wants to talk to a moderator reaches only the owner" in found.text
    assert permission == "view_channel" or "moderators do not hear of posts that wait" in found.text
    inbox = await stage.mia.run("my inbox", channel=stage.room)
    assert f"I lack the right **{NAMES[permission]}**" in inbox.text
    assert "Somebody reported" in inbox.text
    assert "would like to talk" in inbox.text
    allow_again(stage, desk(stage))
    assert (await check(stage, well)).text.startswith("All is well")
    await report(stage, member(stage, 2), card)
    assert not reports(stage)


async def test_a_post_that_waits_is_told_to_moderators_once_their_place_can_be_written_to(stage: Stage) -> None:
    await stage.vent(stage.ada)
    well = await check(stage)
    deny(stage, desk(stage), "send_messages")
    await stage.later(timedelta(hours=6, minutes=5))

    async def is_told() -> bool:
        return "I lack the right **Send Messages**" in (await stage.mia.run("my inbox", channel=stage.room)).text

    await eventually(is_told)
    allow_again(stage, desk(stage))
    await check(stage, well)

    await stage.discord.until(lambda: any("up for six hours" in one.text for one in stage.ben.sees(desk(stage))))


async def test_where_the_bot_can_write_nowhere_kind_words_go_quietly_and_the_doctor_says_so(stage: Stage) -> None:
    stage.guild.permit(stage.guild.everyone, stage.guild.everyone.permissions & ~(1 << 11))
    stage.guild.permit(stage.guild.role_of(stage.app), INVITED & ~(1 << 11))

    found = await check(stage)
    pages = found.text
    while "More" in [one.label for one in (found.updated or found.message).buttons]:
        found = await stage.mia.press(found.message or found.updated, "More")
        pages += found.text
    cheered = await stage.mia.run("cheer", channel=stage.guild.general, member=stage.ben, line="Well done.")

    assert "kind words go quietly there, to the person alone" in pages
    assert "quietly" in cheered.text
    assert "Well done." in (await stage.ben.run("my inbox", channel=stage.room)).text


async def test_the_same_cause_is_told_once_a_day(stage: Stage) -> None:
    deny(stage, stage.room, "create_public_threads")
    for _ in range(3):
        await try_to_vent(stage)
    await stage.quiet()
    assert len(said_to_moderators(stage)) == 1

    await stage.later(timedelta(days=1, minutes=1))
    await try_to_vent(stage)

    await stage.discord.until(lambda: len(said_to_moderators(stage)) == 2)
    board = await stage.ben.run("mod board", channel=stage.room)
    assert "I lack a right that I needed today" in board.text


async def test_a_server_that_is_full_of_threads_is_said_and_nothing_half_is_left(stage: Stage) -> None:
    stage.discord.world.settings.active_threads = 0

    refused = await try_to_vent(stage)

    assert "kept for 30 minutes" in refused.text
    assert not stage.cards()
    await stage.discord.until(
        lambda: any("as many open threads as Discord allows" in one.text for one in stage.ben.sees(desk(stage)))
    )
