"""Kind words from one to another, over real sockets."""

from datetime import timedelta
from typing import Any

from tests.stage import Stage

LINE = "You kept going. I saw that."


def words(stage: Stage, channel: Any = None) -> list[Any]:
    """The kind words that stand in a channel, oldest first."""
    place = channel or stage.room
    return [m for m in stage.mia.sees(place) if any((b.custom_id or "").startswith("cheer:more") for b in m.buttons)]


async def jar_of(who: Any, stage: Stage) -> str:
    answer = await who.run("my jar", channel=stage.room)
    return answer.text


async def inbox_of(who: Any, stage: Stage) -> str:
    answer = await who.run("my inbox", channel=stage.room)
    return answer.text


async def kept(stage: Stage, refused: Any) -> str:
    """What Ada wrote, as *Change it* gives it back."""
    return (await stage.ada.press(refused.message, "Change it")).form.fields["line"].value


async def test_a_cheer_stands_in_the_channel_and_names_both_without_a_ping(stage: Stage) -> None:
    answer = await stage.ada.run("cheer", channel=stage.room, member=stage.ben, emoji="☕", line=LINE)

    (said,) = words(stage)
    assert f"<@{stage.ada.id}>" in said.text
    assert f"<@{stage.ben.id}>" in said.text
    assert "☕" in said.text
    assert LINE in said.text
    assert not said.stored.mentions
    assert f"/{said.id}" in answer.text


async def test_a_line_given_by_name_comes_to_rest_in_the_receivers_jar(stage: Stage) -> None:
    await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=LINE)

    jar = await jar_of(stage.ben, stage)

    assert LINE in jar
    assert f"<@{stage.ada.id}>" in jar


async def test_a_cheer_without_a_line_needs_nothing_but_a_person(stage: Stage) -> None:
    await stage.ada.run("cheer", channel=stage.room, member=stage.ben)

    assert "🫂" in words(stage)[0].text
    assert "empty so far" in await jar_of(stage.ben, stage)


async def test_a_quiet_cheer_shows_nowhere_and_waits_in_the_inbox(stage: Stage) -> None:
    answer = await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=LINE, quietly=True)

    assert words(stage) == []
    assert "quietly" in answer.text
    assert LINE in await inbox_of(stage.ben, stage)


async def test_thanks_say_what_for(stage: Stage) -> None:
    await stage.ada.run("thanks", channel=stage.room, member=stage.ben, reason="You read my letter.")

    assert "thank you" in words(stage)[0].text
    assert "You read my letter." in words(stage)[0].text


async def test_a_fourth_for_the_same_person_waits_until_tomorrow(stage: Stage) -> None:
    for _ in range(3):
        await stage.ada.run("cheer", channel=stage.room, member=stage.ben)

    answer = await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=LINE)

    assert "three" in answer.text
    assert await kept(stage, answer) == LINE
    assert len(words(stage)) == 3


async def test_a_day_later_there_are_three_again(stage: Stage) -> None:
    for _ in range(3):
        await stage.ada.run("cheer", channel=stage.room, member=stage.ben)
    stage.discord.clock.move(timedelta(days=1, minutes=1))
    await clock_is_followed(stage)

    await stage.ada.run("cheer", channel=stage.room, member=stage.ben)

    assert len(words(stage)) == 4


async def clock_is_followed(stage: Stage) -> None:
    """The bot has seen the moved clock."""
    assert stage.bot is not None
    wall = stage.bot.database.wall
    await stage.discord.until(lambda: abs((wall.now() - stage.discord.clock.now()).total_seconds()) < 30, timeout=15)


async def test_a_kind_word_to_oneself_is_declined_in_words(stage: Stage) -> None:
    answer = await stage.ada.run("cheer", channel=stage.room, member=stage.ada, line=LINE)

    assert "for others" in answer.text
    assert words(stage) == []


async def test_a_bot_cannot_be_cheered(stage: Stage) -> None:
    bot = stage.discord.world.apps
    (app,) = bot.values()

    answer = await stage.ada.run("cheer", channel=stage.room, member=app.user, line=LINE)

    assert "lost on us" in answer.text


async def test_somebody_who_left_is_declined_in_words(stage: Stage) -> None:
    stage.guild.remove(stage.ben)

    answer = await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=LINE)

    assert "not on this server any more" in answer.text
    assert await kept(stage, answer) == LINE


async def test_a_member_in_time_out_is_told_what_still_works(stage: Stage) -> None:
    form = (await stage.ada.menu("Cheer", stage.ben)).form
    stage.guild.time_out(stage.ada, timedelta(hours=1))

    answer = await stage.ada.submit(form, line=LINE)

    assert "time-out" in answer.text
    assert await kept(stage, answer) == LINE
    assert words(stage) == []


async def test_281_characters_are_too_many_and_nothing_is_lost(stage: Stage) -> None:
    form = (await stage.ada.menu("Cheer", stage.ben)).form

    answer = await stage.ada.submit(form, {"line": "x" * 281}, raw=True, member=[stage.ben])

    assert "281" in answer.text
    assert await kept(stage, answer) == "x" * 280
    assert words(stage) == []


async def test_280_characters_fit(stage: Stage) -> None:
    await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line="x" * 280)

    assert "x" * 280 in words(stage)[0].text


async def test_a_line_can_forge_nothing(stage: Stage) -> None:
    hostile = "# Moderators\n@everyone [free jobs](https://evil.example) -# gone"

    held = await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=hostile)
    await stage.ada.press(held.message, "Post it as it is")

    text = words(stage)[0].text
    assert "\\# Moderators" in text
    assert "@everyone" not in text
    assert "\\[free jobs" in text


async def test_the_menu_on_a_person_opens_a_form_that_names_them_inside_only(stage: Stage) -> None:
    answer = await stage.ada.menu("Cheer", stage.ben)

    assert answer.form is not None
    assert str(stage.ben.id) not in answer.form.custom_id
    assert [str(one) for one in answer.form.fields["member"].value] == [str(stage.ben.id)]


async def test_the_form_of_the_menu_gives_the_cheer(stage: Stage) -> None:
    form = (await stage.ada.menu("Cheer", stage.ben)).form

    answer = await stage.ada.submit(form, emoji="💪", line=LINE)

    assert "It is there" in answer.text
    assert LINE in words(stage, stage.guild.general)[0].text


async def test_the_menu_on_a_message_thanks_its_writer(stage: Stage) -> None:
    message = await stage.ben.say(stage.room, "I read your letter.")
    form = (await stage.ada.menu("Thank for this", message)).form

    await stage.ada.submit(form, line="You read my letter.")

    assert f"<@{stage.ben.id}>" in words(stage)[0].text


async def test_the_menu_on_a_card_of_the_bots_says_that_it_has_its_own_buttons(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    answer = await stage.ben.menu("Cheer", card)

    assert answer.form is None
    assert "own buttons" in answer.text


async def test_the_receiver_can_take_a_kind_word_out_of_the_channel(stage: Stage) -> None:
    await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=LINE)
    more = await stage.ben.press(words(stage)[0], "cheer:more")

    await stage.ben.press(more.message, "cheer:down")

    await stage.discord.until(lambda: words(stage) == [])


async def test_nobody_else_can(stage: Stage) -> None:
    await stage.ada.run("cheer", channel=stage.room, member=stage.ben)

    answer = await stage.mia.press(words(stage)[0], "cheer:more")

    assert "Only the one who gave it" in answer.text
    assert answer.buttons == []


async def test_its_button_answers_after_a_restart_and_when_it_was_taken_down(stage: Stage) -> None:
    await stage.ada.run("cheer", channel=stage.room, member=stage.ben)
    more = await stage.ben.press(words(stage)[0], "cheer:more")
    await stage.restart()
    await stage.ben.press(more.message, "cheer:down")

    answer = await stage.ben.press(more.message, "cheer:down")

    assert "gone" in answer.text


async def test_where_the_bot_may_not_write_it_goes_quietly(stage: Stage) -> None:
    (app,) = stage.discord.world.apps.values()
    closed = stage.guild.channel("closed")
    stage.guild.overwrite(closed, app, deny=1 << 11)

    answer = await stage.ada.run("cheer", channel=closed, member=stage.ben, line=LINE)

    assert "quietly" in answer.text
    assert LINE in await inbox_of(stage.ben, stage)


async def test_where_the_giver_may_not_write_the_bot_does_not_for_them(stage: Stage) -> None:
    notices = stage.guild.channel("notices", overwrites={stage.guild.everyone: (0, 1 << 11)})

    await stage.ada.run("cheer", channel=notices, member=stage.ben, line=LINE)

    assert words(stage, notices) == []
    assert LINE in await inbox_of(stage.ben, stage)


async def test_a_name_full_of_markdown_is_shown_nowhere_as_it_is_a_mention_that_names_people(stage: Stage) -> None:
    loud = stage.guild.join(stage.discord.person("**Mod** # @everyone"))

    await loud.run("cheer", channel=stage.room, member=stage.ben, line=LINE)

    text = words(stage)[0].text
    assert f"<@{loud.id}>" in text
    assert "Mod" not in text
    assert "@everyone" not in text
