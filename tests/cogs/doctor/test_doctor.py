"""The doctor's page: mending, what is meant to be, and people and servers in odd states."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.data import backlog, guilds, queue, upkeep
from bot.data.queue import NewJob
from bot.domain.ids import ChannelId, GuildId, RoleId
from tests.cogs.moderation.desk import desk, moderated
from tests.stage import INVITED, Stage

MANAGE_ROLES = discord.Permissions(manage_roles=True).value


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Mia owns the server, Ben moderates; the bot does all it should."""
    async with moderated(tmp_path) as ready:
        await ready.quiet()
        yield ready


def deny(stage: Stage, *names: str) -> None:
    bits = discord.Permissions(**dict.fromkeys(names, True)).value
    stage.guild.overwrite(stage.room, stage.guild.role_of(stage.app), deny=bits)


async def doctor(stage: Stage) -> Any:
    return await stage.mia.run("setup doctor", channel=stage.room)


async def change(stage: Stage, work: Any) -> None:
    assert stage.bot is not None
    await stage.bot.database.change(work)


def guild_of(stage: Stage) -> GuildId:
    return GuildId(stage.guild.id)


async def forge(member: Any, message: Any, custom_id: str) -> Any:
    """What a hostile client sends: any custom id, on a message that need not be shown to this person."""
    return await member._touch(message.stored, {"custom_id": custom_id, "component_type": 2})


def labels(answer: Any) -> list[str]:
    return [button.label for button in (answer.updated or answer.message).buttons]


# --- mending ---


async def test_where_it_manages_roles_the_bot_allows_itself_what_it_lacks_and_leaves_the_rest_alone(
    stage: Stage,
) -> None:
    stage.guild.permit(stage.guild.role_of(stage.app), INVITED | MANAGE_ROLES)
    stage.guild.overwrite(stage.room, stage.app, deny=discord.Permissions(add_reactions=True).value)
    deny(stage, "create_public_threads", "send_messages_in_threads")
    found = await doctor(stage)
    assert labels(found).count("Mend it") == 2

    once = (await stage.mia.press(found.message, "Mend it")).text
    both = (await stage.mia.press(found.message, "Mend it")).text

    assert "can't write in threads" in once
    assert "can't open threads" not in once
    assert both.startswith("All is well")
    overwrite = stage.room.overwrites[stage.app.id]
    assert overwrite.deny == discord.Permissions(add_reactions=True).value
    await stage.vent(stage.ada)


async def test_without_manage_roles_there_are_taps_and_no_button_that_would_fail(stage: Stage) -> None:
    deny(stage, "create_public_threads")

    found = await doctor(stage)

    assert "Mend it" not in labels(found)
    assert "long-press the channel → Edit → Permissions → Wingbeat → allow *Create Public Threads*" in found.text


async def test_a_right_taken_away_between_look_and_press_is_refused_in_words(stage: Stage) -> None:
    stage.guild.permit(stage.guild.role_of(stage.app), INVITED | MANAGE_ROLES)
    deny(stage, "create_public_threads")
    found = await doctor(stage)
    stage.guild.permit(stage.guild.role_of(stage.app), INVITED)

    answer = await stage.mia.press(found.message, "Mend it")

    assert "can't open threads" in answer.text
    assert "Mend it" not in labels(answer)


async def test_a_way_in_that_somebody_deleted_is_placed_again(stage: Stage) -> None:
    stage.guild.remove_message(stage.panel())
    found = await doctor(stage)
    assert "The way in is missing" in found.text

    await stage.mia.press(found.message, "Mend it")

    await stage.discord.until(lambda: stage.panel() is not None)


async def test_commands_that_discord_lost_are_registered_again(stage: Stage) -> None:
    commands = stage.app.state.commands
    commands[stage.guild.id] = [one for one in commands[stage.guild.id] if one.name != "vent"]
    found = await doctor(stage)
    assert "`/vent`" in found.text

    await stage.mia.press(found.message, "Mend it")

    await stage.discord.until(lambda: "vent" in stage.ada.commands(stage.room))


async def test_what_was_given_up_is_tried_again(stage: Stage) -> None:
    guild = guild_of(stage)

    def gives_up(unit: Any) -> None:
        backlog.drop(unit.connection, "venting.count", str(guild))
        unit.schedule(NewJob(kind="venting.count", key=str(guild), guild=guild))
        [job] = queue.claim(unit.connection, me="test", now_ms=unit.now_ms, many=1)
        unit.connection.exec_driver_sql(f"UPDATE job SET dead = 1, lease_by = NULL WHERE id = {job.id}")  # noqa: S608

    await change(stage, gives_up)
    found = await doctor(stage)
    assert "I gave up on one piece of work here" in found.text

    done = await stage.mia.press(found.message, "Mend it")
    await stage.quiet()

    assert "gave up" not in done.text
    assert (await doctor(stage)).text.startswith("All is well")


# --- meant to be ---


async def test_recruiters_who_can_read_are_shown_until_it_is_meant_to_be_and_that_can_be_taken_back(
    stage: Stage,
) -> None:
    role = stage.guild.role("Recruiters *x*")
    for number in range(4):
        stage.guild.give(stage.guild.members[5 + number].person, role)
    await change(stage, lambda unit: guilds.choose_not_seekers(unit, guild_of(stage), [RoleId(role.id)]))
    found = await doctor(stage)
    assert "(4 people) can read" in found.text
    assert "*x*" not in found.text.replace("\\*x\\*", "")

    meant = (await stage.mia.press(found.message, "It's meant to be")).text
    again = await doctor(stage)
    still = again.text
    aside = (await stage.mia.press(again.message, "Meant to be (1)")).text
    back = (await stage.mia.press(again.message, "Show it again")).text

    assert meant.startswith("All is well")
    assert still.startswith("All is well")
    assert "Recruiters" in aside
    assert "(4 people) can read" in back


async def test_the_form_says_who_reads_along_without_looking_for_work(stage: Stage) -> None:
    role = stage.guild.role("Recruiters")
    stage.guild.give(stage.ben.person, role)
    await change(stage, lambda unit: guilds.choose_not_seekers(unit, guild_of(stage), [RoleId(role.id)]))
    told = await stage.ada.press(stage.panel(), "vent:open")
    stage.guild.overwrite(stage.room, role, deny=discord.Permissions(view_channel=True).value)
    mended = await stage.ada.press(stage.panel(), "vent:open")

    assert told.form.fields["name"].description == "Recruiters can read here too."
    assert mended.form.fields["name"].description is None


async def test_a_role_without_people_or_without_sight_of_the_room_is_no_finding(stage: Stage) -> None:
    empty, kept_out = stage.guild.role("Guests"), stage.guild.role("Recruiters")
    stage.guild.give(stage.ben.person, kept_out)
    stage.guild.overwrite(stage.room, kept_out, deny=discord.Permissions(view_channel=True).value)
    chosen = [RoleId(empty.id), RoleId(kept_out.id)]
    await change(stage, lambda unit: guilds.choose_not_seekers(unit, guild_of(stage), chosen))

    assert (await doctor(stage)).text.startswith("All is well")


# --- the house ---


async def test_an_old_backup_is_worth_knowing_and_a_new_one_is_not(stage: Stage) -> None:
    await change(stage, upkeep.backup_noted)
    await stage.later(timedelta(days=8))
    assert "newest backup of what I keep is 8 days old" in (await doctor(stage)).text

    await change(stage, upkeep.backup_noted)
    assert "backup" not in (await doctor(stage)).text


async def test_a_server_near_its_last_thread_is_warned(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    thread = stage.guild.state.threads[card.id]
    for number in range(1, 800):
        stage.guild.state.threads[number] = thread

    found = await doctor(stage)

    assert "800 threads are open on this server; Discord allows 1000" in found.text.replace(",000", "000")
    assert "It's meant to be" in labels(found)


async def test_the_readers_of_a_private_room_are_counted_by_its_role(stage: Stage) -> None:
    role = stage.guild.role("Circle")
    for number in range(9):
        stage.guild.give(stage.guild.members[5 + number].person, role)
    see = discord.Permissions(view_channel=True).value
    stage.guild.overwrite(stage.room, stage.guild.everyone, deny=see)
    for who in (role, stage.guild.role_of(stage.app)):
        stage.guild.overwrite(stage.room, who, allow=see)

    assert "About 9 people can read" in (await doctor(stage)).text


# --- odd states, odd people ---


async def test_a_room_and_a_moderators_place_that_are_gone_are_said_and_can_be_struck_off(stage: Stage) -> None:
    other = stage.guild.channel("second-room")
    place = desk(stage)

    def two_rooms(unit: Any) -> None:
        chosen = guilds.channels(unit.connection, guild_of(stage))
        rooms = (*chosen.vent_rooms, ChannelId(other.id))
        guilds.choose_channels(unit, guild_of(stage), type(chosen)(rooms, chosen.moderators))

    await change(stage, two_rooms)
    stage.guild.remove_channel(other)
    stage.guild.remove_channel(place)
    found = await doctor(stage)
    assert "room where people let things out is gone" in found.text
    assert "moderators' place is gone" in found.text

    await stage.mia.press(found.message, "Mend it")
    well = await stage.mia.press(found.message, "Mend it")

    assert well.text.startswith("All is well")


async def test_the_only_room_that_is_gone_is_chosen_anew_and_not_struck_off(stage: Stage) -> None:
    stage.guild.remove_channel(stage.room)

    found = await stage.mia.run("setup doctor", channel=stage.guild.general)

    assert "venting is off" in found.text
    assert "`/setup start`" in found.text
    assert "Mend it" not in labels(found)


async def test_a_moderators_place_that_everyone_can_read_is_named_until_it_is_meant_to_be(stage: Stage) -> None:
    stage.guild.overwrite(desk(stage), stage.guild.everyone)
    found = await doctor(stage)
    assert f"Everyone here can read <#{desk(stage).id}>" in found.text

    assert (await stage.mia.press(found.message, "It's meant to be")).text.startswith("All is well")


async def test_a_role_that_is_gone_is_struck_off(stage: Stage) -> None:
    role = stage.guild.role("Once")
    await change(stage, lambda unit: guilds.choose_moderator_roles(unit, guild_of(stage), [RoleId(role.id)]))
    stage.guild.remove_role(role)
    found = await doctor(stage)
    assert "A role that you chose is gone" in found.text

    assert (await stage.mia.press(found.message, "Mend it")).text.startswith("All is well")


async def test_with_its_role_at_the_bottom_the_bot_still_mends_its_own_overwrite(stage: Stage) -> None:
    stage.guild.permit(stage.guild.role_of(stage.app), INVITED | MANAGE_ROLES)
    for number in range(5):
        stage.guild.role(f"Above {number}")
    stage.guild.role_of(stage.app).position = 1
    deny(stage, "manage_threads")

    found = await doctor(stage)

    assert (await stage.mia.press(found.message, "Mend it")).text.startswith("All is well")


async def test_a_ping_role_above_the_bot_that_nobody_may_mention_is_two_things_to_know(stage: Stage) -> None:
    role = stage.guild.role("Listeners")
    stage.guild.permit(stage.guild.role_of(stage.app), INVITED | MANAGE_ROLES)
    deny(stage, "mention_everyone")
    await change(stage, lambda unit: guilds.choose_ping_role(unit, guild_of(stage), RoleId(role.id)))

    found = await doctor(stage)

    assert "I can't ping Listeners" in found.text
    assert "drag Wingbeat above Listeners" in found.text


async def test_who_may_not_manage_the_server_is_refused_at_every_press_and_nothing_is_done(stage: Stage) -> None:
    stage.guild.permit(stage.guild.role_of(stage.app), INVITED | MANAGE_ROLES)
    deny(stage, "create_public_threads")
    stage.guild.choose_who(stage.app, "setup", {stage.guild.everyone: True})
    before = dict(stage.room.overwrites)
    found = await doctor(stage)
    ids = [button.custom_id for button in found.message.buttons]

    typed = [await who.run("setup doctor", channel=stage.room) for who in (stage.ada, stage.ben)]
    # as a hostile client would: the ids of somebody else's private message
    pressed = [await forge(who, found.message, one) for who in (stage.ada, stage.ben) for one in ids]

    assert len(pressed) >= 4
    for answer in (*typed, *pressed):
        assert "people who may manage the server" in answer.text
    assert dict(stage.room.overwrites) == before


async def test_buttons_a_year_old_look_again_and_break_nothing(stage: Stage) -> None:
    stage.guild.permit(stage.guild.role_of(stage.app), INVITED | MANAGE_ROLES)
    deny(stage, "create_public_threads")
    found = await doctor(stage)
    deny(stage)
    await stage.later(timedelta(days=365))
    await stage.restart()

    for custom_id in [button.custom_id for button in found.message.buttons]:
        answer = await forge(stage.mia, found.message, custom_id)
        assert answer.failed is None
        assert "create_public_threads" not in answer.text
        assert "open threads in" not in answer.text


async def test_forged_buttons_change_nothing(stage: Stage) -> None:
    stage.guild.permit(stage.guild.role_of(stage.app), INVITED | MANAGE_ROLES)
    found = await doctor(stage)
    before = dict(stage.room.overwrites)

    for custom_id in (
        "doctor:mend:0:right.administrator.{room}", "doctor:mend:0:right.manage_guild.{room}", "doctor:mend:x:y",
        "doctor:meant:0:right.view_channel.{room}", "doctor:mend", "doctor:meant", "doctor:again:999:all",
        "doctor:page:-1", "doctor:aside:7", "doctor:unmeant",
    ):  # fmt: skip
        answer = await forge(stage.mia, found.message, custom_id.format(room=stage.room.id))
        assert answer.failed is None, custom_id
        assert "Something broke" not in answer.text, custom_id
    assert dict(stage.room.overwrites) == before


async def test_a_server_of_250_channels_and_many_findings_is_paged_within_discords_limits(stage: Stage) -> None:
    rooms = [stage.guild.channel(f"room-{number}") for number in range(250)]
    roles = [stage.guild.role(f"{number} " + "*R*" * 30) for number in range(30)]
    for role in roles:
        stage.guild.give(stage.ben.person, role)

    def choose(unit: Any) -> None:
        chosen = guilds.channels(unit.connection, guild_of(stage))
        many = (*chosen.vent_rooms, ChannelId(rooms[0].id))
        guilds.choose_channels(unit, guild_of(stage), type(chosen)(many, chosen.moderators))
        guilds.choose_not_seekers(unit, guild_of(stage), [RoleId(role.id) for role in roles])

    await change(stage, choose)
    page = await doctor(stage)
    texts = [page.text]
    while "More" in labels(page):
        page = await stage.mia.press(page.message or page.updated, "More")
        texts.append(page.text)

    assert len(texts) >= 15
    assert all("30" in text or "0 " in text for text in texts)
    assert "pages" in texts[0]
