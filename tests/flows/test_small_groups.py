"""What a small group can bear: one table, asked in one way by the form, the line, the answer, the report."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.data.tables import visit
from tests.cogs.moderation.desk import HISTORY, SEE, SEND
from tests.cogs.setup.test_screens import screen
from tests.rows import count
from tests.stage import Stage, staged


async def quietly_set_up(stage: Stage, people: int) -> None:
    """As `set_up`, but so many have come."""
    await stage.mia.run("setup channels", channel=stage.room, vent_room=stage.room)
    await stage.discord.until(lambda: "vent" in stage.ada.commands(stage.room) and stage.panel() is not None)
    await stage.frequented(people)


async def form_of(stage: Stage) -> Any:
    return (await stage.ada.press(stage.panel(), "vent:open")).form


async def test_thirty_readers_of_whom_eleven_come_are_told_that_they_may_be_guessed(tmp_path: Path) -> None:
    async with staged(tmp_path, people=30) as stage:
        await quietly_set_up(stage, 10)
        few = await form_of(stage)
        await stage.frequented(12)
        enough = await form_of(stage)

    names = [one.label for one in few.fields["name"].options]
    assert names == ["Everyone here: use my name", "Nobody here: use a made-up name"]
    assert few.fields["name"].options[1].description == "30 people can read here. They may well guess who wrote it."
    assert enough.fields["name"].options[0].label == "Nobody here: use a made-up name"


async def test_the_first_form_in_a_room_that_few_can_see_tells_of_them_and_not_of_the_server(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        inner = stage.guild.role("Inner")
        stage.room = stage.guild.channel("inner-room", overwrites={stage.guild.everyone: (0, SEE)})
        for role in (inner, stage.guild.role_of(stage.app)):
            stage.guild.overwrite(stage.room, role, allow=SEE | SEND | HISTORY)
        for one in (*stage.guild.members[:11], stage.ada, stage.ben):
            stage.guild.give(one.person, inner)
        await quietly_set_up(stage, 12)
        await stage.quiet()
        first = await form_of(stage)
        # what the bot says elsewhere tells how many are on the server
        await stage.ben.run("cheer", channel=stage.guild.general, member=stage.mia)
        await stage.later(timedelta(days=1, minutes=1))
        await stage.quiet()
        later = await form_of(stage)

    for form in (first, later):
        assert (
            form.fields["name"].options[1].description == "13 people can read here. They may well guess who wrote it."
        )


async def test_every_press_is_a_visit_and_forgetting_leaves_none(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        assert stage.bot is not None
        await stage.ada.run("help", channel=stage.room)
        await stage.ben.run("help", channel=stage.room)
        await stage.quiet()
        before = await count(stage.bot.database, visit)
        asked = await stage.ada.run("my forget", channel=stage.room)
        await stage.restart()
        await stage.ada.press(asked.message, "my:forget:yes")
        await stage.quiet()

        assert before == 2
        assert await count(stage.bot.database, visit) == 1


async def test_who_chose_a_made_up_name_is_never_shown_with_their_own_instead(tmp_path: Path) -> None:
    async with staged(tmp_path, people=14) as stage:
        await quietly_set_up(stage, 14)
        card, _ = await stage.vent(stage.ada, name="open")
        form = (await stage.ben.press(card, "vent:line")).form
        for one in [m for m in stage.guild.members if m.name.startswith("Member")][:4]:
            stage.guild.remove(one)
        await stage.vent(stage.mia, name="open")
        await stage.quiet()

        answer = await stage.ben.submit(form, line="That sounds hard.", sign="unsigned")
        named = await stage.ben.press(answer.message, "Use my name")

        assert "a made-up name would hide nobody" in answer.text
        assert answer.buttons == ["Use my name", "Change it", "Don't post"]
        assert "It is in their thread" in named.text


async def test_where_lines_are_signed_nobody_answers_anonymously(tmp_path: Path) -> None:
    async with staged(tmp_path, people=10) as stage:
        await quietly_set_up(stage, 10)
        card, _ = await stage.vent(stage.ada, name=None, help="advice")

        form = (await stage.ben.menu("Answer anonymously", card)).form
        answer = await stage.ben.submit(form, text="I know this.")
        line = (await stage.ben.press(card, "vent:line")).form

        assert "a made-up name would hide nobody" in answer.text
        assert "sign" not in line.fields


async def test_a_group_that_became_too_small_since_the_form_hides_nobody_and_loses_no_words(tmp_path: Path) -> None:
    async with staged(tmp_path, people=14) as stage:
        await quietly_set_up(stage, 14)
        form = await form_of(stage)
        for one in [m for m in stage.guild.members if m.name.startswith("Member")][:4]:
            stage.guild.remove(one)
        await stage.vent(stage.mia, name="open")
        await stage.quiet()

        refused = await stage.ada.submit(form, text="They said no.", help="listen", name="hidden")
        again = (await stage.ada.press(refused.message, "Change it")).form
        still = await stage.ada.press(refused.message, "Use my name")

        assert "a made-up name would hide nobody" in refused.text
        assert "kept for 30 minutes" in refused.text
        assert refused.buttons == ["Use my name", "Change it", "Don't post"]
        assert again.fields["text"].value == "They said no."
        assert "name" not in again.fields
        assert "It is up" in still.text
        assert stage.ada.mention in stage.cards()[-1].text or stage.ada.name in stage.cards()[-1].text
        assert len(stage.cards()) == 2


async def test_ten_people_who_want_made_up_names_all_the_same_get_them_second_with_an_honest_line(
    tmp_path: Path,
) -> None:
    async with staged(tmp_path, people=10) as stage:
        await quietly_set_up(stage, 10)
        plain = await form_of(stage)
        new_here = await stage.ben.press(stage.panel(), "New here?")
        assert "under your own name, and people" in new_here.text
        assert "made-up" not in new_here.text
        shown = await screen(stage, "A very small group")
        before = (await stage.mia.press(shown, "Offer it all the same")).text
        assert "under a made-up name or your own" in (await stage.ben.press(stage.panel(), "New here?")).text
        names = (form := await form_of(stage)).fields["name"].options
        said = await stage.ada.submit(form, text="They said no.", name="hidden")
        await stage.quiet()
        [card] = [m for m in stage.ben.sees(stage.room) if "They said no." in m.text]
        taken_back = (await stage.mia.press(shown, "Don't offer it")).text

        assert "name" not in plain.fields
        assert "A made-up name is offered" in before
        assert [one.label for one in names] == ["Everyone here: use my name", "Nobody here: use a made-up name"]
        assert names[0].default
        assert "They may well guess who wrote it." in names[1].description
        assert "It is up, as" in said.text
        assert "Ada" not in card.text
        assert "A made-up name is not offered" in taken_back
        assert "name" not in (await form_of(stage)).fields
