"""The screens behind *More*, pressed by Mia, who manages the server, and by Ada, who does not."""

import json
from typing import Any

import discord
import pytest

from bot.data import guilds
from bot.domain.ids import GuildId
from sandbox import ClientRefusal, Member
from sandbox.people import files
from tests.stage import Stage

SEE = discord.Permissions(view_channel=True).value


async def screen(stage: Stage, name: str) -> Any:
    """One of the screens, as Mia opens it from the list."""
    listed: Any = await stage.mia.run("setup start", channel=stage.guild.general)
    await stage.mia.choose(listed.message, "setup:country", ["DE"])
    done: Any = await stage.mia.press(listed.message, "setup:go")
    await stage.mia.press(done.updated, "More")
    await stage.mia.press(done.updated, name)
    return done.updated


async def test_commands_come_and_go_with_their_feature_and_so_does_the_way_in(stage: Stage) -> None:
    shown = await screen(stage, "Features")
    assert "**Letting something out** · on" in shown.text
    assert "Posts, lines and cheers in its room." in shown.text

    await stage.mia.press(shown, "setup:off:cheering")
    assert "**Kind words** is off" in shown.text
    await stage.discord.until(lambda: "cheer" not in stage.ada.commands(stage.room))
    assert "vent" in stage.ada.commands(stage.room)
    panel = stage.panel()
    await stage.mia.press(shown, "setup:off:venting")
    await stage.discord.until(lambda: stage.panel() is None and "vent" not in stage.ada.commands(stage.room))
    opened: Any = await stage.ben.press(stage.mia.look(panel), "vent:open") if not panel.deleted else None
    assert opened is None

    await stage.mia.press(shown, "setup:on:venting")
    await stage.mia.press(shown, "setup:on:cheering")
    await stage.discord.until(lambda: stage.panel() is not None and "cheer" in stage.ada.commands(stage.room))


async def test_a_form_that_was_open_when_it_was_switched_off_is_refused_and_its_words_are_kept(stage: Stage) -> None:
    opened: Any = await stage.ada.press(stage.panel(), "vent:open")
    shown = await screen(stage, "Features")
    await stage.mia.press(shown, "setup:off:venting")

    answer = await stage.ada.submit(opened.form, text="They said no.", help="listen", name="hidden")

    assert "switched off on this server" in answer.text
    assert "Change it" in answer.buttons


async def test_rooms_come_and_go_with_their_way_in_and_one_stays(stage: Stage) -> None:
    second = stage.guild.channel("vent-german")
    shown = await screen(stage, "Rooms and places")

    await stage.mia.choose(shown, "setup:addroom", [second])
    assert f"<#{second.id}> has the way in now" in shown.text
    await stage.mia.choose(shown, "setup:lines:more", ["JP"])
    assert "Yorisoi" in (await stage.ada.run("care", channel=stage.room)).text
    first = stage.room
    stage.room = second
    await stage.discord.until(lambda: stage.panel() is not None)
    card, _ = await stage.vent(stage.ada, "Absage.")
    assert card.channel.id == second.id
    stage.guild.remove_channel(first)
    await stage.mia.press(shown, "Back")
    await stage.mia.press(shown, "Rooms and places")
    assert "a channel that is gone" in shown.text
    await stage.mia.choose(shown, "setup:droproom", [str(first.id)])

    assert "People let things out in one room." in shown.text
    assert [select.custom_id for select in shown.selects].count("setup:droproom") == 0


async def test_a_room_that_is_taken_out_loses_the_way_in_and_its_posts_stay(stage: Stage) -> None:
    second = stage.guild.channel("vent-german")
    shown = await screen(stage, "Rooms and places")
    await stage.mia.choose(shown, "setup:addroom", [second])
    card, _ = await stage.vent(stage.ada)

    await stage.mia.choose(shown, "setup:droproom", [str(stage.room.id)])

    await stage.discord.until(lambda: stage.panel() is None)
    assert not card.deleted
    again: Any = await stage.mia.run("setup channels", channel=stage.room, vent_room=stage.room)
    assert f"<#{stage.room.id}>" in again.text
    await stage.discord.until(lambda: stage.panel() is not None)


async def test_the_roles_are_kept_those_that_went_are_said_and_everyone_is_refused(stage: Stage) -> None:
    assert stage.bot is not None
    helpers, recruiters, alert = (stage.guild.role(name) for name in ("Helpers", "Recruiters", "Ping me"))
    everyone = stage.guild.everyone
    stage.guild.permit(everyone, everyone.permissions & ~discord.Permissions(mention_everyone=True).value)
    shown = await screen(stage, "Roles")

    await stage.mia.choose(shown, "setup:role:moderators", [helpers])
    await stage.mia.choose(shown, "setup:role:seekers", [recruiters])
    await stage.mia.choose(shown, "setup:role:ping", [alert])
    assert f"I may not ping <@&{alert.id}>" in shown.text
    refused: Any = await stage.mia.choose(shown, "setup:role:moderators", [stage.guild.everyone])
    assert "@everyone cannot be chosen" in refused.text
    stage.guild.remove_role(recruiters)
    await stage.mia.press(shown, "Back")
    await stage.mia.press(shown, "Roles")

    assert "One role that was chosen is gone" in shown.text
    here = GuildId(stage.guild.id)
    assert await stage.bot.database.read(lambda look: guilds.moderator_roles(look, here)) == {helpers.id}
    assert await stage.bot.database.read(lambda look: guilds.ping_role(look, here)) == alert.id


async def test_a_listed_word_stops_a_post_and_what_could_not_be_listed_can_be_changed(stage: Stage) -> None:
    shown = await screen(stage, "Words")
    opened: Any = await stage.mia.press(shown, "Add words")
    await stage.mia.submit(opened.form, words="pyramid*\nthe\n*a*")

    assert "One was added." in shown.text
    assert "“the” would stop nearly every post." in shown.text
    again: Any = await stage.mia.press(shown, "Change it")
    assert again.form is not None
    assert set(again.form.fields["words"].value.split("\n")) == {"the", "*a*"}
    asked: Any = await stage.ada.press(stage.panel(), "vent:open")
    answer = await stage.ada.submit(asked.form, text="It was a pyramid scheme.", help="listen", name="hidden")
    assert "pyramid" in answer.text
    assert not stage.cards()

    dropped: Any = await stage.mia.press(shown, "Take words out")
    await stage.mia.submit(dropped.form, words="PYRAMID*\nnothing")
    assert "One was taken out. One was not in the list." in shown.text
    await stage.vent(stage.ada, "It was a pyramid scheme.")


async def test_the_server_s_own_line_comes_first_on_care_and_when_words_sound_like_danger(stage: Stage) -> None:
    shown = await screen(stage, "Help lines")
    opened: Any = await stage.mia.press(shown, "Add a line")
    wrong: Any = await stage.mia.submit(opened.form, name="Chaplain Rosa", reach="extension 12", url="example.org")
    assert "has to begin with https://" in wrong.text
    again: Any = await stage.mia.press(wrong.message, "Change it")
    assert again.form is not None
    assert again.form.fields["name"].value == "Chaplain Rosa", "nothing typed is lost"
    await stage.mia.submit(again.form, url="https://example.org/rosa", hours="always")

    care = await stage.ada.run("care", channel=stage.room)
    assert care.text.index("**Chaplain Rosa**: extension 12 · always · https://example.org/rosa") < care.text.index(
        "TelefonSeelsorge"
    )
    asked: Any = await stage.ada.press(stage.panel(), "vent:open")
    crisis = await stage.ada.submit(asked.form, text="I want to kill myself.", help="listen", name="hidden")
    assert "**Chaplain Rosa, extension 12, always, https://example.org/rosa**" in crisis.text


async def test_cheers_are_changed_kept_when_refused_and_put_back(stage: Stage) -> None:
    shown = await screen(stage, "Cheers")
    assert "🫂 With you" in shown.text
    opened: Any = await stage.mia.press(shown, "Change them")
    assert opened.form is not None
    assert opened.form.fields["cheer0"].value == "🫂 With you"

    refused: Any = await stage.mia.submit(opened.form, cheer0="<:hug:123456789012345678> Hug")
    assert "does not begin with an emoji" in refused.text
    again: Any = await stage.mia.press(refused.message, "Change it")
    assert again.form is not None
    assert again.form.fields["cheer0"].value == "<:hug:123456789012345678> Hug"
    kept: Any = await stage.mia.submit(again.form, cheer0="🌱 Growing with you", laugh="😂 Ha")
    assert "Kept. New posts have them." in kept.text
    assert "Only where somebody asked for cheer: 😂 Ha" in kept.text


async def test_a_copy_goes_out_comes_back_on_another_server_and_starting_over_takes_two_presses(stage: Stage) -> None:
    shown = await screen(stage, "Words")
    await stage.mia.submit((await stage.mia.press(shown, "Add words")).form, words="pyramid*")
    taken: Any = await stage.mia.run("setup export", channel=stage.room)
    [file] = taken.message.attachments
    assert json.loads(file.data)["names"] == {str(stage.room.id): "#vent-room"}

    start: Any = await stage.mia.run("setup reset", channel=stage.room)
    assert "places, what is on, words" in start.text
    assert (await stage.mia.press(start.message, "Take a copy")).message.attachments
    await stage.mia.press(start.message, "Start over")
    assert stage.panel() is not None
    await stage.mia.press(start.message, "Forget what was chosen")
    await stage.discord.until(lambda: stage.panel() is None and "vent" not in stage.ada.commands(stage.room))
    nothing = await stage.mia.run("setup reset", channel=stage.room)
    assert "nothing to forget" in nothing.text

    body = json.loads(file.data)
    body["settings"]["channels"]["vent_rooms"].append("12345678901")
    body["names"]["12345678901"] = "#far-away"
    would: Any = await give(stage, taken.message, json.dumps(body).encode())
    assert "Nothing is changed yet" in would.text
    assert "far-away" in would.text
    used = await stage.mia.press(would.message, "Use it")
    assert "what the copy says holds here now" in used.text
    await stage.discord.until(lambda: stage.panel() is not None and "vent" in stage.ada.commands(stage.room))
    assert "1 entries" not in (await stage.mia.run("setup words", channel=stage.room)).text

    for data, said in ((b"{" * 20, "I can't read this file"), (b" " * 300_000, "too big"), (b"{}", "not a copy")):
        assert said in (await give(stage, taken.message, data)).text


async def give(stage: Stage, below: Any, data: bytes) -> Any:
    """Mia brings a file in."""
    opened: Any = await stage.mia.press(below, "Bring a copy in")
    file = files.keep(stage.discord.world, "server-settings.json", data, "application/json")
    return await stage.mia.submit(opened.form, file=[file])


async def new_here(stage: Stage, who: Member) -> Any:
    """Somebody presses it on the panel that is there now."""
    await stage.quiet()
    [panel] = [m for m in stage.mia.sees(stage.room) if any(b.custom_id == "setup:new" for b in m.buttons)]
    return await who.press(panel, "New here?")


async def test_new_here_offers_what_there_is_on_this_server(stage: Stage) -> None:
    said: Any = await new_here(stage, stage.ada)

    assert said.buttons[0] == "Let something out"
    assert said.buttons[-1] == "Listen to someone"
    hours: Any = await stage.ada.press(said.message, "Listen to someone")
    assert hours.text
    shown = await screen(stage, "Features")
    await stage.mia.press(shown, "setup:off:relay")
    assert "Listen to someone" not in (await new_here(stage, stage.ben)).buttons


async def test_only_who_manages_the_server_sets_it_up_with_commands_presses_and_forms(stage: Stage) -> None:
    assert stage.bot is not None
    with pytest.raises(ClientRefusal):
        await stage.ada.run("setup reset", channel=stage.room)
    await stage.quiet()
    before = await stage.bot.database.read(lambda look: guilds.sections(look, GuildId(stage.guild.id)))
    staff = stage.guild.role("Staff", discord.Permissions(manage_guild=True).value)
    stage.guild.give(stage.ben.person, staff)
    screens: list[Any] = [
        await stage.ben.run(f"setup {name}", channel=stage.room) for name in ("start", "features", "roles")
    ]
    words: Any = await stage.ben.run("setup words", channel=stage.room)
    form = (await stage.ben.press(words.message, "Add words")).form
    stage.guild.take(stage.ben.person, staff)

    said: list[Any] = [await stage.ben.submit(form, words="one")]
    for answer in screens:
        said += [await stage.ben.press(answer.message, one.custom_id) for one in answer.message.buttons
                 if one.custom_id and not one.disabled]  # fmt: skip
        said += [await stage.ben.choose(answer.message, one.custom_id, [stage.room if one.kind == 8 else staff])
                 for one in answer.message.selects if one.kind != 3]  # fmt: skip

    assert len(said) > 12
    assert {answer.text.split("\n")[-1] for answer in said} == {"This is for people who may manage the server."}
    after = await stage.bot.database.read(lambda look: guilds.sections(look, GuildId(stage.guild.id)))
    assert after == before


async def test_no_press_of_setting_up_does_anything_for_a_member(stage: Stage) -> None:
    assert stage.bot is not None
    await stage.quiet()
    before = await stage.bot.database.read(lambda look: guilds.sections(look, GuildId(stage.guild.id)))
    names = sorted(set(stage.bot._parts["setup"].presses) - {"setup:new"})
    room = stage.bot.client.get_channel(stage.room.id)
    assert isinstance(room, discord.TextChannel)

    said: dict[str, str] = {}
    for first in range(0, len(names), 25):
        face = discord.ui.View(timeout=None)
        for name in names[first : first + 25]:
            face.add_item(discord.ui.Button(label=name, custom_id=f"{name}:1:2:DE"))
        face.stop()
        sent = await room.send("buttons as somebody might forge them", view=face)
        [message] = [one for one in stage.ada.sees(stage.room) if one.id == sent.id]
        for name in names[first : first + 25]:
            said[name] = (await stage.ada.press(message, name)).text.split("\n")[-1]

    assert len(said) > 30
    assert {name: text for name, text in said.items() if "may manage the server" not in text} == {}
    assert await stage.bot.database.read(lambda look: guilds.sections(look, GuildId(stage.guild.id))) == before
