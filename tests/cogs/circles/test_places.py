"""A circle's own place: who is let in, what becomes of it when it sleeps, is locked or deleted, and who leaves."""

from datetime import timedelta
from pathlib import Path

import discord

from bot.domain.groups import Group
from bot.domain.ids import GuildId, MemberId
from tests.cogs.circles.ring import (
    ABOUT,
    has_no_place,
    in_thread,
    inside,
    join,
    members,
    open_circle,
    ring_of,
    service,
    sweep_at,
    threads,
    wants_dms,
    with_circles,
)
from tests.cogs.moderation.desk import SEE
from tests.rows import eventually
from tests.stage import Stage


async def test_the_tenth_to_ask_opens_a_private_thread_and_all_ten_are_in_it(stage: Stage) -> None:
    people = members(stage, 10)
    for one in people[:9]:
        answer = await join(stage, one)
        assert "You are on the list" in answer.text

    answer = await join(stage, people[9], zone="europe", field=["health"], stage="long", extras=["monday"])

    assert "It opened just now, with 10 people" in answer.text
    assert "Manage Threads" in answer.text
    await stage.discord.until(lambda: threads(stage) and len(inside(threads(stage)[0])) == 10)
    [thread] = threads(stage)
    assert thread.about.invitable is False
    assert thread.parent is stage.room
    assert set(inside(thread)) == {one.id for one in people}
    welcome = await in_thread(stage, people[0], thread, "is open. Here you are by name")
    assert "Manage Threads" in welcome.text
    outsider = members(stage, 12)[11]
    assert not outsider.can_see(thread)


async def test_somebody_who_fits_has_a_seat_at_once_and_reads_why(stage: Stage) -> None:
    thread = await open_circle(stage, 12)
    newcomer = members(stage, 13)[12]

    answer = await join(stage, newcomer, zone="europe", field=["health"], stage="months")

    assert "Why this one: its days are yours (Europe and Africa)" in answer.text
    assert "some there work in your field (Health and care)" in answer.text
    assert f"<#{thread.id}>" in answer.text
    await stage.discord.until(lambda: newcomer.id in inside(thread))


async def test_whoever_waited_reads_of_their_seat_where_they_wanted_it(stage: Stage) -> None:
    await wants_dms(stage, stage.ada)

    thread = await open_circle(stage, 10)

    await stage.discord.until(lambda: stage.ada.sees_dm(stage.app))
    assert "You have a seat in the circle" in stage.ada.sees_dm(stage.app)[-1].text
    assert thread.about.members


async def test_leaving_is_one_tap_closes_the_thread_and_can_be_taken_back(stage: Stage) -> None:
    thread = await open_circle(stage)

    left = await stage.ada.run("circle leave", channel=stage.room)

    assert "You are out of" in left.text
    await stage.discord.until(lambda: stage.ada.id not in inside(thread))
    again = await stage.ada.press(left.message, "circle:ask")
    assert "You have a seat" in (await stage.ada.submit(again.form)).text
    await stage.discord.until(lambda: stage.ada.id in inside(thread))


async def test_a_thread_that_fell_asleep_is_woken_and_a_locked_one_left_alone(stage: Stage) -> None:
    thread = await open_circle(stage)

    stage.guild.close_thread(thread, archived=True)
    await stage.discord.until(lambda: not thread.about.archived)

    stage.guild.close_thread(thread, archived=True, locked=True)
    await stage.quiet()
    assert thread.about.archived
    assert thread.about.locked


async def test_a_deleted_place_opens_again_once_with_everybody_in_it_and_then_only_on_a_moderator_s_word(
    stage: Stage,
) -> None:
    first = await open_circle(stage)
    stage.guild.remove_channel(first)
    await stage.discord.until(lambda: threads(stage) and len(inside(threads(stage)[0])) == 12)
    [second] = threads(stage)
    assert second is not first
    await stage.quiet()

    stage.guild.remove_channel(second)
    await eventually(lambda: has_no_place(stage))
    await stage.quiet()
    assert threads(stage) == []

    about = await stage.ada.run("circle about", channel=stage.room)
    assert "has no place at the moment" in about.text
    board = await stage.ben.run("mod board", channel=stage.room)
    assert "was deleted twice. 12 people still have a seat" in board.text
    await stage.ben.press(board.message, "circle:reopen")
    await stage.discord.until(lambda: threads(stage) and len(inside(threads(stage)[0])) == 12)


async def test_a_place_deleted_while_the_bot_was_down_is_found_and_opened_again(stage: Stage) -> None:
    thread = await open_circle(stage)
    ring = await ring_of(stage, thread)
    await stage.stop()
    stage.guild.remove_channel(thread)
    await stage.start()

    await sweep_at(stage, 2, ring.id % 24)

    await stage.discord.until(lambda: threads(stage) and len(inside(threads(stage)[0])) == 12)


async def test_without_the_right_moderators_read_what_is_missing_and_it_is_tried_again(tmp_path: Path) -> None:
    async with with_circles(tmp_path, right=False) as stage:
        for one in members(stage, 10):
            await service(stage).seating.join(GuildId(stage.guild.id), MemberId(one.id), ABOUT, Group(42))
        await stage.quiet()
        board = await stage.ben.run("mod board", channel=stage.room)
        assert "I need the right *Create Private Threads*" in board.text

        stage.guild.overwrite(stage.room, stage.guild.role_of(stage.app))
        await stage.later(timedelta(hours=6, minutes=1))

        await stage.discord.until(lambda: threads(stage) and len(inside(threads(stage)[0])) == 10)
        await stage.quiet()
        assert "Create Private Threads" not in (await stage.ben.run("mod board", channel=stage.room)).text


async def test_whoever_left_the_thread_or_the_server_is_found_within_the_week_and_their_seat_is_free(
    stage: Stage,
) -> None:
    thread = await open_circle(stage)
    ring = await ring_of(stage, thread)
    walked, gone = members(stage, 4)[2:]
    await walked.leave_thread(thread)
    stage.guild.remove(gone.person)

    for _ in range(2):
        await sweep_at(stage, 3, ring.id % 24)

    found = await service(stage).looking.companions(GuildId(stage.guild.id), MemberId(stage.ada.id))
    assert walked.id not in found
    assert gone.id not in found
    assert len(found) == 9
    inbox = await walked.run("my inbox", channel=stage.room)
    assert "your seat there is free again" in inbox.text


async def test_forgetting_oneself_gives_the_seat_up(stage: Stage) -> None:
    thread = await open_circle(stage)

    asked = await stage.ada.run("my forget", channel=stage.room)
    assert "Your seat in a circle: 1" in asked.text
    await stage.ada.press(asked.message, "Forget me here")

    await stage.discord.until(lambda: stage.ada.id not in inside(thread))


async def test_every_button_works_in_messages_that_are_older_than_the_process(stage: Stage) -> None:
    thread = await open_circle(stage)
    welcome = await in_thread(stage, stage.ada, thread, "is open. Here you are by name")
    about = await stage.ada.run("circle about", channel=stage.room)
    await stage.restart()
    await stage.later(timedelta(days=20))
    await stage.quiet()

    assert "of 20 seats are taken" in (await stage.ada.press(welcome, "circle:about")).text
    charter = (await stage.ada.press(welcome, "circle:charter")).text
    assert "What a circle keeps to" in charter
    assert "People with the right *Manage Threads*" in charter
    assert "You are asked on Mondays" in (await stage.ada.press(about.message, "circle:monday")).text
    assert "You keep a seat beside the twenty" in (await stage.ada.press(about.message, "I found work")).text
    assert (await stage.ada.press(about.message, "circle:ask")).form is not None
    assert "You are out of" in (await stage.ada.press(about.message, "circle:leave")).text
    for name in ("circle:monday", "circle:leave", "I found work"):
        assert "You have no seat in a circle" in (await stage.ada.press(about.message, name)).text


async def test_in_a_small_group_nobody_is_sent_through_a_form(tmp_path: Path) -> None:
    async with with_circles(tmp_path, people=16) as stage:
        asked = await stage.ada.run("circle join", channel=stage.room)
        assert asked.form is None
        assert "the whole room is the circle" in asked.text
        assert "the whole room is the circle" in (await stage.ada.run("circle about", channel=stage.room)).text


async def test_each_right_a_circle_needs_is_found_by_the_doctor_and_said_when_it_is_missed(stage: Stage) -> None:
    thread = await open_circle(stage)
    number = GuildId(stage.guild.id)
    words = {
        "send_messages_in_threads": "a circle hears nothing from me",
        "create_private_threads": "no new circle can open",
        "manage_threads": "a circle that is over stays open",
    }  # fmt: skip

    for name, consequence in words.items():
        stage.guild.overwrite(stage.room, stage.app, deny=discord.Permissions(**{name: True}).value)
        found = await stage.mia.run("setup doctor", channel=stage.room)
        assert consequence in found.text, name

    for one in members(stage, 12):
        await service(stage).seating.leave(number, MemberId(one.id))

    async def is_told() -> bool:
        return "I lack the right **Manage Threads**" in (await stage.mia.run("my inbox", channel=stage.room)).text

    await eventually(is_told)
    assert not thread.about.locked
    stage.guild.overwrite(stage.room, stage.app)
    await stage.mia.run("setup doctor", channel=stage.room)
    await stage.discord.until(lambda: thread.about.locked)


async def test_whoever_does_not_see_the_channel_above_is_told_so_and_comes_in_once_they_see_it(stage: Stage) -> None:
    shut_out = stage.guild.role("Newcomers", 0)
    stage.guild.give(stage.ada.person, shut_out)
    stage.guild.overwrite(stage.room, shut_out, deny=SEE)
    for one in members(stage, 12):
        await service(stage).seating.join(GuildId(stage.guild.id), MemberId(one.id), ABOUT, Group(42))
    await stage.discord.until(lambda: threads(stage) and len(inside(threads(stage)[0])) == 11)
    await stage.quiet()
    [thread] = threads(stage)
    ring = await ring_of(stage, thread)

    inbox = await stage.ada.run("my inbox", channel=stage.guild.general)
    about = await stage.ada.run("circle about", channel=stage.guild.general)
    board = await stage.ben.run("mod board", channel=stage.room)
    circles = await stage.ben.run("mod circles", channel=stage.room)
    await sweep_at(stage, 3, ring.id % 24)
    again = await stage.ada.run("my inbox", channel=stage.guild.general)

    assert inbox.text.count("I can't let you into its place: you don't see the channel") == 1
    assert "You are not in its place yet" in about.text
    assert "One person has a seat in the circle" in board.text
    assert f"since they don't see <#{stage.room.id}>" in circles.text
    assert stage.ada.mention not in board.text + circles.text
    assert again.text.count("I can't let you into its place") == 1, "said once"

    stage.guild.take(stage.ada.person, shut_out)
    said = await stage.ada.press(inbox.message, "Try again")
    await stage.discord.until(lambda: stage.ada.id in inside(thread))
    await stage.quiet()

    assert "I let you into" in said.text
    assert "not in its place" not in (await stage.ada.run("circle about", channel=stage.room)).text
    assert "don't see" not in (await stage.ben.run("mod circles", channel=stage.room)).text
